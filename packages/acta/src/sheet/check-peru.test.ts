import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { NO_PLACE, byCode } from "../election/index.js";
import type { Contest, Flag, FormCell, Roll, SheetState, Status } from "../election/index.js";
import { BLANK, FINDINGS, NOT_SUPPLIED, checkDrift, checkTable, emptyTable, statusOf } from "./index.js";
import type { FindingCode, FindingList, SheetTable } from "./index.js";

// The real sheets of Peru 2021 (../shared/data/peru-2021/DATA.md). Numbers in the claims are those of its section "Quirks".

const both = (text: string) => ({ es: text, en: text });
const status = (id: string, state: SheetState, flags: readonly Flag[] = [], resolved = false): Status => ({
  id,
  name: both(id),
  state,
  resolved,
  flags,
  words: [],
  blankWhenZero: [],
});
const words: Readonly<Record<string, Status>> = {
  "CONTABILIZADAS NORMALES": status("counted", "counted"),
  "ACTA ELECTORAL ANULADA": status("annulled", "annulled", [], true),
  "ERROR MATERIAL": status("material", "referred", ["materialError"]),
  "ACTA SIN FIRMAS": status("unsigned", "referred", ["unsigned"]),
  ILEGIBILIDAD: status("illegible", "referred", ["illegible"]),
  INCOMPLETA: status("incomplete", "referred", ["incomplete"]),
  "OTRAS OBSERVACIONES": status("other", "referred", ["other"]),
  "VOTOS IMPUGNADOS": status("challenged", "referred", ["challengedVotes"]),
  "SOLICITUD DE NULIDAD": status("nullity", "referred", ["nullityRequested"]),
  "ACTA ELECTORAL PENDIENTE": status("pending", "pending"),
  "EN PROCESO DE DIGITACION": status("keyed", "pending"),
  "MESA NO INSTALADA": status("notInstalled", "notInstalled"),
  NA: status("notCollected", "notCollected"),
};
const statuses = Object.values(words);

interface Edition {
  readonly roll: Roll;
  readonly table: SheetTable;
  readonly list: FindingList;
}

interface Columns {
  readonly options: readonly string[];
  readonly station: string;
  readonly status: string;
  readonly registered: string;
  readonly district: string;
  readonly place: string;
  readonly cells: readonly string[];
}

const election = { checks: [], annulledFigures: "asDecided" } as const;

function contestOf(options: readonly string[]): Contest {
  const cell = (id: FormCell["id"], role: FormCell["role"], option: string): FormCell => ({
    id,
    role,
    option,
    candidate: 0,
  });
  const roles = ["blank", "null", "challenged", "voters"] as const;
  const cells = [...options.map((id) => cell(id, "option", id)), ...roles.map((role) => cell(role, role, ""))];
  const outcome = { kind: "none", article: "" } as const;
  return { id: "president", name: both("president"), options, form: { cells }, outcome, stations: null };
}

/** A row as its fields by column. */
type Row = (column: string) => string;

