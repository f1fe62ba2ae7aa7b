import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundedSplit, fitMargins, orderBy, roundMargins } from "./index.js";

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("order", () => {
  test("positions come from the least to the greatest key, equal keys in their order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 300 }), (keys) => {
        const expected = keys.map((_, at) => at).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
        expect([...orderBy(Float64Array.from(keys))]).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  test("keys that differ by more than 2^-32 of their range are in order", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 300 }), (keys) => {
        const sorted = [...orderBy(Float64Array.from(keys))].map((at) => keys[at] ?? 0);
        const grain = (Math.max(...keys) - Math.min(...keys)) / 2 ** 32;
        for (let at = 1; at < sorted.length; at++)
          expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(-grain * 1.001);
      }),
      { seed: 1 },
    );
  });
});

describe("split of a whole number", () => {
  const split = fc
    .record({
      weights: fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 }),
      least: fc.integer({ min: 0, max: 3 }),
      room: fc.integer({ min: 0, max: 400 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ weights, least, room, at }) => ({
      weights,
      least,
      most: least + room,
      total: Math.floor(weights.length * (least + at * room)),
    }));

  test("the parts add up to the total and stay within the bounds", () => {
    fc.assert(
      fc.property(split, ({ weights, total, least, most }) => {
        const parts = boundedSplit(Float64Array.from(weights), total, least, most);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        for (const part of parts) expect(part >= least && part <= most).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a heavier weight never gets less, but for one unit of rounding", () => {
    fc.assert(
      fc.property(split, ({ weights, total, least, most }) => {
        const parts = boundedSplit(Float64Array.from(weights), total, least, most);
        for (let a = 1; a < weights.length; a++)
          if ((weights[a] ?? 0) >= (weights[a - 1] ?? 0))
            expect(parts[a] ?? 0).toBeGreaterThanOrEqual((parts[a - 1] ?? 0) - 1);
      }),
      { seed: 1 },
    );
  });

  test("without binding bounds it is Hamilton's method (quotas 12.79, 11.00, 0.405, 0.402, 0.402)", () => {
    expect([...boundedSplit(Float64Array.of(5_117, 4_400, 162, 161, 161), 25, 0, 25)]).toEqual([13, 11, 1, 0, 0]);
  });

  test("equal remainders go to the first positions", () => {
    expect([...boundedSplit(Float64Array.of(1, 1, 1, 1), 6, 0, 9)]).toEqual([2, 2, 1, 1]);
  });

  test("an impossible total is a bug", () => {
    expect(() => boundedSplit(Float64Array.of(1, 1), 7, 0, 3)).toThrow();
    expect(() => boundedSplit(Float64Array.of(1, 1), 1, 1, 3)).toThrow();
  });
});

describe("tables with given margins", () => {
  const table = fc
    .record({ width: fc.integer({ min: 1, max: 6 }), height: fc.integer({ min: 1, max: 40 }) })
    .chain(({ width, height }) =>
      fc.record({
        truth: fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
        prior: fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), {
          minLength: width * height,
          maxLength: width * height,
        }),
      }),
    )
    .map(({ truth, prior }) => ({
      prior: Float64Array.from(prior),
      rows: Int32Array.from(truth, (row) => row.reduce((sum, each) => sum + each, 0)),
      columns: Float64Array.from(truth[0] ?? [], (_, column) =>
        truth.reduce((sum, row) => sum + (row[column] ?? 0), 0),
      ),
    }));

  test("rounding keeps every row and every column exactly, and nothing is negative", () => {
    fc.assert(
      fc.property(table, ({ prior, rows, columns }) => {
        fitMargins(prior, rows, columns);
        const whole = roundMargins(prior, rows, columns);
        const width = columns.length;
        rows.forEach((total, row) =>
          expect(whole.slice(row * width, (row + 1) * width).reduce((sum, each) => sum + each, 0)).toBe(total),
        );
        columns.forEach((total, column) =>
          expect(whole.reduce((sum, each, at) => (at % width === column ? sum + each : sum), 0)).toBe(total),
        );
        expect(whole.every((each) => each >= 0)).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("fitting reaches the margins and keeps every odds ratio, which defines it (Deming, Stephan 1940)", () => {
    const before = Float64Array.of(40, 30, 20, 10, 35, 50, 100, 75, 30, 80, 70, 120, 20, 30, 40, 50);
    const after = before.slice();
    const rows = Int32Array.of(150, 300, 400, 150);
    const columns = Float64Array.of(200, 300, 400, 100);
    fitMargins(after, rows, columns);
    const ratio = (t: Float64Array, r: number, c: number): number =>
      ((t[0] ?? 0) * (t[r * 4 + c] ?? 0)) / ((t[c] ?? 0) * (t[r * 4] ?? 0));
    for (let at = 1; at < 4; at++) {
      for (let column = 1; column < 4; column++)
        expect(ratio(after, at, column)).toBeCloseTo(ratio(before, at, column), 9);
      expect(after.slice(at * 4, at * 4 + 4).reduce((sum, x) => sum + x, 0)).toBeCloseTo(rows[at] ?? 0, 9);
      expect(
        Math.abs(after.reduce((sum, x, i) => (i % 4 === at ? sum + x : sum), 0) - (columns[at] ?? 0)),
      ).toBeLessThan(0.01);
    }
  });

  test("rounding moves no cell of a fitted table by 2 or more", () => {
    fc.assert(
      fc.property(table, ({ prior, rows, columns }) => {
        fitMargins(prior, rows, columns);
        const sums = columns.map((_, c) =>
          prior.reduce((sum, x, at) => (at % columns.length === c ? sum + x : sum), 0),
        );
        fc.pre(sums.every((sum, c) => Math.abs(sum - (columns[c] ?? 0)) < 0.01));
        const whole = roundMargins(prior, rows, columns);
        whole.forEach((each, at) => expect(Math.abs(each - (prior[at] ?? 0))).toBeLessThan(2));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("margins that no table has are a bug", () => {
    const prior = Float64Array.of(1, 1);
    expect(() => roundMargins(prior, Int32Array.of(3), Float64Array.of(1, 1))).toThrow();
    expect(() => roundMargins(prior, Int32Array.of(3), Float64Array.of(-1, 4))).toThrow();
    expect(() => roundMargins(prior, Int32Array.of(3), Float64Array.of(1.5, 1.5))).toThrow();
  });

  test("a table that cannot be fitted in the given rounds is still rounded to the exact margins", () => {
    const prior = Float64Array.of(1, 1e-12, 1e-12, 1, 1, 1e-12);
    const rows = Int32Array.of(5, 5, 5);
    const columns = Float64Array.of(1, 14);
    fitMargins(prior, rows, columns);
    const whole = roundMargins(prior, rows, columns);
    expect([0, 2, 4].reduce((sum, at) => sum + (whole[at] ?? 0), 0)).toBe(1);
    expect([1, 3, 5].reduce((sum, at) => sum + (whole[at] ?? 0), 0)).toBe(14);
  });
});
