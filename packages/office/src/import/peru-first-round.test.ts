import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder, PERU, peruFile } from "../../../../scripts/acta-desk.js";
import { asReference, referenceRows } from "../../../../scripts/peru-reference.js";
import type { PrintedArea } from "../../../../scripts/peru-reference.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { loadDefinition } from "./index.js";

// Figures: ../shared/data/peru-2021/DATA.md, reference/ and official/first-round-districts/ (ONPE at 100 %).
const FILE = "first-round-2021-06-17";
const VOTES = {
  perulibre: 2_618_100,
  fp: 1_731_932,
  avpais: 1_459_547,
  rp: 1_459_006,
  ap: 1_209_650,
  jpp: 1_013_040,
  app: 806_160,
  vn: 707_283,
  pp: 704_869,
  morado: 279_497,
  ppc: 241_975,
  pnp: 218_809,
  sp: 216_405,
  upp: 93_267,
  runa: 83_243,
  fa: 60_083,
  pps: 48_318,
  dd: 46_055,
};
const INCOMPLETE = "140137 140126 140106 140109 140115 140135 140122 140134 140138 140140 021309 100301".split(" ");

type Area = PrintedArea & {
  readonly validVotes: number;
  readonly stations: { readonly total: number; readonly counted: number; readonly notCollected: number };
};

const votesOf = ({ options }: PrintedArea) => Object.fromEntries(options.map(({ id, votes }) => [id, votes]));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describeWithShared("the first round of Peru 2021", () => {
  let alone = "";
  let withRoll = "";
  beforeAll(async () => {
    alone = newFolder();
    withRoll = newFolder();
    const file = ["--source", peruFile("first")];
    expect(await acta(alone, "import", PERU.firstRound, ...file)).toMatchObject({ code: 0, err: "" });
    const both = await acta(withRoll, "import", PERU.firstRound, ...file, "--source", peruFile("17"));
    expect(both).toMatchObject({ code: 0, err: "" });
  }, 60_000);
  afterAll(() => {
    dropFolder(alone);
    dropFolder(withRoll);
  });

  test("77,153 filled sheets with the totals of each party; 9,335 rows were not collected", async () => {
    const result = await actaJson(alone, "results");
    expect(votesOf(result)).toEqual(VOTES);
    expect(result).toMatchObject({
      validVotes: 12_997_239,
      blankVotes: 2_031_337,
      nullVotes: 1_002_769,
      ballotsCast: 16_031_345,
      votersReported: 16_031_345,
      registeredVoters: 22_500_606,
      missingCells: 0,
      stations: {
        total: 86_488,
        counted: 77_153,
        annulled: 753,
        notInstalled: 189,
        referred: 0,
        pending: 9_335,
        notCollected: 9_335,
      },
    });
  });

  test("the outcome is undecided: the stations that were not collected have no known size", async () => {
    const { outcome, open } = await actaJson(alone, "results");
    expect(outcome).toMatchObject({ kind: "undecided", why: "outcome.openOfUnknownSize" });
    expect(outcome.between.slice(0, 2)).toEqual(["perulibre", "fp"]);
    expect(open).toEqual({ stations: 9_335, mostVotes: null });
    expect((await acta(alone, "results")).out).toContain("stations are missing whose registered voters are not known");
  });

  test.each(["department", "province", "district"])(
    "every %s equals the reference in every column, NA with the rest",
    async (level) => {
      const { areas } = await actaJson(alone, "results", "--level", level);
      const reference = referenceRows(FILE, level);
      expect(reference.map(({ code }) => code)).toContain("NA");
      expect(asReference(areas, Object.keys(reference[0] ?? {}))).toEqual(reference);
      for (const area of areas) expect(area.votersReported, area.area.code).toBe(area.ballotsCast);
    },
  );

  describe("with the file of the runoff as roll", () => {
    test("the national result is the same, and no area is unknown any more", async () => {
      const { area: _, ...before } = await actaJson(alone, "results");
      const { area: __, ...after } = await actaJson(withRoll, "results");
      expect(after).toEqual(before);
      const { areas } = await actaJson(withRoll, "results", "--level", "district");
      expect(areas.map(({ area }: Area) => area.code)).not.toContain("NA");
    });

    test("the twelve incomplete districts at home are named, with what is missing; 2,751 are missing abroad", async () => {
      const { areas } = await actaJson(withRoll, "results", "--level", "district");
      const incomplete = areas.filter(({ stations }: Area) => stations.notCollected > 0);
      const home = incomplete.filter(({ area }: Area) => !area.code.startsWith("9"));
      expect(home.map(({ area }: Area) => area.code).toSorted()).toEqual(INCOMPLETE.toSorted());
      const missing = Object.fromEntries(home.map(({ area, stations }: Area) => [area.code, stations.notCollected]));
      expect(missing["021309"]).toBe(17);
      expect(missing["100301"]).toBe(9);
      expect(sum(Object.values(missing))).toBe(6_558 + 17 + 9);
      expect(sum(incomplete.map(({ stations }: Area) => stations.notCollected))).toBe(9_335);
      const { stations } = await actaJson(withRoll, "results", "--group", "abroad");
      expect(stations.notCollected).toBe(2_751);
    });

    test("the 1,862 complete districts at home equal the official tables: registered, cast, valid, blank, null, every party", async () => {
      const { areas } = await actaJson(withRoll, "results", "--level", "district");
      const complete = areas.filter(
        ({ area, stations }: Area) => !area.code.startsWith("9") && stations.notCollected === 0,
      );
      expect(complete).toHaveLength(1_862);
      const official = officialDistricts();
      expect(official.size).toBe(1_874);
      for (const area of complete) expect(figuresOf(area), area.area.code).toEqual(official.get(area.area.code));
    });

    test("polling places and computing centres of the roll are known too, and places sum to the whole", async () => {
      const { areas } = await actaJson(withRoll, "results", "--level", "place");
      expect(sum(areas.map(({ stations }: Area) => stations.total))).toBe(86_488);
      expect(areas.filter(({ area }: Area) => area.code.endsWith("/NA"))).toHaveLength(0);
      const centres = await actaJson(withRoll, "results", "--tree", "computing-centre", "--level", "centre");
      expect(centres.areas.map(({ area }: Area) => area.code)).not.toContain("NA");
    });
  });

  test("the roll given later makes a second edition of the same sheets: same digest, areas known", async () => {
    const later = await actaJson(
      alone,
      "import",
      PERU.firstRound,
      "--source",
      peruFile("first"),
      "--source",
      peruFile("17"),
    );
    expect(later.deliveries).toMatchObject([{ seenAgain: false, written: 0 }]);
    const { editions } = await actaJson(alone, "editions");
    expect(editions).toHaveLength(2);
    expect(editions[1].dataDigest).toBe(editions[0].dataDigest);
    expect(editions[1].id).toBe(`${editions[0].id}.2`);
    const { areas } = await actaJson(alone, "results", "--level", "department");
    expect(areas).toHaveLength(30);
    const again = await actaJson(
      alone,
      "import",
      PERU.firstRound,
      "--source",
      peruFile("first"),
      "--source",
      peruFile("17"),
    );
    expect(again).toMatchObject({ entries: 0, deliveries: [{ seenAgain: true }] });
  });

  test("a folder holds both rounds; the one voted last is the default", async () => {
    await acta(withRoll, "import", PERU.runoff, "--source", peruFile("08"));
    expect(await actaJson(withRoll, "results")).toMatchObject({ election: "peru-2021-runoff" });
    const first = await actaJson(withRoll, "results", "--election", "peru-2021-first-round");
    expect(first).toMatchObject({ election: "peru-2021-first-round", validVotes: 12_997_239 });
  });
});

