import type { CopyCoverage, CopySurvey } from "acta/dispute";
import type { Contest, Roll } from "acta/election";
import type { ElectionState } from "acta/record";
import { stateOf } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { testDrawnSample } from "acta/statistics";
import type { SampleTest } from "acta/statistics";

/** One holder's copies, compared and tested. */
export interface ComparedCopies extends CopySurvey {
  /** Changes if every differing copy with figures were taken, and if only those that alone are consistent were; by option. */
  readonly ifAllTaken: readonly number[];
  readonly ifSoundTaken: readonly number[];
  /** Sum of all changes of votes, whichever side they favour. */
  readonly atStake: number;
  /** Mean share of the option that leads the count, on the stations with a copy and on all counted ones. */
  readonly drawn: SampleTest;
}

/** Everything that `acta copies compare` says. */
export interface CopyComparisonReport {
  readonly state: ElectionState;
  readonly contest: Contest;
  readonly leader: string;
  readonly copies: readonly ComparedCopies[];
  readonly coverage: readonly CopyCoverage[];
  readonly isByLaw: boolean;
}

/** Beyond so many deviations a chance draw would lie less than once in a thousand (normal approximation, two-sided). */
export const MOST_DEVIATIONS = 3.29;

/** The share of the option that leads the count, on every counted sheet. */
export interface CountedShares {
  readonly leader: string;
  /** Share of the leader's votes on each counted sheet with votes, in the order of the roll. */
  readonly values: readonly number[];
  /** Position among the values by row. */
  readonly at: ReadonlyMap<number, number>;
}

/** Reads those shares off a table. */
export function countedShares(contest: Contest, roll: Roll, table: SheetTable): CountedShares {
  const columns = contest.options.map((option) =>
    contest.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option),
  );
  const totals = columns.map(() => 0);
  const votesAt = (row: number): readonly number[] =>
    columns.map((column) => Math.max(0, table.cells[column]?.[row] ?? 0));
  for (let row = 0; row < roll.codes.length; row++)
    if (stateOf(table, row) === "counted")
      votesAt(row).forEach((votes, option) => {
        totals[option] = (totals[option] ?? 0) + votes;
      });
  const first = totals.indexOf(Math.max(...totals));
  const values: number[] = [];
  const at = new Map<number, number>();
  for (let row = 0; row < roll.codes.length; row++) {
    if (stateOf(table, row) !== "counted") continue;
    const votes = votesAt(row);
    const valid = votes.reduce((sum, each) => sum + each, 0);
    if (valid === 0) continue;
    at.set(row, values.length);
    values.push((votes[first] ?? 0) / valid);
  }
  return { leader: contest.options[first] ?? "", values, at };
}

/** What a survey means for the count, and whether its stations could have been drawn by lot. */
export function comparedCopies(contest: Contest, survey: CopySurvey, { values, at }: CountedShares): ComparedCopies {
  const sum = (differences: CopySurvey["differences"]): readonly number[] =>
    contest.options.map((_, option) => differences.reduce((total, { change }) => total + (change?.[option] ?? 0), 0));
  const sound = survey.differences.filter(
    ({ authority, other }) => other.soundness === "consistent" && authority.soundness !== "consistent",
  );
  const atStake = survey.differences.reduce(
    (total, { change }) => total + (change ?? []).reduce((all, votes) => all + Math.abs(votes), 0),
    0,
  );
  const drawn = testDrawnSample(
    values,
    survey.countedRows.flatMap((row) => at.get(row) ?? []),
  );
  return { ...survey, ifAllTaken: sum(survey.differences), ifSoundTaken: sum(sound), atStake, drawn };
}
