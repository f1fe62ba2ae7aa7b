import { describe, expect, test } from "vitest";
import type { LevelOutcome, MarginOutcome } from "./backtest-run.js";
import type { BacktestRun, BacktestRuns } from "./backtest.js";
import { scoreBacktest } from "./backtest-scores.js";

/** A margin that ends at 2 points; errors in fractions. */
function outcome(error: number, fill: number, deviation = 0.01): MarginOutcome {
  return { error, margin: 0.02 + error, truth: 0.02, deviation, lambda: 2, naive: 0.1, fill };
}

function run(number: number, of: MarginOutcome): BacktestRun {
  const level: LevelOutcome = { ...of, level: 0.5, domains: [of, outcome(0, 0)] };
  return { number, levels: [level] };
}

function runsOf(accepted: readonly BacktestRun[]): BacktestRuns {
  return { accepted, worlds: [], stress: [], leaning: [], domains: ["group:a", "group:b"], tried: accepted.length };
}

function scored(...outcomes: readonly MarginOutcome[]) {
  const [scores] = scoreBacktest([runsOf(outcomes.map((each, at) => run(at, each)))]).accepted;
  if (scores === undefined) throw new Error("a level");
  return scores;
}

describe("scores of a backtest", () => {
  test("are errors in points, of the projection and of both baselines", () => {
    const { projection, fill, naive, runs, lambda } = scored(outcome(0.01, 0.02), outcome(-0.03, 0.02));
    expect([runs, lambda]).toEqual([2, 2]);
    expect(projection.bias).toBeCloseTo(-1, 12);
    expect(projection.rmse).toBeCloseTo(Math.sqrt(5), 12);
    expect(projection.median).toBeCloseTo(2, 12);
    expect(projection.p90).toBeCloseTo(2.8, 12);
    expect([fill.bias, fill.rmse, fill.median]).toEqual([2, 2, 2]);
    expect(naive.rmse).toBeCloseTo(10, 12);
  });

  test("compare run by run: the difference of the absolute errors, its standard error, and how often it is nearer", () => {
    const { against } = scored(outcome(0.01, 0.02), outcome(-0.03, 0.02));
    expect(against.fill.difference).toBeCloseTo(0, 12);
    expect(against.fill.standardError).toBeCloseTo(1, 12);
    expect(against.fill.nearer).toBe(0.5);
    expect(against.naive.nearer).toBe(1);
    expect(against.naive.difference).toBeCloseTo(-8, 12);
  });

  test("read intervals from Student's distribution with 8 degrees of freedom, widened by the inflation", () => {
    // Quantiles of Student's t, 8 degrees of freedom (any table): 0.7064 at 75 %, 1.8595 at 95 %.
    const { covers, width, aloneCovers90 } = scored(outcome(0.013, 0), outcome(-0.03, 0));
    expect(width.p50).toBeCloseTo(2 * 2 * 0.7064, 3);
    expect(width.p90).toBeCloseTo(2 * 2 * 1.8595, 3);
    expect([covers.p50, covers.p90]).toEqual([0.5, 1]);
    expect(aloneCovers90).toBe(0.5);
  });

  test("call only what is surer than the line, and know right calls from wrong ones", () => {
    const { calls, brier } = scored(outcome(0.2, 0), outcome(-0.22, 0), outcome(0, 0), outcome(0, 0, 0));
    // Margins of +22, -20, +2 points with deviations of 2, and +2 without any.
    expect(calls.p995).toEqual({ right: 0.5, wrong: 0.25, none: 0.25 });
    expect(brier).toBeGreaterThan(0.25);
    expect(brier).toBeLessThan(0.3);
  });

  test("have a proper score that is smallest for the right spread", () => {
    const errors = [-0.02, -0.01, 0, 0.01, 0.02];
    const crps = (deviation: number) => scored(...errors.map((each) => outcome(each, 0, deviation))).projection.crps;
    const loss = (deviation: number) => scored(...errors.map((each) => outcome(each, 0, deviation))).weightedInterval;
    expect(crps(0.006)).toBeLessThan(Math.min(crps(0.001), crps(0.05)));
    expect(loss(0.006)).toBeLessThan(Math.min(loss(0.001), loss(0.05)));
  });

  test("stand for each domain by itself", () => {
    const { domains } = scored(outcome(0.01, 0.02), outcome(-0.03, 0.02));
    expect(domains.map(({ code, projection }) => [code, projection.median])).toEqual([
      ["group:a", 2],
      ["group:b", 0],
    ]);
  });

  test("are the same to the bit however the runs were given out", () => {
    const all = [0.013, -0.007, 0.021, 0.001, -0.019].map((error, at) => run(at, outcome(error, error / 3)));
    const parts = [1, 0].map((at) => runsOf(all.filter(({ number }) => number % 2 === at)));
    expect(scoreBacktest(parts)).toEqual(scoreBacktest([runsOf(all)]));
  });
});
