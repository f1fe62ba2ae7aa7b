import { chmodSync, mkdtempSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Problem, Result } from "acta/basics";
import { filesEn, filesEs, formatOfName, listFiles, openRows, sha256File } from "./index.js";
import type { Dialect, FileLimits, RefusedRow } from "./index.js";
import { fileProblemCodes, problemOfError } from "./problems.js";

const folder = mkdtempSync(join(tmpdir(), "acta-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const CSV: Dialect = {
  format: "csv",
  separator: ",",
  quote: '"',
  encoding: "utf-8",
  headerRows: 1,
  worksheet: "",
  records: "",
};
const JSON_LIST: Dialect = { ...CSV, format: "json" };
const LINES: Dialect = { ...CSV, format: "ndjson" };

let files = 0;
function write(content: string | Uint8Array): string {
  const path = join(folder, `file-${String(files++)}`);
  writeFileSync(path, content);
  return path;
}

interface Read {
  readonly header: readonly string[];
  readonly rows: readonly (readonly [number, ...string[]])[];
  readonly refused: readonly RefusedRow[];
}

async function readPath(path: string, dialect: Dialect, limits?: FileLimits): Promise<Result<Read, Problem>> {
  const opened = await openRows(path, dialect, limits);
  if (!opened.ok) return opened;
  const { header } = opened.value;
  const rows: [number, ...string[]][] = [];
  const refused: RefusedRow[] = [];
  const count = await opened.value.each(
    (row) => rows.push([row.line, ...header.map((_, column) => row.text(column))]),
    (row) => refused.push(row),
  );
  if (!count.ok) return count;
  expect(count.value).toEqual({ rows: rows.length, refused: refused.length });
  return { ok: true, value: { header, rows, refused } };
}

async function readWell(content: string | Uint8Array, dialect: Dialect, limits?: FileLimits): Promise<Read> {
  const outcome = await readPath(write(content), dialect, limits);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function problemOf(content: string | Uint8Array, dialect: Dialect, limits?: FileLimits): Promise<Problem> {
  const outcome = await readPath(write(content), dialect, limits);
  if (outcome.ok) throw new Error(JSON.stringify(outcome.value));
  return outcome.problem;
}

describe("a path that cannot be read is a problem, not an exception:", () => {
  test("nothing there", async () => {
    const path = join(folder, "nothing");
    expect(await readPath(path, CSV)).toEqual({ ok: false, problem: { code: "file.notFound", where: path } });
    expect(await sha256File(join(write(""), "below-a-file"))).toMatchObject({ problem: { code: "file.notFound" } });
    expect(await readPath("zero\0byte", CSV)).toMatchObject({ problem: { code: "file.notFound" } });
  });

  test("a folder", async () => {
    expect(await readPath(folder, CSV)).toMatchObject({ problem: { code: "file.isFolder" } });
    expect(await sha256File(folder)).toMatchObject({ problem: { code: "file.isFolder" } });
  });

  test.skipIf(process.platform === "win32")("a device or a pipe, which could wait for ever", async () => {
    expect(await readPath("/dev/null", CSV)).toMatchObject({
      problem: { code: "file.notReadable", context: { reason: "notARegularFile" } },
    });
  });

  test.skipIf(process.getuid?.() === 0)("no permission", async () => {
    const path = write("a\n1\n");
    chmodSync(path, 0);
    expect(await readPath(path, CSV)).toMatchObject({ problem: { code: "file.notReadable" } });
  });

  test("whatever the system says", () => {
    const error = Object.assign(new Error("no"), { code: "EACCES" });
    expect(problemOfError("x", error)).toEqual({ code: "file.notReadable", where: "x", context: { reason: "EACCES" } });
    expect(problemOfError("x", new TypeError("a bug"))).toBeUndefined();
  });

  test("a name too long for the disk", async () => {
    const path = join(folder, "x".repeat(5000));
    expect(await readPath(path, CSV)).toMatchObject({ problem: { context: { reason: "ENAMETOOLONG" } } });
  });
});

describe("a file that is not the text that was declared is named:", () => {
  test.each<[string, Uint8Array]>([
    ["png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["zip", Buffer.from("PK\u0003\u0004rest")],
    ["pdf", Buffer.from("%PDF-1.7\n")],
    ["ole2", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ["parquet", Buffer.from("PAR1....PAR1")],
    ["utf16", Buffer.from("\uFEFFa,b\n", "utf16le")],
    ["binary", Buffer.from("a,b\n1,\0\n")],
    ["html", Buffer.from("\n<!DOCTYPE html>\n<p>404, not found")],
    ["gzip", gzipSync(gzipSync("a\n1\n"))],
  ])("%s", async (looksLike, bytes) => {
    for (const dialect of [CSV, LINES, JSON_LIST]) {
      expect(await problemOf(bytes, dialect)).toMatchObject({ code: "file.binary", context: { looksLike } });
    }
  });

  test("nothing at all", async () => {
    for (const format of ["csv", "json", "ndjson", "xlsx", "parquet"] as const) {
      expect(await problemOf("", { ...CSV, format })).toMatchObject({ code: "file.empty" });
      expect(await problemOf(gzipSync(""), { ...CSV, format })).toMatchObject({ code: "file.empty" });
    }
    expect(await problemOf("\uFEFF", CSV)).toMatchObject({ code: "file.empty" });
  });
});

describe("a packed file", () => {
  const text = `a,b\n${Array.from({ length: 60_000 }, (_, index) => `${String(index)},"x ${String(index * 7)}"\n`).join("")}`;

  test("is unpacked whatever its name, also when it has several members", async () => {
    const { rows } = await readWell(gzipSync(text), CSV);
    expect(rows.length).toBe(60_000);
    expect(rows.at(-1)).toEqual([60_001, "59999", `x ${String(59_999 * 7)}`]);
    const two = Buffer.concat([gzipSync("a\n1\n"), gzipSync("2\n")]);
    expect((await readWell(two, CSV)).rows).toEqual([
      [2, "1"],
      [3, "2"],
    ]);
  });

  test("that is cut off is refused, at its beginning and in its middle", async () => {
    const packed = gzipSync(text);
    for (const length of [2, 5, 15, packed.length >> 1, packed.length - 1]) {
      const problem = await problemOf(packed.subarray(0, length), CSV);
      expect(problem).toMatchObject({ code: "file.truncatedGzip" });
    }
  });

  test("that is damaged is refused", async () => {
    const packed = gzipSync(text);
    const checksum = Buffer.from(packed);
    checksum.writeUInt32LE(0, checksum.length - 8);
    expect(await problemOf(checksum, CSV)).toMatchObject({ code: "file.corruptGzip" });
    expect(await problemOf(Buffer.from([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9]), CSV)).toMatchObject({
      code: "file.corruptGzip",
    });
  });

  test("that unpacks to more than the limit is stopped there", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, "a,b\n"));
    expect(await problemOf(bomb, CSV, { maxBytes: 1_000_000 })).toMatchObject({ code: "file.tooLarge" });
    const inJson = gzipSync(Buffer.alloc(20_000_000, " "));
    expect(await problemOf(inJson, JSON_LIST, { maxBytes: 1_000_000 })).toMatchObject({ code: "file.tooLarge" });
  });

  test("with a line that never ends is stopped at the limit of a record", async () => {
    const endless = gzipSync(Buffer.concat([Buffer.from("a,b\n1,2\n"), Buffer.alloc(50_000_000, "x")]));
    for (const dialect of [CSV, { ...CSV, quote: "" }]) {
      expect(await problemOf(endless, dialect)).toMatchObject({
        code: "file.recordTooLong",
        context: { line: 3, limit: 1_048_576 },
      });
    }
    const object = gzipSync(Buffer.concat([Buffer.from('{"a":1}\n{"a":"'), Buffer.alloc(50_000_000, "x")]));
    expect(await problemOf(object, LINES)).toMatchObject({ code: "file.recordTooLong", context: { line: 2 } });
  });

  test("says so, and tells how far it is", async () => {
    const path = write(gzipSync(text));
    const opened = await openRows(path, CSV);
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.found).toEqual({ format: "csv", compressed: true, byteOrderMark: false });
    const steps: [number, number][] = [];
    await opened.value.each(
      () => {},
      () => {},
      (...step) => steps.push(step),
    );
    const size = gzipSync(text).length;
    expect(steps.at(-1)).toEqual([size, size]);
    await expect(
      opened.value.each(
        () => {},
        () => {},
      ),
    ).rejects.toThrow("only once");
  });
});

