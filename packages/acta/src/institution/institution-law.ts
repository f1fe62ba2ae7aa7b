import type { CivilDate, Fraction } from "../basics/index.js";
import type { LocalText, Provenance } from "../election/index.js";
import type { SeatMethod } from "./seat-method.js";

/** What every rule of an institution says besides its own content. */
export interface InstitutionRuleFacts {
  readonly id: string;
  /** "" when nobody has read it. */
  readonly article: string;
  readonly text: LocalText;
  readonly note: LocalText | null;
  /** `low`: an inference, to be confirmed before anybody relies on it. */
  readonly confidence: "high" | "medium" | "low";
  /** First and last day on which it holds: election day for seats, the day of the vote for majorities. */
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** A chamber or another body that votes. */
export interface ChamberRule extends InstitutionRuleFacts {
  readonly kind: "chamber";
  readonly chamber: string;
  readonly name: LocalText;
  /** Seats by law, also those that are empty or suspended (número legal). */
  readonly legalNumber: number;
  /** Fewest members present who may decide; 0 when none is known. */
  readonly quorum: number;
  /** Members on official leave are not counted as eligible (hábiles). */
  readonly leaveReducesEligible: boolean;
}

/** A district and its seats. */
export interface SeatDistrict {
  readonly id: string;
  readonly name: LocalText;
  readonly seats: number;
  /** Other words and area codes by which sources call it. */
  readonly words: readonly string[];
}

/** The votes or voters of which a share is taken. Three bases, never mixed. */
export type ShareBase = "validVotes" | "ballotsCast" | "registeredVoters";

/** A condition on a list before it takes part in the distribution (valla, umbral). */
export type Barrier =
  | {
      readonly kind: "share";
      readonly share: Fraction;
      readonly relation: "atLeast" | "moreThan";
      readonly of: ShareBase;
      /** The share for alliances, when it is another. */
      readonly alliance: Fraction | null;
      /** What each further party of an alliance adds. */
      readonly perFurtherParty: Fraction | null;
      /** In so many districts; 0 for the whole. */
      readonly inDistricts: number;
    }
  | {
      /** Seats in a first distribution among all lists. */
      readonly kind: "seats";
      readonly atLeast: number;
      /** In so many districts at least. */
      readonly inDistricts: number;
    }
  | { readonly kind: "seatShare"; readonly atLeast: Fraction }
  | { readonly kind: "allOf" | "anyOf"; readonly of: readonly Barrier[] };

/** How the seats of a chamber are distributed. */
export interface SeatRule extends InstitutionRuleFacts {
  readonly kind: "seats";
  readonly chamber: string;
  readonly method: SeatMethod;
  readonly districts: readonly SeatDistrict[];
  readonly barrier: Barrier | null;
  /** Who of a list sits: its candidates in the order of the list, or of their preferential votes. */
  readonly sitting: "listOrder" | "preferentialVotes";
}

/** Of whom a majority is taken: seats by law, members with the right to vote, those present, all votes cast, or in favour and against only. */
export type VoteBase = "legalNumber" | "eligible" | "present" | "votesCast" | "validVotes";

/** One threshold and what passing it means. */
export interface MajorityLevel {
  /** Id of an outcome of the law file. */
  readonly outcome: string;
  readonly votes: "inFavour" | "against";
  readonly share: Fraction;
  readonly relation: "atLeast" | "moreThan";
  readonly of: VoteBase;
  /** `up`: the smallest whole number that satisfies the share. `nearest`, `down`: where the law rounds so. */
  readonly rounding: "up" | "nearest" | "down";
}

/** The majority that a question needs: the first level that is reached is the outcome. */
export interface MajorityRule extends InstitutionRuleFacts {
  readonly kind: "majority";
  readonly chamber: string;
  /** Step of a procedure that is voted on. */
  readonly question: string;
  readonly levels: readonly MajorityLevel[];
  readonly otherwise: string;
}

/** One way to win a round. */
export interface WinningShare {
  readonly share: Fraction;
  readonly relation: "atLeast" | "moreThan";
  readonly of: ShareBase;
  /** Besides, so much of the same base ahead of the second; null when no lead is asked for. */
  readonly lead: Fraction | null;
}

/** How an office is won at the polls. */
export interface RoundRule extends InstitutionRuleFacts {
  readonly kind: "round";
  readonly office: string;
  /** Any of these wins; none of them given: the most votes do. */
  readonly wins: readonly WinningShare[];
  readonly runoff: {
    readonly between: number;
    /** Days from the proclamation of the first round. */
    readonly withinDays: number;
  } | null;
}

/** A rule of an institutions file. */
export type InstitutionRule = ChamberRule | SeatRule | MajorityRule | RoundRule;

/** How a source writes a vote. */
export interface VoteWord {
  readonly word: string;
  readonly vote: "inFavour" | "against" | "abstains" | "present" | "absent" | "onLeave" | "unknown";
}

/** The institutions of a country as data: chambers, seats, majorities, rounds, each with article and days of validity. */
export interface InstitutionLaw {
  readonly id: string;
  readonly name: LocalText;
  readonly country: string;
  /** Of the country: what an invented one decides is made up. */
  readonly provenance: Provenance;
  readonly outcomes: ReadonlyMap<string, LocalText>;
  readonly voteWords: readonly VoteWord[];
  readonly rules: readonly InstitutionRule[];
}

/** The rules of one kind in force on a day, in the order of the file. */
export function rulesOn<K extends InstitutionRule["kind"]>(
  law: InstitutionLaw,
  kind: K,
  day: CivilDate,
): readonly Extract<InstitutionRule, { readonly kind: K }>[] {
  return law.rules.filter(
    (rule): rule is Extract<InstitutionRule, { readonly kind: K }> =>
      rule.kind === kind && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo),
  );
}
