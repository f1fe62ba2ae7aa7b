import { describe, expect, test } from "vitest";
import { beta, betaBinomial, binomial, dirichlet, gamma, multinomial, normal, poisson, stream } from "./index.js";

const DRAWS = 200_000;

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

function momentsOf(draw: () => number, draws = DRAWS): Moments {
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < draws; at++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / draws;
  return { mean, variance: squares / draws - mean * mean };
}

/** The mean within 5 of its standard errors; the variance within 5 %. */
function expectMoments(found: Moments, mean: number, variance: number): void {
  expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
  expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.05);
}

/** Pearson's statistic of drawn counts against exact probabilities; values above the last class are put into it. */
function chiSquare(draw: () => number, probabilities: readonly number[]): number {
  const counts = new Float64Array(probabilities.length);
  for (let at = 0; at < DRAWS; at++) {
    const value = Math.min(draw(), probabilities.length - 1);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return probabilities.reduce((sum, p, at) => sum + ((counts[at] ?? 0) - DRAWS * p) ** 2 / (DRAWS * p), 0);
}

function binomialProbabilities(trials: number, chance: number): number[] {
  const all = [(1 - chance) ** trials];
  for (let k = 1; k <= trials; k++) all.push((((all[k - 1] ?? 0) * (trials - k + 1)) / k) * (chance / (1 - chance)));
  return all;
}

describe("draws from distributions", () => {
  test("the normal has mean 0, variance 1, kurtosis 3 and the right part beyond 1.96 and beyond the ziggurat's tail", () => {
    const source = stream(1, "normal");
    const values = Float64Array.from({ length: 1_000_000 }, () => normal(source));
    const part = (limit: number): number => values.filter((x) => Math.abs(x) > limit).length / values.length;
    const power = (k: number): number => values.reduce((sum, x) => sum + x ** k, 0) / values.length;
    expect(Math.abs(power(1))).toBeLessThan(0.005);
    expect(Math.abs(power(2) - 1)).toBeLessThan(0.007);
    expect(Math.abs(power(3))).toBeLessThan(0.02);
    expect(Math.abs(power(4) - 3)).toBeLessThan(0.05);
    // 2 (1 - Phi(z)) for z = 1, 1.959964, 3.442619855899.
    expect(Math.abs(part(1) - 0.3173105)).toBeLessThan(0.0025);
    expect(Math.abs(part(1.959964) - 0.05)).toBeLessThan(0.0012);
    expect(Math.abs(part(3.442619855899) - 0.00057608)).toBeLessThan(0.00012);
  });

  test.each([0.05, 0.7, 1, 2.5, 300])("gamma of shape %d has mean and variance equal to its shape", (shape) => {
    const source = stream(2, "gamma");
    expectMoments(
      momentsOf(() => gamma(source, shape)),
      shape,
      shape,
    );
  });

  test.each([
    [0.5, 0.5],
    [2, 5],
    [150, 151],
  ])("beta (%d, %d) has its mean and variance", (a, b) => {
    const source = stream(3, "beta");
    const sum = a + b;
    expectMoments(
      momentsOf(() => beta(source, a, b)),
      a / sum,
      (a * b) / (sum * sum * (sum + 1)),
    );
  });

  test("beta with tiny shapes is a coin, not a division by zero", () => {
    const source = stream(3, "tiny");
    const { mean } = momentsOf(() => beta(source, 3e-4, 1e-4), 20_000);
    expect(Math.abs(mean - 0.75)).toBeLessThan(0.02);
  });

  test.each([
    [1, 0.5],
    [10, 0.3],
    [12, 0.93],
    [60, 0.5],
    [90, 0.62],
  ])("binomial (%d, %d) follows its exact probabilities", (trials, chance) => {
    const source = stream(4, "binomial");
    const all = binomialProbabilities(trials, chance);
    const likely = all.filter((p) => p * DRAWS > 5).length;
    const first = all.findIndex((p) => p * DRAWS > 5);
    const cells = all.slice(first, first + likely);
    const rest = 1 - cells.reduce((sum, p) => sum + p, 0);
    const fit = chiSquare(
      () => {
        const drawn = binomial(source, trials, chance) - first;
        return drawn >= 0 && drawn < cells.length ? drawn : cells.length;
      },
      rest * DRAWS > 5 ? [...cells, rest] : [...cells, Math.max(rest, 5 / DRAWS)],
    );
    // Chi-square with k degrees of freedom has mean k and variance 2k.
    expect(fit).toBeLessThan(cells.length + 5 * Math.sqrt(2 * cells.length));
  });

  test.each([
    [300, 0.004],
    [300, 0.5],
    [1_000_000, 0.37],
  ])("binomial (%d, %d) has its mean and variance", (trials, chance) => {
    const source = stream(5, "binomial");
    expectMoments(
      momentsOf(() => binomial(source, trials, chance)),
      trials * chance,
      trials * chance * (1 - chance),
    );
  });

  test("binomial at the ends is certain", () => {
    const source = stream(5, "ends");
    expect([binomial(source, 0, 0.5), binomial(source, 7, 0), binomial(source, 7, 1)]).toEqual([0, 0, 7]);
  });

  test.each([0.001, 0.02, 0.3])("beta-binomial with correlation %d is overdispersed by 1 + (n - 1) rho", (rho) => {
    const source = stream(6, "beta-binomial");
    expectMoments(
      momentsOf(() => betaBinomial(source, 250, 0.4, rho)),
      100,
      250 * 0.4 * 0.6 * (1 + 249 * rho),
    );
  });

  test.each([0.3, 4, 24.5, 800])("Poisson of mean %d has mean and variance equal", (mean) => {
    const source = stream(7, "poisson");
    expectMoments(
      momentsOf(() => poisson(source, mean)),
      mean,
      mean,
    );
  });

  test("Poisson of mean 2 follows its exact probabilities", () => {
    const source = stream(7, "exact");
    const all = [Math.exp(-2)];
    for (let k = 1; k < 9; k++) all.push(((all[k - 1] ?? 0) * 2) / k);
    const rest = 1 - all.reduce((sum, p) => sum + p, 0);
    expect(chiSquare(() => poisson(source, 2), [...all, rest])).toBeLessThan(9 + 5 * Math.sqrt(18));
  });

  test("a multinomial draw splits all trials, by its chances, and never to a category without chance", () => {
    const source = stream(8, "multinomial");
    const chances = Float64Array.of(0.5, 0, 0.3, 0.2, 0);
    const out = new Float64Array(5);
    const sums = new Float64Array(5);
    for (let at = 0; at < 20_000; at++) {
      multinomial(source, 40, chances, out);
      expect(out.reduce((sum, each) => sum + each, 0)).toBe(40);
      out.forEach((each, category) => (sums[category] = (sums[category] ?? 0) + each));
    }
    expect([sums[1], sums[4]]).toEqual([0, 0]);
    expect(Math.abs((sums[2] ?? 0) / 800_000 - 0.3)).toBeLessThan(5 * Math.sqrt(0.21 / 800_000));
  });

  test("Dirichlet shares add up to 1 and have variance m (1 - m) rho", () => {
    const source = stream(9, "dirichlet");
    const means = Float64Array.of(0.6, 0.3, 0.1, 0);
    const out = new Float64Array(4);
    let farthest = 0;
    const found = momentsOf(() => {
      dirichlet(source, means, 0.05, out);
      farthest = Math.max(farthest, Math.abs(out.reduce((sum, each) => sum + each, 0) - 1));
      return out[1] ?? 0;
    });
    expect(farthest).toBeLessThan(1e-12);
    expectMoments(found, 0.3, 0.3 * 0.7 * 0.05);
    expect(out[3]).toBe(0);
  });

  test("Dirichlet at the ends: the means themselves, or everything to one share", () => {
    const source = stream(9, "ends");
    const means = Float64Array.of(0.6, 0.4);
    const out = new Float64Array(2);
    dirichlet(source, means, 0, out);
    expect([...out]).toEqual([0.6, 0.4]);
    const { mean } = momentsOf(() => {
      dirichlet(source, means, 0.9999, out);
      expect(out.some((share) => share > 0.9)).toBe(true);
      return out[0] ?? 0;
    }, 5_000);
    expect(Math.abs(mean - 0.6)).toBeLessThan(0.04);
  });
});

describe("streams", () => {
  test("the same seed and names give the same sequence; other names or seeds another", () => {
    const first = (seed: number, ...names: string[]): number => stream(seed, ...names).next();
    expect(first(1, "a", "b")).toBe(first(1, "a", "b"));
    const others = [
      first(1, "a"),
      first(2, "a"),
      first(1, "b"),
      first(1, "a", "b"),
      first(1, "b", "a"),
      first(1, "ab"),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  test("neighbouring seeds do not give neighbouring first values", () => {
    const values = Float64Array.from({ length: 10_000 }, (_, seed) => stream(seed, "x").next());
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const products = values.slice(1).reduce((sum, x, at) => sum + (x - mean) * ((values[at] ?? 0) - mean), 0);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.015);
    expect(Math.abs(products / values.length)).toBeLessThan(0.005);
  });

  test("same seed, same bytes, across versions (golden)", () => {
    const source = stream(2021, "golden");
    expect([source.next(), normal(source), gamma(source, 0.4), binomial(source, 300, 0.5), poisson(source, 3)]).toEqual(
      [0.3300810171174805, 1.395325173425796, 0.014095887208849625, 142, 1],
    );
  });
});
