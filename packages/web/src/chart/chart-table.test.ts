import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "./chart-table.js";

const cell = fc.oneof(
  fc.integer(),
  fc.string({ maxLength: 12 }).filter((text) => !/^\s*[=+\-@\t\r＝＋－＠]/u.test(text)),
);

test("a CSV file holds what the table holds, whatever its texts are made of", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
      const columns = ["a", "b", "c"].map((id) => ({ id, title: id }));
      const text = csvOf({
        columns,
        rows: rows.map((row) => row.map((value) => ({ value, text: "shown otherwise" }))),
      });
      const read: readonly (readonly string[])[] = parse(text, { record_delimiter: "\r\n", skip_empty_lines: false });
      expect(read).toEqual([["a", "b", "c"], ...rows.map((row) => row.map(String))]);
    }),
  );
});

test("a text that a program for tables would run is written as text", () => {
  const columns = [{ id: "name", title: "Name" }];
  const rows = ['=HYPERLINK("x")', " @x", "－1", "plain"].map((value) => [{ value, text: value }]);
  expect(csvOf({ columns, rows }).split("\r\n").slice(1, 5)).toEqual([
    '"\'=HYPERLINK(""x"")"',
    "' @x",
    "'－1",
    "plain",
  ]);
});

test("nothing is an empty field, not a zero", () => {
  expect(
    csvOf({ columns: [{ id: "a", title: "A" }], rows: [[{ value: null, text: "–" }], [{ value: 0, text: "0" }]] }),
  ).toBe("a\r\n\r\n0\r\n");
});
