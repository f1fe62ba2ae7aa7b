import { canonicalJson, parseInstant, utf8 } from "../basics/index.js";
import type { Instant, Json, Result } from "../basics/index.js";
import { parseDefinition } from "../election/index.js";
import type { Election, Roll } from "../election/index.js";
import type { BatchHeader } from "./batch-header.js";
import { leafOf } from "./entry.js";
import type { EditionEntry, PlainEntry } from "./entry.js";
import { ENTRY_VERSIONS } from "./entry-kind.js";
import type { EntryKind } from "./entry-kind.js";
import { LeafWriter } from "./leaf-writer.js";
import type { Leaves } from "./leaf-writer.js";
import { AUTHORITY_COPY } from "./ledger-state.js";
import type { Blobs } from "./replay.js";

// A made-up election for the tests of this room: five stations in two districts, two contests, every kind of entry.

/** The clock of the tests. */
export function momentAt(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined) throw new Error(`not a moment: ${text}`);
  return moment;
}

/** A hash that a reader of a failed test can tell from others: `hashOf("d1")`. */
export function hashOf(name: string): string {
  return [...name]
    .map((letter) => letter.charCodeAt(0).toString(16))
    .join("")
    .padStart(64, "0");
}

const DOCUMENT = {
  format: "acta-election/1",
  id: "sample",
  name: "Sample",
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
      root: { code: "X", level: "country", name: "X" },
      levels: [{ id: "district", name: "District" }],
    },
  ],
  statuses: [
    { id: "counted", state: "counted" },
    { id: "referred", state: "referred", flags: ["materialError"] },
    { id: "pending", state: "pending" },
    { id: "back.from-jury", state: "counted", resolved: true },
  ],
};

/** The definition, with some of its keys replaced. */
export function sampleElection(changes: Readonly<Record<string, unknown>> = {}): Election {
  const parsed = parseDefinition({ ...DOCUMENT, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

/** Its stations: codes that a file may hold, two of them not in ASCII. */
export const STATIONS: readonly string[] = ["000101", "000102", "A-7", "mesa ñ", "桌"];

/** A roll of stations: those from `southFrom` on vote in the district S, which has no mayor. */
export function sampleRoll(codes: readonly string[] = STATIONS, southFrom = 4): Roll {
  const root = { code: "X", name: "", level: 0, parent: -1 };
  const district = (code: string): Roll["trees"][number]["areas"][number] => ({
    code,
    name: code,
    level: 1,
    parent: 0,
  });
  return {
    trees: [{ id: "geographic", areas: [root, district("N"), district("S")] }],
    places: [],
    codes,
    leaves: [Uint32Array.from(codes, (_, row) => (row < southFrom ? 1 : 2))],
    place: new Uint32Array(codes.length).fill(0xffff_ffff),
    registered: new Int32Array(codes.length).fill(300),
  };
}

/** Definitions and rolls by name; unknown ones are a problem. */
export function blobsFrom(
  definitions: Readonly<Record<string, Election>> = { d1: sampleElection() },
  rolls: Readonly<Record<string, Roll>> = { r1: sampleRoll() },
): Blobs {
  const find = <T>(all: Readonly<Record<string, T>>, sha256: string): Result<T> => {
    const found = Object.entries(all).find(([name]) => hashOf(name) === sha256);
    return found === undefined
      ? { ok: false, problem: { code: "test.noBlob", where: sha256 } }
      : { ok: true, value: found[1] };
  };
  return { definition: (sha256) => find(definitions, sha256), roll: (sha256) => find(rolls, sha256) };
}

/** A batch to be written: what its header has besides the usual, and its entries. */
export interface SampleBatch {
  readonly kind: EntryKind;
  readonly header?: Partial<BatchHeader>;
  readonly entries: readonly (PlainEntry | readonly Json[])[];
}

/** The header of a batch with `count` entries. */
export function sampleHeader(kind: EntryKind, count: number, more: Partial<BatchHeader> = {}): BatchHeader {
  return {
    kind,
    version: ENTRY_VERSIONS[kind],
    count,
    actor: { role: "electionAuthority", name: "Authority" },
    signer: "recorder",
    basis: "reported",
    source: kind === "ledger" || kind === "definition" ? "" : hashOf("s1"),
    asOf: kind === "ledger" || kind === "definition" ? null : momentAt("2026-02-01T20:00Z"),
    recordedAt: momentAt("2026-02-01T21:00Z"),
    reason: "import",
    election: kind === "ledger" ? "" : "sample",
    definition: kind === "ledger" ? "" : hashOf("d1"),
    scope: kind === "sheet" ? "president" : kind === "bulletin" ? "totals" : "",
    copy: kind === "sheet" ? AUTHORITY_COPY : "",
    ...more,
  };
}

/** Writes batches as leaves. */
export function leavesOf(batches: readonly SampleBatch[]): Leaves {
  const writer = new LeafWriter();
  for (const { kind, header, entries } of batches) {
    writer.leaf(leafOf(sampleHeader(kind, entries.length, header)));
    for (const entry of entries) writer.leaf(isSheet(entry) ? utf8(canonicalJson(entry)) : leafOf(entry));
  }
  return writer.leaves();
}

function isSheet(entry: PlainEntry | readonly Json[]): entry is readonly Json[] {
  return Array.isArray(entry);
}

/** A definition or roll that comes into force. */
export function blobBatch(kind: "definition" | "roll" | "source", name: string): SampleBatch {
  return { kind, entries: [{ sha256: hashOf(name), bytes: 1, name, part: "" }] };
}

/** Ledger entry, definition d1, source s1, roll r1: four batches of two entries. */
export const OPENING: readonly SampleBatch[] = [
  { kind: "ledger", entries: [{ mode: "reported", origin: "sample", drill: false }] },
  blobBatch("definition", "d1"),
  blobBatch("source", "s1"),
  blobBatch("roll", "r1"),
];

/** Seals an edition. */
export function editionBatch(
  number: number,
  more: Partial<EditionEntry> = {},
  header: Partial<BatchHeader> = {},
): SampleBatch {
  const entry = {
    id: `e${number}`,
    number,
    dataDigest: hashOf("digest"),
    roll: hashOf("r1"),
    definition: hashOf("d1"),
    sources: [hashOf("s1")],
    findings: {},
    ...more,
  };
  return { kind: "edition", header, entries: [entry] };
}
