import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import type { Bytes } from "./bytes.js";
import { openCsv } from "./csv-rows.js";
import type { Dialect, RefusedRow } from "./rows.js";

const COMMA: Dialect = {
  format: "csv",
  separator: ",",
  quote: '"',
  encoding: "utf-8",
  headerRows: 1,
  worksheet: "",
  records: "",
};

/** A file that comes in pieces of the given sizes, over and over. */
function pieces(bytes: Buffer, sizes: readonly number[]): Bytes {
  let at = 0;
  let step = 0;
  // As from disk: the next piece overwrites the last one.
  const hand = Buffer.alloc(Math.max(...sizes, 1));
  return {
    compressed: false,
    size: bytes.length,
    bytesRead: () => at,
    next: () => {
      const size = sizes[step++ % sizes.length] ?? 1;
      if (at >= bytes.length) return Promise.resolve(succeed(undefined));
      const length = bytes.copy(hand, 0, at, at + size);
      at += length;
      return Promise.resolve(succeed(hand.subarray(0, length)));
    },
    close: () => Promise.resolve(),
  };
}

interface Good {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Outcome {
  readonly header: readonly string[];
  readonly events: readonly (Good | RefusedRow)[];
  readonly rows: number;
  readonly refused: number;
}

async function read(
  text: string | Buffer,
  dialect: Dialect = COMMA,
  sizes: readonly number[] = [1 << 16],
  maxRecordBytes = 1 << 20,
): Promise<Result<Outcome, Problem>> {
  const opened = await openCsv("file", pieces(Buffer.from(text), sizes), dialect, maxRecordBytes);
  if (!opened.ok) return opened;
  const { header } = opened.value;
  const events: (Good | RefusedRow)[] = [];
  const count = await opened.value.read({
    onRow: (row) => events.push({ line: row.line, cells: header.map((_, column) => row.text(column)) }),
    onRefused: (row) => events.push(row),
    progress: () => {},
  });
  return count.ok ? succeed({ header, events, ...count.value }) : count;
}

async function readWell(text: string | Buffer, dialect: Partial<Dialect> = {}): Promise<Outcome> {
  const outcome = await read(text, { ...COMMA, ...dialect });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

describe("a CSV file", () => {
  test("gives its cells by position, never trimmed", async () => {
    const { header, events } = await readWell("id,name\n01, a b \n,\n");
    expect(header).toEqual(["id", "name"]);
    expect(events).toEqual([
      { line: 2, cells: ["01", " a b "] },
      { line: 3, cells: ["", ""] },
    ]);
  });

  test("may quote late, double quotation marks and break lines inside them", async () => {
    const { events } = await readWell('a,b\n1,2\n"x ""y"" z","l1\r\nl2, m"\n3,4');
    expect(events).toEqual([
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells: ['x "y" z', "l1\r\nl2, m"] },
      { line: 5, cells: ["3", "4"] },
    ]);
  });

  test("may end lines with LF or CR LF, mixed, and the last one with nothing", async () => {
    const { events } = await readWell('a,b\r\n1,2\n3,"4"\r\n5,6');
    expect(events).toEqual([
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells: ["3", "4"] },
      { line: 4, cells: ["5", "6"] },
    ]);
  });

  test("keeps a carriage return that ends no line", async () => {
    const { events } = await readWell("a,b\nx\ry,2\n3,4\r");
    expect(events).toEqual([
      { line: 2, cells: ["x\ry", "2"] },
      { line: 3, cells: ["3", "4\r"] },
    ]);
  });

  test("may begin with a byte order mark, before a quotation mark as well", async () => {
    const opened = await openCsv("file", pieces(Buffer.from('\uFEFF"a",b\n1,2\n'), [1]), COMMA, 100);
    expect(opened).toMatchObject({ ok: true, value: { header: ["a", "b"], byteOrderMark: true } });
  });

  test("may have any separator and no quotation mark", async () => {
    const { events } = await readWell('a\tb\n"1\t2"x\n', { separator: "\t", quote: "" });
    expect(events).toEqual([{ line: 2, cells: ['"1', '2"x'] }]);
  });

  test("of windows-1252 and of latin1 is decoded as declared", async () => {
    const bytes = Buffer.from([0x61, 0x0a, 0x80, 0xf1, 0x0a]);
    expect((await readWell(bytes, { encoding: "windows-1252" })).events).toEqual([{ line: 2, cells: ["€ñ"] }]);
    expect((await readWell(bytes, { encoding: "latin1" })).events).toEqual([{ line: 2, cells: ["\u0080ñ"] }]);
  });

  test("that is only a header has no rows", async () => {
    expect((await readWell("a,b")).events).toEqual([]);
    expect((await readWell("a,b\r\n\r\n")).events).toEqual([]);
  });
});

