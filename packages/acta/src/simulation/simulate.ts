import type { Json } from "../basics/index.js";
import { parseDefinition } from "../election/index.js";
import type { Contest, Election, Roll } from "../election/index.js";
import { emptyTable } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { stream } from "../statistics/index.js";
import { categoriesOf, totalsBy } from "./categories.js";
import type { Categories } from "./categories.js";
import { definitionOf } from "./definition-document.js";
import { NOT_FLAGGED, drawFates } from "./fates.js";
import type { Fates } from "./fates.js";
import { filedFigures } from "./filed-figures.js";
import { makeRoll } from "./made-up-roll.js";
import type { LeafRows, MadeUpRoll } from "./made-up-roll.js";
import { reportingOrder } from "./reporting.js";
import type { SimulationSpec } from "./spec.js";
import { ANNULLED, NOT_INSTALLED, referredWith } from "./statuses.js";
import { drawVotes } from "./votes.js";

/** In `SimulatedElection.referred`: the sheet never goes to the tribunal. */
export const NOT_REFERRED = 255;

/** A made-up election with its truth and the way it is counted. It is and stays synthetic. */
export interface SimulatedElection {
  readonly provenance: "synthetic";
  readonly spec: SimulationSpec;
  /** The definition in the grammar `acta-election/1`, for a file; `election` is the same, read. */
  readonly definition: Json;
  readonly election: Election;
  readonly roll: Roll;
  /** The final state: every sheet counted, annulled or known not to exist; flagged sheets keep in `first` what was filed. */
  readonly table: SheetTable;
  /** Rows in the order in which their sheets come. */
  readonly order: Uint32Array;
  /** Status of the row's sheet while it is at the tribunal, or `NOT_REFERRED`. */
  readonly referred: Uint8Array;
}

/**
 * Makes up an election. Over the stations of each area, registered voters, votes of every option, blank and null votes add up to
 * the totals of the specification exactly; no station has more votes than registered voters. The same specification gives the same
 * bytes, and neither the order of areas nor that of options changes the figures of any station.
 */
export function simulate(spec: SimulationSpec): SimulatedElection {
  const definition = definitionOf(spec);
  const election = electionOf(definition);
  const contest = election.contests[0] ?? bug("a simulation has a contest");
  const categories = categoriesOf(spec);
  const made = makeRoll(spec);
  const fates = drawFates(spec, made, categories);
  const table = tableOf(election, contest, made.roll.codes.length);
  table.status.set(fates.final);
  const referred = referredStatuses(spec, fates);
  const columns = voteColumns(categories, table);
  for (const leaf of made.leaves) {
    drawVotes(spec, made, leaf, fates, categories, columns);
    fillVoters(leaf, fates, columns, table);
    fileFlagged(spec, made, leaf, { fates, categories, columns, referred, table });
  }
  const order = reportingOrder(spec, made);
  return { provenance: "synthetic", spec, definition, election, roll: made.roll, table, order, referred };
}

function electionOf(definition: Json): Election {
  const parsed = parseDefinition(definition);
  return parsed.ok ? parsed.value : bug(`definition of a simulation: ${JSON.stringify(parsed.problem)}`);
}

function bug(what: string): never {
  throw new Error(what);
}

function tableOf(election: Election, contest: Contest, size: number): SheetTable {
  return emptyTable(contest, election.statuses, size);
}

function referredStatuses(spec: SimulationSpec, fates: Fates): Uint8Array {
  const statuses = spec.flagged.map((kind) => referredWith(spec, kind.flag));
  return fates.kind.map((kind) => (kind === NOT_FLAGGED ? NOT_REFERRED : (statuses[kind] ?? NOT_REFERRED)));
}

/** The columns of the table in the order of the categories. Options come first in the form, then blank, null, challenged, voters. */
function voteColumns(categories: Categories, table: SheetTable): readonly Int32Array[] {
  const positions = [...categories.options, categories.blank, categories.null];
  return positions.map((position) => table.cells[position] ?? bug("a column for each category"));
}

/** Writes the voters of the opened stations: the sum of their votes. Nothing is challenged in the end. */
function fillVoters(leaf: LeafRows, fates: Fates, columns: readonly Int32Array[], table: SheetTable): void {
  const [challenged, voters] = table.cells.slice(columns.length);
  if (challenged === undefined || voters === undefined) return;
  for (let row = leaf.from; row < leaf.to; row++) {
    if (fates.final[row] === NOT_INSTALLED) continue;
    let sum = 0;
    for (let category = 0; category < columns.length; category++) sum += columns[category]?.[row] ?? 0;
    challenged[row] = 0;
    voters[row] = sum;
  }
}

interface Filing {
  readonly fates: Fates;
  readonly categories: Categories;
  readonly columns: readonly Int32Array[];
  readonly referred: Uint8Array;
  readonly table: SheetTable;
}

/** Makes what was filed on the flagged sheets of an area, from their final figures. */
function fileFlagged(spec: SimulationSpec, made: MadeUpRoll, leaf: LeafRows, filing: Filing): void {
  const { fates, categories, columns, referred, table } = filing;
  const source = stream(spec.seed, "filed", leaf.code);
  const votes = totalsBy(categories, leaf.totals).slice(0, categories.absent);
  const all = votes.reduce((sum, each) => sum + each, 0);
  const means = votes.map((each) => (all > 0 ? each / all : 0));
  for (let row = leaf.from; row < leaf.to; row++) {
    const kind = spec.flagged[fates.kind[row] ?? NOT_FLAGGED];
    if (kind === undefined) continue;
    const final = {
      votes: columns.map((column) => column[row] ?? 0),
      registered: made.roll.registered[row] ?? 0,
      annulled: fates.final[row] === ANNULLED,
    };
    const filed = filedFigures(source, kind.error, final, means);
    if (kind.error === "noFigures") continue;
    const cells = [...filed.votes, filed.challenged, filed.voters];
    // From the order of categories to that of the form.
    categories.options.forEach((position, at) => (cells[position] = filed.votes[at] ?? 0));
    table.first.set(row, { status: referred[row] ?? NOT_REFERRED, cells });
  }
}
