import { hex, utf8 } from "../basics/index.js";
import type { Json, Sha256 } from "../basics/index.js";
import type { Contest } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import { resultOf } from "../tabulation/index.js";
import type { NamedArea, Tally } from "../tabulation/index.js";
import { dataPath } from "./edition-state.js";
import type { DataFile, DataSubject, EditionState } from "./edition-state.js";
import { pageRows } from "./pages.js";
import { resultJson } from "./result-json.js";

/** Takes every file as soon as it is made; the same file may come several times. */
export type Emit = (file: DataFile) => void;

/** One contest of an edition while its files are made. */
export interface ContestDraft {
  readonly state: EditionState;
  readonly contest: Contest;
  readonly table: SheetTable;
  readonly sha256: Sha256;
  readonly emit: Emit;
}

/** Writes a file. Keys of `json` are in sorted order (result-json.ts). @returns its hash. */
export function writeFile(sha256: Sha256, emit: Emit, about: DataSubject, json: Json): string {
  const bytes = utf8(JSON.stringify(json));
  const hash = hex(sha256(bytes));
  emit({ path: dataPath(hash), sha256: hash, bytes, about });
  return hash;
}

/** Policy of the figures that stand beside the name of a child. */
export const HEADLINE_POLICY = "counted";

/** Results of one group under every policy; policies with the same figures share one. */
export function resultsJson(contest: Contest, tallies: readonly Tally[], group: number, named: NamedArea): Json {
  const distinct: { readonly tally: Tally; readonly policies: string[] }[] = [];
  for (const tally of tallies) {
    const same = distinct.find((each) => sameFigures(each.tally, tally, group));
    if (same === undefined) distinct.push({ tally, policies: [tally.policy] });
    else same.policies.push(tally.policy);
  }
  return distinct.map(({ tally, policies }) => resultJson(resultOf(contest, tally, group, named), policies));
}

/** True when two policies give a group the same figures: all others do not depend on the policy. */
function sameFigures(a: Tally, b: Tally, group: number): boolean {
  if (a.missingCells[group] !== b.missingCells[group]) return false;
  if (a.registeredIncluded[group] !== b.registeredIncluded[group]) return false;
  return a.cells.every((column, at) => column[group] === b.cells[at]?.[group]);
}

/** What stands in each row of a list of children, in this order. */
export function childColumns(contest: Contest): readonly string[] {
  const votes = contest.options.map((option) => `votes.${option}`);
  return ["code", "name", "file", "stations", "counted", "registeredVoters", "ballotsCast", "validVotes", ...votes];
}

/** The row of a child: its file and its headline figures. */
export function childRow(
  contest: Contest,
  tallies: readonly Tally[],
  group: number,
  named: NamedArea,
  file: string,
): Json {
  const headline = tallies.find(({ policy }) => policy === HEADLINE_POLICY) ?? tallies[0];
  if (headline === undefined) throw new Error("an election has policies");
  const result = resultOf(contest, headline, group, { ...named, wholeContest: false });
  const { stations, registeredVoters, ballotsCast, validVotes } = result;
  const votes = result.options.map((option) => option.votes);
  const sums = [stations.total, stations.counted, registeredVoters, ballotsCast, validVotes, ...votes];
  return [named.code, named.name, file, ...sums];
}

/**
 * A list inside an area file: its rows, or the pages that hold them, each with its hash.
 * @param policy under which the figures in the rows hold.
 */
export function listJson(
  draft: ContestDraft,
  area: string,
  tree: string,
  columns: readonly string[],
  rows: readonly Json[],
  policy?: string,
): Json {
  const under = policy === undefined ? {} : { policy };
  const paged = pageRows(rows);
  if (paged.kind === "inline") return { columns, ...under, rows: paged.rows };
  const { election, ledger } = draft.state;
  const about: DataSubject = { kind: "page", election: election.id, contest: draft.contest.id, area };
  const pages = paged.pages.map((page, at) => {
    const json = {
      area,
      columns,
      contest: draft.contest.id,
      election: election.id,
      mode: ledger.mode,
      page: at + 1,
      provenance: provenanceOf(draft.state),
      rows: page,
      schema: "acta-page/1",
      tree,
    };
    return { file: writeFile(draft.sha256, draft.emit, about, json), rows: page.length };
  });
  return { columns, pages, ...under };
}

/** A synthetic election and a drill are marked for ever, on everything that is made from them (RECORD.md 12). */
export function provenanceOf({ ledger, election }: EditionState): string {
  return ledger.drill && election.provenance === "real" ? "drill" : election.provenance;
}
