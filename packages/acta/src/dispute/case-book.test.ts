import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docket, moment, runoffCaseLaw } from "../../../../scripts/sample-docket.js";
import type { DocketEntry as Entry } from "../../../../scripts/sample-docket.js";
import { bodyNamed, caseBook, doneBy, openPetitions } from "./index.js";
import type { CaseBook, CaseRecord } from "./index.js";

const law = runoffCaseLaw();

const NOW = moment("2021-07-01T12:00:00-05:00");

function bookOf(entries: readonly Entry[], now = NOW): CaseBook {
  return caseBook(docket(...entries), "peru-2021-runoff", law, now);
}

function only(entries: readonly Entry[], now = NOW): CaseRecord {
  return bookOf(entries, now).cases[0] ?? expect.unreachable();
}

const petition = (fields: Readonly<Record<string, unknown>> = {}): Entry => [
  "petition",
  { petition: "P-1", case: "C-1", stations: ["000001"], at: "2021-06-09T20:00:00Z", ...fields },
];
const ruling = (fields: Readonly<Record<string, unknown>> = {}): Entry => [
  "ruling",
  { ruling: "R-1", case: "C-1", at: "2021-06-13", ...fields },
];
const plenary = { instance: 2, body: "finalTribunal", ruling: "R-2" };

describe("the two petitions of R3.11, days taken against days allowed", () => {
  const of073612: readonly Entry[] = [
    petition({ case: "SEPEG.2021004842", stations: ["073612"], at: "2021-06-10T00:37:00Z" }),
    ruling({ case: "SEPEG.2021004842", at: "2021-06-13", outcome: "rejectedOnMerits", word: "infundada" }),
    ["appeal", { appeal: "A-1", case: "SEPEG.2021004842", of: 11 }],
    ruling({ ...plenary, case: "SEPEG.2021004842", ruling: "0713-2021-JNE", at: "2021-06-28" }),
  ];

  test("073612, filed 9 June at 19:37: in time; 4 days at the jury and 15 at the plenary, where the law has 3 and 3", () => {
    const record = only(of073612);
    expect(record.petitions[0]?.review).toMatchObject({
      time: { kind: "inTime", rule: "R3.2" },
      outlook: "examinable",
    });
    expect(record.spans).toMatchObject([
      { instance: 1, from: "filing", start: "2021-06-09", end: "2021-06-13", days: 4, allowed: { days: 3 }, over: 1 },
      {
        instance: 2,
        from: "rulingBelow",
        start: "2021-06-13",
        end: "2021-06-28",
        days: 15,
        allowed: { days: 3 },
        over: 12,
      },
    ]);
    expect(record.state).toEqual({ kind: "final", how: "decided", outcome: "rejectedOnMerits" });
  });

  test("006824, filed on 9 June at an hour that nobody gives: not examined after 1 day; the plenary after 19 more; 20 in all", () => {
    const record = only([
      petition({ stations: ["006824"], at: "2021-06-09" }),
      ruling({ at: "2021-06-10", outcome: "notExamined", word: "improcedente" }),
      ["appeal", { appeal: "A-2", case: "C-1", of: 11 }],
      ruling({ ...plenary, ruling: "0720-2021-JNE", at: "2021-06-29" }),
    ]);
    expect(record.petitions[0]?.review?.time).toMatchObject({ kind: "unknown", why: "onlyDay" });
    expect(record.spans.map(({ days, over }) => [days, over])).toEqual([
      [1, 0],
      [19, 16],
    ]);
  });

  test("working days leave out weekends: 9 to 13 June 2021 (Wednesday to Sunday) are two", () => {
    expect(only(of073612).spans.map(({ workingDays }) => workingDays)).toEqual([2, 11]);
  });
});

