import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importSample, sampleCsv, sampleDefinition } from "../import/sample-import.js";

// The built command as a process of its own, where it takes one: signals, limits of the system, rights. `npm test` builds it first.
const acta = fileURLToPath(new URL("../../bin/acta.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "acta-real-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const work = join(root, "work");
const log = join("ledger", "entries.log");
beforeAll(async () => {
  chmodSync(root, 0o755);
  mkdirSync(work);
  const done = await importSample(work, join(work, "data"), sampleCsv(3_000), "2026-02-01T20:00Z");
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  writeFileSync(join(work, "more.csv"), sampleCsv(3_000, 7));
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly lines: readonly string[];
  readonly milliseconds: number;
}

/** Runs the command in English behind a shell prefix (limits), or as another user, and waits for its end. */
function run(given: readonly string[], { before = "", uid }: { before?: string; uid?: number } = {}): Ended {
  const start = performance.now();
  const command = `${before} exec "$@"`;
  const identity = uid === undefined ? {} : { uid, gid: uid };
  const done = spawnSync("sh", ["-c", command, "sh", process.execPath, acta, ...given, "--lang", "en"], {
    cwd: work,
    encoding: "utf8",
    ...identity,
  });
  const lines = done.stderr === "" ? [] : done.stderr.trimEnd().split("\n");
  return { code: done.status, out: done.stdout, lines, milliseconds: performance.now() - start };
}

const importing = (source: string, data = "data"): readonly string[] => [
  "import",
  "election.yaml",
  "--source",
  source,
  "--as-of",
  "2026-02-01T21:00Z",
  "--data",
  data,
];

/** Expects that a command fails with one line and leaves the ledger as it was. @returns the line. */
function failsWithOneLine(data: string, given: readonly string[], how: Parameters<typeof run>[1] = {}): string {
  const before = readFileSync(join(work, data, log));
  const ended = run(given, how);
  expect(ended.code, ended.lines.join("\n")).toBe(1);
  expect(ended.lines.length, ended.lines.join("\n")).toBe(1);
  expect(readFileSync(join(work, data, log)).equals(before), "the ledger is as it was").toBe(true);
  expect(existsSync(join(work, data, "lock"))).toBe(false);
  return ended.lines[0] ?? "";
}

describe("a disk that is full", () => {
  test("while a source is kept: one line, the ledger as it was, nothing half-written under a blob's name", () => {
    const says = failsWithOneLine("data", importing("more.csv"), { before: "ulimit -f 64;" });
    expect(says).toMatch(
      /blobs\/[0-9a-f]{64}: a file here may not grow that large on this system .*; nothing was recorded$/,
    );
    expect(readdirSync(join(work, "data", "blobs")).filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  test("while the ledger is appended to: one line, the file cut back to where it was, and the next import works", () => {
    cpSync(join(work, "data"), join(work, "grown"), { recursive: true });
    const size = statSync(join(work, "grown", log)).size;
    const says = failsWithOneLine("grown", importing("more.csv", "grown"), {
      before: `ulimit -f ${Math.ceil(size / 512) + 40};`,
    });
    expect(says).toMatch(/entries\.log: a file here may not grow that large/);
    expect(readdirSync(join(work, "grown", "ledger")).filter((name) => /cut-off|draft/.test(name))).toEqual([]);
    const again = run(importing("more.csv", "grown"));
    expect(again.code, again.lines.join("\n")).toBe(0);
    expect(again.out).toMatch(/Edition 2 sealed/);
  });

  test("truly full, where one may be mounted: one line, and reading works as before", ({ skip }) => {
    const disk = join(work, "disk");
    mkdirSync(disk);
    if (!isRoot || spawnSync("sh", ["-c", 'mount -t tmpfs -o size=640k acta "$1"', "sh", disk]).status !== 0)
      return skip();
    try {
      const first = run(importing("sheets.csv", "disk/data"));
      expect(first.code, first.lines.join("\n")).toBe(0);
      writeFileSync(join(disk, "ballast"), Buffer.alloc(1 << 16));
      let full = false;
      while (!full)
        try {
          writeFileSync(join(disk, "ballast"), Buffer.alloc(4_096), { flag: "a" });
        } catch {
          full = true;
        }
      const says = failsWithOneLine("disk/data", importing("more.csv", "disk/data"));
      expect(says).toMatch(/the disk is full: make room and repeat; nothing was recorded$/);
      expect(run(["results", "--data", "disk/data"]).code).toBe(0);
      rmSync(join(disk, "ballast"));
    } finally {
      spawnSync("sh", ["-c", 'umount "$1"', "sh", disk]);
    }
    return undefined;
  });
});

describe("Ctrl-C in the middle of an import", () => {
  test("says in one line that nothing was recorded, and leaves neither entries nor a lock", async () => {
    writeFileSync(join(work, "long.csv"), sampleCsv(400_000, 3));
    const before = readFileSync(join(work, "data", log));
    const child = spawn(process.execPath, [acta, ...importing("long.csv"), "--lang", "en"], { cwd: work });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    // The lock is there as soon as the folder is open and the file is being read.
    while (!existsSync(join(work, "data", "lock")) && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 2));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(err).toBe("Interrupted: nothing was recorded; what was there before is untouched.\n");
    expect(readFileSync(join(work, "data", log)).equals(before)).toBe(true);
    expect(existsSync(join(work, "data", "lock"))).toBe(false);
  });
});

describe("a file of one gigabyte in a single line", () => {
  test("is refused within seconds and in little memory", () => {
    const path = join(work, "giga.csv");
    const descriptor = openSync(path, "w");
    const block = Buffer.alloc(1 << 20, "7,");
    for (let megabyte = 0; megabyte < 1_024; megabyte++) writeSync(descriptor, block);
    closeSync(descriptor);
    try {
      // A reader that gathered the line would need far more than this heap.
      const given = ["import", "election.yaml", "--source", "giga.csv", "--data", "data"];
      const says = failsWithOneLine("data", given, {
        before: "NODE_OPTIONS=--max-old-space-size=64; export NODE_OPTIONS;",
      });
      expect(says).toMatch(
        /giga\.csv: line 1: a row is longer than 1,048,576 bytes: is the separator or the quotation mark right\?$/,
      );
    } finally {
      rmSync(path);
    }
  });
});

describe("files and folders without the right to them", () => {
  test.skipIf(!isRoot)("an unreadable file, and a data folder that may only be read", () => {
    cpSync(join(work, "data"), join(work, "theirs"), { recursive: true });
    rmSync(join(work, "theirs", "derived"), { recursive: true });
    writeFileSync(join(work, "secret.csv"), sampleCsv(3));
    chmodSync(join(work, "secret.csv"), 0o600);
    mkdirSync(join(work, "mine"));
    chownSync(join(work, "mine"), NOBODY, NOBODY);
    const unreadable = run(importing("secret.csv", "mine"), { uid: NOBODY });
    expect([unreadable.code, unreadable.lines.length]).toEqual([1, 1]);
    expect(unreadable.lines[0]).toMatch(/secret\.csv: the file cannot be read: you have no permission$/);
    expect(readdirSync(join(work, "mine"))).toEqual([]);
    // Reading needs no right to write; writing says so.
    const read = run(["results", "--data", "theirs"], { uid: NOBODY });
    expect([read.code, read.lines]).toEqual([0, []]);
    const says = failsWithOneLine("theirs", importing("more.csv", "theirs"), { uid: NOBODY });
    expect(says).toMatch(/no permission to write or read here: use another folder, or ask its owner$/);
  });
});

describe("two writers", () => {
  test("at the same time: one of them writes, or both do one after the other; never anything else", async () => {
    const data = join(work, "race");
    writeFileSync(join(work, "election.yaml"), sampleDefinition());
    const runs = await Promise.all(
      [1, 2, 3].map(
        (at) =>
          new Promise<{ code: number | null; err: string }>((resolve) => {
            const file = `race-${at}.csv`;
            writeFileSync(join(work, file), sampleCsv(500, at));
            const child = spawn(process.execPath, [acta, ...importing(file, "race"), "--lang", "en"], { cwd: work });
            let err = "";
            child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
            child.on("close", (code) => resolve({ code, err }));
          }),
      ),
    );
    const done = runs.filter((each) => each.code === 0).length;
    expect(done).toBeGreaterThan(0);
    for (const { code, err } of runs)
      if (code !== 0)
        expect(err).toMatch(/^\S+race: another process \(\d+\) is writing here: wait until it has finished\n$/);
    const shown = run(["editions", "--data", "race", "--json"]);
    expect(JSON.parse(shown.out).editions.length).toBe(done);
    expect(readdirSync(data).filter((name) => name.startsWith("lock"))).toEqual([]);
  });
});
