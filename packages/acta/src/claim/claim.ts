import type { Fraction, Instant, Problem } from "../basics/index.js";
import type { ClaimFact } from "./claim-fact.js";
import type { ClaimedValue, Relation } from "./claimed-value.js";
import type { Computation } from "./computation.js";
import type { CitedRule, NamedAnswer, OutsideReason, Unit, ValueSource, WorkingLine } from "./finding.js";
import type { TimeWindow } from "./time-window.js";

/** A published claim, as a file has it. Its own verdict, if it has one, is never read. */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  /** One value, or several that belong together; empty where the file gives none. */
  readonly values: readonly ClaimedValue[];
  readonly unit: string;
  readonly asOf: TimeWindow | null;
  /** Who said it. */
  readonly source: string;
  readonly parts: readonly ClaimPart[];
  /** What is wrong with it; such a claim is shown and not judged. */
  readonly problem: Problem | null;
}

/** One thing that a claim says, and how it is checked. */
export interface ClaimPart {
  readonly computation: Computation;
  /** What the sentence says where the file's value does not say it; null for the file's own. */
  readonly claimed: ClaimedValue | null;
  /** Which of several values, from 1. */
  readonly pick: number;
  readonly relation: Relation | null;
}

/** A claims file: claims, what to compute for them, and the dated facts that they are held against. */
export interface ClaimsFile {
  readonly id: string;
  /** The offset from UTC of days and moments without a zone; null for none. */
  readonly offset: string | null;
  /** Paths of the law and the institutions of the country, relative to the file; "" for none. */
  readonly law: string;
  readonly institutions: string;
  /** Path of the dated events of the country, of which facts are made; "" for none. */
  readonly history: string;
  readonly facts: readonly ClaimFact[];
  readonly claims: readonly Claim[];
  /** Claims and facts that cannot be read, each with its place; the others are checked. */
  readonly problems: readonly Problem[];
}

/** How a claim stands, from the best to the worst. */
export const VERDICTS = ["exact", "rounding", "rightAtTheTime", "partly", "wrong", "notCheckable"] as const;

/** How a claim stands. */
export type Verdict = (typeof VERDICTS)[number];

/** The value that was found, next to the claimed one. */
export type KnownValue =
  | {
      readonly kind: "number";
      readonly unit: Unit;
      readonly exact: Fraction;
      /** For reading, rounded. */
      readonly text: string;
      readonly at: Instant | null;
      readonly source: ValueSource | null;
    }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "moment"; readonly at: Instant }
  | { readonly kind: "word"; readonly word: NamedAnswer };

/** What was found about one part of a claim. */
export interface CheckedPart {
  readonly computation: Computation;
  readonly claimed: ClaimedValue | null;
  readonly verdict: Verdict;
  /** The right value now; null when there is none to be had. */
  readonly value: KnownValue | null;
  /** What held at the time of the claim, nearest to it: an edition, or the two that it lies between. */
  readonly atTheTime: readonly KnownValue[];
  readonly reason: OutsideReason | null;
  /** Why it could not be computed: data or facts that are missing. */
  readonly problem: Problem | null;
  readonly rule: CitedRule | null;
  readonly working: readonly WorkingLine[];
}

/** A claim with its verdict. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly parts: readonly CheckedPart[];
  /** Ids of claims that say another value of the same thing at the same time. */
  readonly contradicts: readonly string[];
}
