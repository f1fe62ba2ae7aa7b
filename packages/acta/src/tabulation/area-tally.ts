import { ancestorAt } from "../election/index.js";
import type { AreaGroup, AreaTree, Election, Policy, Roll } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import { columnsOf, sameColumns } from "./tally.js";
import { tallyBy } from "./tally-rows.js";
import type { Tally } from "./tally.js";

/** Tallies every area of a tree at once: leaves in one pass over the sheets, then each level into the one above. */
export function tallyTree(election: Election, roll: Roll, table: SheetTable, policy: Policy, treeAt: number): Tally {
  const tree = roll.trees[treeAt];
  const leaves = roll.leaves[treeAt];
  if (tree === undefined || leaves === undefined) throw new Error(`no tree ${treeAt}`);
  const tally = tallyBy(election, roll, table, policy, leaves, tree.areas.length);
  for (const column of columnsOf(tally)) {
    // Children stand after their parents, so one pass from the end carries every leaf up to the root.
    for (let at = tree.areas.length - 1; at > 0; at--) {
      const parent = tree.areas[at]?.parent ?? 0;
      column[parent] = (column[parent] ?? 0) + (column[at] ?? 0);
    }
  }
  return tally;
}

/** Tallies every polling place. Stations without a named place are left out. */
export function tallyPlaces(election: Election, roll: Roll, table: SheetTable, policy: Policy): Tally {
  return tallyBy(election, roll, table, policy, roll.place, roll.places.length);
}

/** Sums chosen groups of a tally into one. */
export function sumOf(tally: Tally, groups: readonly number[]): Tally {
  const sum = sameColumns(tally, 1);
  const from = columnsOf(tally);
  columnsOf(sum).forEach((column, at) => {
    for (const group of groups) column[0] = (column[0] ?? 0) + (from[at]?.[group] ?? 0);
  });
  return sum;
}

/** Positions of the leaf areas that make up a group. */
export function areasOfGroup(tree: AreaTree, group: AreaGroup): readonly number[] {
  const wanted = new Set(group.areas);
  const except = new Set(group.except);
  const inside = tree.areas.map((_, at) => belongs(tree, at, wanted, except));
  const leaf = leafMarks(tree);
  // The union of leaf areas is exact also when an exception lies deep inside a wanted area.
  return tree.areas.flatMap((_, at) => (leaf[at] === true && inside[at] === true ? [at] : []));
}

function belongs(tree: AreaTree, area: number, wanted: ReadonlySet<string>, except: ReadonlySet<string>): boolean {
  const level = tree.areas[area]?.level ?? 0;
  let isWanted = wanted.size === 0;
  for (let up = level; up >= 0; up--) {
    const code = tree.areas[ancestorAt(tree, area, up)]?.code ?? "";
    if (except.has(code)) return false;
    if (wanted.has(code)) isWanted = true;
  }
  return isWanted;
}

function leafMarks(tree: AreaTree): readonly boolean[] {
  const marks = tree.areas.map(() => true);
  for (const area of tree.areas) if (area.parent >= 0) marks[area.parent] = false;
  return marks;
}

/** Positions of the areas of a level. */
export function areasAtLevel(tree: AreaTree, level: number): readonly number[] {
  return tree.areas.flatMap((area, at) => (area.level === level ? [at] : []));
}
