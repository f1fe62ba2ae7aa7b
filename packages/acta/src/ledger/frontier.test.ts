import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import { Frontier, emptyRoot, leafHash, nodeHash } from "./index.js";

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const leafAt = (index: number) => Buffer.from(`entry ${index}`);
const leaves = (count: number) => Array.from({ length: count }, (_, index) => leafAt(index));

/** RFC 6962 2.1 word for word: split at the largest power of two smaller than n. */
function naiveRoot(list: readonly Uint8Array[]): Uint8Array {
  const [only] = list;
  if (only === undefined) return sha256(Buffer.alloc(0));
  if (list.length === 1) return sha256(Buffer.concat([Buffer.of(0), only]));
  let split = 1;
  while (split * 2 < list.length) split *= 2;
  const halves = [naiveRoot(list.slice(0, split)), naiveRoot(list.slice(split))];
  return sha256(Buffer.concat([Buffer.of(1), ...halves]));
}

function frontierOf(list: readonly Uint8Array[]): Frontier {
  const frontier = new Frontier(sha256);
  for (const leaf of list) frontier.appendLeaf(leaf);
  return frontier;
}

describe("the frontier of a tree", () => {
  test("has the root of RFC 6962 after every leaf", () => {
    const frontier = new Frontier(sha256);
    for (let size = 0; size <= 300; size++) {
      expect(hexOf(frontier.root())).toBe(hexOf(naiveRoot(leaves(size))));
      frontier.appendLeaf(leafAt(size));
      expect(frontier.size).toBe(size + 1);
    }
  });

  test("has the root of RFC 6962 whatever the leaves hold", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 1200 }), { maxLength: 40 }), (list) => {
        expect(hexOf(frontierOf(list).root())).toBe(hexOf(naiveRoot(list)));
      }),
    );
  });

  test("takes leaves out of one buffer, and by their hashes", () => {
    const buffer = Buffer.from("..one..three");
    const inPlace = new Frontier(sha256);
    inPlace.appendLeaf(buffer, 2, 5);
    inPlace.appendLeaf(buffer, 7);
    const byHash = new Frontier(sha256);
    for (const text of ["one", "three"]) byHash.append(leafHash(sha256, Buffer.from(text)));
    expect(inPlace.root()).toEqual(byHash.root());
    expect(hexOf(inPlace.root())).toBe(hexOf(naiveRoot([Buffer.from("one"), Buffer.from("three")])));
  });

  test("gives the same root twice, and a root that later leaves do not change", () => {
    const frontier = frontierOf(leaves(6));
    const root = frontier.root();
    const copy = hexOf(root);
    expect(frontier.root()).toEqual(root);
    for (const leaf of leaves(10)) frontier.appendLeaf(leaf);
    expect(hexOf(root)).toBe(copy);
  });

  test("goes on from its hashes", () => {
    for (let size = 0; size <= 70; size++) {
      const resumed = Frontier.resume(sha256, size, frontierOf(leaves(size)).hashes());
      if (!resumed.ok) throw new Error(resumed.problem.code);
      resumed.value.appendLeaf(leafAt(size));
      expect(hexOf(resumed.value.root())).toBe(hexOf(naiveRoot(leaves(size + 1))));
    }
  });

  test("does not go on from hashes that do not fit the size", () => {
    const hashes = frontierOf(leaves(3)).hashes();
    expect(Frontier.resume(sha256, 4, hashes)).toMatchObject({ problem: { code: "tree.badLength" } });
    expect(Frontier.resume(sha256, -1, hashes)).toMatchObject({ problem: { code: "tree.badSize" } });
    expect(Frontier.resume(sha256, 2 ** 53, [])).toMatchObject({ problem: { code: "tree.badSize" } });
    const short = hashes.map((hash) => hash.subarray(1));
    expect(Frontier.resume(sha256, 3, short)).toMatchObject({
      problem: { code: "tree.badHash", context: { bytes: 31 } },
    });
  });

  test("keeps the roots that it gives today", () => {
    const golden = [0, 1, 2, 3, 7, 256, 1000].map((size) => [size, hexOf(frontierOf(leaves(size)).root())]);
    expect(golden).toMatchInlineSnapshot(`
      [
        [
          0,
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ],
        [
          1,
          "773885a613489e24ce2cf76199d6a423f042e4bbf12d7eecee912ef276c65701",
        ],
        [
          2,
          "5a47662fd8a317d96049a3f9f47c55dc67ca66051baa3683dbb19b2fe09a07b0",
        ],
        [
          3,
          "94fbd0dd836f50301692e6d0eade728ee19ec52bfff1606ed807c8575d5aaa19",
        ],
        [
          7,
          "98c97f0ba3175cd08b031dd084b9dc4e649b64d1a28e6ea694646503173ab587",
        ],
        [
          256,
          "da6596d95369f5fef322ab8e4e0da3b0b50236aa9c8a3b1d246f7411c9e2e32e",
        ],
        [
          1000,
          "346c6b9cb89c4b76fac9dcb20cda86e3a01c0a57417c139028eacd4538fde95b",
        ],
      ]
    `);
  });

  test("refuses a function that is not SHA-256 and hashes of another length, as bugs of the caller", () => {
    expect(() => new Frontier(() => new Uint8Array(20)).appendLeaf(leafAt(0))).toThrow("20 bytes");
    expect(() => new Frontier(sha256).append(new Uint8Array(31))).toThrow("31 bytes");
  });
});

describe("hashes of leaves and nodes", () => {
  test("tell a leaf from a node: the second preimage of RFC 6962 2.1 does not work", () => {
    const [left, right] = [leafHash(sha256, leafAt(0)), leafHash(sha256, leafAt(1))];
    const node = nodeHash(sha256, left, right);
    expect(hexOf(frontierOf(leaves(2)).root())).toBe(hexOf(node));
    expect(hexOf(leafHash(sha256, Buffer.concat([left, right])))).not.toBe(hexOf(node));
  });

  test("of the empty tree is the hash of nothing, and differs from the hash of an empty leaf", () => {
    expect(hexOf(emptyRoot(sha256))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(hexOf(leafHash(sha256, new Uint8Array(0)))).toBe(
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    );
  });
});
