import type { EntryKind, KeyRole } from "../record/index.js";

// Who may sign what in a ledger of record (docs/decisions/0012). A role that is not named here for a kind is refused, at the door and by
// every verifier. Which real body has a role is for the key entry that gave it.

const AUTHORITY: readonly EntryKind[] = [
  "ledger",
  "definition",
  "lawSet",
  "roll",
  "source",
  "sheet",
  "evidence",
  "bulletin",
  "edition",
  "flag",
  "case",
  "notification",
  "deadline",
  "membership",
  "outsideEvent",
  "erratum",
  "publication",
  "key",
];

const SIGNED_BY: Readonly<Record<KeyRole, readonly EntryKind[]>> = {
  electionAuthority: AUTHORITY,
  tribunal: [
    "case",
    "petition",
    "notification",
    "hearing",
    "vote",
    "ruling",
    "appeal",
    "final",
    "deadline",
    "membership",
    "sheet",
    "evidence",
    "source",
    "erratum",
    "publication",
    "key",
  ],
  certifier: ["certification", "notification", "final", "office", "erratum", "key"],
  partyAgent: ["petition", "appeal", "sheet", "evidence", "source", "erratum", "key"],
  observer: ["observerReport", "sheet", "evidence", "source", "outsideEvent", "erratum", "key"],
  chamber: ["motion", "rollCall", "office", "membership", "notification", "erratum", "key"],
  recorder: ["outsideEvent", "erratum", "key"],
};

/** True when a role may sign entries of a kind. */
export function maySign(role: KeyRole, kind: EntryKind): boolean {
  return SIGNED_BY[role].includes(kind);
}

/** Acts of decision: each is signed alone, so that nobody signs one among others unseen. */
const DECISIONS: readonly EntryKind[] = ["ruling", "certification", "erratum", "publication", "key"];

/** True for acts that are signed one by one. */
export function isDecision(kind: EntryKind): boolean {
  return DECISIONS.includes(kind);
}
