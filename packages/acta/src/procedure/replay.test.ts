import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, parseCivilDate, parseInstant } from "../basics/index.js";
import { ALL, addMonths, holdersAt, parseSpan, replayEvents, termOn } from "./index.js";
import { sampleEvents, sampleHistory, sampleLaws } from "./sample-procedures.js";

const laws = sampleLaws();
const sources = ["made up"];

function step(id: string, at: string, more: object = {}) {
  return { kind: "step", id: `${id}-${at}`, at, case: "c", procedure: "removal", step: id, sources, ...more };
}
function office(state: string, name: string, holder: string, at: string, more: object = {}) {
  const id = `${holder}-${state}-${name}`;
  return { kind: "office", id, at, office: name, holder, state, cause: "election", sources, ...more };
}
const filed = step("file", "2030-03-01", { figures: { inFavour: 3 } });
const decided = (at: string, inFavour = 6) => step("decide", at, { figures: { inFavour, against: 9 - inFavour } });

function replay(events: readonly object[], by = laws) {
  return replayEvents(by, sampleEvents(by, events), ALL);
}
function problemOf(events: readonly object[], by = laws) {
  const done = replay(events, by);
  return done.ok ? expect.unreachable() : done.problem;
}
function stateOf(events: readonly object[]) {
  const done = replay(events);
  return done.ok ? done.value.state : expect.unreachable(JSON.stringify(done.problem));
}

