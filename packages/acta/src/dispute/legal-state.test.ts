import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date, peruLaw, runoffLaw } from "../../../../scripts/peru-disputes.js";
import { advance, lawInForce, openActs } from "./index.js";
import type { LegalAct, LegalState, LegalStep } from "./index.js";

const law = runoffLaw();
const office = "electionAuthority";
const jury = "firstTribunal";
const plenary = "finalTribunal";

function walk(...acts: readonly LegalAct[]): LegalStep {
  let state: LegalState = { kind: "processed" };
  let step: LegalStep | undefined;
  for (const act of acts) {
    const next = advance(state, act, law);
    if (!next.ok) return expect.unreachable(`${next.problem.code} at ${act.kind}`);
    ({ state } = next.value);
    step = next.value;
  }
  return step ?? expect.unreachable();
}

const flag: LegalAct = { kind: "flag", by: office, reasons: ["materialError"] };
const refer: LegalAct = { kind: "refer", by: office };
const rule: LegalAct = { kind: "rule", by: jury, effect: "annulled" };
const appeal: LegalAct = { kind: "appeal", by: "legalAgent" };
const decide: LegalAct = { kind: "ruleOnAppeal", by: plenary, effect: "corrected" };

const refused = (state: LegalState, act: LegalAct) => {
  const next = advance(state, act, law);
  return next.ok ? expect.unreachable(`${act.kind} was allowed`) : next.problem;
};

describe("the legal state of a sheet", () => {
  test("goes from processed over flag, referral, ruling and appeal to final; each step names body and article", () => {
    const state: LegalState = { kind: "final", effect: "corrected", how: "decided" };
    expect(walk(flag, refer, rule, appeal, decide)).toEqual({
      state,
      from: "appealed",
      act: "ruleOnAppeal",
      by: plenary,
      rule: "R1.7",
      article: "LOJNE 23; Const. 142, 181",
    });
  });

  test("carries its reasons to the jury, and what the jury did to the plenary", () => {
    expect(walk(flag, refer).state).toEqual({ kind: "referred", reasons: ["materialError"] });
    expect(walk(flag, refer, rule, appeal).state).toEqual({ kind: "appealed", effect: "annulled" });
  });

  test("becomes final without an appeal, and at once where the jury is the last instance", () => {
    expect(walk(flag, refer, rule, { kind: "closeUnappealed", by: jury }).state).toEqual({
      kind: "final",
      effect: "annulled",
      how: "unappealed",
    });
    expect(walk(flag, refer, { kind: "ruleFinally", by: jury, effect: "corrected" }).state).toMatchObject({
      how: "decided",
    });
  });

  test("a counted sheet may be flagged after all, as nine were between 8 and 9 June 2021, or annulled by a petition", () => {
    expect(walk({ kind: "count", by: office }, flag).from).toBe("counted");
    expect(walk({ kind: "count", by: office }, { kind: "upholdPetition", by: jury, effect: "annulled" }).article).toBe(
      "LOE 363",
    );
  });
});

describe("what the law does not allow is refused with its reason", () => {
  const ruled: LegalState = { kind: "ruled", effect: "kept" };
  const final: LegalState = { kind: "final", effect: "kept", how: "unappealed" };

  test("a ruling on a sheet that is not before the jury", () => {
    expect(refused({ kind: "counted" }, rule)).toMatchObject({
      code: "dispute.notBeforeBody",
      context: { state: "counted" },
    });
    expect(refused({ kind: "flagged", reasons: ["other"] }, rule).code).toBe("dispute.notBeforeBody");
  });

  test("a second ruling, and any act after it is final", () => {
    expect(refused(ruled, rule).code).toBe("dispute.alreadyRuled");
    expect(refused({ kind: "appealed", effect: "kept" }, rule).code).toBe("dispute.alreadyRuled");
    for (const act of [flag, refer, rule, appeal, decide])
      expect(refused(final, act).code).toBe("dispute.alreadyFinal");
  });

  test("an act of somebody whose it is not; the answer says whose it is", () => {
    expect(refused({ kind: "referred", reasons: [] }, { ...rule, by: plenary })).toMatchObject({
      code: "dispute.notCompetent",
      context: { by: plenary, competent: jury },
    });
    expect(refused(ruled, { kind: "appeal", by: "observer" })).toMatchObject({ context: { competent: "legalAgent" } });
  });

  test("an appeal without a ruling, a referral without a flag, a flag without a reason", () => {
    expect(refused({ kind: "referred", reasons: [] }, appeal).code).toBe("dispute.outOfOrder");
    expect(refused({ kind: "processed" }, refer).code).toBe("dispute.outOfOrder");
    expect(refused({ kind: "processed" }, { ...flag, reasons: [] }).code).toBe("dispute.noReasons");
  });

  test("everything, where the law has no transitions for the day", () => {
    const early = date("1980-05-18");
    const before = lawInForce(peruLaw(), { convocation: early, electionDay: early, act: early });
    expect(openActs({ kind: "processed" }, before)).toEqual([]);
    expect(advance({ kind: "processed" }, flag, before).ok).toBe(false);
  });
});

describe("any order of acts (random ones)", () => {
  const by = fc.constantFrom(office, jury, plenary, "legalAgent", "tableAgent");
  const effect = fc.constantFrom("kept", "corrected", "annulled");
  const acts = fc.oneof(
    fc.record({ kind: fc.constant("flag"), by, reasons: fc.subarray(["other", "lost"] as const) }),
    fc.record({ kind: fc.constantFrom("rule", "ruleFinally", "upholdPetition", "ruleOnAppeal"), by, effect }),
    fc.record({ kind: fc.constantFrom("count", "refer", "appeal", "closeUnappealed"), by }),
  );

  test("is allowed exactly when the law lists the step; nothing leaves final; nobody rules twice; only the plenary changes a ruling", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (tries) => {
        let state: LegalState = { kind: "processed" };
        let rulings = 0;
        for (const act of tries) {
          const listed = openActs(state, law).some((each) => each.act === act.kind && each.by === act.by);
          const next = advance(state, act, law);
          expect(next.ok).toBe(listed && !(act.kind === "flag" && act.reasons.length === 0));
          if (!next.ok) continue;
          expect(state.kind).not.toBe("final");
          const before = "effect" in state ? state.effect : null;
          const after = "effect" in next.value.state ? next.value.state.effect : null;
          if (before !== null && before !== after) expect([act.kind, act.by]).toEqual(["ruleOnAppeal", plenary]);
          if (next.value.state.kind === "ruled") rulings += 1;
          expect(next.value.rule).not.toBe("");
          ({ state } = next.value);
        }
        expect(rulings).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