interface Figures {
  registered: number;
  cast: number;
  valid: number;
  blank: number;
  null: number;
  parties: Record<string, number>;
}

function figuresOf(area: Area): Figures {
  return {
    registered: area.registeredVoters,
    cast: area.ballotsCast,
    valid: area.validVotes,
    blank: area.blankVotes,
    null: area.nullVotes,
    parties: Object.fromEntries(Object.entries(votesOf(area)).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const METRICS: Readonly<Record<string, "valid" | "blank" | "null" | "cast">> = {
  "TOTAL DE VOTOS VÁLIDOS": "valid",
  "VOTOS EN BLANCO": "blank",
  "VOTOS NULOS": "null",
  "TOTAL DE VOTOS EMITIDOS": "cast",
};

/** The authority's own district tables at 100 %, read here without the product. */
function officialDistricts(): ReadonlyMap<string, Figures> {
  const folder = (name: string): string => sharedPath("data", "peru-2021", "official", "first-round-districts", name);
  const rowsOf = (bytes: Buffer): Readonly<Record<string, string>>[] => parse(bytes, { columns: true });
  const options = loaded();
  const districts = new Map<string, Figures>();
  for (const row of rowsOf(readFileSync(folder("presidencial-datos-generales.csv"))))
    districts.set(row["ubigeo"] ?? "", {
      registered: Number(row["ELECTORES_HABIL"]),
      cast: 0,
      valid: 0,
      blank: 0,
      null: 0,
      parties: {},
    });
  for (const row of rowsOf(readFileSync(folder("presidencial-datos-votos.csv")))) {
    const district = districts.get(row["ubigeo"] ?? "");
    const metric = METRICS[row["metrica"] ?? ""];
    if (district !== undefined && metric !== undefined) district[metric] = Number(row["cantidad"]);
  }
  for (const row of rowsOf(gunzipSync(readFileSync(folder("presidencial-resultados-partidos.from-rds.csv.gz"))))) {
    const district = districts.get(row["ubigeo"] ?? "");
    const option = options.find(({ aliases }) => aliases.includes(row["cod_partido"] ?? ""));
    if (district !== undefined && option !== undefined) district.parties[option.id] = Number(row["total_votos"]);
  }
  for (const district of districts.values())
    district.parties = Object.fromEntries(Object.entries(district.parties).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return districts;
}

function loaded() {
  const definition = loadDefinition(PERU.firstRound);
  if (!definition.ok) throw new Error(JSON.stringify(definition.problem));
  return definition.value.election.options;
}