test("an error of the caller comes through and closes the file", async () => {
  const opened = await openRows(write("a\n1\n"), CSV);
  if (!opened.ok) throw new Error(opened.problem.code);
  const onRow = (): void => {
    throw new Error("mine");
  };
  await expect(opened.value.each(onRow, () => {})).rejects.toThrow("mine");
  await opened.value.close();
});

test("a file can be closed without being read, packed or not", async () => {
  for (const content of ["a\n1\n", gzipSync("a\n1\n")]) {
    const opened = await openRows(write(content), CSV);
    if (!opened.ok) throw new Error(opened.problem.code);
    await opened.value.close();
    await opened.value.close();
  }
});

test.each<[string, Partial<Dialect>]>([
  ["separator", { separator: "" }],
  ["separator", { separator: ",," }],
  ["separator", { separator: "\n" }],
  ["separator", { separator: "§" }],
  ["quote", { quote: "«" }],
  ["quote", { quote: "," }],
  ["headerRows", { headerRows: 0 }],
  ["headerRows", { headerRows: 1.5 }],
])("a dialect that cannot be followed is refused: %s %j", async (option, part) => {
  expect(await problemOf("a\n", { ...CSV, ...part })).toMatchObject({ code: "file.badDialect", context: { option } });
});

describe("newline-delimited JSON", () => {
  test("has the keys of its first record as header; what is missing or null reads empty", async () => {
    const { header, rows } = await readWell('{"id":"01","n":1,"x":null}\n{"n":2,"id":"02"}\r\n\n\n', LINES);
    expect(header).toEqual(["id", "n", "x"]);
    expect(rows).toEqual([
      [1, "01", "1", ""],
      [2, "02", "2", ""],
    ]);
  });

  test("flattens objects, keeps lists as they are written and escapes resolved", async () => {
    const { header, rows } = await readWell(
      '{"a":{"b":{"c":true}},"l":[1, {"x":"\\u00f1"}],"s":"\\"\\u00f1\\n"}',
      LINES,
    );
    expect(header).toEqual(["a.b.c", "l", "s"]);
    expect(rows).toEqual([[1, "true", '[1, {"x":"\\u00f1"}]', '"ñ\n']]);
  });

  test("keeps the digits of its numbers; whole ones are plain", async () => {
    const numbers = [
      "12345678901234567890",
      "300.0",
      "3e2",
      "82.074699999999993",
      "-0.5",
      "1e400",
      "9007199254740993.0",
    ];
    const { rows } = await readWell(numbers.map((number) => `{"n":${number}}\n`).join(""), LINES);
    const plain = ["12345678901234567890", "300", "300", "82.074699999999993", "-0.5", "1e400", "9007199254740993.0"];
    expect(rows.map((row) => row[1])).toEqual(plain);
  });

  test.each([
    ["an unknown key", '{"a":1,"z":2}', "longRow"],
    ["no object", "[1]", "notAnObject"],
    ["no JSON", '{"a":1', "notAnObject"],
    ["two values", '{"a":1}{"a":2}', "notAnObject"],
    ["a blank line", "", "notAnObject"],
    ["a key twice", '{"a":1,"a":2}', "notAnObject"],
    ["half a character", '{"a":"\\ud83d"}', "badEncoding"],
    ["bytes that are not UTF-8", Buffer.from('{"a":"\u00f1"}', "latin1"), "badEncoding"],
  ])("refuses a row with %s and goes on", async (_, bad, reason) => {
    const bytes = Buffer.concat([Buffer.from('{"a":0}\n'), Buffer.from(bad), Buffer.from('\n{"a":3}\n')]);
    const { rows, refused } = await readWell(bytes, LINES);
    expect(rows).toEqual([
      [1, "0"],
      [3, "3"],
    ]);
    expect(refused).toMatchObject([{ line: 2, reason }]);
  });

  test("loses nothing by an unknown key without a value", async () => {
    expect((await readWell('{"a":1}\n{"a":2,"z":null}\n', LINES)).rows.length).toBe(2);
  });

  test("is refused when its first record cannot be the header", async () => {
    expect(await problemOf('{"a":1,}\n', LINES)).toMatchObject({
      code: "file.badJson",
      context: { line: 1, column: 8 },
    });
    expect(await problemOf("[1]\n", LINES)).toMatchObject({ code: "file.noHeader" });
    expect(await problemOf("{}\n", LINES)).toMatchObject({ code: "file.noHeader", context: { reason: "blank" } });
  });

  test("may be of another encoding", async () => {
    const bytes = Buffer.from('{"a":"\u00f1\u0080"}', "latin1");
    expect((await readWell(bytes, { ...LINES, encoding: "windows-1252" })).rows).toEqual([[1, "ñ€"]]);
  });
});

