import { createHash, createPublicKey, verify } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eachLeaf } from "acta/record";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importSample, sampleCsv } from "../import/sample-import.js";
import { checkpointStanding } from "./checkpoint-file.js";
import { appendTo, openFolder, openFolderToWrite } from "./data-folder.js";
import type { DataFolder } from "./data-folder.js";

const root = mkdtempSync(join(tmpdir(), "acta-signed-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(root, "f"));

/** A folder with one edition, and the same with a second one: copied for every test. */
let first = "";
let second = "";
beforeAll(async () => {
  const work = newFolder();
  first = join(work, "data");
  await importSample(work, first, sampleCsv(40), "2026-02-01T20:00Z");
  second = join(work, "second");
  cpSync(first, second, { recursive: true });
  await importSample(work, second, sampleCsv(44), "2026-02-01T21:00Z");
});

function copyOf(folder: string): string {
  const copy = join(newFolder(), "data");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function reading<T>(path: string, work: (folder: DataFolder) => T): T {
  const folder = openFolder(path);
  if (!folder.ok) throw new Error(JSON.stringify(folder.problem));
  try {
    return work(folder.value);
  } finally {
    folder.value.close();
  }
}

/** Opens for writing and closes again. @returns the code of the problem, "" when there was none. */
function opening(path: string): string {
  const folder = openFolderToWrite(path);
  if (!folder.ok) return folder.problem.code;
  folder.value.close();
  return "";
}

function leavesIn(path: string): readonly Buffer[] {
  const leaves: Buffer[] = [];
  reading(path, (folder) =>
    folder.ledger.read(folder.ledger.size, (read) => {
      eachLeaf(read, (start, end) => leaves.push(Buffer.from(read.bytes.subarray(start, end))));
      return { ok: true, value: null };
    }),
  );
  return leaves;
}

const sha = (...parts: readonly Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();

/** RFC 6962 2.1, as it stands there. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return sha(Buffer.of(0), leaves[0] ?? Buffer.alloc(0));
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

const checkpointIn = (path: string): string => join(path, "ledger", "checkpoint");
const linesOf = (path: string): readonly string[] => readFileSync(checkpointIn(path), "utf8").split("\n");

describe("after an import", () => {
  test("a checkpoint says size and root of all entries, recomputed by the words of RFC 6962", () => {
    for (const path of [first, second]) {
      const leaves = leavesIn(path);
      expect(linesOf(path).slice(1, 3)).toEqual([String(leaves.length), rootOf(leaves).toString("base64")]);
    }
  });

  test("its origin is a recorder's, stands in the first entry and is the name of the key", () => {
    const [origin = "", , , , signature = ""] = linesOf(second);
    expect(origin).toMatch(/^recorder\.[0-9a-f]{12}\/[\w.-]+$/);
    expect(JSON.parse(String(leavesIn(second)[1]))).toEqual({ mode: "reported", origin, drill: false });
    expect(signature.startsWith(`— ${origin} `)).toBe(true);
    expect(readFileSync(join(second, "keys", "recorder.pub"), "utf8").startsWith(`${origin}+`)).toBe(true);
  });

  test("the platform's own Ed25519 verifies it with the public line alone", () => {
    const material = Buffer.from(
      readFileSync(join(second, "keys", "recorder.pub"), "utf8")
        .trim()
        .split("+")
        .slice(2)
        .join("+"),
      "base64",
    );
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), material.subarray(1)]);
    const note = readFileSync(checkpointIn(second), "utf8");
    const text = note.slice(0, note.indexOf("\n\n") + 1);
    const signature = Buffer.from(linesOf(second)[4]?.split(" ")[2] ?? "", "base64").subarray(4);
    const key = createPublicKey({ key: spki, format: "der", type: "spki" });
    expect(verify(null, Buffer.from(text), key, signature)).toBe(true);
    expect(verify(null, Buffer.from(`${text} `), key, signature)).toBe(false);
  });

  test("the key is for its owner alone, and the second import signs with the same one", () => {
    expect(statSync(join(first, "keys", "recorder.key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(second, "keys", "recorder.key"), "utf8")).toBe(
      readFileSync(join(first, "keys", "recorder.key"), "utf8"),
    );
    expect(linesOf(second)[0]).toBe(linesOf(first)[0]);
  });
});

describe("a checkpoint that is behind", () => {
  test("a crash after the append: readers say so, the next opening for writing brings it forward", () => {
    const path = copyOf(second);
    const size = leavesIn(path).length;
    const behind = leavesIn(first).length;
    const now = readFileSync(checkpointIn(path), "utf8");
    // A power cut may leave the file empty, since nobody waits for it: that is none.
    for (const before of [readFileSync(checkpointIn(first)), Buffer.alloc(0), null]) {
      if (before === null) rmSync(checkpointIn(path));
      else writeFileSync(checkpointIn(path), before);
      expect(reading(path, checkpointStanding)).toEqual(
        before === null || before.length === 0 ? null : { size: behind, behind: size - behind },
      );
      expect(opening(path)).toBe("");
      expect(readFileSync(checkpointIn(path), "utf8")).toBe(now);
      expect(reading(path, checkpointStanding)).toEqual({ size, behind: 0 });
    }
  });

  test("a draft that a crash left is no checkpoint, and does not stand in the way", () => {
    const path = copyOf(second);
    const now = readFileSync(checkpointIn(path), "utf8");
    writeFileSync(checkpointIn(path), readFileSync(checkpointIn(first)));
    writeFileSync(`${checkpointIn(path)}.draft`, "half a ch");
    expect(opening(path)).toBe("");
    expect(readFileSync(checkpointIn(path), "utf8")).toBe(now);
    expect(existsSync(`${checkpointIn(path)}.draft`)).toBe(false);
  });

  test("with or without the kept tree, or with a false one, the next checkpoint is the same", async () => {
    const path = copyOf(first);
    const tree = readdirSync(join(path, "derived")).find((name) => name.startsWith("tree-")) ?? "";
    expect(tree).not.toBe("");
    const other = join(
      second,
      "derived",
      readdirSync(join(second, "derived")).find((name) => name.startsWith("tree-")) ?? "",
    );
    for (const spoil of [
      (): void => rmSync(join(path, "derived", tree)),
      (): void => writeFileSync(join(path, "derived", tree), readFileSync(other)),
    ]) {
      const copy = join(newFolder(), "data");
      spoil();
      cpSync(path, copy, { recursive: true });
      await importSample(newFolder(), copy, sampleCsv(44), "2026-02-01T21:00Z");
      expect(linesOf(copy).slice(0, 4)).toEqual(linesOf(second).slice(0, 4));
    }
  });
});

describe("an append is refused", () => {
  const spoiled: readonly (readonly [string, string, (path: string) => void | Promise<void>])[] = [
    ["entries that differ from the signed ones", "ledger.forked", (path) => swapLog(path)],
    [
      "the same, without derived files",
      "ledger.forked",
      async (path) => {
        await swapLog(path);
        rmSync(join(path, "derived"), { recursive: true });
      },
    ],
    [
      "fewer entries than were signed",
      "ledger.rolledBack",
      (path) => writeFileSync(join(path, "ledger", "entries.log"), readFileSync(join(first, "ledger", "entries.log"))),
    ],
    ["no entries at all", "ledger.rolledBack", (path) => truncateSync(join(path, "ledger", "entries.log"))],
    [
      "a checkpoint that was altered",
      "ledger.badCheckpoint",
      (path) =>
        writeFileSync(checkpointIn(path), readFileSync(checkpointIn(path), "utf8").replace(/\n\d+\n/, "\n12\n")),
    ],
    ["a key that others may read", "key.openToOthers", (path) => chmodSync(join(path, "keys", "recorder.key"), 0o644)],
    ["a key that is gone", "key.missing", (path) => rmSync(join(path, "keys"), { recursive: true })],
    [
      "another recorder's key",
      "key.other",
      (path) => cpSync(join(otherLedger, "keys", "recorder.key"), join(path, "keys", "recorder.key")),
    ],
    [
      "another ledger's checkpoint",
      "ledger.badCheckpoint",
      (path) => cpSync(checkpointIn(otherLedger), checkpointIn(path)),
    ],
  ];
  let otherLedger = "";
  beforeAll(async () => {
    otherLedger = join(newFolder(), "data");
    await importSample(newFolder(), otherLedger, sampleCsv(50), "2026-02-01T20:00Z");
    await importSample(newFolder(), otherLedger, sampleCsv(60), "2026-02-01T21:00Z");
    await importSample(newFolder(), otherLedger, sampleCsv(70), "2026-02-01T22:00Z");
  });

  /** Entries of another history under the same key: what somebody who has rewritten the ledger would leave. */
  async function swapLog(path: string): Promise<void> {
    const rewritten = copyOf(first);
    rmSync(checkpointIn(rewritten));
    const log = join(rewritten, "ledger", "entries.log");
    rmSync(log);
    const folder = openFolderToWrite(rewritten);
    if (!folder.ok) throw new Error(folder.problem.code);
    const leaves: Buffer[] = [...leavesIn(second)];
    const at = leaves.findIndex((leaf) => leaf.toString().startsWith("["));
    leaves[at] = Buffer.from(
      (leaves[at] ?? Buffer.alloc(0))
        .toString()
        .replace(/\d(?=\]\]?$|,\d+\]$)/, (digit) => String((Number(digit) + 1) % 10)),
    );
    const bytes = Buffer.concat(
      leaves.map((leaf) => Buffer.concat([Buffer.of(leaf.length >> 8, leaf.length & 255), leaf])),
    );
    expect((await appendTo(folder.value, { bytes, count: leaves.length })).ok).toBe(true);
    folder.value.close();
    renameSync(log, join(path, "ledger", "entries.log"));
    // The false ledger's tree under its own name: a kept tree is not believed either.
    cpSync(join(rewritten, "derived"), join(path, "derived"), { recursive: true });
  }

  test.each(spoiled)("for %s: %s, and nothing is changed", async (_, code, spoil) => {
    const path = copyOf(second);
    await spoil(path);
    const before = [readFileSync(join(path, "ledger", "entries.log")), readFileSync(checkpointIn(path))];
    expect(opening(path)).toBe(code);
    expect([readFileSync(join(path, "ledger", "entries.log")), readFileSync(checkpointIn(path))]).toEqual(before);
    // The lock is free again.
    expect(readdirSync(path).filter((name) => name.startsWith("lock"))).toEqual([]);
  });

  test("when entries were appended behind the tree's back", async () => {
    const path = copyOf(first);
    const folder = openFolderToWrite(path);
    if (!folder.ok) throw new Error(folder.problem.code);
    const leaf = { bytes: Buffer.from([0, 1, 120]), count: 1 };
    expect(folder.value.ledger.append(folder.value.ledger.size, leaf).ok).toBe(true);
    expect(await appendTo(folder.value, leaf)).toMatchObject({ problem: { code: "ledger.moved" } });
    folder.value.close();
  });
});

