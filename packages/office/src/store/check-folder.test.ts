import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importSample, sampleCsv } from "../import/sample-import.js";
import { backupFolder, checkFolder, restoreFolder } from "./index.js";

const root = mkdtempSync(join(tmpdir(), "acta-doctor-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(root, "f"));

let first = "";
let sound = "";
beforeAll(async () => {
  const work = newFolder();
  first = join(work, "first");
  await importSample(work, first, sampleCsv(40), "2026-02-01T20:00Z");
  sound = join(work, "data");
  cpSync(first, sound, { recursive: true });
  await importSample(work, sound, sampleCsv(44), "2026-02-01T21:00Z");
});

function copy(): string {
  const path = join(newFolder(), "data");
  cpSync(sound, path, { recursive: true });
  return path;
}

/** What is not sound: `check result code`. */
function faultsOf(path: string): readonly string[] {
  const health = checkFolder(path);
  if (!health.ok) return [health.problem.code];
  return health.value.checks.flatMap(({ check, result, problem }) =>
    result === "sound" ? [] : [`${check} ${result} ${problem.code}`],
  );
}

/** All files but the derived ones, with their bytes. */
function filesOf(path: string): ReadonlyMap<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => !file.includes("/derived/"));
  return new Map(paths.toSorted().map((file) => [file.slice(path.length), readFileSync(file, "latin1")]));
}

describe("a look at a data folder", () => {
  test("finds a sound one sound, says whose it is and touches nothing", () => {
    const path = copy();
    const before = filesOf(path);
    const health = checkFolder(path);
    if (!health.ok) throw new Error(health.problem.code);
    expect(health.value.checks.map(({ check, result }) => `${check} ${result}`)).toEqual(
      ["log", "replay", "signatures", "checkpoint", "blobs", "derived", "key"].map((check) => `${check} sound`),
    );
    expect(health.value).toMatchObject({
      drill: false,
      size: expect.any(Number),
      origin: expect.stringMatching(/^recorder\./),
    });
    expect(filesOf(path)).toEqual(before);
  });

  const checkpoint = (path: string): string => join(path, "ledger", "checkpoint");
  const spoiled: readonly (readonly [string, readonly string[], (path: string) => void])[] = [
    [
      "an entry with one other byte",
      [
        "log failed ledger.damaged",
        "replay failed ledger.damaged",
        "checkpoint note doctor.checkpoint.unread",
        "derived note doctor.derived.unread",
      ],
      (path) => flip(join(path, "ledger", "entries.log"), 200),
    ],
    [
      "a checkpoint with another root",
      ["checkpoint failed note.badSignature"],
      (path) =>
        writeFileSync(checkpoint(path), readFileSync(checkpoint(path), "utf8").replace(/\n[A-Za-z0-9+/]/, "\n/")),
    ],
    ["an empty checkpoint", ["checkpoint note doctor.checkpoint.note"], (path) => writeFileSync(checkpoint(path), "")],
    ["no checkpoint", ["checkpoint note doctor.checkpoint.note"], (path) => rmSync(checkpoint(path))],
    [
      "a checkpoint that is behind",
      ["checkpoint note doctor.checkpoint.behind"],
      (path) => cpSync(checkpoint(first), checkpoint(path)),
    ],
    [
      "an older ledger under a newer checkpoint",
      ["checkpoint failed ledger.rolledBack"],
      (path) => cpSync(join(first, "ledger", "entries.log"), join(path, "ledger", "entries.log")),
    ],
    [
      "a blob that was altered",
      ["blobs failed store.blobAltered"],
      (path) => flip(join(path, "blobs", rawFile(path)), 0),
    ],
    ["a blob that is gone", ["blobs failed store.notFound"], (path) => rmSync(join(path, "blobs", rawFile(path)))],
    [
      "a key that others may read",
      ["key failed key.openToOthers"],
      (path) => chmodSync(join(path, "keys", "recorder.key"), 0o640),
    ],
    ["no key", ["key note doctor.key.note"], (path) => rmSync(join(path, "keys", "recorder.key"))],
    [
      "no public half of the key",
      ["checkpoint failed store.notFound"],
      (path) => rmSync(join(path, "keys", "recorder.pub")),
    ],
    ["no derived files", [], (path) => rmSync(join(path, "derived"), { recursive: true })],
  ];

  test.each(spoiled)("finds %s", (_, faults, spoil) => {
    const path = copy();
    spoil(path);
    const before = filesOf(path);
    expect(faultsOf(path)).toEqual(faults);
    expect(filesOf(path)).toEqual(before);
  });

  test("removes a derived file that is not what the ledger says, and says which", () => {
    const path = copy();
    const names = readdirSync(join(path, "derived"));
    for (const name of names) {
      const file = join(path, "derived", name);
      const bytes = readFileSync(file);
      const inside = bytes.subarray(0, -4);
      inside[inside.length - 3] = (inside[inside.length - 3] ?? 0) ^ 1;
      // With a checksum that fits: only the ledger can tell.
      bytes.writeUInt32BE(crc32(inside), bytes.length - 4);
      writeFileSync(file, bytes);
    }
    const health = checkFolder(path);
    if (!health.ok) throw new Error(health.problem.code);
    const derived = health.value.checks.find(({ check }) => check === "derived");
    expect(derived).toMatchObject({
      result: "note",
      problem: { code: "doctor.derived.removed", context: { count: 4 } },
    });
    expect(String(derived?.problem.context?.["files"]).split(", ").toSorted()).toEqual(names.toSorted());
    expect(readdirSync(join(path, "derived"))).toEqual([]);
    expect(faultsOf(path)).toEqual([]);
  });

  function flip(file: string, at: number): void {
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }

  /** A raw file: definitions and rolls would stop the replay as well. */
  function rawFile(path: string): string {
    const name = readdirSync(join(path, "blobs")).find((each) =>
      readFileSync(join(path, "blobs", each), "latin1").startsWith("station,"),
    );
    if (name === undefined) throw new Error("no raw file");
    return name;
  }
});

