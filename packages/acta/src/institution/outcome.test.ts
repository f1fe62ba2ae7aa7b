import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutcomeRule } from "../election/index.js";
import { outcomeOf } from "./index.js";
import type { Outcome, OpenSheets } from "./index.js";

const HALF: OutcomeRule = {
  kind: "majority",
  base: "validVotes",
  moreThan: { numerator: 1n, denominator: 2n },
  runoffBetween: 2,
  article: "",
};
const LAST: OutcomeRule = { ...HALF, runoffBetween: 0 };
const MOST: OutcomeRule = { kind: "plurality", winners: 1, article: "" };
const CLOSED: OpenSheets = { stations: 0, mostVotes: 0, votesInTotals: 0 };

/** Totals of options a, b, c …; blank and null votes make the ballots larger than the valid votes. */
function totals(votes: readonly number[], more: { readonly invalid?: number; readonly registered?: number } = {}) {
  const validVotes = votes.reduce((sum, each) => sum + each, 0);
  return {
    votes: votes.map((each, at) => ({ option: String.fromCodePoint(97 + at), votes: each })),
    validVotes,
    ballotsCast: validVotes + (more.invalid ?? 0),
    registeredVoters: more.registered ?? 1_000,
  };
}

const open = (mostVotes: number | null, votesInTotals = 0): OpenSheets => ({ stations: 1, mostVotes, votesInTotals });
const outcome = (kind: Outcome["kind"], between: readonly string[], why: string) => ({
  kind,
  between,
  why: `outcome.${why}`,
});

describe("more than half of the valid votes, else a runoff of the first two", () => {
  test("half and one vote wins", () => {
    expect(outcomeOf(HALF, totals([51, 49]), CLOSED)).toEqual(outcome("won", ["a"], "passedThreshold"));
    expect(outcomeOf(HALF, totals([50, 49]), CLOSED)).toEqual(outcome("won", ["a"], "passedThreshold"));
  });

  test("exactly half does not: the first two go to the runoff", () => {
    expect(outcomeOf(HALF, totals([50, 30, 20]), CLOSED)).toEqual(outcome("runoff", ["a", "b"], "noneCanPass"));
    expect(outcomeOf(HALF, totals([50, 50]), CLOSED)).toEqual(outcome("runoff", ["a", "b"], "noneCanPass"));
  });

  test("exactly half is exact also where floating point would not be", () => {
    const big = 4_503_599_627_370_495;
    expect(outcomeOf(HALF, totals([big, big]), CLOSED).kind).toBe("runoff");
    expect(outcomeOf(HALF, totals([big, big - 1]), CLOSED).kind).toBe("won");
    const third: OutcomeRule = { ...HALF, moreThan: { numerator: 1n, denominator: 3n } };
    expect(outcomeOf(third, totals([333_333, 333_333, 333_333]), CLOSED).kind).toBe("tied");
    expect(outcomeOf(third, totals([333_334, 333_333, 333_332]), CLOSED).kind).toBe("won");
  });

  test("a tie for the second place is a tie with a name, never decided by order", () => {
    expect(outcomeOf(HALF, totals([40, 30, 30]), CLOSED)).toEqual(outcome("tied", ["b", "c"], "equalVotes"));
    expect(outcomeOf(HALF, totals([25, 25, 25, 25]), CLOSED)).toEqual(
      outcome("tied", ["a", "b", "c", "d"], "equalVotes"),
    );
  });

  test("with a threshold below one half two may pass: the one with more votes wins, equal votes are a tie", () => {
    const fifths: OutcomeRule = { ...HALF, moreThan: { numerator: 2n, denominator: 5n } };
    expect(outcomeOf(fifths, totals([46, 44, 10]), CLOSED)).toEqual(outcome("won", ["a"], "passedThreshold"));
    expect(outcomeOf(fifths, totals([45, 45, 10]), CLOSED)).toEqual(outcome("tied", ["a", "b"], "equalVotes"));
    expect(outcomeOf(fifths, totals([46, 44, 0]), open(3))).toEqual(
      outcome("undecided", ["a", "b"], "openCouldChange"),
    );
  });

  test("blank and null votes count only for the base that names them", () => {
    const split = totals([51, 40], { invalid: 20 });
    expect(outcomeOf(HALF, split, CLOSED).kind).toBe("won");
    expect(outcomeOf({ ...HALF, base: "ballotsCast" }, split, CLOSED).kind).toBe("runoff");
    expect(outcomeOf({ ...HALF, base: "registeredVoters" }, split, CLOSED).kind).toBe("runoff");
    expect(outcomeOf({ ...HALF, base: "registeredVoters" }, totals([51, 40], { registered: 101 }), CLOSED).kind).toBe(
      "won",
    );
  });
});

describe("the runoff itself: no further round", () => {
  test("equal votes are a tie, which the rule does not decide", () => {
    expect(outcomeOf(LAST, totals([50, 50]), CLOSED)).toEqual(outcome("tied", ["a", "b"], "equalVotes"));
  });

  test("with more than two options nobody may pass", () => {
    expect(outcomeOf(LAST, totals([40, 35, 25]), CLOSED)).toEqual(
      outcome("undecided", ["a", "b"], "noMajorityNoRunoff"),
    );
  });

  test("Peru, 9 June 2021: a margin of 85,574 with 878,618 voters in open sheets is not decided", () => {
    const result = outcomeOf(LAST, totals([8_649_164, 8_563_590]), open(878_618));
    expect(result).toEqual(outcome("undecided", ["a", "b"], "openCouldChange"));
  });
});

