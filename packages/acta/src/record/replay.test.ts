import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, utf8 } from "../basics/index.js";
import type { Json, Result } from "../basics/index.js";
import type { Election, Roll } from "../election/index.js";
import { BLANK, NOT_SUPPLIED, NO_SHEET, OUT_OF_SCOPE, statusOf } from "../sheet/index.js";
import { LeafWriter, Replay, dataDigest, eachLeaf, leafOf } from "./index.js";
import type { LedgerState, Leaves } from "./index.js";
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
  sampleHeader,
  sampleRoll,
} from "./sample-ledger.js";
import type { SampleBatch } from "./sample-ledger.js";

const sheets = (entries: readonly (readonly Json[])[], header: SampleBatch["header"] = {}): SampleBatch => ({
  kind: "sheet",
  header,
  entries,
});
const [FIRST = "", SECOND = "", THIRD = "", FOURTH = "", FIFTH = ""] = STATIONS;

/** Positions: 0 to 7 the opening, 8 the header of sheets, 9 to 13 the sheets, 14 a header, 15 the edition, 16 to 19 the bulletins, and so on. */
const BATCHES: readonly SampleBatch[] = [
  ...OPENING,
  sheets([
    [FIRST, "counted", [10, 5, 1, 0]],
    [SECOND, "referred", [7, 7, 0, 2]],
    [THIRD, "pending", ["-", "-", "-", "-"]],
    [FOURTH, "back.from-jury", [3, "", "?", "!1O"]],
    [FIFTH, "counted", [999_999_999, 0, 0, 0]],
  ]),
  editionBatch(1),
  { kind: "bulletin", entries: [{ tree: "geographic", area: "X", asOf: null, figures: { "votes.a": 17 } }] },
  sheets([[FIRST, "counted", [4, 1, 0]]], { scope: "mayor" }),
  sheets(
    [
      [SECOND, "counted", [8, 7, 0, 2], 10],
      [FOURTH, "referred", [3, 2, 1, 0], 12],
    ],
    { asOf: momentAt("2026-02-02T20:00Z") },
  ),
  editionBatch(2, {}, { asOf: momentAt("2026-02-02T20:00Z") }),
];
const WHOLE = leavesOf(BATCHES);

type Blobs = ConstructorParameters<typeof Replay>[0];

function replay(batches: readonly SampleBatch[] | Leaves, blobs: Blobs = blobsFrom()): Result<LedgerState> {
  const fold = new Replay(blobs);
  const done = fold.apply("bytes" in batches ? batches : leavesOf(batches));
  return done.ok ? { ok: true, value: fold.state() } : done;
}

function stateOf(batches: readonly SampleBatch[] | Leaves, blobs: Blobs = blobsFrom()): LedgerState {
  const done = replay(batches, blobs);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
}

/** A state as plain data. */
function plainState(state: LedgerState): unknown {
  return JSON.parse(
    JSON.stringify(state, (_, value: unknown) =>
      value instanceof Map
        ? [...value]
        : ArrayBuffer.isView(value)
          ? [...(value as Int32Array)]
          : typeof value === "bigint"
            ? String(value)
            : value,
    ),
  );
}

function tableOf(state: LedgerState, contest = "president") {
  const table = state.elections.get("sample")?.tables.get(contest);
  if (table === undefined) throw new Error(`no table ${contest}`);
  return table;
}

