import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import type { ChallengedVotes } from "acta/dispute";
import { editionsInOrder } from "acta/record";
import { stateOf } from "acta/sheet";
import { replayFolder } from "../../store/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";
import type { DataFlags } from "../desk/flags.js";
import { learnLaw } from "./law-run.js";
import { atOf, withElection } from "../desk/opened.js";
import type { OpenedElection } from "../desk/opened.js";
import { proposeFor, rowCalled, rulingBench } from "./ruling-bench.js";
import type { ProposedSheet, RulingBench } from "./ruling-bench.js";
import { challengedIn } from "./ruling-cells.js";
import { proposalDocument, proposalText } from "./ruling-proposal-text.js";
import { summaryDocument, summaryOf, summaryText } from "./ruling-summary.js";

/** Flags of `acta ruling propose`. */
export interface ProposeFlags extends DataFlags {
  /** Every sheet that is referred. */
  readonly open: boolean;
  /** Where the challenged votes go, or `missing`. */
  readonly challenged?: string;
}

/** So many proposals are printed in full; more of them as a table. */
const MOST_IN_FULL = 12;

/** Runs `acta ruling propose`. Nothing is entered. */
export async function runPropose(desk: Desk, flags: ProposeFlags, stations: readonly string[]): Promise<void> {
  learnLaw(desk);
  const done = await withElection(desk, flags, (opened) => {
    const replayed = replayFolder(opened.folder, opened.index.size);
    if (!replayed.ok) return replayed;
    const named = { election: opened.indexed.id, contest: flags.contest, data: flags.data };
    const bench = rulingBench(opened.folder, replayed.value.state(), named, stateOfCount(opened) ?? desk.now());
    if (!bench.ok) return bench;
    const proposed = proposals(desk, bench.value, flags, stations);
    if (!proposed.ok) return proposed;
    if (flags.json) printJson(desk, { ...documentOf(bench.value, proposed.value), ...atOf(opened) });
    else desk.print(textOf(desk, bench.value, proposed.value, flags));
    return succeed(null);
  });
  if (!done.ok) tell(desk, done.problem);
}

/** The newest state of the count: a proposal for an election of the past is made under the law of its days. */
function stateOfCount({ indexed }: OpenedElection): Instant | null {
  return editionsInOrder(indexed.editions).at(-1)?.asOf ?? null;
}

function proposals(
  desk: Desk,
  bench: RulingBench,
  flags: ProposeFlags,
  stations: readonly string[],
): Result<readonly ProposedSheet[]> {
  if (flags.open === stations.length > 0) return fail({ code: "ruling.whichSheets" });
  const challenged = challengedIn(desk.language, bench, flags.challenged);
  if (!challenged.ok) return challenged;
  const rows = flags.open ? succeed(referredRows(bench)) : rowsCalled(bench, stations);
  return rows.ok ? proposeAll(bench, rows.value, challenged.value) : rows;
}

function proposeAll(
  bench: RulingBench,
  rows: readonly number[],
  challenged: ChallengedVotes,
): Result<readonly ProposedSheet[]> {
  const done: ProposedSheet[] = [];
  for (const row of rows) {
    const proposed = proposeFor(bench, row, challenged);
    if (!proposed.ok) return proposed;
    done.push(proposed.value);
  }
  return succeed(done);
}

function rowsCalled(bench: RulingBench, stations: readonly string[]): Result<readonly number[]> {
  const rows: number[] = [];
  for (const station of stations) {
    const row = rowCalled(bench, station);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  return succeed(rows);
}

function referredRows({ table }: RulingBench): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < table.size; row++) if (stateOf(table, row) === "referred") rows.push(row);
  return rows;
}

/** The documented JSON shape `acta-ruling-proposals/1`. */
function documentOf(bench: RulingBench, proposed: readonly ProposedSheet[]): Readonly<Record<string, unknown>> {
  const { election, contest, recorded, law } = bench;
  return {
    schema: "acta-ruling-proposals/1",
    provenance: election.provenance,
    election: election.id,
    contest: contest.id,
    law: { id: recorded.law.id, sha256: recorded.set.blob.sha256, entry: recorded.set.index, day: law.dates.act },
    summary: summaryDocument(summaryOf(bench, proposed)),
    proposals: proposed.map((each) => proposalDocument(bench, each)),
  };
}

function textOf(
  { language }: Desk,
  bench: RulingBench,
  proposed: readonly ProposedSheet[],
  flags: ProposeFlags,
): string {
  const head = [
    `${language.pick(bench.election.name)} · ${language.pick(bench.contest.name)}`,
    language.say("ruling.byLaw", {
      name: language.pick(bench.recorded.law.name),
      entry: bench.recorded.set.index,
      day: bench.law.dates.act,
    }),
  ];
  if (proposed.length === 0) return [...head, "", language.say("ruling.noneOpen")].join("\n");
  const body =
    proposed.length <= MOST_IN_FULL
      ? proposed.map((each) => proposalText(language, bench, each)).join("\n\n")
      : summaryText(language, bench, summaryOf(bench, proposed));
  return [...head, "", body, "", language.say("ruling.onlyProposed", { data: flags.data })].join("\n");
}
