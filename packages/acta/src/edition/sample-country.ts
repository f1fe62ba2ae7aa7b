import { canonicalJson, fail, hex, parseInstant, succeed, utf8 } from "../basics/index.js";
import type { Instant, Json, Sha256 } from "../basics/index.js";
import { NO_PLACE, parseDefinition, rollBytes, rollFromJson } from "../election/index.js";
import type { Roll } from "../election/index.js";
import { AUTHORITY_COPY, ENTRY_VERSIONS, LeafWriter, leafOf } from "../record/index.js";
import type { EntryKind, Leaves, PlainEntry } from "../record/index.js";
import type { EditionBlobs } from "./edition-state.js";

// A made-up country for the tests of this room: three districts in two provinces, places, two contests, a group.

const DOCUMENT: { readonly [key: string]: Json } = {
  format: "acta-election/1",
  id: "sample",
  name: { es: "Muestra", en: "Sample" },
  date: "2026-02-01",
  timeZone: "UTC",
  provenance: "synthetic",
  authority: { name: "Authority" },
  options: [
    { id: "a", name: "A" },
    { id: "b", name: "B" },
  ],
  contests: [
    {
      id: "president",
      name: "President",
      options: ["a", "b"],
      cells: ["blank", "null"],
      outcome: { rule: "plurality" },
    },
    {
      id: "mayor",
      name: "Mayor",
      options: ["b", "a"],
      cells: ["null"],
      outcome: { rule: "none" },
      stations: { tree: "geographic", areas: ["N"] },
    },
  ],
  trees: [
    {
      id: "geographic",
      name: "Geographic",
      root: { code: "X", level: "country", name: { es: "País", en: "Country" } },
      levels: [
        { id: "province", name: "Province" },
        { id: "district", name: "District" },
      ],
    },
  ],
  groups: [{ id: "coast", name: "Coast", tree: "geographic", areas: ["N1", "S1"] }],
  bulletins: [
    {
      id: "totals",
      title: "Totals",
      contest: "president",
      credit: "Authority",
      parts: [
        { id: "all", area: { fixed: "X" }, figures: { shareCounted: "counted", "votes.a": "a", "votes.b": "b" } },
      ],
    },
  ],
  statuses: [
    { id: "counted", state: "counted" },
    { id: "referred", state: "referred", flags: ["materialError"] },
    { id: "annulled", state: "annulled" },
  ],
};

/** A sheet to be recorded: station, status, cells. */
export interface SampleSheet {
  readonly station: string;
  readonly status: string;
  readonly cells: readonly Json[];
}

/** What one import brings: sheets by contest, in the order in which they are recorded. */
export type SampleImport = Readonly<Record<string, readonly SampleSheet[]>>;

/** The roll: stations 001 to `count`, two of three in the north; every seventh without a place. */
function sampleRoll(count: number): Roll {
  const area = (code: string, level: number, parent: number) => ({ code, name: `Área ${code}`, level, parent });
  const codes = Array.from({ length: count }, (_, at) => String(at + 1).padStart(3, "0"));
  const leaf = (at: number): number => 3 + (at % 3);
  return {
    trees: [
      {
        id: "geographic",
        areas: [
          { code: "X", name: "", level: 0, parent: -1 },
          area("N", 1, 0),
          area("S", 1, 0),
          area("N1", 2, 1),
          area("N2", 2, 1),
          area("S1", 2, 2),
        ],
      },
    ],
    places: [3, 4, 5, 3].map((at, place) => ({ name: `School ${place}`, address: "Street 1", area: at })),
    codes,
    leaves: [Uint32Array.from(codes, (_, at) => leaf(at))],
    place: Uint32Array.from(codes, (_, at) =>
      at % 7 === 6 ? NO_PLACE : leaf(at) === 3 && at % 2 === 1 ? 3 : leaf(at) - 3,
    ),
    registered: Int32Array.from(codes, (_, at) => 200 + at),
  };
}

