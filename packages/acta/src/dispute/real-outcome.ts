import { cellsWith, figuresOf, voteCells } from "./filed-sheet.js";
import type { FiledSheet } from "./filed-sheet.js";
import type { Proposal } from "./proposal.js";

/** How a sheet ended, read off its figures before and after. */
export type RealOutcome =
  | "keptAsFiled"
  /** Counted with other figures than it was filed with. */
  | "corrected"
  /** All votes null: as many as citizens who voted, as registered voters, or another number. */
  | "annulledAsVoters"
  | "annulledAsRegistered"
  | "annulledOtherwise";

/** What a proposal predicts, in the words of the outcomes, or that it predicts none. */
export type PredictedOutcome = RealOutcome | "recount" | "needsBody";

/** How a sheet ended. `annulled`: the authority says that it is; figures alone also tell it of one that was kept with no vote left. */
export function realOutcomeOf(filed: FiledSheet, after: readonly number[], annulled: boolean): RealOutcome {
  if (annulled) return annulmentOf(filed, after);
  const same = filed.cells.every((cell, at) => cell === after[at]);
  return same ? "keptAsFiled" : "corrected";
}

/** What a proposal says will happen. */
export function predictedOutcomeOf(filed: FiledSheet, proposal: Proposal): PredictedOutcome {
  return proposal.outcome === "annulled" ? annulmentOf(filed, proposal.cells) : proposal.outcome;
}

function annulmentOf(filed: FiledSheet, after: readonly number[]): RealOutcome {
  const { nullVotes } = figuresOf({ ...filed, cells: after });
  if (nullVotes === figuresOf(filed).voters) return "annulledAsVoters";
  return nullVotes === filed.registeredVoters ? "annulledAsRegistered" : "annulledOtherwise";
}

/** True when the challenged votes, and nothing else, moved: each went to some cell, none was lost and the total stands. */
export function onlyAssigned(filed: FiledSheet, after: readonly number[]): boolean {
  const later = figuresOf({ ...filed, cells: after });
  const before = figuresOf(filed);
  const challenged = cellsWith(filed.form, ["challenged"]);
  const kept = voteCells(filed.form).every(
    (at) => challenged.includes(at) || (after[at] ?? 0) >= (filed.cells[at] ?? 0),
  );
  return kept && later.challengedVotes === 0 && later.sum === before.sum && later.voters === before.voters;
}
