import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../basics/index.js";
import { bracketMargin } from "./index.js";
import type { MarginTimeline } from "./index.js";

function timelineOf(rows: readonly (readonly number[])[]): MarginTimeline {
  const options = (rows[0] ?? [0, 0]).map((_, at) => `option-${at}`);
  const points = rows.map((votes, at) => {
    const asOf = parseInstant(
      `2021-06-08T${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}Z`,
    );
    if (asOf === undefined) throw new Error(`no moment ${at}`);
    return { asOf, votes, sources: [], lead: { option: null, votes: 0 } };
  });
  return { contest: "c", options, points, leftOut: { undated: 0, torn: 0, incomplete: 0 } };
}

/** For two options: the first one's votes less the second one's. */
const signed = (votes: readonly number[]): number => (votes[0] ?? 0) - (votes[1] ?? 0);

const twoOptions = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 40 });

describe("bracketMargin", () => {
  test("a margin that was passed on the way up and on the way down is found both times", () => {
    const answer = bracketMargin(
      timelineOf([
        [10, 5],
        [30, 5],
        [50, 5],
        [40, 20],
        [40, 39],
      ]),
      22,
    );
    expect(answer.brackets.map((each) => [each.option, each.leadBefore, each.leadAfter, each.direction])).toEqual([
      ["option-0", 5, 25, "growing"],
      ["option-0", 45, 20, "shrinking"],
    ]);
    expect(answer.exact).toEqual([]);
  });

  test("the trailing side's lead of the same size is found too, under its own name", () => {
    const answer = bracketMargin(
      timelineOf([
        [0, 40],
        [0, 10],
        [40, 10],
      ]),
      20,
    );
    expect(answer.brackets.map((each) => [each.option, each.direction])).toEqual([
      ["option-1", "shrinking"],
      ["option-0", "growing"],
    ]);
  });

  test("a point with exactly the margin is an exact hit and no end of a bracket", () => {
    const answer = bracketMargin(
      timelineOf([
        [10, 0],
        [20, 0],
        [30, 0],
      ]),
      20,
    );
    expect(answer.exact.map((each) => each.point.votes)).toEqual([[20, 0]]);
    expect(answer.brackets).toEqual([]);
  });

  test("a change of the lead is one bracket of the margin 0", () => {
    const answer = bracketMargin(
      timelineOf([
        [1, 3],
        [5, 3],
      ]),
      0,
    );
    expect(answer.brackets.map((each) => each.option)).toEqual(["option-0"]);
  });

  test("encloses strictly, with neighbours only, in order of time", () => {
    fc.assert(
      fc.property(twoOptions, fc.nat(50), (rows, margin) => {
        const timeline = timelineOf(rows);
        const { brackets } = bracketMargin(timeline, margin);
        let last = -1;
        for (const each of brackets) {
          const at = timeline.points.indexOf(each.before);
          expect(timeline.points[at + 1]).toBe(each.after);
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
          expect(Math.min(each.leadBefore, each.leadAfter)).toBeLessThan(margin);
          expect(Math.max(each.leadBefore, each.leadAfter)).toBeGreaterThan(margin);
        }
      }),
    );
  });

  test("misses no crossing: from below a margin to above it there is always a bracket or an exact hit", () => {
    fc.assert(
      fc.property(twoOptions, fc.integer({ min: 1, max: 50 }), (rows, margin) => {
        const leads = rows.map(signed);
        const { brackets, exact } = bracketMargin(timelineOf(rows), margin);
        const own = brackets.filter((each) => each.option === "option-0");
        const crossings = leads.filter((lead, at) => at > 0 && lead > margin !== (leads[at - 1] ?? 0) > margin).length;
        if (!leads.includes(margin)) expect(own.length).toBe(crossings);
        else expect(exact.length).toBeGreaterThan(0);
      }),
    );
  });

  test("exchanging the two options exchanges their names and nothing else", () => {
    fc.assert(
      fc.property(twoOptions, fc.integer({ min: 1, max: 50 }), (rows, margin) => {
        const facts = (list: readonly (readonly number[])[]) => bracketMargin(timelineOf(list), margin).brackets;
        const swapped = facts(rows.map(([a = 0, b = 0]) => [b, a]));
        const names = facts(rows).map((each) => `${each.option}${each.before.asOf}${each.leadBefore}`);
        const other = (option: string): string => (option === "option-0" ? "option-1" : "option-0");
        expect(swapped.map((each) => `${other(each.option)}${each.before.asOf}${each.leadBefore}`).toSorted()).toEqual(
          names.toSorted(),
        );
      }),
    );
  });
});
