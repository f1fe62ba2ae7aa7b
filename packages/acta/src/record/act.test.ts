import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTRY_VERSIONS, actForms, isActKind, leafOf, readAct } from "./index.js";
import type { ActKind, EntryKind } from "./index.js";
import { SAMPLE_ACTS } from "./sample-acts.js";
import { sampleHeader } from "./sample-ledger.js";

const KINDS = Object.keys(ENTRY_VERSIONS).filter((kind): kind is ActKind => isActKind(kindOf(kind)));

function kindOf(kind: string): EntryKind {
  const known = Object.keys(ENTRY_VERSIONS).find((each): each is EntryKind => each === kind);
  if (known === undefined) throw new Error(kind);
  return known;
}

/** Leaf hash of RFC 6962, section 2.1: SHA-256(0x00 || leaf); the first 16 digits. */
function leafHash(leaf: Uint8Array): string {
  return createHash("sha256").update(Uint8Array.of(0)).update(leaf).digest("hex").slice(0, 16);
}

describe("golden leaves of acts: what is signed once must be written the same for ever", () => {
  // A change here is a new version of the kind: add its golden, keep the old one readable, and never edit a line below.
  test("version 1 of every kind: its header, its entry", () => {
    const golden = KINDS.map((kind) => {
      const header = leafHash(leafOf(sampleHeader(kind, 1)));
      return `${kind} ${ENTRY_VERSIONS[kind]}: ${header} ${leafHash(leafOf(SAMPLE_ACTS[kind]))}`;
    });
    expect(golden).toMatchInlineSnapshot(`
      [
        "lawSet 1: df39593df9abf5f9 85fa709fb4b59479",
        "evidence 1: 5805d739a328d15b f82e05d1ebb0878b",
        "flag 1: 59fc793509286d32 58322acc504d06ed",
        "case 1: 0a4ddd5a947638d0 58a392b9b6f13871",
        "petition 1: 2329f90c7f5d9bde 5ec873c77ef57838",
        "notification 1: c59a4827874f2498 679fab81928e86c3",
        "hearing 1: 75b2074b4a268d43 2478cc4678d6315e",
        "vote 1: 8ef16fa35c728d7a a156e834c1827c11",
        "ruling 1: 71182651f52a50ca 05ba6f548d74eb4a",
        "appeal 1: c7e313a157ba6a7e 0105925d2375bca9",
        "final 1: 0df3c0869f18115e bad011f7a3a86c39",
        "deadline 1: a6827a1a02f123cf 9616c47f6445ba91",
        "membership 1: 8f2a710f28d173b0 5a788ffde95fd4dc",
        "motion 1: 484bb3353e2ee69c 9b88aaaaf9a3cf82",
        "rollCall 1: 99817c89ba11b352 c37845b7bacd5389",
        "office 1: 6e7948dced436983 7e8fb1c94408286d",
        "observerReport 1: 46049d287021f791 453ea0d6e51feca5",
        "outsideEvent 1: 680de9488089a7f9 2e0cec2acd85f331",
        "certification 1: d15fcc95dd2ec405 a10df5abbe38a9a1",
        "erratum 1: 38ac6171f619404c 5df071dc6b0b1486",
        "publication 1: 64a039fd3e5fdda0 9d083eb0ed534c48",
        "key 1: 061c178659d0bcf7 4aded615fbef6081",
        "signature 1: a7df21d7df3b6539 4e38668417a9636b",
      ]
    `);
  });
});

describe("the form of an act", () => {
  test.each(KINDS)("%s: what is written is read again", (kind) => {
    const leaf: unknown = JSON.parse(Buffer.from(leafOf(SAMPLE_ACTS[kind])).toString());
    expect(readAct(kind, leaf, 5)).toEqual({ ok: true, value: SAMPLE_ACTS[kind] });
  });

  test.each(KINDS)("%s: a field that is missing, added or of another type is refused by its name", (kind) => {
    const fields = Object.entries(SAMPLE_ACTS[kind]);
    for (const [name] of fields) {
      const without = Object.fromEntries(fields.filter(([each]) => each !== name));
      const other = { ...Object.fromEntries(fields), [name]: { other: true } };
      for (const leaf of [without, other])
        expect(readAct(kind, leaf, 5)).toMatchObject({
          problem: { code: "record.badAct", context: { index: 5, kind, field: expect.stringMatching(`^${name}`) } },
        });
    }
    expect(readAct(kind, { ...SAMPLE_ACTS[kind], more: 1 }, 5)).toMatchObject({
      problem: { context: { field: "more" } },
    });
  });

  test("anything at all is read or refused, never thrown at", () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.anything(), (kind, leaf) => {
        expect(typeof readAct(kind, leaf, 0).ok).toBe("boolean");
      }),
    );
  });

  test("a day is a day, a moment is in UTC to the second", () => {
    const at = (value: unknown): boolean => readAct("final", { ...SAMPLE_ACTS.final, at: value }, 0).ok;
    expect(["2021-06-09", "2021-06-10T00:37:00Z", null].map(at)).toEqual([true, true, true]);
    expect(["2021-06-31", "2021-06-09T19:37:00-05:00", "9 June", "", 0].map(at)).toEqual(Array(5).fill(false));
  });

  test("every act kind has one form", () => {
    expect(Object.keys(actForms).toSorted()).toEqual(KINDS.toSorted());
  });
});
