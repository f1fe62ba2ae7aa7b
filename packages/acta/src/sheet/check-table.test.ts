import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_PLACE } from "../election/index.js";
import type { CheckSetting, Contest, FormCell, Roll, Status } from "../election/index.js";
import { ABSURD, BLANK, NOT_SUPPLIED, checkDrift, checkTable, compareCopies, emptyTable } from "./index.js";
import type { SheetTable } from "./index.js";

const both = (text: string) => ({ es: text, en: text });
const cell = (id: string, role: FormCell["role"], option = ""): FormCell => ({ id, role, option, candidate: 0 });
const form = {
  cells: [cell("a", "option", "a"), cell("b", "option", "b"), cell("null", "null"), cell("voters", "voters")],
};
const contest: Contest = {
  id: "c",
  name: both("c"),
  options: ["a", "b"],
  form,
  outcome: { kind: "none", article: "" },
  stations: null,
};
const status = (id: string, state: Status["state"]): Status => ({
  id,
  name: both(id),
  state,
  resolved: false,
  flags: [],
  words: [],
  blankWhenZero: [],
});
const statuses = [status("counted", "counted"), status("annulled", "annulled")];
const election = { checks: [], annulledFigures: "asDecided" } as const;

function tableOf(rows: readonly (readonly number[])[], annulled: readonly number[] = []): SheetTable {
  const table = emptyTable(contest, statuses, rows.length);
  rows.forEach((row, at) => {
    table.status[at] = annulled.includes(at) ? 1 : 0;
    table.cells.forEach((column, cellAt) => (column[at] = row[cellAt] ?? 0));
  });
  return table;
}

interface Station {
  readonly code: string;
  readonly place?: string;
  readonly area?: string;
  readonly registered?: number;
}

function rollOf(stations: readonly Station[], areaNames: Readonly<Record<string, string>> = {}): Roll {
  const areas = [...new Set(stations.map((station) => station.area ?? "01"))];
  const places = [...new Set(stations.map((station) => station.place ?? ""))];
  const root = { code: "X", name: "X", level: 0, parent: -1 };
  return {
    trees: [
      {
        id: "geographic",
        areas: [root, ...areas.map((code) => ({ code, name: areaNames[code] ?? code, level: 1, parent: 0 }))],
      },
    ],
    places: places.map((name) => ({ name, address: "", area: 1 })),
    codes: stations.map((station) => station.code),
    leaves: [Uint32Array.from(stations, (station) => areas.indexOf(station.area ?? "01") + 1)],
    place: Uint32Array.from(stations, ({ place }) => (place === undefined ? NO_PLACE : places.indexOf(place))),
    registered: Int32Array.from(stations, (station) => station.registered ?? 300),
  };
}

describe("sheets of one polling place with the same votes", () => {
  const sheet = [60, 30, 10, 100];

  test("are one finding with all their rows", () => {
    const roll = rollOf(["s", "s", "t", "s", "s"].map((place, at) => ({ code: `${at}`, place })));
    const list = checkTable(election, contest, roll, tableOf([sheet, [61, 29, 10, 100], sheet, sheet, sheet]));
    expect(list.findings).toEqual([
      { code: "C101", severity: "warning", rows: [0, 3, 4], cells: [0, 1, 2], values: { stations: 3, votes: 100 } },
    ]);
  });

  test("are left alone below 20 votes, without a place, and when annulled", () => {
    const at = (votes: number): number[] => [votes - 3, 2, 1, votes];
    const roll = rollOf(["s", "s"].map((place, row) => ({ code: `${row}`, place })));
    expect(checkTable(election, contest, roll, tableOf([at(19), at(19)])).counts.size).toBe(0);
    expect(checkTable(election, contest, roll, tableOf([at(20), at(20)])).counts.get("C101")).toBe(1);
    const placeless = rollOf([{ code: "0" }, { code: "1" }]);
    expect(checkTable(election, contest, placeless, tableOf([sheet, sheet])).counts.size).toBe(0);
    const decided = [0, 0, 100, 100];
    expect(checkTable(election, contest, roll, tableOf([decided, decided], [0, 1])).counts.size).toBe(0);
  });

  test("are the same groups as by comparing every pair", () => {
    const station = fc.record({ place: fc.constantFrom("s", "t", "u"), a: fc.integer({ min: 20, max: 23 }) });
    fc.assert(
      fc.property(fc.array(station, { maxLength: 60 }), (stations) => {
        const roll = rollOf(stations.map(({ place }, at) => ({ code: `${at}`.padStart(3, "0"), place })));
        const table = tableOf(stations.map(({ a }) => [a, 5, 0, a + 5]));
        const groups = new Map<string, number[]>();
        stations.forEach(({ place, a }, at) => {
          groups.set(`${place} ${a}`, [...(groups.get(`${place} ${a}`) ?? []), at]);
        });
        const expected = [...groups.values()].filter((rows) => rows.length > 1);
        const found = checkTable(election, contest, roll, table).findings;
        expect(found.map(({ rows }) => rows)).toEqual(expected);
      }),
    );
  });
});

