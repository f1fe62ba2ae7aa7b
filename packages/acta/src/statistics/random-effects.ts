/** Estimates with known variances that come from units which differ: how much they differ, and each one drawn to their mean. */
export interface RandomEffects {
  /** Cochran's statistic of heterogeneity. */
  readonly q: number;
  readonly tau2: number;
  readonly mean: number;
  readonly seMean: number;
  /** Weight of the mean against the unit's own estimate. */
  readonly shrink: Float64Array;
  readonly posteriorMean: Float64Array;
  /** Variance of each unit's value when mean and tau2 are taken as known. */
  readonly posteriorVariance: Float64Array;
}

/** Moment estimator of the variance between units (DerSimonian, Laird 1986) and shrinkage to the mean (Efron, Morris 1975). */
export function randomEffects(values: Float64Array, variances: Float64Array): RandomEffects {
  const inverse = variances.map((variance) => 1 / variance);
  const total = sumOf(inverse);
  const fixed = weighted(values, inverse) / total;
  const q = values.reduce((sum, value, at) => sum + (inverse[at] ?? 0) * (value - fixed) ** 2, 0);
  const scale = total - sumOf(inverse.map((weight) => weight * weight)) / total;
  const tau2 = Math.max((q - (values.length - 1)) / scale, 0);
  const weights = variances.map((variance) => 1 / (variance + tau2));
  const mean = weighted(values, weights) / sumOf(weights);
  const shrink = variances.map((variance) => variance / (variance + tau2));
  return {
    q,
    tau2,
    mean,
    seMean: Math.sqrt(1 / sumOf(weights)),
    shrink,
    posteriorMean: values.map((value, at) => (shrink[at] ?? 0) * mean + (1 - (shrink[at] ?? 0)) * value),
    posteriorVariance: variances.map((variance, at) => (1 - (shrink[at] ?? 0)) * variance),
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, each) => sum + each, 0);
}

function weighted(values: Float64Array, weights: Float64Array): number {
  return values.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0);
}
