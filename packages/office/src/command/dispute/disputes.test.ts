import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PERU, acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";

describeWithShared("acta disputes and acta whatif on the real runoff", () => {
  let data = "";
  beforeAll(async () => {
    data = newFolder();
    const sources = (["09", "17"] as const).flatMap((name) => ["--source", peruFile(name)]);
    expect(await acta(data, "import", PERU.runoff, ...sources)).toMatchObject({ code: 0, err: "" });
    write("p165.json", {
      format: "acta-petitions/1",
      unlocated: [
        { filer: "fp", stations: 151 },
        { filer: "pl", stations: 14 },
      ],
    });
    const best = { stations: 183, for: "perulibre", against: "fp" };
    write("best.json", scenario("best-183", { best }));
    write("none.json", scenario("none", { states: ["pending"] }));
  }, 60_000);
  afterAll(() => dropFolder(data));

  const write = (name: string, document: unknown): void => writeFileSync(join(data, name), JSON.stringify(document));
  const scenario = (id: string, select: unknown) => ({
    format: "acta-scenario/1",
    id,
    overrides: [{ select, action: { kind: "annul" } }],
  });

  test("the smallest flip of the final edition: 183 stations, 44,147 votes, with its list in --json only", async () => {
    const { materiality, petitions, schema } = await actaJson(data, "disputes");
    expect({ schema, petitions }).toEqual({ schema: "acta-disputes/1", petitions: "notLoaded" });
    expect(materiality.smallestFlip).toMatchObject({
      gate: { kind: "ahead", option: "perulibre", rival: "fp" },
      stations: 183,
      votes: 44_147,
    });
    expect(new Set(materiality.smallestFlip.ids).size).toBe(183);
    const { out } = await acta(data, "disputes");
    for (const id of materiality.smallestFlip.ids) expect(out).not.toContain(id);
  });

  test("bounds for each option of the earlier edition", async () => {
    const { materiality } = await actaJson(data, "disputes", "--edition", "1");
    expect(materiality.bounds).toMatchObject([
      { option: "perulibre", arithmetic: { least: -793_044, most: 964_192 } },
      { option: "fp", arithmetic: { least: -964_192, most: 793_044 } },
    ]);
    expect(materiality.gates[0].flagged).toMatchObject({
      lacking: 36,
      asFiledOrAnnulled: { least: -77_685, most: 26_016 },
    });
  });

  test("without petitions the first sentence says so, in both languages", async () => {
    for (const [language, sentence] of [
      ["en", "Petitions not loaded; annulling 183 stations would suffice"],
      ["es", "Solicitudes de nulidad no cargadas; bastaría anular 183 mesas"],
    ] as const) {
      const { out } = await acta(data, "disputes", "--lang", language);
      expect(out.split("\n")[4]?.trim()).toContain(sentence);
      expect(out).not.toMatch(/\n\s*(Decided|Decidido)/);
    }
  });

  test("the 165 in time, without their list: decided; of one filer, nothing is said about the others", async () => {
    const all = await acta(data, "disputes", "--petitions", "p165.json");
    expect(all.out).toContain("they take at most 39,973 of 43,957 votes");
    expect(all.out).toContain(
      "Decided: the open sheets and the petitions that are loaded, all together, cannot change",
    );
    expect(all.out).toContain("Petitions: from the list p165.json, not from the record");
    const one = await acta(data, "disputes", "--petitions", "p165.json", "--filer", "fp");
    expect(one.out).not.toContain("Decided");
    expect(one.out).toContain("Nothing is said about the petitions of others.");
  });

  test("--any bounds any so many stations; --among and --group say where", async () => {
    const { out } = await acta(data, "disputes", "--any", "165", "--any", "270");
    expect(out).toContain("Any 165 stations take at most 39,973 of 43,957: they cannot undo it");
    expect(out).toContain("Any 270 stations take at most 64,070 of 43,957: that they cannot undo it is not proved");
    const abroad = await actaJson(data, "disputes", "--among", "abroad", "--any", "943");
    expect(abroad.materiality.gates[0].any[0].takes).toBeLessThan(43_957);
    expect(abroad.materiality).toMatchObject({ smallestFlip: null, gates: [{ flip: { kind: "impossible" } }] });
    const lima = await actaJson(data, "disputes", "--group", "lima-callao");
    expect(lima).toMatchObject({
      materiality: { question: "first", smallestFlip: { gate: { option: "fp" } } },
      path: null,
    });
  });

  test("--among takes a scenario too: which flagged sheets, counted as filed, would change the result if annulled", async () => {
    write("flagged.json", scenario("flagged", { states: ["referred"] }));
    const given = ["--edition", "1", "--policy", "as-filed", "--among", "flagged.json"];
    const { materiality } = await actaJson(data, "disputes", ...given);
    // All flagged sheets with a lead for the leader are not enough: their sum is the most that their annulment can take.
    expect(materiality).toMatchObject({ smallestFlip: null, gates: [{ flip: { kind: "impossible" } }] });
    expect(materiality.gates[0].flip.takes).toBeLessThan(materiality.gates[0].slack);
    const none = await acta(data, "disputes", "--among", "flagged.json");
    expect(none).toMatchObject({ code: 1, out: "" });
    expect(none.err).toContain("no sheet is selected");
  });

  test("the path of the margin between the two editions", async () => {
    const { path } = await actaJson(data, "disputes");
    expect(path).toMatchObject({ lead: 43_957, sinceEdition: 1, since: { lead: 85_574 } });
    expect(path.parts.map((part: { lead: number }) => part.lead)).toEqual([92_078, -48_121]);
  });

  test("a scenario beside today; saved by name it can be asked for again, and the record stays", async () => {
    const before = await actaJson(data, "results");
    const first = await acta(data, "whatif", "best.json", "--save");
    expect(first.out).toContain(
      "The leader changes. Today Perú Libre leads by 43,957 votes; then Fuerza Popular leads by 190 votes.",
    );
    const again = await actaJson(data, "whatif", "best-183");
    expect(again).toMatchObject({
      schema: "acta-whatif/1",
      petitions: "notLoaded",
      scenario: { id: "best-183" },
      changedSheets: 183,
      lead: { option: "perulibre", today: 43_957, supposed: -190 },
      changesLeader: true,
    });
    expect(JSON.stringify(again)).not.toContain("069902");
    expect(await actaJson(data, "results")).toEqual(before);
  });

  test.each([
    [["whatif", "none.json"], "no sheet is selected"],
    [["whatif", "nosuch"], "no saved scenario nosuch"],
    [["whatif", "p165.json"], "not a scenario of the format acta-scenario/1"],
    [["disputes", "--petitions", "best.json"], "best.json: format: this does not belong in a list of petitions"],
    [["disputes", "--petitions", "missing.json"], "missing.json"],
    [["disputes", "--group", "nowhere"], "there is no group nowhere"],
    [["disputes", "--any", "many"], "not many"],
    [["disputes", "--policy", "mine"], "there is no policy mine"],
  ])("%j is refused in words", async (given, words) => {
    const ran = await acta(data, ...given);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(words);
  });

  test("a file that is neither JSON nor YAML is refused", async () => {
    writeFileSync(join(data, "bad.yaml"), "a: [1\n");
    const ran = await acta(data, "whatif", "bad.yaml");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("bad.yaml: this is neither JSON nor YAML");
    mkdirSync(join(data, "folder"));
    expect((await acta(data, "whatif", "./folder")).code).toBe(1);
  });
});

describe("the help", () => {
  test.each([
    ["disputes", "en", "Nothing is called decided unless petitions are loaded"],
    ["disputes", "es", "Nada se llama decidido"],
    ["whatif", "en", "never touches the record"],
    ["whatif", "es", "nunca toca el registro"],
  ])("of %s in %s", async (command, language, words) => {
    const { out, code } = await acta("/", command, "--help", "--lang", language);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, " ")).toContain(words);
  });
});
