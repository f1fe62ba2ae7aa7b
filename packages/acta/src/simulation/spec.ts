import type { CivilDate, Instant, Json } from "../basics/index.js";
import type { Flag, LevelDefinition, LocalText } from "../election/index.js";

/**
 * What an election is made up from: real or invented totals of areas, and how chance spreads them over polling stations.
 * The file `acta-simulation/1` after parsing. All shares are from 0 to 1.
 */
export interface SimulationSpec {
  readonly id: string;
  readonly name: LocalText;
  /** Where the totals of the areas come from; shown with everything that is made from them. */
  readonly source: string;
  /** ISO 3166 alpha-2; "" when none is given. */
  readonly country: string;
  readonly date: CivilDate;
  readonly timeZone: string;
  readonly authority: string;
  /** Whole number from 0 to 2^32 - 1: the same seed gives the same election, on every machine. */
  readonly seed: number;
  readonly options: readonly SpecOption[];
  readonly contest: { readonly id: string; readonly name: LocalText; readonly outcome: Json };
  readonly tree: SpecTree;
  readonly areas: readonly SpecArea[];
  /** Parts of the definition that are taken over as they are written: groups, policies, checks. */
  readonly definition: { readonly [key: string]: Json };
  readonly stations: StationSizes;
  readonly rural: RuralPlaces;
  readonly spread: Spread;
  readonly reporting: Reporting;
  readonly flagged: readonly FlaggedKind[];
  /** Share of stations that never opened. */
  readonly notInstalled: number;
  readonly moments: readonly Moment[];
}

/** An option of the contest, as in a definition. */
export interface SpecOption {
  readonly id: string;
  readonly name: LocalText;
  readonly label: LocalText;
  readonly candidate: string;
  readonly colour: string;
}

/** The area tree of the made-up roll. */
export interface SpecTree {
  readonly id: string;
  readonly name: LocalText;
  readonly codes: string;
  readonly root: { readonly code: string; readonly level: string; readonly name: LocalText };
  /** From the top down; areas of the last one carry the totals. */
  readonly levels: readonly LevelDefinition[];
}

/** One area; those of the last level have totals, the others are their parents. */
export interface SpecArea {
  readonly code: string;
  readonly name: string;
  /** Code of the parent; "" for the areas of the first level. */
  readonly parent: string;
  readonly totals: AreaTotals | null;
}

/** The sums that the stations of an area must have, to the vote, and in what the area differs from the rest. */
export interface AreaTotals {
  readonly stations: number;
  readonly registered: number;
  /** Votes by option, in the order of the options. */
  readonly votes: readonly number[];
  readonly blankVotes: number;
  readonly nullVotes: number;
  /** Where the figures come from; "" when the source of the whole says it. */
  readonly source: string;
  /** Share of stations in rural places; null for the share of the whole. */
  readonly rural: number | null;
  /** How much later the area reports, in standard deviations of a station's delay. */
  readonly delay: number;
  /** How many times the usual share of sheets is flagged here. */
  readonly flagged: number;
}

/** Registered voters of a station before they are fitted to the area, and how many stations share an urban place. */
export interface StationSizes {
  /** A full station. */
  readonly usual: number;
  /** No station has more. */
  readonly most: number;
  /** Mean number of stations of an urban place. */
  readonly perPlace: number;
}

/** What is different in rural places. */
export interface RuralPlaces {
  readonly share: number;
  /** Size of a station there, as a share of the usual one. */
  readonly size: number;
  readonly perPlace: number;
  /** Shift in log odds of an option, `blankVotes`, `nullVotes` or `absent` in rural places; the totals of the area still hold. */
  readonly lean: ReadonlyMap<string, number>;
}

/**
 * Intraclass correlations (rho of the Dirichlet-multinomial) between the places of an area, and between the stations of a place: of
 * how many vote, of how many of these vote blank or null, and of how the valid votes are split.
 */
export interface Spread {
  readonly turnout: Correlations;
  readonly invalid: Correlations;
  readonly votes: Correlations;
}

/** From 0 (all alike but for chance) to 0.9. */
export interface Correlations {
  readonly place: number;
  readonly station: number;
}

/** The delay of a sheet: `rural` for rural places, plus the area's own, plus normal effects with these standard deviations. */
export interface Reporting {
  readonly rural: number;
  readonly place: number;
  readonly station: number;
}

/**
 * What is wrong on a sheet as it was filed. In the letters of Peru's electoral office: `votersAboveSum` D, `votersBelowSum` E,
 * `votersAboveRegistered` A; `challenged` has votes that were set aside; `noFigures` has nothing on it.
 */
export type SheetError =
  | "none"
  | "votersAboveSum"
  | "votersBelowSum"
  | "votersAboveRegistered"
  | "votersMissing"
  | "votersIllegible"
  | "cellMissing"
  | "challenged"
  | "noFigures";

/** Sheets that are flagged for one reason with one kind of error. */
export interface FlaggedKind {
  readonly flag: Flag;
  readonly error: SheetError;
  /** Share of all sheets. */
  readonly share: number;
  /** Share of these that the tribunal annuls; the others are counted with corrected figures. */
  readonly annulled: number;
}

/** A moment of the made-up count. */
export interface Moment {
  readonly asOf: Instant;
  /** Share of sheets that have come. */
  readonly reported: number;
  /** Share of the flagged sheets (of all, come or not) that the tribunal has resolved. */
  readonly resolved: number;
}

/** Most stations that one simulation makes. */
export const MOST_STATIONS = 10_000_000;
