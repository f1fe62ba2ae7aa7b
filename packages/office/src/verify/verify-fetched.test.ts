import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { succeed } from "acta/basics";
import { verifyFetched } from "acta/edition";
import type { FetchDepth, Verification } from "acta/edition";
import { samplePublished } from "../../../../scripts/published-folder.js";
import { platform } from "./platform.js";
import type { Folder } from "./sample-tampering.js";

let folder: Folder = new Map();
beforeAll(async () => ({ folder } = await samplePublished()));

/** Verifies a folder in memory as if it had to be fetched, and says what was asked for. */
async function fetched(
  served: Folder,
  depth: FetchDepth,
  next: Folder = served,
): Promise<Verification & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  let pointers = 0;
  const source = {
    fetch: async (path: string) => {
      asked.push(path);
      // From the second time on that the pointer is asked for, it has been published anew.
      if (path === "pointer.json") pointers++;
      return succeed((pointers > 1 ? next : served).get(path));
    },
    unpack: async (bytes: Uint8Array) => platform.gunzip(bytes),
  };
  const trustIn = () => ({ key: null, remembered: null });
  const found = await verifyFetched({ crypto: platform, source, depth, trustIn });
  if (!found.ok) throw new Error(found.problem.code);
  return { ...found.value, asked };
}

const follows = (path: string): boolean => path.startsWith("data/") || path.startsWith("tile/");
const exchange = (bytes: Uint8Array | undefined): Buffer => {
  const text = Buffer.from(bytes ?? new Uint8Array(0)).toString("latin1");
  return Buffer.from(text.replace('["000050","counted",[49,', '["000050","counted",[94,'), "latin1");
};

describe("a published folder of which only what is needed is fetched", () => {
  test("is sound, by the hashes of files that nobody fetched, and says which those are", async () => {
    const { asked, differences, recomputed, byHash, onlyListed, notFetched } = await fetched(folder, "needed");
    expect(differences).toEqual([]);
    expect(asked.filter(follows)).toEqual([]);
    expect(byHash).toBe(recomputed);
    expect(byHash).toBe([...folder.keys()].filter(follows).length);
    // Raw sources and the page itself: nothing but their names is known.
    expect(onlyListed).toBe(0);
    expect(notFetched).toBeGreaterThan(2);
  });

  test("is compared byte for byte when all of it is fetched, which a small one is unless told otherwise", async () => {
    for (const depth of ["all", "auto"] as const) {
      const { differences, byHash, recomputed, onlyListed, notFetched } = await fetched(folder, depth);
      expect([differences, byHash, notFetched]).toEqual([[], 0, 0]);
      expect(recomputed).toBe([...folder.keys()].filter(follows).length);
      expect(onlyListed).toBeGreaterThan(2);
    }
  });

  test("names the station of an altered entry; bundles are fetched only then", async () => {
    const packed = gzipSync(exchange(gunzipSync(folder.get("entries.gz") ?? new Uint8Array(0))));
    const { asked, differences } = await fetched(new Map(folder).set("entries.gz", packed), "needed");
    expect(differences[0]).toMatchObject({ code: "verify.sheetDiffers", context: { station: "000050" } });
    expect(asked.filter(follows).every((path) => path.startsWith("tile/entries/"))).toBe(true);
    expect(asked.filter(follows)).toHaveLength(1);
  });

  test("names it also when bundles and entries were altered alike, by the hashes in the tiles", async () => {
    const packed = gzipSync(exchange(gunzipSync(folder.get("entries.gz") ?? new Uint8Array(0))));
    const served = new Map(folder).set("entries.gz", packed);
    for (const [path, bytes] of folder) if (path.startsWith("tile/entries/")) served.set(path, exchange(bytes));
    const { differences } = await fetched(served, "needed");
    expect(differences.map(({ code }) => code)).toContain("verify.rootDiffers");
    expect(differences.map(({ context }) => context?.["station"])).toContain("000050");
  });

  test("does not see a data file that the server alters for others, and sees it when all is fetched", async () => {
    const served = new Map(
      [...folder].map(([path, bytes]) => [path, path.startsWith("data/") ? altered(bytes) : bytes]),
    );
    expect((await fetched(served, "needed")).differences).toEqual([]);
    const codes = (await fetched(served, "all")).differences.map(({ code }) => code);
    expect(codes).toContain("verify.stationDiffers");
  });

  test("is fetched again when it was published anew in the meantime", async () => {
    const half = new Map(folder);
    half.set("pointer.json", Buffer.concat([folder.get("pointer.json") ?? Buffer.alloc(0), Buffer.from(" ")]));
    const { asked, differences } = await fetched(half, "needed", folder);
    expect(differences).toEqual([]);
    expect(asked.filter((path) => path === "pointer.json").length).toBeGreaterThan(2);
  });
});

function altered(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString()
      .replace(/(\["000050",.*?),49,/, "$1,48,"),
  );
}