describe("the most votes", () => {
  test("one more wins; equal votes are a tie; with k winners the cut is what counts", () => {
    expect(outcomeOf(MOST, totals([11, 10]), CLOSED)).toEqual(outcome("won", ["a"], "mostVotes"));
    expect(outcomeOf(MOST, totals([10, 10, 3]), CLOSED)).toEqual(outcome("tied", ["a", "b"], "equalVotes"));
    expect(outcomeOf({ ...MOST, winners: 2 }, totals([10, 10, 3]), CLOSED)).toEqual(
      outcome("won", ["a", "b"], "mostVotes"),
    );
    expect(outcomeOf({ ...MOST, winners: 2 }, totals([10, 3, 3]), CLOSED)).toEqual(
      outcome("tied", ["b", "c"], "equalVotes"),
    );
    expect(outcomeOf({ ...MOST, winners: 5 }, totals([10, 3]), CLOSED).kind).toBe("won");
  });

  test("as many open votes as the margin could still tie it; one fewer could not", () => {
    expect(outcomeOf(MOST, totals([20, 10]), open(10))).toEqual(outcome("undecided", ["a", "b"], "openCouldChange"));
    expect(outcomeOf(MOST, totals([20, 10]), open(9)).kind).toBe("won");
  });
});

describe("outcomes that are no verdict have names", () => {
  test("nobody has votes yet", () => {
    expect(outcomeOf(HALF, totals([0, 0]), open(300))).toEqual(outcome("undecided", [], "noVotes"));
  });

  test("open stations of unknown size", () => {
    expect(outcomeOf(HALF, totals([90, 10]), open(null))).toEqual(
      outcome("undecided", ["a", "b"], "openOfUnknownSize"),
    );
  });

  test("decided elsewhere: seats", () => {
    expect(outcomeOf({ kind: "none", article: "" }, totals([90, 10]), CLOSED)).toEqual(
      outcome("notApplicable", [], "decidedElsewhere"),
    );
  });

  test("flagged sheets that are in the totals may leave them again: a lead made of them decides nothing", () => {
    // 60 of the leader's 110 votes stand on one flagged sheet of 60 voters; if they went to the other, he would win.
    expect(outcomeOf(LAST, totals([110, 40]), open(60)).kind).toBe("won");
    expect(outcomeOf(LAST, totals([110, 40]), open(60, 60)).kind).toBe("undecided");
    expect(outcomeOf(MOST, totals([110, 40]), open(60, 60)).kind).toBe("undecided");
  });
});

/** Every way in which at most `most` votes can come: for each option from 0 up. */
function* completions(votes: readonly number[], most: number): Generator<readonly number[]> {
  const [first, ...rest] = votes;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let more = 0; more <= most; more++)
    for (const others of completions(rest, most - more)) yield [first + more, ...others];
}

describe("what is said with sheets open holds whatever they bring (every completion tried)", () => {
  const rules: readonly OutcomeRule[] = [
    HALF,
    LAST,
    { ...HALF, moreThan: { numerator: 2n, denominator: 5n } },
    MOST,
    { ...MOST, winners: 2 },
  ];
  const input = fc.record({
    rule: fc.constantFrom(...rules),
    votes: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 4 }),
    most: fc.integer({ min: 0, max: 5 }),
  });

  test("won and runoff are final", () => {
    fc.assert(
      fc.property(input, ({ rule, votes, most }) => {
        const now = outcomeOf(rule, totals(votes), open(most));
        if (now.kind !== "won" && now.kind !== "runoff") return;
        for (const later of completions(votes, most)) {
          const then = outcomeOf(rule, totals(later), CLOSED);
          expect([then.kind, then.between.toSorted()]).toEqual([now.kind, now.between.toSorted()]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("undecided because of open sheets is no excuse: some completion ends otherwise than another", () => {
    fc.assert(
      fc.property(input, ({ rule, votes, most }) => {
        const now = outcomeOf(rule, totals(votes), open(most));
        if (now.why !== "outcome.openCouldChange") return;
        const endings = new Set<string>();
        for (const later of completions(votes, most)) {
          const then = outcomeOf(rule, totals(later), CLOSED);
          endings.add(`${then.kind} ${then.between.toSorted().join()}`);
        }
        expect(endings.size).toBeGreaterThan(1);
      }),
      { numRuns: 400 },
    );
  });

  test("with votes in the totals that may leave: won is final under every way of leaving and coming", () => {
    fc.assert(
      fc.property(
        input,
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
        ({ rule, votes, most }, flagged) => {
          const loose = votes.map((each, at) => Math.min(each, flagged[at] ?? 0));
          const now = outcomeOf(
            rule,
            totals(votes),
            open(
              most,
              loose.reduce((sum, each) => sum + each, 0),
            ),
          );
          if (now.kind !== "won") return;
          const without = votes.map((each, at) => each - (loose[at] ?? 0));
          for (const later of [...completions(without, most), votes]) {
            if (later.every((each) => each === 0)) continue;
            const then = outcomeOf(rule, totals(later), CLOSED);
            expect([then.kind, then.between.toSorted()]).toEqual([now.kind, now.between.toSorted()]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test("neither the order of the options nor a common factor changes a verdict", () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 1_000_000 }), ({ rule, votes, most }, factor) => {
        const plain = totals(votes);
        const now = outcomeOf(rule, plain, open(most));
        const turned = outcomeOf(rule, { ...plain, votes: plain.votes.toReversed() }, open(most));
        expect([turned.kind, turned.why, turned.between.toSorted()]).toEqual([
          now.kind,
          now.why,
          now.between.toSorted(),
        ]);
        const larger = outcomeOf(rule, totals(votes.map((each) => each * factor)), open(most * factor));
        expect(larger).toEqual(now);
      }),
    );
  });
});
