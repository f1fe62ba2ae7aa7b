import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date, lawDocument, peruLaw, runoffDates, runoffLaw } from "../../../../scripts/peru-disputes.js";
import { parseInstant } from "../basics/index.js";
import type { Instant } from "../basics/index.js";
import {
  civilDateOf,
  civilTimeOf,
  feeFor,
  isDayOff,
  lawInForce,
  momentOf,
  parseLaw,
  termFor,
  thresholdsFor,
  timeliness,
} from "./index.js";
import type { Law, LawCalendar } from "./index.js";

const law = runoffLaw();
const at = (text: string): Instant => parseInstant(text) ?? expect.unreachable(text);
const voted = at("2021-06-06T07:00-05:00");

function inTime(filed: string, act = "2021-06-10"): boolean {
  const result = timeliness(runoffLaw(act), "petition", voted, at(filed));
  return result.ok ? result.value.inTime : expect.unreachable(result.problem.code);
}

function deadline(matter: string, start: string): string {
  const term = termFor(law, matter, at(start));
  return term.ok ? term.value.deadline : expect.unreachable(term.problem.code);
}

/** The law file after some change, parsed. */
function changed(change: (rule: Record<string, unknown>) => void): ReturnType<typeof parseLaw> {
  const document = structuredClone(lawDocument());
  if (typeof document !== "object" || document === null || !("rules" in document) || !Array.isArray(document.rules))
    return expect.unreachable();
  for (const rule of document.rules) change(rule);
  return parseLaw(document);
}

describe("the term for petitions of the runoff of 6 June 2021 (R3.2)", () => {
  test("is three calendar days from the day after the vote, and ends on 9 June at 20:00 in Lima", () => {
    const term = termFor(law, "petition", voted);
    expect(term).toMatchObject({
      ok: true,
      value: { rule: "R3.2", deadline: "2021-06-10T01:00:00Z", lastDay: "2021-06-09" },
    });
  });

  test("073612 was filed in time at 19:37; 20:00:00 is in time, a second later is not, nor is 23:59 as a party argued", () => {
    expect(inTime("2021-06-09T19:37-05:00")).toBe(true);
    expect(inTime("2021-06-09T20:00:00-05:00")).toBe(true);
    expect(inTime("2021-06-09T20:00:01-05:00")).toBe(false);
    expect(inTime("2021-06-09T23:59-05:00")).toBe(false);
  });

  test("is a matter of civil time in Lima, in whatever zone the moment is written", () => {
    expect(inTime("2021-06-10T01:00:00Z")).toBe(true);
    expect(inTime("2021-06-10T03:00:00+02:00")).toBe(true);
    expect(inTime("2021-06-09T20:30:00-04:00")).toBe(true);
    expect(inTime("2021-06-09T20:30:00-05:00")).toBe(false);
  });

  test("R3.4: the extension agreed on 11 June was never published and never in force, on that day as on any other", () => {
    for (const act of ["2021-06-10", "2021-06-11", "2021-06-12"]) {
      expect(inTime("2021-06-11T12:00-05:00", act)).toBe(false);
      expect(runoffLaw(act).rules.filter(({ id }) => id === "R3.2").length).toBe(1);
    }
  });

  test("had it been published, the file would be refused until the older rule ends: both places are named", () => {
    const both = changed((rule) => delete rule["published"]);
    expect(both.ok ? [] : both.problem).toMatchObject([
      {
        code: "law.overlap",
        where: expect.stringMatching(/^rules\.\d+$/),
        context: { id: "R3.2", other: expect.stringMatching(/^rules\.\d+$/) },
      },
    ]);
    const ended = changed((rule) => {
      delete rule["published"];
      if (rule["id"] === "R3.2" && rule["length"] === 3) rule["validTo"] = "2021-06-10";
    });
    const extended: Law = ended.ok ? ended.value : expect.unreachable();
    const onThatDay = lawInForce(extended, runoffDates("2021-06-11"));
    expect(termFor(onThatDay, "petition", voted)).toMatchObject({ ok: true, value: { lastDay: "2021-06-11" } });
  });
});

describe("other terms", () => {
  test("R2.16: a ruling published on 8 June may be appealed until 11 June", () => {
    expect(deadline("appealSheet", "2021-06-08T09:00-05:00")).toBe("2021-06-12T01:00:00Z");
  });

  test("R3.9: three working days after 13 July 2021 end on 16 July at 20:00; after 25 June the weekend and a holiday are left out", () => {
    expect(deadline("appealCertification", "2021-07-13T18:00-05:00")).toBe("2021-07-17T01:00:00Z");
    expect(deadline("appealCertification", "2021-06-25T18:00-05:00")).toBe("2021-07-02T01:00:00Z");
  });

  test("R1.2: 24 hours run from moment to moment", () => {
    expect(deadline("referral", "2021-06-06T23:30-05:00")).toBe("2021-06-08T04:30:00Z");
  });

  test("R1.8: the alternate of a seat that fell vacant on 23 June joins until 28 June", () => {
    expect(termFor(law, "substitution", at("2021-06-23T12:00-05:00"))).toMatchObject({
      value: { lastDay: "2021-06-28", from: "vacancy" },
    });
  });

  test("a term that the law does not have, and working days of a year without holidays, are said and not guessed", () => {
    expect(termFor(law, "wager", voted)).toMatchObject({
      ok: false,
      problem: { code: "dispute.noTerm", context: { matter: "wager" } },
    });
    expect(termFor(law, "appealCertification", at("2019-07-13T18:00-05:00"))).toMatchObject({
      ok: false,
      problem: { code: "dispute.noHolidays", context: { year: "2019" } },
    });
    expect(termFor(lawInForce(peruLaw(), runoffDates("2022-01-01")), "petition", voted).ok).toBe(false);
  });
});

