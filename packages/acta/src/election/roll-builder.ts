import type { TreeDefinition } from "./definition.js";
import { NO_PLACE, UNKNOWN_AREA, byCode } from "./roll.js";
import type { Area, AreaTree, PollingPlace, Roll } from "./roll.js";

interface AreaDraft {
  readonly code: string;
  name: string;
  readonly level: number;
  readonly parent: AreaDraft | null;
  readonly children: Map<string, AreaDraft>;
  position: number;
}

interface PlaceDraft {
  readonly name: string;
  readonly address: string;
  readonly area: AreaDraft;
  position: number;
}

/** A leaf area of the roll that is being built. */
export type AreaMark = AreaDraft;

/**
 * Collects the stations of a roll in any order and puts them into columns. The same stations give the same roll.
 * What was set is kept in columns too, in the order of setting: an object for each station would cost more than reading its row.
 */
export class RollBuilder {
  readonly #definitions: readonly TreeDefinition[];
  readonly #roots: readonly AreaDraft[];
  readonly #places = new Map<AreaDraft, Map<string, PlaceDraft>>();
  /** Position of a station in the columns below, by its code. */
  readonly #positions = new Map<string, number>();
  readonly #codes: string[] = [];
  /** For each tree: the area of every station. */
  readonly #leaves: readonly AreaDraft[][];
  readonly #placeOf: (PlaceDraft | null)[] = [];
  readonly #registered: number[] = [];
  #lastPlace: PlaceDraft | null = null;

  constructor(trees: readonly TreeDefinition[]) {
    this.#definitions = trees;
    this.#roots = trees.map((tree) => draft(tree.root.code, tree.root.name.es, 0, null));
    this.#leaves = trees.map(() => []);
  }

  /**
   * Adds the stations of an earlier roll that have not been set, so that a delta or an incomplete file keeps what it does not mention.
   * @returns the codes that were added.
   */
  addMissing(roll: Roll): readonly string[] {
    const added: string[] = [];
    const marks = roll.trees.map((tree, at) => this.#marksOf(tree, at));
    for (let row = 0; row < roll.codes.length; row++) {
      if (this.has(roll.codes[row] ?? "")) continue;
      added.push(roll.codes[row] ?? "");
      const place = roll.places[roll.place[row] ?? NO_PLACE];
      const leaves = roll.leaves.map((leaf, at) => marks[at]?.[leaf[row] ?? 0] ?? this.unknown(at));
      this.set(roll.codes[row] ?? "", leaves, place?.name ?? "", place?.address ?? "", roll.registered[row] ?? -1);
    }
    return added;
  }

  #marksOf(tree: AreaTree, treeAt: number): AreaDraft[] {
    const marks: AreaDraft[] = [];
    for (const area of tree.areas) {
      const parent = marks[area.parent];
      marks.push(parent === undefined ? this.#root(treeAt) : childOf(parent, area.code, area.name));
    }
    return marks;
  }

  /** The leaf area with these codes from the top level down; made when it is new. The first name seen for a code holds. */
  area(tree: number, codes: readonly string[], names: readonly string[]): AreaMark {
    let at = this.#root(tree);
    for (let level = 0; level < codes.length; level++) at = childOf(at, codes[level] ?? "", names[level] ?? "");
    return at;
  }

  /** The leaf of stations whose source gives no area. */
  unknown(tree: number): AreaMark {
    const levels = this.#definitions[tree]?.levels ?? [];
    return this.area(
      tree,
      levels.map(() => UNKNOWN_AREA),
      [],
    );
  }

  /** The unknown area of every tree. */
  unknownLeaves(): readonly AreaMark[] {
    return this.#roots.map((_, tree) => this.unknown(tree));
  }

  /** Sets a station, replacing what was set before for its code. `leaves` has one area for each tree; -1: registered unknown. */
  set(code: string, leaves: readonly AreaMark[], placeName: string, placeAddress: string, registered: number): void {
    const first = leaves[0];
    let at = this.#positions.get(code);
    if (at === undefined) {
      at = this.#codes.length;
      this.#positions.set(code, at);
      this.#codes.push(code);
    }
    for (let tree = 0; tree < this.#leaves.length; tree++) {
      const column = this.#leaves[tree];
      const leaf = leaves[tree];
      if (column !== undefined && leaf !== undefined) column[at] = leaf;
    }
    this.#placeOf[at] = first === undefined || placeName === "" ? null : this.#place(first, placeName, placeAddress);
    this.#registered[at] = registered;
  }

  /** Fills the areas and place of a station; its registered voters stay what they were. */
  locate(code: string, leaves: readonly AreaMark[], placeName: string, placeAddress: string): void {
    this.set(code, leaves, placeName, placeAddress, this.#registered[this.#positions.get(code) ?? -1] ?? -1);
  }

  /** True when a station is set and its areas are known. */
  located(code: string): boolean {
    const leaf = this.#leaves[0]?.[this.#positions.get(code) ?? -1];
    return leaf !== undefined && leaf !== this.unknown(0);
  }

  /** True when a station with this code has been set. */
  has(code: string): boolean {
    return this.#positions.has(code);
  }

  #root(tree: number): AreaDraft {
    const root = this.#roots[tree];
    if (root === undefined) throw new Error(`no tree ${tree}`);
    return root;
  }

  /** Stations of one place usually follow each other: the last one is tried first. */
  #place(area: AreaDraft, name: string, address: string): PlaceDraft {
    const last = this.#lastPlace;
    if (last !== null && last.area === area && last.name === name && last.address === address) return last;
    let places = this.#places.get(area);
    if (places === undefined) this.#places.set(area, (places = new Map()));
    const key = `${name}\u0000${address}`;
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = { name, address, area, position: NO_PLACE }));
    this.#lastPlace = place;
    return place;
  }

  /** Sorts everything and writes the columns. */
  build(): Roll {
    const order = sortedPositions(this.#codes);
    const size = order.length;
    const trees = this.#roots.map((root, at) => ({
      id: this.#definitions[at]?.id ?? "",
      areas: listAreas(root, new Set(this.#leaves[at])),
    }));
    const places = this.#listPlaces();
    const leaves = this.#roots.map(() => new Uint32Array(size));
    const place = new Uint32Array(size);
    const registered = new Int32Array(size);
    const codes: string[] = [];
    for (let row = 0; row < size; row++) {
      const from = order[row] ?? 0;
      for (let at = 0; at < leaves.length; at++) {
        const column = leaves[at];
        if (column !== undefined) column[row] = this.#leaves[at]?.[from]?.position ?? 0;
      }
      codes.push(this.#codes[from] ?? "");
      place[row] = this.#placeOf[from]?.position ?? NO_PLACE;
      registered[row] = this.#registered[from] ?? -1;
    }
    return { trees, places, codes, leaves, place, registered };
  }

  #listPlaces(): readonly PollingPlace[] {
    const used = new Set<PlaceDraft>();
    for (const place of this.#placeOf) if (place !== null) used.add(place);
    const sorted = [...used].toSorted(
      (a, b) => a.area.position - b.area.position || byCode(a.name, b.name) || byCode(a.address, b.address),
    );
    return sorted.map((place, at) => {
      place.position = at;
      return { name: place.name, address: place.address, area: place.area.position };
    });
  }
}

