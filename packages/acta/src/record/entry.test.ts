import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonicalJson, utf8 } from "../basics/index.js";
import { ENTRY_VERSIONS, LeafWriter, actForms, leafOf, writeSheetEntry } from "./index.js";
import type { ActKind, EntryKind, PlainEntry } from "./index.js";
import { readHeader } from "./batch-header.js";
import { readBlobEntry, readBulletinEntry, readEditionEntry, readLedgerEntry } from "./entry.js";
import { hashOf, momentAt, sampleHeader } from "./sample-ledger.js";

const PLAIN: Readonly<Record<Exclude<EntryKind, "sheet" | ActKind>, PlainEntry>> = {
  ledger: { mode: "reported", origin: "peru-2021-runoff", drill: false },
  definition: { sha256: hashOf("d1"), bytes: 19_098, name: "election", part: "" },
  roll: { sha256: hashOf("r1"), bytes: 2_827_507, name: "roll", part: "" },
  source: { sha256: hashOf("s1"), bytes: 1_282_745, name: "runoff-2021-06-08.csv.gz", part: "ronderos/sheets" },
  bulletin: {
    tree: "geographic",
    area: "group:abroad",
    asOf: momentAt("2026-02-01T20:00Z"),
    figures: { "votes.a": 8_835_653, "votes.b": 8_791_696, shareProcessed: 950_021 },
  },
  edition: {
    id: "20260201T200000Z-00000000",
    number: 1,
    dataDigest: hashOf("digest"),
    roll: hashOf("r1"),
    definition: hashOf("d1"),
    sources: [hashOf("s1")],
    findings: { S101: 237, I103: 1 },
  },
};

function sheetLeaf(): Uint8Array {
  const writer = new LeafWriter();
  const cells = [137, 0, -1, -3].map((value) => Int32Array.of(value));
  writeSheetEntry(writer, "026140", "material-error", { cells, raw: new Map([[3, "1O2"]]) }, 0, 4_711);
  return writer.leaves().bytes.subarray(2);
}

/** Leaf hash of RFC 6962, section 2.1: SHA-256(0x00 || leaf). */
function leafHash(leaf: Uint8Array): string {
  return createHash("sha256").update(Uint8Array.of(0)).update(leaf).digest("hex");
}

/** What a kind writes: the header of its batch and one entry. */
function written(kind: Exclude<EntryKind, ActKind>): readonly string[] {
  const header = leafOf(sampleHeader(kind, 1));
  const entry = kind === "sheet" ? sheetLeaf() : leafOf(PLAIN[kind]);
  return [header, entry].flatMap((leaf) => [Buffer.from(leaf).toString("utf8"), leafHash(leaf)]);
}

