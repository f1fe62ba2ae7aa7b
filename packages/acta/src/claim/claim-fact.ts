import type { CivilDate, Instant } from "../basics/index.js";
import type { LocalText } from "../election/index.js";

/** What every dated fact of a claims file says besides its own content. */
export interface FactFacts {
  readonly id: string;
  /** Where it is read: never empty. */
  readonly source: string;
  /** `low`: from memory or an inference. */
  readonly confidence: "high" | "medium" | "low";
}

/** Published totals of a whole contest at a moment, where neither sheets nor bulletins give them. Null: not said. */
export interface TotalsFact extends FactFacts {
  readonly kind: "totals";
  readonly election: string;
  readonly at: Instant;
  readonly status: "complete" | "certified";
  readonly votes: ReadonlyMap<string, number>;
  readonly validVotes: number | null;
  readonly blankVotes: number | null;
  readonly nullVotes: number | null;
  readonly ballotsCast: number | null;
  readonly registeredVoters: number | null;
  readonly stations: number | null;
}

/** The state of a docket at a moment; `filer` is "" for all filers. */
export interface DocketFact extends FactFacts {
  readonly kind: "docket";
  readonly docket: string;
  readonly at: Instant;
  readonly filer: string;
  readonly filed: number;
  readonly inTime: number | null;
  /** In first instance. */
  readonly rejected: number | null;
  readonly appealsOpen: number | null;
}

/** A published poll: shares and errors in percent, as printed. */
export interface PollFact extends FactFacts {
  readonly kind: "poll";
  readonly election: string;
  readonly on: CivilDate;
  readonly firm: string;
  readonly shares: ReadonlyMap<string, string>;
  readonly errors: readonly string[];
}

/** A vote of a chamber; figures that nobody read are null. */
export interface VoteFact extends FactFacts {
  readonly kind: "vote";
  readonly chamber: string;
  readonly question: string;
  readonly on: CivilDate;
  readonly inFavour: number;
  readonly against: number | null;
  readonly abstentions: number | null;
  readonly present: number | null;
  readonly eligible: number | null;
  /** The motion that was voted on, and whom it was about; "" where it does not matter. */
  readonly motion: string;
  readonly about: string;
}

/** Somebody in an office. */
export interface HoldingFact extends FactFacts {
  readonly kind: "holding";
  readonly office: string;
  readonly holder: string;
  readonly from: CivilDate;
  /** Null while it lasts. */
  readonly to: CivilDate | null;
  /** How it began and ended, as words of the file. */
  readonly came: string;
  readonly left: string;
  /** The office that the holder had before; "" for none. */
  readonly before: string;
}

/** Something that happened on a day, of a topic, about somebody or something. */
export interface EventFact extends FactFacts {
  readonly kind: "event";
  readonly topic: string;
  readonly about: string;
  readonly on: CivilDate;
  readonly outcome: string;
}

/** A fact with fields of its own. */
export interface RecordFact extends FactFacts {
  readonly kind: "record";
  readonly on: CivilDate;
  readonly article: string;
  readonly fields: ReadonlyMap<string, string | number>;
}

/** Seats of a chamber by list, as proclaimed. */
export interface SeatsFact extends FactFacts {
  readonly kind: "seats";
  readonly chamber: string;
  readonly on: CivilDate;
  readonly lists: ReadonlyMap<string, number>;
}

/** People by name, with the list that each was elected on, or "" for a plain list of names. */
export interface PeopleFact extends FactFacts {
  readonly kind: "people";
  readonly on: CivilDate;
  readonly people: readonly { readonly name: string; readonly list: string }[];
}

/** A body, office or role, and the names by which texts call it. */
export interface NameFact extends FactFacts {
  readonly kind: "name";
  readonly name: LocalText;
  readonly names: readonly string[];
}

/** Days of one case before two instances, and those that the law gives: civil days. */
export interface CaseFact extends FactFacts {
  readonly kind: "case";
  readonly filed: CivilDate;
  readonly decided: CivilDate;
  readonly decidedOnAppeal: CivilDate;
  /** Matters of the law by which the terms are counted. */
  readonly matter: string;
  readonly appealMatter: string;
}

/** A seat of a body was left or taken. */
export interface MembershipFact extends FactFacts {
  readonly kind: "membership";
  readonly body: string;
  readonly seat: string;
  readonly on: CivilDate;
  readonly change: "vacate" | "resign" | "callAlternate";
}

/** A dated fact of a claims file. */
export type ClaimFact =
  | TotalsFact
  | DocketFact
  | PollFact
  | VoteFact
  | HoldingFact
  | EventFact
  | RecordFact
  | SeatsFact
  | PeopleFact
  | NameFact
  | CaseFact
  | MembershipFact;
