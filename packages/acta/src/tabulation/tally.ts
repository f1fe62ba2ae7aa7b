import type { SheetState } from "../election/index.js";

/**
 * Sums over groups of stations, one value for each group. All whole numbers, exact below 2^53: five million sheets of a
 * billion votes would still fit.
 */
export interface Tally {
  readonly contest: string;
  readonly policy: string;
  readonly groups: number;
  /** Sums of each cell of the form over the sheets that the policy takes in. */
  readonly cells: readonly Float64Array[];
  /** Cells without a number in those sheets: they count 0 and are a finding. */
  readonly missingCells: Float64Array;
  /** Registered voters of all stations, and of the stations that the policy takes in. */
  readonly registered: Float64Array;
  readonly registeredIncluded: Float64Array;
  /** Stations whose registered voters are not known. */
  readonly registeredUnknown: Float64Array;
  /** Registered voters of the stations whose sheet is not in the authority's count. */
  readonly registeredOpen: Float64Array;
  /** Of those, stations whose registered voters are not known. */
  readonly openUnknown: Float64Array;
  /** Stations in all and by state. Do not depend on the policy. */
  readonly stations: Float64Array;
  readonly byState: Readonly<Record<SheetState, Float64Array>>;
}

/** The states in a fixed order, so that loops can use positions. */
export const STATES: readonly SheetState[] = [
  "counted",
  "annulled",
  "notInstalled",
  "referred",
  "pending",
  "notCollected",
];

/** A tally with every column at 0. */
export function zeroTally(contest: string, policy: string, cells: number, groups: number): Tally {
  const column = (): Float64Array => new Float64Array(groups);
  return {
    contest,
    policy,
    groups,
    cells: Array.from({ length: cells }, column),
    missingCells: column(),
    registered: column(),
    registeredIncluded: column(),
    registeredUnknown: column(),
    registeredOpen: column(),
    openUnknown: column(),
    stations: column(),
    byState: {
      counted: column(),
      annulled: column(),
      notInstalled: column(),
      referred: column(),
      pending: column(),
      notCollected: column(),
    },
  };
}

/** Every column of a tally, for sums over groups. */
export function columnsOf(tally: Tally): readonly Float64Array[] {
  return [
    ...tally.cells,
    tally.missingCells,
    tally.registered,
    tally.registeredIncluded,
    tally.registeredUnknown,
    tally.registeredOpen,
    tally.openUnknown,
    tally.stations,
    ...STATES.map((state) => tally.byState[state]),
  ];
}

/** A tally of the same columns with another number of groups, all 0. */
export function sameColumns(tally: Tally, groups: number): Tally {
  return zeroTally(tally.contest, tally.policy, tally.cells.length, groups);
}
