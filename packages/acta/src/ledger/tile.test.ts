import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import {
  MOST_ENTRY_BYTES,
  decodeEntryBundle,
  decodeHashTile,
  encodeEntryBundle,
  encodeHashTile,
  entryBundlesOf,
  hashEntryBundle,
  hashTilesOf,
  leafHash,
  parseTilePath,
  tilePath,
} from "./index.js";
import type { TileName } from "./index.js";

const hashes = (level: number, index: number, width = 256): TileName => ({ kind: "hashes", level, index, width });
const pathsOf = (tiles: Iterable<TileName>) => [...tiles].map(tilePath);

const anyTile: fc.Arbitrary<TileName> = fc.oneof(
  fc.record({
    kind: fc.constant("hashes" as const),
    level: fc.nat({ max: 63 }),
    index: fc.maxSafeNat(),
    width: fc.integer({ min: 1, max: 256 }),
  }),
  fc.record({ kind: fc.constant("entries" as const), index: fc.nat(), width: fc.integer({ min: 1, max: 256 }) }),
);

describe("the path of a tile", () => {
  test("is that of tlog-tiles", () => {
    expect(tilePath(hashes(0, 1_234_067))).toBe("tile/0/x001/x234/067");
    expect(tilePath(hashes(1, 0, 17))).toBe("tile/1/000.p/17");
    expect(tilePath(hashes(63, 999))).toBe("tile/63/999");
    expect(tilePath(hashes(2, 1000, 1))).toBe("tile/2/x001/000.p/1");
    expect(tilePath({ kind: "entries", index: 273, width: 112 })).toBe("tile/entries/273.p/112");
  });

  test("is read back", () => {
    fc.assert(
      fc.property(anyTile, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual({ ok: true, value: tile });
      }),
    );
  });

  test("has one form", () => {
    const refused = [
      "",
      "tile",
      "tile/0",
      "tile/0/",
      "/tile/0/000",
      "tile/0/000/",
      "tile//000",
      "tile/0/0",
      "tile/0/0000",
      "tile/00/000",
      "tile/64/000",
      "tile/-1/000",
      "tile/0/x000/000",
      "tile/0/001/000",
      "tile/0/x001/x000",
      "tile/0/000.p/0",
      "tile/0/000.p/256",
      "tile/0/000.p/01",
      "tile/0/000.p/",
      "tile/0/000.p/257",
      "tile/0/000.p",
      "tile/data/000",
      "tile/Entries/000",
      "tile/0/000\n",
      "tile/0/..",
      "tile/0/x999/x999/x999/x999/x999/999",
      "tile/٣/000",
      "checkpoint",
    ];
    for (const path of refused) expect(parseTilePath(path), path).toMatchObject({ problem: { code: "tile.badPath" } });
  });

  test("that was changed somewhere names another tile or none", () => {
    fc.assert(
      fc.property(anyTile, fc.nat(), fc.constantFrom(..."0159xp./\n"), (tile, place, character) => {
        const path = tilePath(tile);
        const at = place % path.length;
        const changed = path.slice(0, at) + character + path.slice(at + 1);
        fc.pre(changed !== path);
        expect(parseTilePath(changed)).not.toEqual({ ok: true, value: tile });
      }),
    );
  });
});

