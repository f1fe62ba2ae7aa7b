import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ed25519, keyPairOf, sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import {
  MemoryTiles,
  cosignText,
  encodeBase64,
  formatCheckpoint,
  formatNote,
  formatTlogProof,
  inclusionProof,
  leafHash,
  makeVerifierKey,
  parseTlogProof,
  signText,
  verifyTlogProof,
} from "./index.js";
import type { CheckpointPolicy, KeyKind, Signer, TlogProof } from "./index.js";

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

function signerOf<K extends KeyKind>(kind: K, name: string): Signer<K> {
  const pair = keyPairOf(name);
  return { key: must(makeVerifierKey(sha256, kind, name, pair.publicKey)), sign: pair.sign };
}

const platform = { sha256, ed25519 };
const ORIGIN = "acta.example/peru-2021-runoff";
const log = signerOf("ed25519", ORIGIN);
const witness = signerOf("cosignature", "witness.example/one");
const policy: CheckpointPolicy = { origin: ORIGIN, logKeys: [log.key], witnesses: [witness.key], quorum: 1 };
const SIZE = 1000;
const leafAt = (index: number) =>
  new TextEncoder().encode(`{"station":"${String(index).padStart(6, "0")}","votes":[1,2,3]}`);
const hashAt = (index: number) => leafHash(sha256, leafAt(index));

const tree = new MemoryTiles(sha256);
for (let index = 0; index < SIZE; index++) tree.appendLeaf(leafAt(index));

function checkpointOf(size: number, root: Uint8Array): Uint8Array {
  const text = must(formatCheckpoint({ origin: ORIGIN, size, root, extensions: [] }));
  return formatNote({ text, signatures: [must(signText(text, log)), must(cosignText(text, witness, 1_623_000_000))] });
}

const checkpoint = checkpointOf(SIZE, tree.root());
const proofOf = (index: number): TlogProof => ({
  index,
  hashes: must(inclusionProof(sha256, tree.read, index, SIZE)),
  checkpoint,
  extra: leafAt(index),
});
const verifyBytes = (bytes: Uint8Array, leaf: Uint8Array) => {
  const proof = parseTlogProof(bytes);
  return proof.ok ? verifyTlogProof(platform, proof.value, leaf, policy) : proof;
};

