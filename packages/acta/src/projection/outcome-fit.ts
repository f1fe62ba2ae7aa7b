import { factorise, solveFactorised } from "../statistics/index.js";
import type { DesignMoments } from "./count-moments.js";
import { collectMeans, collectPrecision, spreadMeans, spreadVariances } from "./effect-tree.js";
import type { EffectTree, Messages } from "./effect-tree.js";
import { RankUpdate } from "./rank-update.js";

/** Variances of a mixed model: of the effects of each level, and of a unit of weight 1. */
export interface Variances {
  readonly levels: Float64Array;
  readonly unit: number;
}

/**
 * One outcome as fitted: y = x'b + effects of the areas + noise. Everything that a prediction or a draw needs; conditional on the
 * variances, which are estimated.
 */
export interface OutcomeFit {
  readonly coefficients: Float64Array;
  readonly variances: Variances;
  /** Cholesky factor of the information about the coefficients, effects integrated out. */
  readonly information: Float64Array;
  readonly messages: Messages;
  /** By node: mean of the residuals seen from it, at the estimated coefficients. */
  readonly residual: Float64Array;
  /** By node: mean of the covariates seen from it; a change of the coefficients moves `residual` by minus this. */
  readonly seen: Float64Array;
  /** By node: estimated value of the effects from the root down to it. */
  readonly effect: Float64Array;
}

/** Settings of a fit. */
export interface FitSettings {
  /** How often coefficients and variances are renewed in turn. */
  readonly rounds: number;
  /** Where to begin: the variances of the edition before, or of the prior. */
  readonly start: Variances;
  /** Do not learn the noise of a unit: each leaf has one unit, which cannot teach it. */
  readonly unitKnown: boolean;
}

/** Prior precision of a coefficient of a standardised covariate: a standard deviation of half of the whole scale says next to nothing. */
const RIDGE = 4;
/** A level with fewer members that have data cannot teach its own variance. */
const FEW_MEMBERS = 6;
/** Such a level is taken to spread this many times as widely as the level below it (a declared prior). */
const FEW_FACTOR = 2;
const LEAST_VARIANCE = 1e-8;
/** Steps of expectation maximisation between two solutions for the coefficients, which cost more. */
const STEPS = 5;

/**
 * Fits one outcome by generalised least squares and expectation maximisation of the variances (Dempster, Laird, Rubin 1977; Robinson 1991):
 * in each round the coefficients are exact given the variances, and the variances are renewed given the coefficients.
 */
export function fitOutcome(tree: EffectTree, design: DesignMoments, outcome: number, settings: FitSettings): OutcomeFit {
  let variances = settings.start;
  for (let round = 0; round < settings.rounds; round++) {
    const { coefficients } = solveGiven(tree, design, outcome, variances);
    const sums = residualSums(design, outcome, coefficients);
    const squares = crossResidual(design, outcome, coefficients, outcome, coefficients);
    for (let step = 0; step < STEPS; step++)
      variances = renewed(tree, design, { sums, squares }, variances, settings.unitKnown);
  }
  const { messages, seen, information, coefficients } = solveGiven(tree, design, outcome, variances);
  const residual = residualSums(design, outcome, coefficients);
  const effect = effectsOf(tree, messages, residual, variances.unit);
  return { coefficients, variances, information, messages, residual, seen, effect };
}

/** Turns weighted residual sums into what is seen from each node (in place). @returns the effects */
function effectsOf(tree: EffectTree, messages: Messages, residual: Float64Array, unit: number): Float64Array {
  for (let node = 0; node < residual.length; node++) residual[node] = (residual[node] ?? 0) / unit;
  collectMeans(tree, messages, residual, 1);
  return spreadMeans(tree, messages, residual, 1);
}

function messagesOf(tree: EffectTree, { weight }: DesignMoments, { levels, unit }: Variances): Messages {
  const t2 = Float64Array.from(tree.level, (level) => levels[level] ?? 0);
  return collectPrecision(
    tree,
    t2,
    weight.map((each) => each / unit),
  );
}

interface Solved {
  readonly messages: Messages;
  readonly seen: Float64Array;
  readonly information: Float64Array;
  readonly coefficients: Float64Array;
}

/** The coefficients when the variances are given. */
function solveGiven(tree: EffectTree, design: DesignMoments, outcome: number, variances: Variances): Solved {
  const messages = messagesOf(tree, design, variances);
  const seen = design.wx.map((sum) => sum / variances.unit);
  collectMeans(tree, messages, seen, design.width);
  const smooth = spreadMeans(tree, messages, seen, design.width);
  return { messages, seen, ...solveCoefficients(design, outcome, variances.unit, smooth) };
}

