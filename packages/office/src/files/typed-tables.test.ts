import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, test } from "vitest";
import { openRows } from "./index.js";
import type { Dialect, RefusedRow } from "./index.js";

const folder = mkdtempSync(join(tmpdir(), "acta-tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

const XLSX: Dialect = {
  format: "xlsx",
  separator: ",",
  quote: '"',
  encoding: "utf-8",
  headerRows: 1,
  worksheet: "",
  records: "",
};
const PARQUET: Dialect = { ...XLSX, format: "parquet" };

interface Read {
  readonly problem?: unknown;
  readonly header?: readonly string[];
  readonly rows: readonly (readonly [number, ...string[]])[];
  readonly refused: readonly RefusedRow[];
}

async function read(bytes: Uint8Array, dialect: Dialect, maxBytes?: number): Promise<Read> {
  const path = join(folder, "table");
  writeFileSync(path, bytes);
  const rows: [number, ...string[]][] = [];
  const refused: RefusedRow[] = [];
  const opened = await openRows(path, dialect, maxBytes === undefined ? {} : { maxBytes });
  if (!opened.ok) return { problem: opened.problem, rows, refused };
  const { header } = opened.value;
  const count = await opened.value.each(
    (row) => rows.push([row.line, ...header.map((_, column) => row.text(column))]),
    (row) => refused.push(row),
  );
  if (!count.ok) return { problem: count.problem, rows, refused };
  expect(count.value).toEqual({ rows: rows.length, refused: refused.length });
  return { header, rows, refused };
}

describe("a worksheet", () => {
  test("keeps ids as text, whole numbers plain, dates as ISO text, blanks empty", async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: "Actas",
          rows: [
            ["mesa", "votos", "fecha", "hora", "ok", "share", "nota"],
            ["000001", 118, new Date("2021-06-06T00:00:00Z"), new Date("2021-06-06T16:30:00Z"), true, 0.125, null],
            ["000002", 1e15, null, null, false, -3, " á "],
          ],
        },
      ],
    });
    expect(await read(book, XLSX)).toEqual({
      header: ["mesa", "votos", "fecha", "hora", "ok", "share", "nota"],
      rows: [
        [2, "000001", "118", "2021-06-06", "2021-06-06T16:30:00", "true", "0.125", ""],
        [3, "000002", "1000000000000000", "", "", "false", "-3", " á "],
      ],
      refused: [],
    });
  });

  test("is found by its name or is the first one, packed or not", async () => {
    const sheets = [
      { name: "One", rows: [["a"], ["1"]] },
      { name: "Two", rows: [["b"], ["2"]] },
    ];
    const book = await writeXlsx({ sheets });
    expect((await read(book, XLSX)).header).toEqual(["a"]);
    expect((await read(gzipSync(book), { ...XLSX, worksheet: "Two" })).header).toEqual(["b"]);
    expect(await read(book, { ...XLSX, worksheet: "Three" })).toMatchObject({
      problem: { code: "file.noWorksheet", context: { worksheet: "Three", found: "One, Two" } },
    });
  });

  test("with merged cells above names its columns by both rows", async () => {
    const rows = [
      ["id", "Votes", null, "Total"],
      [null, "A", "B", null],
      ["01", 1, 2, 3],
    ];
    const merges = [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }];
    const book = await writeXlsx({ sheets: [{ name: "S", rows, merges }] });
    expect(await read(book, { ...XLSX, headerRows: 2 })).toMatchObject({
      header: ["id", "Votes / A", "Votes / B", "Total"],
      rows: [[3, "01", "1", "2", "3"]],
    });
  });

  test("counts its rows as the spreadsheet does; blank ones are refused unless they end it", async () => {
    const rows = [
      ["a", "b"],
      ["1", null],
      [null, null],
      ["3", "4", "5"],
      ["6", "7"],
      [null, ""],
    ];
    const book = await writeXlsx({ sheets: [{ name: "S", rows }] });
    expect(await read(book, XLSX)).toMatchObject({
      rows: [
        [2, "1", ""],
        [5, "6", "7"],
      ],
      refused: [
        { line: 3, reason: "shortRow" },
        { line: 4, column: 3, reason: "longRow", raw: "3\t4\t5" },
      ],
    });
  });

  test("without a header, or in a file that is something else, is refused", async () => {
    const blank = await writeXlsx({ sheets: [{ name: "S", rows: [[null], ["1"]] }] });
    expect(await read(blank, XLSX)).toMatchObject({ problem: { code: "file.noHeader" } });
    const one = await writeXlsx({ sheets: [{ name: "S", rows: [["a"]] }] });
    expect(await read(one, { ...XLSX, headerRows: 2 })).toMatchObject({ problem: { code: "file.noHeader" } });
    expect(await read(Buffer.from("a,b\n1,2\n"), XLSX)).toMatchObject({
      problem: { code: "file.badXlsx", context: { looksLike: "text" } },
    });
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await read(old, XLSX)).toMatchObject({ problem: { code: "file.badXlsx", context: { looksLike: "ole2" } } });
  });

  test("that unpacks to more than the limit is refused before it is unpacked", async () => {
    const rows = Array.from({ length: 2000 }, () => ["the same", "the same"]);
    const book = await writeXlsx({ sheets: [{ name: "S", rows }] });
    expect(await read(book, XLSX, 40_000)).toMatchObject({ problem: { code: "file.tooLarge" } });
  });

  test("that is damaged anywhere is read or refused, but nothing is thrown", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => [`00${String(index)}`, index]);
    const book = await writeXlsx({ sheets: [{ name: "S", rows: [["a", "b"], ...rows] }] });
    await fc.assert(
      fc.asyncProperty(fc.nat(book.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
        const bytes = Buffer.from(cut ? book.subarray(0, at) : book);
        if (!cut) bytes[at] = value;
        await read(bytes, XLSX);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a Parquet file", () => {
  const columns = (): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "mesa", data: ["000001", "000002", "000003"], type: "STRING" },
          { name: "votes", data: [1n, 9007199254740993n, null], type: "INT64", nullable: true },
          { name: "small", data: [1, 2, 3], type: "INT32" },
          { name: "share", data: [0.5, 1, 1e21], type: "DOUBLE" },
          { name: "ok", data: [true, false, true], type: "BOOLEAN" },
          { name: "place", data: ["Ñ", null, ""], type: "STRING", nullable: true },
          { name: "at", data: [new Date("2021-06-06T16:30:00.5Z"), new Date(0), new Date(-1)], type: "TIMESTAMP" },
        ],
        rowGroupSize: 2,
      }),
    );

  test("gives digits of any length, texts as they are and nothing as empty", async () => {
    expect(await read(columns(), PARQUET)).toEqual({
      header: ["mesa", "votes", "small", "share", "ok", "place", "at"],
      rows: [
        [1, "000001", "1", "1", "0.5", "true", "Ñ", "2021-06-06T16:30:00.500"],
        [2, "000002", "9007199254740993", "2", "1", "false", "", "1970-01-01T00:00:00"],
        [3, "000003", "", "3", "1000000000000000000000", "true", "", "1969-12-31T23:59:59.999"],
      ],
      refused: [],
    });
    expect((await read(gzipSync(columns()), PARQUET)).rows.length).toBe(3);
  });

  test.each([
    ["GZIP", gzipSync],
    ["BROTLI", brotliCompressSync],
  ] as const)("may be packed with %s", async (codec, pack) => {
    const data = Array.from({ length: 1000 }, (_, index) => `id ${String(index % 7)}`);
    const columnData = [{ name: "a", data, type: "STRING" as const }];
    const compressors = { [codec]: (bytes: Uint8Array) => new Uint8Array(pack(bytes)) };
    const { rows } = await read(new Uint8Array(parquetWriteBuffer({ columnData, codec, compressors })), PARQUET);
    expect(rows.map((row) => row[1])).toEqual(data);
  });

  test("with lists, or with decimals that a double cannot hold, is refused", async () => {
    const wide = {
      name: "d",
      type: "INT64",
      repetition_type: "REQUIRED",
      converted_type: "DECIMAL",
      precision: 18,
      scale: 0,
    } as const;
    const schema = [{ name: "root", num_children: 1 }, wide];
    const decimals = parquetWriteBuffer({ columnData: [{ name: "d", data: [1n] }], schema });
    expect(await read(new Uint8Array(decimals), PARQUET)).toMatchObject({ problem: { code: "file.badParquet" } });
    const list = [
      { name: "root", num_children: 1 },
      { name: "l", num_children: 1, repetition_type: "OPTIONAL", converted_type: "LIST" },
      { name: "list", num_children: 1, repetition_type: "REPEATED" },
      { name: "element", type: "INT32", repetition_type: "OPTIONAL" },
    ] as const;
    const lists = parquetWriteBuffer({ columnData: [{ name: "l", data: [[1, 2], [3]] }], schema: [...list] });
    expect(await read(new Uint8Array(lists), PARQUET)).toMatchObject({
      problem: { code: "file.badParquet", context: { reason: "a column is nested" } },
    });
  });

  test("gives decimals with the digits of their scale", async () => {
    const money = {
      name: "d",
      type: "INT64",
      repetition_type: "REQUIRED",
      converted_type: "DECIMAL",
      precision: 10,
      scale: 2,
    } as const;
    const schema = [{ name: "root", num_children: 1 }, money];
    const bytes = parquetWriteBuffer({ columnData: [{ name: "d", data: [12.3, 0.07] }], schema });
    expect((await read(new Uint8Array(bytes), PARQUET)).rows).toEqual([
      [1, "12.30"],
      [2, "0.07"],
    ]);
  });

  test("with a text that is not UTF-8 loses that row only", async () => {
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "a", data: [1, 2], type: "INT32" },
          { name: "b", data: [Uint8Array.of(0x61), Uint8Array.of(0xf1)], type: "BYTE_ARRAY" },
        ],
      }),
    );
    expect(await read(bytes, PARQUET)).toMatchObject({
      rows: [[1, "1", "a"]],
      refused: [{ line: 2, column: 2, reason: "badEncoding" }],
    });
  });

  test("that is something else, cut off or too large is refused", async () => {
    expect(await read(Buffer.from("a,b\n"), PARQUET)).toMatchObject({
      problem: { code: "file.badParquet", context: { looksLike: "text" } },
    });
    expect(await read(columns().subarray(0, 200), PARQUET)).toMatchObject({ problem: { code: "file.badParquet" } });
    const same = parquetWriteBuffer({
      columnData: [{ name: "a", data: Array.from({ length: 9000 }, () => "the same, the same"), type: "STRING" }],
    });
    expect(await read(new Uint8Array(same), PARQUET, 8000)).toMatchObject({ problem: { code: "file.tooLarge" } });
  });

  test("that is damaged anywhere is read or refused, but nothing is thrown", async () => {
    const good = columns();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
        const bytes = Buffer.from(cut ? good.subarray(0, at) : good);
        if (!cut) bytes[at] = value;
        await read(bytes, PARQUET);
      }),
      { numRuns: 600 },
    );
  });
});
