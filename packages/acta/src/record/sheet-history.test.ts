import { describe, expect, test } from "vitest";
import type { Json } from "../basics/index.js";
import { SheetHistory, cellsOf, changeBetween, originOf } from "./index.js";
import type { Leaves, SheetName, SheetVersion } from "./index.js";
import {
  OPENING,
  STATIONS,
  blobBatch,
  blobsFrom,
  editionBatch,
  hashOf,
  leavesOf,
  momentAt,
  sampleElection,
} from "./sample-ledger.js";
import type { SampleBatch } from "./sample-ledger.js";

const [FIRST = "", SECOND = "", , FOURTH = ""] = STATIONS;
const sheets = (entries: readonly (readonly Json[])[], header: SampleBatch["header"] = {}): SampleBatch => ({
  kind: "sheet",
  header,
  entries,
});

/** Another form: the cells of president in another order and without blank votes. */
const AMENDED = sampleElection({
  contests: [
    { id: "president", name: "President", options: ["b", "a"], cells: ["null"], outcome: { rule: "plurality" } },
  ],
});

/** 0 to 7 the opening; 8 to 11 sheets; 12, 13 an edition; 14 to 16 sheets; 17, 18 another contest; 19, 20 an edition. */
const BATCHES: readonly SampleBatch[] = [
  ...OPENING,
  sheets([
    [FIRST, "counted", [10, 5, 1, 0]],
    [SECOND, "referred", [7, "", 0, 2]],
    [FOURTH, "referred", [3, "", "?", "!1O"]],
  ]),
  editionBatch(1),
  sheets(
    [
      [SECOND, "counted", [8, 7, 0, 2], 10],
      [FOURTH, "referred", [3, "", "?", "!l0"], 11],
    ],
    { asOf: momentAt("2026-02-02T20:00Z"), recordedAt: momentAt("2026-02-03T00:00Z"), reason: "again" },
  ),
  sheets([[SECOND, "counted", [4, 1, 0]]], { scope: "mayor" }),
  editionBatch(2, {}, { asOf: momentAt("2026-02-02T20:00Z") }),
];

function historyOf(
  name: Partial<SheetName>,
  batches: readonly SampleBatch[] | readonly Leaves[] = BATCHES,
): readonly SheetVersion[] {
  const blobs = blobsFrom({ d1: sampleElection(), d2: AMENDED });
  const history = new SheetHistory(blobs, { election: "sample", contest: "president", station: SECOND, ...name });
  const parts = batches.flatMap((each) => ("bytes" in each ? [each] : []));
  for (const leaves of parts.length > 0 ? parts : [leavesOf(batches.flatMap((each) => ("kind" in each ? [each] : [])))])
    expect(history.apply(leaves)).toEqual({ ok: true, value: null });
  return history.versions();
}

describe("the history of a sheet", () => {
  test("names entry, header, edition and what was replaced, of that station and contest alone", () => {
    expect(
      historyOf({}).map(({ index, replaces, edition, header }) => [index, replaces, edition, header.reason]),
    ).toEqual([
      [10, -1, 1, "import"],
      [15, 10, 2, "again"],
    ]);
    expect(historyOf({ contest: "mayor" }).map(({ index, edition }) => [index, edition])).toEqual([[18, 2]]);
    expect(historyOf({ election: "other" })).toEqual([]);
  });

  test("a code that begins another one is not that one; codes outside ASCII are found", () => {
    expect(historyOf({ station: "00010" })).toEqual([]);
    expect(historyOf({ station: FOURTH }).map(({ index }) => index)).toEqual([11, 16]);
  });

  test("what comes after the last seal is in no edition yet", () => {
    expect(historyOf({}, BATCHES.slice(0, -1)).map(({ edition }) => edition)).toEqual([1, null]);
  });

  test("a change names status and cells, marks and texts of absurd cells included", () => {
    const [one, two] = historyOf({});
    if (one === undefined || two === undefined) throw new Error("two versions");
    expect(changeBetween(one, two)).toEqual({
      status: { from: "referred", to: "counted" },
      cells: [
        { cell: "a", from: { kind: "count", value: 7 }, to: { kind: "count", value: 8 } },
        { cell: "b", from: { kind: "blank" }, to: { kind: "count", value: 7 } },
      ],
    });
    const [third, fourth] = historyOf({ station: FOURTH });
    if (third === undefined || fourth === undefined) throw new Error("two versions");
    expect(changeBetween(third, fourth)).toEqual({
      status: null,
      cells: [{ cell: "null", from: { kind: "absurd", raw: "1O" }, to: { kind: "absurd", raw: "l0" } }],
    });
    expect(changeBetween(third, third)).toEqual({ status: null, cells: [] });
  });

  test("a version is read by the form of its own definition; a cell that is not on it is null", () => {
    const amended: readonly SampleBatch[] = [
      ...BATCHES,
      { ...blobBatch("definition", "d2"), header: { definition: hashOf("d2") } },
      sheets([[SECOND, "counted", [9, 8, 2], 15]], { definition: hashOf("d2") }),
    ];
    const versions = historyOf({}, amended);
    const [before, after] = versions.slice(-2);
    if (before === undefined || after === undefined) throw new Error("two versions");
    expect([...cellsOf(after).keys()]).toEqual(["b", "a", "null"]);
    expect(changeBetween(before, after).cells).toEqual([
      { cell: "b", from: { kind: "count", value: 7 }, to: { kind: "count", value: 9 } },
      { cell: "blank", from: { kind: "count", value: 0 }, to: null },
    ]);
  });

  test("leaves may come in any pieces; what is no entry stops it with its position", () => {
    const whole = leavesOf(BATCHES);
    const pieces = [leavesOf(BATCHES.slice(0, 5)), leavesOf(BATCHES.slice(5))];
    expect(historyOf({}, pieces)).toEqual(historyOf({}, [whole]));
    const history = new SheetHistory(blobsFrom(), { election: "sample", contest: "president", station: SECOND });
    const torn = { bytes: whole.bytes.subarray(0, whole.bytes.length - 1), count: whole.count };
    expect(history.apply(torn)).toMatchObject({ problem: { code: "record.tornLeaves" } });
    const bad = new SheetHistory(blobsFrom(), { election: "sample", contest: "president", station: SECOND });
    expect(bad.apply(leavesOf([sheets([[SECOND, "counted", [1]]])]))).toEqual({
      ok: false,
      problem: { code: "record.badEntry", context: { index: 1 } },
    });
  });
});

describe("the origin of a ledger", () => {
  test("stands in its first entry; what does not begin a ledger has none", () => {
    expect(originOf(leavesOf(OPENING))).toBe("sample");
    expect(originOf(leavesOf(BATCHES.slice(1)))).toBeNull();
    expect(originOf(leavesOf([]))).toBeNull();
    expect(originOf({ bytes: Uint8Array.of(0, 1, 120), count: 1 })).toBeNull();
  });
});
