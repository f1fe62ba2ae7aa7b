import type { DomainTree } from "./effect-tree.js";

/** In `Night.state`: the unit's votes are in the count. */
export const COUNTED = 0;
/** In `Night.state`: decided without votes (annulled, not installed): nothing is missing. */
export const VOID = 1;
/** In `Night.state`: flagged, with figures that are not counted. */
export const FLAGGED = 2;
/** In `Night.state`: nothing usable has come (pending, or flagged without figures). */
export const OPEN = 3;

/**
 * A partial count in columns, one value for each unit: a station, or, where only totals by area are known, the counted or the open part
 * of an area. Votes are read only of units that are counted or flagged with figures; those of the others are never looked at.
 */
export interface Night {
  /** Option ids in ballot order. */
  readonly options: readonly string[];
  readonly size: number;
  readonly state: Uint8Array;
  /** Registered voters, 0 or more. */
  readonly registered: Float64Array;
  /** How many sheets the unit stands for: 1 for a station. */
  readonly sheets: Float64Array;
  /** Votes of each option. */
  readonly votes: readonly Float64Array[];
  /** Class of the unit's flag (position in the fates of flagged sheets), or `NO_FATE`. */
  readonly fate: Uint8Array;
  /** Sheets of each class of flag that the tribunals have decided: annulled, and all. */
  readonly decided: readonly { readonly annulled: number; readonly all: number }[];
  readonly tree: DomainTree;
  /** Node of every unit. */
  readonly leaf: Uint32Array;
  /** Level of the smallest areas that are reported; polling places stand one level deeper. */
  readonly areaLevel: number;
  /** Level of the areas right under the root, or under the domains where there are any: 1 or 2. */
  readonly topLevel: number;
}

/** In `Night.fate`: the unit is not flagged. */
export const NO_FATE = 255;

/** What is known of every unit before the night, one row of `width` values for each: the first is 1, the others are standardised. */
export interface Covariates {
  readonly width: number;
  readonly rows: Float64Array;
  /** Names of the columns, for the explanation. */
  readonly names: readonly string[];
}
