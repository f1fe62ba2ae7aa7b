import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../scripts/acta-desk.js";
import { root } from "../../../../scripts/workshop.mjs";

// The invented countries of examples/: other formats by definition only. Expected figures are summed here by hand-written
// readers of the same small files, not by the product.

const example = (...parts: readonly string[]): string => join(root, "examples", ...parts);

/** Rows of a small file by column. */
function rowsOf(
  path: string,
  encoding: BufferEncoding,
  delimiter: string,
): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(path).toString(encoding), { columns: true, delimiter });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const votes = ({ options }: { options: { id: string; votes: number }[] }) =>
  Object.fromEntries(options.map((option) => [option.id, option.votes]));
const ungrouped = (text = ""): number => (text === "s/d" ? 0 : Number(text.replaceAll(".", "")));

describe("Norland: long format, roll file, Latin-1, semicolons, thousands separators", () => {
  let data = "";
  const definition = example("norland", "election.yaml");
  const both = ["--source", example("norland", "padron.csv"), "--source", example("norland", "votos.csv")];
  const rows = rowsOf(example("norland", "votos.csv"), "latin1", ";");
  const total = (list: string, ...states: readonly string[]): number =>
    sum(
      rows
        .filter((row) => row["LISTA"] === list && row["MESA"] !== "0999" && states.includes(row["ESTADO"] ?? ""))
        .map((row) => ungrouped(row["VOTOS"])),
    );
  beforeAll(async () => {
    data = newFolder();
    expect(await acta(data, "import", definition, ...both)).toMatchObject({ code: 0, err: "" });
  });
  afterAll(() => dropFolder(data));

  test("the two files join into sheets on a roll; a station on the roll without rows is not collected", async () => {
    const result = await actaJson(data, "results");
    const counted = ["COMPUTADA", "ANULADA"];
    expect(votes(result)).toEqual({ alba: total("001", ...counted), anil: total("Lista Añil", ...counted) });
    expect(result).toMatchObject({
      provenance: "synthetic",
      blankVotes: total("BLANCOS", ...counted),
      nullVotes: total("NULOS", ...counted),
      stations: { total: 12, counted: 10, annulled: 1, referred: 1, pending: 1, notCollected: 1 },
    });
    expect(result.votersReported).toBe(result.ballotsCast);
    const roll = rowsOf(example("norland", "padron.csv"), "latin1", ";");
    expect(result.registeredVoters).toBe(sum(roll.map((row) => ungrouped(row["INSCRITOS"]))));
  });

  test("the flagged sheet enters as filed, its missing cell is a finding", async () => {
    const filed = await actaJson(data, "results", "--policy", "as-filed");
    expect(votes(filed)["alba"]).toBe(total("001", "COMPUTADA", "ANULADA", "OBSERVADA"));
    expect(filed.missingCells).toBe(1);
    expect((await actaJson(data, "check")).counts).toMatchObject({ S105: 1 });
  });

  test("names come out of Latin-1 as they are, by area and by place", async () => {
    const { areas } = await actaJson(data, "results", "--level", "municipality");
    expect(areas.map(({ area }: { area: { name: string } }) => area.name)).toEqual(["San José", "Río Óbidos", "Peñón"]);
    const places = await actaJson(data, "results", "--level", "place");
    const names = new Set(places.areas.map(({ area }: { area: { name: string } }) => area.name));
    expect(names).toEqual(new Set(["Escuela Nº 1", "Colegio «El Año Nuevo»", 'Salón "La Unión"']));
  });

  test("the two rows of a station that is not on the roll are quarantined with file, line, column and the row", () => {
    const folder = join(data, "acta-data", "quarantine");
    const [name = ""] = readdirSync(folder);
    const kept = readFileSync(join(folder, name), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const line = (list: string): number => rows.findIndex((row) => row["MESA"] === "0999" && row["LISTA"] === list) + 2;
    expect(kept).toEqual([
      {
        file: "votos.csv",
        line: line("001"),
        column: 1,
        reason: "stationNotOnRoll",
        seen: "0999",
        raw: expect.stringContaining("COMPUTADA"),
      },
      {
        file: "votos.csv",
        line: line("Lista Añil"),
        column: 1,
        reason: "stationNotOnRoll",
        seen: "0999",
        raw: expect.stringContaining("Añil"),
      },
    ]);
  });

  test("nothing is lost: rows read = rows in sheets + quarantined", async () => {
    const report = await actaJson(data, "import", definition, ...both, "--data", "again");
    const [delivery] = report.deliveries;
    expect(delivery.files.map(({ part, rows: count }: { part: string; rows: number }) => [part, count])).toEqual([
      ["roll", 12],
      ["votes", rows.length],
    ]);
    expect(delivery).toMatchObject({ sheets: 11, stations: 12, refused: 2, findings: { I104: 2 } });
    expect(rows.length).toBe(11 * 4 + 2);
  });

  test("without the roll file it says which file is missing", async () => {
    const folder = newFolder();
    const ran = await acta(folder, "import", definition, "--source", example("norland", "votos.csv"));
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("junta also needs a file for roll");
    expect((await acta(folder, "results")).code).toBe(1);
    dropFolder(folder);
  });
});

describe("Altamira: one worksheet with two header rows, totals rows and a column name that stands twice", () => {
  let data = "";
  const rows: string[][] = parse(readFileSync(example("altamira", "rows.csv"), "utf8"), { relax_column_count: true });
  const stations = rows.slice(2).filter(([code]) => /^\d+$/.test(code ?? ""));
  const column = (at: number): number => sum(stations.map((row) => Number(row[at])));
  beforeAll(async () => {
    data = newFolder();
    const cells = rows.map((row) => row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell === "" ? null : cell)));
    const book = await writeXlsx({
      sheets: [
        { name: "Cover", rows: [["Altamira Election Office"]] },
        { name: "Results", rows: cells },
      ],
    });
    writeFileSync(join(data, "results.xlsx"), book);
    const ran = await acta(data, "import", example("altamira", "election.yaml"), "--source", "results.xlsx");
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("3 left out as totals");
  });
  afterAll(() => dropFolder(data));

  test("the stations count once: subtotals and totals are left out, and equal our own sums", async () => {
    const result = await actaJson(data, "results");
    const last = rows.at(-1) ?? [];
    expect(votes(result)).toEqual({ heron: column(3), otter: column(4), lynx: column(5) });
    expect([result.validVotes, result.blankVotes, result.ballotsCast, result.registeredVoters].map(String)).toEqual([
      last[6],
      last[7],
      last[8],
      last[10],
    ]);
    expect(result.stations).toMatchObject({ total: 6, counted: 6 });
  });

  test("codes that a spreadsheet holds as numbers get their zeros back; the second of two equal columns is the one that is named", async () => {
    const station = await actaJson(data, "station", "001");
    expect(station).toMatchObject({ station: "001", place: { name: "School 1" }, registeredVoters: 188 });
    expect(station.cells).toMatchObject({ heron: 41, blank: 7, ballotsCast: 125 });
    expect((await actaJson(data, "check")).counts).toEqual({});
  });

  test("its outcome rule is data too: more than 2/5 of the ballots cast, else a runoff of two", async () => {
    const { outcome } = await actaJson(data, "results");
    expect(outcome).toEqual({ kind: "runoff", between: ["otter", "heron"], why: "outcome.noneCanPass" });
  });
});

