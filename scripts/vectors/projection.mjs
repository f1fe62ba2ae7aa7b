// Projection: the kinds of the file of reference cases for estimates that rooms projection and statistics answer, each recomputed from its
// input. A refusal is `{ refused: true }`. The runner of the whole file is beside this one.
import { conditionTree, flaggedFate, inflationOf } from "acta/projection";
import { randomEffects, scoreDraws } from "acta/statistics";

/** @typedef {{ node: number, y: number, variance: number }} Observation */

const refused = { refused: true };

/** @param {{ parent: number[], tau2: number[], observations: Observation[], weights: number[] }} input */
function treeShrinkage({ parent, tau2, observations, weights }) {
  const own = new Float64Array(parent.length);
  const sums = new Float64Array(parent.length);
  for (const { node, y, variance } of observations) {
    own[node] = (own[node] ?? 0) + 1 / variance;
    sums[node] = (sums[node] ?? 0) + y / variance;
  }
  const tree = { parent: Int32Array.from(parent), level: new Uint8Array(parent.length), levels: 1 };
  const known = conditionTree(tree, Float64Array.from(tau2), { precision: own, sums }, Float64Array.from(weights));
  return { ...known, mean: [...known.mean], variance: [...known.variance] };
}

/** @param {{ y: number[], variance: number[] }} input */
function empiricalBayes({ y, variance }) {
  const known = randomEffects(Float64Array.from(y), Float64Array.from(variance));
  return {
    Q: known.q,
    tau2: known.tau2,
    mean: known.mean,
    seMean: known.seMean,
    shrinkTowardsMean: [...known.shrink],
    posteriorMean: [...known.posteriorMean],
    posteriorVarianceGivenMean: [...known.posteriorVariance],
  };
}

/** @param {{ draws: number[], truth: number, levels?: number[] }} input */
function scores({ draws, truth, levels = [] }) {
  const known = scoreDraws(draws, truth, levels);
  if (known === null) return refused;
  return {
    ...known,
    quantiles: Object.fromEntries(known.quantiles),
    pinball: Object.fromEntries(known.pinball),
    intervals: Object.fromEntries(known.intervals),
  };
}

/** @param {{ sheets: [number, number][], annulBeta: [number, number] }} input */
function fate({ sheets, annulBeta: [annulled, upheld] }) {
  return flaggedFate(
    sheets.map(([first, second]) => first - second),
    { annulled, upheld },
  );
}

/** @param {{ z: number[], priorStrength: number, priorScale: number }} input */
function inflation({ z, priorStrength, priorScale }) {
  return { lambda: inflationOf(z, { strength: priorStrength, scale: priorScale }) };
}

/** What answers each kind, from the input of the case. */
export const projectionKinds = {
  "tree-shrinkage": treeShrinkage,
  "empirical-bayes": empiricalBayes,
  scores,
  "flagged-fate": fate,
  "rolling-inflation": inflation,
};
