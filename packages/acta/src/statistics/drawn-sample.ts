/** How far the mean of a part lies from that of the whole, under the null that the part was drawn by lot. */
export interface SampleTest {
  /** Members of the whole, and of the part. */
  readonly population: number;
  readonly sample: number;
  readonly populationMean: number;
  readonly sampleMean: number;
  /**
   * Standard deviations between both means under the null: the part is a simple random sample without replacement
   * (variance S^2/n (1 - n/N); Cochran, Sampling Techniques, 3rd ed. 1977, theorem 2.2). Null where it cannot be told: fewer than 30
   * members, all of them, or no variation.
   */
  readonly deviations: number | null;
}

/** Fewer members make the normal approximation too rough. */
const LEAST_SAMPLE = 30;

/** Compares the mean of a part with the mean of the whole. @param drawn positions of the part's members among the values, each once. */
export function testDrawnSample(values: readonly number[], drawn: readonly number[]): SampleTest {
  const population = values.length;
  const sample = drawn.length;
  const populationMean = meanOf(values);
  const sampleMean = meanOf(drawn.map((at) => values[at] ?? 0));
  let squares = 0;
  for (const value of values) squares += (value - populationMean) ** 2;
  const variance = population < 2 ? 0 : squares / (population - 1);
  const spread = Math.sqrt((variance / Math.max(1, sample)) * (1 - sample / Math.max(1, population)));
  const isTestable = sample >= LEAST_SAMPLE && sample < population && spread > 0;
  const deviations = isTestable ? (sampleMean - populationMean) / spread : null;
  return { population, sample, populationMean, sampleMean, deviations };
}

function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
