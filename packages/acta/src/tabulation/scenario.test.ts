import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Result } from "../basics/index.js";
import { BLANK } from "../sheet/index.js";
import { compareScenario, parseScenario, policiesOf, scopeOfArea } from "./index.js";
import type { Petitions, ScenarioOutcome } from "./index.js";
import { sampleCount } from "./sample-count.js";
import type { SampleCount, SampleStation } from "./sample-count.js";

const NOT_LOADED: Petitions = { kind: "notLoaded" };

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const written = (...overrides: readonly unknown[]) => ({ format: "acta-scenario/1", id: "test", overrides });

/** Figures: a, b, c, blank, null, challenged, voters. */
const STATIONS: readonly SampleStation[] = [
  { registered: 300, figures: [100, 40, 10, 5, 5, 0, 160] },
  { registered: 300, figures: [90, 85, 0, 0, 5, 0, 180] },
  { registered: 300, region: "2", figures: [20, 100, 5, 0, 0, 0, 125] },
  { registered: 300, region: "2", status: "referred", figures: [10, 90, 0, 0, 0, 2, 100] },
  { registered: 300, region: "2", status: "annulled", figures: [0, 0, 0, 0, 150, 0, 150] },
  { registered: 300, status: "pending", figures: [] },
];
const rules = { options: 3, outcome: { rule: "plurality" } };
const sample = sampleCount(rules, STATIONS);
const WHOLE = { code: "X", name: "X", level: "country", wholeContest: true };

function compare(document: unknown, more: { count?: SampleCount; policy?: string; petitions?: Petitions } = {}) {
  const ground = { ...(more.count ?? sample), petitions: more.petitions ?? NOT_LOADED };
  const policy = policiesOf(ground.election).find(({ id }) => id === (more.policy ?? "counted"));
  const view = { policy: policy ?? expect.unreachable(), area: WHOLE, scope: null };
  return compareScenario(ground, valueOf(parseScenario(document)), view);
}
const suppose = (select: unknown, action: unknown, more = {}): ScenarioOutcome =>
  valueOf(compare(written({ select, action }), more));
const votesIn = ({ supposed }: ScenarioOutcome): readonly number[] => supposed.options.map(({ votes }) => votes);

