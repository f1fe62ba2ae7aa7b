import { describe, expect, test } from "vitest";
import type { Json } from "../basics/index.js";
import { Replay, SheetHistory } from "./index.js";
import type { LedgerState, RulingEntry } from "./index.js";
import { SAMPLE_ACTS } from "./sample-acts.js";
import { OPENING, blobsFrom, editionBatch, leavesOf, sampleRoll } from "./sample-ledger.js";
import type { SampleBatch } from "./sample-ledger.js";

const STATION = sampleRoll().codes[0] ?? "";

function replay(batches: readonly SampleBatch[]): ReturnType<Replay["apply"]> & { state?: LedgerState } {
  const fold = new Replay(blobsFrom());
  const applied = fold.apply(leavesOf(batches));
  return applied.ok ? { ...applied, state: fold.state() } : applied;
}

function stateOf(batches: readonly SampleBatch[]): LedgerState {
  const done = replay(batches);
  if (!done.ok || done.state === undefined) throw new Error(JSON.stringify(done));
  return done.state;
}

const sheets = (...entries: readonly (readonly Json[])[]): SampleBatch => ({ kind: "sheet", entries });
const inContest = { scope: "president" };
const ruling = (more: Partial<RulingEntry>): SampleBatch => ({
  kind: "ruling",
  header: inContest,
  entries: [{ ...SAMPLE_ACTS.ruling, effects: [], ...more }],
});

