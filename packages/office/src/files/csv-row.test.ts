import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRows } from "./open-rows.js";
import type { Row } from "./rows.js";

const dialect = {
  format: "csv",
  separator: ",",
  quote: '"',
  encoding: "utf-8",
  headerRows: 1,
  worksheet: "",
  records: "",
} as const;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "acta-csv-row-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function eachRow(lines: readonly string[], onRow: (row: Row, at: number) => void): Promise<void> {
  const path = join(folder, "rows.csv");
  writeFileSync(path, ["a,b,c", ...lines, ""].join("\n"));
  const opened = await openRows(path, dialect);
  if (!opened.ok) throw new Error(opened.problem.code);
  let at = 0;
  const read = await opened.value.each(
    (row) => onRow(row, at++),
    () => at++,
  );
  expect(read.ok).toBe(true);
}

// Few words, so that cells often repeat the one above: as written in the file, and as read.
const words = [
  ["", ""],
  ["7", "7"],
  ["77", "77"],
  ["Áncash", "Áncash"],
  ['"7"', "7"],
  ['"x, ""y"""', 'x, "y"'],
  ["0123456789", "0123456789"],
] as const;

describe("a row of a CSV file", () => {
  test("property: its texts are right whichever cells are asked for, and however often", async () => {
    const cell = fc.record({ word: fc.constantFrom(...words), asked: fc.integer({ min: 0, max: 2 }) });
    const line = fc.oneof(
      { weight: 9, arbitrary: fc.tuple(cell, cell, cell) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (table) => {
        // Lines with too few cells are refused in between.
        const lines = table.map((cells) =>
          cells === null ? "short,line" : cells.map(({ word }) => word[0]).join(","),
        );
        await eachRow(lines, (row, at) =>
          table[at]?.forEach(({ word, asked }, column) => {
            for (let time = 0; time < asked; time++) expect(row.text(column)).toBe(word[1]);
          }),
        );
      }),
    );
  });

  test("repeats are right across the blocks that a file is read in", async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `${Math.floor(at / 7)},Same place,${at % 2}`);
    const wrong: number[] = [];
    await eachRow(lines, (row, at) => {
      if ([0, 1, 2].map((column) => row.text(column)).join(",") !== lines[at]) wrong.push(at);
    });
    expect(wrong).toEqual([]);
  });

  test("counts are one to nine digits and nothing else", async () => {
    const cells = ["0", "007", "999999999", "1000000000", "", "-1", "1.0", " 1", "1 ", "１", "1a"];
    const counts: number[] = [];
    await eachRow(
      cells.map((cell) => `${cell},"${cell}",x`),
      (row) => counts.push(row.count(0), row.count(1)),
    );
    const expected = [0, 7, 999_999_999, ...cells.slice(3).map(() => -1)];
    expect(counts).toEqual(expected.flatMap((count) => [count, count]));
  });

  test("asking for a column that is not there throws", async () => {
    await eachRow(["1,2,3"], (row) => {
      expect(() => row.count(3)).toThrow(RangeError);
      expect(() => row.text(-1)).toThrow(RangeError);
    });
  });
});
