import { fail, succeed } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { stationAt } from "../election/index.js";
import type { Roll } from "../election/index.js";
import { scopeOfArea } from "./area-scope.js";
import { mostTaken, tiersOf } from "./smallest-flip.js";

/** An open petition or appeal whose station is known. */
export interface LocatedPetition {
  readonly station: string;
  readonly filer: string;
  readonly ground: string;
}

/** Open petitions of which only the number is known, one station each; with an area when it is known that all lie in it. */
export interface UnlocatedPetitions {
  readonly filer: string;
  readonly stations: number;
  readonly area: { readonly tree: string; readonly code: string } | null;
}

/**
 * What is known about petitions and appeals at a moment. Not to have them loaded is a state of its own: nothing may then be said
 * about what is open (RECORD.md 8).
 */
export type Petitions =
  | { readonly kind: "notLoaded" }
  | {
      readonly kind: "loaded";
      readonly located: readonly LocatedPetition[];
      readonly unlocated: readonly UnlocatedPetitions[];
      /** Open petitions that ask for more than stations (the annulment of a district or of the election): no count of stations bounds them. */
      readonly wider: readonly WiderPetition[];
    };

/** An open petition that asks for more than stations. */
export interface WiderPetition {
  readonly filer: string;
}

/** The petitions of one filer. */
export function petitionsBy(petitions: Petitions, filer: string): Petitions {
  if (petitions.kind === "notLoaded") return petitions;
  return {
    kind: "loaded",
    located: petitions.located.filter((each) => each.filer === filer),
    unlocated: petitions.unlocated.filter((each) => each.filer === filer),
    wider: petitions.wider.filter((each) => each.filer === filer),
  };
}

/** The rows that located petitions name. @returns the problem `materiality.unknownStation` for one that is not on the roll. */
export function petitionedRows(roll: Roll, located: readonly LocatedPetition[]): Result<ReadonlySet<number>> {
  const rows = new Set<number>();
  for (const { station } of located) {
    const row = stationAt(roll, station);
    if (row < 0) return fail({ code: "materiality.unknownStation", context: { station: station.slice(0, 40) } });
    rows.add(row);
  }
  return succeed(rows);
}

/** Stations of which only the number is known, with what is known of where they lie: areas that do not overlap. */
export interface StationCount {
  readonly stations: number;
  readonly areas: readonly { readonly tree: string; readonly code: string; readonly stations: number }[];
}

/** Adds up petitions without stations: those with an area by area, and all of them. */
export function countOf(unlocated: readonly UnlocatedPetitions[]): StationCount {
  const areas = new Map<string, { tree: string; code: string; stations: number }>();
  let stations = 0;
  for (const each of unlocated) {
    stations += each.stations;
    if (each.area === null) continue;
    const key = `${each.area.tree}/${each.area.code}`;
    const known = areas.get(key)?.stations ?? 0;
    areas.set(key, { ...each.area, stations: known + each.stations });
  }
  return { stations, areas: [...areas.values()] };
}

/** The most that stations of which only the number is known can take from a condition, with its working. */
export interface CountBound {
  readonly stations: number;
  readonly takes: number;
  readonly areas: readonly {
    readonly tree: string;
    readonly code: string;
    readonly stations: number;
    readonly takes: number;
  }[];
  /** The rest, wherever they take most. */
  readonly anywhere: { readonly stations: number; readonly takes: number };
}

/** Marks of rows by the area whose count is known: its position, or this. */
const ELSEWHERE = -1;

/** Where the stations of a count may lie: for each row its known area. One plan serves every condition. */
export interface CountPlan {
  readonly count: StationCount;
  readonly areaOf: Int16Array;
}

/** Finds the areas of a count on the roll, or the problem: unknown, overlapping, more stations than there are. */
export function planCount(roll: Roll, count: StationCount): Result<CountPlan> {
  const areaOf = new Int16Array(roll.codes.length).fill(ELSEWHERE);
  const known = count.areas.reduce((sum, area) => sum + area.stations, 0);
  if (known > count.stations || count.stations > roll.codes.length)
    return fail({ code: "materiality.moreThanThereAre", context: { stations: count.stations, known } });
  for (const [at, area] of count.areas.entries()) {
    const problem = markArea(roll, area, at, areaOf);
    if (problem !== null) return fail(problem);
  }
  return succeed({ count, areaOf });
}

function markArea(roll: Roll, area: StationCount["areas"][number], mark: number, areaOf: Int16Array): Problem | null {
  const context = { area: area.code, tree: area.tree };
  const inside = scopeOfArea(roll, area.tree, area.code);
  if (inside === null) return { code: "materiality.unknownArea", context };
  let stations = 0;
  for (let row = 0; row < areaOf.length; row++) {
    if (inside[row] !== 1) continue;
    if (areaOf[row] !== ELSEWHERE) return { code: "materiality.areasOverlap", context };
    areaOf[row] = mark;
    stations++;
  }
  return stations < area.stations ? { code: "materiality.areaTooSmall", context: { ...context, stations } } : null;
}

/**
 * The most that the stations of a count can take: the best of each known area, then the best of all that is left, anywhere. Exact for
 * "at least so many in each area" (areas are disjoint, so exchanging any station for one of these keeps every count and never takes
 * less), hence a bound also when the rest is known to lie elsewhere. A petition that would help the condition counts 0: it need
 * not be upheld.
 */
export function boundOfCount(stakes: Float64Array, among: Uint8Array | null, plan: CountPlan): CountBound {
  const { count, areaOf } = plan;
  const left = new Float64Array(stakes.length);
  const inAreas: number[][] = count.areas.map(() => []);
  for (let row = 0; row < stakes.length; row++) {
    const stake = stakes[row] ?? 0;
    if (stake <= 0 || (among !== null && among[row] !== 1)) continue;
    const area = areaOf[row] ?? ELSEWHERE;
    if (area === ELSEWHERE) left[row] = stake;
    else inAreas[area]?.push(row);
  }
  const areas = count.areas.map((area, at) => {
    const sorted = (inAreas[at] ?? []).toSorted((a, b) => (stakes[b] ?? 0) - (stakes[a] ?? 0));
    sorted.slice(area.stations).forEach((row) => {
      left[row] = stakes[row] ?? 0;
    });
    const takes = sorted.slice(0, area.stations).reduce((sum, row) => sum + (stakes[row] ?? 0), 0);
    return { ...area, takes };
  });
  const rest = count.stations - areas.reduce((sum, area) => sum + area.stations, 0);
  const anywhere = { stations: rest, takes: mostTaken(tiersOf(left, null), rest) };
  return {
    stations: count.stations,
    takes: areas.reduce((sum, area) => sum + area.takes, anywhere.takes),
    areas,
    anywhere,
  };
}
