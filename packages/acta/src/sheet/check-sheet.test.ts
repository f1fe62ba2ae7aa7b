import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellRole, CheckSetting, Contest, FormCell, SheetState, Status } from "../election/index.js";
import {
  ABSURD,
  BLANK,
  FINDINGS,
  ILLEGIBLE,
  NOT_SUPPLIED,
  NO_SHEET,
  OUT_OF_SCOPE,
  checkRow,
  compileChecks,
  emptyTable,
  unknownRules,
} from "./index.js";
import type { Finding, SheetCode } from "./index.js";

const both = (text: string) => ({ es: text, en: text });

function contestWith(options: readonly string[], roles: readonly CellRole[], candidates = 0): Contest {
  const cell = (id: string, role: CellRole, option = "", candidate = 0): FormCell => ({ id, role, option, candidate });
  const numbers = Array.from({ length: candidates }, (_, at) => at + 1);
  const cells = [
    ...options.map((id) => cell(id, "option", id)),
    ...options.flatMap((id) => numbers.map((number) => cell(`${id}.${number}`, "preferential", id, number))),
    ...roles.map((role) => cell(role, role)),
  ];
  const outcome = { kind: "none", article: "" } as const;
  return { id: "c", name: both("c"), options, form: { cells }, outcome, stations: null };
}

const states: readonly SheetState[] = ["counted", "annulled", "referred", "pending", "notInstalled", "notCollected"];
const statuses: readonly Status[] = [...states, "resolved" as const].map((id) => ({
  id,
  name: both(id),
  state: id === "resolved" ? "counted" : id,
  resolved: id === "resolved",
  flags: [],
  words: [],
  blankWhenZero: [],
}));

interface Case {
  readonly contest?: Contest;
  readonly state?: SheetState | "resolved";
  readonly registered?: number;
  readonly checks?: readonly CheckSetting[];
  readonly annulledFigures?: "asDecided" | "asWritten";
  readonly first?: readonly number[];
  readonly raw?: readonly (readonly [number, string])[];
}

const runoff = contestWith(["pl", "fp"], ["blank", "null", "challenged", "voters"]);

type Seen = Pick<Finding, "cells" | "values"> & { readonly code: SheetCode };

/** Checks one sheet that stands in row 1 of 3; the rows around it hold other figures that must not be read. */
function check(cells: readonly number[], options: Case = {}): Seen[] {
  const {
    contest = runoff,
    state = "referred",
    registered = 300,
    checks = [],
    annulledFigures = "asDecided",
  } = options;
  const table = emptyTable(contest, statuses, 3);
  table.cells.forEach((column, at) => column.set([999, cells[at] ?? NOT_SUPPLIED, 999]));
  table.status.fill(statuses.findIndex((status) => status.id === state));
  for (const [cell, text] of options.raw ?? []) table.raw.set(contest.form.cells.length + cell, text);
  if (options.first !== undefined) table.first.set(1, { status: 2, cells: options.first });
  const seen: Seen[] = [];
  const plan = compileChecks(contest, { checks, annulledFigures });
  checkRow(plan, table, 1, registered, (code, row, highlighted, values) => {
    expect(row).toBe(1);
    expect(Object.keys(values), code).toEqual(FINDINGS[code].values);
    expect(highlighted.length, code).toBeGreaterThan(0);
    expect(new Set(highlighted).size, code).toBe(highlighted.length);
    for (const cell of highlighted) expect(contest.form.cells[cell], code).toBeDefined();
    seen.push({ code, cells: highlighted, values });
  });
  return seen;
}

const codes = (...given: Parameters<typeof check>): string[] => check(...given).map((seen) => seen.code);
const errors = (...given: Parameters<typeof check>): string[] =>
  check(...given)
    .map((seen) => seen.code)
    .filter((code) => FINDINGS[code].severity === "error");
