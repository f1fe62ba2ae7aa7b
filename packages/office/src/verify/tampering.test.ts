import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { isPage, verifyFolder } from "acta/edition";
import { expectLocated, samplePublished } from "../../../../scripts/published-folder.js";
import { platform } from "./platform.js";
import { tamperEntries } from "./sample-entry-tampering.js";
import { readerOf, tamper } from "./sample-tampering.js";
import type { Folder } from "./sample-tampering.js";

const ROUNDS = 300;
let folder: Folder = new Map();
let entries = 0;

beforeAll(async () => ({ folder, entries } = await samplePublished()));

const verify = (changed: Folder) => verifyFolder(platform, readerOf(changed), { key: null, remembered: null });

describe("a published folder of at most 256 entries", () => {
  test("is sound before it is changed", () => {
    const { differences, onlyListed, recomputed } = verify(folder);
    expect(differences).toEqual([]);
    expect(entries).toBeGreaterThan(200);
    expect(entries).toBeLessThanOrEqual(256);
    const heads = new Set(["pointer.json", "manifest", "manifest.files"]);
    const pages = [...folder.keys()].filter((path) => isPage(path) && !heads.has(path)).length;
    // Two raw sources, the pages and the verifier are held against the signed list only; definition, roll, entries, checkpoint and three heads are read.
    expect(pages).toBeGreaterThan(3);
    expect([onlyListed, recomputed]).toEqual([2 + pages, folder.size - pages - 2 - 2 - 2 - 3]);
  });

  test(`shows and locates each of ${ROUNDS} changes of bytes and files`, () => {
    for (let seed = 1; seed <= ROUNDS; seed++) expectLocated(tamper(folder, seed), seed);
  });

  test("shows and locates entries that were dropped, repeated, reordered, altered or inserted", () => {
    for (let seed = 1; seed <= 60; seed++) expectLocated(tamperEntries(folder, entries, seed), seed);
  });

  test("names the entry and the station of a vote that was moved, also when it was moved everywhere", () => {
    const from = '["000050","counted",[49,';
    const to = '["000050","counted",[94,';
    const exchange = (bytes: Uint8Array): Uint8Array =>
      Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1");
    const one = new Map(folder).set("entries.gz", gzipSync(exchange(gunzipSync(folder.get("entries.gz") ?? ""))));
    const station = { code: "verify.sheetDiffers", where: "entries.gz", context: { station: "000050" } };
    expect(verify(one).differences).toMatchObject([station, { code: "verify.altered", where: "entries.gz" }]);
    const both = new Map(one);
    for (const [path, bytes] of folder) if (path.startsWith("tile/entries/")) both.set(path, exchange(bytes));
    expect(verify(both).differences).toMatchObject([{ code: "verify.rootDiffers" }, station, {}, {}]);
  });

  test("names the station whose row was altered in a data file", () => {
    const changed = new Map(folder);
    for (const [path, bytes] of folder)
      if (path.startsWith("data/"))
        changed.set(
          path,
          Buffer.from(
            Buffer.from(bytes)
              .toString()
              .replace(/(\["000050",.*?),49,/, "$1,48,"),
          ),
        );
    const { differences } = verify(changed);
    expect(new Set(differences.map(({ context }) => context?.["row"]))).toEqual(new Set(["000050"]));
  });
});
