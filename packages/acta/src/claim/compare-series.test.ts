import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../basics/index.js";
import { claimedValue } from "./claimed-value.js";
import { compareSeries } from "./compare-series.js";
import type { ClaimedNumber } from "./compare-series.js";
import { ratio } from "./exact-number.js";
import type { DatedValue } from "./finding.js";
import { timeWindow } from "./time-window.js";

const claimed = (text: string): ClaimedNumber => {
  const value = claimedValue(text);
  return value.kind === "number" || value.kind === "range" ? value : expect.unreachable(text);
};
const day = (at: number, value: number): DatedValue => ({
  at: parseInstant(`2021-06-${String(at).padStart(2, "0")}T12:00:00Z`) ?? expect.unreachable(),
  value: ratio(value),
  source: { kind: "edition", id: `e${at}` },
});
const window = (text: string) => {
  const read = timeWindow(text, "Z");
  return read.ok ? read.value : expect.unreachable();
};
const series = (points: readonly DatedValue[]) => ({
  kind: "series" as const,
  unit: "votes" as const,
  points,
  final: points.at(-1) ?? null,
});
const count = series([day(7, -500), day(8, 102), day(10, 71), day(11, 68), day(15, 44)]);

describe("a claim against everything that was ever said", () => {
  test("said then and changed since: right at the time, with the edition", () => {
    const { verdict, atTheTime } = compareSeries(count, claimed("102"), window("2021-06-08"));
    expect([verdict, atTheTime.map(({ source }) => source.id)]).toEqual(["rightAtTheTime", ["e8"]]);
  });

  test("between two neighbours of that time: both are named", () => {
    const { verdict, atTheTime } = compareSeries(count, claimed("69"), window("2021-06-10/11"));
    expect([verdict, atTheTime.map(({ source }) => source.id)]).toEqual(["rightAtTheTime", ["e10", "e11"]]);
  });

  test("said at another time only: wrong, and where it was said", () => {
    const { verdict, working } = compareSeries(count, claimed("102"), window("2021-06-11"));
    expect(verdict).toBe("wrong");
    expect(working.map(({ code }) => code)).toContain("claim.saidElsewhere");
  });

  test("a day on which nothing was said has what stood before", () => {
    expect(compareSeries(count, claimed("71"), window("2021-06-10T23:00Z")).verdict).toBe("rightAtTheTime");
  });

  test("bounds and ranges are no rounding", () => {
    expect(compareSeries(count, claimed("< 45"), null).verdict).toBe("exact");
    expect(compareSeries(count, claimed("40-50"), window("2021-06-15")).verdict).toBe("exact");
    expect(compareSeries(count, claimed("> 44"), window("2021-06-15")).verdict).toBe("wrong");
  });

  test("what the last edition says is exact when claimed for its day, whatever came before", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 6 }), { minLength: 1, maxLength: 20 }), (values) => {
        const points = values.map((value, at) => day(at + 1, value));
        const last = values.at(-1) ?? 0;
        const asked = window(`2021-06-${String(values.length).padStart(2, "0")}`);
        expect(compareSeries(series(points), claimed(String(last)), asked).verdict).toBe("exact");
      }),
    );
  });
});