describe("golden leaves: what is signed once must be written the same for ever", () => {
  // A change here is a new version of the kind: add its golden, keep the old one readable, and never edit a line below.
  test("ledger, version 1", () =>
    expect(written("ledger")).toMatchInlineSnapshot(`
    [
      "{"actor":{"name":"Authority","role":"electionAuthority"},"asOf":null,"basis":"reported","copy":"","count":1,"definition":"","election":"","kind":"ledger","reason":"import","recordedAt":"2026-02-01T21:00:00Z","scope":"","signer":"recorder","source":"","version":1}",
      "a39cf08d4a827b91da13e3cff1a1eb2dbbaef1dc82e068fb4ed8253ba0cb54e4",
      "{"drill":false,"mode":"reported","origin":"peru-2021-runoff"}",
      "76c0fe86ef4f4c9178e2ee052c9275f51536294e9d74b8c300fab61a9fd69186",
    ]
  `));
  test("definition, version 1", () =>
    expect(written("definition")).toMatchInlineSnapshot(`
    [
      "{"actor":{"name":"Authority","role":"electionAuthority"},"asOf":null,"basis":"reported","copy":"","count":1,"definition":"0000000000000000000000000000000000000000000000000000000000006431","election":"sample","kind":"definition","reason":"import","recordedAt":"2026-02-01T21:00:00Z","scope":"","signer":"recorder","source":"","version":1}",
      "81d54b05fe4791cdcda74fe560c9cbede96216fc8b7f44b1850bbc970d3817bb",
      "{"bytes":19098,"name":"election","part":"","sha256":"0000000000000000000000000000000000000000000000000000000000006431"}",
      "4ed8b04f7b34b64c691dea873ff5e5366f902aeb543e3f5da9e90500e4d48341",
    ]
  `));
  test("roll, version 1", () =>
    expect(written("roll")).toMatchInlineSnapshot(`
    [
      "{"actor":{"name":"Authority","role":"electionAuthority"},"asOf":"2026-02-01T20:00:00Z","basis":"reported","copy":"","count":1,"definition":"0000000000000000000000000000000000000000000000000000000000006431","election":"sample","kind":"roll","reason":"import","recordedAt":"2026-02-01T21:00:00Z","scope":"","signer":"recorder","source":"0000000000000000000000000000000000000000000000000000000000007331","version":1}",
      "c97792eef17f28452dab48398fc14216e14342ad52239bae884b813a9681a4c1",
      "{"bytes":2827507,"name":"roll","part":"","sha256":"0000000000000000000000000000000000000000000000000000000000007231"}",
      "890647b23744ec55b755b23f9e0451bbd0dc70f705d70b4a242014455b32f087",
    ]
  `));
  test("source, version 1", () =>
    expect(written("source")).toMatchInlineSnapshot(`
    [
      "{"actor":{"name":"Authority","role":"electionAuthority"},"asOf":"2026-02-01T20:00:00Z","basis":"reported","copy":"","count":1,"definition":"0000000000000000000000000000000000000000000000000000000000006431","election":"sample","kind":"source","reason":"import","recordedAt":"2026-02-01T21:00:00Z","scope":"","signer":"recorder","source":"0000000000000000000000000000000000000000000000000000000000007331","version":1}",
      "70124bdd576e671f0db3671c6f6ca999954a6e333dcffeae40ce126b43a5d1d1",
      "{"bytes":1282745,"name":"runoff-2021-06-08.csv.gz","part":"ronderos/sheets","sha256":"0000000000000000000000000000000000000000000000000000000000007331"}",
      "a4a8ef0b3b346f32479dda95b1b5b02d3f3ab6a5587be1325eaf8d38de97a14c",
    ]
  `));
  test("sheet, version 1", () =>
    expect(written("sheet")).toMatchInlineSnapshot(`
    [
      "{"actor":{"name":"Authority","role":"electionAuthority"},"asOf":"2026-02-01T20:00:00Z","basis":"reported","copy":"authority/1","count":1,"definition":"0000000000000000000000000000000000000000000000000000000000006431","election":"sample","kind":"sheet","reason":"import","recordedAt":"2026-02-01T21:00:00Z","scope":"president","signer":"recorder","source":"0000000000000000000000000000000000000000000000000000000000007331","version":1}",
      "64685a9f9e17e656ddd0fd884272ce0390ccbecdda3d78791ca9be2f86822503",
      "["026140","material-error",[137,0,"","!1O2"],4711]",
      "1fc7867d3841153582e7cfecadd0b39743642db8b69b80c8058b41a84ebf7f93",
    ]
  `));
  test("bulletin, version 1", () =>
    expect(written("bulletin")).toMatchInlineSnapshot(`
    [
      "{"actor":{"name":"Authority","role":"electionAuthority"},"asOf":"2026-02-01T20:00:00Z","basis":"reported","copy":"","count":1,"definition":"0000000000000000000000000000000000000000000000000000000000006431","election":"sample","kind":"bulletin","reason":"import","recordedAt":"2026-02-01T21:00:00Z","scope":"totals","signer":"recorder","source":"0000000000000000000000000000000000000000000000000000000000007331","version":1}",
      "299e710f95f65529258577580be7a01157f4323969caa7123ff8b7eddd8bfa6b",
      "{"area":"group:abroad","asOf":"2026-02-01T20:00:00Z","figures":{"shareProcessed":950021,"votes.a":8835653,"votes.b":8791696},"tree":"geographic"}",
      "d2ae90e87a64867b0dd229f6e708dd0ac52b2dab068c60ee7137405b41fe07f5",
    ]
  `));
  test("edition, version 1", () =>
    expect(written("edition")).toMatchInlineSnapshot(`
    [
      "{"actor":{"name":"Authority","role":"electionAuthority"},"asOf":"2026-02-01T20:00:00Z","basis":"reported","copy":"","count":1,"definition":"0000000000000000000000000000000000000000000000000000000000006431","election":"sample","kind":"edition","reason":"import","recordedAt":"2026-02-01T21:00:00Z","scope":"","signer":"recorder","source":"0000000000000000000000000000000000000000000000000000000000007331","version":1}",
      "6849c975aa8ea92687b7d1c27250c48d77154598a57067d840deedcec5defa2e",
      "{"dataDigest":"0000000000000000000000000000000000000000000000000000646967657374","definition":"0000000000000000000000000000000000000000000000000000000000006431","findings":{"I103":1,"S101":237},"id":"20260201T200000Z-00000000","number":1,"roll":"0000000000000000000000000000000000000000000000000000000000007231","sources":["0000000000000000000000000000000000000000000000000000000000007331"]}",
      "f7f8abd365956133efcf6aca3733bcab70abf4bfbc910fbcca9c56e815d477f3",
    ]
  `));

  test("there is one for every kind and version", () => {
    const facts = Object.entries(ENTRY_VERSIONS).filter(([kind]) => !(kind in actForms));
    expect(Object.fromEntries(facts)).toEqual({
      ledger: 1,
      definition: 1,
      roll: 1,
      source: 1,
      sheet: 1,
      bulletin: 1,
      edition: 1,
    });
  });

  test("the leaf hash is that of RFC 6962: the empty leaf has the published one", () => {
    // Certificate Transparency test vectors (RFC 6962 reference implementation): leaf hash of the empty string.
    expect(leafHash(new Uint8Array())).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  });
});

