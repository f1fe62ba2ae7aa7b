import type { Quotient } from "./quotient.js";
import type { SeatMethod } from "./seat-method.js";

/** The votes of a list in one distribution of seats. */
export interface ListVotes {
  readonly list: string;
  readonly votes: number;
  /** Candidates who can sit: a list cannot hold more seats; null when there are enough. */
  readonly candidates: number | null;
}

/** What is asked: so many seats among these lists by this method, with lots already drawn. */
export interface SeatRequest {
  readonly method: SeatMethod;
  readonly seats: number;
  readonly lists: readonly ListVotes[];
  /** Lists in the order in which lots were drawn for them. A lot is used only where a tie needs one. */
  readonly lots: readonly string[];
}

/** One step of a distribution: seats that a list gains or gives up, and why. */
export interface SeatStep {
  readonly list: string;
  /** Seats gained; negative when it gives them up. */
  readonly change: number;
  readonly by: "quota" | "average" | "remainder" | "majorityClause" | "tooFewCandidates";
  /** The value that won the seat: votes over the divisor, or the remainder over the quota's denominator. Null for whole quotas and what is moved. */
  readonly value: Quotient | null;
  /** A lot decided between equal values. */
  readonly byLot: boolean;
}

/** Seats that equal values leave open: as many lots are missing. */
export interface UndecidedSeats {
  readonly seats: number;
  readonly between: readonly string[];
  /** What the lots decide: who gains, or who gives up a seat to a list with a majority of votes. */
  readonly about: "gaining" | "givingUp";
}

/** How the seats are distributed, with the working. Seats that lots must decide are in nobody's number. */
export interface SeatAllocation {
  readonly lists: readonly { readonly list: string; readonly votes: number; readonly seats: number }[];
  /** What one seat costs by the quota; null for methods without one. */
  readonly quota: Quotient | null;
  readonly steps: readonly SeatStep[];
  readonly undecided: UndecidedSeats | null;
  /** Seats that stay empty because nobody may take them: no votes, or no candidates left. */
  readonly empty: number;
}
