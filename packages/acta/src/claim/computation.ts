import type { CivilDate } from "../basics/index.js";
import type { ShareBase } from "../institution/index.js";
import type { OutsideReason } from "./finding.js";

/** A day that a computation needs: written, of a dated fact, or election day. */
export type DayFrom =
  | { readonly kind: "day"; readonly day: CivilDate }
  | { readonly kind: "fact"; readonly fact: string; readonly field: "on" | "from" | "to" }
  | { readonly kind: "election"; readonly election: string };

/** The base of a share: the three of a count, or another that the data do not have. */
export type ClaimBase = ShareBase | "population";

/** Quantities of a count, over all its editions and bulletins. */
export type CountComputation =
  | { readonly what: "margin"; readonly election: string; readonly option: string }
  | { readonly what: "marginShare"; readonly election: string; readonly base: ClaimBase }
  | { readonly what: "share"; readonly election: string; readonly option: string; readonly base: ClaimBase }
  | { readonly what: "total"; readonly election: string; readonly figure: TotalFigure }
  | { readonly what: "progress"; readonly election: string; readonly word: "processed" | "counted" }
  | {
      readonly what: "areas";
      readonly election: string;
      readonly level: string;
      readonly option: string;
      readonly base: ShareBase;
    }
  | {
      readonly what: "areaShare";
      readonly election: string;
      readonly areas: readonly string[];
      readonly base: ClaimBase;
    };

/** Calendars, the law of disputes, and petitions. */
export type LawComputation =
  | { readonly what: "electionDay"; readonly election: string }
  | { readonly what: "weekday"; readonly day: DayFrom }
  | { readonly what: "span"; readonly from: DayFrom; readonly to: DayFrom; readonly unit: SpanUnit }
  | { readonly what: "deadline"; readonly election: string; readonly matter: string }
  | { readonly what: "certification"; readonly election: string; readonly figure: "state" | "earliest" }
  | { readonly what: "pace"; readonly election: string }
  | { readonly what: "caseTerms"; readonly election: string; readonly case: string }
  | { readonly what: "resignation"; readonly election: string; readonly body: string; readonly fact: string }
  | { readonly what: "docket"; readonly docket: string; readonly filer: string; readonly figure: "filed" | "inTime" }
  | { readonly what: "docketOutcome"; readonly docket: string }
  | { readonly what: "petitionVotes"; readonly election: string; readonly docket: string };

/** Votes, seats, offices, polls and other dated facts. */
export type InstitutionComputation =
  | { readonly what: "vote"; readonly vote: string; readonly figure: VoteFigure }
  | {
      readonly what: "motions";
      readonly about: string;
      readonly from: DayFrom;
      readonly to: DayFrom;
      readonly figure: "all" | "failed";
    }
  | {
      readonly what: "seats";
      readonly seats: string;
      readonly lists: readonly string[];
      readonly figure: "own" | "others" | "ownShare" | "othersShare";
    }
  | { readonly what: "blocking"; readonly seats: string; readonly lists: readonly string[]; readonly question: string }
  | { readonly what: "elected"; readonly elected: string; readonly people: string }
  | { readonly what: "roundRule"; readonly office: string; readonly election: string }
  | {
      readonly what: "holders";
      readonly office: string;
      readonly from: DayFrom;
      readonly to: DayFrom;
      readonly figure: "inOffice" | "tookOffice" | "left" | "removed";
      /** How a holding ends when its holder is removed by a vote. */
      readonly causes: readonly string[];
    }
  | { readonly what: "cameFrom"; readonly holding: string }
  | { readonly what: "termEnd"; readonly holding: string; readonly years: number }
  | { readonly what: "moved"; readonly holding: string; readonly years: number; readonly to: number }
  | {
      readonly what: "sameCondition";
      readonly topic: string;
      readonly outcome: string;
      readonly atLeast: number;
      readonly spans: readonly DaySpan[];
    }
  | { readonly what: "sameBody"; readonly names: readonly string[] }
  | { readonly what: "poll"; readonly poll: string; readonly figure: "gap" | "error" }
  | { readonly what: "pollLeader"; readonly election: string; readonly option: string }
  | {
      readonly what: "events";
      readonly topic: string;
      readonly about: string;
      readonly outcome: string;
      readonly from: DayFrom;
      readonly to: DayFrom;
    }
  | { readonly what: "fact"; readonly fact: string; readonly field: string }
  | { readonly what: "outside"; readonly reason: OutsideReason; readonly subject: string };

/** What can be computed for a claim: a closed list. Ids are of definitions, laws and facts; nothing is looked up by a claim's own id. */
export type Computation = CountComputation | LawComputation | InstitutionComputation;

/** A computation of one name, with its arguments. */
export type Asked<K extends Computation["what"]> = Extract<Computation, { readonly what: K }>;

/** Sums of a count that may be claimed. */
export type TotalFigure = "validVotes" | "blankVotes" | "nullVotes" | "ballotsCast" | "registeredVoters";

/** What may be claimed of a vote of a chamber. */
export type VoteFigure = "inFavour" | "against" | "abstentions" | "outcome" | "day" | "body";

/** Units in which a span of days may be claimed. */
export type SpanUnit = "days" | "weeks" | "months" | "years";

/** Two days and what lies between. */
export interface DaySpan {
  readonly from: DayFrom;
  readonly to: DayFrom;
}
