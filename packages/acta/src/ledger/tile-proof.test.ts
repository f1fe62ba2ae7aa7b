import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import {
  Frontier,
  MemoryTiles,
  TileWriter,
  checkTiles,
  consistencyProof,
  hashTilesOf,
  inclusionProof,
  leafHash,
  rootFromTiles,
  tilePath,
  tilesForConsistency,
  tilesForInclusion,
  verifyConsistency,
  verifyInclusion,
} from "./index.js";
import type { HashTile, TileReader } from "./index.js";

const leafAt = (index: number) => Buffer.from(`entry ${index}`);
const LONGEST = 66_000;
const leafHashes = Array.from({ length: LONGEST }, (_, index) => leafHash(sha256, leafAt(index)));
const hashAt = (index: number) => leafHashes[index] ?? leafHash(sha256, leafAt(index));

function treeOf(size: number): MemoryTiles {
  const tree = new MemoryTiles(sha256);
  for (let index = 0; index < size; index++) tree.append(hashAt(index));
  return tree;
}

/** Sizes of large trees whose roots the tests need, from one pass. */
const SIZES = [
  0, 1, 3, 200, 255, 256, 257, 300, 511, 512, 513, 600, 40_000, 65_500, 65_535, 65_536, 65_537, 65_600, 65_793,
];
const rootsBySize = new Map<number, Uint8Array>();
const frontier = new Frontier(sha256);
for (let size = 0; size <= LONGEST; size++) {
  if (SIZES.includes(size) || size >= LONGEST - 1) rootsBySize.set(size, frontier.root());
  frontier.append(hashAt(size));
}

function rootOf(size: number): Uint8Array {
  const root = rootsBySize.get(size);
  if (root === undefined) throw new Error(`no root was noted for size ${size}`);
  return root;
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const hexesOf = (list: readonly Uint8Array[]) => list.map(hexOf);

const node = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.concat([Buffer.of(1), left, right]));

function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

// RFC 6962 2.1 to 2.1.2 word for word, on hashes of leaves.
function naiveRoot(list: readonly Uint8Array[]): Uint8Array {
  const [only = sha256(Buffer.alloc(0))] = list;
  if (list.length < 2) return only;
  const split = splitOf(list.length);
  return node(naiveRoot(list.slice(0, split)), naiveRoot(list.slice(split)));
}

function naivePath(index: number, list: readonly Uint8Array[]): Uint8Array[] {
  if (list.length === 1) return [];
  const split = splitOf(list.length);
  const [left, right] = [list.slice(0, split), list.slice(split)];
  return index < split
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - split, right), naiveRoot(left)];
}

function naiveSubproof(older: number, list: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (older === list.length) return whole ? [] : [naiveRoot(list)];
  const split = splitOf(list.length);
  const [left, right] = [list.slice(0, split), list.slice(split)];
  return older <= split
    ? [...naiveSubproof(older, left, whole), naiveRoot(right)]
    : [...naiveSubproof(older - split, right, false), naiveRoot(left)];
}

const LARGEST = 70;
const all = Array.from({ length: LARGEST }, (_, index) => hashAt(index));
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => naiveRoot(all.slice(0, size)));
const rootAt = (size: number) => roots[size] ?? new Uint8Array(0);