describe("what a petition needs (R3.1 to R3.3)", () => {
  const review = (fields: Readonly<Record<string, unknown>>) =>
    only([petition(fields)]).petitions[0]?.review ?? expect.unreachable();
  const states = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(review(fields).requisites.map(({ requisite, state }) => [requisite, state]));

  test("ground b needs no note on the sheet; a, c and d do", () => {
    expect(states({ ground: "b" })).toEqual({ standing: "met", time: "met", noted: "notNeeded", fee: "met" });
    for (const ground of ["a", "c", "d"]) expect(states({ ground, noted: "no" })["noted"]).toBe("lacking");
    expect(review({ ground: "a", noted: "no" }).outlook).toBe("notExamined");
  });

  test("after 20:00 of 9 June in Lima it is late, in whatever zone its time is written", () => {
    expect(review({ at: "2021-06-10T01:00:00Z" }).time.kind).toBe("inTime");
    const late = review({ at: "2021-06-10T01:00:01Z" });
    expect(late).toMatchObject({ outlook: "notExamined", time: { kind: "late", deadline: "2021-06-10T01:00:00Z" } });
    expect(review({ at: "2021-06-10" }).time.kind).toBe("late");
    expect(review({ at: "2021-06-08" }).time.kind).toBe("inTime");
    expect(review({ at: null }).time).toMatchObject({ kind: "unknown", why: "noTime" });
  });

  test("a voter or observer has no standing; of whom nobody says who filed, it is not known", () => {
    for (const role of ["voter", "observer", "tableAgent"])
      expect(review({ filer: { role, party: "" } }).outlook).toBe("notExamined");
    expect(states({ filer: { role: "unknown", party: "" } })["standing"]).toBe("unknown");
  });

  test("a missing fee was not settled in 2021; the fee is S/ 1,100 a station", () => {
    const missing = review({ fee: "missing", stations: ["000001", "000002"] });
    expect(missing.requisites.at(-1)).toEqual({ requisite: "fee", state: "lacking", effect: "unsettled" });
    expect(missing).toMatchObject({ outlook: "unsettled", fee: { cents: 110_000, sum: 220_000, currency: "PEN" } });
  });

  test("without a ground, only what all grounds agree on is said", () => {
    expect(states({ ground: "" })).toEqual({ standing: "met", time: "met", noted: "unknown", fee: "met" });
    expect(review({ ground: "" }).ground).toBeNull();
  });
});

describe("deadlines (R3.4)", () => {
  const extension = (published: string | null): Entry => [
    "deadline",
    {
      deadline: "extension of 11 June",
      rule: "R3.2",
      due: "2021-06-12T01:00:00Z",
      announced: "2021-06-11T15:00:00Z",
      published,
    },
  ];
  const late = petition({ at: "2021-06-11T20:00:00Z" });

  test("announced on 11 June and never published: not in force, and the petition of that day is late", () => {
    const book = bookOf([extension(null), late]);
    expect(book.deadlines).toMatchObject([{ inForce: false }]);
    expect(book.cases[0]?.petitions[0]?.review?.time).toMatchObject({ kind: "late", movedBy: "" });
  });

  test("had it been published, petitions from then on would have been in time, and no earlier ones", () => {
    const time = (published: string) => bookOf([extension(published), late]).cases[0]?.petitions[0]?.review?.time;
    expect(time("2021-06-11T16:00:00Z")).toMatchObject({ kind: "inTime", movedBy: "extension of 11 June" });
    expect(time("2021-06-11T21:00:00Z")).toMatchObject({ kind: "late", movedBy: "" });
  });
});

