import { factorise, solveFactorised } from "../statistics/index.js";
import type { DesignMoments } from "./count-moments.js";
import { collectMeans, collectPrecision, spreadMeans, spreadVariances } from "./effect-tree.js";
import type { DomainTree, EffectTree, Messages } from "./effect-tree.js";
import { RankUpdate } from "./rank-update.js";

/** Variances of a mixed model: of the effects of each level, and of a unit of weight 1. */
export interface Variances {
  /** One row for each domain, one value for each level. */
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
  /** How often coefficients, effects and variances are renewed in turn. */
  readonly rounds: number;
  /** Further renewals of the variances alone, around the coefficients as they then stand. */
  readonly settle: number;
  /** Where to begin: the variances of the prior, or those of the edition before. */
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
/**
 * Fits one outcome by backfitting (Hastie, Tibshirani 1990; PROJECTION.md 3): coefficients by weighted least squares on what the effects leave,
 * effects by shrinkage on what the coefficients leave, variances by expectation maximisation (Dempster, Laird, Rubin 1977). Stopped after a
 * fixed number of rounds, short of the generalised least squares that it tends to: then the slopes still say what differs between areas as
 * well as within them, which carries over better to areas where nothing is counted.
 */
export function fitOutcome(
  tree: DomainTree,
  design: DesignMoments,
  outcome: number,
  settings: FitSettings,
): OutcomeFit {
  const { width, xwx, responses } = design;
  let variances: Variances = settings.start;
  const factor = xwx.slice();
  for (let i = 1; i < width; i++) factor[i * width + i] = (factor[i * width + i] ?? 0) + RIDGE * variances.unit;
  factorise(factor, width);
  const coefficients = responses[outcome]?.xwy.slice() ?? new Float64Array(width);
  solveFactorised(factor, width, coefficients);
  for (let round = 0; round < settings.rounds; round++) {
    const sums = residualSums(design, outcome, coefficients);
    const squares = crossResidual(design, outcome, coefficients, outcome, coefficients);
    const next = renewed(tree, design, { sums, squares }, variances, settings.unitKnown);
    variances = next.variances;
    refit(design, outcome, next.effect, factor, coefficients);
  }
  const sums = residualSums(design, outcome, coefficients);
  const squares = crossResidual(design, outcome, coefficients, outcome, coefficients);
  for (let step = 0; step < settings.settle; step++)
    variances = renewed(tree, design, { sums, squares }, variances, settings.unitKnown).variances;
  const messages = messagesOf(tree, design, variances);
  const { seen, information } = informationOf(tree, design, messages, variances.unit);
  const residual = residualSums(design, outcome, coefficients);
  const effect = effectsOf(tree, messages, residual, variances.unit);
  return { coefficients, variances, information, messages, residual, seen, effect };
}

/** Weighted least squares on y less the effects, in place. */
function refit(
  { width, weight, wx, responses }: DesignMoments,
  outcome: number,
  effect: Float64Array,
  factor: Float64Array,
  coefficients: Float64Array,
): void {
  coefficients.set(responses[outcome]?.xwy ?? coefficients);
  for (let node = 0; node < weight.length; node++) {
    const own = effect[node] ?? 0;
    if ((weight[node] ?? 0) === 0 || own === 0) continue;
    const from = node * width;
    for (let i = 0; i < width; i++) coefficients[i] = (coefficients[i] ?? 0) - (wx[from + i] ?? 0) * own;
  }
  solveFactorised(factor, width, coefficients);
}

/** Turns weighted residual sums into what is seen from each node (in place). @returns the effects */
function effectsOf(tree: EffectTree, messages: Messages, residual: Float64Array, unit: number): Float64Array {
  for (let node = 0; node < residual.length; node++) residual[node] = (residual[node] ?? 0) / unit;
  collectMeans(tree, messages, residual, 1);
  return spreadMeans(tree, messages, residual, 1);
}

function messagesOf(tree: DomainTree, { weight }: DesignMoments, { levels, unit }: Variances): Messages {
  // Plain loops: this runs dozens of times for every edition, and callbacks over typed arrays cost more than the arithmetic.
  const size = tree.parent.length;
  const t2 = new Float64Array(size);
  const own = new Float64Array(size);
  const inverse = 1 / unit;
  for (let node = 0; node < size; node++) {
    t2[node] = levels[(tree.domain[node] ?? 0) * tree.levels + (tree.level[node] ?? 0)] ?? 0;
    own[node] = (weight[node] ?? 0) * inverse;
  }
  return collectPrecision(tree, t2, own);
}

/** Information about the coefficients, effects integrated out: X'V^-1 X = X'W(X - smoothed X) / s2; the ridge leaves the intercept alone. */
function informationOf(
  tree: EffectTree,
  design: DesignMoments,
  messages: Messages,
  unit: number,
): Pick<OutcomeFit, "seen" | "information"> {
  const { width } = design;
  const seen = seenCovariates(tree, design, messages, unit);
  const matrix = design.xwx.slice();
  subtractSmoothed(tree, design, { messages, seen }, matrix);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) matrix[i * width + j] = (matrix[i * width + j] ?? 0) / unit;
    if (i > 0) matrix[i * width + i] = (matrix[i * width + i] ?? 0) + RIDGE;
  }
  factorise(matrix, width);
  return { seen, information: matrix };
}