/** A bulletin of the series `totals`: its moment, the area it is about, and figures by name. */
export interface SampleBulletin {
  readonly asOf: string | null;
  readonly area: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** A ledger of this country with its blobs. */
export interface SampleLedger {
  readonly leaves: Leaves;
  readonly blobs: EditionBlobs;
  /** By hash. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Writes a ledger that records imports one after the other and seals an edition after each; bulletins come last. */
export function sampleLedger(
  sha256: Sha256,
  stations: number,
  imports: readonly SampleImport[],
  bulletins: readonly SampleBulletin[] = [],
): SampleLedger {
  const roll = rollBytes(sampleRoll(stations)).slice();
  const definition = utf8(canonicalJson(DOCUMENT));
  const files = new Map([definition, roll].map((bytes) => [hex(sha256(bytes)), bytes] as const));
  const [definitionHash = "", rollHash = ""] = [...files.keys()];
  const writer = new LeafWriter();
  const heads = new Map<string, number>();
  const batch = (kind: EntryKind, entries: readonly Uint8Array[], scope = "", asOf: Instant | null = null): void => {
    writer.leaf(headerLeaf(kind, entries.length, scope, asOf, definitionHash));
    for (const entry of entries) writer.leaf(entry);
  };
  const plain = (entry: PlainEntry): readonly Uint8Array[] => [leafOf(entry)];
  batch("ledger", plain({ mode: "reported", origin: "recorder.example", drill: false }));
  batch("definition", plain({ sha256: definitionHash, bytes: definition.length, name: "definition.json", part: "" }));
  batch("roll", plain({ sha256: rollHash, bytes: roll.length, name: "roll.json", part: "" }));
  for (const [at, brought] of imports.entries()) {
    const asOf = momentAt(`2026-02-0${at + 1}T20:00Z`);
    for (const [contest, sheets] of Object.entries(brought)) {
      const first = writer.count + 1;
      const leaves = sheets.map(({ station, status, cells }, index) => {
        const key = `${contest}/${station}`;
        const head = heads.get(key);
        heads.set(key, first + index);
        return utf8(canonicalJson(head === undefined ? [station, status, cells] : [station, status, cells, head]));
      });
      batch("sheet", leaves, contest, asOf);
    }
    const sealed = { id: `e${at + 1}`, number: at + 1, dataDigest: "0".repeat(64), roll: rollHash };
    batch("edition", plain({ ...sealed, definition: definitionHash, sources: [], findings: { S101: at } }), "", asOf);
  }
  for (const { asOf, area, figures } of bulletins) {
    const entry = plain({ tree: "geographic", area, asOf: null, figures });
    batch("bulletin", entry, "totals", asOf === null ? null : momentAt(asOf));
  }
  const { bytes, count } = writer.leaves();
  return { leaves: { bytes: bytes.slice(), count }, blobs: blobsFrom(files), files };
}

function headerLeaf(
  kind: EntryKind,
  count: number,
  scope: string,
  asOf: Instant | null,
  definition: string,
): Uint8Array {
  return leafOf({
    kind,
    version: ENTRY_VERSIONS[kind],
    count,
    actor: { role: "electionAuthority", name: "Authority" },
    signer: "recorder",
    basis: "reported",
    source: "",
    asOf,
    recordedAt: momentAt("2026-02-09T21:00Z"),
    reason: "import",
    election: kind === "ledger" ? "" : "sample",
    definition: kind === "ledger" ? "" : definition,
    scope,
    copy: kind === "sheet" ? AUTHORITY_COPY : "",
  });
}

function momentAt(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined) throw new Error(text);
  return moment;
}

function blobsFrom(files: ReadonlyMap<string, Uint8Array>): EditionBlobs {
  const json = (sha256: string): unknown => JSON.parse(new TextDecoder("utf-8").decode(files.get(sha256)));
  return {
    definition: (sha256) => {
      const parsed = parseDefinition(json(sha256));
      return parsed.ok ? succeed(parsed.value) : fail({ code: "sample.badDefinition" });
    },
    roll: (sha256) => rollFromJson(json(sha256)),
    lawSet: (sha256) => succeed(json(sha256)),
  };
}
