import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawSample, frameOf, unitCount } from "./index.js";
import { SAMPLE_CUTS, sampleRoll } from "./sample-frame.js";

const roll = sampleRoll([30, 12, 6]);
const all = new Uint8Array(48).fill(1);

function frame(cut: keyof typeof SAMPLE_CUTS) {
  const made = frameOf(roll, all, SAMPLE_CUTS[cut]);
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
}

describe("a frame", () => {
  test("holds every station once, in strata that follow one another", () => {
    const regions = frame("regions");
    expect(regions.strata.map(({ name, from, units }) => [name, from, units])).toEqual([
      ["Region 1", 0, 30],
      ["Region 2", 30, 12],
      ["Region 3", 42, 6],
    ]);
    expect([...regions.stations].toSorted((a, b) => a - b)).toEqual([...roll.codes.keys()]);
  });

  test("of places holds their stations together", () => {
    const places = frame("places");
    expect(unitCount(places)).toBe(16);
    for (let unit = 0; unit < 16; unit++)
      expect(
        new Set(
          places.stations.subarray(places.firsts[unit], places.firsts[unit + 1]).map((row) => roll.place[row] ?? 0),
        ).size,
      ).toBe(1);
  });

  test("of nothing is refused", () => {
    expect(frameOf(roll, new Uint8Array(48), SAMPLE_CUTS.simple)).toMatchObject({
      problem: { code: "sampling.emptyFrame" },
    });
  });
});

describe("a draw", () => {
  test("has so many different units of each stratum, and is the same for the same seed", () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 12 }),
        (seed, first, second) => {
          const counts = [first, second, 6];
          const drawn = drawSample(frame("regions"), counts, seed);
          expect(new Set(drawn).size).toBe(drawn.length);
          expect([
            drawn.filter((unit) => unit < 30).length,
            drawn.filter((unit) => unit >= 30 && unit < 42).length,
          ]).toEqual([first, second]);
          expect(drawSample(frame("regions"), counts, seed)).toEqual(drawn);
        },
      ),
    );
  });

  test("of more units contains the draw of fewer, and other strata do not notice", () => {
    const few = new Set(drawSample(frame("regions"), [5, 4, 2], 11));
    const more = new Set(drawSample(frame("regions"), [9, 4, 2], 11));
    expect([...few].every((unit) => more.has(unit))).toBe(true);
    expect([...more].filter((unit) => unit >= 30)).toEqual([...few].filter((unit) => unit >= 30));
  });

  test("takes every unit equally often", () => {
    const times = new Float64Array(48);
    const simple = frame("simple");
    for (let seed = 0; seed < 6_000; seed++)
      for (const unit of drawSample(simple, [12], seed)) times[unit] = (times[unit] ?? 0) + 1;
    // Each 1,500 times with a deviation of 33.5; the sum of squares has 47 degrees of freedom.
    const square = times.reduce((sum, each) => sum + (each - 1_500) ** 2 / (6_000 * 0.25 * 0.75), 0) * (47 / 48);
    expect(square).toBeGreaterThan(20);
    expect(square).toBeLessThan(90);
  });

  test("same seed, same stations, across versions (golden)", () => {
    expect([...drawSample(frame("regions"), [4, 3, 2], 2021)]).toEqual([6, 7, 22, 25, 30, 32, 39, 46, 47]);
  });
});