describe("Two Valleys: a president and a congress of two districts with preferential votes", () => {
  let data = "";
  const definition = example("two-valleys", "election.yaml");
  const both = [
    "--source",
    example("two-valleys", "congress.csv"),
    "--source",
    example("two-valleys", "president.csv"),
  ];
  const congress = rowsOf(example("two-valleys", "congress.csv"), "utf8", ",");
  const president = rowsOf(example("two-valleys", "president.csv"), "utf8", ",");
  const inCongress = (contest: string, list: string, candidate = "list"): number =>
    sum(
      congress
        .filter((row) => row["contest"] === contest && row["list"] === list && row["candidate"] === candidate)
        .map((row) => Number(row["votes"])),
    );
  beforeAll(async () => {
    data = newFolder();
    expect(await acta(data, "import", definition, ...both)).toMatchObject({ code: 0, err: "" });
  });
  afterAll(() => dropFolder(data));

  test("the president is counted everywhere", async () => {
    const result = await actaJson(data, "results");
    const total = (name: string): number => sum(president.map((row) => Number(row[name])));
    expect(votes(result)).toEqual({ sun: total("sun"), moon: total("moon") });
    expect(result).toMatchObject({
      contest: "president",
      stations: { total: 8 },
      registeredVoters: total("registered"),
      outcome: { kind: "won" },
    });
  });

  test.each([
    ["congress-north", "NORTH", ["sun", "moon", "stars"], "N"],
    ["congress-south", "SOUTH", ["sun", "moon"], "S"],
  ])(
    "%s is counted in its district only, list by list and candidate by candidate",
    async (contest, word, lists, district) => {
      const result = await actaJson(data, "results", "--contest", contest);
      expect(result.options).toEqual(
        lists.map((id) => ({
          id,
          votes: inCongress(word, id),
          shareOfValid: expect.objectContaining({ denominator: sum(lists.map((list) => inCongress(word, list))) }),
          preferential: ["1", "2", "3"].map((candidate) => inCongress(word, id, candidate)),
        })),
      );
      // Preferential votes are votes for a candidate within a list's votes: they are no ballots of their own.
      expect(result.ballotsCast).toBe(sum([...lists, "blank", "null"].map((list) => inCongress(word, list))));
      expect(result).toMatchObject({
        stations: { total: 4, counted: 4 },
        outcome: { kind: "notApplicable", why: "outcome.decidedElsewhere" },
      });
      const own = president.filter((row) => row["district_code"] === district);
      expect(result.registeredVoters).toBe(sum(own.map((row) => Number(row["registered"]))));
      const { areas } = await actaJson(data, "results", "--contest", contest, "--level", "district");
      const other = areas.find(({ area }: { area: { code: string } }) => area.code !== district);
      expect(other === undefined || other.stations.total === 0).toBe(true);
    },
  );

  test("a station shows the sheet of each contest it votes in, and says so where it does not", async () => {
    const north = await actaJson(data, "station", "N01", "--contest", "congress-north");
    expect(Object.keys(north.cells)).toEqual(
      "sun moon stars sun.1 sun.2 sun.3 moon.1 moon.2 moon.3 stars.1 stars.2 stars.3 blank null voters".split(" "),
    );
    expect(await actaJson(data, "station", "N01", "--contest", "congress-south")).toMatchObject({
      state: null,
      status: null,
    });
  });

  test("sheets and candidates leave by export as they came", async () => {
    const out = join(data, "north.csv");
    const ran = await acta(data, "export", "--contest", "congress-north", "--level", "station", "--out", out);
    expect(ran).toMatchObject({ code: 0, err: "" });
    const exported = rowsOf(out, "utf8", ",");
    const byStation = new Map(exported.map((row) => [row["station"], row]));
    const written = congress.filter((row) => row["contest"] === "NORTH");
    expect(written.length).toBe(4 * (3 * 4 + 2));
    for (const { station, list, candidate, votes: count } of written) {
      const other = list === "blank" ? "blankVotes" : list === "null" ? "nullVotes" : `votes.${list}`;
      const column = candidate === "list" ? other : `preferential.${list}.${candidate}`;
      expect(byStation.get(station)?.[column], `${station} ${column}`).toBe(count);
    }
  });

  test("a word for a contest that nothing reads, and votes where a station does not vote, are refused, not lost", async () => {
    const folder = newFolder();
    const changed = readFileSync(example("two-valleys", "congress.csv"), "utf8");
    const misspelt = changed.replace("N01,NORTH,sun,list", "N01,NORHT,sun,list");
    writeFileSync(join(folder, "congress.csv"), misspelt);
    const file = ["--source", example("two-valleys", "president.csv"), "--source", "congress.csv"];
    const first = await acta(folder, "import", definition, ...file);
    expect(first.code).toBe(1);
    expect(first.err).toContain("a contest that no sheet of the definition reads: «NORHT»");
    writeFileSync(join(folder, "congress.csv"), `${changed}N01,SOUTH,sun,list,9,170,counted\n`);
    const second = await acta(folder, "import", definition, ...file);
    expect(second.code).toBe(1);
    expect(second.err).toContain("votes in a contest in which this station does not vote");
    expect((await acta(folder, "results")).code).toBe(1);
    dropFolder(folder);
  });

  test("a candidate that the list does not have, and preferences for blank votes, are refused", async () => {
    const folder = newFolder();
    const changed = readFileSync(example("two-valleys", "congress.csv"), "utf8");
    for (const [row, seen] of [
      ["N01,NORTH,sun,4,1,170,counted", "sun / 4"],
      ["N01,NORTH,blank,1,1,170,counted", "blank / 1"],
      ["N01,NORTH,sun,first,1,170,counted", "sun / first"],
      ["S05,SOUTH,stars,list,1,170,counted", "stars"],
    ] as const) {
      writeFileSync(join(folder, "congress.csv"), `${changed}${row}\n`);
      const ran = await acta(
        folder,
        "import",
        definition,
        "--source",
        example("two-valleys", "president.csv"),
        "--source",
        "congress.csv",
      );
      expect(ran.code).toBe(1);
      expect(ran.err).toContain(`an option that the definition does not know: «${seen}»`);
    }
    dropFolder(folder);
  });

  test("rows of one station that contradict each other in status or in what they repeat are refused", async () => {
    const folder = newFolder();
    const changed = readFileSync(example("two-valleys", "congress.csv"), "utf8");
    const [, voters] = /N01,NORTH,null,list,\d+,(\d+),counted/.exec(changed) ?? [];
    writeFileSync(
      join(folder, "congress.csv"),
      changed.replace(/(N01,NORTH,null,list,\d+),\d+,/, `$1,${Number(voters) + 1},`),
    );
    const ran = await acta(
      folder,
      "import",
      definition,
      "--source",
      example("two-valleys", "president.csv"),
      "--source",
      "congress.csv",
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("the station stands twice with other figures");
    dropFolder(folder);
  });
});

test("every definition of examples/ is marked as made up", () => {
  for (const folder of ["norland", "altamira", "two-valleys"])
    expect(readFileSync(example(folder, "election.yaml"), "utf8")).toContain("provenance: synthetic");
});