describe("a header", () => {
  test("numbers repeated names and never takes a name that the file uses", async () => {
    expect((await readWell("x,x,x (2),x,,\n")).header).toEqual(["x", "x (3)", "x (2)", "x (4)", "", " (2)"]);
  });

  test("of two rows joins the parts, an empty upper one taking the part on its left", async () => {
    const { header, events } = await readWell("id,Votes,,Total\n,A,B,\n1,2,3,4\n", { headerRows: 2 });
    expect(header).toEqual(["id", "Votes / A", "Votes / B", "Total"]);
    expect(events).toEqual([{ line: 3, cells: ["1", "2", "3", "4"] }]);
  });

  test("of three rows does not carry a part into a new group above it", async () => {
    const { header } = await readWell("G,,H,\nx,,,y\na,b,c,d\n", { headerRows: 3 });
    expect(header).toEqual(["G / x / a", "G / x / b", "H / c", "H / y / d"]);
  });

  test.each([
    ["a line without names", "\n1\n", "blank"],
    ["only separators", ",,\n1,2,3\n", "blank"],
    ["a broken quotation", 'a,b"c\n1,2\n', "strayQuote"],
    ["a quotation never closed", '"a,b\n1,2\n', "unclosedQuote"],
    ["bytes that are not UTF-8", Buffer.from([0x61, 0xf1, 0x0a]), "badEncoding"],
  ])("is refused for %s", async (_, text, reason) => {
    expect(await read(text)).toEqual(fail({ code: "file.noHeader", where: "file", context: { line: 1, reason } }));
  });

  test("of two rows is refused when they differ in length or the second is missing", async () => {
    const two = { ...COMMA, headerRows: 2 };
    expect(await read("a,b\nc\n", two)).toMatchObject({ problem: { context: { line: 2, reason: "shortRow" } } });
    expect(await read("a\nb,c\n", two)).toMatchObject({ problem: { context: { line: 2, reason: "longRow" } } });
    expect(await read("a,b\n", two)).toMatchObject({ problem: { context: { reason: "missing" } } });
  });

  test("with the line ends of old Macintoshes is refused instead of swallowing the file", async () => {
    expect(await read("a,b\r1,2\r3,4\r")).toMatchObject({ problem: { code: "file.lineEnds" } });
  });
});

