import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { sampleCsv, sampleDefinition } from "../../import/sample-import.js";

const square = (west: number) => [
  [west, 0],
  [west, 1],
  [west + 1, 1],
  [west + 1, 0],
  [west, 0],
];
const feature = (code: string, west: number) => ({
  type: "Feature",
  properties: { ubigeo: code },
  geometry: { type: "Polygon", coordinates: [square(west)] },
});
const OUTLINES = JSON.stringify({ type: "FeatureCollection", features: [feature("N", 0), feature("S", 1)] });
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The sample's definition with a geography of one file. */
function definition(sha256: string, code = "ubigeo"): string {
  return `${sampleDefinition()}geography:
  outlines: [{ level: district, file: outlines.json, code: ${code} }]
  files: [{ name: outlines.json, sha256: ${sha256} }]
`;
}

describe("acta geography", () => {
  const folder = newFolder();
  beforeAll(async () => {
    writeFileSync(join(folder, "sheets.csv"), sampleCsv(20));
    writeFileSync(join(folder, "outlines.json"), OUTLINES);
    await counted("data", OUTLINES);
  });
  afterAll(() => dropFolder(folder));

  /** A data folder whose definition names these outlines. */
  async function counted(data: string, outlines: string, code?: string): Promise<void> {
    writeFileSync(join(folder, "election.yaml"), definition(hashOf(outlines), code));
    const given = ["import", "election.yaml", "--source", "sheets.csv", "--data", data, "--as-of", "2026-02-01T20:00Z"];
    expect((await acta(folder, ...given)).err).toBe("");
  }

  /** What a publication says of its maps. */
  async function published(data: string, to: string) {
    const ran = await acta(folder, "publish", to, "--data", data, "--json");
    expect(ran.code).toBe(0);
    return JSON.parse(ran.out).site.maps;
  }

  test("says which files the definition names and which are here", async () => {
    const ran = await acta(folder, "geography", "--data", "data");
    expect(ran.out).toContain("sample: outlines.json, not here, and without a public address: give its path");
    expect(ran.out).toContain("One of 1 files is missing: its level is drawn as squares.");
    expect(ran.code).toBe(0);
  });

  test("publishes squares and one sentence while a file is missing", async () => {
    const ran = await acta(folder, "publish", "bare", "--data", "data");
    expect(ran.code).toBe(0);
    expect(ran.err.trim().split("\n")).toEqual([
      "outlines.json: this file of the geography is not here, so its level is drawn as squares: `acta geography` says how to keep it",
    ]);
    expect(readFileSync(join(folder, "bare", "index.html"), "utf8")).toContain('<rect class="shape');
  });

  test("keeps a file by its hash, whatever it is called, and the next publication draws it", async () => {
    copyFileSync(join(folder, "outlines.json"), join(folder, "other name"));
    expect(await actaJson(folder, "geography", "other name", "--data", "data")).toEqual({
      schema: "acta-geography/1",
      provenance: "synthetic",
      files: [{ election: "sample", name: "outlines.json", sha256: hashOf(OUTLINES), url: "", isHere: true }],
    });
    expect(await published("data", "out")).toEqual([
      {
        election: "sample",
        contest: "president",
        levels: [{ level: "district", areas: 2, apart: 0, outlined: 2, placed: 0, unused: 0 }],
        problems: [],
      },
    ]);
    const page = readFileSync(join(folder, "out", "index.html"), "utf8");
    expect(page).toContain('<path class="shape');
    expect(page).not.toContain('<rect class="shape');
    const [map = ""] = readdirSync(join(folder, "out", "assets", "maps"));
    expect(readFileSync(join(folder, "out", "manifest.files"), "utf8")).toContain(` assets/maps/${map}\n`);
    expect((await acta(folder, "verify", "out")).code).toBe(0);
  });

  test("refuses what no definition names, other bytes under the same name, and a file of 200 MB, each in one line", async () => {
    writeFileSync(join(folder, "strange.json"), "{}");
    writeFileSync(join(folder, "large.json"), "");
    truncateSync(join(folder, "large.json"), 200_000_000);
    const refused = async (file: string): Promise<string> => {
      const ran = await acta(folder, "geography", file, "--data", "data");
      expect(ran.code).toBe(1);
      expect(ran.err.trim().split("\n")).toHaveLength(1);
      return ran.err;
    };
    expect(await refused("strange.json")).toContain("no definition in this folder names a geography file");
    expect(await refused("large.json")).toContain("200,000,000 bytes are too many");
    expect(await refused("gone.json")).toContain("gone.json");
    writeFileSync(join(folder, "outlines.json"), OUTLINES.slice(0, -9));
    expect(await refused("outlines.json")).toContain("it was altered, cut off, or is another edition of it");
    writeFileSync(join(folder, "outlines.json"), OUTLINES);
  });

  test.each<readonly [string, string, string | undefined, string]>([
    ["cut-off", OUTLINES.slice(0, -9), undefined, "map.notJson"],
    ["infinite", OUTLINES.replaceAll("[0,0]", "[0,1e999]").replaceAll("[1,0]", "[1,1e999]"), undefined, "map.noShapes"],
    ["other-property", OUTLINES, "inei", "map.noCodes"],
    ["other-codes", OUTLINES.replaceAll('"N"', '"1"').replaceAll('"S"', '"2"'), undefined, "map.noMatch"],
    ["no-geography", '{"type":"Point","coordinates":[0,0]}', undefined, "map.notGeography"],
  ])(
    "a %s file that the definition names is told, and the site has squares and tables",
    async (name, outlines, code, problem) => {
      writeFileSync(join(folder, `${name}.json`), outlines);
      await counted(name, outlines, code);
      expect((await acta(folder, "geography", `${name}.json`, "--data", name)).err).toBe("");
      const [maps] = await published(name, `${name}-out`);
      expect(maps.problems.map((each: { code: string }) => each.code)).toEqual([problem]);
      const page = readFileSync(join(folder, `${name}-out`, "index.html"), "utf8");
      expect(page).toContain('<rect class="shape');
      expect(page).toContain('<table class="areas sortable">');
    },
  );

  test("a kept file that was altered since is not drawn", async () => {
    const kept = join(folder, "data", "blobs", hashOf(OUTLINES));
    writeFileSync(kept, OUTLINES.replace("[0,0]", "[0,9]"));
    const [maps] = await published("data", "altered");
    expect(maps.problems).toEqual([expect.objectContaining({ code: "store.blobAltered" })]);
    expect(readFileSync(join(folder, "altered", "index.html"), "utf8")).toContain('<rect class="shape');
  });
});
