import { expect, test } from "vitest";
import { sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import { Frontier, TileWriter } from "./index.js";

const LEAVES = 5_000_000;

/** Memory that is held, in MB, after everything that is not held has gone. */
function heldMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1e6;
}

test("5 million leaves are hashed in constant memory, and tiles give the same root", () => {
  const leaf = new Uint8Array(45);
  const view = new DataView(leaf.buffer);
  const frontier = new Frontier(sha256);
  const tiles = new TileWriter(sha256, () => {});
  const held: number[] = [];
  for (let index = 0; index < LEAVES; index++) {
    view.setUint32(0, index);
    frontier.appendLeaf(leaf);
    tiles.appendLeaf(leaf);
    if (index % 1_000_000 === 500_000) held.push(heldMegabytes());
  }
  expect(tiles.root()).toEqual(frontier.root());
  // A hash kept for every leaf would be 32 MB more with every million.
  const [first = 0] = held;
  const last = held.at(-1) ?? 0;
  expect(last - first).toBeLessThan(globalThis.gc === undefined ? 100 : 8);
});
