import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runoffForm } from "../../../../scripts/peru-disputes.js";
import type { Contest, Roll, Status } from "../election/index.js";
import { NOT_SUPPLIED, emptyTable } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import { copyCoverage, surveyCopies } from "./index.js";

const text = { es: "P", en: "P" };
const contest: Contest = {
  id: "president",
  name: text,
  options: ["pl", "fp"],
  form: runoffForm,
  outcome: { kind: "none", article: "" },
  stations: null,
};
const status = (id: string, state: Status["state"]): Status => ({
  id,
  name: text,
  state,
  resolved: false,
  flags: [],
  words: [],
  blankWhenZero: [],
});
const STATUSES = [status("counted", "counted"), status("referred", "referred")];
const REGISTERED = 300;

function rollOf(size: number): Roll {
  return {
    trees: [],
    places: [],
    codes: Array.from({ length: size }, (_, at) => String(at + 1).padStart(6, "0")),
    leaves: [],
    place: new Uint32Array(size),
    registered: new Int32Array(size).fill(REGISTERED),
  };
}

/** Sheets by row: cells in the order of the form; null for none. */
function tableOf(sheets: readonly (readonly number[] | null)[], state = 0): SheetTable {
  const table = emptyTable(contest, STATUSES, sheets.length);
  sheets.forEach((cells, row) => {
    if (cells === null) return;
    table.status[row] = state;
    table.head[row] = row + 1;
    cells.forEach((value, column) => table.cells[column]?.fill(value, row, row + 1));
  });
  return table;
}

const sheet = fc
  .tuple(fc.nat(100), fc.nat(100), fc.nat(20), fc.nat(20), fc.nat(2))
  .chain(([a, b, blank, nul, off]) => fc.constant([a, b, blank, nul, 0, a + b + blank + nul + (off === 2 ? 3 : 0)]));
const sheets = fc.array(fc.option(sheet, { nil: null }), { minLength: 1, maxLength: 12 });

describe("copies beside the authority's sheets", () => {
  test("are treated alike, whoever holds them: the name of the holder changes nothing", () => {
    fc.assert(
      fc.property(sheets, sheets, (ours, theirs) => {
        const size = Math.min(ours.length, theirs.length);
        const table = tableOf(ours.slice(0, size));
        const held = tableOf(theirs.slice(0, size));
        const copies = new Map([
          ["agent:pl/1", held],
          ["agent:fp/1", held],
        ]);
        const [one, other] = surveyCopies(contest, rollOf(size), table, copies);
        const plain = (survey: typeof one) => ({
          ...survey,
          copy: "",
          differences: survey?.differences.map((each) => ({ ...each, copy: "" })),
        });
        expect(plain(one)).toEqual(plain(other));
      }),
    );
  });

  test("swapping both swaps which of them fits, and turns every change of a counted sheet round", () => {
    fc.assert(
      fc.property(sheets, sheets, (ours, theirs) => {
        const size = Math.min(ours.length, theirs.length);
        const [table, held] = [tableOf(ours.slice(0, size)), tableOf(theirs.slice(0, size))];
        const survey = (a: SheetTable, b: SheetTable) =>
          surveyCopies(contest, rollOf(size), a, new Map([["x:y/1", b]]))[0]?.differences ?? [];
        const there = survey(table, held);
        const back = survey(held, table);
        expect(back.map(({ station }) => station)).toEqual(there.map(({ station }) => station));
        there.forEach((each, at) => {
          expect(back[at]).toMatchObject({ authority: each.other, other: each.authority });
          expect(back[at]?.change?.map((votes, option) => votes + (each.change?.[option] ?? 0))).toEqual([0, 0]);
        });
      }),
    );
  });

  test("every copy is either the same, different, or of a sheet that is not there", () => {
    fc.assert(
      fc.property(sheets, sheets, (ours, theirs) => {
        const size = Math.min(ours.length, theirs.length);
        const held = tableOf(theirs.slice(0, size));
        const [survey] = surveyCopies(contest, rollOf(size), tableOf(ours.slice(0, size)), new Map([["x:y/1", held]]));
        const given = theirs.slice(0, size).filter((each) => each !== null).length;
        expect(survey?.sheets).toBe(given);
        expect((survey?.same ?? 0) + (survey?.unmatched ?? 0) + (survey?.differences.length ?? 0)).toBe(given);
      }),
    );
  });

  test("a referred sheet brings nothing yet: taking the copy brings all of its votes; without a count nothing is said", () => {
    const table = tableOf([[100, 90, 0, 5, 0, 194]], 1);
    const survey = (cells: readonly number[]) =>
      surveyCopies(contest, rollOf(1), table, new Map([["agent:fp/1", tableOf([cells])]]))[0]?.differences;
    expect(survey([100, 90, 0, 4, 0, 194])).toMatchObject([
      {
        state: "referred",
        change: [100, 90],
        authority: { soundness: "inconsistent" },
        other: { soundness: "consistent" },
      },
    ]);
    expect(survey([100, NOT_SUPPLIED, 0, 4, 0, 194])).toMatchObject([
      { cells: [3], change: null, other: { soundness: "incomplete" } },
    ]);
  });

  test("coverage counts a station once, whoever has copies of it", () => {
    const tree = {
      id: "geographic",
      areas: [
        { code: "X", name: "X", level: 0, parent: -1 },
        { code: "N", name: "North", level: 1, parent: 0 },
      ],
    };
    const roll: Roll = { ...rollOf(3), trees: [tree], leaves: [Uint32Array.of(1, 1, 1)] };
    const held = tableOf([[1, 1, 0, 0, 0, 2], null, null]);
    const copies = new Map([
      ["agent:pl/1", held],
      ["agent:fp/1", held],
    ]);
    expect(copyCoverage(roll, tableOf([null, null, null]), copies)).toEqual([
      { area: "N", name: "North", stations: 3, withCopy: 1 },
    ]);
  });
});