describe("an inclusion proof", () => {
  test("is that of RFC 6962 for every leaf of every tree of up to 70, from the tiles of the largest", () => {
    const { read } = treeOf(LARGEST);
    for (let size = 1; size <= LARGEST; size++)
      for (let index = 0; index < size; index++) {
        const proof = must(inclusionProof(sha256, read, index, size));
        expect(hexesOf(proof)).toEqual(hexesOf(naivePath(index, all.slice(0, size))));
        const claim = { index, size, leafHash: hashAt(index), root: rootAt(size), proof };
        expect(verifyInclusion(sha256, claim)).toEqual({ ok: true, value: true });
      }
  });

  test("verifies for no other leaf, place, size or root", () => {
    const { read } = treeOf(LARGEST);
    for (let size = 1; size <= 13; size++)
      for (let index = 0; index < size; index++) {
        const proof = must(inclusionProof(sha256, read, index, size));
        const claim = { index, size, leafHash: hashAt(index), root: rootAt(size), proof };
        for (let other = 0; other <= 28; other++) {
          if (other !== index) expect(verifyInclusion(sha256, { ...claim, index: other }).ok).toBe(false);
          if (other !== index) expect(verifyInclusion(sha256, { ...claim, leafHash: hashAt(other) }).ok).toBe(false);
          if (other !== size) expect(verifyInclusion(sha256, { ...claim, root: rootAt(other) }).ok).toBe(false);
        }
      }
  });

  test("does not verify when any byte of it, of the leaf or of the root is changed", () => {
    const { read } = treeOf(LARGEST);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (a, b, place, change) => {
        const size = (a % LARGEST) + 1;
        const index = b % size;
        const steps = must(inclusionProof(sha256, read, index, size));
        const parts = [hashAt(index), rootAt(size), ...steps].map((hash) => Uint8Array.from(hash));
        const part = parts[place % parts.length];
        const at = Math.floor(place / parts.length) % 32;
        part?.set([(part[at] ?? 0) ^ change], at);
        const [leaf = new Uint8Array(0), root = new Uint8Array(0), ...proof] = parts;
        const claim = { index, size, leafHash: leaf, root, proof };
        expect(verifyInclusion(sha256, claim)).toMatchObject({ ok: false, problem: { code: "tree.notIncluded" } });
      }),
      { numRuns: 1000 },
    );
  });

  test("does not verify when hashes are dropped, repeated, swapped or added", () => {
    const size = 70;
    const proof = must(inclusionProof(sha256, treeOf(size).read, 37, size));
    const claim = { index: 37, size, leafHash: hashAt(37), root: rootAt(size) };
    const [first = new Uint8Array(0), second = new Uint8Array(0), ...rest] = proof;
    const last = proof.at(-1) ?? new Uint8Array(0);
    const wrong = [
      [],
      proof.slice(1),
      proof.slice(0, -1),
      [first, ...proof],
      [...proof, last],
      [second, first, ...rest],
    ];
    for (const steps of wrong) expect(verifyInclusion(sha256, { ...claim, proof: steps }).ok).toBe(false);
    for (const bytes of [0, 31, 33, 64])
      expect(verifyInclusion(sha256, { ...claim, proof: [new Uint8Array(bytes), ...proof.slice(1)] })).toMatchObject({
        problem: { code: "tree.badHash", context: { bytes } },
      });
  });

  test("is neither made nor verified for a place that is not in the tree", () => {
    const { read } = treeOf(3);
    for (const index of [3, -1, 0.5, Number.NaN, 2 ** 53, 2 ** 64]) {
      expect(inclusionProof(sha256, read, index, 3)).toMatchObject({ problem: { code: "tree.badIndex" } });
      expect(tilesForInclusion(index, 3)).toMatchObject({ problem: { code: "tree.badIndex" } });
      const claim = { index, size: 3, leafHash: hashAt(0), root: rootAt(3), proof: [] };
      expect(verifyInclusion(sha256, claim)).toMatchObject({ problem: { code: "tree.badIndex" } });
    }
    for (const size of [-1, 1.5, Number.NaN, 2 ** 53])
      expect(inclusionProof(sha256, read, 0, size)).toMatchObject({ problem: { code: "tree.badSize" } });
    expect(inclusionProof(sha256, read, 0, 0)).toMatchObject({ problem: { code: "tree.badIndex" } });
  });

  test("of a leaf among 2^50 is followed to its root, beyond the reach of 32-bit numbers", () => {
    const size = 2 ** 50;
    const index = 2 ** 49 + 12_345;
    const proof = Array.from({ length: 50 }, (_, level) => new Uint8Array(32).fill(level));
    let root: Uint8Array = hashAt(0);
    for (const [level, step] of proof.entries())
      root = Math.floor(index / 2 ** level) % 2 === 1 ? node(step, root) : node(root, step);
    expect(verifyInclusion(sha256, { index, size, leafHash: hashAt(0), root, proof })).toMatchObject({ ok: true });
    expect(verifyInclusion(sha256, { index: 12_345, size, leafHash: hashAt(0), root, proof }).ok).toBe(false);
  });
});

