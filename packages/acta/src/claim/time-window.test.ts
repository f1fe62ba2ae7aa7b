import { describe, expect, test } from "vitest";
import { overlaps, timeWindow } from "./time-window.js";

const read = (text: string, offset: string | null = "-05:00") => timeWindow(text, offset);
const code = (text: string, offset: string | null = "-05:00"): string => {
  const window = read(text, offset);
  return window.ok ? "" : window.problem.code;
};
const span = (text: string): readonly string[] => {
  const window = read(text);
  return window.ok ? [window.value.from, window.value.to] : expect.unreachable(window.problem.code);
};

describe("when a claim was true", () => {
  test("a day, a month, a year, a moment, and two of them", () => {
    expect(span("2021-06-10")).toEqual(["2021-06-10T05:00:00Z", "2021-06-11T04:59:59Z"]);
    expect(span("2021-06-10/11")).toEqual(["2021-06-10T05:00:00Z", "2021-06-12T04:59:59Z"]);
    expect(span("2021-02")).toEqual(["2021-02-01T05:00:00Z", "2021-03-01T04:59:59Z"]);
    expect(span("2020")).toEqual(["2020-01-01T05:00:00Z", "2021-01-01T04:59:59Z"]);
    expect(span("2021-06-10T17:00")).toEqual(["2021-06-10T22:00:00Z", "2021-06-10T22:00:00Z"]);
    expect(span("2021-06-10T17:00Z/2021-06-11")).toEqual(["2021-06-10T17:00:00Z", "2021-06-12T04:59:59Z"]);
  });

  test("what could mean several days is refused, and a clock without a zone", () => {
    for (const text of ["7 June", "June 2021", "06/07/2021", "2021-13", "2021-02-30", "yesterday", "", "2021-06-11/10"])
      expect(code(text), text).toBe("claim.badMoment");
    expect(code("2021-06-10T17:00", null)).toBe("claim.noZone");
    expect(code("2021-06-10", null)).toBe("claim.noZone");
    expect(code("2021-06-10T17:00-05:00", null)).toBe("");
  });

  test("windows overlap when they share a moment; without a time with all", () => {
    const of = (text: string) => {
      const window = read(text);
      return window.ok ? window.value : null;
    };
    expect(overlaps(of("2021-06"), of("2021-06-30"))).toBe(true);
    expect(overlaps(of("2021-06-10/11"), of("2021-06-15"))).toBe(false);
    expect(overlaps(null, of("2021"))).toBe(true);
  });
});