describe("acts in a ledger", () => {
  const first = sheets([STATION, "counted", [10, 20, 1, 2]]);
  const head = 9;

  test("are kept in order with their position, also those that were replaced", () => {
    const flag = SAMPLE_ACTS.flag;
    const state = stateOf([
      ...OPENING,
      { kind: "flag", header: inContest, entries: [flag, { ...flag, station: STATION }] },
      { kind: "flag", header: inContest, entries: [{ ...flag, reasons: ["unsigned"], replaces: 9 }] },
    ]);
    expect(state.acts.map(({ kind, index, entry }) => [kind, index, "replaces" in entry && entry.replaces])).toEqual([
      ["flag", 9, null],
      ["flag", 10, null],
      ["flag", 12, 9],
    ]);
  });

  test("replace only an act of their kind that nobody has replaced", () => {
    const flag = (replaces: number | null): SampleBatch => ({
      kind: "flag",
      header: inContest,
      entries: [{ ...SAMPLE_ACTS.flag, replaces }],
    });
    const refused = (...batches: SampleBatch[]): unknown => replay([...OPENING, ...batches]);
    for (const done of [
      refused(flag(9)),
      refused(flag(7)),
      refused(flag(null), flag(9), flag(9)),
      refused({ kind: "hearing", entries: [SAMPLE_ACTS.hearing] }, flag(9)),
    ])
      expect(done).toMatchObject({ problem: { code: "record.badReplacement", context: { kind: "flag" } } });
  });

  test("of an election that has no definition are refused; those of no election are the ledger's own", () => {
    const event = { kind: "outsideEvent", entries: [SAMPLE_ACTS.outsideEvent] } as const;
    expect(replay([...OPENING, { ...event, header: { election: "other" } }])).toMatchObject({
      problem: { code: "record.noDefinition" },
    });
    expect(stateOf([...OPENING, { ...event, header: { election: "" } }]).acts).toHaveLength(1);
  });

  test("a ruling is applied as written and continues the chain of the sheet", () => {
    const effects = [[STATION, "back.from-jury", [0, 0, 0, 33], head]];
    const before = stateOf([...OPENING, first])
      .elections.get("sample")
      ?.tables.get("president");
    expect(before?.cells.map((column) => column[0])).toEqual([10, 20, 1, 2]);
    const state = stateOf([...OPENING, first, ruling({ effects }), editionBatch(1)]);
    const table = state.elections.get("sample")?.tables.get("president");
    expect(table?.cells.map((column) => column[0])).toEqual([0, 0, 0, 33]);
    expect(table?.head[0]).toBe(11);
    expect(table?.first.get(0)?.cells).toEqual([10, 20, 1, 2]);
    // A sheet that comes later has to name the ruling, not the version that it changed.
    const later = (replaces: number): unknown =>
      replay([...OPENING, first, ruling({ effects }), sheets([STATION, "counted", [1, 1, 1, 1], replaces])]);
    expect(later(head)).toMatchObject({ problem: { code: "record.brokenChain" } });
    expect(later(11)).toMatchObject({ ok: true });
  });

  test("a ruling that does not name the sheet in force, or a sheet that is none, is refused", () => {
    const refused = (effect: readonly Json[], scope = "president"): unknown =>
      replay([...OPENING, first, { ...ruling({ effects: [effect] }), header: { scope } }]);
    expect(refused([STATION, "back.from-jury", [0, 0, 0, 33]])).toMatchObject({
      problem: { code: "record.brokenChain" },
    });
    expect(refused(["999999", "back.from-jury", [0, 0, 0, 33]])).toMatchObject({
      problem: { code: "record.unknownStation" },
    });
    expect(refused([STATION, "lost", [0, 0, 0, 33], head])).toMatchObject({
      problem: { code: "record.unknownStatus" },
    });
    expect(refused([STATION, "back.from-jury", [0], head])).toMatchObject({ problem: { code: "record.badEntry" } });
    expect(refused([STATION, "back.from-jury", [0, 0, 0, 33], head], "senate")).toMatchObject({
      problem: { code: "record.unknownContest" },
    });
  });

  test("an erratum corrects an earlier entry, and the history of the sheet shows all versions", () => {
    const erratum = { ...SAMPLE_ACTS.erratum, of: head, effects: [[STATION, "counted", [10, 2, 1, 2], head]] };
    const batches: SampleBatch[] = [
      ...OPENING,
      first,
      { kind: "erratum", header: inContest, entries: [erratum] },
      ruling({ effects: [[STATION, "back.from-jury", [0, 0, 0, 15], 11]] }),
    ];
    stateOf(batches);
    const history = new SheetHistory(blobsFrom(), { election: "sample", contest: "president", station: STATION });
    expect(history.apply(leavesOf(batches)).ok).toBe(true);
    expect(
      history.versions().map(({ index, header, cells, replaces }) => [index, header.kind, cells[1], replaces]),
    ).toEqual([
      [9, "sheet", 20, -1],
      [11, "erratum", 2, 9],
      [13, "ruling", 0, 11],
    ]);
    const early = { ...SAMPLE_ACTS.erratum, of: 11, effects: [] };
    expect(replay([...OPENING, first, { kind: "erratum", entries: [early] }])).toMatchObject({
      problem: { code: "record.badReference", context: { index: 11, of: 11 } },
    });
  });

  test("a copy of somebody else has a chain of its own and never supersedes the authority's", () => {
    const agent = { copy: "agent:a/1" };
    const batches: SampleBatch[] = [
      ...OPENING,
      first,
      { ...sheets([STATION, "counted", [11, 20, 1, 2]]), header: agent },
      { ...sheets([STATION, "counted", [12, 20, 1, 2], 11]), header: agent },
      { ...sheets([STATION, "counted", [9, 20, 1, 2]]), header: { copy: "observer:mission/2" } },
    ];
    const election = stateOf(batches).elections.get("sample");
    const figures = (copy: string): unknown =>
      election?.copies
        .get("president")
        ?.get(copy)
        ?.cells.map((each) => each[0]);
    expect(election?.tables.get("president")?.cells.map((each) => each[0])).toEqual([10, 20, 1, 2]);
    expect(figures("agent:a/1")).toEqual([12, 20, 1, 2]);
    expect(figures("observer:mission/2")).toEqual([9, 20, 1, 2]);
    const fork = { ...sheets([STATION, "counted", [1, 1, 1, 1], 9]), header: agent };
    expect(replay([...batches, fork])).toMatchObject({ problem: { code: "record.brokenChain" } });
  });
});
