import { describe, expect, test } from "vitest";
import type { DocketEntry } from "../../../../scripts/sample-docket.js";
import { date, peruLaw } from "../../../../scripts/peru-disputes.js";
import { docket, moment, runoffCaseLaw } from "../../../../scripts/sample-docket.js";
import type { CertificationEntry } from "../record/index.js";
import { backlogOf, caseBook, caseLawOf, certificationPath, electionClock, endOfTerm, openDeadlines } from "./index.js";
import type { CaseBook } from "./index.js";

const law = runoffCaseLaw();
const settled = { flagged: 0, pending: 0 };

function book(now: string, ...entries: DocketEntry[]): CaseBook {
  return caseBook(docket(...entries), "peru-2021-runoff", law, moment(now));
}

const none = ["petition", { petition: "none" }] as const;
const petition = ["petition", { petition: "P-1", case: "C-1", stations: ["000001"], at: "2021-06-09" }] as const;
const rejected = ["ruling", { ruling: "R-1", case: "C-1", at: "2021-06-13" }] as const;
const appealed = ["appeal", { appeal: "A-1", case: "C-1", at: "2021-06-16" }] as const;
const certification: CertificationEntry = {
  at: date("2021-07-19"),
  replaces: null,
  resolution: "0750-2021-JNE",
  body: "JNE",
  edition: null,
  area: null,
  figures: {},
  elected: ["perulibre"],
  documents: [],
};

describe("the way to the certified result (R4.7)", () => {
  const path = (of: CaseBook, sheets = settled, acts: readonly CertificationEntry[] = []) =>
    certificationPath(law, of, sheets, acts) ?? expect.unreachable();
  const JULY = "2021-07-01T12:00:00-05:00";

  test("is blocked by each thing that is open, in the order of the law", () => {
    expect(path(book(JULY, petition), { flagged: 1, pending: 2 }).blocks).toEqual([
      "flaggedSheets",
      "petitions",
      "totals",
      "firstCertifications",
    ]);
    expect(path(book(JULY, petition, rejected)).blocks).toEqual(["appeals", "firstCertifications"]);
    expect(path(book(JULY, petition, rejected, ["final", { case: "C-1" }])).blocks).toEqual(["firstCertifications"]);
  });

  test("says of petitions that are not loaded that nobody knows, never that there are none", () => {
    const steps = path(book(JULY)).steps;
    expect(steps.filter(({ state }) => state === "unknown").map(({ step }) => step)).toEqual([
      "petitions",
      "appeals",
      "firstCertifications",
    ]);
    expect(path(book(JULY, none)).blocks).toEqual(["firstCertifications"]);
  });

  test("ends with the act of the plenary, not with one of a jury or of an area", () => {
    expect(path(book(JULY, none), settled, [certification]).blocks).toEqual([]);
    const ofJury = { ...certification, body: "JEE Ica" };
    const ofArea = { ...certification, area: { tree: "geographic", code: "10" } };
    expect(path(book(JULY, none), settled, [ofJury, ofArea]).steps.at(-1)?.state).toBe("open");
  });
});

describe("from the vote to the certification (R4.6)", () => {
  const later = caseLawOf(
    { ...peruLaw(), convocations: [{ election: "later", date: date("2025-03-26"), article: "x" }] },
    {
      id: "later",
      date: date("2026-06-07"),
    },
  );

  test("18, 23 and 43 days in 2011, 2016 and 2021", () => {
    const after = later.ok ? later.value : expect.unreachable();
    const clock = electionClock(after, [], moment("2026-06-17T12:00:00-05:00"));
    expect(clock.earlier.map(({ days }) => days)).toEqual([18, 23, 43]);
    expect(clock).toMatchObject({ certified: null, days: 10 });
  });

  test("of 2021 from its own act: 43 days, beside 18 and 23", () => {
    const clock = electionClock(law, [certification], moment("2021-08-01T12:00:00-05:00"));
    expect(clock).toMatchObject({ voted: "2021-06-06", certified: "2021-07-19", days: 43 });
    expect(clock.earlier.map(({ days }) => days)).toEqual([18, 23]);
    expect(electionClock(law, [], moment("2021-07-01T04:00:00Z")).days).toBe(24);
  });
});

describe("the end of the term of office (R4.5)", () => {
  const end = (now: string, acts: readonly CertificationEntry[], ...entries: DocketEntry[]) => {
    const of = book(now, ...entries);
    return endOfTerm(law, certificationPath(law, of, settled, acts), of.now) ?? expect.unreachable();
  };

  test("is at risk only when the terms that may still run would pass it; the terms are shown", () => {
    const early = end("2021-06-20T12:00:00-05:00", [], petition);
    expect(early).toMatchObject({ flag: "none", daysLeft: 38, uncounted: [] });
    expect(early.terms.map(({ matter, until }) => `${matter} ${until}`)).toEqual([
      "decidePetition 2021-06-23",
      "appealPetition 2021-06-26",
      "decideAppeal 2021-06-29",
      "appealCertification 2021-07-02",
    ]);
    expect(end("2021-07-20T12:00:00-05:00", [], petition).flag).toBe("atRisk");
    // From 19 July: the plenary until Thursday 22, then three working days until Tuesday 27; a day later, a holiday is in between.
    expect(end("2021-07-19T12:00:00-05:00", [], petition, rejected, appealed).flag).toBe("none");
    expect(end("2021-07-20T12:00:00-05:00", [], petition, rejected, appealed).flag).toBe("atRisk");
  });

  test("is passed after 28 July, and no question once the result is certified", () => {
    expect(end("2021-07-29T12:00:00-05:00", [], petition)).toMatchObject({ flag: "passed", daysLeft: -1 });
    expect(end("2021-07-29T12:00:00-05:00", [certification], none)).toMatchObject({ flag: "none", terms: [] });
  });
});

describe("open deadlines and the backlog", () => {
  test("are listed with their clock in calendar and working days, the next first", () => {
    const deadlines = openDeadlines(law, book("2021-06-09T12:00:00-05:00", petition));
    expect(deadlines).toMatchObject([
      { what: "petition", rule: "R3.2", due: "2021-06-10T01:00:00Z", days: 0, state: "running" },
      { what: "decide", case: "C-1", rule: "R3.11-first", days: 3, workingDays: 2, state: "running" },
    ]);
    const later = openDeadlines(law, book("2021-06-15T12:00:00-05:00", petition));
    expect(later.map(({ state }) => state)).toEqual(["over", "over"]);
  });

  test("one that was announced and not published is listed as not in force", () => {
    const extension = [
      "deadline",
      { deadline: "x", rule: "R3.2", due: "2021-06-12T01:00:00Z", announced: "2021-06-11" },
    ] as const;
    const listed = openDeadlines(law, book("2021-06-11T12:00:00-05:00", extension));
    expect(listed.map(({ what, state }) => [what, state])).toEqual([
      ["petition", "over"],
      ["set", "notInForce"],
    ]);
  });

  test("count the open cases of each body, those beyond its term, and the oldest", () => {
    const second = ["petition", { petition: "P-2", case: "C-2", body: "JEE Ica", at: "2021-06-12" }] as const;
    const of = book("2021-06-17T12:00:00-05:00", petition, second, rejected, appealed);
    expect(backlogOf(of)).toEqual([
      { body: "JEE Ica", open: 1, over: 1, oldest: 5 },
      { body: "finalTribunal", open: 1, over: 0, oldest: 8 },
    ]);
    expect(backlogOf(book("2021-06-20T12:00:00-05:00", petition))).toMatchObject([{ open: 1, over: 1, oldest: 11 }]);
  });
});
