import type { Projection, ProjectedArea } from "./projection.js";
import type { Interval, Spread } from "./spread.js";

/** Votes and deviations are told to a hundredth, so that areas still add up where it matters; chances and shares to a millionth. */
const VOTES = 100;
const PARTS = 1_000_000;

function votes(value: number): number {
  return Math.round(value * VOTES) / VOTES;
}

function part(value: number): number {
  return Math.round(value * PARTS) / PARTS;
}

function bounds([low, high]: Interval, round: (value: number) => number): Interval {
  return [round(low), round(high)];
}

function spread(of: Spread): Readonly<Record<string, number | Interval>> {
  return {
    expected: votes(of.expected),
    sd: votes(of.sd),
    interval50: bounds(of.interval50, votes),
    interval90: bounds(of.interval90, votes),
    interval95: bounds(of.interval95, votes),
    interval99: bounds(of.interval99, votes),
  };
}

/**
 * A projection as a plain document, the figures of `acta project --json`: `margin` in votes (`[low, high]`), `pLead`, `options`, `areas`,
 * `assumptions`. It says `kind: projection` first: a projection is not a count.
 * @param options ids in ballot order
 */
export function projectionDocument(
  projection: Projection,
  options: readonly string[],
): Readonly<Record<string, unknown>> {
  const { margin, bound } = projection;
  return {
    kind: "projection",
    base: projection.base,
    margin: {
      of: options[margin.of] ?? "",
      over: options[margin.over] ?? "",
      ...spread(margin),
      ofValid: {
        expected: part(margin.share.expected),
        interval50: bounds(margin.share.interval50, part),
        interval90: bounds(margin.share.interval90, part),
      },
    },
    pLead: projection.pLead === null ? null : part(projection.pLead),
    threeWay: projection.threeWay,
    options: projection.options.map(({ id, counted, votes: own, share, chances }) => ({
      id,
      counted,
      ...spread(own),
      ofValid: part(share),
      pFirst: projection.pLead === null ? null : part(chances.first),
      pSecond: projection.pLead === null ? null : part(chances.second),
      ...(chances.passes === null || projection.pLead === null ? {} : { pPasses: part(chances.passes) }),
      ...(chances.runoff === null || projection.pLead === null ? {} : { pRunoff: part(chances.runoff) }),
    })),
    parts: projection.parts.map((each) => ({
      kind: each.kind,
      ...(each.area === null ? {} : { area: each.area }),
      stations: each.stations,
      margin: votes(each.margin),
      sd: votes(each.sd),
    })),
    bound: { ...bound, plausibleVotes: Math.round(bound.plausibleVotes), mostVotes: Math.round(bound.mostVotes) },
    lessons: projection.lessons.map(({ area, lambda, drift }) => ({
      ...(area === null ? {} : { area }),
      lambda: part(lambda),
      drift: votes(drift),
    })),
    misses: projection.misses.map(({ edition, area, z }) => ({
      edition,
      ...(area === null ? {} : { area }),
      z: part(z),
    })),
    assumptions: projection.assumptions,
    draws: projection.draws,
    seed: projection.seed,
    areas: projection.areas.map((area) => areaDocument(area, options)),
  };
}

function areaDocument(
  { area, base, counted, expected, margin, pLead }: ProjectedArea,
  options: readonly string[],
): Readonly<Record<string, unknown>> {
  return {
    ...area,
    stations: base.stations,
    counted: base.counted,
    referred: base.referred,
    pending: base.pending,
    registered: base.registered,
    registeredCounted: base.registeredCounted,
    options: options.map((id, at) => ({ id, counted: counted[at] ?? 0, expected: votes(expected[at] ?? 0) })),
    margin: {
      of: options[margin.of] ?? "",
      over: options[margin.over] ?? "",
      expected: votes(margin.expected),
      sd: votes(margin.sd),
    },
    pLead: part(pLead),
  };
}