const letters = (...given: Parameters<typeof check>): string =>
  check(...given)
    .map((seen) => FINDINGS[seen.code].letter)
    .toSorted()
    .join("");
const setting = (rule: string, given: Partial<CheckSetting>): CheckSetting => ({
  rule,
  severity: "",
  tolerance: 0,
  limit: null,
  ...given,
});

describe("real sheets of the runoff of 2021 (RULES 2.5, DATA.md)", () => {
  // pl, fp, blank, null, challenged, voters
  test.each([
    ["051128", "E", 300, [96, 157, 0, 15, 0, 168]],
    ["044382", "E", 300, [21, 233, 39, 7, 0, 261]],
    ["053508", "B", 300, [97, 119, 77, 8, 0, 224]],
    ["000734", "D", 300, [119, 47, 0, 9, 0, 176]],
    ["001740", "A", 300, [100, 113, 2, 19, 0, 334]],
    ["002172", "A", 251, [95, 68, 1, 2, 0, 766]],
    ["040456", "A", 300, [49, 145, 0, 9, 0, 303]],
    ["023322", "B", 294, [145, 80, 0, 80, 0, 233]],
    ["009233", "BF", 300, [281, 46, 0, 6, 0, 233]],
    ["012671, challenged 1 above the total", "E", 300, [126, 64, 1, 14, 1, 205]],
    ["901012, one above the registered voters", "EF", 177, [138, 5, 0, 0, 0, 134]],
  ])("sheet %s has letter %s", (_, expected, registered, cells) => {
    expect(letters(cells, { registered })).toBe(expected);
  });

  test("sheet 051128 says by how much, and where to look", () => {
    expect(check([96, 157, 0, 15, 0, 168])).toEqual([
      { code: "S205", cells: [0, 1, 2, 3, 4, 5], values: { votes: 268, voters: 168, difference: 100 } },
    ]);
  });

  test("an empty total of voters is incomplete, never E or F", () => {
    expect(codes([120, 80, 1, 9, 0, BLANK])).toEqual(["S101"]);
    expect(letters([120, 80, 1, 9, 0, BLANK])).toBe("");
  });

  test("the same figures with a written 0 are E and F", () => {
    expect(letters([120, 80, 1, 9, 0, 0])).toBe("EF");
  });

  test("sheet 022446: the total in the challenged box is one finding, not three", () => {
    expect(check([151, 49, 1, 19, 220, 220], { registered: 271 })).toEqual([
      { code: "S209", cells: [4], values: { challenged: 220 } },
    ]);
  });

  test("sheet 080922: votes all zero under a written total is D, and says that all is zero", () => {
    expect(codes([0, 0, 0, 0, 0, 133])).toEqual(["S204", "S301"]);
  });
});