/** Reads CSV line by line, which is fast, and leaves the few records with quotes to csv-parse: they may hold line breaks. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  const [header = "", ...lines] = text.split("\n");
  const columns = new Map(header.split(",").map((name, at) => [name, at]));
  let open = "";
  for (const line of lines) {
    const record = open === "" ? line : `${open}\n${line}`;
    open = record.includes('"') && (record.split('"').length - 1) % 2 === 1 ? record : "";
    if (open !== "" || record === "") continue;
    const fields = record.includes('"') ? (parse(record)[0] ?? []) : record.split(",");
    rows.push((column) => fields[columns.get(column) ?? -1] ?? expect.unreachable(column));
  }
  return rows;
}

function rollOf(rows: readonly Row[], columns: Columns): Roll {
  const districts = new Map<string, number>();
  const places = new Map<string, number>();
  const numbered = (map: Map<string, number>, key: string): number => {
    if (!map.has(key)) map.set(key, map.size);
    return map.get(key) ?? 0;
  };
  const at = (row: Row, name: keyof Columns): string => row(String(columns[name]));
  const leaves = Uint32Array.from(rows, (row) => numbered(districts, at(row, "district")) + 1);
  const place = Uint32Array.from(rows, (row) =>
    at(row, "place") === "NA" ? NO_PLACE : numbered(places, `${at(row, "district")}\n${at(row, "place")}`),
  );
  const areas = [...districts.keys()].map((code) => ({ code, name: "", level: 1, parent: 0 }));
  return {
    trees: [{ id: "geographic", areas: [{ code: "PE", name: "", level: 0, parent: -1 }, ...areas] }],
    places: [...places.keys()].map((key) => ({ name: key.split("\n")[1] ?? "", address: "", area: 0 })),
    codes: rows.map((row) => at(row, "station").padStart(6, "0")),
    leaves: [leaves],
    place,
    registered: Int32Array.from(rows, (row) => (at(row, "registered") === "NA" ? -1 : Number(at(row, "registered")))),
  };
}

function read(file: string, columns: Columns): Edition {
  const bytes = gunzipSync(readFileSync(sharedPath("data/peru-2021", file)));
  const rows = rowsOf(bytes.toString("utf8"));
  const contest = contestOf(columns.options);
  const table = emptyTable(contest, statuses, rows.length);
  rows.forEach((row, rowAt) => {
    const found = words[row(columns.status)] ?? expect.unreachable(row(columns.status));
    table.status[rowAt] = statuses.indexOf(found);
    columns.cells.forEach((name, cellAt) => {
      const text = row(name);
      const column = table.cells[cellAt];
      if (column !== undefined) column[rowAt] = text === "NA" ? NOT_SUPPLIED : Number(text);
    });
    const voters = table.cells.at(-1);
    if (voters !== undefined && found.id === "incomplete" && voters[rowAt] === 0) voters[rowAt] = BLANK;
  });
  const roll = rollOf(rows, columns);
  expect(roll.codes, "the files are sorted by station").toEqual(roll.codes.toSorted(byCode));
  return { roll, table, list: checkTable(election, contest, roll, table) };
}

const early: Columns = {
  options: ["pl", "fp"],
  station: "num_mesa",
  status: "observacion",
  registered: "num_electores",
  district: "ubigeo",
  place: "local",
  cells: ["votos_perulibre", "votos_fuerzapopular", "votos_blanco", "votos_nulos", "votos_impugnados", "num_votos"],
};

function late(prefix: string, options: readonly string[]): Columns {
  const written = [...options, "blanco", "nulos", "impugnados", "TOT_CIUDADANOS_VOTARON"];
  return {
    options,
    station: "mesa",
    status: `${prefix}OBSERVACION`,
    registered: `${prefix}NNUME_HABILM`,
    district: `${prefix}CCODI_UBIGEO`,
    place: `${prefix}TNOMB_LOCAL`,
    cells: written.map((name) => prefix + name),
  };
}

const parties = "fp perulibre ap app avpais dd fa jpp sp morado pnp ppc pps pp runa rp upp vn".split(" ");

/** Rows with any of these codes. */
function rowsWith(list: FindingList, ...codes: readonly FindingCode[]): number[] {
  const rows = list.findings.filter(({ code }) => codes.includes(code)).flatMap((finding) => finding.rows);
  return [...new Set(rows)].toSorted((a, b) => a - b);
}

