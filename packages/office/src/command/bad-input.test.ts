import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_HEADER, importSample, sampleCsv, sampleDefinition } from "../import/sample-import.js";
import { acta } from "../../../../scripts/acta-desk.js";
import type { Ran } from "../../../../scripts/acta-desk.js";

const root = mkdtempSync(join(tmpdir(), "acta-bad-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The folder in which every command of this file runs; `data` in it holds two editions. */
const work = join(root, "work");
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(work, name), content);

const ROWS = sampleCsv(5);
const PACKED = gzipSync(sampleCsv(5_000));
const flipped = Buffer.from(PACKED);
flipped[PACKED.length >> 1] = (flipped[PACKED.length >> 1] ?? 0) ^ 0xff;
const oneRow = (ana: string): string => `${SAMPLE_HEADER}\n000001,N,300,C,${ana},2,0,1\n`;

beforeAll(async () => {
  mkdirSync(work);
  for (const [more, asOf] of [
    [0, "2026-02-01T20:00Z"],
    [5, "2026-02-01T21:00Z"],
  ] as const) {
    const done = await importSample(work, join(work, "data"), sampleCsv(40, more), asOf);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  }
  cpSync(join(work, "data"), join(work, "sound"), { recursive: true });
  mkdirSync(join(work, "void"));
  mkdirSync(join(work, "thesis"));
  write("thesis/chapter.txt", "years of work");
});

/** Hash of the ledger, its blobs and the mark: what a refused command must not touch. */
function recordHash(): string {
  const hash = createHash("sha256");
  for (const folder of ["", "ledger", "blobs"])
    for (const name of readdirSync(join(work, "data", folder)).toSorted()) {
      const path = join(work, "data", folder, name);
      if (statSync(path).isFile()) hash.update(`${folder}/${name}\n`).update(readFileSync(path));
    }
  return hash.digest("hex");
}

/** Runs a command that must fail with one line, in both languages. @returns the English line. */
async function oneLine(given: readonly string[], code = 1): Promise<string> {
  const before = recordHash();
  const lines: string[] = [];
  for (const language of ["es", "en"]) {
    const run: Ran = await acta(work, ...given, "--lang", language);
    expect(run.code, run.err).toBe(code);
    expect(run.out).toBe("");
    expect(run.err.endsWith("\n")).toBe(true);
    expect(run.err.trimEnd().split("\n").length, run.err).toBe(1);
    // Not the name of a message, not a placeholder, nothing of the machine's insides.
    expect(run.err).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\[object|\{\w+\}|NaN| {4}at /m);
    lines.push(run.err.trimEnd());
  }
  expect(lines[0], "Spanish and English differ").not.toBe(lines[1]);
  expect(recordHash(), "what was there is untouched").toBe(before);
  return lines[1] ?? "";
}

const importing = (source: string, definition = "election.yaml"): readonly string[] => [
  "import",
  definition,
  "--source",
  source,
  "--data",
  "data",
];

describe("a file that cannot be read says what it is and what to do", () => {
  const files: readonly (readonly [what: string, name: string, content: string | Uint8Array, says: RegExp])[] = [
    [
      "a truncated gz",
      "cut.csv.gz",
      PACKED.subarray(0, PACKED.length >> 1),
      /cut\.csv\.gz: the gzip file is cut off: download it again$/,
    ],
    ["a damaged gz", "damaged.csv.gz", flipped, /the gzip file is damaged: download it again$/],
    [
      "a file of random bytes",
      "random.csv",
      Buffer.alloc(9_000, "\u0000\u0001\u00fe"),
      /this is no text, not a table: check/,
    ],
    ["a picture", "photo.csv", Buffer.from("89504e470d0a1a0a0000", "hex"), /this is a png file, not a table/],
    [
      "a page instead of a download",
      "page.csv",
      "<!DOCTYPE html><html>404</html>",
      /a web page \(a download that failed\?\)/,
    ],
    ["text in UTF-16", "wide.csv", Buffer.from(`\ufeff${ROWS}`, "utf16le"), /UTF-16: save it as UTF-8/],
    ["a gz in a gz", "twice.csv.gz", gzipSync(PACKED), /packed twice: unpack it once/],
    ["lines that end with CR", "mac.csv", ROWS.replaceAll("\n", "\r"), /lines end with CR alone: save it with LF/],
    ["an empty file", "empty.csv", "", /empty\.csv: the file is empty: get it again$/],
    ["a gz of nothing", "empty.csv.gz", gzipSync(""), /the file is empty/],
    ["nothing but line ends", "blank.csv", "\n\n\n", /there is no header row/],
    ["a header and no rows", "header.csv", `${SAMPLE_HEADER}\n`, /no rows under the header, so nothing was recorded/],
    [
      "a file of another election",
      "other.csv",
      "CODIGO;UBIGEO;VOTOS_P1\n1;2;3\n",
      /8 columns are missing .*: station, district, registered, ana, beto …; is it a file of this election\?$/,
    ],
    [
      "a missing column",
      "missing.csv",
      ROWS.replace(",beto", ",beta"),
      /a column is missing for the nearest layout, tables\/sheets: beto;/,
    ],
  ];
  test.each(files)("%s", async (_, name, content, says) => {
    write(name, content);
    expect(await oneLine(importing(name))).toMatch(says);
  });

  test("a file that is not there, a device, a folder without a file that fits", async () => {
    expect(await oneLine(importing("nowhere.csv"))).toMatch(/nowhere\.csv: there is no such file: check the path$/);
    expect(await oneLine(importing("void"))).toMatch(/no file in this folder fits/);
    expect(await oneLine(importing("thesis"))).toMatch(/no file in this folder fits/);
    if (process.platform === "linux") expect(await oneLine(importing("/dev/zero"))).toMatch(/it is a device or a pipe/);
  });

  test("a row of more than a megabyte is refused before the file is read", async () => {
    write("line.csv", "7,".repeat(2_000_000));
    expect(await oneLine(importing("line.csv"))).toMatch(
      /line 1: a row is longer than 1,048,576 bytes: is the separator/,
    );
  });
});

describe("a row that cannot be used is named by file, line and column", () => {
  const rows: readonly (readonly [what: string, content: string | Uint8Array, says: RegExp])[] = [
    [
      "a negative vote",
      oneRow("-5"),
      /^bad\.csv:2:5: 1 row of 1 refused \(limit 0\/1\), the first: not a number of votes .*: «-5»\. Nothing was recorded/,
    ],
    ["a fraction", oneRow("2.5"), /:2:5: .*«2\.5»/],
    ["10^15 votes", oneRow("1000000000000000"), /:2:5: .*from 0 to 999,999,999\): «1000000000000000»/],
    ["10^9 votes", oneRow("1000000000"), /«1000000000»/],
    ["a word", oneRow("twelve"), /«twelve»/],
    ["a number with a separator that was not declared", oneRow("1 200"), /«1 200»/],
    ["registered voters that are none", ROWS.replace(",300,", ",many,"), /:2:3: .*«many»/],
    ["an unknown status", oneRow("1").replace(",C,", ",X,"), /:2:4: .*a status that the definition does not know: «X»/],
    ["too few cells", `${ROWS}000009,N\n`, /:7:3: .*fewer cells than columns/],
    ["too many cells", `${ROWS}000009,N,300,C,1,2,0,1,9\n`, /:7:9: .*more cells than columns/],
    ["a quotation mark that is never closed", `${ROWS}"000009,N,300,C,1,2,0,1\n`, /:7:1: .*never closed/],
    ["a stray quotation mark", `${ROWS}0000"09,N,300,C,1,2,0,1\n`, /:7:1: .*in the middle of a cell/],
    [
      "bytes of another encoding",
      Buffer.concat([Buffer.from(ROWS), Buffer.from("00000Ñ,N,300,C,1,2,0,1\n", "latin1")]),
      /:7:1: .*declared encoding/,
    ],
    ["no station code", `${ROWS},N,300,C,1,2,0,1\n`, /:7:1: .*no station code/],
    ["a station code of a page", `${ROWS}${"9".repeat(40)},N,300,C,1,2,0,1\n`, /:7:1: .*not a station code/],
    [
      "a station twice with other figures",
      `${ROWS}000002,N,300,C,99,2,1,1\n`,
      /:7: 2 rows of 6 refused .*stands twice with other figures/,
    ],
  ];
  test.each(rows)("%s", async (_, content, says) => {
    write("bad.csv", content);
    const line = await oneLine(importing("bad.csv"));
    expect(line).toMatch(says);
    expect(line).toMatch(/correct the file, or allow more with refusedLimit in the definition$/);
    // The rows are kept where the line says, with everything that is needed to find them.
    const kept = readFileSync(/the rows are in (\S+\.ndjson):/.exec(line)?.[1] ?? "", "utf8")
      .trimEnd()
      .split("\n");
    for (const each of kept)
      expect(JSON.parse(each)).toEqual({
        file: "bad.csv",
        line: expect.any(Number),
        column: expect.any(Number),
        reason: expect.any(String),
        seen: expect.any(String),
        raw: expect.any(String),
      });
  });

  test("a station twice with the same figures is set aside and said, and does not stop the import", async () => {
    write("twice.csv", `${ROWS}${ROWS.split("\n")[2]}\n`);
    const run = await acta(work, "import", "election.yaml", "--source", "twice.csv", "--data", "again", "--lang", "en");
    expect(run.code, run.err).toBe(0);
    expect(run.out).toMatch(/1 row said again what an earlier row had said/);
    expect(run.out).toMatch(/5 sheets of 5 stations/);
  });
});

