import { OUT_OF_SCOPE, stateOf } from "../sheet/index.js";
import { largestAt } from "./night-domains.js";
import { nightFromSheets } from "./night-from-sheets.js";
import type { SheetGround, SheetNight } from "./night-from-sheets.js";
import type { NightTree } from "./night-tree.js";
import { COUNTED, FLAGGED, NO_FATE, OPEN } from "./night.js";
import type { Night } from "./night.js";
import type { OrderGround } from "./reporting-order.js";

/**
 * A count that is over, with what it looked like on the way: where each flagged sheet ended, and what was filed on it first. Only the
 * backtest reads one; a projection never does.
 */
export interface CompleteCount extends OrderGround {
  /** Final state and votes of every unit. */
  readonly night: SheetNight;
  /** The same units as they stood when they were flagged; `OPEN` where the record does not know their figures. */
  readonly filed: SheetNight;
}

/** Reads a final edition; as filed, sheets that the tribunals decided stand as they were flagged. */
export function completeCount(ground: SheetGround, tree: NightTree): CompleteCount {
  const night = nightFromSheets(ground, tree);
  const filed = nightFromSheets({ ...ground, table: tableAsFiled(ground) }, tree);
  const flagged = new Uint8Array(night.size);
  for (let unit = 0; unit < night.size; unit++) {
    const status = ground.table.statuses[ground.table.status[night.rows[unit] ?? 0] ?? OUT_OF_SCOPE];
    if (status?.resolved === true) flagged[unit] = 1;
    if (flagged[unit] !== 1) continue;
    if (filed.state[unit] !== FLAGGED) filed.state[unit] = OPEN;
    // Flagged between two editions: what for is not on record, so it counts among all the others.
    if (filed.fate[unit] === NO_FATE) filed.fate[unit] = filed.decided.length - 1;
  }
  return { night, filed, flagged, apart: apartOf(night) };
}

/** The table with every superseded sheet as it was first filed. */
function tableAsFiled({ table }: SheetGround): SheetGround["table"] {
  // Copied by the constructor: `slice` of a column that came from a file may be a view of it.
  const status = new Uint8Array(table.status);
  const cells = table.cells.map((column) => column.slice());
  for (const [row, first] of table.first) {
    status[row] = first.status;
    cells.forEach((column, at) => (column[row] = first.cells[at] ?? 0));
  }
  const filed = { ...table, status, cells, first: new Map() };
  for (let row = 0; row < table.size; row++)
    if (stateOf(filed, row) !== "referred") status[row] = table.status[row] ?? OUT_OF_SCOPE;
  return filed;
}

/** Marks the units outside the domain with the most voters; none where the definition names no domains. */
function apartOf(night: Night): Uint8Array {
  const marks = new Uint8Array(night.size);
  if (night.topLevel < 2) return marks;
  const { above, largest } = largestAt(night, 1);
  for (let unit = 0; unit < night.size; unit++) marks[unit] = above[night.leaf[unit] ?? 0] === largest ? 0 : 1;
  return marks;
}

/** A night that is filled in as a made-up order comes: what has not come holds nothing that could be read. */
export class ReplayedNight {
  readonly night: Night;
  readonly #complete: CompleteCount;
  readonly #order: Uint32Array;
  readonly #visible: Float64Array;
  #come = 0;

  /** @param visible for each unit, the counted part from which its flag is seen */
  constructor(complete: CompleteCount, order: Uint32Array, visible: Float64Array) {
    this.#complete = complete;
    this.#order = order;
    this.#visible = visible;
    const { night, filed } = complete;
    this.night = {
      ...night,
      state: new Uint8Array(night.size).fill(OPEN),
      votes: night.votes.map(() => new Float64Array(night.size)),
      fate: new Uint8Array(night.size).fill(NO_FATE),
      decided: filed.decided.map(() => ({ annulled: 0, all: 0 })),
    };
  }

  /** Lets sheets come until this part of all is in. @returns the units that came, in order */
  advance(part: number): Uint32Array {
    const until = Math.round(part * this.#order.length);
    const fresh = this.#order.subarray(this.#come, Math.max(until, this.#come));
    for (const unit of fresh) this.#settle(unit);
    this.#come = Math.max(until, this.#come);
    for (let at = this.#come; at < this.#order.length; at++) this.#flag(this.#order[at] ?? 0, part);
    return fresh;
  }

  #settle(unit: number): void {
    const { night, filed, flagged } = this.#complete;
    this.night.state[unit] = night.state[unit] ?? OPEN;
    this.night.fate[unit] = NO_FATE;
    this.night.votes.forEach((column, option) => (column[unit] = night.votes[option]?.[unit] ?? 0));
    const learnt = this.night.decided[filed.fate[unit] ?? NO_FATE];
    if (flagged[unit] !== 1 || learnt === undefined) return;
    Object.assign(learnt, {
      all: learnt.all + 1,
      annulled: learnt.annulled + (night.state[unit] === COUNTED ? 0 : 1),
    });
  }

  #flag(unit: number, part: number): void {
    const { filed, flagged } = this.#complete;
    if (flagged[unit] !== 1 || this.night.state[unit] === FLAGGED || (this.#visible[unit] ?? 1) > part) return;
    // Its flag is seen even where no figures can be read.
    this.night.fate[unit] = filed.fate[unit] ?? NO_FATE;
    if (filed.state[unit] !== FLAGGED) return;
    this.night.state[unit] = FLAGGED;
    this.night.votes.forEach((column, option) => (column[unit] = filed.votes[option]?.[unit] ?? 0));
  }
}