describe("a folder from before keys were made", () => {
  test("gets a key and a checkpoint under its own origin when it is next opened for writing", () => {
    const path = join(newFolder(), "data");
    const leaves = [...leavesIn(first)];
    leaves[1] = Buffer.from('{"drill":false,"mode":"reported","origin":"old-election"}');
    mkdirSync(join(path, "ledger"), { recursive: true });
    writeFileSync(join(path, "acta-data.json"), readFileSync(join(first, "acta-data.json")));
    const empty = openFolderToWrite(path);
    if (!empty.ok) throw new Error(empty.problem.code);
    const bytes = Buffer.concat(
      leaves.map((leaf) => Buffer.concat([Buffer.of(leaf.length >> 8, leaf.length & 255), leaf])),
    );
    expect(empty.value.ledger.append(0, { bytes, count: leaves.length }).ok).toBe(true);
    empty.value.close();
    expect(existsSync(checkpointIn(path))).toBe(false);
    expect(opening(path)).toBe("");
    expect(linesOf(path).slice(0, 3)).toEqual([
      "old-election",
      String(leaves.length),
      rootOf(leaves).toString("base64"),
    ]);
    // Once it is signed, another key cannot go on.
    rmSync(join(path, "keys"), { recursive: true });
    expect(opening(path)).toBe("key.missing");
  });
});
