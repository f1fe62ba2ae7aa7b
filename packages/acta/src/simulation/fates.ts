import { stream } from "../statistics/index.js";
import { totalsBy } from "./categories.js";
import type { Categories } from "./categories.js";
import type { LeafRows, MadeUpRoll } from "./made-up-roll.js";
import type { SimulationSpec } from "./spec.js";
import { ANNULLED, COUNTED, NOT_INSTALLED, RESOLVED } from "./statuses.js";

/** In `kind`: the sheet is not flagged. */
export const NOT_FLAGGED = 255;

/** What becomes of every sheet. */
export interface Fates {
  /** Position in `spec.flagged`, or `NOT_FLAGGED`. */
  readonly kind: Uint8Array;
  /** The final status: position in the statuses of the definition. */
  readonly final: Uint8Array;
  /** Null votes of annulled sheets: the ballots in the box. */
  readonly annulledNull: Map<number, number>;
}

/**
 * Draws which sheets are flagged, annulled or never made. Annulled ballots are null votes and unopened stations have only absent
 * voters, so that both use up totals of their area: a sheet for which the area has not enough is counted instead.
 */
export function drawFates(spec: SimulationSpec, made: MadeUpRoll, categories: Categories): Fates {
  const size = made.roll.codes.length;
  const fates: Fates = {
    kind: new Uint8Array(size).fill(NOT_FLAGGED),
    final: new Uint8Array(size).fill(COUNTED),
    annulledNull: new Map(),
  };
  for (const leaf of made.leaves) drawLeaf(spec, made, leaf, fates, budgetOf(categories, leaf));
  return fates;
}

/** What annulled and unopened stations of an area may use up. */
interface Budget {
  /** Null votes left for annulled sheets. */
  null: number;
  /** Absent voters left. */
  absent: number;
  /** Stations left: at least one has to take the votes. */
  stations: number;
  /** Absent voters by registered voter of the area. */
  readonly absence: number;
}

function budgetOf(categories: Categories, leaf: LeafRows): Budget {
  const totals = totalsBy(categories, leaf.totals);
  const absent = totals[categories.absent] ?? 0;
  return {
    null: Math.floor((totals[categories.null] ?? 0) / 2),
    absent: Math.floor(absent / 2),
    stations: Math.floor(leaf.totals.stations / 2),
    absence: absent / leaf.totals.registered,
  };
}

function drawLeaf(spec: SimulationSpec, made: MadeUpRoll, leaf: LeafRows, fates: Fates, budget: Budget): void {
  const source = stream(spec.seed, "fates", leaf.code);
  for (let row = leaf.from; row < leaf.to; row++) {
    const kind = kindFor(spec, source.next() / leaf.totals.flagged);
    const annulled = source.next();
    const opened = source.next() >= spec.notInstalled;
    const registered = made.roll.registered[row] ?? 0;
    if (!opened && affordUnopened(budget, registered)) fates.final[row] = NOT_INSTALLED;
    else if (kind !== NOT_FLAGGED) {
      const ballots = annulled < (spec.flagged[kind]?.annulled ?? 0) ? affordAnnulled(budget, registered) : -1;
      fates.kind[row] = kind;
      fates.final[row] = ballots < 0 ? RESOLVED : ANNULLED;
      if (ballots >= 0) fates.annulledNull.set(row, ballots);
    }
  }
}

/** The kind of flag at this place of the cumulated shares. */
function kindFor(spec: SimulationSpec, at: number): number {
  let left = at;
  for (let kind = 0; kind < spec.flagged.length; kind++) {
    left -= spec.flagged[kind]?.share ?? 0;
    if (left < 0) return kind;
  }
  return NOT_FLAGGED;
}

function affordUnopened(budget: Budget, registered: number): boolean {
  if (budget.stations < 1 || budget.absent < registered) return false;
  budget.stations -= 1;
  budget.absent -= registered;
  return true;
}

/** The ballots of an annulled sheet at the turnout of the area, or -1 when the area cannot afford it. */
function affordAnnulled(budget: Budget, registered: number): number {
  const absent = Math.floor(registered * budget.absence);
  const ballots = registered - absent;
  if (budget.stations < 1 || budget.null < ballots || budget.absent < absent) return -1;
  budget.stations -= 1;
  budget.null -= ballots;
  budget.absent -= absent;
  return ballots;
}
