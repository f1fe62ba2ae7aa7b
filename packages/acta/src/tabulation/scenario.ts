import type { Flag, LocalText, SheetState } from "../election/index.js";

/**
 * A question of the form "what if": a list of changes to the sheets, made one after the other before the policy, each on what those
 * before it have left. It never touches the record.
 */
export interface Scenario {
  readonly id: string;
  readonly name: LocalText;
  readonly overrides: readonly Override[];
}

/** One change: which sheets, and what becomes of them. */
export interface Override {
  readonly select: Selection;
  readonly action: Action;
}

/** Which sheets: those for which everything holds that is given (null: not asked). */
export interface Selection {
  /** Codes of stations. */
  readonly stations: readonly string[] | null;
  readonly area: { readonly tree: string; readonly code: string } | null;
  /** Id of a group of areas of the definition. */
  readonly group: string | null;
  readonly states: readonly SheetState[] | null;
  /** Ids of statuses of the definition. */
  readonly statuses: readonly string[] | null;
  /** Sheets whose status has one of these flags. */
  readonly flags: readonly Flag[] | null;
  /** Stations that petitions name, of one filer or on one ground. */
  readonly petitioned: { readonly filer: string | null; readonly ground: string | null } | null;
  readonly share: ShareRule | null;
  readonly best: BestRule | null;
}

/** A rule on the written figures: the option has more (or less) than a share of a base. */
export interface ShareRule {
  readonly option: string;
  readonly side: "moreThan" | "lessThan";
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly base: "validVotes" | "ballotsCast" | "registeredVoters";
}

/** Of all that the rest of a selection leaves, the sheets with the largest lead of an option over another; ties by station code. */
export interface BestRule {
  readonly stations: number;
  readonly for: string;
  readonly against: string;
}

/** What becomes of the selected sheets. */
export type Action =
  /** Their votes leave the count and their ballots become null votes. */
  | { readonly kind: "annul" }
  /** Counted at the figures that were filed first: flagged ones as written, corrected and annulled ones as they were. */
  | { readonly kind: "restore" }
  /** The votes of two options change places. */
  | { readonly kind: "swap"; readonly options: readonly [string, string] }
  /** Cells get these counts, and the sheet is counted. */
  | { readonly kind: "correct"; readonly cells: ReadonlyMap<string, number> };