describe("a consistency proof", () => {
  test("is that of RFC 6962 between all pairs of sizes up to 70", () => {
    const { read } = treeOf(LARGEST);
    for (let newer = 1; newer <= LARGEST; newer++)
      for (let older = 1; older <= newer; older++) {
        const proof = must(consistencyProof(sha256, read, older, newer));
        expect(hexesOf(proof)).toEqual(hexesOf(naiveSubproof(older, all.slice(0, newer), true)));
        const claim = { olderSize: older, newerSize: newer, olderRoot: rootAt(older), newerRoot: rootAt(newer), proof };
        expect(verifyConsistency(sha256, claim)).toEqual({ ok: true, value: true });
      }
  });

  test("does not verify when any byte of it or of a root is changed", () => {
    const { read } = treeOf(LARGEST);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (a, b, place, change) => {
        const newer = (a % LARGEST) + 1;
        const older = (b % newer) + 1;
        const steps = must(consistencyProof(sha256, read, older, newer));
        const parts = [rootAt(older), rootAt(newer), ...steps].map((hash) => Uint8Array.from(hash));
        const part = parts[place % parts.length];
        const at = Math.floor(place / parts.length) % 32;
        part?.set([(part[at] ?? 0) ^ change], at);
        const [olderRoot = new Uint8Array(0), newerRoot = new Uint8Array(0), ...proof] = parts;
        const claim = { olderSize: older, newerSize: newer, olderRoot, newerRoot, proof };
        expect(verifyConsistency(sha256, claim)).toMatchObject({ ok: false, problem: { code: "tree.notConsistent" } });
      }),
      { numRuns: 1000 },
    );
  });

  test("verifies for no other sizes", () => {
    const { read } = treeOf(LARGEST);
    for (let newer = 1; newer <= 13; newer++)
      for (let older = 1; older <= newer; older++) {
        const proof = must(consistencyProof(sha256, read, older, newer));
        for (let other = 0; other <= 28; other++) {
          const claim = {
            olderSize: older,
            newerSize: newer,
            olderRoot: rootAt(older),
            newerRoot: rootAt(newer),
            proof,
          };
          if (other !== older)
            expect(verifyConsistency(sha256, { ...claim, olderSize: other, olderRoot: rootAt(other) }).ok).toBe(false);
          if (other !== newer) expect(verifyConsistency(sha256, { ...claim, newerRoot: rootAt(other) }).ok).toBe(false);
        }
      }
  });

  test("does not verify between a ledger and one in which an entry was changed, dropped, repeated or moved", () => {
    const entries = Array.from({ length: 40 }, (_, index) => `entry ${index}`);
    const forged = [
      entries.with(7, "entry 7 with other votes"),
      entries.toSpliced(7, 1),
      entries.toSpliced(7, 0, "entry 6"),
      entries.with(7, "entry 8").with(8, "entry 7"),
    ];
    for (const list of forged) {
      const tree = new MemoryTiles(sha256);
      for (const text of list) tree.appendLeaf(Buffer.from(text));
      const proof = must(consistencyProof(sha256, tree.read, 20, tree.size));
      const claim = { olderSize: 20, olderRoot: rootAt(20), newerSize: tree.size, newerRoot: tree.root(), proof };
      expect(verifyConsistency(sha256, claim)).toMatchObject({ problem: { code: "tree.notConsistent" } });
    }
  });

  test("is neither made nor verified from an empty tree or back to a smaller one", () => {
    const { read } = treeOf(5);
    for (const [older, newer] of [
      [0, 0],
      [0, 5],
      [5, 4],
      [-1, 5],
      [1.5, 5],
    ] as const) {
      expect(consistencyProof(sha256, read, older, newer)).toMatchObject({ problem: { code: "tree.badSizes" } });
      expect(tilesForConsistency(older, newer)).toMatchObject({ problem: { code: "tree.badSizes" } });
      const claim = { olderSize: older, newerSize: newer, olderRoot: rootAt(0), newerRoot: rootAt(0), proof: [] };
      expect(verifyConsistency(sha256, claim)).toMatchObject({ problem: { code: "tree.badSizes" } });
    }
    expect(consistencyProof(sha256, read, 1, 2 ** 53)).toMatchObject({ problem: { code: "tree.badSize" } });
  });
});

