import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { copyCoverage, legalFrame, surveyCopies } from "acta/dispute";
import type { CopyCoverage, CopySurvey } from "acta/dispute";
import type { Contest, Roll } from "acta/election";
import type { ElectionState, LedgerState } from "acta/record";
import { cellToJson, stateOf } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { testDrawnSample } from "acta/statistics";
import type { SampleTest } from "acta/statistics";
import { recordedLaw } from "../act/index.js";
import { replayFolder } from "../store/index.js";
import { comparedText } from "./copies-text.js";
import { printJson, tell } from "./desk.js";
import type { Desk } from "./desk.js";
import type { DataFlags } from "./flags.js";
import { learnLaw } from "./law-run.js";
import { atOf, withElection } from "./opened.js";
import type { OpenedElection } from "./opened.js";
import { electionFor } from "./ruling-bench.js";

/** Flags of `acta copies compare`. */
export interface CompareFlags extends DataFlags {
  /** Only this copy. */
  readonly copy?: string;
}

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

/** Runs `acta copies compare`. */
export async function runCompareCopies(desk: Desk, flags: CompareFlags): Promise<void> {
  learnLaw(desk);
  const done = await withElection(desk, flags, (opened) => {
    const replayed = replayFolder(opened.folder, opened.index.size);
    if (!replayed.ok) return replayed;
    const report = reportOf(opened, replayed.value.state(), flags);
    if (!report.ok) return report;
    if (flags.json) printJson(desk, { ...documentOf(report.value), ...atOf(opened) });
    else desk.print(comparedText(desk.language, report.value));
    return succeed(null);
  });
  if (!done.ok) tell(desk, done.problem);
}

function reportOf(opened: OpenedElection, all: LedgerState, flags: CompareFlags): Result<CopyComparisonReport> {
  const state = electionFor(all, opened.indexed.id);
  if (!state.ok) return state;
  const { election, roll, tables, copies } = state.value;
  const contest = election.contests.find(({ id }) => flags.contest === undefined || id === flags.contest);
  const table = contest === undefined ? undefined : tables.get(contest.id);
  const known = election.contests.map(({ id }) => id).join(", ");
  if (contest === undefined || table === undefined)
    return fail({ code: "command.unknownContest", context: { contest: flags.contest ?? "", known } });
  const held = copies.get(contest.id) ?? new Map<string, SheetTable>();
  const chosen = new Map([...held].filter(([name]) => flags.copy === undefined || name === flags.copy));
  if (chosen.size === 0)
    return fail(
      held.size === 0
        ? { code: "copies.none", context: { data: flags.data } }
        : { code: "copies.noSuch", context: { copy: flags.copy ?? "", known: [...held.keys()].join(", ") } },
    );
  const consistent = consistentByLaw(opened, all, state.value);
  if (!consistent.ok) return consistent;
  const surveys =
    consistent.value === null
      ? surveyCopies(contest, roll, table, chosen)
      : surveyCopies(contest, roll, table, chosen, consistent.value);
  const shares = countedShares(contest, roll, table);
  return succeed({
    state: state.value,
    contest,
    leader: shares.leader,
    copies: surveys.map((survey) => compared(contest, survey, shares)),
    coverage: copyCoverage(roll, table, chosen),
    isByLaw: consistent.value !== null,
  });
}

/** What a consistent copy meets, by the law set of the record; null when it holds none. */
function consistentByLaw({ folder }: OpenedElection, { acts }: LedgerState, { election }: ElectionState) {
  const recorded = recordedLaw(folder, acts, election.id);
  if (!recorded.ok) return recorded;
  if (recorded.value === null) return succeed(null);
  const frame = legalFrame(recorded.value.law, election);
  if (!frame.ok) return frame;
  const rules = frame.value.lawOn(election.date)?.rules ?? [];
  const rule = rules.find((each) => each.kind === "comparison");
  return succeed(rule?.kind === "comparison" ? rule.consistent : null);
}

interface CountedShares {
  readonly leader: string;
  /** Share of the leader's votes on each counted sheet with votes, in the order of the roll. */
  readonly values: readonly number[];
  /** Position among the values by row. */
  readonly at: ReadonlyMap<number, number>;
}

function countedShares(contest: Contest, roll: Roll, table: SheetTable): CountedShares {
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

function compared(contest: Contest, survey: CopySurvey, { values, at }: CountedShares): ComparedCopies {
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

/** The documented JSON shape `acta-copies-compare/1`. */
function documentOf({
  state,
  contest,
  leader,
  copies,
  coverage,
  isByLaw,
}: CopyComparisonReport): Readonly<Record<string, unknown>> {
  const { election } = state;
  const byOption = (votes: readonly number[] | null) =>
    votes === null ? null : Object.fromEntries(contest.options.map((option, at) => [option, votes[at] ?? 0]));
  const figures = (cells: readonly number[]) =>
    Object.fromEntries(contest.form.cells.map(({ id }, at) => [id, cellToJson(cells[at] ?? 0, undefined)]));
  return {
    schema: "acta-copies-compare/1",
    provenance: election.provenance,
    election: election.id,
    contest: contest.id,
    consistency: isByLaw ? "lawSet" : "default",
    copies: copies.map(({ copy, sheets, same, unmatched, atStake, differences, drawn, ifAllTaken, ifSoundTaken }) => ({
      copy,
      sheets,
      same,
      unmatched,
      atStake,
      ifAllTaken: byOption(ifAllTaken),
      ifSoundTaken: byOption(ifSoundTaken),
      sample: {
        test: "meanShareOfLeader",
        null: "simpleRandomSampleOfCountedStations",
        option: leader,
        limit: MOST_DEVIATIONS,
        ...drawn,
        isRandom: drawn.deviations === null ? null : Math.abs(drawn.deviations) <= MOST_DEVIATIONS,
      },
      differences: differences.map(({ station, state: sheetState, cells, authority, other, change }) => ({
        station,
        state: sheetState,
        cells: cells.map((at) => contest.form.cells[at]?.id ?? ""),
        authority: { figures: figures(authority.cells), soundness: authority.soundness },
        copy: { figures: figures(other.cells), soundness: other.soundness },
        change: byOption(change),
      })),
    })),
    coverage,
  };
}