function draft(code: string, name: string, level: number, parent: AreaDraft | null): AreaDraft {
  return { code, name, level, parent, children: new Map(), position: 0 };
}

function childOf(parent: AreaDraft, code: string, name: string): AreaDraft {
  let child = parent.children.get(code);
  if (child === undefined) parent.children.set(code, (child = draft(code, name, parent.level + 1, parent)));
  else if (child.name === "") child.name = name;
  return child;
}

/** Positions by code. Most files are already sorted: looking first is much cheaper than sorting. */
function sortedPositions(codes: readonly string[]): Uint32Array {
  const positions = Uint32Array.from(codes, (_, at) => at);
  for (let at = 1; at < codes.length; at++)
    if (byCode(codes[at - 1] ?? "", codes[at] ?? "") > 0)
      return positions.sort((a, b) => byCode(codes[a] ?? "", codes[b] ?? ""));
  return positions;
}

/** Lists the areas that hold a station, level by level, each level by code; a code under two parents is written with its parent's. */
function listAreas(root: AreaDraft, leaves: ReadonlySet<AreaDraft>): readonly Area[] {
  const alive = new Set<AreaDraft>();
  for (const leaf of leaves) for (let at: AreaDraft | null = leaf; at !== null && !alive.has(at); at = at.parent) alive.add(at);
  const areas: Area[] = [];
  let level: AreaDraft[] = [root];
  while (level.length > 0) {
    const codes = fullCodes(level);
    const sorted = level.toSorted((a, b) => byCode(codes.get(a) ?? "", codes.get(b) ?? ""));
    for (const area of sorted) {
      area.position = areas.length;
      areas.push({
        code: codes.get(area) ?? area.code,
        name: area.name,
        level: area.level,
        parent: area.parent === null ? -1 : area.parent.position,
      });
    }
    level = sorted.flatMap((area) => [...area.children.values()].filter((child) => alive.has(child)));
  }
  return areas;
}

function fullCodes(level: readonly AreaDraft[]): Map<AreaDraft, string> {
  const seen = new Map<string, number>();
  for (const area of level) seen.set(area.code, (seen.get(area.code) ?? 0) + 1);
  return new Map(
    level.map((area) => {
      const shared = (seen.get(area.code) ?? 0) > 1 && area.code !== UNKNOWN_AREA;
      return [area, shared && area.parent !== null ? `${area.parent.code}/${area.code}` : area.code];
    }),
  );
}