describe("a proof file", () => {
  test("shows that an entry is in the ledger, with nothing else but the keys", () => {
    for (let index = 0; index < SIZE; index += 37) {
      const bytes = must(formatTlogProof(proofOf(index)));
      expect(bytes.length).toBeLessThan(2000);
      const read = must(parseTlogProof(bytes));
      expect(read.extra).toEqual(leafAt(index));
      expect(
        must(verifyTlogProof(platform, read, leafHash(sha256, read.extra ?? new Uint8Array(0)), policy)),
      ).toMatchObject({
        checkpoint: { origin: ORIGIN, size: SIZE },
        signedBy: [{ key: log.key }],
        witnessedBy: [{ key: witness.key, time: 1_623_000_000 }],
      });
      expect(verifyBytes(bytes, hashAt(index + 1))).toMatchObject({ problem: { code: "tree.notIncluded" } });
    }
  });

  test("is written as it was read, byte for byte", () => {
    fc.assert(
      fc.property(fc.nat({ max: SIZE - 1 }), fc.boolean(), (index, withExtra) => {
        const { extra, ...bare } = proofOf(index);
        const bytes = must(formatTlogProof(withExtra && extra !== undefined ? { ...bare, extra } : bare));
        expect(must(formatTlogProof(must(parseTlogProof(bytes))))).toEqual(bytes);
      }),
    );
  });

  test("does not verify when any byte outside its extra line is changed", () => {
    const { extra: _, ...bare } = proofOf(314);
    const bytes = must(formatTlogProof(bare));
    expect(verifyBytes(bytes, hashAt(314)).ok).toBe(true);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(verifyBytes(bytes.with(at, (bytes[at] ?? 0) ^ change), hashAt(314)).ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
    for (let at = 0; at < bytes.length; at++)
      expect(verifyBytes(Uint8Array.from([...bytes].toSpliced(at, 1)), hashAt(314)).ok).toBe(false);
  });

  test("does not verify with the checkpoint of another tree", () => {
    const other = checkpointOf(SIZE, hashAt(0));
    expect(verifyTlogProof(platform, { ...proofOf(3), checkpoint: other }, hashAt(3), policy)).toMatchObject({
      problem: { code: "tree.notIncluded" },
    });
    const smaller = checkpointOf(3, tree.root());
    expect(verifyTlogProof(platform, { ...proofOf(3), checkpoint: smaller }, hashAt(3), policy)).toMatchObject({
      problem: { code: "tree.badIndex" },
    });
  });

  test("of the only entry has no steps", () => {
    const lone = new MemoryTiles(sha256);
    lone.appendLeaf(leafAt(0));
    const bytes = must(formatTlogProof({ index: 0, hashes: [], checkpoint: checkpointOf(1, lone.root()) }));
    expect(new TextDecoder().decode(bytes)).toMatch(/^c2sp.org\/tlog-proof@v1\nindex 0\n\nacta.example/);
    expect(verifyBytes(bytes, hashAt(0)).ok).toBe(true);
  });

  test("of the specification's form is read", () => {
    const hash = encodeBase64(new Uint8Array(32).fill(7));
    const text = `c2sp.org/tlog-proof@v1\nextra YWN0YQ==\nindex 73894\n${hash}\n${hash}\n\nexample.com/fancylog\n109482\n`;
    expect(parseTlogProof(new TextEncoder().encode(text))).toMatchObject({
      value: { index: 73_894, hashes: [new Uint8Array(32).fill(7), new Uint8Array(32).fill(7)] },
    });
  });

  test("of another form is refused", () => {
    const hash = encodeBase64(new Uint8Array(32));
    const head = "c2sp.org/tlog-proof@v1\n";
    const forms = [
      ["", "proof.badForm"],
      [`${head}index 0\n`, "proof.badForm"],
      [`c2sp.org/tlog-proof@v2\nindex 0\n\n`, "proof.badHeader"],
      [` ${head}index 0\n\n`, "proof.badHeader"],
      [`${head}extra \nindex 0\n\n`, "proof.badExtra"],
      [`${head}extra YQ=\nindex 0\n\n`, "proof.badExtra"],
      [`${head}extra YQ==\nextra YQ==\nindex 0\n\n`, "proof.badIndex"],
      [`${head}\nindex 0\n\n`, "proof.badIndex"],
      [`${head}index 00\n\n`, "proof.badIndex"],
      [`${head}index -1\n\n`, "proof.badIndex"],
      [`${head}index 1000000000000000\n\n`, "proof.badIndex"],
      [`${head}index  0\n\n`, "proof.badIndex"],
      [`${head}Index 0\n\n`, "proof.badIndex"],
      [`${head}index 0\r\n\r\n`, "proof.badForm"],
      [`${head}index 0\n${hash.slice(4)}\n\n`, "proof.badHash"],
      [`${head}index 0\n${hash} \n\n`, "proof.badHash"],
      [`${head}index 0\n${`${hash}\n`.repeat(64)}\n`, "proof.badHash"],
    ] as const;
    for (const [text, code] of forms)
      expect(parseTlogProof(new TextEncoder().encode(text)), text).toMatchObject({ problem: { code } });
    expect(parseTlogProof(Uint8Array.of(255, 10, 10))).toMatchObject({ problem: { code: "proof.badForm" } });
    expect(parseTlogProof(new Uint8Array((1 << 19) + 1))).toMatchObject({ problem: { code: "proof.tooLarge" } });
  });

  test("is not written when it could not be read", () => {
    const proof = proofOf(5);
    for (const [change, code] of [
      [{ index: -1 }, "proof.badIndex"],
      [{ index: 1e15 }, "proof.badIndex"],
      [{ hashes: [new Uint8Array(31)] }, "proof.badHash"],
      [{ hashes: Array.from({ length: 64 }, () => new Uint8Array(32)) }, "proof.badHash"],
      [{ extra: new Uint8Array(0) }, "proof.badExtra"],
      [{ extra: new Uint8Array(1 << 19) }, "proof.tooLarge"],
      [{ checkpoint: Uint8Array.of(255) }, "note.notUtf8"],
    ] as const)
      expect(formatTlogProof({ ...proof, ...change })).toMatchObject({ problem: { code } });
  });

  test("has room for the longest entry", () => {
    const bytes = must(formatTlogProof({ ...proofOf(5), extra: new Uint8Array(65_535) }));
    expect(must(parseTlogProof(bytes)).extra).toHaveLength(65_535);
  });

  test("keeps the bytes that it has today", () => {
    expect(new TextDecoder().decode(must(formatTlogProof(proofOf(26))))).toMatchInlineSnapshot(`
      "c2sp.org/tlog-proof@v1
      extra eyJzdGF0aW9uIjoiMDAwMDI2Iiwidm90ZXMiOlsxLDIsM119
      index 26
      W7oG/xsJsFJw1J/VXu8Fd0x+pAq4V+MpH2i/wrg0Aqo=
      4l1+PbeD+CkK3qms/KqQhqvjgw6aUBuQO0koijMvZhQ=
      SJIOTNZ6rbNYMHoyiQjBYwVyGBgOOLcAIQ/Wzq8S1Fw=
      YT5k2csRGJ2qYA8BEEv6CmVqNE34Kf2urhHT5VED/Xg=
      3MZ1+Tj9vbcJBb5uAY1QM78vvG7IiRIXQ0sV949BUzA=
      Fnu0xEf8Fgez+G6UamBc/eCQIcMTaTGDoTSAlObq8Dk=
      O4cwi8Whwe1kDJuEzokb4I53uEqaN4g+JsmCHTXyFno=
      KI8M4uw5S1RIT61SpME1GE5H1uzCE3naCJEYubCicmQ=
      5bClpliRkQAEcW8LvHztaFe9/UlZAbrXDWlK7QGeOcU=
      xhU9nV0wgKXKHbXFP7S7LUqeMKUmBuRkOCSqohp8zQY=

      acta.example/peru-2021-runoff
      1000
      oKQDdv3yniqxDlpwvmozlGd0uzG9tvDisGYBcEPze3M=

      — acta.example/peru-2021-runoff +MORabt+NxrQy83oxvwUsMy3/pBGmF2/qC9iULsf+EdC+La6V0fKjyAX1Dpk9rHfNbzUDWvCBcezJ0h1edMVamMplwU=
      — witness.example/one A0cmXQAAAABgvQPARgS5rB70nTnF5pCSivmnBf5OGFFNy93xNwqqy2PZVMelnGp7Hdm7QhDTEoHF7rd/cpo/EXAJa0ONT0pK/SaXBQ==
      "
    `);
  });
});
