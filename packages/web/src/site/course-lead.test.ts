import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountCourse, CourseStep } from "./count-course.js";
import { leadCourse, movesOf } from "./course-lead.js";
import { leadExtent, periodsOf, seenIn, within } from "./lead-period.js";
import { offsetIn } from "./zone-clock.js";

const moment = (hour: number): string => new Date(Date.UTC(2026, 1, 1, hour)).toISOString().replace(".000", "");

/** A course whose bulletins give a and b these votes, one an hour, and one edition at the end. */
function courseOf(votes: readonly (readonly [number, number])[]): CountCourse {
  const bulletins = votes.map(([a, b], at) => ({
    series: 0,
    asOf: moment(at),
    shareProcessed: null,
    shareCounted: at % 3 === 2 ? null : at * 1000,
    votes: { a, b },
  }));
  const [a = 0, b = 0] = votes.at(-1) ?? [];
  const edition = {
    number: 1,
    asOf: moment(votes.length),
    stations: 10,
    processed: 10,
    counted: 9,
    validVotes: a + b,
    votes: { a, b },
  };
  return {
    options: ["a", "b"],
    editions: [edition],
    bulletins,
    series: [],
    steps: [],
    acts: { rulings: [], undatedRulings: 0, deadlines: [], errata: [], certifications: [] },
  };
}

const votes = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 30 });

describe("the lead of one option over another", () => {
  test("changes where the other goes ahead: between neighbours of opposite sides, ties between them aside", () => {
    const lead = leadCourse(
      courseOf([
        [5, 9],
        [7, 7],
        [9, 7],
        [8, 8],
        [12, 8],
        [12, 13],
        [20, 13],
      ]),
    );
    expect(lead?.option).toBe("a");
    expect(lead?.changes.map(({ before, after }) => [before.lead, after.lead])).toEqual([
      [-4, 2],
      [4, -1],
      [-1, 7],
    ]);
  });

  test("is followed point by point, in order, and as many changes are found as there are turns of its sign", () => {
    fc.assert(
      fc.property(votes, (night) => {
        const lead = leadCourse(courseOf(night));
        const points = lead?.points ?? [];
        expect(points).toHaveLength(night.length + 1);
        points.forEach((point, at) => expect(point.at).toBeGreaterThanOrEqual(points[at - 1]?.at ?? 0));
        const signs = points.map((point) => Math.sign(point.lead)).filter((sign) => sign !== 0);
        expect(lead?.changes.length).toBe(signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length);
      }),
    );
  });

  test("is nobody's where there is one option only, or no edition", () => {
    expect(leadCourse({ ...courseOf([[1, 2]]), options: ["a"] })).toBeNull();
    expect(leadCourse({ ...courseOf([[1, 2]]), editions: [] })).toBeNull();
  });
});

describe("the periods of a count", () => {
  /** A course with bulletins at these hours, and an edition with the last of them. */
  function periodsAt(hours: readonly number[]): readonly string[] {
    const [each] = courseOf([[1, 2]]).bulletins;
    const course = courseOf([[1, 2]]);
    const [edition] = course.editions;
    if (each === undefined || edition === undefined) throw new Error("no course");
    const lead = leadCourse({
      ...course,
      bulletins: hours.map((hour) => ({ ...each, asOf: moment(hour) })),
      editions: [{ ...edition, asOf: moment(hours.at(-1) ?? 0) }],
    });
    return lead === null ? [] : periodsOf(lead).map(({ id }) => id);
  }

  test("begin with the first two days where most of what is known lies in them, and with all of it elsewhere", () => {
    expect(periodsAt([0, 1, 2, 3, 4, 5, 200, 300]).slice(0, 2)).toEqual(["start", "all"]);
    expect(periodsAt([0, 1, 2, 3, 4, 100, 150, 200, 250, 300, 350]).slice(0, 2)).toEqual(["all", "start"]);
    // A few points over weeks, or a night: there is nothing to look at more closely.
    expect(periodsAt([0, 6, 216])).not.toContain("start");
    expect(periodsAt([0, 1, 2, 3, 4, 5, 6, 7])).not.toContain("start");
  });

  test("lie inside of it, and what is drawn in one begins and ends at its edges", () => {
    fc.assert(
      fc.property(votes, (night) => {
        const lead = leadCourse(courseOf(night));
        if (lead === null) return;
        for (const period of periodsOf(lead)) {
          const { points } = seenIn(lead, period);
          const inside = within(points, period);
          expect(period.from).toBeLessThanOrEqual(period.to);
          for (const { at } of inside)
            if (period.id !== "counted") expect(at >= period.from && at <= period.to).toBe(true);
          if (period.id === "all") expect([inside[0]?.at, inside.at(-1)?.at]).toEqual([period.from, period.to]);
          const [least, most] = leadExtent(inside, []);
          for (const { lead: value } of inside) expect(value >= least && value <= most).toBe(true);
          expect(least <= 0 && most >= 0 && least < most).toBe(inside.some((point) => point.lead !== 0));
        }
      }),
    );
  });
});

const STANDS = ["neverFlagged", "resolved", "flagged", "pending", "absent"];

test("what happened to sheets is told once for each: moves add up to the steps that they are made of", () => {
  const step = fc.record({
    from: fc.constant(1),
    to: fc.constant(2),
    option: fc.constant("a"),
    rival: fc.constant("b"),
    was: fc.constantFrom(...STANDS),
    now: fc.constantFrom(...STANDS),
    sheets: fc.nat(100),
    change: fc.integer({ min: -500, max: 500 }),
  });
  fc.assert(
    fc.property(fc.array(step), (steps: readonly CourseStep[]) => {
      const moves = movesOf(steps);
      const sum = (of: readonly { readonly sheets: number; readonly change: number }[]) => [
        of.reduce((total, { sheets }) => total + sheets, 0),
        of.reduce((total, { change }) => total + change, 0),
      ];
      expect(sum(moves)).toEqual(sum(steps));
      expect(new Set(moves.map(({ kind }) => kind)).size).toBe(moves.length);
    }),
  );
  const one = (was: string, now: string) =>
    movesOf([{ from: 1, to: 2, option: "a", rival: "b", was, now, sheets: 1, change: 3 }])[0]?.kind;
  expect(one("pending", "neverFlagged")).toBe("counted");
  expect(one("flagged", "resolved")).toBe("resolved");
  expect(one("neverFlagged", "resolved")).toBe("corrected");
  expect(one("neverFlagged", "flagged")).toBe("back");
  expect(one("pending", "flagged")).toBe("open");
});

test("a clock in Lima is five hours behind, one in Madrid ahead by the season, and an unknown zone is read in UTC", () => {
  const hour = 3_600_000;
  expect(offsetIn("America/Lima")(Date.UTC(2021, 5, 7))).toBe(-5 * hour);
  expect(offsetIn("Europe/Madrid")(Date.UTC(2021, 5, 7))).toBe(2 * hour);
  expect(offsetIn("Europe/Madrid")(Date.UTC(2021, 0, 7))).toBe(hour);
  expect(offsetIn("Nowhere/At_All")(Date.UTC(2021, 0, 7))).toBe(0);
});
