import { stream } from "../statistics/index.js";
import { areaFill } from "./area-fill.js";
import { countedByArea, expectedByArea } from "./area-sums.js";
import type { CompleteCount } from "./complete-count.js";
import { ReplayedNight } from "./complete-count.js";
import { addUnits, emptyMoments } from "./count-moments.js";
import { linearSpread } from "./linear-spread.js";
import { marginMisses } from "./margin-miss.js";
import type { DomainMiss } from "./margin-miss.js";
import { fitNight, modelledOptions, startFrom } from "./night-fit.js";
import { domainOfNodes, domainsOf } from "./night-domains.js";
import type { DrawPlan } from "./night-draws.js";
import type { FitStart } from "./night-fit.js";
import { planOf } from "./night-plan.js";
import { COUNTED, OPEN } from "./night.js";
import type { Covariates, Night } from "./night.js";
import type { NightFit } from "./open-forecast.js";
import type { OptionPair } from "./option-pair.js";
import type { Election } from "../election/index.js";

/** What every order of a backtest shares. */
export interface BacktestGround {
  readonly election: Election;
  readonly complete: CompleteCount;
  readonly covariates: Covariates;
  /** Part of the flagged sheets of the previous contest that was annulled; null when not known. */
  readonly annulled: number | null;
}

/** One projection of one margin beside its truth: errors and spreads in fractions of the valid votes. */
export interface MarginOutcome {
  /** Projected less true margin of the first two options. */
  readonly error: number;
  /** Margin as projected. */
  readonly margin: number;
  readonly truth: number;
  /** The model's own standard deviation, and the factor by which what the night has taught multiplies it. */
  readonly deviation: number;
  readonly lambda: number;
  /** Errors of the count as it stands, and of area fill. */
  readonly naive: number;
  readonly fill: number;
}

/** One projection of one order at one level. */
export interface LevelOutcome extends MarginOutcome {
  readonly level: number;
  /** The same for each domain, in the order of their nodes; none where the definition names no domains. */
  readonly domains: readonly MarginOutcome[];
}

/** A backtest has two options. */
const PAIR: OptionPair = [0, 1];

/** Projects one order at every level, ascending, as a night would: each level learns from the misses of those before. */
export function runOrder(
  ground: BacktestGround,
  order: Uint32Array,
  levels: readonly number[],
  seed: number,
): readonly LevelOutcome[] {
  const { complete, covariates } = ground;
  const visible = stream(seed, "visible");
  const replayed = new ReplayedNight(
    complete,
    order,
    Float64Array.from({ length: order.length }, () => visible.next()),
  );
  const { night } = replayed;
  const outcomes: LevelOutcome[] = [];
  const misses: DomainMiss[] = [];
  const truth = countedByArea(complete.night);
  let moments = emptyMoments(night, covariates, 1);
  let modelled: readonly number[] = [];
  let earlier: { readonly fit: NightFit; readonly start: FitStart } | null = null;
  for (const level of levels) {
    const before = night.state.slice();
    const fresh = replayed.advance(level);
    if (earlier !== null) {
      const came = fresh.filter((unit) => before[unit] === OPEN && night.state[unit] === COUNTED);
      misses.push(...marginMisses(night, covariates, earlier.fit, came, PAIR));
    }
    const now = modelledOptions(night);
    if (now.join() === modelled.join()) addUnits(moments, night, covariates, modelled, fresh);
    else {
      modelled = now;
      moments = emptyMoments(night, covariates, modelled.length);
      addUnits(moments, night, covariates, modelled, order.subarray(0, Math.round(level * order.length)));
    }
    const fit = fitNight(night, modelled, moments, earlier?.start ?? null);
    earlier = { fit, start: startFrom(fit) };
    outcomes.push(outcomeAt(ground, night, fit, level, truth, misses));
  }
  return outcomes;
}

function outcomeAt(
  ground: BacktestGround,
  night: Night,
  fit: NightFit,
  level: number,
  truth: Float64Array,
  misses: readonly DomainMiss[],
): LevelOutcome {
  const plan = planOf(ground.election, night, ground.covariates, fit, ground.annulled, misses);
  const expected = expectedByArea(plan);
  const sums: NodeSums = { truth, counted: countedByArea(night), expected, fill: areaFill(plan, expected.flagged) };
  const domains = night.topLevel < 2 ? [] : domainsOf(night).map((node) => marginOutcome(plan, sums, node));
  return { level, ...marginOutcome(plan, sums, 0), domains };
}

/** Votes by area node. */
interface NodeSums {
  readonly truth: Float64Array;
  readonly counted: Float64Array;
  readonly expected: { readonly open: Float64Array; readonly flagged: Float64Array };
  readonly fill: Float64Array;
}

function marginOutcome(plan: DrawPlan, { truth, counted, expected, fill }: NodeSums, node: number): MarginOutcome {
  const width = plan.night.options.length;
  const row = (values: Float64Array): Float64Array => values.subarray(node * width, (node + 1) * width);
  const open = row(expected.open);
  const flagged = row(expected.flagged);
  const votes = row(counted).map((each, at) => each + (open[at] ?? 0) + (flagged[at] ?? 0));
  const margin = marginOf(votes);
  const end = marginOf(row(truth));
  const valid = votes.reduce((sum, each) => sum + each, 0);
  const whole = { valid, margin };
  const own = node === 0 ? plan : planWithin(plan, node);
  const alone = linearSpread({ ...own, scale: own.scale.map((each) => (each > 0 ? 1 : 0)) }, whole, PAIR);
  return {
    error: margin - end,
    margin,
    truth: end,
    deviation: alone,
    lambda: alone > 0 ? linearSpread(own, whole, PAIR) / alone : 1,
    naive: marginOf(row(counted)) - end,
    fill: marginOf(row(fill)) - end,
  };
}

/** What is open in one domain alone: nothing strays elsewhere. */
function planWithin(plan: DrawPlan, domain: number): DrawPlan {
  const { night, forecast } = plan;
  const domainOf = domainOfNodes(night);
  return {
    ...plan,
    scale: plan.scale.map((each, at) => (domainOf[forecast.areas[at] ?? 0] === domain ? each : 0)),
    flagged: plan.flagged.filter((unit) => domainOf[night.leaf[unit] ?? 0] === domain),
  };
}

/** Difference of the first two options over all valid votes. */
function marginOf(votes: Float64Array): number {
  let sum = 0;
  for (const each of votes) sum += each;
  return sum > 0 ? ((votes[0] ?? 0) - (votes[1] ?? 0)) / sum : 0;
}
