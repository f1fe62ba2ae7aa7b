import { succeed } from "acta/basics";
import { MemoryTiles, hashTilesOf, leafHash, tilePath } from "acta/ledger";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../keys/index.js";
import { checkGrowth } from "./check-growth.js";
import type { LedgerPoint } from "./check-growth.js";
import type { PublishedFiles } from "./published-files.js";

/** A ledger of numbered leaves; from one leaf on it tells another history. */
function ledgerOf(size: number, otherFrom = Infinity): MemoryTiles {
  const tree = new MemoryTiles(sha256);
  for (let at = 0; at < size; at++)
    tree.append(leafHash(sha256, new TextEncoder().encode(at < otherFrom ? `${at}` : `other ${at}`)));
  return tree;
}

const pointOf = (tree: MemoryTiles): LedgerPoint => ({ size: tree.size, root: tree.root() });

/** The tiles of a ledger as a publisher leaves them: those of its size, and no others. */
function tilesOf(tree: MemoryTiles): Map<string, Uint8Array> {
  const paths = [...hashTilesOf(tree.size)].map(tilePath);
  return new Map(paths.map((path) => [path, tree.read(path) ?? new Uint8Array(0)]));
}

function filesOf(tiles: ReadonlyMap<string, Uint8Array>): PublishedFiles {
  return {
    where: "count",
    read: async (path) => succeed(tiles.get(path)),
    fetched: () => ({ files: 0, bytes: 0 }),
  };
}

const sizes = fc.tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 }));

describe("whether a published ledger has only grown", () => {
  test("is shown for every pair of sizes, from its own tiles", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async ([a, b]) => {
        const [older, newer] = [ledgerOf(Math.min(a, b)), ledgerOf(Math.max(a, b))];
        expect(await checkGrowth(filesOf(tilesOf(newer)), pointOf(older), pointOf(newer))).toEqual(succeed(true));
      }),
      { numRuns: 60 },
    );
    const [older, newer] = [ledgerOf(65_537), ledgerOf(70_000)];
    expect((await checkGrowth(filesOf(tilesOf(newer)), pointOf(older), pointOf(newer))).ok).toBe(true);
  });

  test("is refused as another history when any earlier entry is another", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async ([a, b], place) => {
        const size = Math.min(a, b);
        const [older, newer] = [ledgerOf(size), ledgerOf(Math.max(a, b), place % size)];
        const grown = await checkGrowth(filesOf(tilesOf(newer)), pointOf(older), pointOf(newer));
        expect(grown).toMatchObject({ ok: false, problem: { code: "verify.forked" } });
      }),
      { numRuns: 60 },
    );
  });

  test("is refused as a rollback when it is smaller", async () => {
    const [older, newer] = [ledgerOf(300), ledgerOf(299)];
    const grown = await checkGrowth(filesOf(tilesOf(newer)), pointOf(older), pointOf(newer));
    expect(grown).toMatchObject({ ok: false, problem: { code: "verify.rolledBack" } });
  });

  test("stays open, and is never called another history, when tiles are altered, cut off or missing", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), fc.boolean(), async ([a, b], tile, byte, cut) => {
        const [older, newer] = [ledgerOf(Math.min(a, b)), ledgerOf(Math.max(a, b))];
        const tiles = tilesOf(newer);
        const path = [...tiles.keys()][tile % tiles.size] ?? "";
        const bytes = tiles.get(path) ?? new Uint8Array(0);
        const at = byte % bytes.length;
        tiles.set(path, cut ? bytes.subarray(0, at) : bytes.with(at, (bytes[at] ?? 0) ^ 1));
        const grown = await checkGrowth(filesOf(tiles), pointOf(older), pointOf(newer));
        // What the proof does not need may be damaged; what it needs is noticed, and nothing is said about the ledger.
        if (!grown.ok) expect(grown.problem.code).toMatch(/^(verify\.staleTiles|tile\.)/);
        tiles.delete(path);
        const without = await checkGrowth(filesOf(tiles), pointOf(older), pointOf(newer));
        if (!without.ok) expect(without.problem.code).toBe("tile.missing");
      }),
      { numRuns: 120 },
    );
  });

  test("is refused for two roots of one size, and needs no tile for that", async () => {
    const grown = await checkGrowth(filesOf(new Map()), pointOf(ledgerOf(40)), pointOf(ledgerOf(40, 39)));
    expect(grown).toMatchObject({ ok: false, problem: { code: "verify.forked" } });
    expect((await checkGrowth(filesOf(new Map()), pointOf(ledgerOf(40)), pointOf(ledgerOf(40)))).ok).toBe(true);
  });
});