describe("the tiles of a tree", () => {
  test("of 70,000 entries are those of the example in tlog-tiles", () => {
    const tiles = pathsOf(hashTilesOf(70_000));
    expect(tiles).toHaveLength(273 + 1 + 1 + 1 + 1);
    expect(tiles.slice(272)).toEqual([
      "tile/0/272",
      "tile/0/273.p/112",
      "tile/1/000",
      "tile/1/001.p/17",
      "tile/2/000.p/1",
    ]);
    expect(pathsOf(entryBundlesOf(70_000)).slice(272)).toEqual(["tile/entries/272", "tile/entries/273.p/112"]);
  });

  test("of 256 entries are a full tile and a partial one above it", () => {
    expect(pathsOf(hashTilesOf(256))).toEqual(["tile/0/000", "tile/1/000.p/1"]);
  });

  test("of an empty tree are none", () => {
    expect(pathsOf(hashTilesOf(0))).toEqual([]);
    expect(pathsOf(entryBundlesOf(0))).toEqual([]);
  });

  test("that growing adds are those of the larger tree without those of the smaller", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), fc.nat({ max: 3_000 }), (size, more) => {
        for (const tilesOf of [hashTilesOf, entryBundlesOf]) {
          const before = new Set(pathsOf(tilesOf(size)));
          const expected = pathsOf(tilesOf(size + more)).filter((path) => !before.has(path));
          expect(pathsOf(tilesOf(size + more, size))).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a tile of hashes", () => {
  test("is read back from its bytes", () => {
    const list = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte));
    const tile = encodeHashTile(list);
    if (!tile.ok) throw new Error(tile.problem.code);
    expect(tile.value).toHaveLength(96);
    expect(decodeHashTile(tile.value, 3)).toEqual({ ok: true, value: list });
  });

  test("of another length is refused", () => {
    expect(decodeHashTile(new Uint8Array(95), 3)).toMatchObject({ problem: { code: "tile.badLength" } });
    expect(decodeHashTile(new Uint8Array(0), 0)).toMatchObject({ problem: { code: "tile.badWidth" } });
    expect(decodeHashTile(new Uint8Array(257 * 32), 257)).toMatchObject({ problem: { code: "tile.badWidth" } });
    expect(encodeHashTile([])).toMatchObject({ problem: { code: "tile.badWidth" } });
    expect(encodeHashTile([new Uint8Array(31)])).toMatchObject({ problem: { code: "tree.badHash" } });
  });
});

describe("a bundle of entries", () => {
  test("puts the length of each entry before it in two bytes, big-endian", () => {
    const bundle = encodeEntryBundle([Buffer.from("ab"), Buffer.alloc(0), Buffer.alloc(258, 7)]);
    if (!bundle.ok) throw new Error(bundle.problem.code);
    expect(Buffer.from(bundle.value).toString("hex")).toBe(`0002${"6162"}0000${"0102"}${"07".repeat(258)}`);
  });

  test("is read back, and hashes to the tile of its level", () => {
    const entry = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 256 }), (entries) => {
        const bundle = encodeEntryBundle(entries);
        if (!bundle.ok) throw new Error(bundle.problem.code);
        const read = decodeEntryBundle(bundle.value, entries.length);
        expect(read.ok && read.value.map((bytes) => bytes.slice())).toEqual(entries);
        const tile = hashEntryBundle(sha256, bundle.value, entries.length);
        expect(tile).toEqual(encodeHashTile(entries.map((leaf) => leafHash(sha256, leaf))));
      }),
      { numRuns: 30 },
    );
  });

  test("that is cut off or too long is refused at every length", () => {
    const bundle = encodeEntryBundle([Buffer.from("one"), Buffer.from("two")]);
    if (!bundle.ok) throw new Error(bundle.problem.code);
    for (let length = 0; length < bundle.value.length; length++)
      expect(decodeEntryBundle(bundle.value.subarray(0, length), 2)).toMatchObject({
        problem: { code: "tile.shortBundle" },
      });
    expect(decodeEntryBundle(Buffer.concat([bundle.value, Buffer.of(0)]), 2)).toMatchObject({
      problem: { code: "tile.longBundle", context: { bytes: 1 } },
    });
    expect(decodeEntryBundle(bundle.value, 1)).toMatchObject({ problem: { code: "tile.longBundle" } });
    expect(decodeEntryBundle(bundle.value, 3)).toMatchObject({ problem: { code: "tile.shortBundle" } });
    expect(decodeEntryBundle(bundle.value, 0)).toMatchObject({ problem: { code: "tile.badWidth" } });
    expect(hashEntryBundle(sha256, bundle.value, 257)).toMatchObject({ problem: { code: "tile.badWidth" } });
  });

  test("holds entries of up to 65,535 bytes", () => {
    expect(encodeEntryBundle([Buffer.alloc(MOST_ENTRY_BYTES)])).toMatchObject({ ok: true });
    expect(encodeEntryBundle([Buffer.alloc(0), Buffer.alloc(MOST_ENTRY_BYTES + 1)])).toMatchObject({
      problem: { code: "tile.longEntry", context: { index: 1, bytes: 65_536 } },
    });
    expect(encodeEntryBundle([])).toMatchObject({ problem: { code: "tile.badWidth" } });
  });
});
