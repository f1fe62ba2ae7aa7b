/**
 * Kinds of entry that may be written (RECORD.md 2). The first seven are facts about what was counted; `signature` says who signed a
 * range; the others are acts, whose forms stand in act.ts.
 */
export type EntryKind = "ledger" | "definition" | "roll" | "source" | "sheet" | "bulletin" | "edition" | ActKind;

/** What a body or a person did. Room `record` keeps acts in order; other rooms say what they mean. */
export type ActKind =
  | "lawSet"
  | "evidence"
  | "flag"
  | "case"
  | "petition"
  | "notification"
  | "hearing"
  | "vote"
  | "ruling"
  | "appeal"
  | "final"
  | "deadline"
  | "membership"
  | "motion"
  | "rollCall"
  | "office"
  | "observerReport"
  | "outsideEvent"
  | "certification"
  | "erratum"
  | "publication"
  | "key"
  | "signature";

/**
 * The version in which each kind is written today. Each has a version of its own: a changed field is a new version, and old ones
 * stay readable.
 */
export const ENTRY_VERSIONS: Readonly<Record<EntryKind, number>> = {
  ledger: 1,
  definition: 1,
  roll: 1,
  source: 1,
  sheet: 1,
  bulletin: 1,
  edition: 1,
  lawSet: 1,
  evidence: 1,
  flag: 1,
  case: 1,
  petition: 1,
  notification: 1,
  hearing: 1,
  vote: 1,
  ruling: 1,
  appeal: 1,
  final: 1,
  deadline: 1,
  membership: 1,
  motion: 1,
  rollCall: 1,
  office: 1,
  observerReport: 1,
  outsideEvent: 1,
  certification: 1,
  erratum: 1,
  publication: 1,
  key: 1,
  signature: 1,
};

/** True for a kind that this version knows. */
export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(ENTRY_VERSIONS, kind);
}

const FACTS: readonly EntryKind[] = ["ledger", "definition", "roll", "source", "sheet", "bulletin", "edition"];

/** True for the kinds that are acts. */
export function isActKind(kind: EntryKind): kind is ActKind {
  return !FACTS.includes(kind);
}
