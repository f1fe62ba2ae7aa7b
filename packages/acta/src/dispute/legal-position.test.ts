import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peruLaw } from "../../../../scripts/peru-disputes.js";
import { parseInstant } from "../basics/index.js";
import type { Instant } from "../basics/index.js";
import { parseDefinition } from "../election/index.js";
import type { Election, Status } from "../election/index.js";
import type { Act, ActEntries, BatchHeader } from "../record/index.js";
import { SAMPLE_ACTS } from "../record/sample-acts.js";
import { actsOfStations, legalFrame, legalPosition, openActsOn } from "./index.js";
import type { LegalFrame, LegalPosition, SheetMention } from "./index.js";

function at(text: string): Instant {
  return parseInstant(text) ?? expect.unreachable(text);
}

function electionOf(): Election {
  const election = parseDefinition({
    format: "acta-election/1",
    id: "peru-2021-runoff",
    name: "Runoff",
    date: "2021-06-06",
    timeZone: "America/Lima",
    provenance: "synthetic",
    authority: { name: "Authority" },
    options: [{ id: "a", name: "A" }],
    contests: [{ id: "president", name: "P", options: ["a"], cells: ["voters"], outcome: { rule: "plurality" } }],
    trees: [
      {
        id: "geographic",
        name: "G",
        root: { code: "X", level: "country", name: "X" },
        levels: [{ id: "district", name: "D" }],
      },
    ],
    statuses: [
      { id: "counted", state: "counted", words: [["C"]] },
      { id: "resolved", state: "counted", resolved: true, words: [["R"]] },
      { id: "annulled", state: "annulled", resolved: true, words: [["A"]] },
      { id: "error", state: "referred", flags: ["materialError"], words: [["E"]] },
      { id: "challenged", state: "referred", flags: ["challengedVotes"], words: [["I"]] },
      { id: "pending", state: "pending", words: [["P"]] },
    ],
    sources: [],
  });
  return election.ok ? election.value : expect.unreachable(JSON.stringify(election.problem));
}

const ELECTION = electionOf();
const framed = legalFrame([{ law: peruLaw(), since: 0 }], ELECTION);
const frame: LegalFrame = framed.ok ? framed.value : expect.unreachable(framed.problem.code);

const HEADER: BatchHeader = {
  kind: "ruling",
  version: 1,
  count: 1,
  actor: { role: "tribunal", name: "Jury" },
  signer: "recorder",
  basis: "reported",
  source: "",
  asOf: null,
  recordedAt: at("2021-06-20T12:00:00Z"),
  reason: "",
  election: ELECTION.id,
  definition: "",
  scope: "president",
  copy: "",
};

const STATION = "000001";

function statusOf(id: string): Status {
  return ELECTION.statuses.find((each) => each.id === id) ?? expect.unreachable(id);
}

function mention(entry: number, status: string, figures = "[1]"): SheetMention {
  return { entry, status: statusOf(status), figures, asOf: null, actor: "Authority" };
}

function ruling(index: number, more: Partial<ActEntries["ruling"]> = {}): Act {
  const entry: ActEntries["ruling"] = {
    ...SAMPLE_ACTS.ruling,
    ruling: `R-${index}`,
    case: "",
    body: "firstTribunal",
    outcome: "corrected",
    at: at("2021-06-13T18:00:00-05:00"),
    effects: [[STATION, "resolved", [1], 0]],
    ...more,
  };
  return { kind: "ruling", entry, index, header: HEADER };
}

function appeal(index: number, of: number): Act {
  const entry: ActEntries["appeal"] = {
    ...SAMPLE_ACTS.appeal,
    case: "",
    of,
    body: "finalTribunal",
    at: at("2021-06-15T12:00:00-05:00"),
  };
  return { kind: "appeal", entry, index, header: HEADER };
}

function known(index: number, of: number, form: "notification" | "publication", day: string): Act {
  const entry: ActEntries["notification"] = { ...SAMPLE_ACTS.notification, case: "", of, form, at: at(day) };
  return { kind: "notification", entry, index, header: HEADER };
}

