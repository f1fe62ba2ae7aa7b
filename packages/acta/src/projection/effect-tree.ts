/**
 * Nested areas whose effects add up: the value of a node is the sum of independent effects N(0, t2) from the root down to it.
 * Parents stand before their children; the root is node 0.
 */
export interface EffectTree {
  /** Position of the parent; -1 for the root. */
  readonly parent: Int32Array;
  /** 0 for the root, then one more for each level below. */
  readonly level: Uint8Array;
  /** Number of levels, the root's included. */
  readonly levels: number;
}

/** A tree whose variances are learnt: effects of one level spread alike within a domain, and need not between domains. */
export interface DomainTree extends EffectTree {
  /** Number of the domain of every node, from 0; all 0 where there are none. */
  readonly domain: Uint8Array;
  readonly domains: number;
}

/** What is known of every node given the observations below it: the first of the two passes. */
export interface Messages {
  /** Precision of all observations at and below the node, as seen from the node. */
  readonly precision: Float64Array;
  /** Weight of that knowledge against the parent's value: precision / (precision + 1 / t2). */
  readonly gain: Float64Array;
  /** Variance that is left at the node when the parent is known: 1 / (precision + 1 / t2). */
  readonly rest: Float64Array;
}

/**
 * The upward pass over precisions: O(nodes), exact Gaussian conditioning. A node passes 1 / (1 / precision + t2) to its parent.
 * @param t2 variance of the effect of every node; 0 fixes it to its parent
 * @param own precision of the node's own observations
 */
export function collectPrecision(tree: EffectTree, t2: Float64Array, own: Float64Array): Messages {
  const size = tree.parent.length;
  const precision = new Float64Array(own);
  const gain = new Float64Array(size);
  const rest = new Float64Array(size);
  for (let node = size - 1; node >= 0; node--) {
    const seen = precision[node] ?? 0;
    const spread = t2[node] ?? 0;
    const part = 1 / (1 + seen * spread);
    gain[node] = seen * spread * part;
    rest[node] = spread * part;
    const parent = tree.parent[node] ?? -1;
    if (parent >= 0) precision[parent] = (precision[parent] ?? 0) + seen * part;
  }
  return { precision, gain, rest };
}

/**
 * The upward pass over means. `sums` holds precision-weighted sums of the nodes' own observations, `width` columns side by side for each
 * node; it is replaced by the means of all that is seen from each node (0 where nothing is).
 */
export function collectMeans(tree: EffectTree, messages: Messages, sums: Float64Array, width: number): void {
  const { precision, gain } = messages;
  for (let node = tree.parent.length - 1; node >= 0; node--) {
    const seen = precision[node] ?? 0;
    if (seen === 0) continue;
    const parent = tree.parent[node] ?? -1;
    const part = 1 - (gain[node] ?? 0);
    const from = node * width;
    const to = parent * width;
    for (let at = 0; at < width; at++) {
      const sum = sums[from + at] ?? 0;
      if (parent >= 0) sums[to + at] = (sums[to + at] ?? 0) + sum * part;
      sums[from + at] = sum / seen;
    }
  }
}

/**
 * The downward pass: means of the nodes' values given everything, `width` columns side by side.
 * @param means of `collectMeans`
 * @param size only the first nodes, when given
 */
export function spreadMeans(
  tree: EffectTree,
  messages: Messages,
  means: Float64Array,
  width: number,
  size: number = tree.parent.length,
): Float64Array {
  const { gain } = messages;
  const values = new Float64Array(size * width);
  for (let node = 0; node < size; node++) {
    const parent = tree.parent[node] ?? -1;
    const own = gain[node] ?? 0;
    const from = node * width;
    const above = parent * width;
    for (let at = 0; at < width; at++)
      values[from + at] = own * (means[from + at] ?? 0) + (parent >= 0 ? (1 - own) * (values[above + at] ?? 0) : 0);
  }
  return values;
}

/** The downward pass over variances: of every node's value given everything. */
export function spreadVariances(tree: EffectTree, messages: Messages): Float64Array {
  const { gain, rest } = messages;
  const size = tree.parent.length;
  const variances = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    const parent = tree.parent[node] ?? -1;
    const other = 1 - (gain[node] ?? 0);
    variances[node] = (rest[node] ?? 0) + (parent >= 0 ? other * other * (variances[parent] ?? 0) : 0);
  }
  return variances;
}

/** What observations say of every node, and of a weighted sum of the nodes. */
export interface TreeKnowledge {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly weightedMean: number;
  readonly weightedVariance: number;
}

/**
 * The whole of it in one call: both passes over means and variances, and a weighted sum.
 * @param own precisions of each node's observations, and their precision-weighted sums
 */
export function conditionTree(
  tree: EffectTree,
  t2: Float64Array,
  own: { readonly precision: Float64Array; readonly sums: Float64Array },
  weights: Float64Array,
): TreeKnowledge {
  const messages = collectPrecision(tree, t2, own.precision);
  const means = own.sums.slice();
  collectMeans(tree, messages, means, 1);
  const mean = spreadMeans(tree, messages, means, 1);
  return {
    mean,
    variance: spreadVariances(tree, messages),
    weightedMean: mean.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0),
    weightedVariance: varianceOfSum(tree, messages, weights),
  };
}

/**
 * Variance of a weighted sum of nodes' values given everything, covariances through common ancestors included: what a node's value
 * shares with its parent is passed up with weight 1 - gain. O(nodes).
 */
function varianceOfSum(tree: EffectTree, messages: Messages, weights: Float64Array): number {
  const { gain, rest } = messages;
  const passed = weights.slice();
  let variance = 0;
  for (let node = tree.parent.length - 1; node >= 0; node--) {
    const weight = passed[node] ?? 0;
    if (weight === 0) continue;
    variance += weight * weight * (rest[node] ?? 0);
    const parent = tree.parent[node] ?? -1;
    if (parent >= 0) passed[parent] = (passed[parent] ?? 0) + weight * (1 - (gain[node] ?? 0));
  }
  return variance;
}