describe("a row is refused, and the next one read, when", () => {
  test.each<[string, string, number | undefined, string, string]>([
    ["it is short", "1", 2, "shortRow", "1"],
    ["it is long", "1,2,3", 3, "longRow", "1,2,3"],
    ["a quotation mark stands inside a cell", '1,2"x', 2, "strayQuote", '1,2"x'],
    ["text follows a closing quotation mark", '"1"x,2', 1, "strayQuote", '"1"x,2'],
    ["a space follows a closing quotation mark", '"1" ,2', 1, "strayQuote", '"1" ,2'],
    ["a quotation is never closed", '1,"2', 2, "unclosedQuote", '1,"2'],
    ["a quotation closes by chance in a later row", '"1,2\n5,6\n7,"8",9', 1, "unclosedQuote", '"1,2'],
    ["it is blank", "", 2, "shortRow", ""],
  ])("%s", async (_, bad, column, reason, raw) => {
    const { events } = await readWell(`a,b\n0,0\n${bad}\n3,4\n`);
    expect(events[0]).toEqual({ line: 2, cells: ["0", "0"] });
    expect(events[1]).toEqual({ line: 3, column, reason, raw });
    expect(events.at(-1)).toEqual({ line: 4 + (bad.match(/\n/g)?.length ?? 0), cells: ["3", "4"] });
  });

  test("its bytes are not of the encoding, in the cell where they are", async () => {
    const text = Buffer.concat([Buffer.from("a,b\n1,"), Buffer.from([0xd1]), Buffer.from("\nñ,2\n")]);
    expect((await readWell(text)).events).toEqual([
      { line: 2, column: 2, reason: "badEncoding", raw: "1,\uFFFD" },
      { line: 3, cells: ["ñ", "2"] },
    ]);
    const undefined1252 = Buffer.from([0x61, 0x0a, 0x81, 0x0a, 0x78, 0x0a]);
    expect((await readWell(undefined1252, { encoding: "windows-1252" })).events).toEqual([
      { line: 2, column: 1, reason: "badEncoding", raw: "\uFFFD" },
      { line: 3, cells: ["x"] },
    ]);
  });

  test("it opens a quotation that stays open past the limit: only its first line is lost", async () => {
    const many = Array.from({ length: 100 }, (_, index) => `${String(index)},x`);
    const outcome = await read(`a,b\n1,"2\n${many.join("\n")}\n`, COMMA, [7], 64);
    expect(outcome).toMatchObject({ ok: true, value: { rows: 100, refused: 1 } });
  });

  test("and keeps at most 4,096 characters of it", async () => {
    const { events } = await readWell(`a,b\n${"é".repeat(5000)}\n`);
    expect(events).toEqual([{ line: 2, column: 2, reason: "shortRow", raw: "é".repeat(4096) }]);
  });
});

describe("blank lines", () => {
  test("are rows of one empty cell when the header has one column, but not at the end", async () => {
    const { events } = await readWell("a\n1\n\n\r\n2\n\n\n");
    expect(events).toEqual([
      { line: 2, cells: ["1"] },
      { line: 3, cells: [""] },
      { line: 4, cells: [""] },
      { line: 5, cells: ["2"] },
    ]);
  });

  test("are not lines with an empty quotation", async () => {
    expect((await readWell('a\n""\n')).events).toEqual([{ line: 2, cells: [""] }]);
  });
});

test("a line longer than the limit is a problem of the file, with its line", async () => {
  const text = `a,b\n1,2\n3,${"x".repeat(100)}\n`;
  const problem = { code: "file.recordTooLong", where: "file", context: { line: 3, limit: 64 } };
  for (const size of [1, 10, 1000]) expect(await read(text, COMMA, [size], 64)).toEqual(fail(problem));
});

test("a column that the header does not have is a bug of the caller, not an empty cell", async () => {
  const opened = await openCsv("file", pieces(Buffer.from("a\n1\n"), [9]), COMMA, 100);
  if (!opened.ok) throw new Error(opened.problem.code);
  const onRow = (row: { text(column: number): string }): string => row.text(-1);
  await expect(opened.value.read({ onRow, onRefused: () => {}, progress: () => {} })).rejects.toThrow(RangeError);
});

// From here on: any input. Bytes are written as latin1 characters, one each.

const soup = (marks: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom(...marks, "a", "b", ",", ",", "\n", "\n", "\r\n", "\r", '"', '"', '""', ',"', '",', "\n\n"),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(""));
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });

/** Cells, line by line, joined so that they are hard to read by accident: tables that are well written. */
const wellWritten = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    rows: fc.array(
      fc.array(
        fc.record({
          text: fc.oneof(
            fc.string({ maxLength: 6, unit: "binary" }),
            fc
              .array(fc.constantFrom("a", '"', ",", ";", "\n", "\r\n", "ñ", "“", "🗳"), { maxLength: 5 })
              .map((parts) => parts.join("")),
          ),
          quoted: fc.boolean(),
        }),
        { minLength: width, maxLength: width },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    separator: fc.constantFrom(",", ";", "\t", "|"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    lastLineEnd: fc.boolean(),
  }),
);

