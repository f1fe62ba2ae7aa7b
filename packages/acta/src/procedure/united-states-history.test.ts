import { describe, expect, test } from "vitest";
import { countryFiles } from "../../../../scripts/procedure-files.js";
import { parseCivilDate } from "../basics/index.js";
import { ALL, holdersAt, isTold, nextInCase, parseSpan, procedureOfWord, registryOn, replayEvents } from "./index.js";
import type { HistoryEvent, ReplayedHistory, StepJudgement } from "./index.js";

const { laws, history } = countryFiles("united-states");

function replay(events: readonly HistoryEvent[]): ReplayedHistory {
  const replayed = replayEvents(laws, events, ALL);
  return replayed.ok ? replayed.value : expect.unreachable(JSON.stringify(replayed.problem));
}

const all = replay(history.events);

function judged(id: string): StepJudgement {
  const found = all.events.find(({ event }) => event.id === id)?.judgement;
  return found ?? expect.unreachable(id);
}

function day(written: string) {
  return parseCivilDate(written) ?? expect.unreachable(written);
}

describe("the United States, by data alone", () => {
  test("removal needs two chambers, and the Senate counts those present: 1868 was one vote short of 36 of 54", () => {
    expect(judged("johnson-house")).toMatchObject({ verdict: "lawful", outcome: { outcome: "impeached" } });
    expect(judged("johnson-senate")).toMatchObject({
      verdict: "lawful",
      outcome: { outcome: "acquitted" },
      vote: { result: { levels: [{ base: { most: 54 }, needed: { most: 36 }, has: 35, missing: { most: 1 } }] } },
    });
  });

  test("no President of 1998 to 2021 was convicted, by 67 of 100 present", () => {
    const trials = ["clinton-1", "clinton-3", "trump-2019-1", "trump-2019-2", "trump-2021"];
    for (const id of trials) {
      expect(judged(`${id}-senate`).vote?.result?.levels[0]?.needed).toEqual({ least: 67, most: 67 });
      expect(all.state.cases.get(id)?.state).toBe("closed");
    }
  });

  test("who has left the office takes nobody else out of it when he is convicted", () => {
    const convicted = history.events.map((event): HistoryEvent =>
      event.id === "trump-2021-senate" && event.kind === "step"
        ? { ...event, figures: { inFavour: 67, against: 33, abstentions: 0, present: 100, eligible: null } }
        : event,
    );
    const { state, events } = replay(convicted);
    expect(events.at(-1)).toMatchObject({ judgement: { outcome: { outcome: "convicted" } }, ended: [] });
    const at = parseSpan("2021-03-01", laws.procedures.calendar) ?? expect.unreachable();
    expect(holdersAt(state, "presidency", at, true).certain.map(({ holder }) => holder)).toEqual(["Joe Biden"]);
  });

  test("a vice-president by nomination becomes President by a resignation that nobody accepts", () => {
    expect(all.state.cases.get("ford-1973")?.state).toBe("confirmed");
    const offices = all.state.holdings.filter(({ holder }) => holder === "Gerald Ford");
    expect(offices.map(({ office, cause, from, ended }) => [office, cause, from.written, ended?.at.written])).toEqual([
      ["vicePresidency", "nomination", "1973-12-06", "1974-08-09"],
      ["presidency", "succession", "1974-08-09", "1977-01-20"],
    ]);
    const at = parseSpan("1974-09-01", laws.procedures.calendar) ?? expect.unreachable();
    const told = isTold(history, laws.procedures, "vicePresidency", at);
    expect(holdersAt(all.state, "vicePresidency", at, told)).toMatchObject({ vacant: "yes" });
  });

  test("38 of 50 States ratify an amendment, and 37 do not", () => {
    expect(all.state.cases.get("amendment-26")?.state).toBe("inForce");
    expect(judged("vote-at-18-states").vote?.result?.levels[0]).toMatchObject({ needed: { most: 38 }, has: 38 });
  });

  test("ten days, Sundays excepted: the veto of 23 December 2020 came on the last one", () => {
    expect(judged("defense-2021-returned").window).toMatchObject({ verdict: "met", closes: { day: "2020-12-23" } });
    expect(all.state.cases.get("defense-2021")?.state).toBe("becameLaw");
  });

  test("here impeachment means one thing, and nobody may dissolve Congress", () => {
    expect(procedureOfWord(laws.procedures, "Impeachment", day("2020-01-01"))).toMatchObject({
      ok: true,
      value: { procedure: "removal" },
    });
    expect(procedureOfWord(laws.procedures, "dissolution", day("2020-01-01"))).toMatchObject({
      ok: false,
      problem: { code: "procedure.noSuchProcedure" },
    });
  });

  test("the registry gives impeachment to one House and the trial to the other", () => {
    const bodies = new Map(registryOn(laws, day("2020-01-01")).map((each) => [each.body, each]));
    const mayDo = (body: string) =>
      bodies.get(body)?.steps.flatMap(({ rule, step }) => (rule.procedure === "removal" ? [step.id] : []));
    expect([mayDo("house"), mayDo("senate")]).toEqual([["impeach"], ["try"]]);
  });

  test("what may come next after an impeachment: the Senate, by at most 67", () => {
    const before = replay(
      history.events.slice(
        0,
        history.events.findIndex(({ id }) => id === "trump-2021-senate"),
      ),
    );
    const next = nextInCase(laws, before.state, "trump-2021", { day: day("2021-02-01"), eligible: null });
    expect(next).toMatchObject({ ok: true, value: { steps: [{ step: { id: "try", by: "senate" }, when: "open" }] } });
    if (next.ok) expect(next.value.steps[0]?.majority?.levels[0]?.needed.most).toBe(67);
  });
});
