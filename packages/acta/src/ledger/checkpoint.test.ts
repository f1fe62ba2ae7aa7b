import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ed25519, keyPairOf, sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import {
  cosignText,
  formatCheckpoint,
  formatNote,
  makeVerifierKey,
  parseCheckpoint,
  parseNote,
  signText,
  verifyCheckpoint,
} from "./index.js";
import type { Checkpoint, CheckpointPolicy, KeyKind, NoteSignature, Signer } from "./index.js";

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

function signerOf<K extends KeyKind>(kind: K, name: string, word: string = name): Signer<K> {
  const pair = keyPairOf(word);
  return { key: must(makeVerifierKey(sha256, kind, name, pair.publicKey)), sign: pair.sign };
}

const ORIGIN = "acta.example/peru-2021-runoff";
const log = signerOf("ed25519", ORIGIN);
const nextLog = signerOf("ed25519", ORIGIN, "the key after rotation");
const witnesses = ["one", "two", "three"].map((name) => signerOf("cosignature", `witness.example/${name}`));
const [one = witnesses[0], two = one, three = one] = witnesses;
const root = sha256(new TextEncoder().encode("root"));
const checkpoint: Checkpoint = { origin: ORIGIN, size: 86_488, root: new Uint8Array(root), extensions: [] };
const TEXT = must(formatCheckpoint(checkpoint));
const policy: CheckpointPolicy = {
  origin: ORIGIN,
  logKeys: [log.key],
  witnesses: witnesses.map(({ key }) => key),
  quorum: 0,
};

const signed = must(signText(TEXT, log));
const cosigned = (signer: Signer<"cosignature"> | undefined): NoteSignature =>
  must(cosignText(TEXT, signer ?? signerOf("cosignature", "nobody"), 1_623_000_000));
const bytesOf = (...signatures: readonly NoteSignature[]) => formatNote({ text: TEXT, signatures });

describe("the text of a checkpoint", () => {
  test("is read as it was written", () => {
    const line = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        line,
        fc.nat({ max: 999_999_999_999_999 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.array(line, { maxLength: 3 }),
        (origin, size, hash, extensions) => {
          const written = { origin, size, root: hash, extensions };
          expect(parseCheckpoint(must(formatCheckpoint(written)))).toEqual({ ok: true, value: written });
        },
      ),
    );
  });

  test("has one form", () => {
    const [, size = "", hash = ""] = TEXT.split("\n");
    const forms: readonly (readonly [string, string])[] = [
      [TEXT.slice(0, -1), "checkpoint.badForm"],
      ["", "checkpoint.badForm"],
      [`\n${size}\n${hash}\n`, "checkpoint.badForm"],
      [`${TEXT}\n`, "checkpoint.badForm"],
      [`${ORIGIN}\n${size}\n${hash}\n\nx\n`, "checkpoint.badForm"],
      [`${ORIGIN}\n${size}\n`, "checkpoint.badRoot"],
      [`${ORIGIN}\n`, "checkpoint.badSize"],
      ...["086488", "00", "-1", "+1", "1.0", "1e3", " 1", "", "1000000000000000", "0x10", "٣"].map(
        (bad) => [`${ORIGIN}\n${bad}\n${hash}\n`, "checkpoint.badSize"] as const,
      ),
      ...[hash.slice(0, -1), `${hash.slice(0, 42)}B=`, `${hash} `, hash.slice(4), `AAAA${hash}`].map(
        (bad) => [`${ORIGIN}\n${size}\n${bad}\n`, "checkpoint.badRoot"] as const,
      ),
    ];
    for (const [text, code] of forms) expect(parseCheckpoint(text), text).toMatchObject({ problem: { code } });
    expect(parseCheckpoint(`${ORIGIN}\n0\n${hash}\nfirst\nsecond\n`)).toMatchObject({
      value: { size: 0, extensions: ["first", "second"] },
    });
  });

  test("is not written when it could not be read", () => {
    for (const [change, code] of [
      [{ origin: "" }, "checkpoint.badForm"],
      [{ origin: "a\nb" }, "checkpoint.badForm"],
      [{ extensions: [""] }, "checkpoint.badForm"],
      [{ size: -1 }, "checkpoint.badSize"],
      [{ size: 1e15 }, "checkpoint.badSize"],
      [{ root: new Uint8Array(31) }, "checkpoint.badRoot"],
      [{ origin: "a\tb" }, "note.controlCharacter"],
    ] as const)
      expect(formatCheckpoint({ ...checkpoint, ...change })).toMatchObject({ problem: { code } });
  });

  test("of the specification is read", () => {
    const note =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
    const { text } = must(parseNote(new TextEncoder().encode(note)));
    expect(must(parseCheckpoint(text))).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20_852_163 });
  });

  test("keeps the bytes that it has today", () => {
    expect(new TextDecoder().decode(bytesOf(signed, cosigned(one)))).toMatchInlineSnapshot(`
      "acta.example/peru-2021-runoff
      86488
      SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=

      — acta.example/peru-2021-runoff +MORaSbjvU7Wh0H/0vsZilYSEoQ95pqQYw9ZJ0ARRjiv7vGHOH9XFUm+g5UoydNGtexiguBt7LmzTeS1OfS2n9dGGQs=
      — witness.example/one A0cmXQAAAABgvQPAsb/fUBVARgDDXBuVe3BO6TiS+EQqOnN1LC8ou9GSOBZEgfhutMgrqjXI2FpkD0Uebg2tXAOttd1mk5p8GfxkDg==
      "
    `);
  });
});

