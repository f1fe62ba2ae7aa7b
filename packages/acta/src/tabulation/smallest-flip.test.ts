import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestRows, mostTaken, smallestFlip, tiersOf } from "./smallest-flip.js";

/** Stakes of ordinary sheets, and such as no sheet has: the two ways of counting them must agree with sorting. */
const stakes = fc.array(fc.oneof(fc.integer({ min: -5, max: 20 }), fc.integer({ min: 0, max: 200_000 })), {
  maxLength: 30,
});

const sortedOf = (values: readonly number[]): readonly number[] =>
  values.filter((value) => value > 0).toSorted((a, b) => b - a);
const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

describe("the largest stakes", () => {
  test("k of them take what the first k of the sorted take", () => {
    fc.assert(
      fc.property(stakes, fc.nat(35), (values, k) => {
        expect(mostTaken(tiersOf(Float64Array.from(values), null), k)).toBe(total(sortedOf(values).slice(0, k)));
      }),
    );
  });

  test("the smallest flip is the first k that reaches the slack", () => {
    fc.assert(
      fc.property(stakes, fc.nat(300_000), (values, slack) => {
        const sorted = sortedOf(values);
        const flip = smallestFlip(slack, tiersOf(Float64Array.from(values), null));
        const first = [...sorted, 0].findIndex((_, k) => total(sorted.slice(0, k)) >= slack);
        if (first < 0) expect(flip).toEqual({ kind: "impossible", stations: sorted.length, takes: total(sorted) });
        else
          expect(flip).toEqual({
            kind: "possible",
            stations: first,
            takes: total(sorted.slice(0, first)),
            oneFewerTakes: total(sorted.slice(0, Math.max(first - 1, 0))),
            ends: total(sorted.slice(0, first)) === slack ? "tie" : "over",
          });
      }),
      { numRuns: 300 },
    );
  });

  test("their rows come largest first, equal ones by row, only from those that are asked for", () => {
    fc.assert(
      fc.property(stakes, fc.nat(35), fc.nat(), (values, k, seed) => {
        const among = Uint8Array.from(values, (_, row) => Math.floor(seed / 2 ** (row % 20)) % 2);
        const expected = values
          .flatMap((value, row) => (value > 0 && among[row] === 1 ? [row] : []))
          .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        expect(largestRows(Float64Array.from(values), among, k)).toEqual(expected.slice(0, k));
      }),
    );
  });
});
