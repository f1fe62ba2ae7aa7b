import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { NO_PLACE, UNKNOWN_AREA } from "acta/election";
import type { AreaTree, Policy } from "acta/election";
import { areasAtLevel, areasOfGroup, resultOf, sumOf, tallyBy, tallyTree } from "acta/tabulation";
import type { AreaResult, Tally } from "acta/tabulation";
import type { Language } from "../../language/index.js";
import type { OpenedContest } from "../desk/opened.js";

/** Which areas a result is asked for. */
export interface AreaChoice {
  readonly tree?: string;
  readonly area?: string;
  readonly level?: string;
  readonly group?: string;
}

/** Results of the areas asked for; `single` when one area was asked for and not a level. */
export interface AreaResults {
  readonly single: boolean;
  readonly results: readonly AreaResult[];
}

/** Level id under which polling places are asked for, below the levels of any tree. */
const PLACE_LEVEL = "place";

/** Tallies the areas that were asked for: the whole, one area, a group, or every area of a level (within the area or group). */
export function resultsFor(
  opened: OpenedContest,
  policy: Policy,
  choice: AreaChoice,
  language: Language,
): Result<AreaResults> {
  const { roll, election } = opened.open;
  const treeAt = choice.tree === undefined ? 0 : roll.trees.findIndex((tree) => tree.id === choice.tree);
  const tree = roll.trees[treeAt];
  if (tree === undefined)
    return fail({
      code: "command.unknownTree",
      context: { tree: choice.tree ?? "", known: roll.trees.map((each) => each.id).join(", ") },
    });
  const tally = tallyTree(election, roll, opened.table, policy, treeAt);
  const scope: Scope = { opened, policy, tree, treeAt, tally, language };
  const chosen = choice.group === undefined ? areaScope(scope, choice.area) : groupScope(scope, choice.group);
  if (!chosen.ok) return chosen;
  if (choice.level === undefined) return succeed({ single: true, results: [chosen.value.whole()] });
  if (choice.level === PLACE_LEVEL) return succeed({ single: false, results: placeResults(scope, chosen.value.holds) });
  const level = levelOf(scope, choice.level);
  if (!level.ok) return level;
  const areas = areasAtLevel(tree, level.value).filter(chosen.value.holds);
  return succeed({ single: false, results: areas.map((at) => areaResult(scope, at)) });
}

interface Scope {
  readonly opened: OpenedContest;
  readonly policy: Policy;
  readonly tree: AreaTree;
  readonly treeAt: number;
  readonly tally: Tally;
  readonly language: Language;
}

interface Chosen {
  readonly whole: () => AreaResult;
  /** True for the areas inside. */
  readonly holds: (area: number) => boolean;
}

function areaScope(scope: Scope, code: string | undefined): Result<Chosen> {
  const { tree } = scope;
  const at = code === undefined ? 0 : tree.areas.findIndex((area) => area.code === code);
  if (at < 0) return fail({ code: "command.unknownArea", context: { area: code ?? "", tree: tree.id } });
  return succeed({ whole: () => areaResult(scope, at), holds: (area) => isUnder(tree, area, at) });
}

function isUnder(tree: AreaTree, area: number, top: number): boolean {
  for (let at = area; at >= 0; at = tree.areas[at]?.parent ?? -1) if (at === top) return true;
  return false;
}

function groupScope(scope: Scope, id: string): Result<Chosen> {
  const { election } = scope.opened.open;
  const group = election.groups.find((each) => each.id === id && each.tree === scope.tree.id);
  if (group === undefined)
    return fail({
      code: "command.unknownGroup",
      context: { group: id, known: election.groups.map((each) => each.id).join(", ") },
    });
  const leaves = areasOfGroup(scope.tree, group);
  const inside = new Set<number>();
  for (const leaf of leaves) for (let at = leaf; at >= 0; at = scope.tree.areas[at]?.parent ?? -1) inside.add(at);
  const named = { code: group.id, name: scope.language.pick(group.name), level: "group", wholeContest: false };
  return succeed({
    whole: () => resultOf(scope.opened.contest, sumOf(scope.tally, leaves), 0, named),
    holds: (area) => inside.has(area),
  });
}

function levelOf(scope: Scope, id: string): Result<number> {
  const definition = scope.opened.open.election.trees.find((tree) => tree.id === scope.tree.id);
  if (definition?.root.level === id) return succeed(0);
  const at = definition?.levels.findIndex((level) => level.id === id) ?? -1;
  if (at >= 0) return succeed(at + 1);
  const known = [
    definition?.root.level ?? "",
    ...(definition?.levels.map((level) => level.id) ?? []),
    PLACE_LEVEL,
  ].join(", ");
  return fail({ code: "command.unknownLevel", context: { level: id, known } });
}

function areaResult(scope: Scope, at: number): AreaResult {
  const { opened, tree, tally } = scope;
  const area = tree.areas[at];
  const definition = opened.open.election.trees.find((each) => each.id === tree.id);
  const level = at === 0 ? definition?.root.level : definition?.levels[(area?.level ?? 1) - 1]?.id;
  const name = at === 0 && definition !== undefined ? scope.language.pick(definition.root.name) : (area?.name ?? "");
  return resultOf(opened.contest, tally, at, {
    code: area?.code ?? "",
    name: name === "" && area?.code === UNKNOWN_AREA ? scope.language.say("result.unknownArea") : name,
    level: level ?? "",
    wholeContest: isWholeContest(opened, tree, at),
  });
}

/** The outcome rule speaks about the area in which the contest is held, not about its parts. */
function isWholeContest(opened: OpenedContest, tree: AreaTree, at: number): boolean {
  const { stations } = opened.contest;
  if (at === 0) return true;
  return (
    stations !== null &&
    stations.tree === tree.id &&
    stations.areas.length === 1 &&
    stations.areas[0] === tree.areas[at]?.code
  );
}

/**
 * Polling places and, so that they sum to the whole, for each area one line of the stations whose source names no place. In a tree
 * other than the first, only the stations inside the areas asked for are in a place's line.
 */
function placeResults(scope: Scope, holds: (area: number) => boolean): readonly AreaResult[] {
  const { opened, policy, treeAt } = scope;
  const { roll, election } = opened.open;
  const [first] = roll.trees;
  const leaves = roll.leaves[0] ?? new Uint32Array(0);
  const inTree = roll.leaves[treeAt] ?? leaves;
  const places = roll.places.length;
  const groups = places + (first?.areas.length ?? 0);
  const groupOf = roll.place.map((place, row) => {
    if (!holds(inTree[row] ?? 0)) return groups;
    return place === NO_PLACE ? places + (leaves[row] ?? 0) : place;
  });
  const tally = tallyBy(election, roll, opened.table, policy, groupOf, groups);
  const results: { readonly area: number; readonly result: AreaResult }[] = [];
  for (let at = 0; at < groups; at++) {
    const place = roll.places[at];
    const area = place === undefined ? at - places : place.area;
    if ((tally.stations[at] ?? 0) === 0) continue;
    const code = `${first?.areas[area]?.code ?? ""}/${place === undefined ? UNKNOWN_AREA : at}`;
    const name = place?.name ?? scope.language.say("result.unknownPlace");
    results.push({
      area,
      result: resultOf(opened.contest, tally, at, { code, name, level: PLACE_LEVEL, wholeContest: false }),
    });
  }
  // Sorting is stable: the unnamed come last in their area.
  return results.toSorted((a, b) => a.area - b.area).map(({ result }) => result);
}
