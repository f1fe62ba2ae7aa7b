import fc from "fast-check";
import { expect, test } from "vitest";
import { firstWait, waitBefore } from "./live-wait.js";

const chance = fc.double({ min: 0, max: 1, noNaN: true });

test("readers ask every 30 seconds on the average, each a little earlier or later", () => {
  fc.assert(
    fc.property(chance, (at) => {
      expect(Math.abs(waitBefore(0, false, at) - 30_000)).toBeLessThanOrEqual(6_000);
      expect(waitBefore(0, false, at) + waitBefore(0, false, 1 - at)).toBeCloseTo(60_000, -1);
    }),
  );
});

test("each look without an answer doubles the wait, up to five minutes and a fifth", () => {
  expect([0, 1, 2, 3, 4, 50].map((failures) => waitBefore(failures, false, 0.5))).toEqual([
    30_000, 60_000, 120_000, 240_000, 300_000, 300_000,
  ]);
  fc.assert(
    fc.property(fc.nat(1_000), fc.boolean(), chance, (failures, isTold, at) => {
      expect(waitBefore(failures, isTold, at)).toBeLessThanOrEqual(360_000);
    }),
  );
});

test("while events are told looks are rare, and come back when the source does not answer", () => {
  expect(waitBefore(0, true, 0.5)).toBe(300_000);
  expect(waitBefore(1, true, 0.5)).toBe(60_000);
});

test("the first look comes within six seconds", () => {
  fc.assert(fc.property(chance, (at) => firstWait(at) >= 1_000 && firstWait(at) <= 6_000));
});
