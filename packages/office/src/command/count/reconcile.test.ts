import { afterAll, beforeAll, expect, test } from "vitest";
import { parseInstant } from "acta/basics";
import { acta, actaJson, dropFolder, newFolder, peruFile, PERU } from "../../../../../scripts/acta-desk.js";
import { describeWithShared, sharedPath } from "../../../../../scripts/shared-data.js";
import { importBulletins, importFiles, loadDefinition, matchFiles } from "../../import/index.js";
import { openFolderToWrite } from "../../store/index.js";

/** Records the edition of 8 June, the national bulletins and the editions of the count in a folder. */
async function recordIn(folder: string): Promise<void> {
  const definition = loadDefinition(PERU.runoff);
  const data = openFolderToWrite(`${folder}/acta-data`);
  const now = parseInstant("2026-01-02T12:00Z");
  if (!definition.ok || !data.ok || now === undefined) throw new Error("cannot prepare");
  const series = sharedPath("data", "peru-2021", "official", "runoff-national-series");
  const paths = [peruFile("08"), sharedPath("peru", "editions-2021-runoff.json"), series];
  const matching = await matchFiles(definition.value.election, paths);
  if (!matching.ok) throw new Error(matching.problem.code);
  const request = {
    folder: data.value,
    definition: definition.value,
    matching: matching.value,
    asOf: null,
    now: () => now,
    progress: () => undefined,
  };
  const sheets = await importFiles(request);
  const bulletins = await importBulletins(request);
  data.value.close();
  if (!sheets.ok || !bulletins.ok) throw new Error("cannot import");
}

describeWithShared("acta reconcile, acta editions --margin", () => {
  let folder = "";
  beforeAll(async () => {
    folder = newFolder();
    await recordIn(folder);
  }, 120_000);
  afterAll(() => dropFolder(folder));

  test("shows each figure of the bulletin before the edition, ours, and the bulletin after it", async () => {
    const ran = await acta(folder, "reconcile", "--series", "onpe-national");
    expect(ran.err).toBe("");
    expect(ran.out).toContain("ONPE national bulletins, 7 and 8 June, 8 Jun 2021, 07:52 (Lima)");
    expect(ran.out).toMatch(/sheets counted +82,537 +82,795 +\+258 +82,857/);
    expect(ran.out).toMatch(/Perú Libre +8,592,527 +8,597,399 +\+4,872 +8,598,728/);
    expect(ran.out).toContain("[B105]");
  });

  test("compares with the bulletin of any moment that is asked for", async () => {
    const ran = await actaJson(folder, "reconcile", "--series", "onpe-national", "--moment", "2021-06-07T12:00");
    expect(ran.schema).toBe("acta-reconcile/1");
    expect(ran.series[0].compared.bulletin.asOf).toBe("2021-06-07T16:48:00Z");
  });

  test("looks for the area that is asked for in every series", async () => {
    const ran = await actaJson(folder, "reconcile", "--area", "group:domestic");
    expect(
      ran.series.map((each: { id: string; compared: { bulletin: { asOf: string } } }) => [
        each.id,
        each.compared.bulletin.asOf,
      ]),
    ).toEqual([["count-editions", "2021-06-08T15:49:00Z"]]);
  });

  test("names what there is when a series, an area or a moment is not", async () => {
    expect((await acta(folder, "reconcile", "--series", "x")).err).toContain("count-editions, onpe-national");
    expect((await acta(folder, "reconcile", "--area", "9999")).err).toContain("9999");
    expect((await acta(folder, "reconcile", "--moment", "soon")).err).toContain("--moment soon");
  });

  test.each(["69546", "69,546", "69.546", "69 546"])(
    "--margin %s is answered with every place where it was passed",
    async (margin) => {
      const ran = await acta(folder, "editions", "--margin", margin);
      expect(ran.err).toBe("");
      expect(ran.out).toMatch(/Fuerza Popular +7 Jun 2021, 07:17 \(Lima\) +72,963 +7 Jun 2021, 07:48 \(Lima\) +66,790/);
      expect(ran.out).toMatch(/Perú Libre +7 Jun 2021, 15:21 \(Lima\) +60,899 +7 Jun 2021, 15:51 \(Lima\) +74,636/);
      expect(ran.out).toMatch(/Perú Libre +10 Jun 2021, 10:18 \(Lima\) +71,455 +10 Jun 2021, 16:20 \(Lima\) +68,775/);
    },
  );

  test("a margin that is no number of votes is refused", async () => {
    expect(await acta(folder, "editions", "--margin", "6,95")).toMatchObject({ code: 1, out: "" });
  });

  test("the JSON of a margin has the same brackets", async () => {
    const ran = await actaJson(folder, "editions", "--margin", "44263");
    expect(ran.schema).toBe("acta-margin/1");
    expect(ran.exact).toHaveLength(1);
    expect(ran.exact[0].point.asOf).toBe("2021-07-07T01:13:00Z");
  });

  test("our own edition stands on the same line as the bulletins", async () => {
    const { exact } = await actaJson(folder, "editions", "--margin", "77921");
    expect(exact).toMatchObject([
      { option: "perulibre", point: { asOf: "2021-06-08T16:15:00Z", sources: [{ kind: "edition" }] } },
    ]);
  });
});