describe("a table", () => {
  test("counts every finding and keeps only as many as asked for", () => {
    const rows = Array.from({ length: 10 }, (_, at) => [50 + at, 40, 0, 99 + at]);
    const roll = rollOf(rows.map((_, at) => ({ code: `${at}` })));
    const list = checkTable(election, contest, roll, tableOf(rows), 3);
    expect(list.findings.map(({ rows: [row] }) => row)).toEqual([0, 1, 2]);
    expect([...list.counts]).toEqual([["S402", 10]]);
    expect(list.leftOut).toBe(7);
  });

  test("says once how many stations have no registered voters", () => {
    const roll = rollOf([0, 1, 2].map((at) => ({ code: `${at}`, registered: at === 0 ? 300 : -1 })));
    const rows = [60, 61, 62].map((a) => [a, 30, 10, a + 40]);
    expect(checkTable(election, contest, roll, tableOf(rows)).findings).toEqual([
      { code: "C207", severity: "warning", rows: [], cells: [], values: { stations: 2 } },
    ]);
  });

  test("takes severities from the definition", () => {
    const checks: CheckSetting[] = [{ rule: "countedUnequal", severity: "warning", tolerance: 0, limit: null }];
    const list = checkTable({ ...election, checks }, contest, rollOf([{ code: "0" }]), tableOf([[60, 30, 0, 91]]));
    expect(list.findings.map(({ code, severity }) => [code, severity])).toEqual([["S402", "warning"]]);
  });
});

describe("drift between two rolls", () => {
  const earlier = rollOf(
    [
      { code: "001", place: "School", area: "01", registered: 290 },
      { code: "002", place: "School", area: "01", registered: 300 },
      { code: "003", place: "School", area: "02", registered: 300 },
      { code: "005", place: "Hall", area: "02", registered: -1 },
    ],
    { "01": "Bagua", "02": "Condorcanqui" },
  );
  const later = rollOf(
    [
      { code: "001", place: "School", area: "01", registered: 291 },
      { code: "003", place: "School N", area: "01", registered: 300 },
      { code: "004", place: "Hall", area: "02", registered: 300 },
      { code: "005", area: "02", registered: 300 },
    ],
    { "01": "BAGUA", "02": "Condorcanqui" },
  );

  test("names what changed, by the rows of the later roll", () => {
    const { findings } = checkDrift(earlier, later);
    expect(findings.map(({ code, rows, values }) => [code, rows, values])).toEqual([
      ["C201", [0], { earlier: 290, later: 291 }],
      ["C205", [], { station: "002" }],
      ["C202", [1], { earlier: "School", later: "School N" }],
      ["C204", [1], { earlier: "02", later: "01" }],
      ["C206", [2], { station: "004" }],
      ["C203", [], { area: "01", earlier: "Bagua", later: "BAGUA" }],
    ]);
  });

  test("a roll has no drift against itself, and passes what its tolerance lets pass", () => {
    expect(checkDrift(earlier, earlier).counts.size).toBe(0);
    const checks: CheckSetting[] = [{ rule: "registeredDrift", severity: "", tolerance: 1, limit: null }];
    expect(checkDrift(earlier, later, checks).counts.has("C201")).toBe(false);
  });
});

describe("two copies of one sheet", () => {
  test("differ in the cells that both supply", () => {
    const one = { cells: [60, 30, BLANK, NOT_SUPPLIED] };
    const other = { cells: [60, 31, 0, 100] };
    expect(compareCopies(form, one, other, [7])).toEqual({
      differing: [1, 2],
      unsupplied: [3],
      finding: { code: "C102", severity: "error", rows: [7], cells: [1, 2], values: { count: 2, cell: "b" } },
    });
  });

  test("two absurd cells are the same only with the same text", () => {
    const copy = (text: string) => ({ cells: [1, ABSURD, 0, 1], raw: new Map([[1, text]]) });
    expect(compareCopies(form, copy("2/0"), copy("2/0")).differing).toEqual([]);
    expect(compareCopies(form, copy("2/0"), copy("270")).differing).toEqual([1]);
  });

  test("comparing is symmetric, and a copy equals itself", () => {
    const cells = fc.array(fc.integer({ min: -4, max: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const there = compareCopies(form, { cells: a }, { cells: b });
        expect(compareCopies(form, { cells: b }, { cells: a })).toEqual(there);
        expect(compareCopies(form, { cells: a }, { cells: a }).finding).toBeNull();
      }),
    );
  });
});
