import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPoll } from "./index.js";
import type { ExitPoll, PollReading } from "./index.js";

const runoff: ExitPoll = {
  shares: [
    { option: "A", share: 0.503 },
    { option: "B", share: 0.497 },
  ],
  size: { kind: "interviews", interviews: 1_067, designEffect: 1 },
  level: 0.95,
  houseSd: 0,
  seed: 1,
};

function reading(poll: ExitPoll): PollReading {
  const done = readPoll(poll);
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
}

describe("an exit poll", () => {
  test("50.3 to 49.7, +-3: margin of the difference 6.0 points, P(lead) 0.58, technical tie, 106,704 interviews needed", () => {
    for (const poll of [runoff, { ...runoff, size: { kind: "margin", margin: 0.03 } as const }]) {
      const pair = reading(poll).pairs[0]?.total;
      expect(pair?.margin).toBeCloseTo(0.06, 4);
      expect(pair?.pLead).toBeCloseTo(0.58, 2);
      expect([pair?.isTechnicalTie, pair?.interviewsToTell]).toEqual([true, 106_704]);
    }
  });

  test("many options: neighbours have their differences, places their chances", () => {
    const shares = [19, 13, 12.5, 9, 8].map((percent, at) => ({ option: String(at), share: percent / 100 }));
    const { shares: told, pairs, rest, draws } = reading({ ...runoff, shares, houseSd: 0.01 });
    expect(pairs.map(({ first, second }) => first + second)).toEqual(["01", "12", "23", "34"]);
    expect(rest).toBeCloseTo(0.385, 12);
    expect(draws).toBe(40_000);
    expect(told.reduce((sum, { pFirst }) => sum + (pFirst ?? 0), 0)).toBeCloseTo(1, 9);
    expect(told.reduce((sum, { pFirstTwo }) => sum + (pFirstTwo ?? 0), 0)).toBeCloseTo(2, 9);
    // Second or third: the chance of a lead, as the pair gives it, since the first is far ahead.
    expect(told[1]?.pFirstTwo).toBeGreaterThan(0.5);
    expect(told[1]?.pFirstTwo).toBeLessThan(pairs[1]?.total.pLead ?? 0);
  });

  test("drawn chances agree with the formula where there is one", () => {
    const shares = [0.45, 0.43, 0.01].map((share, at) => ({ option: String(at), share }));
    const { shares: told, pairs } = reading({ ...runoff, shares, houseSd: 0.02 });
    expect(told[0]?.pFirst).toBeCloseTo(pairs[0]?.total.pLead ?? 0, 2);
  });

  test("a larger design effect or house effect never makes a poll surer", () => {
    const positive = fc.double({ min: 1, max: 50, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0, max: 0.1, noNaN: true }), (effect, more, house) => {
        const at = (designEffect: number, houseSd: number) =>
          reading({ ...runoff, size: { kind: "interviews", interviews: 900, designEffect }, houseSd }).pairs[0]?.total;
        const plain = at(effect, house);
        expect(at(effect * more, house)?.margin).toBeGreaterThanOrEqual(plain?.margin ?? 1);
        expect(at(effect, house + 0.01)?.pLead).toBeLessThanOrEqual(plain?.pLead ?? 0);
      }),
    );
  });

  test.each([
    [
      "above 100 %",
      {
        shares: [
          { option: "A", share: 0.7 },
          { option: "B", share: 0.5 },
        ],
      },
      "sampling.sharesAboveOne",
    ],
    ["without a size", { size: { kind: "interviews", interviews: 0, designEffect: 1 } }, "sampling.noSize"],
    ["with a margin of 0", { size: { kind: "margin", margin: 0 } }, "sampling.noSize"],
    ["of one option", { shares: [{ option: "A", share: 0.7 }] }, "sampling.fewOptions"],
    [
      "with an option twice",
      {
        shares: [
          { option: "A", share: 0.3 },
          { option: "A", share: 0.2 },
        ],
      },
      "sampling.optionTwice",
    ],
    [
      "of nothing",
      {
        shares: [
          { option: "A", share: 0 },
          { option: "B", share: 0 },
        ],
      },
      "sampling.noShares",
    ],
  ] as const)("%s is refused", (_what, change, code) => {
    expect(readPoll({ ...runoff, ...change })).toMatchObject({ problem: { code } });
  });
});
