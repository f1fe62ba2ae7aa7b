import { NO_PLACE, UNKNOWN_AREA, byCode } from "../election/index.js";
import type { AreaTree, CheckSetting, Roll } from "../election/index.js";
import { compileRules, isBeyond, ruleIn } from "./check-rules.js";
import type { CompiledRule } from "./check-rules.js";
import type { FindingCode } from "./finding-codes.js";
import { FindingCollector, MOST_FINDINGS } from "./finding.js";
import type { FindingList, FindingValues } from "./finding.js";

interface Drift {
  readonly earlier: Roll;
  readonly later: Roll;
  readonly rules: ReadonlyMap<FindingCode, CompiledRule>;
  readonly collector: FindingCollector;
}

/**
 * Compares the rolls of two editions, or of two elections whose stations match: registered voters, places, areas, stations.
 * Rows of the findings are rows of the later roll. What one of the two does not say is not a difference.
 */
export function checkDrift(
  earlier: Roll,
  later: Roll,
  checks: readonly CheckSetting[] = [],
  most: number = MOST_FINDINGS,
): FindingList {
  const drift: Drift = { earlier, later, rules: compileRules(checks), collector: new FindingCollector(most) };
  let before = 0;
  let after = 0;
  while (before < earlier.codes.length || after < later.codes.length) {
    const order = orderAt(drift, before, after);
    if (order === 0) checkStation(drift, before, after);
    else if (order < 0) add(drift, "C205", [], { station: earlier.codes[before] ?? "" });
    else add(drift, "C206", [after], { station: later.codes[after] ?? "" });
    if (order <= 0) before += 1;
    if (order >= 0) after += 1;
  }
  checkAreaNames(drift);
  return drift.collector.list();
}

function orderAt({ earlier, later }: Drift, before: number, after: number): number {
  const one = earlier.codes[before];
  const other = later.codes[after];
  if (one === undefined) return 1;
  return other === undefined ? -1 : byCode(one, other);
}

function add(drift: Drift, code: FindingCode, rows: readonly number[], values: FindingValues): void {
  const { severity } = ruleIn(drift.rules, code);
  if (severity !== "off") drift.collector.add({ code, severity, rows, cells: [], values });
}

function checkStation(drift: Drift, before: number, after: number): void {
  const { earlier, later } = drift;
  const was = earlier.registered[before] ?? -1;
  const is = later.registered[after] ?? -1;
  if (was >= 0 && is >= 0 && isBeyond(ruleIn(drift.rules, "C201"), Math.abs(was - is), was))
    add(drift, "C201", [after], { earlier: was, later: is });
  const placeWas = earlier.places[earlier.place[before] ?? NO_PLACE]?.name ?? "";
  const placeIs = later.places[later.place[after] ?? NO_PLACE]?.name ?? "";
  if (placeWas !== "" && placeIs !== "" && placeWas !== placeIs)
    add(drift, "C202", [after], { earlier: placeWas, later: placeIs });
  checkAreas(drift, before, after);
}

/** Trees are matched by their id; the leaf is compared, since its ancestors follow from it. */
function checkAreas(drift: Drift, before: number, after: number): void {
  const { earlier, later } = drift;
  later.trees.forEach((tree, at) => {
    const earlierAt = earlier.trees.findIndex((other) => other.id === tree.id);
    const was = leafCode(earlier, earlierAt, before);
    const is = leafCode(later, at, after);
    if (was !== is && isKnown(was) && isKnown(is)) add(drift, "C204", [after], { earlier: was, later: is });
  });
}

function leafCode(roll: Roll, tree: number, row: number): string {
  return roll.trees[tree]?.areas[roll.leaves[tree]?.[row] ?? -1]?.code ?? UNKNOWN_AREA;
}

function isKnown(code: string): boolean {
  return code !== UNKNOWN_AREA && code !== "";
}

/** The same code of the same tree with another name, or the other way of writing it. */
function checkAreaNames(drift: Drift): void {
  for (const tree of drift.later.trees) {
    const before = drift.earlier.trees.find((other) => other.id === tree.id);
    const names = namesOf(before);
    for (const area of tree.areas) {
      const was = names.get(keyOf(area)) ?? "";
      if (was !== "" && area.name !== "" && was !== area.name && isKnown(area.code))
        add(drift, "C203", [], { area: area.code, earlier: was, later: area.name });
    }
  }
}

function namesOf(tree: AreaTree | undefined): ReadonlyMap<string, string> {
  return new Map(tree?.areas.map((area) => [keyOf(area), area.name]));
}

function keyOf(area: { readonly level: number; readonly code: string }): string {
  return `${area.level} ${area.code}`;
}
