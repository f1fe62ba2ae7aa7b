import { NO_PLACE } from "../election/index.js";
import type { Election, Roll } from "../election/index.js";
import { areasOfGroup } from "../tabulation/index.js";
import type { DomainTree } from "./effect-tree.js";

/** The areas of a night: domains (if the definition names any), the levels of the first tree, polling places. */
export interface NightTree extends DomainTree {
  readonly areaLevel: number;
  readonly topLevel: number;
  /** By node that is an area: what it is called; polling places have no entry. */
  readonly areas: readonly NightArea[];
  /** Node of each area of the roll's first tree. */
  readonly nodeOfArea: Uint32Array;
  /** Node of each polling place of the roll; 0 where its stations have none. */
  readonly nodeOfPlace: Uint32Array;
}

/** An area, or a domain, which is a group of the definition. */
export interface NightArea {
  readonly code: string;
  readonly name: string;
  /** Level of the definition; `domain` for a group. */
  readonly level: string;
}

/** Builds the tree by level, parents first, in the order of the roll: names play no part. */
export function nightTreeOf(election: Election, roll: Roll): NightTree {
  const parent: number[] = [-1];
  const level: number[] = [0];
  const [tree] = roll.trees;
  const [definition] = election.trees;
  const areas: NightArea[] = [
    { code: definition?.root.code ?? "", name: tree?.areas[0]?.name ?? "", level: definition?.root.level ?? "" },
  ];
  const add = (above: number, at: number): number => {
    level.push(at);
    return parent.push(above) - 1;
  };
  const nodeOfArea = new Uint32Array(tree?.areas.length ?? 1);
  const domains = domainNodes(election, roll);
  const shift = domains.ids.length > 0 ? 1 : 0;
  for (const id of domains.ids) {
    add(0, 1);
    const group = election.groups.find((each) => each.id === id);
    areas.push({ code: id === "" ? "" : `group:${id}`, name: group?.name.es ?? "", level: "domain" });
  }
  let areaLevel = 0;
  tree?.areas.forEach((area, at) => {
    if (at === 0) return;
    const above = area.parent === 0 ? (domains.nodeOfTop.get(at) ?? 0) : (nodeOfArea[area.parent] ?? 0);
    areaLevel = area.level + shift;
    nodeOfArea[at] = add(above, areaLevel);
    areas.push({ code: area.code, name: area.name, level: definition?.levels[area.level - 1]?.id ?? "" });
  });
  const nodeOfPlace = new Uint32Array(roll.places.length);
  const used = placesInUse(roll);
  roll.places.forEach((place, at) => {
    if (used[at] === 1) nodeOfPlace[at] = add(nodeOfArea[place.area] ?? 0, areaLevel + 1);
  });
  return {
    parent: Int32Array.from(parent),
    level: Uint8Array.from(level),
    levels: (level.at(-1) ?? 0) + 1,
    domain: domainNumbers(parent, domains.ids.length),
    domains: Math.max(domains.ids.length, 1),
    areaLevel,
    topLevel: 1 + shift,
    areas,
    nodeOfArea,
    nodeOfPlace,
  };
}

/** The domains are nodes 1, 2, ...: what lies below them has their number, from 0. */
function domainNumbers(parent: readonly number[], domains: number): Uint8Array {
  const numbers = new Uint8Array(parent.length);
  for (let node = 1; node < parent.length; node++)
    numbers[node] = domains === 0 ? 0 : node <= domains ? node - 1 : (numbers[parent[node] ?? 0] ?? 0);
  return numbers;
}

/** Nodes 1, 2, ... for the domains, and the domain of every area under the root; what is in none has one of its own. */
function domainNodes(
  election: Election,
  roll: Roll,
): { readonly ids: readonly string[]; readonly nodeOfTop: ReadonlyMap<number, number> } {
  const [tree] = roll.trees;
  const wanted = election.projection?.domains ?? [];
  const nodeOfTop = new Map<number, number>();
  if (tree === undefined || wanted.length === 0) return { ids: [], nodeOfTop };
  const topOf = (leaf: number): number => {
    let at = leaf;
    while ((tree.areas[at]?.parent ?? 0) > 0) at = tree.areas[at]?.parent ?? 0;
    return at;
  };
  const ids = [...wanted];
  ids.forEach((id, at) => {
    const group = election.groups.find((each) => each.id === id);
    if (group === undefined) return;
    for (const leaf of areasOfGroup(tree, group)) if (!nodeOfTop.has(topOf(leaf))) nodeOfTop.set(topOf(leaf), at + 1);
  });
  const left = tree.areas.flatMap((area, at) => (area.level === 1 && !nodeOfTop.has(at) ? [at] : []));
  if (left.length > 0) ids.push("");
  for (const top of left) nodeOfTop.set(top, ids.length);
  return { ids, nodeOfTop };
}

/** A polling place counts as a level of its own where it says more than its area: it must lie in an area of the last level. */
function placesInUse(roll: Roll): Uint8Array {
  const used = new Uint8Array(roll.places.length);
  const [tree] = roll.trees;
  const deepest = tree?.areas.at(-1)?.level ?? 0;
  for (let row = 0; row < roll.codes.length; row++) {
    const place = roll.place[row] ?? NO_PLACE;
    if (place === NO_PLACE) continue;
    if ((tree?.areas[roll.places[place]?.area ?? 0]?.level ?? 0) === deepest) used[place] = 1;
  }
  return used;
}
