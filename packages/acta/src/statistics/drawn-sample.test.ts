import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generator } from "../basics/index.js";
import { testDrawnSample } from "./index.js";

const values = Array.from({ length: 1_000 }, (_, at) => at % 100);

/** Positions drawn by lot without replacement. */
function draw(size: number, seed: number): readonly number[] {
  const next = generator(seed);
  const left = values.map((_, at) => at);
  return Array.from({ length: size }, () => left.splice(next.below(left.length), 1)[0] ?? 0);
}

describe("a part of a whole, as if drawn by lot", () => {
  test("draws by lot lie within two deviations about 19 times of 20, and never far out", () => {
    const deviations = Array.from(
      { length: 400 },
      (_, at) => testDrawnSample(values, draw(50, at + 1)).deviations ?? 99,
    );
    const within = deviations.filter((each) => Math.abs(each) < 1.96).length;
    expect(within).toBeGreaterThan(365);
    expect(within).toBeLessThan(395);
    expect(Math.max(...deviations.map(Math.abs))).toBeLessThan(4.5);
  });

  test("the fifty largest values are no draw", () => {
    const largest = values.flatMap((value, at) => (value >= 95 ? [at] : []));
    expect(testDrawnSample(values, largest).deviations).toBeGreaterThan(10);
  });

  test("by hand: 30 of 60, alternately 0 and 1, all of the ones", () => {
    const halves = Array.from({ length: 60 }, (_, at) => at % 2);
    const ones = halves.flatMap((value, at) => (value === 1 ? [at] : []));
    // S^2 = 15/59; variance of the mean = 15/59/30 * (1 - 30/60) = 1/236; (1 - 1/2) / sqrt(1/236) = 7.681.
    expect(testDrawnSample(halves, ones)).toMatchObject({ populationMean: 0.5, sampleMean: 1 });
    expect(testDrawnSample(halves, ones).deviations).toBeCloseTo(Math.sqrt(236) / 2, 9);
  });

  test("cannot be told of fewer than 30, of all, or where nothing varies", () => {
    expect(testDrawnSample(values, draw(29, 7)).deviations).toBeNull();
    expect(
      testDrawnSample(
        values,
        values.map((_, at) => at),
      ).deviations,
    ).toBeNull();
    expect(
      testDrawnSample(
        values.map(() => 3),
        draw(50, 7),
      ).deviations,
    ).toBeNull();
    expect(testDrawnSample([], []).deviations).toBeNull();
  });

  test("does not change with the unit or the zero of the values", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -500, max: 500 }), (unit, zero) => {
        const drawn = draw(40, 11);
        const plain = testDrawnSample(values, drawn).deviations ?? 0;
        const moved =
          testDrawnSample(
            values.map((value) => value * unit + zero),
            drawn,
          ).deviations ?? 0;
        expect(moved).toBeCloseTo(plain, 6);
      }),
    );
  });
});
