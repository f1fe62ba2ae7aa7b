import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ed25519, keyPairOf, sha256 } from "../../../../scripts/vectors/node-crypto.mjs";
import {
  cosignText,
  encodeBase64,
  formatNote,
  formatSignature,
  formatVerifierKey,
  makeVerifierKey,
  parseNote,
  parseVerifierKey,
  signText,
  verifyNote,
} from "./index.js";
import type { KeyKind, NoteSignature, Signer, VerifierKey } from "./index.js";

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

function signerOf<K extends KeyKind>(kind: K, name: string): Signer<K> {
  const pair = keyPairOf(name);
  return { key: must(makeVerifierKey(sha256, kind, name, pair.publicKey)), sign: pair.sign };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const jury = signerOf("ed25519", "jee.example/lima");
const witness = signerOf("cosignature", "witness.example/w1");
const stranger = signerOf("ed25519", "stranger.example");
const TEXT = "acta batch\n12 17\n\nmesa 026140: señal\n";

function noteOf(text: string, ...signers: readonly Signer<"ed25519">[]): Uint8Array {
  return formatNote({ text, signatures: signers.map((signer) => must(signText(text, signer))) });
}

function verified(bytes: Uint8Array, ...keys: readonly VerifierKey[]) {
  const note = parseNote(bytes);
  return note.ok ? verifyNote(ed25519, note.value, keys) : note;
}

// The example of the C2SP signed-note specification (../shared/vectors/tlog.json, notes[0]).
const EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const EXAMPLE =
  "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

describe("a signed note", () => {
  test("of the specification is verified", () => {
    const key = must(parseVerifierKey(sha256, EXAMPLE_KEY));
    expect(key).toMatchObject({ kind: "ed25519", name: "example.com/foo", id: "530d903a" });
    expect(verified(bytesOf(EXAMPLE), key)).toEqual({ ok: true, value: [{ key }] });
  });

  test("is read as it was written, whatever its text", () => {
    const allowed = (text: string) =>
      [...text].every((character) => character >= " " && !/\p{Surrogate}/u.test(character));
    const line = fc.string({ unit: "grapheme", maxLength: 30 }).filter(allowed);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        const bytes = noteOf(text, jury);
        const note = must(parseNote(bytes));
        expect(note.text).toBe(text);
        expect(formatNote(note)).toEqual(bytes);
        expect(verified(bytes, jury.key)).toEqual({ ok: true, value: [{ key: jury.key }] });
      }),
    );
  });

  test("is refused when any single byte is changed to any other", () => {
    const bytes = noteOf("a\nb\n", jury);
    for (let at = 0; at < bytes.length; at++)
      for (let value = 0; value < 256; value++) {
        if (value === bytes[at]) continue;
        const changed = bytes.with(at, value);
        if (verified(changed, jury.key).ok) expect.fail(`byte ${at} as ${value} is accepted`);
      }
  });

  test("is refused when any byte is dropped, repeated or inserted, and when it is cut off", () => {
    const bytes = [...noteOf(TEXT, jury)];
    for (let at = 0; at < bytes.length; at++) {
      expect(verified(Uint8Array.from(bytes.toSpliced(at, 1)), jury.key).ok).toBe(false);
      for (const value of [bytes[at] ?? 0, 10, 32, 65])
        expect(verified(Uint8Array.from(bytes.toSpliced(at, 0, value)), jury.key).ok).toBe(false);
      expect(verified(Uint8Array.from(bytes.slice(0, at)), jury.key).ok).toBe(false);
    }
    for (const value of [10, 32, 65]) expect(verified(Uint8Array.from([...bytes, value]), jury.key).ok).toBe(false);
  });

  test("may hold empty lines and signature lines in its text: the last empty line parts them", () => {
    const inner = new TextDecoder().decode(noteOf("first\n", stranger));
    const note = must(parseNote(noteOf(inner, jury)));
    expect(note.text).toBe(inner);
    expect(note.signatures.map(({ name }) => name)).toEqual(["jee.example/lima"]);
  });

  test("is not one without an empty line, a last line break or a signature", () => {
    const signature = must(signText("a\n", jury));
    const line = formatSignature(signature);
    for (const text of ["", "a\n", "a\n\n", `a\n${line}`, `a\n\n${line.slice(0, -1)}`, `a${line}`, "\n\n", line])
      expect(parseNote(bytesOf(text)).ok, JSON.stringify(text)).toBe(false);
    expect(parseNote(bytesOf(`a\n\n${line}`)).ok).toBe(true);
  });

  test("is not one with a signature line of another form", () => {
    const good = encodeBase64(new Uint8Array(68));
    const lines = [
      `- name ${good}`,
      `—name ${good}`,
      `—  ${good}`,
      `— name`,
      "— name ",
      `— name  ${good}`,
      `— name ${good} `,
      `— na+me ${good}`,
      `— na\u00a0me ${good}`,
      `— na\u2003me ${good}`,
      `— na\u0085me ${good}`,
      `— name ${good}=`,
      `— name ${encodeBase64(new Uint8Array(4))}`,
      "— name AAAAAAB=",
      ` — name ${good}`,
      `– name ${good}`,
    ];
    for (const line of lines)
      expect(parseNote(bytesOf(`a\n\n${line}\n`)), line).toEqual({
        ok: false,
        problem: { code: "note.badSignatureLine", context: { line: 1 } },
      });
    expect(parseNote(bytesOf(`a\n\n— name ${good}\n`)).ok).toBe(true);
  });

  test("is UTF-8 without control characters", () => {
    const bytes = noteOf("abc\n", jury);
    for (const control of [0, 9, 13, 27, 31])
      expect(parseNote(bytes.with(1, control))).toMatchObject({ problem: { code: "note.controlCharacter" } });
    expect(parseNote(bytes.with(1, 0xff))).toMatchObject({ problem: { code: "note.notUtf8" } });
    expect(parseNote(Uint8Array.from([0xc0, 0x80, ...bytes]))).toMatchObject({ problem: { code: "note.notUtf8" } });
    // A byte order mark is neither dropped nor added.
    const marked = must(parseNote(noteOf("\u{feff}abc\n", jury)));
    expect(marked.text).toBe("\u{feff}abc\n");
    for (const [text, code] of [
      ["no line break", "note.badForm"],
      ["tab\there\n", "note.controlCharacter"],
      ["half a character \ud800\n", "note.notUtf8"],
    ] as const)
      expect(signText(text, jury)).toMatchObject({ problem: { code } });
  });

  test("has a largest size and a largest number of signatures", () => {
    const signature = must(signText("a\n", jury));
    const many = (count: number) =>
      formatNote({ text: "a\n", signatures: Array.from({ length: count }, () => signature) });
    expect(parseNote(many(100)).ok).toBe(true);
    expect(parseNote(many(101))).toMatchObject({ problem: { code: "note.manySignatures" } });
    expect(parseNote(new Uint8Array((1 << 18) + 1))).toMatchObject({ problem: { code: "note.tooLarge" } });
    // 16 signatures of 5 kB each must fit (C2SP signed-note, Format).
    const large: NoteSignature = { name: "pq.example", keyId: "00000001", signature: new Uint8Array(5000) };
    expect(parseNote(formatNote({ text: "a\n", signatures: Array.from({ length: 16 }, () => large) })).ok).toBe(true);
  });

  test("keeps the bytes that it has today", () => {
    expect(new TextDecoder().decode(noteOf(TEXT, jury))).toMatchInlineSnapshot(`
      "acta batch
      12 17

      mesa 026140: señal

      — jee.example/lima OWH+6GQJCMvhfS8V0eWEqIQNio8jAjRfL89oAWJx7JbedctRHhXJ9t7xP8V+FDjiaKq9pLRP6n5ESqy7XM6U9FWggQU=
      "
    `);
  });
});

