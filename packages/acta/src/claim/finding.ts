import type { CivilDate, Fraction, Instant } from "../basics/index.js";
import type { LocalText } from "../election/index.js";

/** A line of working: a code of the messages of this room and what the sentence needs. Values are numbers, names, dates. */
export interface WorkingLine {
  readonly code: string;
  readonly context: Readonly<Record<string, string | number>>;
}

/** The rule that an answer rests on. */
export interface CitedRule {
  readonly id: string;
  /** "" when nobody has read it. */
  readonly article: string;
  readonly confidence: "high" | "medium" | "low";
}

/** Where a value comes from: one of our editions, a bulletin, a dated fact of the claims file. */
export interface ValueSource {
  readonly kind: "edition" | "bulletin" | "fact";
  readonly id: string;
}

/** A value at a moment. */
export interface DatedValue {
  readonly at: Instant;
  readonly value: Fraction;
  readonly source: ValueSource;
}

/** In what a number is counted. Shares are in percent of the base, differences of shares in percentage points. */
export type Unit =
  | "votes"
  | "percentOfValid"
  | "percentOfCast"
  | "percentOfRegistered"
  | "percentOfStations"
  | "percentOfSeats"
  | "points"
  | "voters"
  | "ballots"
  | "areas"
  | "petitions"
  | "members"
  | "seats"
  | "events"
  | "people"
  | "days"
  | "weeks"
  | "months"
  | "years"
  | "number";

/** Why a claim cannot be checked with what is here. */
export const OUTSIDE_REASONS = [
  "outsideElectionData",
  "otherBase",
  "purpose",
  "judgement",
  "proposal",
  "noSource",
  "unnamedPerson",
] as const;

/** Why a claim cannot be checked with what is here. */
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

/** A word that is an answer. */
export interface NamedAnswer {
  readonly id: string;
  /** Other names by which texts call it. */
  readonly names: readonly string[];
  /** As data say it; null for a word of this room, whose text is the message `claim.word.ID`. */
  readonly name: LocalText | null;
}

/** A word of this room. */
export function wordAnswer(id: string): NamedAnswer {
  return { id, names: [], name: null };
}

/** What a computation found, before anybody compares it with the claim. */
export type Answer =
  /** A quantity that changed with the editions of a count. `final` is the last word; null where the quantity is one of its date only. */
  | {
      readonly kind: "series";
      readonly unit: Unit;
      readonly points: readonly DatedValue[];
      readonly final: DatedValue | null;
    }
  /** A number that does not change; several where sources differ. */
  | { readonly kind: "number"; readonly unit: Unit; readonly values: readonly Fraction[] }
  /** How many things have a value within the range that the claim says. */
  | { readonly kind: "within"; readonly unit: Unit; readonly values: readonly Fraction[]; readonly shownAs: Unit }
  | { readonly kind: "date"; readonly date: CivilDate }
  /** The first day on which something may be: a claim of this day or a later one holds. */
  | { readonly kind: "earliest"; readonly date: CivilDate }
  /** A moment by the rule in force, and those that were announced and never came into force. */
  | {
      readonly kind: "moment";
      readonly at: Instant;
      readonly announced: readonly { readonly at: Instant; readonly on: CivilDate }[];
    }
  /** A word; `atTheTime` is what held at the time of the claim, where it was another. */
  | { readonly kind: "word"; readonly answer: NamedAnswer; readonly atTheTime: NamedAnswer | null }
  | { readonly kind: "outside"; readonly reason: OutsideReason };

/** An answer with its working. */
export interface Finding {
  readonly answer: Answer;
  readonly working: readonly WorkingLine[];
  readonly rule: CitedRule | null;
}

/** A finding without a rule. */
export function found(answer: Answer, working: readonly WorkingLine[] = [], rule: CitedRule | null = null): Finding {
  return { answer, working, rule };
}

/** A line of working. */
export function line(code: string, context: WorkingLine["context"] = {}): WorkingLine {
  return { code, context };
}
