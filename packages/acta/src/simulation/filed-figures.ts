import type { Generator } from "../basics/index.js";
import { BLANK, ILLEGIBLE, NOT_SUPPLIED } from "../sheet/index.js";
import { multinomial, poisson } from "../statistics/index.js";
import type { SheetError } from "./spec.js";

/** Final figures of one sheet: votes by category (options, then blank and null), and who may have voted. */
export interface FinalFigures {
  readonly votes: readonly number[];
  readonly registered: number;
  readonly annulled: boolean;
}

/** What stands on a sheet before it is resolved; cells may be marks (sheet/cell.ts). */
export interface FiledFigures {
  readonly votes: number[];
  challenged: number;
  voters: number;
}

/** Mean number of votes set aside on a sheet with challenged votes, and mean distance of a wrong total, both above 1. */
const MORE_CHALLENGED = 2;
const MORE_WRONG = 3;
/** Share of challenged votes that end as null ones (Peru 2021: 1,125 of 1,477). */
const CHALLENGED_TO_NULL = 0.76;

/**
 * Figures as they were filed, from which the ruling made the final ones. `means` are the shares of the categories in the area, for
 * annulled sheets, whose votes the ruling took away.
 */
export function filedFigures(
  source: Generator,
  error: SheetError,
  final: FinalFigures,
  means: Float64Array,
): FiledFigures {
  const sum = total(final.votes);
  if (!final.annulled) return withError(source, error, { votes: [...final.votes], challenged: 0, voters: sum }, final);
  // The ballots of an annulled sheet are those in the total of voters; the votes may add up to more.
  const tooMany = error === "votersBelowSum" ? Math.min(wrongBy(source), final.registered - sum) : 0;
  const votes = new Float64Array(means.length);
  multinomial(source, sum + tooMany, means, votes);
  const filed = { votes: [...votes], challenged: 0, voters: sum };
  return error === "votersBelowSum" ? filed : withError(source, error, filed, final);
}

function withError(source: Generator, error: SheetError, filed: FiledFigures, final: FinalFigures): FiledFigures {
  switch (error) {
    case "votersAboveSum":
      return votersAboveSum(source, filed, final);
    case "votersBelowSum":
      return { ...filed, voters: Math.max(0, filed.voters - wrongBy(source)) };
    case "votersAboveRegistered":
      return { ...filed, voters: final.registered + wrongBy(source) };
    case "votersMissing":
      return { ...filed, voters: BLANK };
    case "votersIllegible":
      return { ...filed, voters: ILLEGIBLE };
    case "cellMissing":
      return { ...filed, votes: filed.votes.with(source.below(filed.votes.length), BLANK) };
    case "challenged":
      return challenged(source, filed);
    case "noFigures":
      return { votes: filed.votes.map(() => NOT_SUPPLIED), challenged: NOT_SUPPLIED, voters: NOT_SUPPLIED };
    default:
      return filed;
  }
}

/** Votes were left out, or, when nothing can be left out, the total of voters was written too high. */
function votersAboveSum(source: Generator, filed: FiledFigures, final: FinalFigures): FiledFigures {
  const nullAt = filed.votes.length - 1;
  const nulls = filed.votes[nullAt] ?? 0;
  const wrong = wrongBy(source);
  if (nulls > 0) return { ...filed, votes: filed.votes.with(nullAt, Math.max(0, nulls - wrong)) };
  return { ...filed, voters: Math.min(final.registered, filed.voters + wrong) };
}

/** Takes some votes out of their cells and sets them aside. */
function challenged(source: Generator, filed: FiledFigures): FiledFigures {
  const votes = [...filed.votes];
  const nullAt = votes.length - 1;
  const aside = Math.min(1 + poisson(source, MORE_CHALLENGED), filed.voters);
  for (let taken = 0; taken < aside; taken++) {
    const wanted = source.next() < CHALLENGED_TO_NULL ? nullAt : source.below(votes.length);
    const from = (votes[wanted] ?? 0) > 0 ? wanted : votes.findIndex((each) => each > 0);
    votes[from] = (votes[from] ?? 0) - 1;
  }
  return { ...filed, votes, challenged: aside };
}

function wrongBy(source: Generator): number {
  return 1 + poisson(source, MORE_WRONG);
}

function total(votes: readonly number[]): number {
  return votes.reduce((sum, each) => sum + each, 0);
}
