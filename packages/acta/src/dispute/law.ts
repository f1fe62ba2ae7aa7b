import type { CivilDate, Fraction, Instant } from "../basics/index.js";
import type { Flag, LocalText } from "../election/index.js";
import type { Condition } from "./condition.js";

/** How sure we are of a rule: high (primary text or measured), medium (one reading), low (inference: a parameter to be confirmed). */
export type Confidence = "high" | "medium" | "low";

/** Which day chooses the version of a rule: that of the decree that called the election, election day, or the day of the act. */
export type ChosenBy = "convocation" | "electionDay" | "act";

/** What every version of a rule says of itself. */
export interface RuleFacts {
  /** Id of the rule; several versions share it when their validity does not overlap. */
  readonly id: string;
  /** The article, as the country cites it; empty when nobody has read it yet. */
  readonly article: string;
  readonly text: LocalText;
  /** What is doubtful about it; null when nothing is. */
  readonly note: LocalText | null;
  readonly confidence: Confidence;
  readonly chosenBy: ChosenBy;
  readonly validFrom: CivilDate;
  /** Last day; null while it holds. */
  readonly validTo: CivilDate | null;
  /** False for a rule that was announced and never published: it is never in force. */
  readonly published: boolean;
}

/** The parts of the work on a flagged sheet that the law may put in order. */
export const STAGES = ["challengedVotes", "comparison", "recount", "table"] as const;

/** One part of the work on a flagged sheet. */
export type Stage = (typeof STAGES)[number];

/** What a row of the decision table does with a sheet. */
export type RulingAction =
  | { readonly do: "keep" }
  /** The total of citizens who voted becomes another figure. */
  | { readonly do: "setVoters"; readonly to: "sum" | "registeredVoters" }
  /** The votes that are lacking to the total are added to a cell. */
  | { readonly do: "addShortfall"; readonly to: VoteCell }
  | { readonly do: "moveChallenged"; readonly to: VoteCell }
  | { readonly do: "zero"; readonly cells: "missingVotes" | "optionsAboveVoters" }
  /** Every vote of the sheet becomes null: as many as citizens who voted, or as registered voters. */
  | { readonly do: "annul"; readonly as: "voters" | "registeredVoters" }
  /** Figures do not decide it: a body must see something. */
  | { readonly do: "askBody"; readonly about: "petition" | "otherOriginal" | "paper" };

/** A cell to which the law moves votes. */
export type VoteCell = "nullVotes" | "blankVotes";

/** A rule that sets a flag, by arithmetic. */
export interface FlagRule extends RuleFacts {
  readonly kind: "flag";
  readonly flag: Flag;
  /** The letter by which the country calls it; empty when it has none. */
  readonly letter: string;
  readonly when: readonly Condition[];
}

/** The order of work on a flagged sheet. */
export interface OrderRule extends RuleFacts {
  readonly kind: "order";
  readonly stages: readonly Stage[];
}

/** What is done with challenged votes. */
export interface ChallengedRule extends RuleFacts {
  readonly kind: "challenged";
  /** The body that looks at each of them. */
  readonly by: string;
  /** What happens to those whose envelopes are missing. */
  readonly missing: readonly RulingAction[];
}

/** When another copy of a sheet cures it. */
export interface ComparisonRule extends RuleFacts {
  readonly kind: "comparison";
  readonly by: string;
  /** Holders of the copies that may be compared, in order. */
  readonly holders: readonly string[];
  readonly consistent: readonly Condition[];
}

/** The ballots of an uncured sheet are counted again by a body. */
export interface RecountRule extends RuleFacts {
  readonly kind: "recount";
  readonly by: string;
}

/** A row of the decision table; the first that fits decides, but one that `proceeds` prepares the sheet for the rows below it. */
export interface DecisionRule extends RuleFacts {
  readonly kind: "decision";
  /** One of these flags must be on the sheet; empty when it does not matter. */
  readonly flags: readonly Flag[];
  readonly when: readonly Condition[];
  readonly actions: readonly RulingAction[];
  readonly proceeds: boolean;
}