describe("where a case stands", () => {
  const kind = (...more: readonly Entry[]) => only([petition(), ...more]).state.kind;
  const notified: Entry = ["notification", { of: 11, at: "2021-06-14T15:00:00Z" }];

  test("filed, heard, curable, not examined, decided, notified, appealed, final", () => {
    expect(kind()).toBe("filed");
    expect(kind(["hearing", { case: "C-1", state: "called" }])).toBe("filed");
    expect(kind(["hearing", { case: "C-1", state: "held" }])).toBe("heard");
    expect(kind(ruling({ outcome: "curable" }))).toBe("curable");
    expect(kind(ruling({ outcome: "notExamined" }))).toBe("notExamined");
    expect(kind(ruling())).toBe("decided");
    expect(kind(ruling(), notified)).toBe("notified");
    expect(kind(ruling(), notified, ["appeal", { appeal: "A", case: "C-1", of: 11 }])).toBe("appealed");
    expect(kind(ruling(), notified, ["final", { case: "C-1", of: 11 }])).toBe("final");
    expect(kind(ruling(), ["appeal", { appeal: "A", case: "C-1", of: 11 }], ruling(plenary))).toBe("final");
  });

  test("the term for an appeal runs from the notification, not from the decision: until it there is none", () => {
    expect(only([petition(), ruling()]).rulings[0]).toMatchObject({ notified: null, appealUntil: null });
    expect(only([petition(), ruling(), notified]).state).toMatchObject({
      kind: "notified",
      appealUntil: "2021-06-18T01:00:00Z",
      termOver: true,
    });
    const then = only([petition(), ruling(), notified], moment("2021-06-17T19:00:00-05:00"));
    expect(then.state).toMatchObject({ termOver: false });
    const filed = (at: string) =>
      only([petition(), ruling(), notified, ["appeal", { appeal: "A", case: "C-1", of: 11, at }]]).appeals[0]?.time
        ?.kind;
    expect([filed("2021-06-18T01:00:00Z"), filed("2021-06-18T01:00:01Z")]).toEqual(["inTime", "late"]);
  });

  test("a cured petition goes on: a ruling after a curable one is no second ruling", () => {
    const record = only([petition(), ruling({ outcome: "curable" }), ruling({ ruling: "R-1b", outcome: "upheld" })]);
    expect(record).toMatchObject({ state: { kind: "decided", ruling: "R-1b", outcome: "upheld" }, problems: [] });
  });

  test("a ruling twice or after the end changes nothing, and says why", () => {
    const twice = only([petition(), ruling(), ruling({ ruling: "R-9", outcome: "upheld" })]);
    expect(twice.state).toMatchObject({ kind: "decided", ruling: "R-1" });
    expect(twice.problems).toMatchObject([{ code: "dispute.ruledTwice", context: { ruling: "R-9", other: "R-1" } }]);
    const late = only([
      petition(),
      ruling(),
      ["final", { case: "C-1", of: 11 }],
      ruling({ ...plenary, outcome: "upheld" }),
    ]);
    expect(late.state).toMatchObject({ kind: "final", how: "unappealed" });
    expect(late.problems).toMatchObject([{ code: "dispute.afterFinal" }]);
  });

  test("an act on a case that nobody opened opens it; an act that was replaced is not in it", () => {
    expect(bookOf([ruling({ case: "C-7" })]).cases).toMatchObject([{ case: "C-7", matter: "other" }]);
    const replaced = only([petition(), petition({ stations: ["000002"], replaces: 10 })]);
    expect(replaced.stations).toEqual(["000002"]);
  });

  test("joined cases follow the one that they went into; a circle joins nothing", () => {
    const join = (number: string, ...joins: readonly string[]): Entry => [
      "case",
      { case: number, body: "JEE Ica", joins },
    ];
    const entries = [petition(), petition({ petition: "P-2", case: "C-2" }), join("C-1", "C-2")];
    const book = bookOf(entries);
    expect(book.cases[1]?.state).toEqual({ kind: "joined", into: "C-1" });
    const open = openPetitions(book);
    expect(open.kind === "loaded" && open.located.length).toBe(2);
    const closed = openPetitions(bookOf([...entries, ["final", { case: "C-1" }]]));
    expect(closed).toMatchObject({ kind: "loaded", located: [] });
    const circle = bookOf([join("C-1", "C-2"), join("C-2", "C-1")]);
    expect(circle.cases.map(({ state }) => state.kind)).toEqual(["filed", "joined"]);
  });
});

