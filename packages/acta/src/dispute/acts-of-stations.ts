import type { Act } from "../record/index.js";

/** Acts that concern stations, by station, in the order of the ledger; those that another replaced are left out. */
export type ActsOfStations = ReadonlyMap<string, readonly Act[]>;

/**
 * Finds the stations of acts: those that an act names, else those of the ruling or of the case that it refers to.
 * @param scope only acts of this election and contest; a contest that an act does not name stands for any.
 */
export function actsOfStations(
  acts: readonly Act[],
  scope: { readonly election: string; readonly contest: string },
): ActsOfStations {
  const standing = standingActs(acts);
  const byEntry = new Map<number, readonly string[]>();
  const byCase = new Map<string, Set<string>>();
  const found = new Map<string, Act[]>();
  for (const act of standing) {
    const { election, scope: contest } = act.header;
    if (election !== scope.election || (contest !== "" && contest !== scope.contest)) continue;
    const stations = stationsOf(act, byEntry, byCase);
    byEntry.set(act.index, stations);
    const number = caseOf(act);
    if (number !== "") for (const station of stations) addTo(byCase, number).add(station);
    for (const station of stations) {
      const list = found.get(station);
      if (list === undefined) found.set(station, [act]);
      else list.push(act);
    }
  }
  return found;
}

/** The acts that still stand: none that a later act of its kind corrected. */
export function standingActs(acts: readonly Act[]): readonly Act[] {
  const replaced = new Set<number>();
  for (const { entry } of acts) if ("replaces" in entry && entry.replaces !== null) replaced.add(entry.replaces);
  return replaced.size === 0 ? acts : acts.filter(({ index }) => !replaced.has(index));
}

/** The number of the case that an act belongs to; "" for none. */
export function caseOf(act: Act): string {
  return "case" in act.entry ? act.entry.case : "";
}

function stationsOf(
  act: Act,
  byEntry: ReadonlyMap<number, readonly string[]>,
  byCase: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const ofCase = (number: string): readonly string[] => [...(byCase.get(number) ?? [])];
  const referred = (of: number | null, number: string): readonly string[] =>
    (of === null ? undefined : byEntry.get(of)) ?? ofCase(number);
  switch (act.kind) {
    case "flag":
      return [act.entry.station];
    case "case":
      return [...new Set([...act.entry.stations, ...act.entry.joins.flatMap(ofCase)])];
    case "petition":
      return act.entry.stations;
    case "ruling": {
      const named = act.entry.effects.flatMap(([station]) => (typeof station === "string" ? [station] : []));
      return named.length > 0 ? named : ofCase(act.entry.case);
    }
    case "appeal":
    case "final":
    case "notification":
      return referred(act.entry.of, act.entry.case);
    case "hearing":
    case "vote":
      return ofCase(act.entry.case);
    default:
      return [];
  }
}

function addTo(cases: Map<string, Set<string>>, number: string): Set<string> {
  const known = cases.get(number);
  if (known !== undefined) return known;
  const made = new Set<string>();
  cases.set(number, made);
  return made;
}