describe("a definition", () => {
  const changed = (changes: Readonly<Record<string, string>>): string =>
    Object.entries(changes).reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, sampleDefinition());

  test("with ten mistakes says all ten, each with file, line, column and path", async () => {
    write(
      "ten.yaml",
      changed({
        "date: 2026-02-01": "date: 2026-02-31",
        "provenance: synthetic": "provenance: invented",
        "options: [a, b], cells": "options: [a, c], cells",
        "timeZone: UTC": "timezone: UTC",
        "state: counted": "state: done",
        "rule: plurality": "rule: most",
        "delivers: full": "delivers: all",
        "refusedLimit: 0/1": "refusedLimit: 10%",
        "id: sheets": 'id: "my sheets"',
        "id: b, name: Beto": 'id: b, name: Beto, colour: "red"',
      }),
    );
    const before = recordHash();
    for (const language of ["es", "en"]) {
      const run = await acta(work, ...importing("sheets.csv", "ten.yaml"), "--lang", language);
      const lines = run.err.trimEnd().split("\n");
      expect(run.code).toBe(1);
      expect(lines.length).toBeGreaterThanOrEqual(10);
      for (const line of lines) expect(line).toMatch(/ten\.yaml:\d+:\d+ \(\S+\): .{12,}$/);
      const paths = [
        "date",
        "provenance",
        "contests.0.options.1",
        "timeZone",
        "timezone",
        "statuses.0.state",
        "contests.0.outcome.rule",
      ];
      for (const path of [
        ...paths,
        "sources.0.delivers",
        "sources.0.refusedLimit",
        "sources.0.parts.0.id",
        "options.1.colour",
      ])
        expect(run.err, path).toContain(`(${path})`);
    }
    expect(recordHash()).toBe(before);
  });

  const files: readonly (readonly [what: string, content: string | Uint8Array, says: RegExp])[] = [
    ["that is empty", "", /this is not the definition of an election/],
    ["that is a list", "- 1\n", /this is not the definition of an election/],
    ["that is another document", "title: Shopping\nitems: [bread]\n", /this is not the definition of an election/],
    ["that is a table", ROWS, /this is not the definition of an election/],
    ["that is not text", Buffer.alloc(3_000, "\u0000\u00fe"), /this is not text in UTF-8/],
    ["in Latin-1", Buffer.from(sampleDefinition().replace("Ana", "Añá"), "latin1"), /this is not text in UTF-8/],
    ["with half a character", sampleDefinition().replace("name: Ana", 'name: "\\ud800"'), /this is not text in UTF-8/],
    ["with aliases", `x: &x 1\ny: *x\n${sampleDefinition()}`, /aliases .* are not accepted/],
    [
      "with a time zone that does not exist",
      sampleDefinition().replace("UTC", "Mars/Olympus"),
      /bad\.yaml:5:11 \(timeZone\): there is no time zone Mars\/Olympus/,
    ],
    ["of five megabytes", "#".repeat(5 << 20), /a definition has at most 4,194,304 bytes/],
    ["that breaks off in the middle", sampleDefinition().slice(0, 480), /bad\.yaml:\d+:\d+: not readable as YAML/],
  ];
  test.each(files)("%s says so in one line", async (_, content, says) => {
    write("bad.yaml", content);
    expect(await oneLine(importing("sheets.csv", "bad.yaml"))).toMatch(says);
  });

  test("that is not there, or a folder, says so", async () => {
    expect(await oneLine(importing("sheets.csv", "nowhere.yaml"))).toMatch(
      /nowhere\.yaml: there is no such file: check the path$/,
    );
    expect(await oneLine(importing("sheets.csv", "void"))).toMatch(/this is a folder, where a file is needed/);
  });

  test("read again for another election in the same folder adds it, and leaves the first", async () => {
    write("second.yaml", sampleDefinition("refusedLimit: 0/1", "second"));
    cpSync(join(work, "sound"), join(work, "both"), { recursive: true });
    const run = await acta(work, "import", "second.yaml", "--source", "sheets.csv", "--data", "both", "--lang", "en");
    expect(run.code, run.err).toBe(0);
    for (const election of ["sample", "second"]) {
      const shown = await acta(work, "editions", "--data", "both", "--election", election, "--json");
      expect(JSON.parse(shown.out)).toMatchObject({ election });
    }
  });
});

