import type { CivilDate, Instant, Problem } from "../basics/index.js";
import type {
  ActMoment,
  AppealEntry,
  AreaName,
  CaseEntry,
  FinalEntry,
  HearingEntry,
  NotificationEntry,
  PetitionEntry,
  RulingEntry,
  VoteEntry,
} from "../record/index.js";
import type { FilingTime } from "./filing-time.js";
import type { PetitionReview } from "./petition-review.js";
import type { RulingReview } from "./ruling-review.js";

/** An act of a kind with its place in the ledger. */
export interface Placed<E> {
  readonly index: number;
  readonly entry: E;
}

/** A petition of a case with what the law sees in it; null without a law file. */
export interface CasePetition extends Placed<PetitionEntry> {
  readonly review: PetitionReview | null;
}

/** A ruling of a case. Its notification is apart: terms run from there. */
export interface CaseRuling extends Placed<RulingEntry> {
  readonly votes: readonly Placed<VoteEntry>[];
  /** Null without a law file. */
  readonly review: RulingReview | null;
  /** The first act that made it known; null while there is none. */
  readonly notified: Placed<NotificationEntry> | null;
  /** Until when it may be appealed; null while it is not known. */
  readonly appealUntil: Instant | null;
  /** What is wrong with its place in the case: after the end, or twice. */
  readonly problems: readonly Problem[];
  /** False when the law lets it decide nothing; it stays in the record. */
  readonly stands: boolean;
}

/** An appeal of a case. */
export interface CaseAppeal extends Placed<AppealEntry> {
  /** Null without a law file. */
  readonly time: FilingTime | null;
  readonly problems: readonly Problem[];
}

/** Where a case stands. Each state holds only its own data. */
export type CaseState =
  | { readonly kind: "filed" }
  | { readonly kind: "heard"; readonly at: ActMoment | null }
  /** A defect is to be cured (inadmisible). */
  | { readonly kind: "curable"; readonly ruling: string }
  /** Closed without a look at the merits (improcedente), and not yet made known. */
  | { readonly kind: "notExamined"; readonly ruling: string }
  /** Decided and not yet made known. */
  | { readonly kind: "decided"; readonly ruling: string; readonly outcome: RulingEntry["outcome"] }
  /** Made known: the term for an appeal runs, or has run out. */
  | {
      readonly kind: "notified";
      readonly ruling: string;
      readonly outcome: RulingEntry["outcome"];
      readonly appealUntil: Instant | null;
      readonly termOver: boolean;
    }
  | { readonly kind: "appealed"; readonly appeal: string }
  | { readonly kind: "joined"; readonly into: string }
  | {
      readonly kind: "final";
      readonly how: FinalEntry["how"];
      readonly outcome: RulingEntry["outcome"] | null;
    };

/** The name of a state of a case. */
export type CaseStateKind = CaseState["kind"];

/** How long one instance took, beside what the law allows it. */
export interface InstanceSpan {
  readonly instance: number;
  readonly body: string;
  /** From the filing or appeal; where nobody knows its day, from the decision below. */
  readonly from: "filing" | "appeal" | "rulingBelow";
  readonly start: CivilDate;
  /** Null while it is not decided: then it runs until now. */
  readonly end: CivilDate | null;
  readonly days: number;
  /** Null where the holidays are not known. */
  readonly workingDays: number | null;
  /** Null when the law gives the body no term. */
  readonly allowed: { readonly rule: string; readonly lastDay: CivilDate; readonly days: number } | null;
  /** Days after the last allowed one; 0 when it kept the term. */
  readonly over: number;
}

/** One case (expediente) with all that happened in it. */
export interface CaseRecord {
  /** The number of the case, or `petition NUMBER` for a petition that has none yet. */
  readonly key: string;
  readonly case: string;
  /** Body before which it began, as recorded, and its role in the law ("" when the law knows none). */
  readonly body: string;
  readonly role: string;
  readonly matter: CaseEntry["matter"];
  readonly stations: readonly string[];
  readonly unlocated: number;
  readonly area: AreaName | null;
  readonly petitions: readonly CasePetition[];
  readonly hearings: readonly Placed<HearingEntry>[];
  readonly rulings: readonly CaseRuling[];
  readonly appeals: readonly CaseAppeal[];
  readonly joins: readonly string[];
  readonly state: CaseState;
  readonly spans: readonly InstanceSpan[];
  /** Acts that say something impossible about it. */
  readonly problems: readonly Problem[];
}

/** A deadline that an act set, and whether it is in force: announced is not enough. */
export interface DeadlineStanding {
  readonly index: number;
  readonly deadline: string;
  readonly body: string;
  readonly rule: string;
  readonly case: string;
  readonly due: Instant;
  readonly announced: ActMoment | null;
  readonly published: ActMoment | null;
  readonly inForce: boolean;
}

/** All cases of an election at some size of the ledger. */
export interface CaseBook {
  readonly election: string;
  /** Whether petitions are in the record at all; if not, nothing may be said about what is open (RECORD.md 8). */
  readonly petitions: "notLoaded" | "none" | "loaded";
  /** State that the newest docket describes; null when nobody said. */
  readonly asOf: Instant | null;
  readonly now: Instant;
  readonly cases: readonly CaseRecord[];
  readonly deadlines: readonly DeadlineStanding[];
}
