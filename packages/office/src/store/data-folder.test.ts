import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importSample, sampleCsv } from "../import/sample-import.js";
import { BlobStore } from "./blob-store.js";
import { openFolder, openFolderToWrite } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";
import { electionIn, indexOf, openEdition } from "./open-edition.js";

const root = mkdtempSync(join(tmpdir(), "acta-store-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(root, "f"));

function withFolder<T>(path: string, work: (folder: DataFolder) => T): T {
  const folder = openFolder(path);
  if (!folder.ok) throw new Error(JSON.stringify(folder.problem));
  try {
    return work(folder.value);
  } finally {
    folder.value.close();
  }
}

/** Everything that the editions of a folder say, as text. */
function answersOf(path: string): string {
  return withFolder(path, (folder) => {
    const index = indexOf(folder);
    if (!index.ok) return index.problem.code;
    const election = electionIn(folder, index.value, undefined);
    if (!election.ok) return election.problem.code;
    const editions = election.value.editions.map((edition) => {
      const open = openEdition(folder, election.value, edition);
      if (!open.ok) return open.problem.code;
      const { roll, tables } = open.value;
      const columns = [...tables.values()].map((table) =>
        [table.status, table.head, ...table.cells].map((column) => [...column]),
      );
      return {
        codes: roll.codes,
        leaves: roll.leaves.map((leaf) => [...leaf]),
        columns,
        first: [...tables.values()].map((table) => [...table.first]),
      };
    });
    return JSON.stringify({ index: index.value, editions });
  });
}

/** Hash of every file under a folder but the derived ones. */
function hashOfTree(path: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(path, { recursive: true }).map(String).toSorted()) {
    if (name.startsWith("derived")) continue;
    const file = join(path, name);
    const isFile = readdirSync(path, { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && join(entry.parentPath, entry.name) === file,
    );
    hash.update(`${name}\n`).update(isFile ? readFileSync(file) : "");
  }
  return hash.digest("hex");
}

/** A folder with two editions of forty stations; copied for every test that breaks something. */
let sound = "";
let answers = "";
beforeAll(async () => {
  const work = newFolder();
  sound = join(work, "data");
  for (const [more, asOf] of [
    [0, "2026-02-01T20:00Z"],
    [5, "2026-02-01T21:00Z"],
  ] as const) {
    const done = await importSample(work, sound, sampleCsv(40, more), asOf);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  }
  answers = answersOf(sound);
});

function copy(): string {
  const path = join(newFolder(), "data");
  cpSync(sound, path, { recursive: true });
  return path;
}

describe("a data folder", () => {
  test("is made where nothing is, or in an empty folder, and left alone where other things are", () => {
    const path = join(newFolder(), "deep", "er");
    expect(openFolder(path)).toEqual({ ok: false, problem: { code: "store.noData", where: path } });
    for (const place of [path, newFolder()]) {
      const made = openFolderToWrite(place);
      expect(made.ok).toBe(true);
      if (made.ok) made.value.close();
      expect(readFileSync(join(place, "acta-data.json"), "utf8")).toBe('{"format":"acta-data/1"}\n');
      expect(withFolder(place, (folder) => folder.ledger.size)).toBe(0);
      expect(existsSync(join(place, "lock"))).toBe(false);
    }
    const other = newFolder();
    writeFileSync(join(other, "thesis.doc"), "years of work");
    expect(openFolderToWrite(other)).toEqual({ ok: false, problem: { code: "store.notOurs", where: other } });
    expect(readdirSync(other)).toEqual(["thesis.doc"]);
  });

  test("that was cut off while it was made is made again", () => {
    const path = newFolder();
    writeFileSync(join(path, "acta-data.json"), "");
    expect(openFolder(path)).toMatchObject({ problem: { code: "store.noData" } });
    const made = openFolderToWrite(path);
    expect(made.ok).toBe(true);
    if (made.ok) made.value.close();
    expect(openFolder(path).ok).toBe(true);
  });

  test("of another format is refused by name", () => {
    const path = copy();
    writeFileSync(join(path, "acta-data.json"), '{"format":"acta-data/2"}\n');
    for (const open of [openFolder, openFolderToWrite])
      expect(open(path)).toMatchObject({ problem: { code: "store.otherFormat" } });
  });

  test("without its ledger says so to a reader", () => {
    const path = copy();
    rmSync(join(path, "ledger"), { recursive: true });
    expect(openFolder(path)).toEqual({ ok: false, problem: { code: "ledger.missing", where: path } });
  });

  test("a file in its place, and a path below a file, are refused", () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "x");
    for (const path of [file, join(file, "data")])
      for (const open of [openFolder, openFolderToWrite]) {
        const opened = open(path);
        expect(opened.ok).toBe(false);
        if (!opened.ok) expect(["store.notAFolder", "store.failed", "store.noData"]).toContain(opened.problem.code);
      }
  });
});