describe("the plenary in time (R1.9)", () => {
  const seats = ["supremeCourt", "supremeProsecutors", "publicLawDeans", "privateLawDeans"];
  const june: readonly Entry[] = [
    ["membership", { seat: "limaBar", state: "empty", at: "2021-06-01" }],
    ["membership", { seat: "supremeProsecutors", state: "declined", at: "2021-06-23T17:00:00Z" }],
    ["membership", { seat: "supremeProsecutors", state: "substituted", at: "2021-06-24T17:00:00Z" }],
  ];
  const decided = (at: string, more: Readonly<Record<string, unknown>> = {}, ...votes: readonly Entry[]) => {
    const book = bookOf([...june, petition(), ruling(), ...votes, ruling({ ...plenary, at, ...more })]);
    return book.cases[0] ?? expect.unreachable();
  };
  const vote = (seat: string, cast: string, casting = false): Entry => [
    "vote",
    { case: "C-1", seat, vote: cast, casting },
  ];

  test("on 22 June four sit; on the evening of 23 June three, and its ruling decides nothing; on 25 June four again", () => {
    expect(decided("2021-06-22T17:00:00Z").state.kind).toBe("final");
    const without = decided("2021-06-23T22:00:00Z");
    expect(without.state).toMatchObject({ kind: "decided", ruling: "R-1" });
    expect(without.problems).toMatchObject([{ code: "dispute.noQuorum", context: { present: 3, quorum: 4 } }]);
    const again = decided("2021-06-25T17:00:00Z");
    expect([again.state.kind, again.problems]).toEqual(["final", []]);
    expect(again.rulings[1]?.review?.sitting?.present).toEqual(seats);
  });

  test("votes by member: 3 to 1 with the dissent that the ruling says; another number is told", () => {
    const votes = seats.map((seat, at) => vote(seat, at === 1 ? "inFavour" : "against"));
    const good = decided("2021-06-22T17:00:00Z", { dissent: 1 }, ...votes);
    expect(good.rulings[1]?.review).toMatchObject({
      decision: { position: "against", dissent: [seats[1]] },
      problems: [],
    });
    const wrong = decided("2021-06-22T17:00:00Z", { dissent: 0 }, ...votes);
    expect(wrong.problems).toMatchObject([{ code: "dispute.dissentDiffers", context: { said: 0, votes: 1 } }]);
    const other = decided("2021-06-22T17:00:00Z", { outcome: "upheld", dissent: 1 }, ...votes);
    expect(other.problems).toMatchObject([{ code: "dispute.voteContradicts" }]);
  });

  test("a tie goes with the chair; a casting vote without a tie or from another seat is told", () => {
    const tie = seats.map((seat, at) => vote(seat, at % 2 === 0 ? "against" : "inFavour", at === 0));
    const done = decided("2021-06-22T17:00:00Z", { dissent: 2 }, ...tie);
    expect(done).toMatchObject({ state: { kind: "final" }, problems: [] });
    expect(done.rulings[1]?.review?.decision?.by).toBe("castingVote");
    const all = seats.map((seat, at) => vote(seat, "against", at === 0));
    expect(decided("2021-06-22T17:00:00Z", {}, ...all).problems).toMatchObject([{ code: "dispute.noTie" }]);
    const dean = seats.map((seat, at) => vote(seat, "against", at === 3));
    expect(decided("2021-06-22T17:00:00Z", {}, ...dean).problems).toMatchObject([{ code: "dispute.notChair" }]);
  });

  test("a recused member does not sit: with four, one recusal leaves no quorum", () => {
    const recused = decided("2021-06-22T17:00:00Z", {}, vote("supremeCourt", "recused"));
    expect(recused.problems).toMatchObject([{ code: "dispute.noQuorum" }]);
  });
});

describe("what is open", () => {
  test("nothing is said while no petition or case is in the record; that there are none is an act of its own", () => {
    expect(openPetitions(bookOf([]))).toEqual({ kind: "notLoaded" });
    expect(bookOf([["membership", { seat: "limaBar", state: "empty" }]]).petitions).toBe("notLoaded");
    const none = bookOf([["petition", { petition: "none" }]]);
    expect([none.petitions, none.cases]).toEqual(["none", []]);
    expect(openPetitions(none)).toEqual({ kind: "loaded", located: [], unlocated: [], wider: [] });
  });

  test("stations with filer, ground and whether in time; counts without stations; what asks for more than stations", () => {
    const area = { tree: "geographic", code: "0801" };
    const open = openPetitions(
      bookOf([
        petition(),
        petition({ petition: "P-2", case: "C-2", stations: [], unlocated: 173, area, at: null }),
        petition({ petition: "P-3", case: "C-3", asks: "electionAnnulment", ground: "", stations: [] }),
        petition({ petition: "P-4", case: "C-4" }),
        ["final", { case: "C-4", how: "decided" }],
      ]),
    );
    expect(open).toEqual({
      kind: "loaded",
      located: [{ station: "000001", filer: "fp", ground: "b", time: "inTime", case: "C-1" }],
      unlocated: [{ filer: "fp", stations: 173, area, time: "unknown" }],
      wider: [{ filer: "fp" }],
    });
  });
});