describe("what a scenario does to the count", () => {
  test("annul: the votes leave, the ballots become null, the sheet stays in", () => {
    const outcome = suppose({ stations: ["1000"] }, { kind: "annul" });
    expect(votesIn(outcome)).toEqual([110, 185, 5]);
    expect(outcome.supposed).toMatchObject({
      nullVotes: outcome.today.nullVotes + 155,
      ballotsCast: outcome.today.ballotsCast,
      stations: { annulled: 2 },
    });
    expect(outcome.lead).toEqual({ option: "b", today: 15, supposed: 75 });
    expect(outcome.gains.map(({ votes }) => votes)).toEqual([-100, -40, -10]);
  });

  test("restore: a flagged sheet is counted as written, one that was annulled at what had been filed", () => {
    expect(votesIn(suppose({ stations: ["1003"] }, { kind: "restore" }))).toEqual([220, 315, 15]);
    const known = sampleCount(rules, STATIONS);
    known.table.first.set(4, { status: 3, cells: [140, 10, 0, 0, 0, 0, 150] });
    const outcome = suppose({ states: ["annulled"] }, { kind: "restore" }, { count: known });
    expect(votesIn(outcome)).toEqual([350, 235, 15]);
    expect(outcome).toMatchObject({ changesLeader: true, lead: { option: "b", today: 15, supposed: -115 } });
  });

  test("swap: two options change places, nothing else moves", () => {
    const outcome = suppose({ stations: ["1000"] }, { kind: "swap", options: ["a", "b"] });
    expect(votesIn(outcome)).toEqual([150, 285, 15]);
    expect(outcome.supposed).toMatchObject({
      nullVotes: outcome.today.nullVotes,
      validVotes: outcome.today.validVotes,
    });
  });

  test("correct: cells get counts, and a sheet that was not counted is", () => {
    expect(votesIn(suppose({ stations: ["1003"] }, { kind: "correct", cells: { a: 11, challenged: 0 } }))).toEqual([
      221, 315, 15,
    ]);
    expect(votesIn(suppose({ stations: ["1000"] }, { kind: "correct", cells: { a: 101 } }))).toEqual([211, 225, 15]);
  });

  test("overrides are made one after the other, each on what the last has left", () => {
    const swap = { select: { stations: ["1000"] }, action: { kind: "swap", options: ["a", "b"] } };
    const rule = { select: { share: { option: "b", moreThan: "60/100" } }, action: { kind: "annul" } };
    const outcome = valueOf(compare(written(swap, rule)));
    // 1000 has 100 of 150 for b only after the swap; 1003 is flagged and not counted, annulled all the same.
    expect(outcome.overrides.map(({ selected, changed }) => [selected, changed])).toEqual([
      [1, 1],
      [3, 3],
    ]);
    expect(outcome.changedSheets).toBe(3);
    expect(votesIn(outcome)).toEqual([90, 85, 0]);
  });

  test("what stayed as it was is counted, by reason", () => {
    const outcome = suppose({ area: { tree: "geo", code: "2" } }, { kind: "annul" });
    expect(outcome.overrides[0]).toMatchObject({ selected: 3, changed: 2, unchanged: { alreadyAnnulled: 1 } });
    const pending = suppose({ states: ["counted", "pending"] }, { kind: "annul" });
    expect(pending.overrides[0]).toMatchObject({ selected: 4, changed: 3, unchanged: { noFigures: 1 } });
  });

  test("under every policy, first figures too, it is the scenario that counts", () => {
    const known = sampleCount(rules, STATIONS);
    known.table.first.set(0, { status: 0, cells: [1, 2, 3, 0, 0, 0, 6] });
    const outcome = suppose({ stations: ["1000"] }, { kind: "annul" }, { count: known, policy: "first-filed" });
    expect(outcome.today.options.map(({ votes }) => votes)).toEqual([
      1 + 90 + 20 + 10,
      2 + 85 + 100 + 90,
      3 + 0 + 5 + 0,
    ]);
    expect(votesIn(outcome)).toEqual([120, 275, 5]);
  });

  test("annulling is one thing, however the source prints annulled sheets; and it never touches the sheets themselves", () => {
    const figure = fc.oneof({ weight: 8, arbitrary: fc.nat(99) }, fc.constant(BLANK));
    const station = fc.record({
      registered: fc.constant(400),
      status: fc.constantFrom("counted" as const, "referred" as const, "pending" as const),
      figures: fc.array(figure, { minLength: 7, maxLength: 7 }),
    });
    fc.assert(
      fc.property(fc.array(station, { minLength: 2, maxLength: 8 }), (stations) => {
        const counted = [{ registered: 400, figures: [9, 8, 7, 0, 0, 0, 24] }, ...stations];
        const results = (["asDecided", "asWritten"] as const).map((annulledFigures) => {
          const made = sampleCount({ ...rules, annulledFigures }, counted);
          // As a column that was read from a file: slices of a Buffer share its memory.
          const count = { ...made, table: { ...made.table, status: Buffer.from(made.table.status) } };
          const before = JSON.stringify(count.table);
          const { supposed } = suppose({ states: ["counted", "referred"] }, { kind: "annul" }, { count });
          expect(JSON.stringify(count.table)).toBe(before);
          expect(supposed.validVotes).toBe(0);
          return { ...supposed, votersReported: 0, missingCells: 0 };
        });
        expect(results[0]).toEqual(results[1]);
      }),
    );
  });

  test("a definition without a status for annulled sheets gets one by assumption", () => {
    const count = {
      ...sample,
      table: { ...sample.table, statuses: sample.table.statuses.filter(({ id }) => id === "counted") },
    };
    const rows = { ...count.table, status: Uint8Array.from([0, 0, 0, 254, 254, 254]) };
    const outcome = suppose({ stations: ["1000"] }, { kind: "annul" }, { count: { ...count, table: rows } });
    expect(outcome.supposed.stations).toMatchObject({ annulled: 1, counted: 3 });
  });

  test("in an area only, its stations are counted, and no outcome is said", () => {
    const area = { code: "1", name: "1", level: "region", wholeContest: false };
    const policy = policiesOf(sample.election)[0] ?? expect.unreachable();
    const scenario = valueOf(parseScenario(written({ select: { stations: ["1002"] }, action: { kind: "annul" } })));
    const view = { policy, area, scope: scopeOfArea(sample.roll, "geo", "1") };
    const outcome = valueOf(compareScenario({ ...sample, petitions: NOT_LOADED }, scenario, view));
    expect(outcome.gains.map(({ votes }) => votes)).toEqual([0, 0, 0]);
    expect(outcome.today.outcome.kind).toBe("notApplicable");
  });
});

