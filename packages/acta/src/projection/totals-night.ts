import type { Election, Flag } from "../election/index.js";
import { codeOf, referredIn } from "./area-row.js";
import type { NightTree } from "./night-tree.js";
import { nightTreeOf } from "./night-tree.js";
import { COUNTED, NO_FATE, OPEN } from "./night.js";
import type { Night } from "./night.js";
import type { PlacedRows } from "./placed-rows.js";

/** A night made of totals by area. */
export interface TotalsNight extends Night {
  readonly tree: NightTree;
  /** Marks units at a tribunal. */
  readonly referred: Uint8Array;
  /** Rows that stand for several areas of the last level. */
  readonly wide: number;
}

/** Registered voters of a row: of all its sheets, and of those that are counted. */
export interface RowVoters {
  readonly all: number;
  readonly counted: number;
}

/**
 * One unit for the counted part of every area, one for what is out, and one for each kind of sheet at a tribunal. The counted and the open
 * part of an area share its effect. Where a row stands for several areas of the last level, what is open may lie in others of them than what
 * is counted: each of the two gets an effect of its own, of the last level.
 */
export function totalsNight(
  election: Election,
  options: readonly string[],
  placed: PlacedRows,
  voters: readonly RowVoters[],
): TotalsNight {
  const { tree, countedNode, openNode, wide } = treeWithParts(election, placed);
  const columns = new UnitColumns(options.length);
  const classes = election.projection?.annulment ?? [];
  placed.rows.forEach((row, at) => {
    const { all, counted } = voters[at] ?? { all: 0, counted: 0 };
    if (row.counted > 0) columns.add(COUNTED, countedNode[at] ?? 0, row.counted, counted, row.votes, NO_FATE);
    const open = openNode[at] ?? 0;
    const out = row.sheets - row.counted;
    const share = (sheets: number): number => (out > 0 ? ((all - counted) * sheets) / out : 0);
    const pending = out - referredIn(row);
    if (pending > 0) columns.add(OPEN, open, pending, share(pending), [], NO_FATE);
    for (const { flag, sheets } of row.referred)
      if (sheets > 0) columns.add(OPEN, open, sheets, share(sheets), [], fateOf(classes, flag));
  });
  return {
    options,
    ...columns.finish(),
    decided: [...classes, null].map(() => ({ annulled: 0, all: 0 })),
    tree,
    areaLevel: tree.areaLevel,
    topLevel: tree.topLevel,
    wide,
  };
}

/**
 * The class of a flag, when the flag alone decides it; else the last class, of all the others: whether the votes of a sheet exceed its
 * voters stands on the sheet, not in a table.
 */
function fateOf(
  classes: readonly { readonly flags: readonly Flag[]; readonly when: string }[],
  flag: Flag | null,
): number {
  const fits = classes.findIndex(({ flags }) => flags.length === 0 || (flag !== null && flags.includes(flag)));
  return fits >= 0 && (classes[fits]?.when === "always" || agreed(classes, flag)) ? fits : classes.length;
}

/** All classes of a flag give the same chance whatever stands on the sheet. */
function agreed(
  classes: readonly { readonly flags: readonly Flag[]; readonly when: string }[],
  flag: Flag | null,
): boolean {
  return flag !== null && classes.filter(({ flags }) => flags.includes(flag)).length === 1;
}

/** Units as they are collected. */
class UnitColumns {
  readonly #state: number[] = [];
  readonly #leaf: number[] = [];
  readonly #sheets: number[] = [];
  readonly #registered: number[] = [];
  readonly #fate: number[] = [];
  readonly #votes: readonly number[][];

  constructor(options: number) {
    this.#votes = Array.from({ length: options }, () => []);
  }

  add(state: number, leaf: number, sheets: number, registered: number, votes: readonly number[], fate: number): void {
    this.#state.push(state);
    this.#leaf.push(leaf);
    this.#sheets.push(sheets);
    this.#registered.push(registered);
    this.#fate.push(fate);
    this.#votes.forEach((column, option) => void column.push(votes[option] ?? 0));
  }

  finish(): Pick<TotalsNight, "size" | "state" | "leaf" | "sheets" | "registered" | "fate" | "votes" | "referred"> {
    return {
      size: this.#state.length,
      state: Uint8Array.from(this.#state),
      leaf: Uint32Array.from(this.#leaf),
      sheets: Float64Array.from(this.#sheets),
      registered: Float64Array.from(this.#registered),
      fate: Uint8Array.from(this.#fate),
      votes: this.#votes.map((column) => Float64Array.from(column)),
      referred: Uint8Array.from(this.#fate, (fate) => (fate === NO_FATE ? 0 : 1)),
    };
  }
}

/** Level of a node that is the counted or the open part of several areas together: it is no area of the definition, and is not reported. */
export const PART = "part";

/** True for a unit of a row that stands for several areas of the last level. */
export function isWide({ tree, leaf }: TotalsNight, unit: number): boolean {
  const node = leaf[unit] ?? 0;
  return tree.areas[node]?.level === PART;
}

interface PartedTree {
  readonly tree: NightTree;
  readonly countedNode: readonly number[];
  readonly openNode: readonly number[];
  readonly wide: number;
}

/** The tree of the areas, and two nodes of the last level under every row that stands higher. */
function treeWithParts(election: Election, { tree: areas, rows }: PlacedRows): PartedTree {
  const base = nightTreeOf(election, {
    trees: [areas],
    places: [],
    codes: [],
    leaves: [new Uint32Array(0)],
    place: new Uint32Array(0),
    registered: new Int32Array(0),
  });
  const domain = new Map(
    base.areas.flatMap(({ code, level }, node) => (level === "domain" ? [[code, node] as const] : [])),
  );
  const parents: number[] = [];
  const part = (node: number): number =>
    (base.level[node] ?? 0) < base.areaLevel ? base.parent.length + parents.push(node) - 1 : node;
  const node = rows.map((row) => (row.area < 0 ? (domain.get(codeOf(row)) ?? 0) : (base.nodeOfArea[row.area] ?? 0)));
  const countedNode = node.map(part);
  const openNode = node.map(part);
  // Field by field: one that is told node by node must not be taken over as it was, without the nodes that are added.
  const tree: NightTree = {
    parent: Int32Array.from([...base.parent, ...parents]),
    level: Uint8Array.from([...base.level, ...parents.map(() => base.areaLevel)]),
    domain: Uint8Array.from([...base.domain, ...parents.map((above) => base.domain[above] ?? 0)]),
    domains: base.domains,
    levels: base.levels,
    areaLevel: base.areaLevel,
    topLevel: base.topLevel,
    areas: [...base.areas, ...parents.map((above) => ({ code: base.areas[above]?.code ?? "", name: "", level: PART }))],
    nodeOfArea: base.nodeOfArea,
    nodeOfPlace: base.nodeOfPlace,
  };
  return { tree, countedNode, openNode, wide: parents.length / 2 };
}