describe("one writer at a time", () => {
  const lockOf = (pid: number, started: string): string => JSON.stringify({ pid, started });

  test("a second one is refused with the number of the first, readers are not", () => {
    const path = copy();
    const first = openFolderToWrite(path);
    expect(openFolderToWrite(path)).toEqual({
      ok: false,
      problem: { code: "store.locked", where: path, context: { pid: process.pid } },
    });
    expect(openFolder(path).ok).toBe(true);
    if (first.ok) first.value.close();
    const second = openFolderToWrite(path);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.close();
  });

  test("a lock of a process that is gone is taken over, without a manual step", () => {
    const path = copy();
    const gone = spawnSync(process.execPath, ["-e", "console.log(process.pid)"], { encoding: "utf8" }).stdout.trim();
    const stale = [
      lockOf(Number(gone), "1"),
      lockOf(Number(gone), ""),
      lockOf(process.pid, "1"),
      "",
      "{",
      lockOf(-1, ""),
      lockOf(0, ""),
    ];
    for (const text of stale) {
      writeFileSync(join(path, "lock"), text);
      const opened = openFolderToWrite(path);
      expect(opened.ok, text).toBe(true);
      if (opened.ok) opened.value.close();
      expect(readdirSync(path).filter((name) => name.startsWith("lock"))).toEqual([]);
    }
  });

  test("a lock of a process that runs holds, also when it is another one", () => {
    const path = copy();
    writeFileSync(join(path, "lock"), lockOf(process.ppid, ""));
    expect(openFolderToWrite(path)).toMatchObject({
      problem: { code: "store.locked", context: { pid: process.ppid } },
    });
    expect(existsSync(join(path, "lock"))).toBe(true);
  });
});

describe("a blob", () => {
  test("is kept under its hash, once", () => {
    const store = new BlobStore(join(newFolder(), "blobs"));
    const sha256 = createHash("sha256").update("hello").digest("hex");
    for (let time = 0; time < 2; time++) expect(store.put(Buffer.from("hello"))).toEqual({ ok: true, value: sha256 });
    expect(store.get(sha256)).toEqual({ ok: true, value: Buffer.from("hello") });
    expect(store.get("0".repeat(64))).toMatchObject({ problem: { code: "store.notFound" } });
  });

  test("that was altered, cut off or emptied is refused, and mended by putting it again", () => {
    const folder = join(newFolder(), "blobs");
    const store = new BlobStore(folder);
    const put = store.put(Buffer.from("hello"));
    if (!put.ok) throw new Error(put.problem.code);
    for (const altered of ["hellp", "hell", "", "hello "]) {
      writeFileSync(join(folder, put.value), altered);
      expect(store.get(put.value)).toEqual({
        ok: false,
        problem: { code: "store.blobAltered", where: join(folder, put.value) },
      });
      expect(store.put(Buffer.from("hello")).ok).toBe(true);
      expect(store.get(put.value).ok).toBe(true);
    }
    expect(readdirSync(folder)).toEqual([put.value]);
  });

  test("of a definition or roll that was altered stops every answer that needs it", () => {
    const path = copy();
    for (const name of readdirSync(join(path, "blobs"))) {
      const broken = copy();
      writeFileSync(join(broken, "blobs", name), "{}");
      rmSync(join(broken, "derived"), { recursive: true });
      expect([answers, "store.blobAltered"]).toContain(answersOf(broken));
    }
  });
});

