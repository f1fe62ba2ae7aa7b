import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { SNAPSHOTS, firstRoundTable, snapshotTable } from "../../../../../scripts/peru-area-tables.mjs";
import { root } from "../../../../../scripts/workshop.mjs";
import { describeWithShared } from "../../../../../scripts/shared-data.js";

/** Margin of the sheets of 17 June 2021 in points of the valid votes: 43,957 of 17,627,349. Known to the test alone. */
const END = (100 * 43_957) / 17_627_349;

describeWithShared("the five district snapshots of the runoff of 2021", () => {
  let work = "";
  const read = new Set<string>();
  const errors = new Map<number, number>();
  beforeAll(() => {
    work = newFolder();
    const before = firstRoundTable();
    writeFileSync(join(work, "first-round.csv"), before.text);
    for (const file of before.read) read.add(file);
  });
  afterAll(() => dropFolder(work));

  test.each(SNAPSHOTS)(
    "projected from area totals alone at $counted % counted ($name): within 0.08 points of the end, inside its interval",
    async (snapshot) => {
      const table = snapshotTable(snapshot);
      for (const file of table.read) read.add(file);
      writeFileSync(join(work, "night.csv"), table.text);
      const tables = ["--totals", "night.csv", "--previous-totals", "first-round.csv"];
      const told = await actaJson(work, "project", "--definition", PERU.runoff, ...tables);
      expect((100 * told.base.counted) / told.base.stations).toBeCloseTo(snapshot.counted, 2);
      const sign = told.margin.of === "perulibre" ? 1 : -1;
      const { expected, interval90 } = told.margin.ofValid;
      expect(Math.abs(100 * sign * expected - END)).toBeLessThan(0.08);
      errors.set(snapshot.counted, 100 * sign * expected - END);
      const [low = 0, high = 0] = interval90
        .map((end: number) => 100 * sign * end)
        .toSorted((a: number, b: number) => a - b);
      expect(low).toBeLessThan(END);
      expect(high).toBeGreaterThan(END);
    },
  );

  test("have the errors that docs/projection.md prints, to 0.02 points", () => {
    const page = readFileSync(join(root, "docs", "projection.md"), "utf8").replaceAll("−", "-");
    const printed = page.matchAll(/^\| (9\d\.\d\d) +\| [-+][\d.]+ +\| ([-+][\d.]+) +\|/gm);
    const rows = [...printed].map(([, counted, error]) => [Number(counted), Number(error)] as const);
    expect(rows.map(([counted]) => counted)).toEqual([...errors.keys()]);
    for (const [counted, error] of rows) expect(Math.abs(error - (errors.get(counted) ?? 1))).toBeLessThan(0.02);
  });

  test("are made of nothing that came later: no sheet of the runoff, no later bulletin", () => {
    expect([...read].toSorted()).toEqual(
      [
        ...SNAPSHOTS.flatMap(({ name }) =>
          ["resultados", "resumen"].map((kind) => `official/runoff-districts/distrito-${kind}-${name}.csv.gz`),
        ),
        "first-round-2021-06-17.csv.gz",
        "official/first-round-districts/presidencial-datos-generales.csv",
        "official/first-round-districts/presidencial-datos-votos.csv",
        "official/first-round-districts/presidencial-resultados-partidos.from-rds.csv.gz",
        "official/runoff-national-series/votacion-general-resultados.csv",
        "official/runoff-national-series/votacion-general-resumen.csv",
      ].toSorted(),
    );
  });
});
