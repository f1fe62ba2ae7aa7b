import {
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
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { acta, actaJson } from "../../../../scripts/acta-desk.js";
import { sampleCsv, sampleDefinition } from "../import/sample-import.js";

const root = mkdtempSync(join(tmpdir(), "acta-publish-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder with a definition and a ledger of one edition. */
async function country(stations = 12): Promise<string> {
  const folder = mkdtempSync(join(root, "c"));
  writeFileSync(join(folder, "election.yaml"), sampleDefinition());
  await record(folder, stations, 0, "2026-02-01T20:00Z");
  return folder;
}

async function record(folder: string, stations: number, more: number, asOf: string): Promise<void> {
  writeFileSync(join(folder, "sheets.csv"), sampleCsv(stations, more));
  const ran = await acta(
    folder,
    "import",
    "election.yaml",
    "--source",
    "sheets.csv",
    "--data",
    "data",
    "--as-of",
    asOf,
  );
  expect(ran.err).toBe("");
}

/** All files below a folder by path, with their bytes. */
function filesIn(folder: string, below = folder): ReadonlyMap<string, string> {
  const files = readdirSync(below, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? [...filesIn(folder, path)] : [[relative(folder, path), readFileSync(path, "latin1")]];
  });
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

describe("acta publish", () => {
  test("writes checkpoint, tiles, entries, blobs, data files, pages, verifier, list, manifest and pointer, and nothing else", async () => {
    const folder = await country();
    const done = await actaJson(folder, "publish", "out", "--data", "data");
    const files = filesIn(join(folder, "out"));
    const kinds = new Set([...files.keys()].map((path) => path.replace(/\/.*/, "/")));
    expect([...kinds]).toEqual([
      "area.html",
      "area/",
      "assets/",
      "blobs/",
      "charts.html",
      "check.html",
      "checkpoint",
      "compare.html",
      "corrections.html",
      "corrections.xml",
      "data/",
      "disputes.html",
      "downloads/",
      "embed.html",
      "en/",
      "entries.gz",
      "index.html",
      "manifest",
      "manifest.files",
      "map.html",
      "pointer.json",
      "search.html",
      "station.html",
      "tile/",
      "timeline.html",
      "verify/",
    ]);
    expect(done).toMatchObject({ schema: "acta-publish/1", editions: 1, all: { files: files.size - 3 }, removed: 0 });
    expect(files.get("manifest.files")?.trimEnd().split("\n")).toHaveLength(files.size - 3);
  });

  test("writes the same bytes into another folder, and nothing at all a second time", async () => {
    const folder = await country();
    await acta(folder, "publish", "one", "--data", "data");
    await acta(folder, "publish", "two", "--data", "data");
    expect(filesIn(join(folder, "two"))).toEqual(filesIn(join(folder, "one")));
    expect(await actaJson(folder, "publish", "one", "--data", "data")).toMatchObject({
      written: { files: 0, bytes: 0 },
    });
  });

  test("leaves out the raw sources unless they are asked for", async () => {
    const folder = await country();
    const without = await actaJson(folder, "publish", "one", "--data", "data");
    const withThem = await actaJson(folder, "publish", "two", "--data", "data", "--with-sources");
    expect(withThem.all.files).toBe(without.all.files + 1);
  });

  test("of a following edition rewrites only what changed, says how much, and removes tiles that have grown", async () => {
    const folder = await country(300);
    await acta(folder, "publish", "out", "--data", "data");
    const before = filesIn(join(folder, "out"));
    await record(folder, 301, 0, "2026-02-02T20:00Z");
    const done = await actaJson(folder, "publish", "out", "--data", "data");
    const after = filesIn(join(folder, "out"));
    const changed = [...after].filter(([path, bytes]) => before.get(path) !== bytes);
    expect(done.written.files).toBe(changed.length);
    expect(done.removed).toBe([...before.keys()].filter((path) => !after.has(path)).length);
    expect(done.written.files).toBeLessThan(done.all.files);
    expect(done.editions).toBe(2);
  });

  test("mends a file that was altered", async () => {
    const folder = await country();
    await acta(folder, "publish", "out", "--data", "data");
    const path = join(folder, "out", "entries.gz");
    writeFileSync(path, Buffer.alloc(statSync(path).size));
    expect(await actaJson(folder, "publish", "out", "--data", "data")).toMatchObject({ written: { files: 1 } });
  });

  test("goes on where it was cut off", async () => {
    const folder = await country();
    await acta(folder, "publish", "out", "--data", "data");
    rmSync(join(folder, "out", "pointer.json"));
    rmSync(join(folder, "out", "manifest"));
    writeFileSync(join(folder, "out", "acta-publishing"), "");
    writeFileSync(join(folder, "out", ".acta-draft"), "half");
    expect(await actaJson(folder, "publish", "out", "--data", "data")).toMatchObject({ written: { files: 2 } });
    expect(existsSync(join(folder, "out", ".acta-draft"))).toBe(false);
    expect(existsSync(join(folder, "out", "acta-publishing"))).toBe(false);
  });

  test("leaves a folder with other things alone", async () => {
    const folder = await country();
    mkdirSync(join(folder, "out", "data"), { recursive: true });
    const notOurs = await acta(folder, "publish", "out", "--data", "data");
    expect([notOurs.code, notOurs.err]).toEqual([1, expect.stringContaining("acta has not published to it")]);
    writeFileSync(join(folder, "out", "diary.txt"), "");
    const other = await acta(folder, "publish", "out", "--data", "data");
    expect([other.code, other.err]).toEqual([1, expect.stringContaining("diary.txt")]);
    expect(readdirSync(join(folder, "out"))).toEqual(["data", "diary.txt"]);
  });

  test("refuses a folder that publishes another ledger", async () => {
    const [one, two] = [await country(), await country()];
    await acta(one, "publish", "out", "--data", "data");
    const ran = await acta(two, "publish", join(one, "out"), "--data", "data");
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("publishes another ledger")]);
  });

  test("refuses what is not there to publish, and an address", async () => {
    const folder = await country();
    const none = await acta(folder, "publish", "out", "--data", "nowhere");
    expect([none.code, none.err.split("\n")]).toEqual([1, [expect.stringContaining("nowhere"), ""]]);
    expect((await acta(folder, "publish", "https://example.org", "--data", "data")).code).toBe(1);
    rmSync(join(folder, "data", "ledger", "checkpoint"));
    const unsigned = await acta(folder, "publish", "out", "--data", "data");
    expect([unsigned.code, unsigned.err]).toEqual([1, expect.stringContaining("no signed checkpoint")]);
  });
});