describe("civil time", () => {
  // Chile's changes of the clock in 2021: back on 4 April at 03:00 UTC, forward on 5 September at 04:00 UTC.
  const changing: LawCalendar = {
    zone: "America/Santiago",
    offsets: [
      { from: at("2020-09-06T04:00Z"), offset: "-03:00" },
      { from: at("2021-04-04T03:00Z"), offset: "-04:00" },
      { from: at("2021-09-05T04:00Z"), offset: "-03:00" },
    ],
    weekend: [6, 7],
    holidays: new Map([["2021", new Set([date("2021-09-17")])]]),
  };

  test("agrees with the platform's clock over random moments, there and back", () => {
    const clock = new Intl.DateTimeFormat("en-CA", {
      timeZone: changing.zone,
      dateStyle: "short",
      timeStyle: "medium",
      hourCycle: "h23",
    });
    const moment = fc.integer({ min: Date.UTC(2020, 10, 1) / 1000, max: Date.UTC(2022, 2, 1) / 1000 });
    fc.assert(
      fc.property(moment, (seconds) => {
        const minute = Math.floor(seconds / 60) * 60_000;
        const instant = at(new Date(minute).toISOString());
        const [day, time] = [civilDateOf(changing, instant), civilTimeOf(changing, instant)];
        expect(`${day}, ${time}`).toBe(clock.format(minute));
        const back = momentOf(changing, day, time.slice(0, 5));
        expect([civilDateOf(changing, back), civilTimeOf(changing, back)]).toEqual([day, time]);
      }),
      { numRuns: 3_000 },
    );
  });

  test("a time that occurs twice is its first occurrence; one that is skipped is read with the offset before it", () => {
    expect(momentOf(changing, date("2021-04-03"), "23:30")).toBe("2021-04-04T02:30:00Z");
    expect(civilTimeOf(changing, momentOf(changing, date("2021-09-05"), "00:30"))).toBe("01:30:00");
  });

  test("days off are those of the weekend and the holidays; a year without holidays is not known", () => {
    expect(
      ["2021-09-17", "2021-09-18", "2021-09-19", "2021-09-20", "2023-09-18"].map((day) =>
        isDayOff(changing, date(day)),
      ),
    ).toEqual([true, true, true, false, null]);
  });
});

describe("fee and thresholds", () => {
  test("R3.3: 25 % of a tax unit of S/ 4,400 is S/ 1,100 for each station", () => {
    expect(feeFor(law, "petition", date("2021-06-09"))).toMatchObject({
      ok: true,
      value: { rule: "R3.3", cents: 110_000, currency: "PEN", per: "station" },
    });
    expect(feeFor(law, "petition", date("2022-06-09"))).toMatchObject({
      ok: false,
      problem: { code: "dispute.noUnit" },
    });
    expect(feeFor(law, "wager", date("2021-06-09"))).toMatchObject({ ok: false, problem: { code: "dispute.noFee" } });
  });

  const none = {
    blankVotes: 0,
    nullVotes: 0,
    validVotes: 0,
    ballotsCast: 0,
    registeredVoters: 0,
    annulledValidVotes: 0,
  };

  test("R3.8: 8 valid, 10 null or blank, 18 cast: total nullity by the organic law, none by the Constitution", () => {
    const checks = thresholdsFor(law, "totalNullity", {
      ...none,
      blankVotes: 4,
      nullVotes: 6,
      validVotes: 8,
      ballotsCast: 18,
    });
    expect(checks.map(({ article, of, part, base, reached }) => [article, of, part, base, reached])).toEqual([
      ["LOE 365", "validVotes", 10, 8, true],
      ["Const. 184", "ballotsCast", 10, 18, false],
    ]);
  });

  test("exactly two thirds is not more than two thirds; exactly a third of annulled votes is a third", () => {
    const exact = thresholdsFor(law, "totalNullity", { ...none, nullVotes: 6, validVotes: 9, ballotsCast: 9 });
    expect(exact.map(({ reached }) => reached)).toEqual([false, false]);
    const third = (annulledValidVotes: number) =>
      thresholdsFor(law, "totalNullityByDistricts", { ...none, annulledValidVotes, validVotes: 9 })[0]?.reached;
    expect([third(2), third(3)]).toEqual([false, true]);
  });

  test("the runoff of 2021: 1,228,305 null or blank votes are 6.97 % of the valid ones and 6.51 % of those cast: neither", () => {
    const figures = {
      ...none,
      blankVotes: 121_489,
      nullVotes: 1_106_816,
      validVotes: 17_628_497,
      ballotsCast: 18_856_802,
    };
    const checks = thresholdsFor(law, "totalNullity", figures);
    expect(checks.map(({ part, base, reached }) => [part, Math.round((part / base) * 10_000), reached])).toEqual([
      [1_228_305, 697, false],
      [1_228_305, 651, false],
    ]);
  });
});