describe("the signatures of a note", () => {
  test("of unknown keys are ignored, also when they share a name or an id with a known one", () => {
    const [own] = must(parseNote(noteOf(TEXT, jury))).signatures;
    if (own === undefined) throw new Error("no signature");
    const garbage = new Uint8Array(64);
    const strangers = [
      { ...own, name: "other.example", signature: garbage },
      { ...own, keyId: "00000000", signature: garbage },
      { name: "short.example", keyId: "12345678", signature: new Uint8Array(1) },
    ];
    for (const order of [
      [...strangers, own],
      [own, ...strangers],
    ])
      expect(verified(formatNote({ text: TEXT, signatures: order }), jury.key)).toEqual({
        ok: true,
        value: [{ key: jury.key }],
      });
    expect(verified(formatNote({ text: TEXT, signatures: strangers }), jury.key)).toEqual({
      ok: false,
      problem: { code: "note.noKnownSignature", context: { signatures: 3 } },
    });
  });

  test("of a known key that do not hold refuse the note, whoever else signed", () => {
    const [own] = must(parseNote(noteOf(TEXT, jury))).signatures;
    if (own === undefined) throw new Error("no signature");
    const other = must(signText(TEXT, stranger));
    for (const signature of [new Uint8Array(64), own.signature.subarray(1), new Uint8Array(65), other.signature]) {
      const signatures = [other, { ...own, signature }];
      expect(verified(formatNote({ text: TEXT, signatures }), jury.key, stranger.key)).toEqual({
        ok: false,
        problem: { code: "note.badSignature", where: "jee.example/lima" },
      });
      expect(verified(formatNote({ text: TEXT, signatures: [own, ...signatures] }), jury.key).ok).toBe(false);
    }
  });

  test("count once for each key", () => {
    expect(verified(noteOf(TEXT, jury, stranger, jury), jury.key, stranger.key)).toEqual({
      ok: true,
      value: [{ key: jury.key }, { key: stranger.key }],
    });
  });

  test("do not hold for another text, or under another kind of the same key", () => {
    const signature = must(signText(TEXT, jury));
    expect(verified(formatNote({ text: `${TEXT}more\n`, signatures: [signature] }), jury.key)).toMatchObject({
      problem: { code: "note.badSignature" },
    });
    const asWitness = must(makeVerifierKey(sha256, "cosignature", jury.key.name, jury.key.publicKey));
    expect(asWitness.id).not.toBe(jury.key.id);
    expect(verified(noteOf(TEXT, jury), asWitness)).toMatchObject({ problem: { code: "note.noKnownSignature" } });
  });

  test("of witnesses carry the time, which is signed as well", () => {
    const signature = must(cosignText(TEXT, witness, 1_623_340_800));
    const note = { text: TEXT, signatures: [signature] };
    expect(verified(formatNote(note), witness.key)).toEqual({
      ok: true,
      value: [{ key: witness.key, time: 1_623_340_800 }],
    });
    for (let at = 0; at < signature.signature.length; at++) {
      const changed = { ...signature, signature: signature.signature.with(at, (signature.signature[at] ?? 0) ^ 1) };
      expect(verified(formatNote({ ...note, signatures: [changed] }), witness.key)).toMatchObject({
        problem: { code: "note.badSignature" },
      });
    }
    expect(
      verified(
        formatNote({ ...note, signatures: [{ ...signature, signature: signature.signature.subarray(8) }] }),
        witness.key,
      ).ok,
    ).toBe(false);
  });

  test("of witnesses are made for whole seconds up to 2^53 - 1", () => {
    for (const time of [0, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
      const signatures = [must(cosignText(TEXT, witness, time))];
      expect(verified(formatNote({ text: TEXT, signatures }), witness.key)).toMatchObject({ value: [{ time }] });
    }
    for (const time of [-1, 0.5, 2 ** 53, Number.NaN])
      expect(cosignText(TEXT, witness, time)).toMatchObject({ problem: { code: "note.badTime" } });
    expect(cosignText("no line break", witness, 0)).toMatchObject({ problem: { code: "note.badForm" } });
  });
});

describe("a verifier key", () => {
  test("is read as it was written", () => {
    for (const key of [jury.key, witness.key])
      expect(must(parseVerifierKey(sha256, formatVerifierKey(key)))).toEqual(key);
    expect(formatVerifierKey(must(parseVerifierKey(sha256, EXAMPLE_KEY)))).toBe(EXAMPLE_KEY);
  });

  test("is refused when any character is changed", () => {
    const text = formatVerifierKey(jury.key);
    for (let at = 0; at < text.length; at++)
      for (const character of "Aa0+/= \n_é") {
        if (character === text[at]) continue;
        expect(parseVerifierKey(sha256, text.slice(0, at) + character + text.slice(at + 1)).ok).toBe(false);
      }
  });

  test("is refused with an unknown type, another length, another id or a bad name", () => {
    const withMaterial = (bytes: Uint8Array) => `example.com/foo+530d903a+${encodeBase64(bytes)}`;
    expect(parseVerifierKey(sha256, withMaterial(new Uint8Array(33).fill(2)))).toMatchObject({
      problem: { code: "note.unknownKeyType", where: "example.com/foo", context: { type: 2 } },
    });
    expect(parseVerifierKey(sha256, withMaterial(new Uint8Array(32).fill(1)))).toMatchObject({
      problem: { code: "note.badKey" },
    });
    expect(parseVerifierKey(sha256, EXAMPLE_KEY.replace("530d903a", "530d903b"))).toMatchObject({
      problem: { code: "note.otherKeyId" },
    });
    for (const text of [
      "",
      "a",
      "a+b",
      "a+530D903A+AQ==",
      "++",
      "+530d903a+AQ==",
      "a+530d903a+",
      EXAMPLE_KEY.replace("530d903a", "530D903A"),
    ])
      expect(parseVerifierKey(sha256, text), text).toMatchObject({ problem: { code: "note.badKey" } });
    for (const name of ["", "a b", "a+b", "a\u2028b", "a\u007fb", "a\ud800"])
      expect(makeVerifierKey(sha256, "ed25519", name, jury.key.publicKey)).toMatchObject({
        problem: { code: "note.badName" },
      });
  });

  test("that cannot be read is never repeated in the problem: it might be a private one", () => {
    const problem = parseVerifierKey(sha256, "PRIVATE+KEY+example.com/foo+530d903a+secret");
    expect(JSON.stringify(problem)).not.toContain("secret");
  });
});
