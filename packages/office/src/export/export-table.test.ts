import { resultOf, tallyTree } from "acta/tabulation";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportTable } from "./index.js";
import type { ExportTable, TableRequest } from "./index.js";
import { SAMPLE_STATIONS, sampleEdition, sampleElection } from "./sample-edition.js";

const open = sampleEdition();

function tableOf(request: TableRequest, edition = open): ExportTable {
  const table = exportTable(edition, request);
  if (!table.ok) throw new Error(JSON.stringify(table.problem));
  return table.value;
}

function rowsOf(table: ExportTable): readonly Record<string, unknown>[] {
  return Array.from({ length: table.size }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.id, column.cell(row)])),
  );
}

function codeOf(request: TableRequest, edition = open): string {
  const table = exportTable(edition, request);
  return table.ok ? "" : table.problem.code;
}

const total = (rows: readonly Record<string, unknown>[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

describe("rows of areas", () => {
  test("equal the results of the tabulation, area by area", () => {
    const contest = open.election.contests[0];
    const sheets = open.tables.get("president");
    const policy = { id: "x", name: { es: "", en: "" }, figures: "current", annulled: "asNull" } as const;
    if (contest === undefined || sheets === undefined) return expect.unreachable();
    const states = ["counted", "annulled", "notInstalled"] as const;
    const tally = tallyTree(open.election, open.roll, sheets, { ...policy, states }, 0);
    const rows = rowsOf(tableOf({ level: "district" }));
    for (const row of rows) {
      const at = open.roll.trees[0]?.areas.findIndex((area) => area.level === 3 && area.code === row["code"]) ?? -1;
      const result = resultOf(contest, tally, at, { code: "", name: "", level: "", wholeContest: false });
      expect([row["votes.a"], row["votes.b"]]).toEqual(result.options.map((option) => option.votes));
      expect(row["nullVotes"]).toBe(result.nullVotes);
      expect(row["stations.counted"]).toBe(result.stations.counted);
      expect(row["turnoutRoll"]).toBe(result.turnoutRoll.decimal);
      expect(row["leader"]).toBe(result.leader.id ?? "");
      expect(row["margin.votes"]).toBe(result.margin.votes);
    }
    expect(rows.map((row) => row["code"])).toEqual(["010101", "010102", "010201", "020101", "NA"]);
  });

  test("name the areas above with their codes", () => {
    const district = rowsOf(tableOf({ level: "district" }))[1];
    expect(district).toMatchObject({
      level: "district",
      code: "010102",
      name: "Área 010102",
      "area.department.code": "01",
      "area.province.code": "0101",
      "area.province.name": "Área 0101",
    });
    expect(Object.keys(district ?? {})).not.toContain("area.district.code");
  });

  test("have the same sums at every level, places and stations too", () => {
    const sums = ["country", "department", "province", "district", "place"].map((level) => {
      const rows = rowsOf(tableOf({ level }));
      return ["votes.a", "votes.b", "nullVotes", "registeredVoters", "stations.total"].map((column) =>
        total(rows, column),
      );
    });
    for (const sum of sums) expect(sum).toEqual(sums[0]);
    const stations = rowsOf(tableOf({ level: "station" }));
    expect(
      total(
        stations.filter((row) => row["included"] === true),
        "votes.a",
      ),
    ).toBe(sums[0]?.[0]);
  });

  test("say a tie and leave out shares without a base: no NaN, no 0 for what is not known", () => {
    const [, tied, empty, , unknown] = rowsOf(tableOf({ level: "district" }));
    expect(tied).toMatchObject({ leader: "", tie: "a b", "margin.votes": 0 });
    expect(empty).toMatchObject({ name: "", leader: "", tie: "", turnoutCounted: null, "shareOfValid.a": null });
    expect(empty).toMatchObject({ "margin.ofValid": null, "stations.notCollected": 1, "stations.pending": 2 });
    expect(unknown).toMatchObject({ code: "NA", name: "", registeredVoters: null, turnoutRoll: null });
    expect(unknown).toMatchObject({ "stations.registeredUnknown": 1 });
  });

  test("of a group are refused where the group cuts an area, and are one row at the level of the whole", () => {
    expect(codeOf({ level: "department", group: "coast" })).toBe("export.groupCutsArea");
    const provinces = rowsOf(tableOf({ level: "province", group: "coast" }));
    expect(provinces.map((row) => row["code"])).toEqual(["0101", "0201"]);
    const whole = rowsOf(tableOf({ level: "country", group: "coast" }));
    expect(whole).toHaveLength(1);
    expect(whole[0]).toMatchObject({ level: "group", code: "coast", name: "Costa" });
    expect(whole[0]?.["votes.a"]).toBe(total(provinces, "votes.a"));
  });

  test("of another tree have its areas; a group brings its tree with it", () => {
    expect(rowsOf(tableOf({ tree: "centre" })).map((row) => row["code"])).toEqual(["C1", "C2"]);
    expect(rowsOf(tableOf({ group: "north" })).map((row) => row["code"])).toEqual(["C1"]);
  });

  test("keep preferential votes and leave a sum empty that the sheet does not have", () => {
    const contest = { id: "list", name: "L", options: ["a", "b"], preferential: { candidates: 2 }, cells: ["null"] };
    const election = sampleElection({ contests: [{ ...contest, outcome: { rule: "none" } }] });
    const cells = [5, 6, 1, 2, 3, 4, 9];
    const stations = SAMPLE_STATIONS.slice(0, 1).map((each) => ({ ...each, cells }));
    const [row] = rowsOf(tableOf({ level: "country" }, sampleEdition(election, stations)));
    expect(row).toMatchObject({ "preferential.a.1": 1, "preferential.b.2": 4, nullVotes: 9, blankVotes: null });
    expect(row).toMatchObject({ votersReported: null, ballotsCast: 20 });
  });

  test("leave out areas in which nobody votes in the contest", () => {
    const contests = [{ ...sampleContest, stations: { tree: "geographic", areas: ["02"] } }];
    const edition = sampleEdition(sampleElection({ contests }));
    edition.tables.get("president")?.status.fill(255, 0, 7).fill(255, 9);
    expect(rowsOf(tableOf({ level: "district" }, edition)).map((row) => row["code"])).toEqual(["020101"]);
    expect(tableOf({ level: "station" }, edition).size).toBe(2);
  });
});

const sampleContest = { id: "president", name: "P", options: ["a", "b"], outcome: { rule: "plurality" } };

describe("rows of stations", () => {
  const rows = rowsOf(tableOf({ level: "station" }));

  test("show each cell as recorded, with marks for what is no number", () => {
    expect(rows[7]).toMatchObject({
      station: "000008",
      "area.district.code": "020101",
      place: "Escuela 4",
      registeredVoters: null,
      status: "challenged",
      state: "referred",
      flags: "challengedVotes unsigned",
      included: false,
      "votes.a": 10,
      "votes.b": null,
      blankVotes: null,
      marks: "b=absurd blank=blank null=illegible",
      raw: '{"b":"1\\"O\\n2"}',
      entry: 107,
    });
  });

  test("tell a sheet without figures from a station without a sheet", () => {
    expect(rows[5]).toMatchObject({ state: "pending", status: "pending", marks: "*=notSupplied", entry: 105 });
    expect(rows[6]).toMatchObject({ state: "notCollected", status: "", marks: "", entry: null, "votes.a": null });
  });

  test("say which sheets a policy takes in", () => {
    const filed = rowsOf(tableOf({ level: "station", policy: "as-filed" }));
    expect(filed.filter((row) => row["included"] === true)).toHaveLength(8);
    expect(rows.filter((row) => row["included"] === true)).toHaveLength(7);
  });
});

describe("a request", () => {
  test("with a name that does not exist is refused with the names that do", () => {
    expect(exportTable(open, { level: "parish" })).toEqual({
      ok: false,
      problem: {
        code: "export.unknownName",
        context: { kind: "level", name: "parish", known: "country, department, province, district, place, station" },
      },
    });
    for (const request of [{ contest: "x" }, { policy: "x" }, { tree: "x" }, { group: "x" }])
      expect(codeOf(request)).toBe("export.unknownName");
  });

  test("is never answered with a guess", () => {
    const two = [sampleContest, { ...sampleContest, id: "congress" }];
    expect(codeOf({}, sampleEdition(sampleElection({ contests: two })))).toBe("export.chooseContest");
    expect(codeOf({ group: "north", tree: "geographic" })).toBe("export.groupOfOtherTree");
    expect(codeOf({ level: "place", tree: "centre" })).toBe("export.placesOfFirstTree");
    expect(codeOf({ level: "station", policy: "first-filed" })).toBe("export.stationsAsRecorded");
    expect(codeOf({}, { ...open, tables: new Map() })).toBe("export.noTable");
    expect(codeOf({}, { ...open, roll: { ...open.roll, trees: [] } })).toBe("export.treeNotInRoll");
  });
});

describe("provenance", () => {
  test("stands in every row and in the notes of what did not happen, and only there", () => {
    expect(tableOf({}).columns[0]?.id).toBe("level");
    for (const provenance of ["synthetic", "drill"] as const) {
      const table = tableOf({}, sampleEdition(sampleElection({ provenance })));
      expect(table.columns[0]?.id).toBe("provenance");
      expect(rowsOf(table).every((row) => row["provenance"] === provenance)).toBe(true);
      expect(table.notes.provenance).toBe(provenance);
      expect(Object.keys(table.notes).slice(0, 2)).toEqual(["format", "provenance"]);
    }
  });

  test("is a drill when the ledger says so, whatever the definition says", () => {
    expect(tableOf({ drill: true }).notes.provenance).toBe("drill");
    expect(tableOf({ drill: true }).columns[0]?.id).toBe("provenance");
  });
});

describe("the notes", () => {
  test("say what is needed to cite the rows and to make them again", () => {
    const { notes } = tableOf({ level: "province", group: "coast", policy: "as-filed" });
    expect(notes).toMatchObject({
      election: { id: "sample", authority: "Authority" },
      contest: { id: "president" },
      edition: { id: "20210617T2359Z-0badcafe", asOf: "2021-06-17T23:59:00Z", ledgerSize: 123 },
      policy: { id: "as-filed" },
      level: "province",
      group: { id: "coast" },
      resultStatus: "partial",
      rowCount: 2,
      sources: [{ credit: "Somebody", licence: "CC0" }],
    });
    expect(notes.notes.every(({ es, en }) => es !== "" && en !== "")).toBe(true);
    expect(notes.columns.find((column) => column.id === "votes.a")?.about).toEqual({
      es: "Votos de Partido Á",
      en: "Votes for Party A",
    });
  });

  test("call a result complete only when nothing is open", () => {
    const counted = SAMPLE_STATIONS.filter((each) => ["counted", "annulled", "not-installed"].includes(each.status));
    expect(tableOf({}, sampleEdition(sampleElection(), counted)).notes.resultStatus).toBe("complete");
  });
});

test("property: whatever the sheets, the sums of districts, places and included stations agree", () => {
  const count = fc.integer({ min: 0, max: 999_999_999 });
  const cell = fc.oneof(count, fc.constantFrom(-1, -2, -4));
  const stations = fc.uniqueArray(
    fc.record({
      code: fc.integer({ min: 0, max: 999_999 }).map((code) => String(code).padStart(6, "0")),
      district: fc.constantFrom("010101", "010102", "020101", ""),
      place: fc.constantFrom("", "P", "Q"),
      registered: fc.integer({ min: -1, max: 300 }),
      status: fc.constantFrom("counted", "annulled", "not-installed", "challenged", "pending", ""),
      cells: fc.array(cell, { minLength: 6, maxLength: 6 }),
    }),
    { selector: (each) => each.code, maxLength: 30 },
  );
  fc.assert(
    fc.property(stations, (list) => {
      const edition = sampleEdition(sampleElection(), list);
      const sums = (level: string) => {
        const rows = rowsOf(tableOf({ level }, edition));
        const taken = level === "station" ? rows.filter((row) => row["included"] === true) : rows;
        return ["votes.a", "votes.b", "blankVotes", "nullVotes"].map((column) => total(taken, column));
      };
      const whole = sums("country");
      for (const level of ["district", "place", "station"]) expect(sums(level)).toEqual(whole);
    }),
  );
});