describe("derived files", () => {
  const each = (path: string, change: (file: string, bytes: Buffer) => void): void => {
    for (const name of readdirSync(join(path, "derived"))) {
      const file = join(path, "derived", name);
      change(file, readFileSync(file));
    }
  };

  test("may be deleted: the ledger gives the same answers, and leaves them behind again", () => {
    const path = copy();
    rmSync(join(path, "derived"), { recursive: true });
    expect(answersOf(path)).toBe(answers);
    // The tree is for writers: the next opening for writing leaves it behind again.
    const names = readdirSync(join(sound, "derived")).filter((name) => !name.startsWith("tree-"));
    expect(readdirSync(join(path, "derived")).toSorted()).toEqual(names.toSorted());
    each(path, (file, bytes) => expect(bytes.equals(readFileSync(file.replace(path, sound)))).toBe(true));
  });

  test("cut off anywhere, emptied, or with more behind them give the same answers", () => {
    for (const part of [0, 1, 3, 4, 8, 9, 0.1, 0.5, 0.9]) {
      const path = copy();
      each(path, (file, bytes) =>
        writeFileSync(file, bytes.subarray(0, part < 1 ? Math.floor(part * bytes.length) : part)),
      );
      expect(answersOf(path)).toBe(answers);
    }
    const path = copy();
    each(path, (file, bytes) => writeFileSync(file, Buffer.concat([bytes, Buffer.alloc(8)])));
    expect(answersOf(path)).toBe(answers);
  });

  test("with any bit flipped never give other figures", () => {
    const path = copy();
    each(path, (file, bytes) => {
      for (let at = 0; at < bytes.length; at += 61) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        writeFileSync(file, flipped);
        expect(answersOf(path)).toBe(answers);
      }
      writeFileSync(file, bytes);
    });
  });

  test("of another format or another folder are not taken for ours", () => {
    const others = [Buffer.from("PK\u0003\u0004"), Buffer.from("{}"), Buffer.alloc(4_096)];
    for (const other of others) {
      const path = copy();
      const checked = Buffer.alloc(4);
      checked.writeUInt32BE(crc32(other));
      each(path, (file) => writeFileSync(file, Buffer.concat([other, checked])));
      expect(answersOf(path)).toBe(answers);
    }
  });

  test("that cannot be written cost speed, not the answer", () => {
    const path = copy();
    rmSync(join(path, "derived"), { recursive: true });
    writeFileSync(join(path, "derived"), "a file where the folder should be");
    expect(answersOf(path)).toBe(answers);
  });
});

describe("a folder that may only be read", () => {
  // The superuser may write everywhere, so the claim is tested as another user where that is possible.
  const isRoot = process.getuid?.() === 0;

  test("answers, and is not changed by it", () => {
    const path = copy();
    rmSync(join(path, "derived"), { recursive: true });
    const before = hashOfTree(path);
    for (const name of ["", "ledger", "blobs"]) chmodSync(join(path, name), 0o555);
    expect(answersOf(path)).toBe(answers);
    expect(hashOfTree(path)).toBe(before);
    if (!isRoot) expect(openFolderToWrite(path)).toMatchObject({ problem: { code: "store.noPermission" } });
    for (const name of ["", "ledger", "blobs"]) chmodSync(join(path, name), 0o755);
  });
});

describe("what a crash leaves behind", () => {
  test("a draft of a blob or of a lock is no blob and no lock", () => {
    const path = copy();
    mkdirSync(join(path, "blobs"), { recursive: true });
    writeFileSync(join(path, "blobs", `${"0".repeat(64)}.123.draft`), "half");
    writeFileSync(join(path, "lock.123"), "half");
    writeFileSync(join(path, "lock.stale.123"), "half");
    const opened = openFolderToWrite(path);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
    expect(answersOf(path)).toBe(answers);
  });

  test("half an append behind the ledger is set aside by the next import, which says where", async () => {
    const path = copy();
    const log = join(path, "ledger", "entries.log");
    const bytes = readFileSync(log);
    writeFileSync(log, Buffer.concat([bytes, bytes.subarray(0, 100)]));
    expect(answersOf(path)).toBe(answers);
    const opened = openFolderToWrite(path);
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(readFileSync(opened.value.ledger.setAside).equals(bytes.subarray(0, 100))).toBe(true);
    opened.value.close();
    expect(readFileSync(log).equals(bytes)).toBe(true);
  });
});