describe("a checkpoint", () => {
  test("that the ledger signed is accepted, with whose signatures", () => {
    expect(verifyCheckpoint(ed25519, bytesOf(signed, cosigned(one)), policy)).toEqual({
      ok: true,
      value: { checkpoint, signedBy: [{ key: log.key }], witnessedBy: [{ key: one?.key, time: 1_623_000_000 }] },
    });
  });

  test("is accepted when k of the n known witnesses cosigned it", () => {
    const notes = [
      bytesOf(signed),
      bytesOf(signed, cosigned(one)),
      bytesOf(signed, cosigned(three), cosigned(one)),
      bytesOf(cosigned(two), signed, cosigned(three), cosigned(one)),
    ];
    for (const [count, bytes] of notes.entries())
      for (let quorum = 0; quorum <= 3; quorum++) {
        const result = verifyCheckpoint(ed25519, bytes, { ...policy, quorum });
        if (quorum <= count) expect(result.ok && result.value.witnessedBy).toHaveLength(count);
        else
          expect(result).toEqual({
            ok: false,
            problem: { code: "checkpoint.fewWitnesses", context: { witnesses: count, quorum } },
          });
      }
  });

  test("counts no witness twice and no unknown one", () => {
    const again = must(cosignText(TEXT, one ?? signerOf("cosignature", "nobody"), 1_623_000_001));
    const unknown = must(cosignText(TEXT, signerOf("cosignature", "witness.example/four"), 1_623_000_001));
    expect(
      verifyCheckpoint(ed25519, bytesOf(signed, cosigned(one), again, unknown), { ...policy, quorum: 2 }),
    ).toMatchObject({
      problem: { code: "checkpoint.fewWitnesses", context: { witnesses: 1, quorum: 2 } },
    });
  });

  test("that only witnesses signed is not the ledger's", () => {
    expect(verifyCheckpoint(ed25519, bytesOf(cosigned(one)), policy)).toMatchObject({
      problem: { code: "checkpoint.notSigned" },
    });
  });

  test("of another ledger is refused, under another key or under the same one", () => {
    const text = must(formatCheckpoint({ ...checkpoint, origin: "acta.example/drill" }));
    const stranger = signerOf("ed25519", "acta.example/drill");
    const others = formatNote({ text, signatures: [must(signText(text, stranger))] });
    expect(verifyCheckpoint(ed25519, others, policy)).toMatchObject({ problem: { code: "note.noKnownSignature" } });
    const sameKey = formatNote({ text, signatures: [must(signText(text, log))] });
    expect(verifyCheckpoint(ed25519, sameKey, policy)).toEqual({
      ok: false,
      problem: { code: "checkpoint.otherOrigin", context: { origin: "acta.example/drill", expected: ORIGIN } },
    });
  });

  test("that a key signed which the ledger has not any more, or not yet, is refused", () => {
    const next = must(signText(TEXT, nextLog));
    expect(verifyCheckpoint(ed25519, bytesOf(next), policy)).toMatchObject({
      problem: { code: "note.noKnownSignature" },
    });
    expect(verifyCheckpoint(ed25519, bytesOf(next), { ...policy, logKeys: [log.key, nextLog.key] }).ok).toBe(true);
    expect(verifyCheckpoint(ed25519, bytesOf(signed, next), policy).ok).toBe(true);
  });

  test("with a known witness whose cosignature does not hold is refused, even when none is asked for", () => {
    const bad = { ...cosigned(two), signature: cosigned(one).signature };
    expect(verifyCheckpoint(ed25519, bytesOf(signed, bad), policy)).toMatchObject({
      problem: { code: "note.badSignature", where: "witness.example/two" },
    });
  });

  test("changed in any single byte is refused when all its signatures are asked for", () => {
    const bytes = bytesOf(signed, cosigned(one), cosigned(two), cosigned(three));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.with(at, (bytes[at] ?? 0) ^ change);
        expect(verifyCheckpoint(ed25519, changed, { ...policy, quorum: 3 }).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test("that is signed but is no checkpoint is refused", () => {
    const text = "just a text\n";
    const bytes = formatNote({ text, signatures: [must(signText(text, log))] });
    expect(verifyCheckpoint(ed25519, bytes, policy)).toMatchObject({ problem: { code: "checkpoint.badSize" } });
    expect(verifyCheckpoint(ed25519, new Uint8Array(0), policy)).toMatchObject({ problem: { code: "note.badForm" } });
  });
});

describe("a policy", () => {
  test("in which one public key would count twice, or that cannot be met, is not used", () => {
    const twin = signerOf("cosignature", "witness.example/twin", "witness.example/one");
    const selfWitness = signerOf("cosignature", "witness.example/self", ORIGIN);
    const policies = [
      [{ ...policy, logKeys: [] }, "checkpoint.noLogKey"],
      [{ ...policy, witnesses: [...policy.witnesses, twin.key] }, "checkpoint.sameKey"],
      [{ ...policy, witnesses: [selfWitness.key] }, "checkpoint.sameKey"],
      [{ ...policy, quorum: 4 }, "checkpoint.badQuorum"],
      [{ ...policy, quorum: -1 }, "checkpoint.badQuorum"],
      [{ ...policy, quorum: 0.5 }, "checkpoint.badQuorum"],
    ] as const;
    for (const [unusable, code] of policies)
      expect(verifyCheckpoint(ed25519, bytesOf(signed), unusable)).toMatchObject({ problem: { code } });
  });
});