describe("what is asked for and not there is named, with what there is", () => {
  const asked: readonly (readonly [given: string, says: RegExp])[] = [
    [
      "results --data nowhere",
      /^nowhere: no acta data here: acta import DEFINITION --source FILE --data nowhere makes it$/,
    ],
    ["results --data thesis", /^thesis: no acta data here/],
    ["results --data data --election x", /no election x here; there is: sample$/],
    ["results --data data --contest x", /no contest x; there is: president$/],
    [
      "results --data data --edition x",
      /no edition, or more than one, goes by x; there are: 20260201T200000Z-\w{8}, 20260201T210000Z-\w{8}$/,
    ],
    ["results --data data --edition 2026", /no edition, or more than one, goes by 2026;/],
    ["results --data data --edition 2020-01-01", /no edition describes the count at 2020-01-01 or before$/],
    ["results --data data --policy x", /no policy x; there is: counted, as-filed, undisputed, first-filed$/],
    ["results --data data --tree x", /no tree x; there is: geographic$/],
    ["results --data data --area x", /no area x in the tree geographic: acta results --level NAME lists them$/],
    ["results --data data --level x", /no level x in this tree; there is: country, district, place$/],
    ["results --data data --group x", /no group x in this tree; there is: north$/],
    ["station 999 --data data", /no station 999 in sample$/],
    ["check --data data --code S999", /no finding code S999: acta check without --code/],
    ["diff --data data --from x", /no edition, or more than one, goes by x/],
    ["editions --data data --margin many", /--margin many is not a number of votes$/],
    ["simulate nowhere.yaml", /nowhere\.yaml: there is no such file/],
    [
      "import election.yaml --source sheets.csv --data data --as-of yesterday",
      /--as-of yesterday is not a moment \(for example/,
    ],
    ["import election.yaml --source sheets.csv --data data --as-of 2026-02-30", /--as-of 2026-02-30 is not a moment/],
    ["import election.yaml --data data", /election\.yaml: no file was given: add --source FILE$/],
    [
      "import election.yaml --source sheets.csv --data thesis",
      /thesis: this folder holds other files: give an empty or a new folder$/,
    ],
    [
      "import election.yaml --source sheets.csv --data sheets.csv",
      /sheets\.csv: this is not a folder: give an empty or a new one$/,
    ],
  ];
  test.each(asked)("acta %s", async (given, says) => {
    expect(await oneLine(given.split(" "))).toMatch(says);
  });

  const misused: readonly (readonly [given: string, says: RegExp])[] = [
    ["impart", /^there is no command impart; did you mean `?import`?\?$/],
    ["results --pollicy x", /^there is no flag --pollicy; did you mean --policy\?$/],
    ["results --zzzzzzzz", /^there is no flag --zzzzzzzz: acta COMMAND --help lists them$/],
    ["results --policy", /^--policy needs a value$/],
    ["station", /^CODE is missing: acta COMMAND --help shows what is needed$/],
    ["import", /^DEFINITION\|FOLDER\|URL is missing/],
    ["import a.yaml b.yaml --data data", /^b\.yaml is one argument too many/],
    ["results --data data --data data", /^--data is given twice, the second time as data$/],
  ];
  test.each(misused)("acta %s, which is wrong usage", async (given, says) => {
    expect(await oneLine(given.split(" "), 2)).toMatch(says);
  });
});

describe("a data folder that is not as it was", () => {
  const spoiled = async (spoil: (data: string) => void, given: readonly string[]): Promise<string> => {
    const data = join(work, "data");
    spoil(data);
    try {
      return await oneLine([...given, "--data", "data"]);
    } finally {
      rmSync(data, { recursive: true });
      cpSync(join(work, "sound"), data, { recursive: true });
    }
  };

  test("says where the ledger is damaged, to a reader and to a writer", async () => {
    const spoil = (data: string): void => {
      const path = join(data, "ledger", "entries.log");
      const bytes = readFileSync(path);
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      rmSync(join(data, "derived"), { recursive: true });
    };
    const says = /entries\.log: the ledger is damaged at byte 0: nothing was changed; restore it from a copy$/;
    expect(await spoiled(spoil, ["results"])).toMatch(says);
    write("sheets.csv", sampleCsv(40, 9));
    expect(await spoiled(spoil, ["import", "election.yaml", "--source", "sheets.csv"])).toMatch(says);
  });

  test("says which file was altered after it was recorded", async () => {
    const spoil = (data: string): void => {
      rmSync(join(data, "derived"), { recursive: true });
      for (const name of readdirSync(join(data, "blobs"))) writeFileSync(join(data, "blobs", name), "{}");
    };
    expect(await spoiled(spoil, ["results"])).toMatch(
      /blobs\/[0-9a-f]{64}: this file was altered after it was recorded/,
    );
  });

  test("says that its ledger is gone, that it is of another format, that somebody else writes", async () => {
    expect(await spoiled((data) => rmSync(join(data, "ledger", "entries.log")), ["results"])).toMatch(
      /the ledger of this data folder is gone/,
    );
    const other = (data: string): void => writeFileSync(join(data, "acta-data.json"), '{"format":"acta-data/9"}');
    expect(await spoiled(other, ["results"])).toMatch(/made by another version of acta/);
    const locked = (data: string): void =>
      writeFileSync(join(data, "lock"), JSON.stringify({ pid: process.ppid, started: "" }));
    const says = new RegExp(`another process \\(${process.ppid}\\) is writing here: wait until it has finished$`);
    expect(await spoiled(locked, ["import", "election.yaml", "--source", "sheets.csv"])).toMatch(says);
  });
});
