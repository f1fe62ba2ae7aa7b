import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../scripts/shared-data.js";

// The three real editions of the runoff of Peru 2021, published, mirrored and proved (../shared/data/peru-2021/DATA.md).

let root = "";
let key = "";

async function record(name: "08" | "09" | "17"): Promise<void> {
  expect((await acta(root, "import", PERU.runoff, "--source", peruFile(name), "--data", "data")).err).toBe("");
}
const publish = async (): Promise<void> => expect((await acta(root, "publish", "out", "--data", "data")).err).toBe("");
const paths = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length))
    .toSorted();

describeWithShared("the real runoff", () => {
  beforeAll(async () => {
    root = newFolder();
    await record("08");
    await record("09");
    await publish();
    key = readFileSync(join(root, "data", "keys", "recorder.pub"), "utf8").trim();
  }, 600_000);
  afterAll(() => dropFolder(root));

  test("is mirrored in two looks, gives the known totals, and is published again byte for byte", async () => {
    const first = await actaJson(root, "import", "out", "--data", "mirror", "--trust", key);
    expect(first.editions).toHaveLength(2);
    await record("17");
    await publish();
    const second = await actaJson(root, "import", "out", "--data", "mirror");
    expect([second.before, second.editions.length]).toEqual([first.size, 3]);
    // The bundles of 3,000 new entries, a few tiles, the heads and the pages: not the whole again.
    expect(second.fetched.files).toBeLessThan(40);
    const results = JSON.stringify(await actaJson(root, "results", "--data", "mirror"));
    for (const votes of ["8835653", "8791696"]) expect(results).toContain(votes);
    expect((await acta(root, "publish", "again", "--data", "mirror")).err).toBe("");
    expect(paths("again")).toEqual(paths("out"));
    for (const path of paths("out"))
      if (!readFileSync(join(root, "again", path)).equals(readFileSync(join(root, "out", path))))
        expect(path).toBe("the same in both");
  });

  test("has proofs of under 2 kB for the stations whose history is known, from data and from what is published", async () => {
    for (const station of ["026140", "001972", "003955"]) {
      const made = await acta(root, "station", station, "--proof", "proof", "--data", "data");
      expect(made.err).toBe("");
      const proof = readFileSync(join(root, "proof"), "utf8");
      for (const part of proof.split(/^(?=c2sp\.org|acta-proof-words)/m).slice(0, 2))
        expect(Buffer.byteLength(part)).toBeLessThan(2_000);
      const shown = await actaJson(root, "verify-proof", "proof", "--key", key);
      const { versions } = await actaJson(root, "history", station, "--data", "data");
      const newest = versions.at(-1);
      expect([shown.entry, shown.status]).toEqual([newest.entry, newest.status]);
      expect(shown.cells).toEqual(Object.values(newest.cells));
      await acta(root, "station", station, "--proof", "published", "--from", "out", "--trust", key);
      expect(readFileSync(join(root, "published"), "utf8")).toBe(proof);
    }
  });
});