describe("tiles", () => {
  const SIZE = LONGEST;
  const tree = treeOf(SIZE);
  const published = new Map([...hashTilesOf(SIZE)].map((tile) => [tilePath(tile), tree.read(tilePath(tile))]));
  const read: TileReader = (path) => published.get(path);
  const sizes = [...SIZES.filter((size) => size > 0), SIZE];

  test("give the root of a tree at any of its sizes, and proofs that verify", () => {
    for (const size of sizes) {
      const root = rootOf(size);
      expect(hexOf(must(rootFromTiles(sha256, tree.read, size)))).toBe(hexOf(root));
      for (const index of [0, 1, Math.floor(size / 3), size - 1].filter((at) => at < size)) {
        const proof = must(inclusionProof(sha256, tree.read, index, size));
        expect(verifyInclusion(sha256, { index, size, leafHash: hashAt(index), root, proof }).ok).toBe(true);
      }
      const proof = must(consistencyProof(sha256, tree.read, size, SIZE));
      const claim = { olderSize: size, olderRoot: root, newerSize: SIZE, newerRoot: tree.root(), proof };
      expect(verifyConsistency(sha256, claim).ok).toBe(true);
    }
    expect(hexOf(must(rootFromTiles(sha256, tree.read, 0)))).toBe(hexOf(rootOf(0)));
    expect(rootFromTiles(sha256, tree.read, -1)).toMatchObject({ problem: { code: "tree.badSize" } });
  });

  test("that a proof needs are the tiles that it reads, each once, and few", () => {
    fc.assert(
      fc.property(fc.nat({ max: SIZE - 1 }), fc.nat(), (last, place) => {
        const size = last + 1;
        const index = place % size;
        for (const [names, make] of [
          [tilesForInclusion(index, size), (reader: TileReader) => inclusionProof(sha256, reader, index, size)],
          [
            tilesForConsistency(index + 1, size),
            (reader: TileReader) => consistencyProof(sha256, reader, index + 1, size),
          ],
        ] as const) {
          const asked: string[] = [];
          must(make((path) => (asked.push(path), tree.read(path))));
          const paths = must(names).map(tilePath);
          expect(asked.toSorted()).toEqual(paths.toSorted());
          expect(paths.length).toBeLessThanOrEqual(6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("that are published serve every leaf of the newest tree", () => {
    for (let index = 0; index < SIZE; index += 997) {
      const proof = must(inclusionProof(sha256, read, index, SIZE));
      expect(verifyInclusion(sha256, { index, size: SIZE, leafHash: hashAt(index), root: tree.root(), proof }).ok).toBe(
        true,
      );
    }
  });

  test("that are partial may be gone once the full one is there", () => {
    expect(read("tile/0/000.p/200")).toBeUndefined();
    expect(must(inclusionProof(sha256, read, 7, 200))).toEqual(must(inclusionProof(sha256, tree.read, 7, 200)));
  });

  test("that are missing or of another length are named", () => {
    const without =
      (missing: string): TileReader =>
      (path) =>
        path === missing ? undefined : read(path);
    const cut =
      (short: string): TileReader =>
      (path) =>
        path === short ? read(path)?.slice(0, -1) : read(path);
    expect(inclusionProof(sha256, without("tile/0/010"), 2600, SIZE)).toEqual({
      ok: false,
      problem: { code: "tile.missing", where: "tile/0/010" },
    });
    expect(inclusionProof(sha256, cut("tile/0/010"), 2600, SIZE)).toEqual({
      ok: false,
      problem: { code: "tile.badLength", where: "tile/0/010", context: { bytes: 8191, expected: 8192 } },
    });
    expect(rootFromTiles(sha256, without("tile/0/257.p/208"), SIZE)).toMatchObject({
      problem: { code: "tile.missing", where: "tile/0/257.p/208" },
    });
  });

  test("are checked against the root, each by its path", () => {
    expect(checkTiles(sha256, read, SIZE, tree.root())).toEqual([]);
    expect(checkTiles(sha256, read, SIZE, rootOf(SIZE - 1))).toMatchObject([{ code: "tile.rootDiffers" }]);
    const flipped =
      (wrong: string): TileReader =>
      (path) => {
        const bytes = read(path)?.slice();
        if (path === wrong) bytes?.set([(bytes[100] ?? 0) ^ 1], 100);
        return bytes;
      };
    expect(checkTiles(sha256, flipped("tile/0/123"), SIZE, tree.root())).toEqual([
      { code: "tile.differs", where: "tile/0/123" },
    ]);
    const above = checkTiles(sha256, flipped("tile/1/000"), SIZE, tree.root());
    expect(above).toEqual([
      { code: "tile.differs", where: "tile/0/003" },
      { code: "tile.differs", where: "tile/1/000" },
    ]);
  });

  test("at the right edge are checked by the root, and missing ones are named", () => {
    const small = treeOf(600);
    const without =
      (missing: string): TileReader =>
      (path) =>
        path === missing ? undefined : small.read(path);
    const zeroed =
      (wrong: string): TileReader =>
      (path) =>
        path === wrong ? new Uint8Array(88 * 32) : small.read(path);
    expect(checkTiles(sha256, zeroed("tile/0/002.p/88"), 600, small.root())).toEqual([
      { code: "tile.rootDiffers", context: { size: 600 } },
    ]);
    expect(checkTiles(sha256, without("tile/0/001"), 600, small.root())).toEqual([
      { code: "tile.missing", where: "tile/0/001" },
    ]);
    expect(checkTiles(sha256, without("tile/1/000.p/2"), 600, small.root())).toEqual([
      { code: "tile.missing", where: "tile/1/000.p/2" },
    ]);
  });

  test("are not changed by reading them, also when they are buffers of Node", () => {
    const buffers: TileReader = (path) => {
      const bytes = published.get(path);
      return bytes === undefined ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    };
    const digest = () => hexOf(sha256(Buffer.concat([...published.values()].map((bytes) => bytes ?? Buffer.alloc(0)))));
    const before = digest();
    must(inclusionProof(sha256, buffers, 12_345, SIZE));
    must(consistencyProof(sha256, buffers, 12_345, SIZE));
    expect(hexOf(must(rootFromTiles(sha256, buffers, SIZE)))).toBe(hexOf(tree.root()));
    expect(checkTiles(sha256, buffers, SIZE, tree.root())).toEqual([]);
    expect(digest()).toBe(before);
  });

  test("that were changed in any byte are noticed", () => {
    const small = treeOf(600);
    const paths = [...hashTilesOf(600)].map(tilePath);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), (wrong, place, change) => {
        const changed: TileReader = (path) => {
          const bytes = small.read(path)?.slice();
          if (path === wrong && bytes !== undefined)
            bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ change;
          return bytes;
        };
        expect(checkTiles(sha256, changed, 600, small.root())).not.toEqual([]);
      }),
    );
  });
});

describe("the writer of tiles", () => {
  const write = (writer: TileWriter, from: number, to: number) => {
    for (let index = from; index < to; index++) writer.append(hashAt(index));
  };

  test("hands over every full tile once and gives the partial ones of a checkpoint", () => {
    for (const size of [0, 1, 256, 600, 65_536]) {
      const written: string[] = [];
      const writer = new TileWriter(sha256, ({ path }) => written.push(path));
      write(writer, 0, size);
      written.push(...writer.partialTiles().map(({ path }) => path));
      expect(written.toSorted()).toEqual([...hashTilesOf(size)].map(tilePath).toSorted());
      expect(hexOf(writer.root())).toBe(hexOf(rootOf(size)));
    }
  });

  test("goes on from published tiles and writes what growing adds", () => {
    for (const [size, more] of [
      [0, 3],
      [200, 313],
      [256, 1],
      [65_500, 100],
      [65_536, 1],
    ] as const) {
      const files = new Map<string, Uint8Array>();
      const first = new TileWriter(sha256, ({ path, bytes }) => files.set(path, bytes));
      write(first, 0, size);
      for (const { path, bytes } of first.partialTiles()) files.set(path, bytes);
      const added: string[] = [];
      const read: TileReader = (path) => files.get(path);
      const keep = ({ path, bytes }: HashTile) => {
        added.push(path);
        files.set(path, bytes);
      };
      const resumed = must(TileWriter.resume(sha256, size, read, keep));
      expect(hexOf(resumed.root())).toBe(hexOf(first.root()));
      write(resumed, size, size + more);
      for (const { path, bytes } of resumed.partialTiles()) if (!files.has(path)) keep({ path, bytes });
      expect(added.toSorted()).toEqual([...hashTilesOf(size + more, size)].map(tilePath).toSorted());
      expect(checkTiles(sha256, read, size + more, rootOf(size + more))).toEqual([]);
    }
  });

  test("does not go on when a tile is missing", () => {
    expect(
      TileWriter.resume(
        sha256,
        300,
        () => undefined,
        () => {},
      ),
    ).toMatchObject({ problem: { code: "tile.missing" } });
    expect(
      TileWriter.resume(
        sha256,
        2 ** 60,
        () => undefined,
        () => {},
      ),
    ).toMatchObject({ problem: { code: "tree.badSize" } });
  });

  test("keeps tiles of earlier sizes readable in memory, and none of later ones", () => {
    const { read } = treeOf(300);
    expect(read("tile/0/000.p/17")).toEqual(read("tile/0/000")?.slice(0, 17 * 32));
    expect(read("tile/0/001.p/44")).toHaveLength(44 * 32);
    expect(read("tile/0/001.p/45")).toBeUndefined();
    expect(read("tile/0/001")).toBeUndefined();
    expect(read("tile/2/000.p/1")).toBeUndefined();
    expect(read("tile/entries/000")).toBeUndefined();
    expect(read("nonsense")).toBeUndefined();
  });
});