describe("letters A to F against their definition in RULES 2.3", () => {
  const small = fc.integer({ min: 0, max: 7 });

  test("every combination of small figures carries exactly the letters of the law", () => {
    fc.assert(
      fc.property(small, small, small, small, small, small, (registered, voters, one, other, blank, nulls) => {
        const sum = one + other + blank + nulls;
        const top = Math.max(one, other);
        const expected = [
          voters > registered && "A",
          sum > registered && "B",
          top > registered && "C",
          sum < voters && voters <= registered && "D",
          voters < sum && sum <= registered && "E",
          top > voters && "F",
        ].filter((letter) => letter !== false);
        expect(letters([one, other, blank, nulls, 0, voters], { registered })).toBe(expected.join(""));
      }),
      { numRuns: 1000 },
    );
  });

  test("a difference is raised above its tolerance and not at it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 40 }), (tolerance, difference) => {
        const checks = [setting("votesUnderVoters", { tolerance }), setting("votesOverVoters", { tolerance })];
        expect(codes([100, 50, 0, 0, 0, 150 + difference], { checks }).includes("S204")).toBe(difference > tolerance);
        expect(codes([100, 50, 0, 0, 0, 150 - difference], { checks }).includes("S205")).toBe(difference > tolerance);
      }),
    );
  });

  test("with a limit as well, a difference is raised only above both", () => {
    const checks = [setting("votesUnderVoters", { tolerance: 5, limit: { numerator: 3n, denominator: 100n } })];
    const under = (missing: number): boolean => codes([300 - missing, 0, 0, 0, 0, 300], { checks }).includes("S204");
    expect([5, 6, 9, 10].map(under)).toEqual([false, false, false, true]);
  });

  test("A, B and C are silent where the registered voters are not known", () => {
    expect(letters([900, 10, 0, 0, 0, 910], { registered: -1 })).toBe("");
  });

  test("a definition changes the severity and turns rules off; a rule that is off hides nothing", () => {
    const off = [setting("votersOverRegistered", { severity: "off" })];
    expect(codes([100, 113, 2, 19, 0, 334])).toEqual(["S201"]);
    expect(codes([100, 113, 2, 19, 0, 334], { checks: off })).toEqual(["S204"]);
  });

  test("names in the settings that are no rules are listed", () => {
    expect(unknownRules([setting("allZero", {}), setting("allZeros", {})])).toEqual(["allZeros"]);
  });
});

describe("boxes without a count", () => {
  test("each kind of mark has its code, with the boxes", () => {
    expect(check([BLANK, 1, BLANK, 0, 0, 1])).toEqual([
      { code: "S102", cells: [0, 2], values: { count: 2, cell: "pl" } },
    ]);
    expect(check([5, ILLEGIBLE, 0, 0, 0, ILLEGIBLE])).toEqual([
      { code: "S103", cells: [1, 5], values: { count: 2, cell: "fp" } },
    ]);
    expect(check([5, 5, 0, ABSURD, 0, 12], { raw: [[3, "2/0"]] })).toEqual([
      { code: "S104", cells: [3], values: { count: 1, cell: "null", text: "2/0" } },
    ]);
    expect(codes([5, 5, 0, NOT_SUPPLIED, 0, 12])).toEqual(["S105"]);
  });

  test("with a box missing the votes are at least the sum of the others: too many is certain, too few is not", () => {
    expect(codes([100, BLANK, 0, 0, 0, 99])).toEqual(["S102", "S205", "S206"]);
    expect(codes([100, BLANK, 0, 0, 0, 150])).toEqual(["S102"]);
    expect(codes([BLANK, BLANK, 0, 0, 0, 0])).toEqual(["S102"]);
  });
});

describe("other written totals", () => {
  const form = contestWith(["pl", "fp"], ["blank", "null", "voters", "ballotsCast", "unusedBallots"]);

  test("ballots cast as written is compared with the votes, unused ballots with the roll", () => {
    const at = (...cells: number[]): string[] => codes(cells, { contest: form, registered: 100 });
    expect(at(30, 20, 1, 9, 60, 60, 40)).toEqual([]);
    expect(at(30, 20, 1, 9, 60, 61, 39)).toEqual(["S207"]);
    expect(at(30, 20, 1, 9, 60, 59, 41)).toEqual(["S207"]);
    expect(at(30, 20, 1, 9, 60, 60, 39)).toEqual(["S208"]);
    expect(at(30, 20, 1, 9, 60, 60, 41)).toEqual(["S208"]);
    expect(at(30, 20, 1, 9, 60, BLANK, 40)).toEqual(["S106"]);
  });

  test("all zero does not speak about the ballots as well", () => {
    expect(codes([0, 0, 0, 0, 0, 0, 0], { contest: form, state: "counted" })).toEqual(["S301"]);
  });
});

