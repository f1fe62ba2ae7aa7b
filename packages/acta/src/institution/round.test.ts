import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCivilDate } from "../basics/index.js";
import { decideRound, lastRunoffDay, placesOf, rulesOn } from "./index.js";
import type { RoundFigures, RoundResult, RoundRule, WinningShare } from "./index.js";
import { peruInstitutions } from "../../../../scripts/peru-institutions.js";

const day = (text: string) => parseCivilDate(text) ?? expect.unreachable(text);
const peru = rulesOn(peruInstitutions(), "round", day("2026-04-12"));
const PRESIDENT = peru.find(({ office }) => office === "presidency") ?? expect.unreachable();
const RUNOFF = peru.find(({ office }) => office === "presidency-runoff") ?? expect.unreachable();

/** Options a, b, c, ...; each may still gain so many votes. */
function figures(votes: readonly number[], more = 0): RoundFigures {
  const valid = votes.reduce((sum, each) => sum + each, 0);
  return {
    options: votes.map((own, at) => ({
      option: String.fromCodePoint(97 + at),
      votes: own,
      ends: { least: own, most: own + more },
    })),
    bases: { validVotes: { least: valid, most: valid + more }, ballotsCast: null, registeredVoters: null },
  };
}

const ended = ({ kind, between, why }: RoundResult) => [kind, between.join(""), why];

describe("a round by the rule of an office", () => {
  test("more than half wins; exactly half does not; equal votes in a runoff are a tie that no rule decides (R4.3)", () => {
    expect(ended(decideRound(PRESIDENT, figures([51, 49])))).toEqual(["won", "a", "round.passed"]);
    expect(ended(decideRound(PRESIDENT, figures([50, 30, 20])))).toEqual(["runoff", "ab", "round.nobodyCanPass"]);
    expect(ended(decideRound(RUNOFF, figures([50, 50])))).toEqual(["tied", "ab", "round.equalVotes"]);
    expect(ended(decideRound(PRESIDENT, figures([40, 30, 30])))).toEqual(["tied", "bc", "round.equalVotes"]);
    expect(ended(decideRound(PRESIDENT, figures([0, 0])))).toEqual(["undecided", "", "round.noVotes"]);
  });

  test("a runoff is held within 30 days of the proclamation: 28 May 2026 at the latest, when it is on 28 April", () => {
    expect(lastRunoffDay(PRESIDENT, day("2026-04-28"))).toBe("2026-05-28");
    expect(lastRunoffDay(RUNOFF, day("2026-04-28"))).toBeNull();
  });

  test("first round of 2026: second and third are 21,209 apart; so many open votes could change who reaches the runoff", () => {
    // RULES R7.8; the other lists together stand as one with what is left of the valid votes.
    const votes = [2_877_678, 2_015_114, 1_993_905];
    const gapOf = (more: number) => {
      const { options } = figures(votes, more);
      return placesOf(options, 2);
    };
    expect(gapOf(0)).toMatchObject({ gap: 21_209, sure: ["a", "b"], open: [], out: ["c"] });
    expect(gapOf(21_208)).toMatchObject({ sure: ["a", "b"], open: [] });
    expect(gapOf(21_209)).toMatchObject({ sure: ["a"], open: ["b", "c"] });
  });

  test("a share with a lead, as some constitutions have it: 40 % and ten points ahead, or 45 %", () => {
    const way = (share: bigint, lead: bigint | null, relation: WinningShare["relation"]): WinningShare => ({
      share: { numerator: share, denominator: 100n },
      relation,
      of: "validVotes",
      lead: lead === null ? null : { numerator: lead, denominator: 100n },
    });
    const rule: RoundRule = { ...PRESIDENT, wins: [way(45n, null, "moreThan"), way(40n, 10n, "atLeast")] };
    expect(decideRound(rule, figures([46, 44, 10])).kind).toBe("won");
    expect(decideRound(rule, figures([40, 30, 30])).kind).toBe("won");
    expect(decideRound(rule, figures([40, 31, 29])).kind).toBe("runoff");
    expect(decideRound(rule, figures([45, 36, 19])).kind).toBe("runoff");
  });

  test("a base that nobody knows decides nothing", () => {
    const rule: RoundRule = {
      ...PRESIDENT,
      wins: PRESIDENT.wins.map((each) => ({ ...each, of: "registeredVoters" as const })),
    };
    expect(ended(decideRound(rule, figures([90, 10])))).toEqual(["undecided", "ab", "round.openCouldChange"]);
  });

  test("won and runoff hold for every end within the bounds", () => {
    const rules = [PRESIDENT, RUNOFF, { ...PRESIDENT, wins: [], runoff: null }];
    const options = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        options,
        fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
        (rule, given, adds) => {
          const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
          const now: RoundFigures = {
            options: given.map(([votes, more], at) => ({
              option: String(at),
              votes,
              ends: { least: votes, most: votes + more },
            })),
            bases: {
              validVotes: {
                least: sum(given.map(([votes]) => votes)),
                most: sum(given.map(([votes, more]) => votes + more)),
              },
              ballotsCast: null,
              registeredVoters: null,
            },
          };
          const said = decideRound(rule, now);
          if (said.kind !== "won" && said.kind !== "runoff") return;
          const finals = given.map(([votes, more], at) => votes + Math.min(more, adds[at] ?? 0));
          const end = decideRound(rule, {
            options: finals.map((votes, at) => ({ option: String(at), votes, ends: { least: votes, most: votes } })),
            bases: { ...now.bases, validVotes: { least: sum(finals), most: sum(finals) } },
          });
          expect([end.kind, end.between.toSorted()]).toEqual([said.kind, said.between.toSorted()]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
