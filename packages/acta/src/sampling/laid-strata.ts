import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Frame } from "./frame.js";
import type { PlacedSheets } from "./placed-sheets.js";
import type { SampledUnits } from "./sampled-units.js";
import type { SampledStratum } from "./stratified-sample.js";

/** What became of a stratum: how much of it was drawn, and how much of that has come. Units. */
export interface StratumArrival {
  readonly code: string;
  readonly name: string;
  readonly size: number;
  readonly drawn: number;
  readonly came: number;
  /** Stations drawn, and sheets of them that have come. */
  readonly stations: number;
  readonly sheets: number;
}

/** Strata as they are estimated: those of which something has come, joined where that was declared. */
export interface LaidStrata extends SampledUnits {
  readonly arrivals: readonly StratumArrival[];
  /** Strata of which nothing has come. */
  readonly silent: readonly StratumArrival[];
  /** Strata that were joined with others, by name. */
  readonly joined: readonly (readonly string[])[];
}

/** How strata with a single unit are treated: refused, joined with the next one, or joined as somebody declared by code. */
export type Collapse = "refuse" | "next" | readonly (readonly string[])[];

/**
 * Lays out what has come by stratum. A unit of which only some sheets came stands for all of its stations by their mean.
 * A stratum of the frame that was not drawn from is refused: the sample says nothing about it.
 */
export function layStrata(frame: Frame, placed: PlacedSheets, collapse: Collapse): Result<LaidStrata> {
  const arrivals = frame.strata.map(({ code, name, from, units: size }) => {
    const all = { code, name: name === "" ? code : name, size, drawn: 0, came: 0, stations: 0, sheets: 0 };
    for (let unit = from; unit < from + size; unit++) {
      if ((placed.drawn[unit] ?? 0) > 0) all.drawn++;
      if ((placed.came[unit] ?? 0) > 0) all.came++;
      all.stations += placed.drawn[unit] ?? 0;
      all.sheets += placed.came[unit] ?? 0;
    }
    return all;
  });
  const groups = groupsOf(arrivals, collapse);
  if (!groups.ok) return groups;
  const strata: SampledStratum[] = [];
  const units: number[] = [];
  for (const group of groups.value) {
    const from = units.length;
    for (const at of group) {
      const { from: first = 0, units: size = 0 } = frame.strata[at] ?? {};
      for (let unit = first; unit < first + size; unit++) if ((placed.came[unit] ?? 0) > 0) units.push(unit);
    }
    const size = group.reduce((sum, at) => sum + (arrivals[at]?.size ?? 0), 0);
    const name = group.map((at) => arrivals[at]?.name ?? "").join(" + ");
    strata.push({ name, size, from, count: units.length - from });
  }
  const votes = placed.votes.map((column) =>
    Float64Array.from(units, (unit) => (column[unit] ?? 0) * expansion(frame, placed, unit)),
  );
  const joined = groups.value
    .filter((group) => group.length > 1)
    .map((group) => group.map((at) => arrivals[at]?.name ?? ""));
  const silent = arrivals.filter(({ drawn, came }) => drawn > 0 && came === 0);
  return succeed({ units: Uint32Array.from(units), sample: { strata, votes }, arrivals, silent, joined });
}

/** Stations of the unit for each sheet of it that has come. */
function expansion(frame: Frame, placed: PlacedSheets, unit: number): number {
  const stations = (frame.firsts[unit + 1] ?? 0) - (frame.firsts[unit] ?? 0);
  return stations / Math.max(1, placed.came[unit] ?? 0);
}

/** Positions of the strata that are estimated together; silent ones are left out. */
function groupsOf(arrivals: readonly StratumArrival[], collapse: Collapse): Result<readonly (readonly number[])[]> {
  const declared = typeof collapse === "string" ? [] : collapse;
  const position = new Map(arrivals.map(({ code }, at) => [code, at]));
  const groupAt = arrivals.map((_arrival, at) => at);
  for (const codes of declared)
    for (const code of codes) {
      const at = position.get(code);
      if (at === undefined)
        return fail({
          code: "sampling.unknownStratum",
          context: { stratum: code.slice(0, 40), known: [...position.keys()].slice(0, 40).join(", ") },
        });
      groupAt[at] = position.get(codes[0] ?? "") ?? at;
    }
  const groups = new Map<number, number[]>();
  arrivals.forEach((arrival, at) => {
    if (arrival.came > 0) groups.set(groupAt[at] ?? at, [...(groups.get(groupAt[at] ?? at) ?? []), at]);
  });
  const undrawn = arrivals.find(({ drawn }, at) => drawn === 0 && !groups.has(groupAt[at] ?? at));
  if (undrawn !== undefined)
    return fail({ code: "sampling.emptyStratum", context: { stratum: undrawn.name, size: undrawn.size } });
  // What was not drawn from is joined by declaration: its units count in the size of the group.
  arrivals.forEach((arrival, at) => {
    if (arrival.drawn === 0) groups.get(groupAt[at] ?? at)?.push(at);
  });
  const laid = [...groups.values()];
  return succeed(collapse === "next" ? joinSingles(laid, arrivals) : laid);
}

/** Joins every group with a single unit out of several to the one after it, the last to the one before it. */
function joinSingles(
  groups: readonly (readonly number[])[],
  arrivals: readonly StratumArrival[],
): readonly (readonly number[])[] {
  const isSingle = (group: readonly number[]): boolean =>
    group.reduce((sum, at) => sum + (arrivals[at]?.came ?? 0), 0) === 1 &&
    group.reduce((sum, at) => sum + (arrivals[at]?.size ?? 0), 0) > 1;
  const joined: (readonly number[])[] = [];
  let waiting: readonly number[] = [];
  for (const group of groups) {
    const all = [...waiting, ...group];
    if (isSingle(all)) waiting = all;
    else {
      joined.push(all);
      waiting = [];
    }
  }
  const last = joined.pop();
  return last === undefined ? [waiting] : [...joined, [...last, ...waiting]];
}
