import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportTable, writeCsv } from "./index.js";
import type { ExportTable, TableRequest } from "./index.js";
import { NASTY_NAMES, SAMPLE_STATIONS, sampleEdition, sampleElection } from "./sample-edition.js";

function tableOf(request: TableRequest, places: readonly string[] = []): ExportTable {
  const named = SAMPLE_STATIONS.map((station, at) => ({
    ...station,
    place: places[at % places.length] ?? station.place,
  }));
  const table = exportTable(sampleEdition(sampleElection(), named), request);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value;
}

function csvOf(table: ExportTable, excel: boolean): string {
  return Buffer.concat([...writeCsv(table, { excel })]).toString("utf8");
}

function readBack(text: string): readonly Record<string, string>[] {
  return parse(text, {
    columns: true,
    record_delimiter: text.includes("\r\n") && text.startsWith("\uFEFF") ? "\r\n" : "\n",
    bom: true,
  });
}

function textsOf(table: ExportTable): readonly Record<string, string>[] {
  return Array.from({ length: table.size }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => {
        const value = column.cell(row);
        if (column.kind === "share") return [column.id, typeof value === "number" ? value.toFixed(9) : ""];
        return [column.id, String(value ?? "")];
      }),
    ),
  );
}

describe("plain CSV", () => {
  test("reads back as it was at every level", () => {
    for (const level of ["country", "department", "district", "place", "station"]) {
      const table = tableOf({ level }, level === "station" ? NASTY_NAMES : []);
      expect(readBack(csvOf(table, false))).toEqual(textsOf(table));
    }
  });

  test("is UTF-8 without a byte order mark, with LF, and has nothing but header and rows", () => {
    const text = csvOf(tableOf({ level: "province" }), false);
    expect(text.startsWith("level,code,name,area.department.code,")).toBe(true);
    expect(text).not.toContain("\r");
    expect(text.trimEnd().split("\n")).toHaveLength(5);
  });

  test("writes a share as its exact decimal, never with an exponent, and an empty cell for a missing number", () => {
    const rows = readBack(csvOf(tableOf({ level: "district" }), false));
    expect(rows[1]?.["shareOfValid.a"]).toBe("0.500000000");
    expect(rows[2]?.["shareOfValid.a"]).toBe("");
    expect(rows[0]?.["turnoutCounted"]).toBe("0.563750000");
  });

  test("comes in pieces that are the same text", () => {
    const table = { ...tableOf({ level: "station" }), size: 20_000 };
    const pieces = [...writeCsv(table, { excel: false })];
    expect(pieces.length).toBeGreaterThan(3);
    expect(Buffer.concat(pieces).toString("utf8").split("\n")).toHaveLength(20_002);
  });
});

describe("CSV for Excel", () => {
  test("has a byte order mark, CRLF and codes that keep their zeros", () => {
    const text = csvOf(tableOf({ level: "district" }), true);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split("\r\n")[1]).toMatch(/^district,"=""010101""",Área 010101,"=""01""",/);
    expect(readBack(text)[0]).toMatchObject({ code: '="010101"', leader: "a" });
  });

  test("disarms text that would be run and keeps text that would be changed", () => {
    const table = tableOf({ level: "station" }, [
      "=1+1",
      "+51 1",
      "-1+1",
      "@SUM(A1)",
      "\tTAB",
      "\rCR",
      " =1",
      "＝1",
      "007",
      "1-2",
    ]);
    expect(readBack(csvOf(table, true)).map((row) => row["place"])).toEqual([
      "'=1+1",
      "'+51 1",
      "'-1+1",
      "'@SUM(A1)",
      "'\tTAB",
      "'\rCR",
      "' =1",
      "'＝1",
      '="007"',
      '="1-2"',
    ]);
  });

  test("leaves no way out of a code", () => {
    const stations = SAMPLE_STATIONS.slice(0, 2).map((station, at) => ({
      ...station,
      code: at === 0 ? '1"&HYPERLINK("x")&"' : "=1\n2",
    }));
    const table = exportTable(sampleEdition(sampleElection(), stations), { level: "station" });
    if (!table.ok) return expect.unreachable();
    const codes = readBack(csvOf(table.value, true)).map((row) => row["station"]);
    expect(codes).toEqual(['="1""&HYPERLINK(""x"")&"""', "'=1\n2"]);
  });
});

test("property: any names in any place read back as they were", () => {
  const name = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom(...NASTY_NAMES));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 10 }), (names) => {
      const table = tableOf({ level: "station" }, names);
      expect(readBack(csvOf(table, false))).toEqual(textsOf(table));
      // No field of the Excel form begins with what Excel would run, except our own texts in a formula.
      for (const row of readBack(csvOf(table, true)))
        for (const value of Object.values(row)) expect(value).not.toMatch(/^(?:=(?!"(?:[^"]|"")*"$)|[+\-@\t\r])/);
    }),
  );
});
