import { describe, expect, test } from "vitest";
import { countryFiles } from "../../../../scripts/procedure-files.js";
import { parseInstant } from "../basics/index.js";
import { ALL, holdersAt, isTold, officeGaps, parseSpan, reasonsOf, replayEvents } from "./index.js";
import type { ReplayMoment, ReplayedEvent, ReplayedHistory } from "./index.js";

const { laws, history } = countryFiles("peru");

function replay(moment: ReplayMoment = ALL): ReplayedHistory {
  const replayed = replayEvents(laws, history.events, moment);
  return replayed.ok ? replayed.value : expect.unreachable(JSON.stringify(replayed.problem));
}

function at(written: string) {
  return parseSpan(written, laws.procedures.calendar) ?? expect.unreachable(written);
}

function presidentAt(written: string) {
  const span = at(written);
  return holdersAt(all.state, "presidency", span, isTold(history, laws.procedures, "presidency", span));
}

function eventOf({ events }: ReplayedHistory, id: string): ReplayedEvent {
  return events.find(({ event }) => event.id === id) ?? expect.unreachable(id);
}

const all = replay();

describe("Peru, 2016 to 2026", () => {
  test("the chain of presidents, with the days and the causes (R6.11)", () => {
    const presidents = all.state.holdings.filter(({ office }) => office === "presidency");
    expect(
      presidents.map(({ holder, state, from, ended }) => [
        holder,
        state,
        from.written,
        ended?.at.written,
        ended?.cause,
      ]),
    ).toEqual([
      ["Pedro Pablo Kuczynski", "held", "2016-07-28", "2018-03-23", "resignation"],
      ["Martín Vizcarra", "held", "2018-03-23", "2020-11-09", "incapacity"],
      ["Mercedes Aráoz", "disputed", "2019-09-30", "2019-10-01", "resignation"],
      ["Manuel Merino", "held", "2020-11-10", "2020-11-15", "resignation"],
      ["Francisco Sagasti", "held", "2020-11-17", "2021-07-28", "termEnd"],
      ["Pedro Castillo", "held", "2021-07-28", "2022-12-07", "incapacity"],
      ["Dina Boluarte", "held", "2022-12-07", "2025-10-10", "incapacity"],
      ["José Jerí", "held", "2025-10-10", "2026-02-17", "censure"],
      ["José María Balcázar", "held", "2026-02-18", "2026-07-28", "termEnd"],
    ]);
  });

  test("three gaps: nobody was president on 16 November 2020", () => {
    expect(
      officeGaps(all.state, "presidency", (span) => isTold(history, laws.procedures, "presidency", span)).map((gap) => [
        gap.told,
        gap.after.ended?.at.written,
        gap.before.from.written,
      ]),
    ).toEqual([
      [true, "2020-11-09", "2020-11-10"],
      [true, "2020-11-15", "2020-11-17"],
      [true, "2026-02-17", "2026-02-18"],
    ]);
    expect(presidentAt("2020-11-16")).toMatchObject({ vacant: "yes", certain: [] });
    expect(presidentAt("2020-11-12T12:00-05:00")).toMatchObject({
      vacant: "no",
      certain: [{ holder: "Manuel Merino" }],
    });
  });

  test("after the end of the last term nothing is told, and nothing is said", () => {
    expect(presidentAt("2026-08-01")).toMatchObject({ vacant: "untold", certain: [], possible: [] });
  });

  test("30 September 2019: one president, and a disputed oath beside him", () => {
    const then = presidentAt("2019-09-30");
    expect(then.certain.map(({ holder }) => holder)).toEqual(["Martín Vizcarra"]);
    expect(then.disputed.map(({ holder }) => holder)).toEqual(["Mercedes Aráoz"]);
  });

  test("an instant of a day of change, whose hour nobody gives, is answered with both", () => {
    const noon = presidentAt("2022-12-07T12:00-05:00");
    expect(noon).toMatchObject({ vacant: "perhaps", certain: [] });
    expect(noon.possible.map(({ holder }) => holder)).toEqual(["Pedro Castillo", "Dina Boluarte"]);
  });

  test("November 2020: no vice-president is left, so the president of Congress follows; elections are called already", () => {
    const { due } = eventOf(all, "vizcarra-vacancy2");
    expect(due).toMatchObject([
      {
        office: "presidency",
        skipped: ["vicePresidency1", "vicePresidency2"],
        next: {
          holder: "Manuel Merino",
          dutyDone: true,
          successor: { office: "congressPresidency", manner: "derived" },
        },
      },
    ]);
  });

  test("every succession is the one of article 115", () => {
    const found = all.events.flatMap(({ event, succession }) =>
      succession === null ? [] : [[event.id, succession.verdict]],
    );
    expect(found).toEqual([
      ["vizcarra-takes", "met"],
      ["merino-takes", "met"],
      ["sagasti-takes", "met"],
      ["boluarte-takes", "met"],
      ["jeri-takes", "met"],
      ["balcazar-takes", "met"],
    ]);
  });

  test("censure of the board takes both offices from the acting president, with 75 votes and not 87", () => {
    const { judgement, ended } = eventOf(all, "jeri-censure");
    expect(judgement).toMatchObject({ verdict: "lawful", outcome: { outcome: "approved" } });
    expect(ended.map(({ office }) => office)).toEqual(["congressPresidency", "presidency"]);
  });

  test("the dissolution of 2019 is lawful, with its five conditions", () => {
    const { judgement } = eventOf(all, "dissolution-2019");
    expect(judgement?.verdict).toBe("lawful");
    expect(judgement?.conditions.map(({ verdict, working }) => [working.kind, verdict])).toEqual([
      ["marked", "met"],
      ["dateWithin", "met"],
      ["says", "met"],
      ["notInLast", "met"],
      ["notDuring", "met"],
    ]);
    expect(judgement?.conditions[0]?.working).toMatchObject({ needed: 2, certain: 2, possible: 2 });
    expect(judgement?.conditions[1]?.working).toMatchObject({ date: "2020-01-26", last: "2020-01-30", days: 118 });
  });

  test("on its own day it was undetermined: the second denial was the government's reading until the Tribunal upheld it", () => {
    const known = parseInstant("2019-10-01T00:00-05:00") ?? expect.unreachable();
    const { judgement } = eventOf(replay({ until: known, known }), "dissolution-2019");
    expect(judgement?.verdict).toBe("undetermined");
    expect(judgement?.conditions[0]?.working).toMatchObject({ needed: 2, certain: 1, possible: 2 });
  });

  test.each([
    ["what is known today", ALL, 0],
    ["what was known that day", { until: null, known: parseInstant("2022-12-08T00:00-05:00") ?? null }, 1],
  ] as const)("the dissolution of 7 December 2022 is unlawful by %s", (_name, moment, possible) => {
    const { judgement } = eventOf(replay(moment), "dissolution-2022");
    expect(judgement?.verdict).toBe("unlawful");
    expect(judgement?.conditions.map(({ verdict }) => verdict)).toEqual([
      "unmet",
      "undetermined",
      "undetermined",
      "met",
      "met",
    ]);
    expect(judgement?.conditions[0]?.working).toMatchObject({ needed: 2, certain: 0, possible });
  });

  test("an unlawful attempt changes nothing: Congress decides on the vacancy the same day", () => {
    expect(all.state.cases.has("dissolution-2022")).toBe(false);
    expect(eventOf(all, "castillo-vacancy3").judgement?.verdict).toBe("lawful");
  });

  test("reform by path (b): 93 and 91 votes in two successive legislatures; 86 would have needed a referendum", () => {
    const { cases } = all.state;
    expect(cases.get("bicameral-reform")?.state).toBe("inForce");
    expect(cases.get("bicameral-reform-2023")?.state).toBe("needsReferendum");
    expect(cases.get("early-elections-2022b")?.state).toBe("needsSecond");
    expect(cases.get("early-elections-2022a")?.state).toBe("closed");
    const second = eventOf(all, "bicameral-reform-2024").judgement;
    expect(second).toMatchObject({
      verdict: "lawful",
      conditions: [{ working: { before: { id: "2023-2024-I" }, now: { id: "2023-2024-II" } } }],
    });
  });

  test("the window of the debate is counted in working days: 28 March 2022 was the tenth", () => {
    const { judgement } = eventOf(all, "castillo-vacancy2");
    expect(judgement?.window).toMatchObject({
      verdict: "met",
      opens: { day: "2022-03-17" },
      closes: { day: "2022-03-28" },
    });
  });

  test("no step of the history is against the law, but for the attempt of 2022", () => {
    const unlawful = all.events.filter(({ judgement }) => judgement?.verdict === "unlawful");
    expect(unlawful.map(({ event }) => event.id)).toEqual(["dissolution-2022"]);
  });

  test("the chain of reasons of a presidency leads back to the motion and to the ticket", () => {
    const boluarte =
      all.state.holdings.find(({ holder, office }) => holder === "Dina Boluarte" && office === "presidency") ??
      expect.unreachable();
    expect(reasonsOf(all, boluarte).map(({ id }) => id)).toEqual([
      "boluarte-takes",
      "castillo-vacancy3",
      "castillo-vacancy3-admission",
      "castillo-vacancy3-filed",
      "boluarte-vice",
      "proclamation-2021",
      "runoff-2021",
      "first-round-2021",
      "election-2021-called",
      "ticket-2021",
    ]);
  });
});
