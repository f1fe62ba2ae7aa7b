import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { copyCoverage, legalFrame, surveyCopies } from "acta/dispute";
import type { ElectionState, LedgerState } from "acta/record";
import { cellToJson } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { heldLaws, recordedLaw } from "../../act/index.js";
import { replayFolder } from "../../store/index.js";
import { MOST_DEVIATIONS, comparedCopies, countedShares } from "./copies-report.js";
import type { CopyComparisonReport } from "./copies-report.js";
import { comparedText } from "./copies-text.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { learnLaw } from "./law-run.js";
import { atOf, withElection } from "../desk/opened.js";
import type { OpenedElection } from "../desk/opened.js";
import { electionFor } from "./ruling-bench.js";

/** Flags of `acta copies compare`. */
export interface CompareFlags extends DataFlags {
  /** Only this copy. */
  readonly copy?: string;
}

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
    copies: surveys.map((survey) => comparedCopies(contest, survey, shares)),
    coverage: copyCoverage(roll, table, chosen),
    isByLaw: consistent.value !== null,
  });
}

/** What a consistent copy meets, by the law set of the record; null when it holds none. */
function consistentByLaw({ folder }: OpenedElection, { acts }: LedgerState, { election }: ElectionState) {
  const recorded = recordedLaw(folder, acts, election.id);
  if (!recorded.ok) return recorded;
  if (recorded.value === null) return succeed(null);
  const frame = legalFrame(heldLaws([recorded.value]), election);
  if (!frame.ok) return frame;
  const rules = frame.value.lawOn(election.date)?.rules ?? [];
  const rule = rules.find((each) => each.kind === "comparison");
  return succeed(rule?.kind === "comparison" ? rule.consistent : null);
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
