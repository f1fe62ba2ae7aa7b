import type { CivilDate } from "acta/basics";
import type { Provenance } from "acta/election";
import type { RoundFigures, RoundResult, RoundRule } from "acta/institution";
import type { LoadedInstitutions } from "../../import/index.js";

/** The figures of a round, and where they come from. */
export interface RoundVotes {
  readonly figures: RoundFigures;
  /** Null for a file. */
  readonly edition: string | null;
  readonly open: { readonly stations: number; readonly mostVotes: number | null };
  /** Valid votes of lists that a file does not name: it is taken that none of them is among the first. */
  readonly unnamed: number;
  readonly provenance: Provenance;
}

/** A round and what its rule says about it. */
export interface FoundRound extends RoundVotes {
  readonly law: LoadedInstitutions;
  readonly rule: RoundRule;
  readonly on: CivilDate;
  readonly result: RoundResult;
  /** The last day of the runoff; null without one, or while nobody says when the first round was proclaimed. */
  readonly lastDay: CivilDate | null;
}