describe("a backup", () => {
  function backup(path: string, withKey = false): string {
    const to = join(newFolder(), "backup");
    const done = backupFolder(path, to, withKey);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    expect(done.value.hasKey).toBe(withKey);
    return to;
  }

  test("gives the same folder again, with the key only when asked for", async () => {
    for (const withKey of [false, true]) {
      const to = join(newFolder(), "restored");
      expect(restoreFolder(backup(sound, withKey), to)).toMatchObject({ ok: true, value: { hasKey: withKey } });
      const expected = [...filesOf(sound)].filter(([path]) => withKey || !path.endsWith(".key"));
      expect([...filesOf(to)]).toEqual(expected);
      expect(faultsOf(to)).toEqual(withKey ? [] : ["key note doctor.key.note"]);
      if (withKey) expect(statSync(join(to, "keys", "recorder.key")).mode & 0o777).toBe(0o600);
      const more = await importSample(newFolder(), to, sampleCsv(50), "2026-02-01T22:00Z");
      expect(more).toMatchObject(withKey ? { ok: true } : { ok: false, problem: { code: "key.missing" } });
    }
  });

  test("leaves out a write that is under way", () => {
    const path = copy();
    const log = join(path, "ledger", "entries.log");
    const whole = readFileSync(log);
    writeFileSync(log, Buffer.concat([whole, whole.subarray(0, 100)]));
    const to = join(newFolder(), "restored");
    expect(restoreFolder(backup(path), to).ok).toBe(true);
    expect(readFileSync(join(to, "ledger", "entries.log")).equals(whole)).toBe(true);
  });

  test("is not made of a damaged folder, nor into a folder with other things", () => {
    const path = copy();
    const blob = join(path, "blobs", readdirSync(join(path, "blobs"))[0] ?? "");
    writeFileSync(blob, "x");
    expect(backupFolder(path, join(newFolder(), "b"), false)).toMatchObject({ problem: { code: "store.blobAltered" } });
    const full = newFolder();
    writeFileSync(join(full, "thesis.doc"), "");
    expect(backupFolder(sound, full, false)).toMatchObject({ problem: { code: "store.notOurs" } });
    expect(restoreFolder(backup(sound), full)).toMatchObject({ problem: { code: "store.notOurs" } });
    expect(readdirSync(full)).toEqual(["thesis.doc"]);
  });

  test("in which any file was altered, cut off or is gone is refused, and leaves no usable folder", () => {
    for (const path of filesOf(backup(sound)).keys())
      for (const spoil of [
        (file: string): void => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.of(0)])),
        (file: string): void => writeFileSync(file, readFileSync(file).subarray(0, -1)),
        (file: string): void => rmSync(file),
      ]) {
        const from = backup(sound);
        spoil(join(from, path));
        const to = join(newFolder(), "restored");
        const restored = restoreFolder(from, to);
        // A line end behind the list changes nothing that it says.
        if (path === "/acta-backup.json" && restored.ok) continue;
        expect(restored.ok, path).toBe(false);
        expect(existsSync(join(to, "acta-data.json")), path).toBe(false);
      }
  }, 60_000);

  test("whose list names a file outside the folder is refused", () => {
    for (const path of [
      "../x",
      "/etc/passwd",
      "blobs/../../x",
      "quarantine/../x",
      "quarantine/..",
      "lock",
      "keys/other.key",
      "",
    ]) {
      const from = backup(sound);
      const list = JSON.parse(readFileSync(join(from, "acta-backup.json"), "utf8"));
      list.files[0] = { ...list.files[0], path };
      writeFileSync(join(from, "acta-backup.json"), JSON.stringify(list));
      expect(restoreFolder(from, join(newFolder(), "r")), path).toMatchObject({
        problem: { code: "store.backupAltered" },
      });
    }
  });

  test("that is none, or was cut off, is refused by name", () => {
    const from = newFolder();
    mkdirSync(join(from, "ledger"));
    expect(restoreFolder(from, join(newFolder(), "r"))).toMatchObject({ problem: { code: "store.noBackup" } });
  });
});