describe("a JSON document", () => {
  test("may hold its records deep inside; the header is every name in order of first appearance", async () => {
    const text = '\uFEFF{"meta":{"data":[9]},"data":{"list":[{"a":1},{"b":{"c":2},"a":null}, 7 ],"more":0}}';
    const { header, rows, refused } = await readWell(text, { ...JSON_LIST, records: "data.list" });
    expect(header).toEqual(["a", "b.c"]);
    expect(rows).toEqual([
      [1, "1", ""],
      [2, "", "2"],
    ]);
    expect(refused).toEqual([{ line: 3, reason: "notAnObject", raw: "7" }]);
  });

  test.each([
    ["a comma too many", '[{"a":1},\n {"b":2},]', 2, 10],
    ["an end too early", '[{"a":1}', 1, 9],
    ["something after it", '[{"a":1}]\n]', 2, 1],
    ["a bare word", '[{"a":nul}]', 1, 7],
    ["a raw line break in a text", '[{"a":"x\ny"}]', 1, 9],
    ["a bad escape", '[{"a":"\\x"}]', 1, 9],
    ["a leading zero", '[{"a":01}]', 1, 8],
    ["a fault after the records", '{"d":[{"a":1}],"e":tru}', 1, 20],
  ])("with %s is refused with line and column", async (_, text, line, column) => {
    const records = text.startsWith("{") ? "d" : "";
    expect(await problemOf(text, { ...JSON_LIST, records })).toMatchObject({
      code: "file.badJson",
      context: { line, column },
    });
  });

  test.each([
    ["the path leads nowhere", '{"x":[{"a":1}]}', "y"],
    ["the path leads to no list", '{"y":{"a":1}}', "y"],
    ["the path is there twice", '{"y":[{"a":1}],"y":[{"a":2}]}', "y"],
    ["the document is no list", '{"a":1}', ""],
  ])("is refused when %s", async (_, text, records) => {
    expect(await problemOf(text, { ...JSON_LIST, records })).toMatchObject({ code: "file.noRecords" });
  });

  test("is refused when nothing in it names a column, or it is of another encoding, or nested without end", async () => {
    expect(await problemOf("[]", JSON_LIST)).toMatchObject({ code: "file.noHeader" });
    expect(await problemOf(Buffer.from('[{"a":"\u00f1"}]', "latin1"), JSON_LIST)).toMatchObject({
      code: "file.badEncoding",
    });
    expect(await problemOf("[".repeat(1_000_000), JSON_LIST)).toMatchObject({ code: "file.badJson" });
  });

  test("gives what JSON.parse gives", async () => {
    const record = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 4, unit: "grapheme" }).filter((key) => !key.includes(".")),
      fc.oneof(fc.string({ unit: "grapheme" }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
      { minKeys: 1, maxKeys: 4 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(0, 2),
        async (list, indent) => {
          const { header, rows } = await readWell(JSON.stringify(list, undefined, indent), JSON_LIST);
          const names = [...new Set(list.flatMap((one) => Object.keys(one)))];
          expect(header).toEqual(names);
          const cell = (one: (typeof list)[number], name: string): string =>
            Object.hasOwn(one, name) ? String(one[name] ?? "") : "";
          expect(rows).toEqual(list.map((one, index) => [index + 1, ...names.map((name) => cell(one, name))]));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("is JSON exactly when JSON.parse says so, and nothing is thrown", async () => {
    const parts = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\n"',
      '"',
      "1",
      "-",
      "0.5",
      "e3",
      "true",
      "nul",
      " ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 8 }), async (tokens) => {
        const text = `[{"k":0},${tokens.join("")}]`;
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const outcome = await readPath(write(text), JSON_LIST);
        expect(outcome.ok).toBe(isJson);
      }),
      { numRuns: 800 },
    );
  });
});

describe("the data files of a folder", () => {
  test("are those with a name of our formats, sorted, without folders and links that lead out", async () => {
    const home = join(folder, "home");
    mkdirSync(join(home, "sub.csv"), { recursive: true });
    for (const name of [
      "b.csv",
      "a.csv.gz",
      "Z.CSV",
      "c.jsonl.gz",
      "d.parquet",
      "e.xlsx",
      "f.json",
      "g.txt",
      "h.ndjson",
    ]) {
      writeFileSync(join(home, name), "");
    }
    const outside = write("");
    symlinkSync(outside, join(home, "out.csv"));
    symlinkSync("b.csv", join(home, "in.csv"));
    symlinkSync("nothing", join(home, "dangling.csv"));
    const names = ["Z.CSV", "a.csv.gz", "b.csv", "c.jsonl.gz", "d.parquet", "e.xlsx", "f.json", "h.ndjson", "in.csv"];
    expect(await listFiles(home)).toEqual({ ok: true, value: names.map((name) => join(home, name)) });
    expect(await listFiles(join(folder, "none"))).toMatchObject({ problem: { code: "file.notFound" } });
  });

  test("have the format that their name promises", () => {
    expect(formatOfName("/x.gz/results.csv.gz")).toBe("csv");
    expect(formatOfName("a.JSONL")).toBe("ndjson");
    expect(formatOfName("a.tar.gz")).toBeUndefined();
    expect(formatOfName("csv")).toBeUndefined();
    expect(formatOfName("csv.old")).toBeUndefined();
  });
});

test("every problem of a file has its text in both languages", () => {
  expect(Object.keys(filesEn)).toEqual([...fileProblemCodes]);
  expect(Object.keys(filesEs)).toEqual([...fileProblemCodes]);
});

test("the hash is that of the file as it lies on disk", async () => {
  const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // "abc", FIPS 180-2 appendix B.1
  expect(await sha256File(write("abc"))).toEqual({ ok: true, value: { sha256, bytes: 3 } });
  const packed = gzipSync("abc");
  expect(await sha256File(write(packed))).toMatchObject({ value: { bytes: packed.length } });
});