describe("771 petitions as of 10 June 2021 (R3.10)", () => {
  test("the rule decides each by its own filing time: 165 before the closing hour are in time, 606 after it are not", () => {
    const closing = Date.UTC(2021, 5, 10, 1);
    const at = (seconds: number) => new Date(closing + seconds * 1000).toISOString().replace(".000", "");
    const filed = Array.from({ length: 771 }, (_, each) => at(each < 165 ? -60 * each : 1 + 60 * (each - 165)));
    const book = bookOf(filed.map((time, each) => petition({ petition: `P-${each}`, case: "", at: time })));
    const times = book.cases.map(({ petitions }) => petitions[0]?.review?.time.kind);
    expect([times.filter((time) => time === "inTime").length, times.filter((time) => time === "late").length]).toEqual([
      165, 606,
    ]);
  });
});

describe("any docket (random ones)", () => {
  const entries: readonly Entry[] = [
    petition(),
    ruling(),
    ["notification", { case: "C-1", of: null, at: "2021-06-14" }],
    ["appeal", { appeal: "A-1", case: "C-1", at: "2021-06-15" }],
    ["hearing", { case: "C-1", at: "2021-06-12" }],
    petition({ petition: "P-2", case: "C-2", stations: ["000009"] }),
    ["case", { case: "C-2", body: "firstTribunal:ica", stations: ["000010"] }],
  ];

  test("stands where it stands in whatever order its acts were recorded", () => {
    const facts = (order: readonly Entry[]) =>
      bookOf(order)
        .cases.map(({ case: number, state, stations, matter }) => ({ number, kind: state.kind, stations, matter }))
        .toSorted((a, b) => (a.number < b.number ? -1 : 1));
    const expected = facts(entries);
    fc.assert(
      fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), (order) => {
        expect(facts(order)).toEqual(expected);
      }),
    );
  });

  test("an earlier book is the fold stopped early: a later act never changes what is in an earlier one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: entries.length }), (size) => {
        const acts = docket(...entries);
        const early = caseBook(acts.slice(0, size), "peru-2021-runoff", law, NOW);
        expect(early).toEqual(bookOf(entries.slice(0, size)));
        for (const { key } of early.cases) expect(bookOf(entries).cases.map((each) => each.key)).toContain(key);
      }),
    );
  });
});

describe("a moment of its own time", () => {
  const acts = docket(
    petition({ at: "2021-06-09" }),
    ruling({ at: "2021-06-13" }),
    ["appeal", { appeal: "A-1", case: "C-1", of: 11 }],
    ["hearing", { case: "C-1", state: "called", at: "2021-06-23" }],
    ["deadline", { deadline: "x", due: "2021-06-12T01:00:00Z", announced: "2021-06-11" }],
    ruling({ ...plenary, at: "2021-06-28" }),
  );
  const then = (now: string) => caseBook(doneBy(law, acts, moment(now)), "peru-2021-runoff", law, moment(now));

  test("leaves out what was done later, also an appeal without a day against a later ruling; a hearing stays", () => {
    const kinds = ["2021-06-12", "2021-06-20", "2021-06-28"].map(
      (day) => then(`${day}T12:00:00-05:00`).cases[0]?.state.kind,
    );
    expect(kinds).toEqual(["filed", "appealed", "final"]);
    expect(then("2021-06-10T12:00:00-05:00")).toMatchObject({ deadlines: [], cases: [{ hearings: [{ index: 13 }] }] });
    expect(then("2021-06-11T12:00:00-05:00").deadlines).toMatchObject([{ inForce: false }]);
  });
});

describe("names of bodies", () => {
  test("are read as sources write them, with and without accents, or as ids", () => {
    const id = (text: string) => bodyNamed(law.law, text)?.id;
    expect(id("JEE Huamanga")).toBe("firstTribunal:huamanga");
    expect(id("Jurado Electoral Especial de Áncash")).toBe("firstTribunal:ancash");
    expect(id("jee-lima-centro-1")).toBe("firstTribunal:lima-centro-1");
    expect(id("firstTribunal:lima-centro-1")).toBe("firstTribunal:lima-centro-1");
    expect(id("Pleno del JNE")).toBe("finalTribunal");
    expect(id("Senate")).toBeUndefined();
  });
});