describe("what a selection selects", () => {
  const petitions: Petitions = {
    kind: "loaded",
    located: [
      { station: "1000", filer: "p", ground: "b" },
      { station: "1001", filer: "p", ground: "d" },
      { station: "1002", filer: "q", ground: "b" },
    ],
    unlocated: [],
    wider: [],
  };
  test.each([
    ["stations by code", { stations: ["1000", "1001"] }, 2],
    ["an area", { area: { tree: "geo", code: "2" }, states: ["counted"] }, 1],
    ["a group", { group: "north", states: ["counted"] }, 2],
    ["a state", { states: ["referred"] }, 1],
    ["a status", { statuses: ["counted"] }, 3],
    ["a flag", { flags: ["materialError", "unsigned"] }, 1],
    ["a filer's list", { petitioned: { filer: "p" } }, 2],
    ["a ground", { petitioned: { ground: "b" } }, 2],
    ["all petitions", { petitioned: {} }, 3],
    ["more than a share: 100 of 150 is not more than 2/3", { share: { option: "a", moreThan: "2/3" } }, 0],
    ["more than a share of ballots", { share: { option: "a", moreThan: "62/100", base: "ballotsCast" } }, 1],
    [
      "less than a share of the roll",
      { share: { option: "b", lessThan: "1/3", base: "registeredVoters" }, states: ["counted"] },
      2,
    ],
    ["the best k, counted ones only", { best: { stations: 2, for: "b", against: "a" } }, 2],
    ["the best k of a state", { best: { stations: 5, for: "b", against: "a" }, states: ["referred"] }, 1],
    ["all that is given together", { petitioned: { ground: "b" }, area: { tree: "geo", code: "2" } }, 1],
  ])("%s", (_, select, count) => {
    const compared = compare(written({ select, action: { kind: "annul" } }), { petitions });
    if (count === 0) expect(compared).toMatchObject({ ok: false, problem: { code: "scenario.selectsNothing" } });
    else expect(valueOf(compared).overrides[0]?.selected).toBe(count);
  });

  test("the best k are those with the largest lead: 1002, then 1001 (-5)", () => {
    const outcome = suppose({ best: { stations: 2, for: "b", against: "a" } }, { kind: "annul" });
    expect(votesIn(outcome)).toEqual([100, 40, 10]);
  });

  test.each([
    ["nothing at all", { states: ["notCollected"] }, "selectsNothing"],
    ["an unknown station", { stations: ["7"] }, "unknownStation"],
    ["an unknown area", { area: { tree: "geo", code: "7" } }, "unknownArea"],
    ["an unknown tree", { area: { tree: "jury", code: "1" } }, "unknownArea"],
    ["an unknown group", { group: "south" }, "unknownGroup"],
    ["an unknown status", { statuses: ["lost"] }, "unknownStatus"],
    ["an unknown option in a rule", { share: { option: "z", moreThan: "1/2" } }, "unknownOption"],
    ["an unknown option in a best rule", { best: { stations: 1, for: "a", against: "z" } }, "unknownOption"],
    ["petitions that are not loaded", { petitioned: {} }, "petitionsNotLoaded"],
    ["only sheets that stay as they are", { states: ["annulled"] }, "changesNothing"],
  ])("%s is refused with its place", (_, select, code) => {
    const refused = compare(written({ select, action: { kind: "annul" } }));
    expect(refused).toMatchObject({ ok: false, problem: { code: `scenario.${code}`, where: "overrides.0" } });
  });

  test.each([
    [{ kind: "swap", options: ["a", "z"] }, "unknownOption"],
    [{ kind: "correct", cells: { z: 1 } }, "unknownCell"],
  ])("an action on what the contest does not have is refused: %j", (action, code) => {
    const refused = compare(written({ select: { stations: ["1000"] }, action }));
    expect(refused).toMatchObject({ ok: false, problem: { code: `scenario.${code}` } });
  });
});

describe("a scenario file", () => {
  test("without a name is called by its id", () => {
    const document = written({ select: { stations: ["1"] }, action: { kind: "annul" } });
    expect(valueOf(parseScenario(document)).name).toEqual({ es: "test", en: "test" });
    expect(valueOf(parseScenario({ ...document, name: { es: "uno", en: "one" } })).name.en).toBe("one");
  });

  const select = { stations: ["1000"] };
  const action = { kind: "annul" };
  test.each([
    ["not an object", 7, "", "badValue"],
    ["another format", { ...written({ select, action }), format: "x" }, "format", "badFormat"],
    ["no id", { format: "acta-scenario/1", overrides: [{ select, action }] }, "id", "missing"],
    ["a bad id", { ...written({ select, action }), id: "../x" }, "id", "badId"],
    ["no override", written(), "overrides", "noOverride"],
    ["an unknown key", { ...written({ select, action }), extra: 1 }, "extra", "unknownKey"],
    ["a selection that says nothing", written({ select: {}, action }), "overrides.0.select", "emptySelection"],
    ["an unknown action", written({ select, action: { kind: "burn" } }), "overrides.0.action.kind", "badValue"],
    ["an unknown flag", written({ select: { flags: ["odd"] }, action }), "overrides.0.select.flags.0", "badValue"],
    [
      "two limits",
      written({ select: { share: { option: "a", moreThan: "1/2", lessThan: "2/3" } }, action }),
      "overrides.0.select.share",
      "oneLimit",
    ],
    [
      "a share that is none",
      written({ select: { share: { option: "a", moreThan: "1/0" } }, action }),
      "overrides.0.select.share.moreThan",
      "badShare",
    ],
    [
      "a negative count",
      written({ select, action: { kind: "correct", cells: { a: -1 } } }),
      "overrides.0.action.cells.a",
      "badValue",
    ],
  ])("%s is refused with its place", (_, document, where, code) => {
    const refused = parseScenario(document);
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok)
      expect(refused.problem).toContainEqual(expect.objectContaining({ where, code: `scenario.${code}` }));
  });
});
