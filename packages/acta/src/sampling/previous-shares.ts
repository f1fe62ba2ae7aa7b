import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { AreaTree, Contest, Election, Roll } from "../election/index.js";
import { NO_PLACE, stationAt } from "../election/index.js";
import type { SheetTable } from "../sheet/index.js";
import { PRESET_POLICIES, rowVotes } from "../tabulation/index.js";

/** A contest whose result is known by station: what a frame is described with. */
export interface KnownContest {
  readonly election: Election;
  readonly contest: Contest;
  readonly roll: Roll;
  readonly table: SheetTable;
}

/** What the previous contest says about every station of a roll. Shares are of ballots cast; rates of registered voters. */
export interface PreviousShares {
  readonly options: readonly string[];
  /** By option, then by station. */
  readonly shares: readonly Float64Array[];
  /** Blank, null and challenged ballots. */
  readonly other: Float64Array;
  readonly turnout: Float64Array;
  /** 1 where the station has a sheet of its own in the previous contest; elsewhere it takes its place's or its area's. */
  readonly own: Uint8Array;
  /** Stations with a sheet of their own, and stations that took the figures of their place or smallest area. */
  readonly matched: { readonly own: number; readonly near: number; readonly all: number };
}

/** Fewer stations than this part with figures of their own, place or district: it is another file. */
const LEAST_MATCHED = 0.5;

/**
 * Describes the stations of a roll by a previous contest. A station without a sheet of its own there takes the mean of its place,
 * else of its area, else of the area above: the gap is rarely random, and the area is the nearest that is known.
 * @param stationsMatch whether a station code means the same in both rolls; without, every station is described by its area.
 */
export function previousShares(roll: Roll, previous: KnownContest, stationsMatch: boolean): Result<PreviousShares> {
  // Codes of stations repeat from country to country: only one and the same whole may be matched.
  if (roll.trees[0]?.areas[0]?.code !== previous.roll.trees[0]?.areas[0]?.code)
    return fail({
      code: "sampling.previousUnmatched",
      context: { election: previous.election.id, own: 0, near: 0, all: roll.codes.length },
    });
  const figures = figuresOf(previous);
  const width = figures.length;
  const sums = emptySums(roll, previous, figures);
  const tree = roll.trees[0];
  const size = roll.codes.length;
  const columns = Array.from({ length: width - 2 }, () => new Float64Array(size));
  const turnout = new Float64Array(size);
  const own = new Uint8Array(size);
  const found = { own: 0, near: 0, all: size };
  const ownRows = stationsMatch ? roll.codes.map((code) => stationAt(previous.roll, code)) : null;
  if (ownRows !== null) addPlaces(roll, ownRows, figures, sums.places);
  for (let row = 0; row < size; row++) {
    const before = ownRows?.[row] ?? -1;
    const isOwn = before >= 0 && (figures[width - 2]?.[before] ?? 0) > 0;
    const place = roll.place[row] ?? NO_PLACE;
    const near = isOwn
      ? null
      : nearest(tree, roll.leaves[0]?.[row] ?? 0, place === NO_PLACE ? undefined : sums.places.get(place), sums.areas);
    const value = (at: number): number => (isOwn ? (figures[at]?.[before] ?? 0) : (near?.figures[at] ?? 0));
    const cast = value(width - 2);
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (column !== undefined && cast > 0) column[row] = value(at) / cast;
    }
    const registered = value(width - 1);
    turnout[row] = registered > 0 ? Math.min(1, cast / registered) : 0;
    if (isOwn) {
      own[row] = 1;
      found.own++;
    } else if (near !== null && near.isNear) found.near++;
  }
  if (found.own + found.near < LEAST_MATCHED * size)
    return fail({ code: "sampling.previousUnmatched", context: { election: previous.election.id, ...found } });
  const shares = columns.slice(0, -1);
  return succeed({
    options: previous.contest.options,
    shares,
    other: columns.at(-1) ?? turnout,
    turnout,
    own,
    matched: found,
  });
}

/** Columns of the previous contest by its own rows: votes by option, other ballots, ballots cast, registered voters of counted sheets. */
function figuresOf({ election, contest, roll, table }: KnownContest): readonly Float64Array[] {
  const [counted] = PRESET_POLICIES;
  if (counted === undefined) throw new Error("there are policies");
  const addends = rowVotes(election, table, counted, null);
  const votes = contest.options.map((option) => Float64Array.from(addends.votes.get(option) ?? []));
  const other = Float64Array.from(addends.otherBallots);
  const cast = other.map((ballots, row) => votes.reduce((sum, column) => sum + (column[row] ?? 0), ballots));
  const registered = cast.map((ballots, row) => (ballots > 0 ? Math.max(0, roll.registered[row] ?? 0) : 0));
  return [...votes, other, cast, registered];
}

interface Sums {
  /** By the code of an area of the first tree. */
  readonly areas: Map<string, Float64Array>;
  /** By polling place of the roll that is described. */
  readonly places: Map<number, Float64Array>;
}

function emptySums(roll: Roll, previous: KnownContest, figures: readonly Float64Array[]): Sums {
  const areas = new Map<string, Float64Array>();
  const tree = previous.roll.trees.find((each) => each.id === roll.trees[0]?.id);
  const leaves = previous.roll.leaves[tree === undefined ? 0 : previous.roll.trees.indexOf(tree)];
  if (tree === undefined) return { areas, places: new Map() };
  for (let row = 0; row < previous.roll.codes.length; row++)
    for (let at = leaves?.[row] ?? 0; at >= 0; at = tree.areas[at]?.parent ?? -1)
      addRow(areas, tree.areas[at]?.code ?? "", figures, row);
  return { areas, places: new Map() };
}

function addPlaces(
  roll: Roll,
  ownRows: readonly number[],
  figures: readonly Float64Array[],
  places: Map<number, Float64Array>,
): void {
  ownRows.forEach((before, row) => {
    const place = roll.place[row] ?? NO_PLACE;
    if (before >= 0 && place !== NO_PLACE) addRow(places, place, figures, before);
  });
}

function addRow<Key>(into: Map<Key, Float64Array>, key: Key, figures: readonly Float64Array[], row: number): void {
  let sums = into.get(key);
  if (sums === undefined) into.set(key, (sums = new Float64Array(figures.length)));
  for (let at = 0; at < figures.length; at++) sums[at] = (sums[at] ?? 0) + (figures[at]?.[row] ?? 0);
}

/** The place's figures, else those of the smallest area with any. */
function nearest(
  tree: AreaTree | undefined,
  leaf: number,
  place: Float64Array | undefined,
  areas: ReadonlyMap<string, Float64Array>,
): { readonly figures: Float64Array; readonly isNear: boolean } | null {
  if (place !== undefined && (place[place.length - 2] ?? 0) > 0) return { figures: place, isNear: true };
  for (let at = leaf; at >= 0; at = tree?.areas[at]?.parent ?? -1) {
    const figures = areas.get(tree?.areas[at]?.code ?? "");
    if (figures !== undefined && (figures[figures.length - 2] ?? 0) > 0) return { figures, isNear: at === leaf };
  }
  return null;
}
