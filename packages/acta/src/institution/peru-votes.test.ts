import { expect, test } from "vitest";
import { parseCivilDate } from "../basics/index.js";
import { peruInstitutions, voteCases } from "../../../../scripts/peru-institutions.js";
import type { VoteCase } from "../../../../scripts/peru-institutions.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";
import { decideVote, rulesOn } from "./index.js";
import type { ChamberRule, MajorityRule, VoteResult } from "./index.js";

const law = peruInstitutions();

/** Bodies as the file of cases calls them. */
const CHAMBERS: Readonly<Record<string, string>> = {
  "Congress (unicameral)": "congress",
  "Constitutional Tribunal": "constitutionalTribunal",
  "JNE plenary": "jne",
};
/** Procedures that the file calls otherwise than the law file; the second vote on a reform is the one that names its first. */
const QUESTIONS: Readonly<Record<string, string>> = {
  reconsideration: "ruling",
  "nullity-appeal": "ruling",
  "bicameral-reform-2024": "constitutional-reform-second",
};
/** Outcomes of the file in the words of the law file. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "claim of Congress unfounded: dissolution of 30 Sept 2019 valid": "carried",
  "extension set aside": "carried",
  "appeals unfounded": "carried",
  "first of two legislatures passed": "firstLegislature",
  "referendum-needed": "referendumNeeded",
};

function ruleOf(chamber: string, question: string, day: string): { rule: MajorityRule; body: ChamberRule } {
  const date = parseCivilDate(day) ?? expect.unreachable(day);
  const rule = rulesOn(law, "majority", date).find((each) => each.chamber === chamber && each.question === question);
  const body = rulesOn(law, "chamber", date).find((each) => each.chamber === chamber);
  if (rule === undefined || body === undefined) return expect.unreachable(`${chamber} ${question} on ${day}`);
  return { rule, body };
}

function decide(each: VoteCase): VoteResult {
  const question = QUESTIONS[each.id] ?? QUESTIONS[each.procedure] ?? each.procedure;
  const { rule, body } = ruleOf(CHAMBERS[each.body] ?? "", question, each.date);
  expect(body.legalNumber).toBe(each.legalNumber);
  const { yes: inFavour, no: against, abstain: abstentions, present, eligible } = each;
  const result = decideVote(rule, body, { inFavour, against, abstentions, present, eligible });
  return result.ok ? result.value : expect.unreachable(JSON.stringify(result.problem));
}

describeWithShared("real votes of Peru, 2017 to 2026", () => {
  const { cases, thresholdsFor130, thresholdsFor60 } = voteCases();

  test("are 25", () => expect(cases).toHaveLength(25));

  test.each(cases.map((each) => [each.id, each] as const))("%s has its outcome and its threshold", (_id, each) => {
    const { outcome, levels } = decide(each);
    expect(outcome).toBe(OUTCOMES[each.expected] ?? each.expected);
    if (typeof each.votesNeeded === "number")
      expect(levels.map(({ needed }) => needed.most)).toContain(each.votesNeeded);
  });

  test("censure of the acting president: 75 are enough for it and would not have been for a vacancy", () => {
    const jeri = cases.find(({ id }) => id === "jeri-censure") ?? expect.unreachable();
    expect(decide(jeri).outcome).toBe("approved");
    const asVacancy = decide({ ...jeri, procedure: "vacancy-final" });
    expect(asVacancy.outcome).toBe("rejected");
    expect(asVacancy.levels[0]).toMatchObject({ needed: { least: 87, most: 87 }, has: 75, missing: { least: 12 } });
    expect(decide({ ...jeri, procedure: "vacancy-admission" }).levels[0]?.needed).toEqual({ least: 46, most: 46 });
  });

  test("101 of 130: 44 members who do not vote in favour would have blocked it", () => {
    const last = cases.find(({ id }) => id === "castillo-vacancy3") ?? expect.unreachable();
    expect(decide(last).blocking).toEqual({ members: 44, of: 130 });
  });

  test("86 needs a referendum, 87 passes the first of two legislatures", () => {
    const reform = cases.find(({ id }) => id === "bicameral-reform-2023") ?? expect.unreachable();
    expect([65, 66, 86, 87].map((yes) => decide({ ...reform, yes, no: 30 }).outcome)).toEqual([
      "failed",
      "referendumNeeded",
      "referendumNeeded",
      "firstLegislature",
    ]);
  });

  test("the investiture of 73 to 50 is granted whatever base is meant, and abstentions can block one", () => {
    const bellido = cases.find(({ procedure }) => procedure === "investiture") ?? expect.unreachable();
    expect(decide(bellido).levels[0]).toMatchObject({ base: { least: 124, most: 124 }, needed: { most: 63 } });
    expect(decide({ ...bellido, yes: 60, no: 50, abstain: 14 }).outcome).toBe("repeated");
    expect(decide({ ...bellido, yes: 50, no: 70, abstain: 4 }).outcome).toBe("denied");
  });

  test("thresholds for 130 and for 60", () => {
    const needed = (chamber: string, question: string, day: string, level = 0) => {
      const { rule, body } = ruleOf(chamber, question, day);
      const figures = { inFavour: 0, against: 0, abstentions: 0, present: null, eligible: body.legalNumber };
      const result = decideVote(rule, body, figures);
      return result.ok ? result.value.levels[level]?.needed.most : null;
    };
    const then = (question: string, level = 0) => needed("congress", question, "2021-01-01", level);
    expect({
      file20pct: then("vacancy-filing"),
      censureFile25pct: then("censure-filing"),
      admit40pctOfEligible130: then("vacancy-admission"),
      absoluteMajority: then("constitutional-reform", 1),
      twoThirds: then("vacancy-final"),
      fourFifths: then("vacancy-immediate-vote"),
    }).toEqual(thresholdsFor130);
    expect(needed("senate", "vacancy-final", "2026-08-01")).toBe(thresholdsFor60["twoThirds"]);
    expect(needed("deputies", "vacancy-final", "2026-08-01")).toBe(87);
  });

  test("what cannot be is refused with the rule that it breaks", () => {
    const { rule, body } = ruleOf("congress", "vacancy-final", "2022-12-07");
    const figures = { inFavour: 101, against: 6, abstentions: 10, present: null, eligible: null };
    const code = (more: Partial<typeof figures> | { present: number } | { eligible: number }) => {
      const result = decideVote(rule, body, { ...figures, ...more });
      return result.ok ? "" : result.problem.code;
    };
    expect(code({})).toBe("");
    expect(code({ inFavour: 115 })).toBe("vote.moreThanMembers");
    expect(code({ eligible: 116 })).toBe("vote.moreThanEligible");
    expect(code({ present: 116 })).toBe("vote.moreThanPresent");
    const jne = ruleOf("jne", "ruling", "2021-06-23");
    expect(
      decideVote(jne.rule, jne.body, { ...figures, inFavour: 2, against: 1, abstentions: 0, present: 3 }),
    ).toMatchObject({
      ok: false,
      problem: { code: "vote.noQuorum" },
    });
  });
});