describe("unusual figures", () => {
  test("one option with all valid votes is raised from 20 valid votes on", () => {
    expect(codes([20, 0, 0, 0, 0, 20])).toEqual(["S302"]);
    expect(codes([19, 0, 0, 0, 0, 19])).toEqual([]);
    expect(codes([20, 1, 0, 0, 0, 21])).toEqual([]);
  });

  test("its limit and least size are data", () => {
    const checks = [setting("oneOptionTakesAll", { tolerance: 10, limit: { numerator: 19n, denominator: 20n } })];
    expect(codes([19, 1, 0, 0, 0, 20], { checks })).toEqual(["S302"]);
    expect(codes([18, 1, 0, 0, 0, 19], { checks })).toEqual([]);
    expect(codes([9, 0, 0, 0, 0, 9], { checks })).toEqual([]);
  });

  test("a contest with one option is not reported for it", () => {
    expect(codes([50, 50], { contest: contestWith(["only"], ["voters"]) })).toEqual([]);
  });

  test("full turnout is every registered voter, and not one less", () => {
    expect(codes([20, 10, 0, 0, 0, 30], { registered: 30 })).toEqual(["S304"]);
    expect(codes([20, 9, 0, 0, 0, 29], { registered: 30 })).toEqual([]);
  });

  test("a counted sheet without a valid vote", () => {
    expect(codes([0, 0, 3, 9, 0, 12], { state: "counted" })).toEqual(["S303"]);
    expect(codes([0, 0, 0, 0, 0, 0], { state: "counted" })).toEqual(["S301"]);
  });

  test("009233: an option that had votes and has none after the resolution", () => {
    const first = [281, 46, 0, 6, 0, 233];
    expect(check([0, 46, 0, 187, 0, 233], { state: "resolved", first })).toEqual([
      { code: "S302", cells: [1], values: { option: "fp", votes: 46, validVotes: 46 } },
      { code: "S305", cells: [0], values: { option: "pl", votes: 281 } },
    ]);
    expect(codes([1, 46, 0, 186, 0, 233], { state: "resolved", first })).toEqual([]);
  });

  test("challenged votes on a referred sheet wait for the tribunal", () => {
    expect(codes([100, 50, 0, 5, 3, 158])).toEqual(["S306"]);
    expect(codes([100, 50, 0, 5, 0, 155])).toEqual([]);
  });
});

describe("what the state of a sheet excludes (RULES R2.14)", () => {
  test("a counted sheet adds up and has no challenged votes", () => {
    expect(codes([100, 50, 0, 5, 0, 155], { state: "counted" })).toEqual([]);
    expect(codes([100, 50, 0, 5, 1, 156], { state: "counted" })).toEqual(["S401"]);
    expect(codes([100, 50, 0, 5, 0, 156], { state: "counted" })).toEqual(["S402"]);
    expect(codes([100, 50, 0, 5, 0, 154], { state: "counted" })).toEqual(["S402"]);
  });

  test("no counted sheet that satisfies the post-condition has an error", () => {
    const figure = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(figure, figure, figure, figure, figure, (one, other, blank, nulls, spare) => {
        const votes = one + other + blank + nulls;
        const sheet = [one, other, blank, nulls, 0, votes];
        expect(errors(sheet, { state: "counted", registered: votes + spare })).toEqual([]);
      }),
    );
  });

  test("an annulled sheet as decided is all null", () => {
    expect(codes([0, 0, 0, 168, 0, 168], { state: "annulled" })).toEqual([]);
    expect(codes([0, 0, 0, 168, 0, 169], { state: "annulled" })).toEqual(["S404"]);
    expect(codes([1, 0, 0, 168, 0, 168], { state: "annulled" })).toEqual(["S403"]);
    expect(codes([0, 0, 1, 167, 0, 168], { state: "annulled" })).toEqual(["S403", "S404"]);
  });

  test("an annulled sheet as written keeps its letters", () => {
    const asWritten = { state: "annulled", annulledFigures: "asWritten" } as const;
    expect(codes([96, 157, 0, 15, 0, 168], asWritten)).toEqual(["S205"]);
    expect(codes([100, 50, 0, 5, 0, 155], asWritten)).toEqual([]);
  });

  test("zeros are usual before a sheet comes, figures are not", () => {
    const zeros = [0, 0, 0, 0, 0, 0];
    for (const state of ["pending", "notInstalled", "notCollected"] as const) {
      expect(codes(zeros, { state })).toEqual([]);
      expect(codes([BLANK, NOT_SUPPLIED, 0, 0, 0, 0], { state })).toEqual([]);
    }
    expect(check([0, 3, 0, 0, 0, 0], { state: "pending" })).toEqual([
      { code: "S405", cells: [1], values: { cell: "fp", figure: 3 } },
    ]);
    expect(codes([0, 0, 0, 0, 0, 1], { state: "notInstalled" })).toEqual(["S406"]);
  });

  test("a row without a sheet, or out of the contest, is not checked", () => {
    const plan = compileChecks(runoff, { checks: [], annulledFigures: "asDecided" });
    const table = emptyTable(runoff, statuses, 2);
    table.cells.forEach((column) => column.fill(7));
    table.status.set([NO_SHEET, OUT_OF_SCOPE]);
    for (const row of [0, 1]) checkRow(plan, table, row, 1, (code) => expect.unreachable(code));
  });
});

