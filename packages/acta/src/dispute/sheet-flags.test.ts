import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runoffForm, runoffLaw, runoffSheet } from "../../../../scripts/peru-disputes.js";
import { ABSURD, BLANK, ILLEGIBLE, NOT_SUPPLIED } from "../sheet/index.js";
import { allHold, flagsOf, parseCondition } from "./index.js";
import type { Condition } from "./index.js";

const law = runoffLaw();
const letters = (registered: number, voters: number, votes: readonly number[]): string =>
  flagsOf(runoffSheet(registered, voters, votes), law).letters;

describe("flags from the arithmetic of a sheet (RULES 2.3)", () => {
  test("each letter has its case", () => {
    expect(letters(300, 334, [100, 113, 2, 19, 0])).toBe("A");
    expect(letters(294, 233, [145, 80, 0, 80, 0])).toBe("B");
    expect(letters(300, 250, [301, 0, 0, 0, 0])).toBe("BCF");
    expect(letters(300, 176, [119, 47, 0, 9, 0])).toBe("D");
    expect(letters(300, 168, [96, 157, 0, 15, 0])).toBe("E");
    expect(letters(300, 103, [135, 39, 5, 18, 0])).toBe("EF");
    expect(letters(300, 200, [100, 90, 4, 6, 0])).toBe("");
  });

  test("each reason names its rule and article, with the figures", () => {
    const { reasons, figures } = flagsOf(runoffSheet(300, 176, [119, 47, 0, 9, 0]), law);
    expect(reasons).toEqual([
      { flag: "materialError", letter: "D", basis: "arithmetic", rule: "R2.3D", article: "RAO 15.2; LOE 308, 315" },
    ]);
    expect(figures).toMatchObject({ sum: 175, voters: 176, registeredVoters: 300, validVotes: 166 });
  });

  test("a blank total is incomplete, never 0: no E and no F", () => {
    const { flags, letters: none } = flagsOf(runoffSheet(300, BLANK, [93, 17, 1, 6, 0]), law);
    expect([flags, none]).toEqual([["incomplete"], ""]);
    expect(letters(300, 0, [93, 17, 1, 6, 0])).toBe("EF");
  });

  test("challenged votes and cells without a count are flags of their own", () => {
    expect(flagsOf(runoffSheet(300, 203, [100, 90, 4, 6, 3]), law).flags).toEqual(["challengedVotes"]);
    expect(flagsOf(runoffSheet(300, 200, [100, ILLEGIBLE, 4, 6, 0]), law).flags).toEqual(["illegible", "other"]);
    expect(flagsOf(runoffSheet(300, 200, [100, NOT_SUPPLIED, 4, 6, 0]), law).flags).toEqual(["other"]);
  });

  test("what a person saw stands beside it, once", () => {
    const { flags, reasons } = flagsOf(runoffSheet(300, 176, [119, 47, 0, 9, 0]), law, ["unsigned", "materialError"]);
    expect(flags).toEqual(["materialError", "unsigned"]);
    expect(reasons.map(({ basis }) => basis)).toEqual(["arithmetic", "person", "person"]);
  });
});

const condition = (text: string): Condition => parseCondition(text) ?? expect.unreachable(text);

describe("conditions", () => {
  test("that are none are refused", () => {
    const none = [
      "",
      "sum",
      "sum <",
      "< sum",
      "sum << voters",
      "sum < loss",
      "sum < -1",
      "voters is",
      "voters is lost",
    ];
    for (const text of [
      ...none,
      "nobody is blank",
      "voters is blank now",
      "sum is blank",
      "1e3 < sum",
      "sum < voters <",
    ])
      expect(parseCondition(text), text).toBeUndefined();
  });

  test("with a figure that is missing are neither true nor false; one that is false decides", () => {
    const holds = (texts: readonly string[], voters: number, votes: readonly number[]) =>
      allHold(texts.map(condition), runoffSheet(300, voters, votes));
    expect(holds(["sum < voters"], BLANK, [1, 1, 1, 1, 0])).toBeNull();
    expect(holds(["sum < voters", "someOption > registeredVoters"], BLANK, [1, 1, 1, 1, 0])).toBe(false);
    expect(holds(["someOption > voters"], 100, [150, ILLEGIBLE, 1, 1, 0])).toBe(true);
    expect(holds(["someOption > voters"], 100, [50, ILLEGIBLE, 1, 1, 0])).toBeNull();
    expect(holds(["everyOption <= voters"], 100, [150, ILLEGIBLE, 1, 1, 0])).toBe(false);
    expect(holds(["everyOption <= voters"], 100, [50, ABSURD, 1, 1, 0])).toBeNull();
  });

  test("about marks tell them apart", () => {
    const marked = (text: string, votes: readonly number[], voters = 5) =>
      allHold([condition(text)], runoffSheet(300, voters, votes));
    expect(marked("voters is blank", [1, 1, 1, 1, 0], BLANK)).toBe(true);
    expect(marked("voters is blank", [1, 1, 1, 1, 0], ILLEGIBLE)).toBe(false);
    expect(marked("voters is missing", [1, 1, 1, 1, 0], NOT_SUPPLIED)).toBe(true);
    expect(marked("someVote is absurd", [1, ABSURD, 1, 1, 0])).toBe(true);
    expect(marked("someOption is missing", [1, 1, BLANK, 1, 0])).toBe(false);
    expect(marked("everyOption is written", [1, 1, BLANK, 1, 0])).toBe(true);
    expect(marked("everyVote is notSupplied", [1, 1, 1, 1, 0])).toBe(false);
  });

  test("of two figures say what the sign says, over random sheets; a missing figure gives no answer", () => {
    const figure = fc.constantFrom("voters", "blankVotes", "nullVotes", "challengedVotes", "registeredVoters");
    const values = fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(figure, fc.constantFrom("<", "<=", "=", ">=", ">"), figure, values, (left, sign, right, cells) => {
        const [, , blankVotes = 0, nullVotes = 0, challengedVotes = 0, voters = 0] = cells;
        const of = new Map([
          ["blankVotes", blankVotes],
          ["nullVotes", nullVotes],
          ["challengedVotes", challengedVotes],
          ["voters", voters],
        ]);
        const [a, b] = [of.get(left) ?? 3, of.get(right) ?? 3];
        const order = { "<": a < b, "<=": a <= b, "=": a === b, ">=": a >= b, ">": a > b }[sign] ?? null;
        const sheet = { form: runoffForm, registeredVoters: 3, cells };
        expect(allHold([condition(`${left} ${sign} ${right}`)], sheet)).toBe(a < 0 || b < 0 ? null : order);
      }),
    );
  });
});
