import { ancestorAt } from "../election/index.js";
import type { AreaGroup, Roll } from "../election/index.js";
import { areasOfGroup } from "./area-tally.js";

/** Marks the stations of an area with 1; null when the roll does not know the tree or the area. */
export function scopeOfArea(roll: Roll, tree: string, code: string): Uint8Array | null {
  const found = roll.trees.find((each) => each.id === tree);
  const top = found?.areas.findIndex((area) => area.code === code) ?? -1;
  if (found === undefined || top < 0) return null;
  const level = found.areas[top]?.level ?? 0;
  return marked(roll, tree, (at) => ancestorAt(found, at, level) === top);
}

/** Marks the stations of a group of areas with 1; null when the roll does not have its tree. */
export function scopeOfGroup(roll: Roll, group: AreaGroup): Uint8Array | null {
  const tree = roll.trees.find((each) => each.id === group.tree);
  if (tree === undefined) return null;
  const leaves = new Set(areasOfGroup(tree, group));
  return marked(roll, group.tree, (at) => leaves.has(at));
}

function marked(roll: Roll, tree: string, isInside: (area: number) => boolean): Uint8Array {
  const treeAt = roll.trees.findIndex((each) => each.id === tree);
  const inside = (roll.trees[treeAt]?.areas ?? []).map((_, at) => isInside(at));
  const marks = new Uint8Array(roll.codes.length);
  const leaves = roll.leaves[treeAt] ?? new Uint32Array(0);
  for (let row = 0; row < leaves.length; row++) if (inside[leaves[row] ?? 0] === true) marks[row] = 1;
  return marks;
}
