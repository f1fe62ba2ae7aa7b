import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { fail, succeed } from "acta/basics";
import type { Geography, GeographyFile } from "acta/election";
import { beforeAll, expect, test } from "vitest";
import { PERU } from "../../../../scripts/acta-desk.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { loadDefinition } from "../../../office/src/import/index.js";
import { makeAtlas } from "./atlas.js";
import type { Atlas, AtlasArea } from "./atlas.js";
import { tableRows } from "./table-rows.js";

describeWithShared("the atlas of Peru", () => {
  const folder = (name: string): string => sharedPath("data", "geo-peru", name);
  let geography: Geography;
  let areas: readonly AtlasArea[];
  let atlas: Atlas;

  const read = ({ name, sha256 }: GeographyFile) => {
    const bytes = readFileSync(folder(name));
    return createHash("sha256").update(bytes).digest("hex") === sha256
      ? succeed(new Uint8Array(bytes))
      : fail({ code: "map.missing", where: name });
  };

  beforeAll(() => {
    const definition = loadDefinition(PERU.runoff);
    if (!definition.ok || definition.value.election.geography === null)
      throw new Error("the definition has no geography");
    geography = definition.value.election.geography;
    areas = areasOf(readFileSync(folder("ubigeo_distrito.csv"), "utf8"));
    atlas = makeAtlas({ geography, areas, read });
  });

  test("reads every file, and draws all 1,892 districts of the tables but the three that have neither outline nor point", () => {
    expect(atlas.problems).toEqual([]);
    expect(atlas.coverage).toEqual([
      { level: "department", areas: 25, apart: 0, outlined: 25, placed: 0, unused: 0 },
      { level: "province", areas: 196, apart: 0, outlined: 196, placed: 0, unused: 0 },
      { level: "district", areas: 1892, apart: 0, outlined: 1885, placed: 4, unused: 0 },
    ]);
  });

  test("has a map of every department and province, each small enough to be sent with its figures", () => {
    expect(atlas.maps.size).toBe(1 + 25 + 196);
    for (const [code, map] of atlas.maps) expect(JSON.stringify(map).length, code).toBeLessThanOrEqual(8000);
    for (const part of atlas.lowest) expect(JSON.stringify(part).length).toBeLessThanOrEqual(16_000);
    expect(atlas.lowest.flatMap((part) => part.areas)).toHaveLength(1889);
  });

  test("puts Callao west of Lima and Tacna south of Tumbes, by the codes of the sheets and not of the census", () => {
    const at = new Map(atlas.maps.get("PE")?.areas.map(([code, x, y]) => [code, { x, y }]));
    expect(at.get("24")?.x).toBeLessThan(at.get("14")?.x ?? 0);
    expect(at.get("22")?.y).toBeGreaterThan(at.get("23")?.y ?? Infinity);
    // INEI 15 is Lima, RENIEC 15 is Loreto: the largest of all, in the north-east.
    expect(at.get("15")?.y).toBeLessThan(at.get("14")?.y ?? 0);
    expect(at.get("15")?.x).toBeGreaterThan(at.get("14")?.x ?? Infinity);
  });

  test("reads files with census codes through the crosswalk to the same maps", () => {
    const crosswalk = { file: "ubigeo_distrito.csv", from: "inei", to: "reniec" };
    const outlines = geography.outlines.map((source) =>
      source.level === "district" ? { ...source, code: "inei", crosswalk } : source,
    );
    const other = makeAtlas({ geography: { ...geography, outlines }, areas, read });
    expect(other.problems).toEqual([]);
    expect(other.maps.get("1401")).toEqual(atlas.maps.get("1401"));
  });

  test("says in one problem what is wrong with a file, and draws everything else", () => {
    const upper = { ...geography, outlines: geography.outlines.slice(0, 2), points: [] };
    const text = (content: string) => succeed(new TextEncoder().encode(content));
    const cut = readFileSync(folder("provinces.topo.json"), "utf8").slice(0, 40_000);
    const wrong = upper.outlines.map((source) => (source.level === "province" ? { ...source, code: "inei" } : source));
    const cases: readonly (readonly [string, Geography, (file: GeographyFile) => ReturnType<typeof read>])[] = [
      [
        "map.missing",
        upper,
        (file) => (file.name === "provinces.topo.json" ? fail({ code: "map.missing", where: file.name }) : read(file)),
      ],
      ["map.notJson", upper, (file) => (file.name === "provinces.topo.json" ? text(cut) : read(file))],
      [
        "map.noCodes",
        {
          ...upper,
          outlines: wrong.map((source) => (source.level === "province" ? { ...source, code: "ubigeo" } : source)),
        },
        read,
      ],
      [
        "map.tooLarge",
        upper,
        (file) => (file.name === "provinces.topo.json" ? succeed(new Uint8Array(32_000_001)) : read(file)),
      ],
    ];
    for (const [code, named, reader] of cases) {
      const partly = makeAtlas({ geography: named, areas, read: reader });
      expect(partly.problems).toEqual([expect.objectContaining({ code, where: "provinces.topo.json" })]);
      expect(partly.maps.has("PE")).toBe(true);
      expect(partly.maps.has("14")).toBe(false);
    }
  });

  test("tells a file whose codes are those of no area", () => {
    const none = areas.map((area) => (area.level === "department" ? { ...area, code: `x${area.code}` } : area));
    expect(
      makeAtlas({ geography: { ...geography, outlines: geography.outlines.slice(0, 1) }, areas: none, read }).problems,
    ).toEqual([
      { code: "map.noMatch", where: "departments.topo.json", context: { outlines: 25, level: "department" } },
    ]);
  });
});

/** The tree of the tables: codes of six digits, of which two are the department and four the province. */
function areasOf(table: string): readonly AtlasArea[] {
  const codes = tableRows(table)
    .map((row) => row.get("reniec") ?? "")
    .filter((code) => /^\d{6}$/.test(code));
  const areas: AtlasArea[] = [{ code: "PE", level: "country", parent: -1, isApart: false }];
  const at = new Map<string, number>([["", 0]]);
  for (const [level, take] of [
    ["department", 2],
    ["province", 4],
    ["district", 6],
  ] as const)
    for (const code of new Set(codes.map((each) => each.slice(0, take)))) {
      at.set(code, areas.length);
      areas.push({ code, level, parent: at.get(code.slice(0, take - 2)) ?? 0, isApart: false });
    }
  return areas;
}