function statusCounts({ table }: Edition, rows: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const id = statusOf(table, row)?.id ?? "";
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

const stations = ({ roll }: Edition, rows: readonly number[]): string[] => rows.map((row) => roll.codes[row] ?? "");

const sums: readonly FindingCode[] = ["S201", "S202", "S203", "S204", "S205", "S206"];

describeWithShared("the sheets of Peru 2021", () => {
  let june8: Edition;
  let june9: Edition;
  let june17: Edition;
  let april: Edition;

  beforeAll(() => {
    june8 = read("runoff-2021-06-08.csv.gz", early);
    june9 = read("runoff-2021-06-09.csv.gz", early);
    june17 = read("runoff-2021-06-17.csv.gz", late("v2_", ["perulibre", "fp"]));
    april = read("first-round-2021-06-17.csv.gz", late("v1_", parties));
  });

  test("RULES R2.14: all 86,488 final sheets have no challenged vote and add up within the registered voters", () => {
    expect(june17.table.size).toBe(86_488);
    const errors = june17.list.findings.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
  });

  test("the warnings on the final sheets are few, and the same as counted apart", () => {
    expect([...june17.list.counts]).toEqual([
      ["S301", 5],
      ["S302", 79],
      ["S303", 4],
      ["S304", 21],
      ["C101", 41],
    ]);
  });

  test("quirk 8: the nine counted sheets without a valid vote", () => {
    const expected = "001849 001972 016703 045455 057344 082167 082168 082195 082196".split(" ");
    expect(stations(june17, rowsWith(june17.list, "S301", "S303"))).toEqual(expected);
  });

  test("the first round has no error either, in the 77,153 sheets that were collected", () => {
    expect(april.list.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(april.table.status.filter((at) => statuses[at]?.id !== "notCollected").length).toBe(77_153);
  });

  test("quirk 2: counted sheets always add up; what does not is referred", () => {
    for (const edition of [june8, june9]) {
      const errors = edition.list.findings.filter(({ severity }) => severity === "error");
      const states = errors.flatMap(({ rows }) => rows.map((row) => statusOf(edition.table, row)?.state));
      expect(new Set(states)).toEqual(new Set(["referred"]));
    }
  });

  test("quirk 2: three sheets have more voters than registered", () => {
    for (const edition of [june8, june9])
      expect(stations(edition, rowsWith(edition.list, "S201"))).toEqual(["001740", "002172", "040456"]);
  });

  test("quirk 2: every incomplete sheet is incomplete, and never E or F", () => {
    for (const [edition, count] of [
      [june8, 104],
      [june9, 109],
    ] as const) {
      const incomplete = rowsWith(edition.list, "S101");
      expect(statusCounts(edition, incomplete)).toEqual({ incomplete: count });
      const lettered = new Set(rowsWith(edition.list, "S204", "S205", "S206"));
      expect(incomplete.filter((row) => lettered.has(row))).toEqual([]);
    }
  });

  test("quirk 2: 624 and 621 sheets with all numbers there do not add up, the incomplete ones among them", () => {
    for (const [edition, count] of [
      [june8, 624],
      [june9, 621],
    ] as const) {
      const missing = new Set(rowsWith(edition.list, "S105"));
      const unequal = rowsWith(edition.list, "S101", "S209", ...sums).filter((row) => !missing.has(row));
      expect(unequal.length).toBe(count);
    }
  });

  test("quirk 2: the sheets with NA in a cell are the ones with a value that the source does not supply", () => {
    expect(rowsWith(june8.list, "S105").length).toBe(133);
    expect(rowsWith(june9.list, "S105").length).toBe(147);
  });

  test("quirk 3: the challenged box holds the total in 23 and 22 sheets, all under other observations", () => {
    expect(statusCounts(june8, rowsWith(june8.list, "S209"))).toEqual({ other: 23 });
    expect(statusCounts(june9, rowsWith(june9.list, "S209"))).toEqual({ other: 22 });
  });

  test("the letters agree with the authority's material errors: each of the 399 has one of A, B, D, E, as RULES 2.13 counts", () => {
    const byLetter: Record<string, number> = {};
    const material = statuses.findIndex(({ id }) => id === "material");
    const lettersOf = new Map<number, string>();
    for (const { code, rows } of june9.list.findings)
      for (const row of rows)
        if (june9.table.status[row] === material)
          lettersOf.set(row, (lettersOf.get(row) ?? "") + FINDINGS[code].letter);
    for (const letters of lettersOf.values()) byLetter[letters] = (byLetter[letters] ?? 0) + 1;
    expect(byLetter).toEqual({ A: 3, B: 4, D: 203, E: 189 });
  });

  test("no letter stands on a sheet that was referred for challenged votes, signatures or nullity alone", () => {
    expect(statusCounts(june9, rowsWith(june9.list, ...sums))).toEqual({ material: 399, other: 94 });
    expect(statusCounts(june9, rowsWith(june9.list, "S306"))).toMatchObject({ challenged: 471 });
  });

  test("quirk 12: registered voters, places and districts that differ between the two rounds", () => {
    expect([...checkDrift(april.roll, june17.roll).counts]).toEqual([
      ["C201", 352],
      ["C202", 1361],
      ["C204", 18],
    ]);
  });

  test("quirk 4: between editions only place names drift; the 257 that say NA are not a difference", () => {
    expect(checkDrift(june8.roll, june9.roll).counts.size).toBe(0);
    expect([...checkDrift(june9.roll, june17.roll).counts]).toEqual([["C202", 507 - 257]]);
  });
});