function final(index: number, of: number): Act {
  return { kind: "final", entry: { ...SAMPLE_ACTS.final, case: "", of }, index, header: HEADER };
}

function position(sheets: readonly SheetMention[], acts: readonly Act[], by = frame): LegalPosition {
  const its = actsOfStations(acts, { election: ELECTION.id, contest: "president" }).get(STATION) ?? [];
  return legalPosition(STATION, sheets, its, by);
}

describe("the legal state that follows from a source alone", () => {
  test.each([
    [["pending"], null],
    [["counted"], { kind: "counted" }],
    [["error"], { kind: "referred", reasons: ["materialError"] }],
    [["annulled"], { kind: "ruled", effect: "annulled" }],
    [["resolved"], { kind: "ruled", effect: "unknown" }],
    [["error", "resolved"], { kind: "ruled", effect: "kept" }],
  ])("%j is %j, and says that it is reported", (statuses, state) => {
    const found = position(
      statuses.map((status, entry) => mention(entry, status)),
      [],
    );
    expect(found).toMatchObject({ basis: "reported", state });
  });

  test("a sheet that comes back with other figures was corrected, one with the same was kept", () => {
    expect(position([mention(1, "error", "[1]"), mention(2, "resolved", "[2]")], []).state).toEqual({
      kind: "ruled",
      effect: "corrected",
    });
  });

  test("where a source alone says resolved, nobody is told that an appeal is open", () => {
    expect(openActsOn(position([mention(1, "annulled")], []), frame, at("2021-06-17T12:00:00Z"))).toEqual([]);
  });
});