describe("a step that the law does not allow", () => {
  test("out of its window is refused with the window and the rule, on both sides", () => {
    expect(problemOf([filed, decided("2030-03-02")])).toMatchObject({
      code: "procedure.outOfWindow",
      context: { opens: "2030-03-03", closes: "2030-03-06", rule: "P4", article: "s. 2" },
    });
    expect(problemOf([filed, decided("2030-03-07")]).code).toBe("procedure.outOfWindow");
    for (const at of ["2030-03-03", "2030-03-06"]) expect(replay([filed, decided(at)]).ok).toBe(true);
  });

  test("is counted in working days where the law does so, and a year without holidays is not guessed", () => {
    const working = sampleLaws("workingDays");
    // 1 March 2030 is a Friday: the second working day after it is Tuesday the 5th, the fifth Friday the 8th.
    const at = (day: string) => replay([filed, decided(day)], working);
    expect([at("2030-03-04").ok, at("2030-03-05").ok, at("2030-03-08").ok, at("2030-03-11").ok]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const late = step("file", "2031-03-01", { figures: { inFavour: 3 } });
    expect(problemOf([late, decided("2031-03-05")], working).code).toBe("dispute.noHolidays");
  });

  test("before another is refused with the state that it needs", () => {
    expect(problemOf([decided("2030-03-04")])).toMatchObject({
      code: "procedure.wrongState",
      context: { was: "start", needs: "filed" },
    });
  });

  test("against a condition is refused with the condition", () => {
    const siege = { kind: "situation", id: "s", at: "2030-03-01", situation: "siege", state: "begins", sources };
    expect(problemOf([siege, filed, decided("2030-03-04")])).toMatchObject({
      code: "procedure.conditionUnmet",
      context: { article: "s. 3", en: "no siege" },
    });
    const over = { kind: "situation", id: "e", at: "2030-03-02", situation: "siege", state: "ends", sources };
    expect(replay([siege, filed, over, decided("2030-03-04")]).ok).toBe(true);
  });

  test("told as an attempt is judged and changes nothing", () => {
    const done = replay([filed, { ...decided("2030-03-02"), attempt: true }]);
    expect(done).toMatchObject({ ok: true, value: { events: [{}, { judgement: { verdict: "unlawful" } }] } });
    if (done.ok) expect(done.value.state.cases.get("c")?.state).toBe("filed");
  });

  test("with more votes than members is refused, and an outcome that its figures do not give", () => {
    const crowd = step("decide", "2030-03-04", { figures: { inFavour: 10 } });
    expect(problemOf([filed, crowd])).toMatchObject({ code: "vote.moreThanMembers", context: { members: 9 } });
    const said = { ...decided("2030-03-04", 5), outcome: "approved" };
    expect(problemOf([filed, said])).toMatchObject({
      code: "procedure.outcomeContradicts",
      context: { said: "approved" },
    });
  });

  test("unknown is refused with what is known", () => {
    expect(problemOf([step("unheard", "2030-03-01")])).toMatchObject({
      code: "procedure.unknownStep",
      context: { known: "file, decide" },
    });
    const early = step("file", "2029-03-01", { figures: { inFavour: 3 } });
    expect(problemOf([early]).code).toBe("procedure.noProcedure");
  });
});

describe("rulings", () => {
  const mark = (claimedBy: string) => ({ kind: "mark", id: "m", at: "2030-03-01", mark: "noted", claimedBy, sources });
  const filedQuietly = step("file", "2030-03-01", { outcome: "filed" });
  const ruling = (upholds: boolean) => ({
    kind: "ruling",
    id: "r",
    at: "2030-06-01",
    about: ["file-2030-03-01"],
    upholds,
    by: "council",
    decision: "1",
    sources,
  });

  test("that annul a step take its effect away; known earlier, the step is refused", () => {
    const events = sampleEvents(laws, [filedQuietly, ruling(false)]);
    expect(replayEvents(laws, events, ALL)).toMatchObject({ ok: false, problem: { code: "procedure.annulled" } });
    const known = parseInstant("2030-04-01T00:00Z") ?? expect.unreachable();
    expect(replayEvents(laws, events, { until: null, known }).ok).toBe(true);
  });

  test("decide what somebody only claims", () => {
    const standing = stateOf([mark("reader")]).marks.map((each) => each.standing);
    expect(standing).toEqual(["claimed"]);
    const upheld = [mark("reader"), { ...ruling(true), about: ["m"] }];
    expect(stateOf(upheld).marks.map((each) => each.standing)).toEqual(["certain"]);
  });
});

describe("offices", () => {
  const elected = office("taken", "chair", "Ann", "2030-01-10");
  const deputy = office("taken", "deputy", "Ben", "2030-01-10");
  const speaker = office("taken", "speaker", "Cid", "2030-01-10");
  const removed = [filed, decided("2030-03-04")];
  const succeeds = (holder: string, more: object = {}) =>
    office("taken", "chair", holder, "2030-03-05", { cause: "succession", ...more });

  test("that follow from another fall with it, unless that one ends with its term", () => {
    const acting = [elected, speaker, ...removed, succeeds("Cid", { follows: "speaker" })];
    const left = stateOf([...acting, office("left", "speaker", "Cid", "2030-05-01", { cause: "resignation" })]);
    expect(left.holdings.filter(({ holder }) => holder === "Cid").map(({ ended }) => ended?.at.written)).toEqual([
      "2030-05-01",
      "2030-05-01",
    ]);
    const over = stateOf([...acting, office("left", "speaker", "Cid", "2030-05-01", { cause: "termEnd" })]);
    expect(over.holdings.find(({ office: name, holder }) => name === "chair" && holder === "Cid")?.ended).toMatchObject(
      {
        at: { written: "2034-01-01" },
        cause: "termEnd",
      },
    );
  });

  test("are given up by who succeeds, where the law has it so, and somebody else is out of order", () => {
    const done = replay([elected, deputy, speaker, ...removed, succeeds("Ben")]);
    expect(done).toMatchObject({ ok: true, value: { events: { 5: { succession: { verdict: "met" } } } } });
    if (done.ok) expect(done.value.state.holdings.find(({ office: name }) => name === "deputy")?.ended).not.toBeNull();
    const other = replay([elected, deputy, speaker, ...removed, succeeds("Cid")]);
    expect(other).toMatchObject({ ok: true, value: { events: { 5: { succession: { verdict: "unmet" } } } } });
  });

  test("cannot be taken twice, nor left by somebody else", () => {
    expect(problemOf([elected, office("taken", "chair", "Dan", "2030-02-01")]).code).toBe("procedure.officeHeld");
    expect(problemOf([elected, office("left", "chair", "Dan", "2030-02-01")]).code).toBe("procedure.notHolder");
  });

  test("a suspended holder is not a holder, and is named apart", () => {
    const state = stateOf([elected, office("suspended", "chair", "Ann", "2030-02-01")]);
    const at = parseSpan("2030-02-10", laws.procedures.calendar) ?? expect.unreachable();
    expect(holdersAt(state, "chair", at, true)).toMatchObject({ certain: [], disputed: [{ state: "suspended" }] });
  });
});

describe("a history file", () => {
  const codes = (events: readonly object[]) => {
    const read = sampleHistory(laws, events);
    return read.ok ? [] : read.problem.map(({ code }) => code);
  };

  test("with a date that can be two days, or that is none, is refused", () => {
    expect(codes([{ ...filed, at: "7/12/2030" }])).toEqual(["procedure.ambiguousDate"]);
    expect(codes([{ ...filed, at: "13/12/2030" }])).toEqual(["procedure.badMoment"]);
    expect(codes([{ ...filed, at: "2030-03-01 10:00" }])).toEqual(["procedure.badMoment"]);
    expect(codes([{ ...filed, at: "2030-03-02/2030-03-01" }])).toEqual(["procedure.badMoment"]);
  });

  test("out of order, or with names that nobody knows, is refused", () => {
    expect(codes([decided("2030-03-04"), filed])).toEqual(["procedure.outOfOrder"]);
    expect(codes([{ ...filed, procedure: "x" }])).toEqual(["procedure.unknownReference"]);
    expect(codes([office("taken", "throne", "Ann", "2030-01-10")])).toEqual(["procedure.unknownReference"]);
    expect(codes([filed, filed])).toEqual(["procedure.sameId"]);
    expect(codes([{ ...filed, sources: [] }])).toEqual(["procedure.emptyList"]);
    expect(codes([{ ...filed, colour: "red" }])).toEqual(["procedure.unknownKey"]);
  });

  test("cannot elect who was excluded from the ticket", () => {
    const ticket = (state: string) => ({
      kind: "ticket",
      id: "t",
      at: "2030-01-01",
      ticket: "T",
      members: [{ office: "chair", person: "Ann", state }],
      sources,
    });
    const takes = office("taken", "chair", "Ann", "2030-01-10", { ticket: "T" });
    expect(codes([ticket("runs"), takes])).toEqual([]);
    expect(codes([ticket("excluded"), takes])).toEqual(["procedure.notOnTicket"]);
  });
});

describe("laws of time", () => {
  const day = fc
    .integer({ min: 0, max: 40_000 })
    .map((days) => addDays(parseCivilDate("1990-01-01") ?? expect.unreachable(), days));

  test("a day lies in exactly one term, which has its length", () => {
    fc.assert(
      fc.property(day, (each) => {
        if (each < "2030-01-01") return;
        const term = termOn(laws.procedures, "chair", each) ?? expect.unreachable();
        expect(term.begins <= each && each < term.ends).toBe(true);
        expect(addMonths(term.begins, 48)).toBe(term.ends);
      }),
    );
  });

  test("months go forth and back, at most three days short at the end of a month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -240, max: 240 }), (each, months) => {
        const back = addMonths(addMonths(each, months), -months);
        expect(Math.abs(daysBetween(back, each))).toBeLessThanOrEqual(3);
      }),
    );
  });

  test("a window has no day twice: before it, in it, after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (days) => {
        const at = addDays(parseCivilDate("2030-03-01") ?? expect.unreachable(), days);
        expect(replay([filed, decided(at)]).ok).toBe(days >= 2 && days <= 5);
      }),
    );
  });
});