describe("a batch header", () => {
  const leaf = (more: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
    ...sampleHeader("sheet", 3),
    ...more,
  });

  test("is read back as it was written", () => {
    for (const kind of Object.keys(ENTRY_VERSIONS) as EntryKind[]) {
      const header = sampleHeader(kind, 7);
      expect(readHeader(JSON.parse(Buffer.from(leafOf(header)).toString()), 0)).toEqual({ ok: true, value: header });
    }
  });

  test("of an unknown kind or version is refused by its name, whatever else stands in it", () => {
    const unknown = { code: "record.unknownKind", context: { index: 9, kind: "decree" } };
    expect(readHeader(leaf({ kind: "decree" }), 9)).toEqual({ ok: false, problem: unknown });
    expect(readHeader({ kind: "decree", version: 1, law: {} }, 9)).toEqual({ ok: false, problem: unknown });
    const later = { code: "record.unknownVersion", context: { index: 9, kind: "sheet", version: 2 } };
    expect(readHeader(leaf({ version: 2, petition: "x" }), 9)).toEqual({ ok: false, problem: later });
    expect(readHeader(leaf({ version: 0 }), 9)).toMatchObject({ problem: { code: "record.unknownVersion" } });
    // Names that every object has are no kinds.
    for (const kind of ["constructor", "toString", "__proto__", "x".repeat(60_000)])
      expect(readHeader(leaf({ kind }), 9)).toMatchObject({ problem: { code: "record.unknownKind" } });
  });

  test("with a part missing, unknown or of another form is refused", () => {
    const { reason: _, ...without } = leaf({});
    const refused = [
      without,
      leaf({ more: 1 }),
      leaf({ count: -1 }),
      leaf({ count: 1.5 }),
      leaf({ actor: "Authority" }),
      leaf({ basis: "rumour" }),
      leaf({ source: "abc" }),
      leaf({ asOf: "2026-02-01T20:00-05:00" }),
      leaf({ asOf: "" }),
      leaf({ recordedAt: null }),
      null,
      [],
      "sheet",
      7,
      undefined,
    ];
    for (const each of refused)
      expect(readHeader(each, 3)).toEqual({ ok: false, problem: { code: "record.badHeader", context: { index: 3 } } });
  });
});

describe("a plain entry", () => {
  const readers = {
    ledger: readLedgerEntry,
    definition: readBlobEntry,
    roll: readBlobEntry,
    source: readBlobEntry,
    bulletin: readBulletinEntry,
    edition: readEditionEntry,
  };

  test("is read back as it was written, and refused with anything more, less or else", () => {
    for (const [kind, read] of Object.entries(readers)) {
      const entry = PLAIN[kind as keyof typeof readers];
      expect(read(JSON.parse(Buffer.from(leafOf(entry)).toString()), 0)).toEqual({ ok: true, value: entry });
      const changed = [{ ...entry, more: 1 }, ...Object.keys(entry).map((key) => ({ ...entry, [key]: undefined }))];
      for (const other of [
        ...changed,
        ...Object.keys(entry).map((key) => ({ ...entry, [key]: { x: 1.5 } })),
        null,
        [],
        0,
      ])
        expect(read(other, 5)).toEqual({ ok: false, problem: { code: "record.badEntry", context: { index: 5 } } });
    }
  });

  test("is canonical JSON whatever the order in which it was made", () => {
    const turned = Object.fromEntries(Object.entries(PLAIN.edition).toReversed());
    expect(leafOf(PLAIN.edition)).toEqual(utf8(canonicalJson(turned)));
  });
});
