import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleCsv } from "../import/sample-import.js";
import { acta } from "../../../../scripts/acta-desk.js";
import { publishSample } from "../../../../scripts/published-folder.js";
import { serveFolder } from "../../../../scripts/static-server.js";
import type { Middlebox } from "../../../../scripts/static-server.js";

const root = mkdtempSync(join(tmpdir(), "acta-stale-"));
const earlier = join(root, "earlier");
const out = join(root, "out");

afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(async () => {
  await publishSample(root);
  cpSync(out, earlier, { recursive: true });
  writeFileSync(join(root, "sheets.csv"), sampleCsv(100, 2));
  const moment = "2026-02-03T20:00Z";
  await acta(root, "import", "election.yaml", "--source", "sheets.csv", "--data", "data", "--as-of", moment);
  expect((await acta(root, "publish", "out", "--data", "data", "--with-sources")).err).toBe("");
});

/** What `acta verify --json` finds behind a cache; by default one that nobody can get past. */
async function differences(between: Middlebox): Promise<readonly Record<string, unknown>[]> {
  const server = await serveFolder(out, between);
  try {
    const ran = await acta(root, "verify", server.address, "--json");
    return JSON.parse(ran.out).differences;
  } finally {
    server.close();
  }
}

/** Keeps the file of the earlier publication. */
const keeps =
  (name: string): Middlebox =>
  (path) =>
    path === `/${name}` ? readFileSync(join(earlier, name)) : undefined;

describe("a file that a cache on the way keeps too long or cuts off", () => {
  for (const name of ["checkpoint", "manifest", "entries.gz"])
    test(`is told in one line: an earlier ${name}`, async () => {
      const found = await differences(keeps(name));
      expect(found).toMatchObject([{ code: "verify.stale", file: name }]);
      expect(Number(found[0]?.["size"])).toBeLessThan(Number(found[0]?.["newest"]));
    });

  test("is told in one line: an earlier list is not the one that was signed", async () => {
    expect(await differences(keeps("manifest.files"))).toMatchObject([
      { code: "verify.altered", file: "manifest.files" },
    ]);
  });

  test("is told in one line: entries.gz that broke off", async () => {
    const half: Middlebox = (path, bytes) => (path === "/entries.gz" ? bytes.subarray(0, 900) : undefined);
    expect(await differences(half)).toMatchObject([{ code: "verify.notPacked", file: "entries.gz" }]);
  });

  test("is told with its length: a tile and a bundle that broke off", async () => {
    const half: Middlebox = (path, bytes) => (path.startsWith("/tile/") ? bytes.subarray(0, 64) : undefined);
    const found = await differences(half);
    expect(found.length).toBeGreaterThan(1);
    for (const each of found) expect(each).toMatchObject({ code: "verify.cut", bytes: 64 });
  });

  test("is told with its place: the file of a place that broke off", async () => {
    const half: Middlebox = (path, bytes) => (bytes.includes("acta-place/1") ? bytes.subarray(0, 200) : undefined);
    const found = await differences(half);
    expect(found[0]).toMatchObject({ code: "verify.areaCut", bytes: 200 });
    expect(String(found[0]?.["area"])).toContain("/");
  });

  test("is asked for once more past the caches, and then nothing is wrong", async () => {
    const old: Middlebox = (path, _, isFresh) => {
      const name = path.slice(1);
      return isFresh || !/^(?:checkpoint|manifest|manifest[.]files|entries[.]gz)$/.test(name)
        ? undefined
        : readFileSync(join(earlier, name));
    };
    expect(await differences(old)).toEqual([]);
  });
});
