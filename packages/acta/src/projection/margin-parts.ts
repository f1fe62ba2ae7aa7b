import { drawNight } from "./night-draws.js";
import type { DrawPlan } from "./night-draws.js";
import { flaggedFate } from "./flagged-fate.js";
import { domainsOf } from "./night-domains.js";
import type { OptionPair } from "./option-pair.js";

/** What one part of what is open brings to the margin, and to its variance. */
export interface MarginPart {
  /** Node of the domain, or -1: flagged sheets everywhere. */
  readonly node: number;
  readonly margin: number;
  readonly variance: number;
}

const DRAWS = 400;

/**
 * Splits what is open into the domains' open units (the whole, where there are no domains) and the flagged sheets. The domains share
 * coefficients, so their variances need not add up to that of the whole.
 * @param pair the options whose difference is the margin
 */
export function marginParts(
  plan: DrawPlan,
  expected: { readonly open: Float64Array; readonly flagged: Float64Array },
  pair: OptionPair,
  seed: number,
): readonly MarginPart[] {
  const { night } = plan;
  const width = night.options.length;
  const [first, second] = pair;
  const difference = (votes: Float64Array, node: number): number =>
    (votes[node * width + first] ?? 0) - (votes[node * width + second] ?? 0);
  const nodes = domainsOf(night);
  const squares = new Float64Array(nodes.length);
  if (plan.forecast.areas.length > 0)
    drawNight({ ...plan, flagged: new Uint32Array(0) }, seed, DRAWS, (added) => {
      nodes.forEach((node, at) => {
        squares[at] = (squares[at] ?? 0) + (difference(added, node) - difference(expected.open, node)) ** 2 / DRAWS;
      });
    });
  const open = nodes.map((node, at) => ({ node, margin: difference(expected.open, node), variance: squares[at] ?? 0 }));
  return [...open, flaggedPart(plan, pair)];
}

/** Analytically: the classes of flags have chances of their own. */
function flaggedPart({ night, fates, flagged }: DrawPlan, [first, second]: OptionPair): MarginPart {
  let margin = 0;
  let variance = 0;
  fates.forEach((fate, at) => {
    const margins: number[] = [];
    for (const unit of flagged)
      if (night.fate[unit] === at) margins.push((night.votes[first]?.[unit] ?? 0) - (night.votes[second]?.[unit] ?? 0));
    const own = flaggedFate(margins, fate);
    margin += own.mean;
    variance += own.variance;
  });
  return { node: -1, margin, variance };
}