describe("for every file", () => {
  test("a table that is written well comes back cell for cell, wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(wellWritten, sizes, async ({ rows, separator, lineEnd, lastLineEnd }, cuts) => {
        const names = rows[0]?.map((_, column) => `c${String(column)}`) ?? [];
        const write = ({ text, quoted }: { text: string; quoted: boolean }): string =>
          quoted || /["\n\r]/.test(text) || text.includes(separator) || text === ""
            ? `"${text.replaceAll('"', '""')}"`
            : text;
        const lines = [names.join(separator), ...rows.map((row) => row.map(write).join(separator))];
        const text = lines.join(lineEnd) + (lastLineEnd ? lineEnd : "");
        // A zero byte near the beginning would make it binary; half characters cannot be written.
        fc.pre(!text.includes("\0") && !/\p{Surrogate}/u.test(text));
        const outcome = await read(text, { ...COMMA, separator }, cuts);
        if (!outcome.ok) throw new Error(outcome.problem.code);
        expect(outcome.value.events.map((event) => ("cells" in event ? event.cells : event.reason))).toEqual(
          rows.map((row) => row.map((cell) => cell.text)),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("what csv-parse accepts in its strict mode is read with the same cells", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(soup("é"), sizes, async (text, cuts) => {
        let expected: string[][];
        try {
          expected = parse(text, { record_delimiter: ["\r\n", "\n"], bom: true });
        } catch {
          return;
        }
        // csv-parse counts blank lines at the end as records of one cell.
        const isBlank = (record: readonly string[] | undefined): boolean => record?.length === 1 && record[0] === "";
        const body = expected.slice(1);
        // Of one column, csv-parse makes no difference between a blank line and an empty quotation: leave that out.
        if (/""(?:\r?\n)*$/.test(text)) return;
        while (isBlank(body.at(-1))) body.pop();
        const outcome = await read(text, COMMA, cuts);
        if (!outcome.ok) {
          expect(["file.empty", "file.noHeader", "file.lineEnds"]).toContain(outcome.problem.code);
          return;
        }
        accepted++;
        expect(outcome.value.events.map((event) => ("cells" in event ? event.cells : event.reason))).toEqual(body);
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test("rows and refused rows are what a reader finds that looks at one character after the other", async () => {
    const limits = fc.oneof(fc.integer({ min: 4, max: 30 }), fc.constant(1 << 20));
    await fc.assert(
      fc.asyncProperty(soup("\u00e9\u00c3\u00a9"), sizes, limits, async (text, cuts, limit) => {
        const bytes = Buffer.from(`h,i\n${text}`, "latin1");
        const outcome = await read(bytes, COMMA, cuts, limit);
        const expected = naive(`h,i\n${text}`, limit);
        if (typeof expected === "number") {
          const context = { line: expected, limit };
          expect(outcome).toEqual(fail({ code: "file.recordTooLong", where: "file", context }));
          return;
        }
        if (!outcome.ok) throw new Error(outcome.problem.code);
        expect(outcome.value.events).toEqual(expected);
        expect(outcome.value.rows + outcome.value.refused).toBe(expected.length);
      }),
      { numRuns: 2500 },
    );
  });

  test("the answer does not depend on where the file is cut, also for any bytes, and nothing is thrown", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        sizes,
        fc.integer({ min: 1, max: 40 }),
        async (any, cuts, max) => {
          const bytes = Buffer.concat([Buffer.from("a,b\n"), any]);
          const [one, other] = [await read(bytes, COMMA, cuts, max), await read(bytes, COMMA, [1 << 16], max)];
          expect(one).toEqual(other);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/**
 * The rules of the reader once more, as simply as possible, for a file of two columns whose header is the first line.
 * @returns what is read, or the number of the line that is too long.
 */
function naive(text: string, limit: number): (Good | RefusedRow)[] | number {
  const events: (Good | RefusedRow)[] = [];
  let blanks: number[] = [];
  let at = text.indexOf("\n") + 1;
  let line = 2;
  while (at < text.length) {
    const found = naiveRecord(text.slice(at, at + limit), at + limit >= text.length);
    if (found.kind === "tooLong") return line;
    const raw = Buffer.from(found.source.replace(/\r?\n$/, ""), "latin1").toString("utf8");
    if (found.kind === "cells" && found.source.replace(/\r?\n$/, "") === "") {
      blanks.push(line);
    } else {
      for (const blank of blanks) events.push({ line: blank, column: 2, reason: "shortRow", raw: "" });
      blanks = [];
      events.push(naiveVerdict(found, line, raw));
    }
    at += found.source.length;
    line += found.kind === "cells" ? found.source.split("\n").length - 1 : 1;
  }
  return events;
}

type Naive =
  | { readonly kind: "cells"; readonly cells: string[]; readonly source: string }
  | {
      readonly kind: "broken";
      readonly column: number;
      readonly reason: "strayQuote" | "unclosedQuote";
      readonly source: string;
    }
  | { readonly kind: "tooLong" };

function naiveVerdict(found: Exclude<Naive, { kind: "tooLong" }>, line: number, raw: string): Good | RefusedRow {
  if (found.kind === "broken") return { line, column: found.column, reason: found.reason, raw };
  const { cells } = found;
  if (cells.length < 2) return { line, column: cells.length + 1, reason: "shortRow", raw };
  if (cells.length > 2) return { line, column: 3, reason: "longRow", raw };
  const texts = cells.map((cell) => Buffer.from(cell, "latin1").toString("utf8"));
  const bad = texts.findIndex((cell) => cell.includes("\uFFFD"));
  return bad < 0 ? { line, cells: texts } : { line, column: bad + 1, reason: "badEncoding", raw };
}

/** Reads one record of what may be seen of a file; `all` says that the file ends with it. */
function naiveRecord(seen: string, all: boolean): Naive {
  const cells: string[] = [];
  let cell = "";
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  let openAtBreak = 0;
  const broken = (): Naive => {
    const end = seen.indexOf("\n") + 1;
    if (openAtBreak > 0)
      return { kind: "broken", column: openAtBreak, reason: "unclosedQuote", source: seen.slice(0, end) };
    if (end === 0 && !all) return { kind: "tooLong" };
    const source = end === 0 ? seen : seen.slice(0, end);
    return {
      kind: "broken",
      column: cells.length + 1,
      reason: state === "quoted" ? "unclosedQuote" : "strayQuote",
      source,
    };
  };
  for (let at = 0; at < seen.length; at++) {
    const character = seen.charAt(at);
    const lineEnd = seen.startsWith("\r\n", at) ? 2 : character === "\n" ? 1 : 0;
    if (state === "quoted") {
      if (character === '"' && seen[at + 1] === '"') cell += seen[++at] ?? "";
      else if (character === '"') state = "closed";
      else {
        cell += character;
        if (character === "\n" && openAtBreak === 0) openAtBreak = cells.length + 1;
      }
    } else if (lineEnd > 0) {
      return { kind: "cells", cells: [...cells, cell], source: seen.slice(0, at + lineEnd) };
    } else if (character === ",") {
      cells.push(cell);
      cell = "";
      state = "start";
    } else if (state === "closed") {
      // A carriage return at the edge of what may be seen could be the half of a line end.
      if (character === "\r" && at === seen.length - 1 && !all) break;
      return broken();
    } else if (character === '"') {
      if (state === "plain") return broken();
      state = "quoted";
    } else {
      cell += character;
      state = "plain";
    }
  }
  if (all && state !== "quoted") return { kind: "cells", cells: [...cells, cell], source: seen };
  return all || openAtBreak > 0 ? broken() : { kind: "tooLong" };
}