/** Status, cells and raw texts of a row. */
function rowOf(state: LedgerState, row: number, contest = "president"): readonly unknown[] {
  const table = tableOf(state, contest);
  const raw = table.cells.map((_, at) => table.raw.get(row * table.cells.length + at) ?? "");
  return [statusOf(table, row)?.id, ...table.cells.map((column) => column[row]), raw.join("")];
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

function digestOf(state: LedgerState): string {
  const election = state.elections.get("sample");
  if (election === undefined) throw new Error("no election");
  return dataDigest(election.roll, election.tables.values(), sha256);
}

/** Leaves from one position up to another. */
function slice(leaves: Leaves, from: number, to: number): Leaves {
  const writer = new LeafWriter();
  eachLeaf(leaves, (start, end, at) => {
    if (at >= from && at < to) writer.leaf(leaves.bytes.subarray(start, end));
  });
  return writer.leaves();
}

describe("the fold", () => {
  test("has every sheet, mark, edition, bulletin and file that the entries say", () => {
    const state = stateOf(WHOLE);
    expect(state.size).toBe(WHOLE.count);
    expect(state.ledger).toEqual({ mode: "reported", origin: "sample", drill: false });
    expect(rowOf(state, 0)).toEqual(["counted", 10, 5, 1, 0, ""]);
    expect(rowOf(state, 1)).toEqual(["counted", 8, 7, 0, 2, ""]);
    expect(rowOf(state, 2)).toEqual(["pending", NOT_SUPPLIED, NOT_SUPPLIED, NOT_SUPPLIED, NOT_SUPPLIED, ""]);
    expect(rowOf(state, 3)).toEqual(["referred", 3, 2, 1, 0, ""]);
    expect(rowOf(state, 4)).toEqual(["counted", 999_999_999, 0, 0, 0, ""]);
    expect(rowOf(state, 0, "mayor")).toEqual(["counted", 4, 1, 0, ""]);
    expect([...tableOf(state, "mayor").status]).toEqual([0, NO_SHEET, NO_SHEET, NO_SHEET, OUT_OF_SCOPE]);
    expect([...tableOf(state).head]).toEqual([9, 21, 11, 22, 13]);
    const election = state.elections.get("sample");
    expect(election?.editions.map(({ id, size, asOf }) => [id, size, asOf])).toEqual([
      ["e1", 16, "2026-02-01T20:00:00Z"],
      ["e2", 25, "2026-02-02T20:00:00Z"],
    ]);
    expect(election?.bulletins.map(({ series, rows }) => [series, rows.length])).toEqual([["totals", 1]]);
    expect(election?.files.map(({ name }) => name)).toEqual(["s1"]);
  });

  test("stopped at the first edition has the marks that were replaced later", () => {
    const state = stateOf(slice(WHOLE, 0, 16));
    expect(rowOf(state, 1)).toEqual(["referred", 7, 7, 0, 2, ""]);
    expect(rowOf(state, 3)).toEqual(["back.from-jury", 3, BLANK, -2, -3, "1O"]);
    expect(state.elections.get("sample")?.editions.length).toBe(1);
  });

  test("in pieces is the fold of the whole, wherever it is cut, also in the middle of a batch", () => {
    const whole = plainState(stateOf(WHOLE));
    for (let cut = 0; cut <= WHOLE.count; cut++) {
      const fold = new Replay(blobsFrom());
      expect(fold.apply(slice(WHOLE, 0, cut))).toEqual({ ok: true, value: cut });
      expect(fold.apply(slice(WHOLE, cut, WHOLE.count))).toEqual({ ok: true, value: WHOLE.count });
      expect(plainState(fold.state())).toEqual(whole);
    }
  });

  test("stopped at a size is the state then, whatever came after", () => {
    const running = new Replay(blobsFrom());
    for (let size = 0; size <= WHOLE.count; size++) {
      const stopped = stateOf(slice(WHOLE, 0, size));
      expect(stopped.size).toBe(size);
      expect(plainState(stopped)).toEqual(plainState(running.state()));
      running.apply(slice(WHOLE, size, size + 1));
    }
  });

  test("keeps what was filed first with figures, when it was superseded", () => {
    const first = tableOf(stateOf(WHOLE)).first;
    expect([...first.keys()]).toEqual([1, 3]);
    expect(first.get(1)).toEqual({ status: 1, cells: [7, 7, 0, 2] });
    expect(first.get(3)).toEqual({ status: 3, cells: [3, BLANK, -2, -3] });
  });
});

describe("the fold refuses, with the position of the entry", () => {
  const refusal = (batches: readonly SampleBatch[] | Leaves, blobs?: Blobs): unknown => {
    const done = replay(batches, blobs);
    return done.ok ? "accepted" : [done.problem.code, done.problem.context?.["index"]];
  };
  const afterOpening = (...batches: readonly SampleBatch[]): unknown => refusal([...OPENING, ...batches]);
  const raw = (...leaves: readonly string[]): Leaves => {
    const writer = new LeafWriter();
    for (const leaf of leaves) writer.leaf(utf8(leaf));
    return writer.leaves();
  };

  test("a ledger that does not start with its own entry, or has it twice", () => {
    const [ledger, definition] = OPENING;
    if (ledger === undefined || definition === undefined) throw new Error("the opening has both");
    expect(refusal([definition])).toEqual(["record.badFirst", 0]);
    expect(refusal([ledger, ledger])).toEqual(["record.badFirst", 2]);
    expect(refusal([{ ...ledger, entries: [...ledger.entries, ...ledger.entries] }])).toEqual(["record.badFirst", 0]);
    expect(refusal([{ ...ledger, entries: [] }])).toEqual(["record.badFirst", 0]);
  });

  test("an unknown kind or version, by its name", () => {
    const decree = { ...sampleHeader("sheet", 1), kind: "decree", version: 1 };
    const opening = leavesOf(OPENING);
    const writer = new LeafWriter();
    eachLeaf(opening, (start, end) => writer.leaf(opening.bytes.subarray(start, end)));
    writer.leaf(utf8(canonicalJson(decree)));
    expect(replay(writer.leaves())).toMatchObject({
      problem: { code: "record.unknownKind", context: { index: 8, kind: "decree" } },
    });
    expect(replay([...OPENING, sheets([], { version: 2 })])).toMatchObject({
      problem: { code: "record.unknownVersion", context: { index: 8, kind: "sheet", version: 2 } },
    });
  });

  test("batches of an election that has no definition yet", () => {
    const [ledger] = OPENING;
    if (ledger === undefined) throw new Error("the opening has it");
    for (const batch of [blobBatch("roll", "r1"), blobBatch("source", "s1"), sheets([]), editionBatch(1)])
      expect(refusal([ledger, batch])).toEqual(["record.noDefinition", 2]);
    expect(afterOpening(sheets([], { election: "other" }))).toEqual(["record.noDefinition", 8]);
  });

  test("a definition of another election, and blobs that are not there", () => {
    const other = { d1: sampleElection({ id: "other" }) };
    expect(refusal(OPENING, blobsFrom(other))).toEqual(["record.badEntry", 3]);
    expect(replay([...OPENING, blobBatch("roll", "r9")])).toMatchObject({
      problem: { code: "test.noBlob", where: hashOf("r9") },
    });
    expect(replay([...OPENING, blobBatch("definition", "d9")])).toMatchObject({ problem: { code: "test.noBlob" } });
  });

  test("sheets of a contest, copy or definition that is not in force", () => {
    expect(afterOpening(sheets([], { scope: "senate" }))).toEqual(["record.unknownContest", 8]);
    for (const copy of ["", "party", "party/0", "agent:a b/1", "AGENT/1"])
      expect(afterOpening(sheets([], { copy })), copy).toEqual(["record.badCopy", 8]);
    expect(afterOpening(sheets([], { definition: hashOf("d2") }))).toEqual(["record.otherDefinition", 8]);
  });

  test("a station that is not on the roll or does not vote in the contest, and an unknown status", () => {
    expect(afterOpening(sheets([["000103", "counted", [1, 1, 1, 1]]]))).toEqual(["record.unknownStation", 9]);
    expect(afterOpening(sheets([["", "counted", [1, 1, 1, 1]]]))).toEqual(["record.unknownStation", 9]);
    expect(afterOpening(sheets([[FIFTH, "counted", [1, 1, 1]]], { scope: "mayor" }))).toEqual([
      "record.unknownStation",
      9,
    ]);
    expect(afterOpening(sheets([[FIRST, "solved", [1, 1, 1, 1]]]))).toEqual(["record.unknownStatus", 9]);
    expect(afterOpening(sheets([[FIRST, "constructor", [1, 1, 1, 1]]]))).toEqual(["record.unknownStatus", 9]);
  });

  test("a sheet that does not name the head of its chain", () => {
    const one = [FIRST, "counted", [1, 1, 1, 1]];
    expect(afterOpening(sheets([one, one]))).toEqual(["record.brokenChain", 10]);
    expect(afterOpening(sheets([[...one, 5]]))).toEqual(["record.brokenChain", 9]);
    expect(afterOpening(sheets([[...one, 0]]))).toEqual(["record.brokenChain", 9]);
    expect(afterOpening(sheets([one, [...one, 8]]))).toEqual(["record.brokenChain", 10]);
    expect(afterOpening(sheets([one, [...one, 9], [...one, 9]]))).toEqual(["record.brokenChain", 11]);
    expect(afterOpening(sheets([one, [...one, 9], [...one, 10]]))).toBe("accepted");
    // The number that stands for "no entry" in memory is no way around it.
    expect(afterOpening(sheets([[...one, 4_294_967_295]]))).toEqual(["record.badEntry", 9]);
  });

  test("an edition that does not fit what is in force", () => {
    expect(afterOpening(editionBatch(2))).toEqual(["record.badEdition", 9]);
    expect(afterOpening(editionBatch(1, { roll: hashOf("r2") }))).toEqual(["record.badEdition", 9]);
    expect(afterOpening(editionBatch(1, { definition: hashOf("d2") }))).toEqual(["record.badEdition", 9]);
    expect(afterOpening(editionBatch(1), editionBatch(1))).toEqual(["record.badEdition", 11]);
  });

  test("entries of another kind than their header says, and entries that are not canonical", () => {
    const [ledger] = OPENING;
    const headed = Buffer.from(leafOf(sampleHeader("ledger", 1))).toString();
    const entry = '{"drill":false,"mode":"reported","origin":"sample"}';
    expect(refusal(raw(headed, entry))).toBe("accepted");
    expect(refusal(raw(headed, entry.replace(":", ": ")))).toEqual(["record.badEntry", 1]);
    expect(refusal(raw(headed, '{"mode":"reported","drill":false,"origin":"sample"}'))).toEqual(["record.badEntry", 1]);
    expect(refusal(raw(headed, entry.replace("}", ',"origin":"other"}')))).toEqual(["record.badEntry", 1]);
    expect(refusal(raw(headed, `\ufeff${entry}`))).toEqual(["record.badEntry", 1]);
    expect(refusal(raw(` ${headed}`, entry))).toEqual(["record.badHeader", 0]);
    expect(refusal(raw(headed.replace('"kind":"ledger"', '"kind":"ledger","kind":"ledger"'), entry))).toEqual([
      "record.badHeader",
      0,
    ]);
    expect(afterOpening(sheets([...(ledger?.entries ?? [])] as unknown as readonly Json[][]))).toEqual([
      "record.badEntry",
      9,
    ]);
  });

  test("leaves that are cut off, and everything after a refusal: the fold is spent", () => {
    const fold = new Replay(blobsFrom());
    const { bytes, count } = WHOLE;
    const torn = { ok: false, problem: { code: "record.tornLeaves", context: { index: count - 1 } } };
    expect(fold.apply({ bytes: bytes.subarray(0, -1), count })).toEqual(torn);
    expect(fold.apply(WHOLE)).toEqual(torn);
    expect(fold.apply({ bytes: new Uint8Array(), count: 0 })).toEqual(torn);
  });

  test("any garbage without a throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 20 }), (bytes, count) => {
        const fold = new Replay(blobsFrom());
        const done = fold.apply({ bytes, count });
        expect(done.ok).toBe(count === 0 && bytes.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  test("or takes a ledger with any byte changed, never with a throw", () => {
    const byte = fc.record({ at: fc.nat({ max: WHOLE.bytes.length - 1 }), put: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(byte, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = WHOLE.bytes.slice();
        for (const { at, put } of changes) bytes[at] = put;
        const done = replay({ bytes, count: WHOLE.count });
        if (done.ok) expect(done.value.size).toBe(WHOLE.count);
        else expect(done.problem.code).toMatch(/^(?:record|test)\./);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("what comes into force in the middle", () => {
  const definitions = (changes: Readonly<Record<string, unknown>>): Record<string, Election> => ({
    d1: sampleElection(),
    d2: sampleElection(changes),
  });
  const base = sampleElection();
  const PRESIDENT = {
    id: "president",
    name: "P",
    options: ["a", "b"],
    cells: ["blank", "null"],
    outcome: { rule: "plurality" },
  };
  const amended = { definition: hashOf("d2") };

  test("a form with another order, a cell more and one less keeps figures by their cell", () => {
    const contests = [
      { id: "president", name: "P", options: ["b", "a"], cells: ["null", "voters"], outcome: { rule: "plurality" } },
      { id: "mayor", name: "M", options: ["b", "a"], cells: ["null"], outcome: { rule: "none" } },
    ];
    const state = stateOf([...BATCHES, blobBatch("definition", "d2")], blobsFrom(definitions({ contests })));
    expect(tableOf(state).form.cells.map((cell) => cell.id)).toEqual(["b", "a", "null", "voters"]);
    expect(rowOf(state, 0)).toEqual(["counted", 5, 10, 0, NOT_SUPPLIED, ""]);
    expect(tableOf(state).first.get(1)).toEqual({ status: 1, cells: [7, 7, 2, NOT_SUPPLIED] });
    // The district that had no mayor votes for one now.
    expect([...tableOf(state, "mayor").status]).toEqual([0, NO_SHEET, NO_SHEET, NO_SHEET, NO_SHEET]);
    const more = stateOf(
      [...BATCHES, blobBatch("definition", "d2"), sheets([[FIRST, "counted", [1, 2, 3, 4], 9]], amended)],
      blobsFrom(definitions({ contests })),
    );
    expect(rowOf(more, 0)).toEqual(["counted", 1, 2, 3, 4, ""]);
  });

  test("a status that means something else holds for sheets from then on, not for those before", () => {
    const statuses = [
      { id: "referred", state: "counted", resolved: true },
      { id: "counted", state: "counted" },
    ];
    const blobs = blobsFrom(definitions({ statuses }));
    const before = stateOf([...BATCHES, blobBatch("definition", "d2")], blobs);
    expect([0, 1, 2, 3, 4].map((row) => statusOf(tableOf(before), row)?.state)).toEqual([
      "counted",
      "counted",
      "pending",
      "referred",
      "counted",
    ]);
    const after = stateOf(
      [...BATCHES, blobBatch("definition", "d2"), sheets([[FOURTH, "referred", [3, 2, 1, 0], 22]], amended)],
      blobs,
    );
    expect(statusOf(tableOf(after), 3)).toMatchObject({ id: "referred", state: "counted", resolved: true });
    const gone = sheets([[THIRD, "pending", [0, 0, 0, 0], 11]], amended);
    expect(replay([...BATCHES, blobBatch("definition", "d2"), gone], blobs)).toMatchObject({
      problem: { code: "record.unknownStatus" },
    });
  });

  test("a contest that is left out is not shown, and comes back with its sheets", () => {
    const blobs = blobsFrom(definitions({ contests: [PRESIDENT] }));
    const without = [...BATCHES, blobBatch("definition", "d2")];
    expect([...(stateOf(without, blobs).elections.get("sample")?.tables.keys() ?? [])]).toEqual(["president"]);
    expect(replay([...without, sheets([], { ...amended, scope: "mayor" })], blobs)).toMatchObject({
      problem: { code: "record.unknownContest" },
    });
    const back = stateOf([...without, blobBatch("definition", "d1")], blobs);
    expect(rowOf(back, 0, "mayor")).toEqual(["counted", 4, 1, 0, ""]);
    expect(tableOf(back, "mayor").head[0]).toBe(19);
  });

  test("a roll with more stations moves every row with its sheet, marks and first version", () => {
    const longer = ["000100", ...STATIONS.slice(0, 2), "000105", ...STATIONS.slice(2), "\u{1F5F3}"];
    const blobs = blobsFrom({ d1: base }, { r1: sampleRoll(), r2: sampleRoll(longer, 6) });
    const state = stateOf([...slice16(), blobBatch("roll", "r2")], blobs);
    expect(longer.map((_, row) => rowOf(state, row)[0])).toEqual([
      undefined,
      "counted",
      "referred",
      undefined,
      "pending",
      "back.from-jury",
      "counted",
      undefined,
    ]);
    expect(rowOf(state, 5)).toEqual(["back.from-jury", 3, BLANK, -2, -3, "1O"]);
    const later = stateOf(
      [...slice16(), blobBatch("roll", "r2"), sheets([[SECOND, "counted", [8, 7, 0, 2], 10]])],
      blobs,
    );
    expect(tableOf(later).first.get(2)).toEqual({ status: 1, cells: [7, 7, 0, 2] });
  });

  test("a roll without a station that has a sheet is refused, and one without an empty station is not", () => {
    const rolls = (codes: readonly string[], south: number): Record<string, Roll> => ({
      r1: sampleRoll(),
      r2: sampleRoll(codes, south),
    });
    const fewer = blobsFrom({ d1: base }, rolls(STATIONS.slice(0, 4), 4));
    expect(replay([...slice16(), blobBatch("roll", "r2")], fewer)).toMatchObject({
      problem: { code: "record.stationLeftRoll", context: { station: FIFTH } },
    });
    expect(replay([...OPENING, blobBatch("roll", "r2")], fewer).ok).toBe(true);
    // The first station moves to the district without a mayor, although it has a sheet for one.
    const moved = blobsFrom({ d1: base }, rolls(STATIONS, 0));
    expect(replay([...BATCHES, blobBatch("roll", "r2")], moved)).toMatchObject({
      problem: { code: "record.stationLeftRoll", context: { station: FIRST } },
    });
  });

  function slice16(): readonly SampleBatch[] {
    return BATCHES.slice(0, OPENING.length + 2);
  }
});

describe("what was filed first", () => {
  const at = (day: number): SampleBatch["header"] => ({ asOf: momentAt(`2026-02-0${day}T12:00Z`) });
  const version = (votes: number, status: string, head?: number): readonly Json[] => [
    FIRST,
    status,
    [votes, 0, 0, 0],
    ...(head === undefined ? [] : [head]),
  ];
  const firstOf = (...batches: readonly SampleBatch[]): number | undefined => {
    const table = tableOf(stateOf([...OPENING, ...batches]));
    return table.first.get(0)?.cells[0] ?? table.cells[0]?.[0];
  };

  test("is the first version with figures, not a pending one before it", () => {
    expect(
      firstOf(
        sheets([version(0, "pending")], at(1)),
        sheets([version(5, "referred", 9)], at(2)),
        sheets([version(7, "counted", 11)], at(3)),
      ),
    ).toBe(5);
  });

  test("goes by the source's clock, in whatever order files are imported", () => {
    const days = [1, 2, 3];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const batches = order.map((day, nth) =>
        sheets([version(10 + (days[day] ?? 0), "counted", nth === 0 ? undefined : 7 + 2 * nth)], at(days[day] ?? 0)),
      );
      expect(firstOf(...batches), order.join()).toBe(11);
    }
  });

  test("goes by the order of the ledger where a clock is unknown", () => {
    expect(firstOf(sheets([version(1, "counted")], { asOf: null }), sheets([version(2, "counted", 9)], at(1)))).toBe(1);
    expect(firstOf(sheets([version(1, "counted")], at(2)), sheets([version(2, "counted", 9)], { asOf: null }))).toBe(1);
  });
});

describe("the data digest", () => {
  const oneStep = leavesOf([
    ...OPENING,
    sheets([
      [FIRST, "counted", [4, 1, 0, 0]],
      [SECOND, "referred", [7, "", 0, 2]],
    ]),
  ]);

  test("does not depend on history: order of entries, versions before, time, batches", () => {
    const steps = stateOf([
      ...OPENING,
      sheets([[SECOND, "counted", [1, 1, 1, 1]]]),
      blobBatch("source", "s2"),
      sheets([[FIRST, "counted", [4, 1, 0, 0]]], { recordedAt: momentAt("2030-01-01T00:00Z"), asOf: null }),
      editionBatch(1),
      sheets([[SECOND, "referred", [7, "", 0, 2], 9]]),
    ]);
    expect(digestOf(steps)).toBe(digestOf(stateOf(oneStep)));
  });

  test("is the same on every machine and version", () => {
    expect(digestOf(stateOf(oneStep))).toMatchInlineSnapshot(
      `"099aee49e0549c589aaa584d509a2d28e7c57dae33a07f4fece74b304c54ed36"`,
    );
    expect(digestOf(stateOf(WHOLE))).toMatchInlineSnapshot(
      `"c544135b27dcac1c32de7d95b3ec745db4e0fc18aba34977bf49bafca0f8aa5b"`,
    );
  });

  test("changes with every cell, mark, raw text, status, state, station and number of registered voters", () => {
    const seen = new Map<string, string>();
    const note = (what: string, state: LedgerState): void => {
      const digest = digestOf(state);
      expect(seen.get(digest), what).toBeUndefined();
      seen.set(digest, what);
    };
    note("as it is", stateOf(WHOLE));
    for (const contest of ["president", "mayor"])
      for (const row of [0, 1, 2, 3])
        for (let cell = 0; cell < tableOf(stateOf(WHOLE), contest).cells.length; cell++)
          for (const value of [77_777, -1, -2, -3, -4]) {
            const state = stateOf(WHOLE);
            const column = tableOf(state, contest).cells[cell];
            if (column === undefined || column[row] === value) continue;
            column[row] = value;
            note(`${contest} ${row} ${cell} ${value}`, state);
          }
    const absurd = stateOf(slice(WHOLE, 0, 16));
    note("absurd 1O", absurd);
    tableOf(absurd).raw.set(3 * 4 + 3, "10");
    note("absurd 10", absurd);
    for (const status of [0, 1, 2, 3, NO_SHEET]) {
      const state = stateOf(WHOLE);
      if (tableOf(state).status[2] === status) continue;
      tableOf(state).status[2] = status;
      note(`status ${status}`, state);
    }
    const rolls = { fewer: sampleRoll(["000101", "000102", "A-7", "mesa ñ", "桌2"]), other: sampleRoll() };
    rolls.other.registered[2] = 299;
    for (const [name, roll] of Object.entries(rolls))
      note(name, stateOf(OPENING, blobsFrom({ d1: sampleElection() }, { r1: roll })));
    const statuses = [
      { id: "counted", state: "annulled" },
      { id: "referred", state: "referred" },
      { id: "pending", state: "pending" },
    ];
    note("another meaning", stateOf(oneStep, blobsFrom({ d1: sampleElection({ statuses }) })));
    note("the old meaning", stateOf(oneStep));
  });

  test("does not change with names and areas: they are facts of the roll", () => {
    const moved = blobsFrom({ d1: sampleElection() }, { r1: sampleRoll(STATIONS, 4), r2: sampleRoll(STATIONS, 4) });
    expect(digestOf(stateOf(WHOLE, moved))).toBe(digestOf(stateOf(WHOLE)));
  });
});
