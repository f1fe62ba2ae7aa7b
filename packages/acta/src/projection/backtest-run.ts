import { stream } from "../statistics/index.js";
import { areaFill } from "./area-fill.js";
import { expectedByArea } from "./area-sums.js";
import type { CompleteCount } from "./complete-count.js";
import { ReplayedNight } from "./complete-count.js";
import { addUnits, emptyMoments } from "./count-moments.js";
import { linearSpread } from "./linear-spread.js";
import { marginMisses } from "./margin-miss.js";
import type { DomainMiss } from "./margin-miss.js";
import { countedVotes, fitNight, modelledOptions, startFrom } from "./night-fit.js";
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

/** One projection of one order at one level: errors and spreads in fractions of the valid votes. */
export interface LevelOutcome {
  readonly level: number;
  /** Projected less true margin of the first two options. */
  readonly error: number;
  /** Margin as projected. */
  readonly margin: number;
  readonly truth: number;
  /** The model's own standard deviation, and the factor by which what the night has taught multiplies it. */
  readonly deviation: number;
  readonly lambda: number;
  readonly naive: number;
  readonly fill: number;
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
  const truth = marginOf(countedVotes(complete.night));
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
  truth: number,
  misses: readonly DomainMiss[],
): LevelOutcome {
  const plan = planOf(ground.election, night, ground.covariates, fit, ground.annulled, misses);
  const expected = expectedByArea(plan);
  const counted = countedVotes(night);
  const votes = counted.map((each, at) => each + (expected.open[at] ?? 0) + (expected.flagged[at] ?? 0));
  const margin = marginOf(votes);
  const valid = votes.reduce((sum, each) => sum + each, 0);
  const whole = { valid, margin };
  const alone = linearSpread({ ...plan, scale: plan.scale.map(() => 1) }, whole, PAIR);
  return {
    level,
    error: margin - truth,
    margin,
    truth,
    deviation: alone,
    lambda: alone > 0 ? linearSpread(plan, whole, PAIR) / alone : 1,
    naive: marginOf(counted) - truth,
    fill: marginOf(areaFill(plan, expected.flagged).subarray(0, votes.length)) - truth,
  };
}

/** Difference of the first two options over all valid votes. */
function marginOf(votes: Float64Array): number {
  let sum = 0;
  for (const each of votes) sum += each;
  return sum > 0 ? ((votes[0] ?? 0) - (votes[1] ?? 0)) / sum : 0;
}
