import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import type { Contest, Election } from "../election/index.js";
import { areaSums, expectedByArea } from "./area-sums.js";
import type { AreaSums } from "./area-sums.js";
import { annulmentChance } from "./flagged-fate.js";
import { marginParts } from "./margin-parts.js";
import type { MarginPart } from "./margin-parts.js";
import type { TaughtPlan } from "./night-lesson.js";
import { planOf } from "./night-plan.js";
import type { EditionMiss } from "./night-record.js";
import type { CountBase } from "./night-size.js";
import type { NightArea } from "./night-tree.js";
import { NO_FATE } from "./night.js";
import type { Covariates, Night } from "./night.js";
import { openBound } from "./open-bound.js";
import type { NightFit } from "./open-forecast.js";
import type { OptionPair } from "./option-pair.js";
import { optionChances } from "./option-chances.js";
import type { OptionChances } from "./option-chances.js";
import type { PreviousFigures } from "./previous-contest.js";
import type { Assumption, ProjectedArea, ProjectedMargin, ProjectedPart, Projection } from "./projection.js";
import { chanceAbove, spreadOf } from "./spread.js";

/** A night that has been checked and fitted. */
export interface FittedNight {
  readonly election: Election;
  readonly contest: Contest;
  readonly night: Night;
  readonly areas: readonly NightArea[];
  readonly covariates: Covariates;
  readonly figures: PreviousFigures | null;
  readonly fit: NightFit;
  readonly bases: readonly CountBase[];
  readonly misses: readonly EditionMiss[];
  /** What was assumed while reading; what the model assumes is added. */
  readonly assumptions: readonly Assumption[];
  readonly seed: number;
  readonly draws: number;
}

/** Draws what is open and reads the projection from it. */
export function projectPrepared(fitted: FittedNight): Result<Projection> {
  const { night, seed, draws, bases } = fitted;
  const annulled = fitted.figures?.annulled ?? null;
  const plan = planOf(fitted.election, night, fitted.covariates, fitted.fit, annulled, fitted.misses);
  const expected = expectedByArea(plan);
  const sums = areaSums(plan, expected, seed, draws);
  const sd = Math.sqrt(sums.marginVariance[0] ?? 0);
  if (![sd, ...sums.expected.subarray(0, night.options.length)].every(Number.isFinite))
    return fail({ code: "projection.notFinite" });
  const pair: OptionPair = [sums.pair[0] ?? 0, sums.pair[1] ?? 1];
  const margin = marginOf(sums, night.options.length, pair);
  const chances = optionChances(sums, night.options.length, fitted.contest.outcome, seed);
  const parts = marginParts(plan, expected, pair, seed);
  const rangeOnly = isRangeOnly(fitted, parts, sd);
  const certain = night.options.length === 2 ? chanceAbove(margin) : (chances[pair[0]]?.first ?? 0);
  return succeed({
    base: bases[0] ?? { stations: 0, counted: 0, referred: 0, pending: 0, registered: 0, registeredCounted: 0 },
    margin,
    pLead: rangeOnly ? null : certain,
    options: optionsOf(fitted, sums, chances, rangeOnly ? null : { pair, certain }),
    areas: areasOf(fitted, sums),
    parts: partsOf(fitted, sums, parts, pair),
    bound: openBound(night, sums.counted, bases),
    threeWay: isThreeWay(sums, night.options.length),
    lessons: lessonsOf(fitted, plan, pair),
    misses: fitted.misses.map(({ edition, domain, z }) => ({
      edition,
      area: domainArea(fitted, domain),
      z: signOf(plan, pair) * z,
    })),
    assumptions: [
      ...fitted.assumptions,
      ...modelAssumptions(plan, fitted),
      ...(rangeOnly ? [{ code: "assume.rangeOnly", context: {} }] : []),
    ],
    draws,
    seed,
  });
}

function marginOf(sums: AreaSums, width: number, [of, over]: OptionPair): ProjectedMargin {
  const spread = spreadOf(
    (sums.expected[of] ?? 0) - (sums.expected[over] ?? 0),
    Math.sqrt(sums.marginVariance[0] ?? 0),
  );
  let valid = 0;
  for (let at = 0; at < width; at++) valid += sums.expected[at] ?? 0;
  const part = (value: number): number => value / Math.max(valid, 1);
  return {
    of,
    over,
    ...spread,
    share: {
      expected: part(spread.expected),
      interval50: [part(spread.interval50[0]), part(spread.interval50[1])],
      interval90: [part(spread.interval90[0]), part(spread.interval90[1])],
    },
  };
}

