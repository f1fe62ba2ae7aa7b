import type { AreaTree, Election, Roll } from "../election/index.js";
import { areasOfGroup } from "./area-tally.js";

/** What a row of a bulletin speaks of. */
export type BulletinArea =
  | { readonly kind: "area"; readonly at: number; readonly code: string; readonly name: string; readonly level: string }
  | {
      readonly kind: "group";
      readonly leaves: readonly number[];
      readonly code: string;
      readonly name: string;
      readonly level: string;
    };

const GROUP = "group:";

/** Finds the areas and groups that bulletins of one tree name. */
export class BulletinAreas {
  readonly tree: AreaTree;
  readonly treeAt: number;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #levels: readonly string[];
  readonly #groups = new Map<string, BulletinArea>();

  private constructor(election: Election, roll: Roll, treeAt: number, tree: AreaTree) {
    this.tree = tree;
    this.treeAt = treeAt;
    // Parents stand before children: where one code means a province and its capital, the larger area is meant.
    const positions = new Map<string, number>();
    tree.areas.forEach((area, at) => {
      if (!positions.has(area.code)) positions.set(area.code, at);
    });
    this.#positions = positions;
    const definition = election.trees.find((each) => each.id === tree.id);
    this.#levels =
      definition === undefined ? [] : [definition.root.level, ...definition.levels.map((level) => level.id)];
    for (const group of election.groups) {
      if (group.tree !== tree.id) continue;
      const code = GROUP + group.id;
      const leaves = areasOfGroup(tree, group);
      this.#groups.set(code, { kind: "group", leaves, code, name: group.name.es, level: "group" });
    }
  }

  /** The areas of a tree; null while no roll says what they are. */
  static of(election: Election, roll: Roll | undefined, tree: string): BulletinAreas | null {
    const at = roll?.trees.findIndex((each) => each.id === tree) ?? -1;
    const found = roll?.trees[at];
    return roll === undefined || found === undefined ? null : new BulletinAreas(election, roll, at, found);
  }

  /** The area or group with this code; undefined when the roll and the definition know none. */
  find(code: string): BulletinArea | undefined {
    if (code.startsWith(GROUP)) return this.#groups.get(code);
    const at = this.#positions.get(code);
    const area = this.tree.areas[at ?? -1];
    if (at === undefined || area === undefined) return undefined;
    return { kind: "area", at, code, name: area.name, level: this.#levels[area.level] ?? "" };
  }
}