/** What must be true of every resolved sheet. */
export interface PostconditionRule extends RuleFacts {
  readonly kind: "postcondition";
  readonly holds: readonly Condition[];
}

/** Matters that have a term, a fee or a threshold; a country gives them by name. */
export type Matter = string;

/** How long somebody has for something. */
export interface TermRule extends RuleFacts {
  readonly kind: "term";
  readonly matter: Matter;
  /** From what it runs; the day itself is not counted, but for hours. */
  readonly from: "electionDay" | "notification" | "publication" | "receipt" | "vacancy";
  readonly length: number;
  readonly unit: "calendarDays" | "workingDays" | "hours";
  /** Civil time at which the last day ends, HH:MM; empty for hours. */
  readonly closes: string;
}

/** What a filing costs. */
export interface FeeRule extends RuleFacts {
  readonly kind: "fee";
  readonly matter: Matter;
  readonly part: Fraction;
  /** Id of a unit of the law. */
  readonly of: string;
  readonly per: "station" | "filing";
}

/** Figures that thresholds compare. */
export const THRESHOLD_FIGURES = [
  "blankVotes",
  "nullVotes",
  "validVotes",
  "ballotsCast",
  "registeredVoters",
  "annulledValidVotes",
] as const;

/** A figure that a threshold compares; `annulledValidVotes` are the valid votes of the areas whose election was annulled. */
export type ThresholdFigure = (typeof THRESHOLD_FIGURES)[number];

/** A share from which something follows. */
export interface ThresholdRule extends RuleFacts {
  readonly kind: "threshold";
  readonly matter: Matter;
  readonly part: readonly ThresholdFigure[];
  readonly relation: "moreThan" | "atLeast";
  readonly share: Fraction;
  readonly base: ThresholdFigure;
}

/** How a body sits and votes. */
export interface BodyRule extends RuleFacts {
  readonly kind: "body";
  /** The role that this body has. */
  readonly body: string;
  /** In the order that breaks ties. */
  readonly seats: readonly { readonly id: string; readonly name: LocalText }[];
  readonly chair: string;
  readonly quorum: number;
  readonly majority: "mostVotes" | "halfOfVotes" | "halfOfSeats";
  /** True when the chair's vote decides between positions with equal votes; it makes no extra member. */
  readonly castingVote: boolean;
  /** Who decides a tie in which the chair holds neither position. */
  readonly tieWithoutChair: "nextInOrder" | "undecided";
  /** What a resignation during an election does. */
  readonly resignation: "closesSeat" | "suspendedAndSubstituted";
}

/** What a filing may lack. */
export const REQUISITES = ["standing", "time", "noted", "fee"] as const;

/** Something that a filing must have before anybody looks at its merits. */
export type Requisite = (typeof REQUISITES)[number];

/** What the lack of a requisite leads to: a term to cure it, no look at the merits, or nobody knows. */
export type DefectEffect = "curable" | "notExamined" | "unsettled";

/** A ground (causal) on which somebody may ask for the annulment of a station, and what it needs. */
export interface GroundRule extends RuleFacts {
  readonly kind: "ground";
  /** How petitions call it, for example `b`. */
  readonly ground: string;
  /** Must it stand on the sheet, noted at the table? */
  readonly noted: boolean;
  /** Roles that may file (record, `Filer.role`). */
  readonly filers: readonly string[];
  /** Matters of its term and fee, of the term to appeal, and of those that the bodies have to decide. */
  readonly term: Matter;
  readonly fee: Matter;
  readonly appeal: Matter;
  readonly decide: Matter;
  readonly decideAppeal: Matter;
  /** What each missing requisite leads to; one that is not named is unsettled. */
  readonly defects: readonly { readonly lacks: Requisite; readonly effect: DefectEffect }[];
}

