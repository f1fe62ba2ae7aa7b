import { describe, expect, test } from "vitest";
import { sheetsAt, simulateTable } from "../simulation/index.js";
import { backtestPicture } from "./backtest-picture.js";
import { replayBacktest } from "./backtest.js";
import type { BacktestRequest, BacktestRuns, BacktestShare } from "./backtest.js";
import { scoreBacktest } from "./backtest-scores.js";

// A made-up country without domains, without a previous contest, without a real curve: every order is accepted.

const made = simulateTable({ stations: 700, options: 2, seed: 5 });

function requestOf(more: Partial<BacktestRequest> = {}): BacktestRequest {
  const { election, roll } = made;
  const [contest] = election.contests;
  if (contest === undefined) throw new Error("a contest");
  const final = { election, contest, roll, table: sheetsAt(made, { reported: 1, resolved: 1 }) };
  const size = { orders: 3, worlds: 2, stress: 1, levels: [0.3, 0.7] };
  return { final, previous: null, earlier: [], curve: [], seed: 9, ...size, ...more };
}

function replayed(request: BacktestRequest, share: BacktestShare = { at: 0, of: 1 }): BacktestRuns {
  const runs = replayBacktest(request, share, () => {});
  if (!runs.ok) throw new Error(JSON.stringify(runs.problem));
  return runs.value;
}

describe("a backtest", () => {
  const whole = replayed(requestOf());

  test("runs every family at every level, and counts what it does", () => {
    const told: (readonly [number, number])[] = [];
    replayBacktest(requestOf(), { at: 0, of: 1 }, (done, all) => told.push([done, all]));
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7].map((done) => [done, 7]));
    const { accepted, worlds, stress, leaning } = scoreBacktest([whole]);
    expect([accepted, worlds, stress, leaning].map((family) => family.map(({ runs }) => runs))).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
  });

  test("is the same in parts as in one: no run depends on another", () => {
    const parts = [0, 1].map((at) => replayed(requestOf(), { at, of: 2 }));
    expect(parts.map(({ accepted }) => accepted.map(({ number }) => number))).toEqual([[0, 2], [1]]);
    expect(scoreBacktest(parts)).toEqual(scoreBacktest([whole]));
  });

  test("begins with the same orders, however many are asked for", () => {
    const more = replayed(requestOf({ orders: 4, worlds: 0, stress: 0 }));
    expect(more.accepted.slice(0, 3)).toEqual(whole.accepted);
  });

  test("has other truths in its worlds, and other orders with another seed", () => {
    const truths = (runs: BacktestRuns) => runs.worlds.map(({ levels }) => levels[0]?.truth);
    expect(truths(whole)[0]).not.toBe(whole.accepted[0]?.levels[0]?.truth);
    expect(truths(replayed(requestOf({ seed: 10 })))).not.toEqual(truths(whole));
  });

  test("draws three lines whose labels do not stand on each other, with the same bytes every time", () => {
    const words = { title: "T", counted: "c", points: "p", projection: "P", fill: "F", naive: "<N>" };
    const { accepted } = scoreBacktest([whole]);
    // All three end at the same point.
    const level = accepted.map((scores) => ({ ...scores, fill: scores.projection, naive: scores.projection }));
    const picture = backtestPicture(level, words);
    expect(backtestPicture(level, words)).toBe(picture);
    const labels = [...picture.matchAll(/y="([\d.]+)" fill="#\w+">(?:P|F|&lt;N&gt;)</g)].map((match) =>
      Number(match[1]),
    );
    const [first = 0, second = 0, third = 0] = labels.toSorted((a, b) => a - b);
    expect(labels).toHaveLength(3);
    expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(15);
  });

  test("refuses a curve that no order comes near to", () => {
    const curve = [{ counted: 0.9, margin: 0.9 }];
    const runs = replayBacktest(requestOf({ curve, orders: 1, worlds: 0, stress: 0 }), { at: 0, of: 1 }, () => {});
    expect(runs.ok ? "" : runs.problem.code).toBe("projection.backtestCurve");
  });

  test("refuses a count that is not over", () => {
    const { final } = requestOf();
    const open = { ...final, table: sheetsAt(made, { reported: 0.9, resolved: 0 }) };
    const runs = replayBacktest(requestOf({ final: open }), { at: 0, of: 1 }, () => {});
    expect(runs.ok ? "" : runs.problem.code).toBe("projection.backtestOpen");
  });
});