/** Means of the covariates as seen from each node. Only nodes with data have any. */
function seenCovariates(
  tree: EffectTree,
  { width, wx }: DesignMoments,
  { precision, gain }: Messages,
  unit: number,
): Float64Array {
  const seen = wx.slice();
  for (let node = tree.parent.length - 1; node >= 0; node--) {
    const known = precision[node] ?? 0;
    if (known === 0) continue;
    const parent = tree.parent[node] ?? -1;
    const part = 1 - (gain[node] ?? 0);
    const scale = 1 / (known * unit);
    const from = node * width;
    const to = parent * width;
    for (let at = 0; at < width; at++) {
      const sum = seen[from + at] ?? 0;
      if (parent >= 0) seen[to + at] = (seen[to + at] ?? 0) + sum * part;
      seen[from + at] = sum * scale;
    }
  }
  return seen;
}

/**
 * Takes X'W smoothed X from the cross products. A leaf is smoothed to gain * its own mean + (1 - gain) * what its parent is smoothed to; the
 * second parts are summed by parent first, so that a place costs one product and not two.
 */
function subtractSmoothed(
  tree: EffectTree,
  { width, weight, wx }: DesignMoments,
  { messages, seen }: Pick<OutcomeFit, "messages" | "seen">,
  matrix: Float64Array,
): void {
  const products = new RankUpdate(matrix, width);
  const smooth = spreadMeans(tree, messages, seen, width, areaNodesOf(tree));
  const passed = new Float64Array(smooth.length);
  for (let node = 0; node < weight.length; node++) {
    if ((weight[node] ?? 0) === 0) continue;
    const from = node * width;
    const isInner = from < smooth.length;
    const own = isInner ? 0 : (messages.gain[node] ?? 0);
    const to = (isInner ? node : (tree.parent[node] ?? 0)) * width;
    for (let i = 0; i < width; i++) passed[to + i] = (passed[to + i] ?? 0) + (1 - own) * (wx[from + i] ?? 0);
    if (own > 0) products.add(-own, wx, from, seen, from);
  }
  for (let node = 0; node * width < smooth.length; node++)
    if ((messages.precision[node] ?? 0) > 0) products.add(-1, passed, node * width, smooth, node * width);
  products.finish();
}

/** Nodes above the last level: they stand first. */
function areaNodesOf(tree: EffectTree): number {
  let count = tree.level.length;
  while (count > 1 && (tree.level[count - 1] ?? 0) === tree.levels - 1) count -= 1;
  return count;
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

/**
 * Variances of the levels of each domain: mean squares, drawn towards those of all domains together as if these had been seen a few times
 * more. A level with too few members in all is twice as wide as the one below it.
 */
function levelVariances(tree: DomainTree, squares: Float64Array, members: Float64Array): Float64Array {
  const variances = new Float64Array(squares.length);
  let below = 0;
  for (let level = tree.levels - 1; level > 0; level--) {
    let sum = 0;
    let count = 0;
    for (let at = level; at < squares.length; at += tree.levels) {
      sum += squares[at] ?? 0;
      count += members[at] ?? 0;
    }
    const isKnown = count >= FEW_MEMBERS || level === tree.levels - 1;
    below = isKnown ? Math.max(sum / Math.max(count, 1), LEAST_VARIANCE) : FEW_FACTOR * FEW_FACTOR * below;
    for (let at = level; at < squares.length; at += tree.levels)
      variances[at] = isKnown ? ((squares[at] ?? 0) + FEW_MEMBERS * below) / ((members[at] ?? 0) + FEW_MEMBERS) : below;
  }
  return variances;
}

/** The next variances: expected squares of the effects of each level, and of the units' noise, given the coefficients. */
function renewed(
  tree: DomainTree,
  design: DesignMoments,
  residuals: Residuals,
  variances: Variances,
  unitKnown: boolean,
): { readonly variances: Variances; readonly effect: Float64Array } {
  const messages = messagesOf(tree, design, variances);
  const seen = residuals.sums.slice();
  const effect = effectsOf(tree, messages, seen, variances.unit);
  const spread = spreadVariances(tree, messages);
  const { precision, gain, rest } = messages;
  const squares = new Float64Array(tree.levels * tree.domains);
  const members = new Float64Array(tree.levels * tree.domains);
  for (let node = 1; node < tree.parent.length; node++) {
    if ((precision[node] ?? 0) === 0) continue;
    const parent = tree.parent[node] ?? 0;
    const own = gain[node] ?? 0;
    const mean = own * ((seen[node] ?? 0) - (effect[parent] ?? 0));
    const at = (tree.domain[node] ?? 0) * tree.levels + (tree.level[node] ?? 0);
    squares[at] = (squares[at] ?? 0) + mean * mean + (rest[node] ?? 0) + own * own * (spread[parent] ?? 0);
    members[at] = (members[at] ?? 0) + 1;
  }
  const levels = levelVariances(tree, squares, members);
  if (unitKnown) return { variances: { levels, unit: variances.unit }, effect };
  let sum = residuals.squares;
  for (let node = 0; node < effect.length; node++) {
    const weight = design.weight[node] ?? 0;
    if (weight === 0) continue;
    const own = effect[node] ?? 0;
    sum += weight * (own * own + (spread[node] ?? 0)) - 2 * own * (residuals.sums[node] ?? 0);
  }
  return { variances: { levels, unit: Math.max(sum / Math.max(design.units, 1), LEAST_VARIANCE) }, effect };
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