/** Information X'V^-1 X = X'W(X - smoothed X) / s2 and its solution; the ridge leaves the intercept alone. */
function solveCoefficients(
  design: DesignMoments,
  outcome: number,
  unit: number,
  smooth: Float64Array,
): Pick<Solved, "information" | "coefficients"> {
  const { width, weight, wx, xwx, responses } = design;
  const response = responses[outcome];
  const matrix = xwx.slice();
  const right = response?.xwy.slice() ?? new Float64Array(width);
  const products = new RankUpdate(matrix, width);
  for (let node = 0; node < weight.length; node++) {
    if ((weight[node] ?? 0) === 0) continue;
    const from = node * width;
    const wy = response?.wy[node] ?? 0;
    for (let i = 0; i < width; i++) right[i] = (right[i] ?? 0) - (smooth[from + i] ?? 0) * wy;
    products.add(-1, wx, from, smooth, from);
  }
  products.finish();
  for (let i = 0; i < width; i++) {
    right[i] = (right[i] ?? 0) / unit;
    for (let j = 0; j <= i; j++) matrix[i * width + j] = (matrix[i * width + j] ?? 0) / unit;
    if (i > 0) matrix[i * width + i] = (matrix[i * width + i] ?? 0) + RIDGE;
  }
  factorise(matrix, width);
  solveFactorised(matrix, width, right);
  return { information: matrix, coefficients: right };
}

/** Weighted sums of y - x'b by node. */
function residualSums(design: DesignMoments, outcome: number, coefficients: Float64Array): Float64Array {
  const { width, wx, responses } = design;
  const sums = responses[outcome]?.wy.slice() ?? new Float64Array(0);
  for (let node = 0; node < sums.length; node++) {
    if ((design.weight[node] ?? 0) === 0) continue;
    let fitted = 0;
    for (let at = 0; at < width; at++) fitted += (wx[node * width + at] ?? 0) * (coefficients[at] ?? 0);
    sums[node] = (sums[node] ?? 0) - fitted;
  }
  return sums;
}

/** What is left when the covariates are taken out: weighted sums by node, and the sum of squares. */
interface Residuals {
  readonly sums: Float64Array;
  readonly squares: number;
}

/** The next variances: expected squares of the effects of each level, and of the units' noise, given the coefficients. */
function renewed(
  tree: EffectTree,
  design: DesignMoments,
  residuals: Residuals,
  variances: Variances,
  unitKnown: boolean,
): Variances {
  const messages = messagesOf(tree, design, variances);
  const seen = residuals.sums.slice();
  const effect = effectsOf(tree, messages, seen, variances.unit);
  const spread = spreadVariances(tree, messages);
  const { precision, gain, rest } = messages;
  const squares = new Float64Array(tree.levels);
  const members = new Float64Array(tree.levels);
  for (let node = 1; node < tree.parent.length; node++) {
    if ((precision[node] ?? 0) === 0) continue;
    const parent = tree.parent[node] ?? 0;
    const own = gain[node] ?? 0;
    const mean = own * ((seen[node] ?? 0) - (effect[parent] ?? 0));
    const level = tree.level[node] ?? 0;
    squares[level] = (squares[level] ?? 0) + mean * mean + (rest[node] ?? 0) + own * own * (spread[parent] ?? 0);
    members[level] = (members[level] ?? 0) + 1;
  }
  const levels = new Float64Array(tree.levels);
  for (let level = tree.levels - 1; level > 0; level--) {
    const count = members[level] ?? 0;
    levels[level] =
      count >= FEW_MEMBERS || level === tree.levels - 1
        ? Math.max((squares[level] ?? 0) / Math.max(count, 1), LEAST_VARIANCE)
        : FEW_FACTOR * FEW_FACTOR * (levels[level + 1] ?? 0);
  }
  if (unitKnown) return { levels, unit: variances.unit };
  let sum = residuals.squares;
  for (let node = 0; node < effect.length; node++) {
    const weight = design.weight[node] ?? 0;
    if (weight === 0) continue;
    const own = effect[node] ?? 0;
    sum += weight * (own * own + (spread[node] ?? 0)) - 2 * own * (residuals.sums[node] ?? 0);
  }
  return { levels, unit: Math.max(sum / Math.max(design.units, 1), LEAST_VARIANCE) };
}

/** Sum of w (y_k - x'b_k)(y_l - x'b_l) over the counted units: for k = l the residual sum of squares around the covariates alone. */
export function crossResidual(
  design: DesignMoments,
  k: number,
  forK: Float64Array,
  l: number,
  forL: Float64Array,
): number {
  const { width, xwx, responses } = design;
  const first = responses[k];
  const second = responses[l];
  let sum = first?.wyy[l] ?? 0;
  for (let i = 0; i < width; i++) {
    sum -= (forK[i] ?? 0) * (second?.xwy[i] ?? 0) + (forL[i] ?? 0) * (first?.xwy[i] ?? 0);
    for (let j = 0; j < width; j++) {
      const product = i >= j ? (xwx[i * width + j] ?? 0) : (xwx[j * width + i] ?? 0);
      sum += (forK[i] ?? 0) * product * (forL[j] ?? 0);
    }
  }
  return sum;
}
