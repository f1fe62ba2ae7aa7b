import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { actsOfStations, legalFrame, matterOf, proposeRuling } from "acta/dispute";
import type { ChallengedVotes, FlaggedMatter, LawInForce, Proposal } from "acta/dispute";
import type { Contest, Election, Roll } from "acta/election";
import type { Act, ElectionState, LedgerState } from "acta/record";
import type { SheetTable } from "acta/sheet";
import { heldLaws, recordedLaw } from "../../act/index.js";
import type { RecordedLaw } from "../../act/index.js";
import type { DataFolder } from "../../store/index.js";
import { stationCalled } from "../desk/station-code.js";

/** Everything of the record that a ruling on a sheet of one contest needs. */
export interface RulingBench {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
  readonly copies: ReadonlyMap<string, SheetTable>;
  readonly acts: readonly Act[];
  /** Acts that concern a station, by its code. */
  readonly byStation: ReadonlyMap<string, readonly Act[]>;
  readonly recorded: RecordedLaw;
  readonly law: LawInForce;
}

/** A proposal for the sheet of a station. */
export interface ProposedSheet {
  readonly row: number;
  readonly station: string;
  readonly matter: FlaggedMatter;
  readonly proposal: Proposal;
}

/**
 * Puts together what rulings need, at the head of the ledger.
 * @param at the day or moment that chooses the law.
 */
export function rulingBench(
  folder: DataFolder,
  state: LedgerState,
  named: { readonly election: string | undefined; readonly contest: string | undefined; readonly data: string },
  at: Instant,
): Result<RulingBench> {
  const found = electionFor(state, named.election);
  if (!found.ok) return found;
  const { election, roll, tables, copies } = found.value;
  const contest = election.contests.find(({ id }) => named.contest === undefined || id === named.contest);
  const table = contest === undefined ? undefined : tables.get(contest.id);
  if (contest === undefined || table === undefined)
    return fail({
      code: "command.unknownContest",
      context: { contest: named.contest ?? "", known: election.contests.map(({ id }) => id).join(", ") },
    });
  const recorded = recordedLaw(folder, state.acts, election.id);
  if (!recorded.ok) return recorded;
  if (recorded.value === null) return fail({ code: "law.none", context: { data: named.data } });
  const frame = legalFrame(heldLaws([recorded.value]), election);
  const law = frame.ok ? frame.value.lawOn(at) : null;
  if (!frame.ok) return frame;
  if (law === null) return fail({ code: "law.none", context: { data: named.data } });
  const byStation = actsOfStations(state.acts, { election: election.id, contest: contest.id });
  const own = copies.get(contest.id) ?? new Map<string, SheetTable>();
  return succeed({
    election,
    contest,
    roll,
    table,
    copies: own,
    acts: state.acts,
    byStation,
    recorded: recorded.value,
    law,
  });
}

/** The election with an id; the one that voted last without. */
export function electionFor(state: LedgerState, id: string | undefined): Result<ElectionState> {
  const all = [...state.elections.values()];
  const found = all.find(({ election }) => election.id === id) ?? (id === undefined ? newest(all) : undefined);
  const known = all.map(({ election }) => election.id).join(", ");
  return found === undefined
    ? fail({ code: "store.unknownElection", context: { election: id ?? "", known } })
    : succeed(found);
}

/** The election that voted last, as other commands choose it. */
function newest(all: readonly ElectionState[]): ElectionState | undefined {
  return all.toSorted((a, b) => (a.election.date < b.election.date ? -1 : 1)).at(-1);
}

/** The row of a station as somebody names it. */
export function rowCalled(bench: RulingBench, station: string): Result<number> {
  const row = stationCalled(bench.roll, station);
  return row < 0
    ? fail({ code: "command.unknownStation", context: { station: station.slice(0, 40), election: bench.election.id } })
    : succeed(row);
}

/** What the law in force gives for the sheet of a row, with what the record holds about it. */
export function proposeFor(bench: RulingBench, row: number, challenged: ChallengedVotes): Result<ProposedSheet> {
  const { roll, table, copies, law } = bench;
  const station = roll.codes[row] ?? "";
  const acts = bench.byStation.get(station) ?? [];
  const matter = matterOf({ roll, table, copies, acts }, row, challenged, law);
  const proposal = proposeRuling(matter, law);
  return proposal.ok
    ? succeed({ row, station, matter, proposal: proposal.value })
    : fail({ ...proposal.problem, where: station });
}
