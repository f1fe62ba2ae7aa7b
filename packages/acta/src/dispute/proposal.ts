import type { Flag } from "../election/index.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { Confidence, LawRule, RulingAction, Stage } from "./law.js";

/** Another original of a sheet, as somebody read it. */
export interface ComparedCopy {
  /** Who holds it: a role of the law, or a party's agent. */
  readonly holder: string;
  readonly cells: readonly number[];
  /** Whether the copy is signed; null when nobody said. */
  readonly signed: boolean | null;
}

/**
 * What is known of the challenged votes: nobody has opened the envelopes, they are missing, or the body has decided each of them:
 * how many go to which cell, by cell id.
 */
export type ChallengedVotes =
  | { readonly kind: "unopened" }
  | { readonly kind: "missing" }
  | { readonly kind: "decided"; readonly votes: Readonly<Record<string, number>> };

/** A flagged sheet as it comes before a body. */
export interface SheetMatter {
  readonly sheet: FiledSheet;
  readonly flags: readonly Flag[];
  /** Other originals that were compared; empty when none was, and then every proposal depends on the comparison. */
  readonly copies: readonly ComparedCopy[];
  readonly challenged: ChallengedVotes;
}

/** What only a body can see or decide. */
export type BodyNeed =
  /** The envelopes of challenged votes. */
  | "challengedVotes"
  /** Consistent copies say different things: they are weighed together. */
  | "copiesDisagree"
  /** The petition noted on the sheet. */
  | "petition"
  /** Another original instead of a lost or destroyed sheet. */
  | "otherOriginal"
  /** The paper itself: figures do not tell. */
  | "paper"
  /** No rule of the law in force fits the sheet. */
  | "noRule"
  /** What the rules give would break the condition that every resolved sheet must meet. */
  | "postcondition";

/** One step of a proposal: the rule, what was done, and the figures after it. */
export interface RulingStep {
  readonly stage: Stage | "postcondition";
  readonly rule: string;
  readonly article: string;
  readonly confidence: Confidence;
  /** What was done: the action of the rule, a copy taken, votes assigned, ballots to be recounted, or a need of a body. */
  readonly did:
    | RulingAction
    | { readonly do: "takeCopy"; readonly holder: string }
    | { readonly do: "assignChallenged" }
    | { readonly do: "recount" }
    | { readonly do: "need"; readonly need: BodyNeed };
  readonly cells: readonly number[];
}

/** How a proposal ends. */
export type ProposedOutcome = "keptAsFiled" | "corrected" | "annulled" | "recount" | "needsBody";

/**
 * What the law gives for a sheet, with its working. A person adopts it or departs from it with a reason; it is never applied by
 * itself.
 */
export interface Proposal {
  readonly outcome: ProposedOutcome;
  /** What a body must see first, in the order of work. */
  readonly needs: readonly BodyNeed[];
  /** True when no other original was compared: a consistent copy would be preferred to what the table gives. */
  readonly dependsOnComparison: boolean;
  /** The row of the table that decided; null when none did. */
  readonly decidedBy: string | null;
  readonly steps: readonly RulingStep[];
  /** The figures so far; final only when the outcome is kept, corrected or annulled. */
  readonly cells: readonly number[];
  /** Citizens who voted as the sheet says; null when it does not. */
  readonly votersReported: number | null;
  /** The total that the ruling puts in its place; null while the reported one stands. Never attendance: it may be the whole roll. */
  readonly votersImputed: number | null;
}

/** The beginning of a step: its rule. */
export function citing(rule: LawRule): Pick<RulingStep, "rule" | "article" | "confidence"> {
  return { rule: rule.id, article: rule.article, confidence: rule.confidence };
}