describe("the legal state by acts", () => {
  test("each step has its rule, article and entry", () => {
    const { state, events } = position(
      [mention(1, "error")],
      [ruling(2), appeal(3, 2), ruling(4, { body: "finalTribunal", instance: 2, outcome: "rejectedOnMerits" })],
    );
    expect(state).toEqual({ kind: "final", effect: "corrected", how: "decided" });
    expect(events.map(({ entry, kind, rule }) => [entry, kind, rule])).toEqual([
      [1, "reported", ""],
      [2, "taken", "R2.7-rule"],
      [3, "taken", "R2.16-appeal"],
      [4, "taken", "R1.7"],
    ]);
  });

  test("on challenged votes the jury decides in final instance (R2.11)", () => {
    expect(position([mention(1, "challenged")], [ruling(2)]).state).toEqual({
      kind: "final",
      effect: "corrected",
      how: "decided",
    });
  });

  test("an upheld petition annuls a counted sheet; a rejected one leaves it counted (R3.6)", () => {
    const petition: Act = {
      kind: "petition",
      entry: { ...SAMPLE_ACTS.petition, stations: [STATION] },
      index: 2,
      header: HEADER,
    };
    expect(
      position(
        [mention(1, "counted")],
        [petition, ruling(3, { outcome: "upheld", effects: [[STATION, "annulled", [1], 0]] })],
      ).state,
    ).toEqual({
      kind: "ruled",
      effect: "annulled",
    });
    expect(position([mention(1, "counted")], [petition, ruling(3, { outcome: "rejectedOnMerits" })])).toMatchObject({
      state: { kind: "counted" },
      events: [{}, { by: "petition", kind: "noted" }, { by: "ruling", kind: "noted" }],
    });
  });

  test("on appeal the last body may uphold a petition against a counted sheet, and nothing else against one (R3.5)", () => {
    const petition: Act = {
      kind: "petition",
      entry: { ...SAMPLE_ACTS.petition, stations: [STATION] },
      index: 2,
      header: HEADER,
    };
    const upheld = ruling(3, {
      outcome: "upheld",
      instance: 2,
      body: "finalTribunal",
      effects: [[STATION, "annulled", [1], 0]],
    });
    expect(position([mention(1, "counted")], [petition, upheld]).state).toEqual({
      kind: "final",
      effect: "annulled",
      how: "decided",
    });
    expect(position([mention(1, "counted")], [upheld]).state).toEqual({ kind: "counted" });
  });

  test("the term to appeal runs from publication, not from the decision nor a notification (R2.16)", () => {
    const sheets = [mention(1, "error")];
    const open = (acts: readonly Act[], now: string) =>
      openActsOn(position(sheets, acts), frame, at(now)).find(({ act }) => act === "appeal");
    expect(open([ruling(2)], "2021-06-30T00:00:00Z")).toMatchObject({ term: "notBegun", until: null });
    expect(
      open([ruling(2), known(3, 2, "notification", "2021-06-08T12:00:00-05:00")], "2021-06-30T00:00:00Z"),
    ).toMatchObject({ term: "notBegun" });
    const published = [ruling(2), known(3, 2, "publication", "2021-06-08T12:00:00-05:00")];
    expect(open(published, "2021-06-12T00:59:59Z")).toMatchObject({
      term: "running",
      until: "2021-06-12T01:00:00Z",
      by: "legalAgent",
    });
    expect(open(published, "2021-06-12T01:00:01Z")).toMatchObject({ term: "ended" });
  });

  test("once an act has moved it, what a source says later is noted and moves nothing", () => {
    const found = position([mention(1, "error"), mention(5, "counted")], [ruling(2)]);
    expect(found).toMatchObject({ basis: "recorded", state: { kind: "ruled" }, reported: { entry: 5 } });
  });

  test("a ruling that another one corrects counts no more", () => {
    const corrected = ruling(3, { replaces: 2, outcome: "annulled" });
    expect(position([mention(1, "error")], [ruling(2), corrected]).state).toEqual({
      kind: "ruled",
      effect: "annulled",
    });
  });

  test("whatever order acts come in: what the law refuses moves nothing, and nothing leaves final", () => {
    const anAct = fc.constantFrom<(index: number) => Act>(
      (index) => ruling(index),
      (index) => ruling(index, { outcome: "annulled" }),
      (index) => ruling(index, { body: "finalTribunal", instance: 2, outcome: "upheld" }),
      (index) => appeal(index, 2),
      (index) => final(index, 2),
      (index) => known(index, 2, "publication", "2021-06-14T12:00:00Z"),
    );
    const start = fc.constantFrom("counted", "error", "challenged", "pending");
    fc.assert(
      fc.property(start, fc.array(anAct, { maxLength: 8 }), (status, makers) => {
        const { events, state } = position(
          [mention(1, status)],
          makers.map((make, place) => make(place + 2)),
        );
        let before: unknown = null;
        let ended = false;
        for (const event of events) {
          if (event.kind === "refused") expect(event.problem).not.toBeNull();
          if (event.kind === "refused" || event.kind === "noted") expect(event.state).toEqual(before);
          if (event.kind === "taken") {
            expect(ended).toBe(false);
            expect(event.rule).not.toBe("");
          }
          before = event.state;
          ended = event.state?.kind === "final";
        }
        expect(state).toEqual(before);
      }),
    );
  });

  test("an act is judged by the law set that the record held when it came: a later one changes nothing", () => {
    const law = peruLaw();
    const strict = { ...law, rules: law.rules.filter((rule) => rule.kind !== "transition") };
    const both = legalFrame(
      [
        { law, since: 0 },
        { law: strict, since: 3 },
      ],
      ELECTION,
    );
    const found = position(
      [mention(1, "error")],
      [ruling(2), appeal(4, 2)],
      both.ok ? both.value : expect.unreachable(),
    );
    expect(found.events).toMatchObject([{}, { kind: "taken", rule: "R2.7-rule" }, { kind: "refused" }]);
  });

  test("without a law set every act is taken, under no rule", () => {
    const bare = legalFrame([], ELECTION);
    const found = position([mention(1, "counted")], [ruling(2)], bare.ok ? bare.value : expect.unreachable());
    expect(found).toMatchObject({ state: { kind: "ruled" }, events: [{}, { kind: "taken", rule: "", article: "" }] });
    expect(openActsOn(found, bare.ok ? bare.value : expect.unreachable(), at("2021-06-17T12:00:00Z"))).toEqual([]);
  });
});
