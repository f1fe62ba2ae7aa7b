import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, parseCivilDate, parseInstant, weekdayOf } from "./index.js";

const two = (value: number): string => String(value).padStart(2, "0");

/** The same moment as a clock in another zone writes it. */
function writtenIn(milliseconds: number, offset: number, colon: boolean): string {
  const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${colon ? ":" : ""}${two(size % 60)}`;
}

describe("a moment", () => {
  test("is kept in UTC, to the second", () => {
    expect(parseInstant("2021-06-08T11:15-05:00")).toBe("2021-06-08T16:15:00Z");
    expect(parseInstant("2021-06-08 11:15:59-0500")).toBe("2021-06-08T16:15:59Z");
    expect(parseInstant("2021-06-08T16:15:00.999Z")).toBe("2021-06-08T16:15:00Z");
    expect(parseInstant("2020-02-29T23:30:00+05:45")).toBe("2020-02-29T17:45:00Z");
    expect(parseInstant("2021-01-01T00:00:00+14:00")).toBe("2020-12-31T10:00:00Z");
  });

  test("without a zone is refused, never guessed", () => {
    for (const text of ["2021-06-08T11:15", "2021-06-08 11:15:00", "2021-06-08", "1623168900"])
      expect(parseInstant(text)).toBeUndefined();
  });

  test("with a part out of range is refused", () => {
    const refused = [
      "2021-13-01T00:00Z",
      "2021-00-01T00:00Z",
      "2021-02-29T00:00Z",
      "1900-02-29T00:00Z",
      "2021-06-31T00:00Z",
      "2021-06-08T24:00Z",
      "2021-06-08T11:60Z",
      "2021-06-08T11:15:60Z",
      "2021-06-08T11:15+24:00",
      "2021-06-08T11:15-05:60",
      "2021-06-08T11:15-99:99",
      "2021-6-8T11:15Z",
      "9999-12-31T23:59-05:00",
      "0000-01-01T00:00+05:00",
      " 2021-06-08T11:15Z",
      "2021-06-08T11:15Z\n",
      "2021-06-08t11:15z",
    ];
    for (const text of refused) expect(parseInstant(text), text).toBeUndefined();
  });

  test("agrees with the platform's calendar over random moments and zones", () => {
    const moment = fc.integer({ min: Date.UTC(1, 0, 2), max: Date.UTC(9999, 11, 30) });
    fc.assert(
      fc.property(moment, fc.integer({ min: -18 * 60, max: 18 * 60 }), fc.boolean(), (milliseconds, offset, colon) => {
        const whole = Math.floor(milliseconds / 1000) * 1000;
        const parsed = parseInstant(writtenIn(whole, offset, colon));
        expect(parsed).toBe(new Date(whole).toISOString().replace(".000Z", "Z"));
        expect(parseInstant(parsed ?? "")).toBe(parsed);
      }),
      { numRuns: 5_000 },
    );
  });

  test("sorts as text as it does in time", () => {
    const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0) }).map((value) => writtenIn(value, -300, true));
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [left = "", right = ""] = [parseInstant(a), parseInstant(b)];
        expect(left < right).toBe(Date.parse(left) < Date.parse(right));
      }),
    );
  });

  test("is undefined or a moment for any text, without a throw", () => {
    const digits = fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const parsed = parseInstant(text);
        if (parsed !== undefined) expect(new Date(parsed).toISOString().replace(".000Z", "Z")).toBe(parsed);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a calendar day", () => {
  test("exists or is refused", () => {
    expect(parseCivilDate("2024-02-29")).toBe("2024-02-29");
    expect(parseCivilDate("2000-02-29")).toBe("2000-02-29");
    for (const text of [
      "2023-02-29",
      "2100-02-29",
      "2021-00-10",
      "2021-10-00",
      "2021-11-31",
      "21-1-1",
      "2021-06-06T00:00Z",
      "",
    ])
      expect(parseCivilDate(text), text).toBeUndefined();
  });

  test("is one of the platform's calendar, for every year, month and day number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), (year, month, day) => {
        const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
        const date = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(parseCivilDate(text)).toBe(exists ? text : undefined);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("days", () => {
  const DAY = 86_400_000;
  const civil = (days: number) =>
    parseCivilDate(new Date(days * DAY).toISOString().slice(0, 10)) ?? expect.unreachable();
  const days = fc.integer({ min: Date.UTC(1000, 0, 1) / DAY, max: Date.UTC(9000, 0, 1) / DAY });

  test("later or earlier, and of the week, agree with the platform's calendar", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, more) => {
        expect(addDays(civil(day), more)).toBe(civil(day + more));
        expect(weekdayOf(civil(day)) % 7).toBe(new Date(day * DAY).getUTCDay());
      }),
    );
  });

  test("beyond the calendar are a mistake of whoever asks", () => {
    expect(() => addDays(parseCivilDate("9999-12-31") ?? expect.unreachable(), 1)).toThrow("outside the calendar");
  });
});
