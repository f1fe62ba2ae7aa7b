// Builds the acts of a docket for tests, in the order of the ledger, with the fields that a test does not care about left at nothing.
import { parseInstant } from "acta/basics";
import type { Instant } from "acta/basics";
import { caseLawOf } from "acta/dispute";
import type { CaseLaw } from "acta/dispute";
import { readAct } from "acta/record";
import type { Act, ActEntries, BatchHeader } from "acta/record";
import { date, peruLaw } from "./peru-disputes.js";

/** The law of the runoff of 2021, for acts of any day. */
export function runoffCaseLaw(): CaseLaw {
  const law = caseLawOf(peruLaw(), { id: "peru-2021-runoff", date: date("2021-06-06") });
  if (!law.ok) throw new Error(law.problem.code);
  return law.value;
}

/** A moment; throws otherwise. */
export function moment(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not a moment: ${text}`);
  return parsed;
}

const facts = { at: null, replaces: null };
const filer = { role: "legalAgent", party: "fp" };
const NOTHING = {
  case: { ...facts, matter: "petition", stations: [], joins: [] },
  petition: {
    ...facts,
    case: "",
    body: "firstTribunal:ica",
    filer,
    asks: "stationAnnulment",
    ground: "b",
    stations: [],
    unlocated: 0,
    area: null,
    noted: "unknown",
    fee: "paid",
    documents: [],
  },
  notification: { ...facts, of: null, case: "", form: "notification", to: "" },
  hearing: { ...facts, body: "firstTribunal:ica", state: "held", place: "" },
  vote: { ...facts, body: "finalTribunal", casting: false },
  ruling: {
    ...facts,
    case: "",
    body: "firstTribunal:ica",
    instance: 1,
    outcome: "rejectedOnMerits",
    word: "",
    law: [],
    effects: [],
    votersImputed: {},
    proposal: "none",
    departure: "",
    dissent: 0,
    documents: [],
  },
  appeal: { ...facts, case: "", of: null, body: "finalTribunal", filer, fee: "paid" },
  final: { ...facts, of: null, how: "unappealed" },
  deadline: { ...facts, body: "", rule: "", case: "", announced: null, published: null },
  membership: { ...facts, body: "finalTribunal", state: "filled", holder: "", chair: false },
} as const;

type DocketKind = keyof typeof NOTHING;

/** An act of a docket: its kind and the fields that matter. */
export type DocketEntry = readonly [DocketKind, Readonly<Record<string, unknown>>];

/** A docket: kinds and the fields that matter. Positions in the ledger are 10, 11, 12, ... */
export function docket(...entries: DocketEntry[]): readonly Act[] {
  return entries.map(([kind, fields], at) => actOf(kind, { ...NOTHING[kind], ...fields }, at + 10));
}

function actOf<K extends DocketKind>(kind: K, leaf: unknown, index: number): Act {
  const entry = readAct(kind, leaf, index);
  if (!entry.ok) throw new Error(JSON.stringify(entry.problem));
  return placed(kind, entry.value, index);
}

const header: BatchHeader = {
  kind: "petition",
  version: 1,
  count: 1,
  actor: { role: "tribunal", name: "Jury" },
  signer: "recorder",
  basis: "reported",
  source: "",
  asOf: null,
  recordedAt: moment("2026-01-02T12:00:00Z"),
  reason: "",
  election: "peru-2021-runoff",
  definition: "",
  scope: "president",
  copy: "",
};

function placed<K extends DocketKind>(kind: K, entry: ActEntries[K], index: number): Act {
  const act: unknown = { kind, entry, index, header: { ...header, kind } };
  if (isAct(act)) return act;
  throw new Error("not an act");
}

function isAct(value: unknown): value is Act {
  return typeof value === "object" && value !== null && "kind" in value && "entry" in value;
}