/** Of two options the chances come in closed form from the margin; of more from the draws. */
function optionsOf(
  { night }: FittedNight,
  sums: AreaSums,
  chances: readonly OptionChances[],
  lead: { readonly pair: readonly [number, number]; readonly certain: number } | null,
): Projection["options"] {
  let valid = 0;
  for (let at = 0; at < night.options.length; at++) valid += sums.expected[at] ?? 0;
  return night.options.map((id, at) => {
    const expected = sums.expected[at] ?? 0;
    const own = chances[at] ?? { first: 0, second: 0, passes: null, runoff: null };
    const first =
      lead === null || night.options.length > 2 ? own.first : lead.pair[0] === at ? lead.certain : 1 - lead.certain;
    const exact = night.options.length === 2 ? { ...own, first, second: 1 - first } : own;
    return {
      id,
      counted: sums.counted[at] ?? 0,
      votes: spreadOf(expected, Math.sqrt(sums.variance[at] ?? 0)),
      share: expected / Math.max(valid, 1),
      chances: night.options.length === 2 && exact.passes !== null ? { ...exact, passes: first } : exact,
    };
  });
}

function areasOf({ night, areas, bases }: FittedNight, sums: AreaSums): readonly ProjectedArea[] {
  const width = night.options.length;
  return areas.flatMap((area, node) => {
    const base = bases[node];
    if (base === undefined || base.stations === 0) return [];
    const row = (values: Float64Array): readonly number[] => [...values.subarray(node * width, (node + 1) * width)];
    const of = sums.pair[node * 2] ?? 0;
    const over = sums.pair[node * 2 + 1] ?? 0;
    const expected = row(sums.expected);
    const margin = {
      of,
      over,
      expected: (expected[of] ?? 0) - (expected[over] ?? 0),
      sd: Math.sqrt(sums.marginVariance[node] ?? 0),
    };
    return [{ area, base, counted: row(sums.counted), expected, margin, pLead: chanceAbove(margin) }];
  });
}

function partsOf(
  { areas, bases }: FittedNight,
  sums: AreaSums,
  parts: readonly MarginPart[],
  [of, over]: OptionPair,
): readonly ProjectedPart[] {
  const counted: ProjectedPart = {
    kind: "counted",
    area: null,
    margin: (sums.counted[of] ?? 0) - (sums.counted[over] ?? 0),
    sd: 0,
    stations: bases[0]?.counted ?? 0,
  };
  const open = parts.map(({ node, margin, variance }): ProjectedPart => {
    const base = bases[Math.max(node, 0)];
    return {
      kind: node < 0 ? "flagged" : "open",
      area: node > 0 ? (areas[node] ?? null) : null,
      margin,
      sd: Math.sqrt(variance),
      stations: node < 0 ? (base?.referred ?? 0) : (base?.pending ?? 0),
    };
  });
  return [counted, ...open];
}

/** A third option whose 90 % interval reaches into that of the second makes the order of the first two no question for two alone. */
function isThreeWay(sums: AreaSums, width: number): boolean {
  if (width < 3) return false;
  const [, second, third] = Array.from({ length: width }, (_, at) =>
    spreadOf(sums.expected[at] ?? 0, Math.sqrt(sums.variance[at] ?? 0)),
  ).toSorted((a, b) => b.expected - a.expected);
  return third !== undefined && second !== undefined && third.interval90[1] > second.interval90[0];
}

/** Where a whole domain has nothing counted, no previous contest knows it, and it makes up most of the spread, a chance would be made up. */
function isRangeOnly({ bases, figures }: FittedNight, parts: readonly MarginPart[], sd: number): boolean {
  if (figures !== null || sd <= 0) return false;
  return parts.some(
    ({ node, variance }) => node > 0 && (bases[node]?.counted ?? 0) === 0 && Math.sqrt(variance) > 0.5 * sd,
  );
}

function modelAssumptions(plan: TaughtPlan, { night }: FittedNight): readonly Assumption[] {
  const flagged = plan.flagged.length;
  let lost = 0;
  for (const unit of plan.flagged) lost += annulmentChance(plan.fates[night.fate[unit] ?? NO_FATE]);
  return [
    { code: "assume.order", context: {} },
    {
      code: "assume.flagged",
      context: { flagged, annulled: flagged === 0 ? "0" : ((100 * lost) / flagged).toFixed(1) },
    },
    { code: "assume.kept", context: { lost: (100 * (1 - plan.kept)).toFixed(2) } },
  ];
}

/** The domain's area; null for the whole. */
function domainArea({ areas }: FittedNight, domain: number): NightArea | null {
  return domain > 0 ? (areas[domain] ?? null) : null;
}

/** Misses and drifts are told as the margin is: of the option that is expected first. */
function signOf({ contenders }: TaughtPlan, [of, over]: OptionPair): number {
  return contenders[0] === over || contenders[1] === of ? -1 : 1;
}

function lessonsOf(fitted: FittedNight, plan: TaughtPlan, pair: OptionPair): Projection["lessons"] {
  return plan.lessons.map(({ domain, lambda, drift }) => ({
    area: domainArea(fitted, domain),
    lambda,
    drift: signOf(plan, pair) * drift,
  }));
}