describe("preferential votes, letters G to K", () => {
  // a, b, a.1, a.2, b.1, b.2, voters
  const list = contestWith(["a", "b"], ["voters"], 2);
  const small = fc.integer({ min: 0, max: 6 });

  test("every combination of small figures carries exactly the letters of the law", () => {
    fc.assert(
      fc.property(fc.tuple(small, small, small, small, small, small, small), small, (cells, registered) => {
        const [a, b, a1, a2, b1, b2, voters] = cells;
        const any = (over: (value: number, votes: number) => boolean): boolean =>
          over(a1, a) || over(a2, a) || over(b1, b) || over(b2, b);
        const overList = any((value, votes) => value > votes);
        const expected = [
          overList && "G",
          !overList && any((value) => value > voters) && "H",
          !overList && any((value) => value > registered) && "I",
          !overList && any((value) => value > a + b) && "J",
          (a1 + a2 > 2 * a || b1 + b2 > 2 * b) && "K",
        ].filter((letter) => letter !== false);
        const seen = letters(cells, { contest: list, registered }).replace(/[A-F]/g, "");
        expect(seen).toBe(expected.join(""));
      }),
      { numRuns: 1000 },
    );
  });

  test("the multiple is data: one preference for each ballot", () => {
    const one = [setting("preferencesOverListMultiple", { limit: { numerator: 1n, denominator: 1n } })];
    const sheet = [10, 5, 6, 5, 0, 0, 15];
    expect(codes(sheet, { contest: list })).toEqual([]);
    expect(check(sheet, { contest: list, checks: one })).toEqual([
      { code: "S505", cells: [0, 2, 3], values: { option: "a", preferences: 11, votes: 10 } },
    ]);
    expect(codes([10, 5, 6, 4, 0, 0, 15], { contest: list, checks: one })).toEqual([]);
  });

  test("the largest is named, all are shown", () => {
    expect(
      check([3, 5, 4, 9, 5, 6, 8], {
        contest: list,
        checks: [setting("preferencesOverListMultiple", { severity: "off" })],
      }),
    ).toEqual([{ code: "S501", cells: [2, 3, 5], values: { cell: "a.2", preferences: 9, option: "a", votes: 3 } }]);
  });

  test("empty preferential boxes are usual, illegible ones are not", () => {
    expect(codes([3, 5, BLANK, NOT_SUPPLIED, 1, 1, 8], { contest: list })).toEqual([]);
    expect(check([3, 5, 1, ILLEGIBLE, 1, 1, 8], { contest: list })).toEqual([
      { code: "S103", cells: [3], values: { count: 1, cell: "a.2" } },
    ]);
  });
});
