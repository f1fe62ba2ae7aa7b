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

/** In the registered voters of a station that was mentioned and is not on the roll. */
const NOT_SET = -2;

/** A leaf area of the roll that is being built. */
export type AreaMark = AreaDraft;

/**
 * Collects the stations of a roll in any order and puts them into columns. The same stations give the same roll.
 * A station is known by its position in the order of first mention: one look-up for each row of a file serves roll and sheets.
 */
export class RollBuilder {
  readonly #definitions: readonly TreeDefinition[];
  readonly #roots: readonly AreaDraft[];
  readonly #places = new Map<AreaDraft, Map<string, PlaceDraft>>();
  readonly #codes: string[] = [];
  /** Position by code; null while the codes came in ascending order, as in most files: then the last code tells. */
  #positions: Map<string, number> | null = null;
  /** For each tree: the area of every station; the root until it is set. */
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
   * @returns the positions of those that were added.
   */
  addMissing(roll: Roll): readonly number[] {
    const added: number[] = [];
    const marks = roll.trees.map((tree, at) => this.#marksOf(tree, at));
    for (let row = 0; row < roll.codes.length; row++) {
      const position = this.position(roll.codes[row] ?? "");
      if (this.has(position)) continue;
      added.push(position);
      const place = roll.places[roll.place[row] ?? NO_PLACE];
      const leaves = roll.leaves.map((leaf, at) => marks[at]?.[leaf[row] ?? 0] ?? this.unknown(at));
      this.set(position, leaves, place?.name ?? "", place?.address ?? "", roll.registered[row] ?? -1);
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

  /** Codes of all stations that were mentioned, by position. */
  get codes(): readonly string[] {
    return this.#codes;
  }

  /** Position of a station; one that was not mentioned before is added, and is not on the roll until it is set. */
  position(code: string): number {
    const last = this.#codes.at(-1);
    if (this.#positions === null && last !== undefined && code <= last) {
      if (code === last) return this.#codes.length - 1;
      this.#positions = new Map(this.#codes.map((each, at) => [each, at]));
    }
    return this.#positions?.get(code) ?? this.#mention(code);
  }

  #mention(code: string): number {
    const position = this.#codes.length;
    this.#positions?.set(code, position);
    this.#codes.push(code);
    this.#leaves.forEach((column, tree) => column.push(this.#root(tree)));
    this.#placeOf.push(null);
    this.#registered.push(NOT_SET);
    return position;
  }

  /** Puts a station on the roll, replacing what was set before. `leaves` has one area for each tree; -1: registered unknown. */
  set(
    position: number,
    leaves: readonly AreaMark[],
    placeName: string,
    placeAddress: string,
    registered: number,
  ): void {
    const first = leaves[0];
    for (let tree = 0; tree < this.#leaves.length; tree++) {
      const column = this.#leaves[tree];
      const leaf = leaves[tree];
      if (column !== undefined && leaf !== undefined) column[position] = leaf;
    }
    this.#placeOf[position] =
      first === undefined || placeName === "" ? null : this.#place(first, placeName, placeAddress);
    this.#registered[position] = registered;
  }

  /** Fills the areas and place of a station; its registered voters stay what they were. */
  locate(position: number, leaves: readonly AreaMark[], placeName: string, placeAddress: string): void {
    this.set(position, leaves, placeName, placeAddress, Math.max(this.#registered[position] ?? -1, -1));
  }

  /** True when a station is set and its areas are known. */
  located(position: number): boolean {
    const leaf = this.#leaves[0]?.[position];
    return leaf !== undefined && this.has(position) && leaf !== this.unknown(0);
  }

  /** True when a station has been set. */
  has(position: number): boolean {
    return (this.#registered[position] ?? NOT_SET) !== NOT_SET;
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
    const order = this.#sortedPositions();
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

  /** Positions of the stations on the roll, by code. Most files are already sorted: looking first is much cheaper than sorting. */
  #sortedPositions(): readonly number[] {
    const codes = this.#codes;
    const positions: number[] = [];
    let sorted = true;
    let last = "";
    for (let position = 0; position < codes.length; position++) {
      if (!this.has(position)) continue;
      const code = codes[position] ?? "";
      sorted &&= last <= code;
      last = code;
      positions.push(position);
    }
    return sorted ? positions : positions.toSorted((a, b) => byCode(codes[a] ?? "", codes[b] ?? ""));
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

/** Lists the areas that hold a station, level by level, each level by code; a code under two parents is written with its parent's. */
function listAreas(root: AreaDraft, leaves: ReadonlySet<AreaDraft>): readonly Area[] {
  const alive = new Set<AreaDraft>();
  for (const leaf of leaves)
    for (let at: AreaDraft | null = leaf; at !== null && !alive.has(at); at = at.parent) alive.add(at);
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
