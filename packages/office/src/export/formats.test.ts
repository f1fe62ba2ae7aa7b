import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { readXlsx } from "hucre/xlsx";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportTable, writeJson, writeParquet, writeXlsx } from "./index.js";
import type { ExportColumn, ExportTable, TableRequest } from "./index.js";
import { NASTY_NAMES, SAMPLE_STATIONS, sampleEdition, sampleElection } from "./sample-edition.js";

function tableOf(request: TableRequest, places: readonly string[] = [], election = sampleElection()): ExportTable {
  const stations = Array.from({ length: Math.max(places.length, SAMPLE_STATIONS.length) }, (_, at) => ({
    ...(SAMPLE_STATIONS[at % SAMPLE_STATIONS.length] ?? expect.unreachable()),
    code: String(at + 1).padStart(6, "0"),
    place: places[at % places.length] ?? SAMPLE_STATIONS[at]?.place ?? "",
  }));
  const table = exportTable(sampleEdition(election, stations), request);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}

function rowsOf(table: ExportTable, empty: "" | null): readonly Record<string, unknown>[] {
  return Array.from({ length: table.size }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => {
        const value = column.cell(row);
        return [column.id, value === "" ? empty : value];
      }),
    ),
  );
}

const LEVELS = ["country", "district", "place", "station"];

describe("JSON", () => {
  function documentOf(table: ExportTable): Record<string, unknown> {
    return JSON.parse(Buffer.concat([...writeJson(table)]).toString("utf8"));
  }

  test("is one object: the notes, then rows equal to the table", () => {
    for (const level of LEVELS) {
      const table = tableOf({ level }, NASTY_NAMES);
      const { rows, ...notes } = documentOf(table);
      expect(rows).toEqual(rowsOf(table, ""));
      expect(notes).toEqual(table.notes);
    }
  });

  test("without rows is still whole", () => {
    expect(documentOf({ ...tableOf({}), size: 0 })["rows"]).toEqual([]);
  });
});

describe("Parquet", () => {
  async function readBack(bytes: Uint8Array): Promise<readonly Record<string, unknown>[]> {
    const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    const plain = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
  }

  test("reads back as it was; an empty text is a null", async () => {
    for (const level of LEVELS) {
      const table = tableOf({ level }, level === "place" ? [] : NASTY_NAMES);
      expect(await readBack(writeParquet(table))).toEqual(rowsOf(table, null));
    }
  });

  test("has codes as strings, counts as whole numbers, and its notes inside", () => {
    const table = tableOf({ level: "district" }, [], sampleElection({ provenance: "synthetic" }));
    const metadata = parquetMetadata(Uint8Array.from(writeParquet(table)).buffer);
    const typeOf = (name: string) => metadata.schema.find((element) => element.name === name);
    expect(typeOf("code")).toMatchObject({ type: "BYTE_ARRAY", converted_type: "UTF8" });
    expect(typeOf("votes.a")).toMatchObject({ type: "INT64" });
    expect(typeOf("stations.total")).toMatchObject({ type: "INT32" });
    expect(typeOf("provenance")).toMatchObject({ type: "BYTE_ARRAY" });
    const notes = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value]));
    expect(notes.get("provenance")).toBe("synthetic");
    expect(JSON.parse(notes.get("acta") ?? "")).toEqual(table.notes);
  });

  test("keeps rows beyond one group, and may have none", async () => {
    const table = tableOf({ level: "district" });
    const many = { ...table, columns: table.columns.slice(0, 5).map((column) => repeated(column)), size: 70_000 };
    const rows = await readBack(writeParquet(many));
    expect(rows).toHaveLength(70_000);
    expect(rows[69_999]).toEqual(rowsOf({ ...table, columns: table.columns.slice(0, 5) }, null)[69_999 % 5]);
    expect(await readBack(writeParquet({ ...table, size: 0 }))).toEqual([]);
  });

  function repeated(column: ExportColumn): ExportColumn {
    switch (column.kind) {
      case "code":
      case "text":
        return { ...column, cell: (row) => column.cell(row % 5) };
      case "truth":
        return column;
      default:
        return { ...column, cell: (row) => column.cell(row % 5) };
    }
  }
});

describe("XLSX", () => {
  async function workbookOf(table: ExportTable) {
    const bytes = await writeXlsx(table);
    if (!bytes.ok) throw new Error(bytes.problem.code);
    return readXlsx(bytes.value);
  }

  async function readBack(table: ExportTable): Promise<readonly Record<string, unknown>[]> {
    const [header = [], ...rows] = (await workbookOf(table)).sheets[0]?.rows ?? [];
    return rows.map((row) => Object.fromEntries(header.map((id, at) => [String(id), row[at] ?? null])));
  }

  test("reads back as it was, codes with their zeros as text", async () => {
    for (const level of LEVELS) {
      const table = tableOf({ level }, level === "station" ? NASTY_NAMES : []);
      expect(await readBack(table)).toEqual(rowsOf(table, null));
    }
    expect((await readBack(tableOf({ level: "district" })))[0]?.["code"]).toBe("010101");
  });

  test("has a second sheet that says where the figures come from, in both languages", async () => {
    const table = tableOf({}, [], sampleElection({ provenance: "synthetic" }));
    const { sheets } = await workbookOf(table);
    expect(sheets.map((sheet) => sheet.name)).toEqual(["data", "notes"]);
    const lines = sheets[1]?.rows.map((row) => row.map((value) => value ?? "")) ?? [];
    expect(lines).toContainEqual(["Procedencia / Provenance", "sintético", "synthetic"]);
    expect(lines).toContainEqual([
      "Fuente y licencia / Source and licence",
      "Fuente; Somebody; CC0",
      "Source; Somebody; CC0",
    ]);
    expect(lines).toContainEqual(["votes.a", "Votos de Partido Á", "Votes for Party A"]);
    expect(lines.filter((line) => table.columns.some((column) => column.id === line[0]))).toHaveLength(
      table.columns.length,
    );
    expect(lines.flat().some((text) => String(text).startsWith("SINTÉTICO"))).toBe(true);
  });

  test("of the same table has the same bytes", async () => {
    const table = tableOf({ level: "district" });
    const [first, second] = [await writeXlsx(table), await writeXlsx(table)];
    expect(first).toEqual(second);
  });

  test("is refused when Excel would cut it", async () => {
    const table = tableOf({ level: "station" });
    expect(await writeXlsx({ ...table, size: 1_048_576 })).toMatchObject({ problem: { code: "export.xlsxTooLarge" } });
    const long = tableOf({ level: "station" }, ["x".repeat(32_768)]);
    expect(await writeXlsx(long)).toMatchObject({ problem: { code: "export.xlsxLongText", context: { row: 2 } } });
    const wide = { ...table, columns: Array.from({ length: 16_385 }, () => table.columns[0] ?? expect.unreachable()) };
    expect(await writeXlsx(wide)).toMatchObject({ problem: { code: "export.xlsxTooWide" } });
  });

  test("property: any names read back as they were", async () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\uFFFE\uFFFF]/g, "")),
      fc.constantFrom(...NASTY_NAMES),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 10 }), async (names) => {
        const table = tableOf({ level: "station" }, names);
        expect((await readBack(table)).map((row) => row["place"])).toEqual(
          rowsOf(table, null).map((row) => row["place"]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
