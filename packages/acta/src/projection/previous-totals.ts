import type { Election } from "../election/index.js";
import { stateOf } from "../sheet/index.js";
import { areasOfGroup } from "../tabulation/index.js";
import { GROUP_PREFIX } from "./area-row.js";
import type { TotalsNight } from "./totals-night.js";
import { OWN_SHEET, setFigures } from "./previous-contest.js";
import type { AreaTotals, PreviousContest, PreviousFigures } from "./previous-contest.js";

/** A previous contest as a table of areas. */
export interface PreviousTotals {
  /** Election or file, for the explanation. */
  readonly source: string;
  /** Country of its definition; null when a table came without one. */
  readonly country: string | null;
  readonly options: readonly string[];
  /** By area code or `group:ID`: votes of each option, blank, null, registered voters. */
  readonly totals: AreaTotals;
  /** Part of the sheets that a tribunal decided that was annulled; null when it is not known. */
  readonly annulled: number | null;
}

/** Sums the counted sheets of a previous contest by area of every level, and by domain; its official tables stand where there are any. */
export function totalsOfContest(election: Election, previous: PreviousContest): PreviousTotals {
  const { contest, roll, table, official } = previous;
  const width = contest.options.length + 3;
  const columns = [
    ...contest.options.map((option) =>
      table.form.cells.findIndex((cell) => cell.role === "option" && cell.option === option),
    ),
    table.form.cells.findIndex((cell) => cell.role === "blank"),
    table.form.cells.findIndex((cell) => cell.role === "null"),
  ];
  const [tree] = roll.trees;
  const areas = tree?.areas ?? [];
  const sums = areas.map(() => new Float64Array(width));
  let annulled = 0;
  let decided = 0;
  for (let row = 0; row < table.size; row++) {
    const status = table.statuses[table.status[row] ?? 255];
    if (status?.resolved === true) decided += 1;
    if (status?.resolved === true && status.state === "annulled") annulled += 1;
    const sum = sums[roll.leaves[0]?.[row] ?? 0];
    if (sum === undefined || stateOf(table, row) !== "counted") continue;
    columns.forEach((column, at) => (sum[at] = (sum[at] ?? 0) + Math.max(table.cells[column]?.[row] ?? 0, 0)));
    sum[width - 1] = (sum[width - 1] ?? 0) + Math.max(roll.registered[row] ?? 0, 0);
  }
  const totals = new Map<string, Float64Array>();
  // From the last level up: what is official of an area takes the place of its sheets also in the areas above.
  for (let at = areas.length - 1; at > 0; at--) {
    const area = areas[at];
    const own = official.get(area?.code ?? "") ?? sums[at];
    if (area === undefined || own === undefined) continue;
    totals.set(area.code, own);
    addTo(sums[area.parent], own);
  }
  if (tree !== undefined)
    for (const group of election.groups) {
      const sum = new Float64Array(width);
      for (const area of areasOfGroup(tree, group)) addTo(sum, totals.get(areas[area]?.code ?? ""));
      totals.set(`${GROUP_PREFIX}${group.id}`, sum);
    }
  return {
    source: previous.election.id,
    country: previous.election.country,
    options: contest.options,
    totals,
    annulled: decided > 0 ? annulled / decided : null,
  };
}

function addTo(sum: Float64Array | undefined, own: Float64Array | undefined): void {
  if (sum === undefined || own === undefined) return;
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (own[at] ?? 0);
}

/** In `PreviousFigures.source`, as for stations: the area's own table, that of an area above, or nothing but the whole. */
const ABOVE = 2;
const NOWHERE = 3;

/** What the previous contest says of every unit: its area's own totals, else those of the areas above it. */
export function figuresOfAreas(night: TotalsNight, previous: PreviousTotals): PreviousFigures {
  const width = previous.options.length + 2;
  const { areas, parent } = night.tree;
  const values = areas.map(({ code }) => previous.totals.get(code)?.slice() ?? new Float64Array(width + 1));
  const own = values.map((row) => isUsable(row, width));
  const summed = values.map((row) => row.slice());
  for (let node = parent.length - 1; node > 0; node--) {
    const above = parent[node] ?? 0;
    const row = own[node] === true ? values[node] : summed[node];
    if (own[above] !== true && areas[node]?.code !== areas[above]?.code) addTo(summed[above], row);
  }
  const figures = {
    shares: new Float64Array(night.size * width),
    width,
    turnout: new Float64Array(night.size),
    source: new Uint8Array(night.size),
  };
  const found = { own: 0, place: 0, area: 0, none: 0 };
  for (let unit = 0; unit < night.size; unit++) {
    const leaf = night.leaf[unit] ?? 0;
    let node = leaf;
    while (node > 0 && !isUsable(summed[node], width)) node = parent[node] ?? 0;
    const isOwn = node > 0 && areas[node]?.code === areas[leaf]?.code;
    figures.source[unit] = node === 0 ? NOWHERE : isOwn ? OWN_SHEET : ABOVE;
    if (node === 0) found.none++;
    else if (isOwn) found.own++;
    else found.area++;
    setFigures(figures, unit, summed[node] ?? new Float64Array(width + 1), 0);
  }
  return { ...figures, found, annulled: previous.annulled };
}

function isUsable(row: Float64Array | undefined, width: number): boolean {
  if (row === undefined) return false;
  let ballots = 0;
  for (let at = 0; at < width; at++) ballots += row[at] ?? 0;
  return ballots > 0 && (row[width] ?? 0) > 0;
}
