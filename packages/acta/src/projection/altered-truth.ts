import { stream } from "../statistics/index.js";
import type { CompleteCount } from "./complete-count.js";
import { addUnits, emptyMoments } from "./count-moments.js";
import { fitNight } from "./night-fit.js";
import { COUNTED, FLAGGED, VOID } from "./night.js";
import type { Covariates, Night } from "./night.js";
import { allUnits } from "./night-plan.js";
import type { OutcomeFit } from "./outcome-fit.js";

/** A complete count of two options taken apart: what the model says of each unit, and by how much the unit differs. */
export interface TruthParts {
  readonly complete: CompleteCount;
  readonly share: OutcomeParts;
  readonly rate: OutcomeParts;
}

interface OutcomeParts {
  /** x'b by unit. */
  readonly fixed: Float64Array;
  /** Estimated effect of each node alone. */
  readonly steps: Float64Array;
  /** What is left of each unit that was counted; 0 for the others. */
  readonly left: Float64Array;
}

/** Takes a complete count apart with the model itself. */
export function truthParts(complete: CompleteCount, covariates: Covariates): TruthParts {
  const { night } = complete;
  const moments = emptyMoments(night, covariates, 1);
  addUnits(moments, night, covariates, [0], allUnits(night));
  const fit = fitNight(night, [0], moments, null);
  const [share = fit.rate] = fit.shares;
  const valid = (unit: number): number => night.votes.reduce((sum, column) => sum + (column[unit] ?? 0), 0);
  return {
    complete,
    share: partsOf(night, covariates, share, (unit) =>
      valid(unit) > 0 ? (night.votes[0]?.[unit] ?? 0) / valid(unit) : null,
    ),
    rate: partsOf(night, covariates, fit.rate, (unit) =>
      (night.registered[unit] ?? 0) > 0 ? valid(unit) / (night.registered[unit] ?? 1) : null,
    ),
  };
}

function partsOf(
  night: Night,
  { width, rows }: Covariates,
  fit: OutcomeFit,
  valueOf: (unit: number) => number | null,
): OutcomeParts {
  const { parent } = night.tree;
  const steps = fit.effect.map((effect, node) => effect - (node === 0 ? 0 : (fit.effect[parent[node] ?? 0] ?? 0)));
  const fixed = new Float64Array(night.size);
  const left = new Float64Array(night.size);
  for (let unit = 0; unit < night.size; unit++) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += (rows[unit * width + at] ?? 0) * (fit.coefficients[at] ?? 0);
    fixed[unit] = sum;
    const value = night.state[unit] === COUNTED ? valueOf(unit) : null;
    left[unit] = value === null ? 0 : value - sum - (fit.effect[night.leaf[unit] ?? 0] ?? 0);
  }
  return { fixed, steps, left };
}

/**
 * Another truth with the spread of the real one: the sign of the effect of every node and of what is left of every unit is drawn anew,
 * the covariates stay. Which flagged sheets of a class are annulled is drawn anew too, as many as were; they have the new votes as filed.
 */
export function alteredTruth({ complete, share, rate }: TruthParts, seed: number): CompleteCount {
  const { night } = complete;
  const shares = flipped(night, share, seed, "share");
  const rates = flipped(night, rate, seed, "rate");
  const first = new Float64Array(night.size);
  const second = new Float64Array(night.size);
  for (let unit = 0; unit < night.size; unit++) {
    const valid = Math.round((night.registered[unit] ?? 0) * (rates[unit] ?? 0));
    const votes = Math.round(valid * (shares[unit] ?? 0));
    first[unit] = votes;
    second[unit] = valid - votes;
  }
  const state = redrawnFates(complete, seed);
  const only = (wanted: number, of: Uint8Array): readonly Float64Array[] =>
    [first, second].map((column) => column.map((votes, unit) => (of[unit] === wanted ? votes : 0)));
  return {
    ...complete,
    night: { ...night, state, votes: only(COUNTED, state) },
    filed: { ...complete.filed, votes: only(FLAGGED, complete.filed.state) },
  };
}

/** States in the end when, in each class of flag, as many sheets as were annulled are drawn by lot (Fisher-Yates). */
function redrawnFates({ night, filed, flagged }: CompleteCount, seed: number): Uint8Array {
  const state = night.state.slice();
  const source = stream(seed, "world", "fates");
  filed.decided.forEach((_, fate) => {
    const units: number[] = [];
    flagged.forEach((mark, unit) => void (mark === 1 && filed.fate[unit] === fate && units.push(unit)));
    const annulled = units.reduce((sum, unit) => sum + (night.state[unit] === COUNTED ? 0 : 1), 0);
    units.forEach((unit, at) => {
      const other = at + source.below(units.length - at);
      const drawn = units[other] ?? unit;
      units[other] = unit;
      state[drawn] = at < annulled ? VOID : COUNTED;
    });
  });
  return state;
}

function flipped(night: Night, { fixed, steps, left }: OutcomeParts, seed: number, name: string): Float64Array {
  const { parent } = night.tree;
  const source = stream(seed, "world", name);
  const sign = (): number => (source.next() < 0.5 ? -1 : 1);
  const effects = new Float64Array(steps.length);
  for (let node = 0; node < steps.length; node++)
    effects[node] = (node === 0 ? 0 : (effects[parent[node] ?? 0] ?? 0)) + sign() * (steps[node] ?? 0);
  return fixed.map((sum, unit) => {
    const value = sum + (effects[night.leaf[unit] ?? 0] ?? 0) + sign() * (left[unit] ?? 0);
    return value < 0 ? 0 : value > 1 ? 1 : value;
  });
}
