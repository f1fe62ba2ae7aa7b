/** Prior of the chance that a flagged sheet is annulled, for one class of flags: Beta(annulled, upheld), in sheets. */
export interface FatePrior {
  readonly annulled: number;
  readonly upheld: number;
}

/** Expected part of a class that is annulled; 0 without a prior. */
export function annulmentChance(fate: FatePrior | undefined): number {
  const strength = fate === undefined ? 0 : fate.annulled + fate.upheld;
  return fate === undefined || strength <= 0 ? 0 : fate.annulled / strength;
}

/**
 * Mean and variance of the margin that flagged sheets bring when each is annulled (and then brings nothing) with one unknown chance
 * q ~ Beta(a, b), independently given q: the law of total variance.
 * @param margins votes of the first option less those of the second, as filed
 */
export function flaggedFate(
  margins: Iterable<number>,
  { annulled, upheld }: FatePrior,
): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  let squares = 0;
  for (const margin of margins) {
    sum += margin;
    squares += margin * margin;
  }
  const strength = annulled + upheld;
  if (strength <= 0) return { mean: sum, variance: 0 };
  const chance = annulled / strength;
  const spread = (chance * (1 - chance)) / (strength + 1);
  return {
    mean: (1 - chance) * sum,
    variance: spread * sum * sum + (chance * (1 - chance) - spread) * squares,
  };
}