/** Steps on the way to a certified result. */
export const CERTIFICATION_STEPS = [
  "flaggedSheets",
  "petitions",
  "appeals",
  "totals",
  "firstCertifications",
  "certification",
] as const;

/** A step on the way to a certified result. */
export type CertificationStep = (typeof CERTIFICATION_STEPS)[number];

/** The order in which the law takes the steps to a certified result: none while an earlier one is open. */
export interface CertificationRule extends RuleFacts {
  readonly kind: "certification";
  readonly steps: readonly CertificationStep[];
  /** The role that certifies an area, and the one that certifies the whole. */
  readonly first: string;
  readonly by: string;
  /** Terms that still run, one after another, while a step or an earlier one is open. */
  readonly terms: readonly { readonly matter: Matter; readonly while: CertificationStep }[];
}

/** When the outgoing term of office ends. */
export interface EndOfTermRule extends RuleFacts {
  readonly kind: "endOfTerm";
  readonly election: string;
  readonly date: CivilDate;
}

/** Acts that change the legal state of a sheet. */
export const LEGAL_ACTS = [
  "count",
  "flag",
  "refer",
  "rule",
  "ruleFinally",
  "upholdPetition",
  "appeal",
  "ruleOnAppeal",
  "closeUnappealed",
] as const;

/** An act that changes the legal state of a sheet. */
export type LegalActKind = (typeof LEGAL_ACTS)[number];

/** The legal states of a sheet. */
export const LEGAL_STATES = ["processed", "counted", "flagged", "referred", "ruled", "appealed", "final"] as const;

/** The name of a legal state. */
export type LegalStateKind = (typeof LEGAL_STATES)[number];

/** A step that the law allows, and whose it is. */
export interface TransitionRule extends RuleFacts {
  readonly kind: "transition";
  readonly act: LegalActKind;
  readonly from: readonly LegalStateKind[];
  readonly to: LegalStateKind;
  readonly by: string;
}

/** One version of one rule. */
export type LawRule =
  | FlagRule
  | OrderRule
  | ChallengedRule
  | ComparisonRule
  | RecountRule
  | DecisionRule
  | PostconditionRule
  | TermRule
  | FeeRule
  | ThresholdRule
  | BodyRule
  | TransitionRule
  | GroundRule
  | CertificationRule
  | EndOfTermRule;

/** The civil calendar in which terms run. */
export interface LawCalendar {
  readonly zone: string;
  /** Offsets from UTC, oldest first, each from its moment on; the first also stands for what was before. */
  readonly offsets: readonly { readonly from: Instant; readonly offset: string }[];
  /** Days of the week on which nobody works, 1 Monday to 7 Sunday. */
  readonly weekend: readonly number[];
  /** Holidays of each year that is known, by year (YYYY); a year without them is not guessed. */
  readonly holidays: ReadonlyMap<string, ReadonlySet<CivilDate>>;
}

/** An amount that fees refer to, of one period. */
export interface LawUnit {
  readonly id: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly cents: number;
  readonly currency: string;
}

/** The law of disputes of one country: the file `acta-law/1` after parsing. */
export interface Law {
  readonly id: string;
  readonly name: LocalText;
  readonly country: string;
  /** Bodies and persons that act, by role; `words` are how names of bodies with this role begin in sources. */
  readonly roles: readonly { readonly id: string; readonly name: LocalText; readonly words: readonly string[] }[];
  readonly calendar: LawCalendar;
  readonly units: readonly LawUnit[];
  /** When elections were called: what `convocation` means. */
  readonly convocations: readonly { readonly election: string; readonly date: CivilDate; readonly article: string }[];
  /** How long earlier elections took from the vote to their certification: facts to compare with, no law. */
  readonly certified: readonly CertifiedElection[];
  readonly rules: readonly LawRule[];
}

/** An election that was certified, with where that is read. */
export interface CertifiedElection {
  readonly election: string;
  readonly name: LocalText;
  readonly voted: CivilDate;
  readonly certified: CivilDate;
  readonly source: string;
}
