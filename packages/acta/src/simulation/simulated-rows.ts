import { NO_PLACE } from "../election/index.js";
import type { AreaTree } from "../election/index.js";
import { BLANK, ILLEGIBLE } from "../sheet/index.js";
import { CELL_WORDS, COLUMNS, areaColumn, cellColumns } from "./definition-document.js";
import { sheetsAt } from "./sheets-at.js";
import type { SimulatedElection } from "./simulate.js";
import type { Moment } from "./spec.js";

/**
 * The rows of a file with all stations at a moment, the header first, as texts in the layout of the definition's source.
 * Every row says that it is synthetic.
 */
export function* simulatedRows(simulated: SimulatedElection, moment: Moment): Generator<readonly string[], void> {
  const { spec, roll, provenance } = simulated;
  const table = sheetsAt(simulated, moment);
  const tree = roll.trees[0];
  yield headerOf(simulated);
  if (tree === undefined) return;
  const areas = tree.areas.map((_, at) => areaTexts(tree, at, spec.tree.levels.length));
  for (let row = 0; row < roll.codes.length; row++) {
    const place = roll.places[roll.place[row] ?? NO_PLACE];
    yield [
      roll.codes[row] ?? "",
      ...(areas[roll.leaves[0]?.[row] ?? 0] ?? []),
      place?.name ?? "",
      place?.address ?? "",
      String(roll.registered[row] ?? 0),
      table.statuses[table.status[row] ?? 0]?.id ?? "",
      ...table.cells.map((column) => cellText(column[row] ?? 0)),
      moment.asOf,
      provenance,
    ];
  }
}

function headerOf({ spec }: SimulatedElection): readonly string[] {
  return [
    COLUMNS.station,
    ...spec.tree.levels.flatMap((level) => [areaColumn(level.id, "code"), areaColumn(level.id, "name")]),
    COLUMNS.place,
    COLUMNS.zone,
    COLUMNS.registered,
    COLUMNS.status,
    ...cellColumns(spec).map(({ column }) => column),
    COLUMNS.asOf,
    COLUMNS.provenance,
  ];
}

/** Codes and names of an area and what it lies in, from the top level down. */
function areaTexts(tree: AreaTree, leaf: number, levels: number): readonly string[] {
  const texts: string[][] = [];
  for (let at = tree.areas[leaf]; at !== undefined && at.level > 0; at = tree.areas[at.parent])
    texts.unshift([at.code, at.name]);
  return texts.length === levels ? texts.flat() : [];
}

function cellText(value: number): string {
  if (value >= 0) return String(value);
  if (value === BLANK) return CELL_WORDS.blank;
  return value === ILLEGIBLE ? CELL_WORDS.illegible : CELL_WORDS.notSupplied;
}
