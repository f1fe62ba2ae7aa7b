import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { root } from "../../../../../scripts/workshop.mjs";
import { importSample, sampleCsv } from "../../import/sample-import.js";

// The Seven Islands (examples/): two levels, three options, no election before, and nothing but a table by parish.

const islands = join(root, "examples", "seven-islands");
const definition = join(islands, "election.yaml");
const night = readFileSync(join(islands, "night.csv"), "utf8");
const final = readFileSync(join(islands, "final.csv"), "utf8");
let work = "";
beforeAll(() => {
  work = newFolder();
});
afterAll(() => dropFolder(work));

const rowsOf = (table: string): readonly (readonly string[])[] =>
  table
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
/** A table of the night with some cells changed. */
const changed = (change: (cells: string[], at: number) => readonly string[]): string =>
  `${rowsOf(night)
    .map((cells, at) => change([...cells], at).join(","))
    .join("\n")}\n`;
const without = (name: string): string => {
  const column = rowsOf(night)[0]?.indexOf(name) ?? -1;
  return changed((cells) => cells.filter((_, at) => at !== column));
};
const withCell = (row: number, name: string, value: string): string => {
  const column = rowsOf(night)[0]?.indexOf(name) ?? -1;
  return changed((cells, at) => cells.map((cell, each) => (at === row && each === column ? value : cell)));
};

function write(table: string, name = "table.csv"): string {
  writeFileSync(join(work, name), table);
  return name;
}

const projected = (table: string, ...more: readonly string[]) =>
  actaJson(work, "project", "--definition", definition, "--totals", write(table), ...more);

/** The one line in which the command says why not, in English; in Spanish it is another. */
async function refused(...given: readonly string[]): Promise<string> {
  const said = await acta(work, "project", ...given);
  const spanish = await acta(work, "project", ...given, "--lang", "es");
  expect([said.code, said.out, said.err.trimEnd().split("\n").length], said.err).toEqual([1, "", 1]);
  expect(spanish.err).not.toBe(said.err);
  expect(`${said.err}${spanish.err}`).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  return said.err.trimEnd();
}

const refusedTable = (table: string, ...more: readonly string[]): Promise<string> =>
  refused("--definition", definition, "--totals", write(table), ...more);

describe("acta project --totals in a country of three options without sheets", () => {
  test("projects all options with intervals that hold the end, nearer than the count, and says who is second", async () => {
    const [told, end] = [await projected(night), await projected(final)];
    expect(told).toMatchObject({ schema: "acta-projection/1", kind: "projection", edition: null, threeWay: true });
    expect(told.base).toMatchObject({ stations: 823, counted: 530, referred: 16, pending: 277 });
    const share = (of: { options: { counted: number }[] }, at: number): number =>
      (of.options[at]?.counted ?? 0) / of.options.reduce((sum, { counted }) => sum + counted, 0);
    for (const [at, option] of told.options.entries()) {
      expect(option.interval90[0]).toBeLessThan(end.options[at].counted);
      expect(option.interval90[1]).toBeGreaterThan(end.options[at].counted);
      expect(Math.abs(option.ofValid - share(end, at))).toBeLessThan(Math.abs(share(told, at) - share(end, at)));
    }
    const runoff = told.options.map(({ pRunoff }: { pRunoff: number }) => pRunoff);
    expect(runoff.reduce((sum: number, each: number) => sum + each, 0)).toBeCloseTo(2, 6);
    expect(runoff[0]).toBeGreaterThan(0.995);
    // The count says that the third is out; the projection says that it is not settled.
    expect(runoff[2]).toBeGreaterThan(0.01);
    expect(runoff[2]).toBeLessThan(0.3);
  });

  test("equals the count with width 0 when every area is complete", async () => {
    const end = await projected(final);
    expect(end.margin).toMatchObject({ expected: 19_632, sd: 0, interval99: [19_632, 19_632] });
    for (const { counted, expected, sd } of end.options) expect([expected, sd]).toEqual([counted, 0]);
  });

  test("does not depend on the order of rows and columns, and its areas add up", async () => {
    const [header = [], ...rows] = rowsOf(night);
    const turned = [header, ...rows.toReversed()].map((cells) => cells.toReversed().join(",")).join("\n");
    const told = await projected(night);
    expect((await projected(turned)).margin).toEqual(told.margin);
    const level = (id: string): number =>
      told.areas
        .filter((area: { level: string }) => area.level === id)
        .reduce((sum: number, area: { options: { expected: number }[] }) => sum + (area.options[0]?.expected ?? 0), 0);
    expect(level("island")).toBeCloseTo(told.options[0].expected, 0);
    expect(level("parish")).toBeCloseTo(told.options[0].expected, 0);
  });

  test("works without registered voters, and says that it does not know them", async () => {
    const told = await projected(without("registered"));
    const known = await projected(night);
    expect(told.base).toMatchObject({ registered: null, registeredCounted: null });
    expect(told.bound.mostVotes).toBeNull();
    expect(Math.abs(told.margin.ofValid.expected - known.margin.ofValid.expected)).toBeLessThan(0.01);
    const said = await acta(work, "project", "--definition", definition, "--totals", write(without("registered")));
    expect(said.out).toContain("registered voters not known");
    expect(said.out).not.toMatch(/NaN|has \d+ registered/);
  });

  test("says what it costs, in both languages", async () => {
    const given = ["project", "--definition", definition, "--totals", write(night)] as const;
    expect((await acta(work, ...given)).out).toContain("Totals by area only (60 rows), no stations");
    expect((await acta(work, ...given, "--lang", "es")).out).toContain("Solo totales por área (60 filas), sin mesas");
  });

  test("takes a previous contest as a table, whose lists may be others", async () => {
    const before = changed((cells, at) => {
      const [island = "", , code = "", , , , , registered = "", one = "", two = ""] = cells;
      return at === 0
        ? ["island", "parish", "lantern", "old list", "registered"]
        : [island, code, one, two, registered];
    });
    const told = await projected(night, "--previous-totals", write(before, "before.csv"));
    expect(told.assumptions).toContainEqual(
      expect.objectContaining({ code: "assume.previousTotals", context: expect.objectContaining({ none: 0 }) }),
    );
  });

  test("takes an island as a whole where its parishes are not told, with a spread of its own", async () => {
    const [header = [], ...rows] = rowsOf(night);
    const [first = [], ...others] = rows.filter(([island]) => island === "B");
    const sum = first.map((cell, at) =>
      at < 4 ? cell : String([first, ...others].reduce((total, row) => total + Number(row[at]), 0)),
    );
    const whole = ["B", "Brine", "", "", ...sum.slice(4)];
    const table = [header, ...rows.filter(([island]) => island !== "B"), whole].map((row) => row.join(",")).join("\n");
    const [told, parts] = [await projected(table), await projected(night)];
    expect(told.base).toMatchObject({ stations: 823, counted: 530, referred: 16, pending: 277, registered: 222_547 });
    expect(told.areas.filter(({ code }: { code: string }) => code === "B")).toHaveLength(1);
    const spread = ({ areas }: typeof told) => areas.find(({ code }: { code: string }) => code === "B").margin.sd;
    expect(spread(told)).toBeGreaterThan(spread(parts));
  });
});

describe("acta project --totals where a whole domain has nothing counted and nothing before it", () => {
  const domains = `format: acta-election/1
id: two-worlds
name: Two worlds
date: 2033-01-01
timeZone: UTC
provenance: synthetic
authority: { name: Authority }
options: [{ id: a, name: Ana }, { id: b, name: Beto }]
contests: [{ id: c, name: C, options: [a, b], outcome: { rule: plurality } }]
trees: [{ id: t, name: T, root: { code: X, level: country, name: X }, levels: [{ id: region, name: Region }] }]
groups:
  - { id: home, name: Home, tree: t, except: [Z] }
  - { id: away, name: Away, tree: t, areas: [Z] }
statuses: [{ id: counted, state: counted }]
projection: { domains: [home, away] }
`;
  const header = "region,a,b,sheets,counted,registered";
  const home = Array.from({ length: 12 }, (_, at) => `R${at},${4000 + 137 * at},${4500 - 91 * at},60,${50 - at},15000`);
  const table = (away: string): string => `${[header, ...home, away].join("\n")}\n`;
  const told = (text: string) => {
    writeFileSync(join(work, "worlds.yaml"), domains);
    return actaJson(work, "project", "--definition", "worlds.yaml", "--totals", write(text), "--seed", "2");
  };

  test("tells a range and no chance; with something counted there, both", async () => {
    const blind = await told(table("group:away,0,0,400,0,100000"));
    expect(blind.pLead).toBeNull();
    expect(blind.assumptions).toContainEqual({ code: "assume.rangeOnly", context: {} });
    expect(blind.margin.interval90[0]).toBeLessThan(blind.margin.interval90[1]);
    const seen = await told(table("group:away,9000,8000,400,200,100000"));
    expect(seen.pLead).toBeGreaterThan(0);
    expect(seen.assumptions).toContainEqual({ code: "assume.totalsWide", context: { areas: 1 } });
    expect(seen.margin.sd).toBeLessThan(blind.margin.sd);
  });

  test("refuses a domain that the definition does not name", async () => {
    writeFileSync(join(work, "worlds.yaml"), domains);
    const given = ["--definition", "worlds.yaml", "--totals", write(table("group:moon,0,0,4,0,10"))];
    expect(await refused(...given)).toContain("group:moon is no domain of this definition");
  });
});

describe("acta project --totals with a data folder", () => {
  const header = "district,a,b,sheets,counted";
  beforeAll(async () => {
    const done = await importSample(
      work,
      join(work, "data"),
      sampleCsv(150).replaceAll(",300,", ",900,"),
      "2026-03-01T20:00Z",
    );
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  });

  test("knows areas and voters from the roll, and takes what is not listed as not counted at all", async () => {
    const told = await actaJson(
      work,
      "project",
      "--data",
      "data",
      "--totals",
      write(`${header}\nN,3000,6000,100,70\n`),
    );
    expect(told.base).toEqual({
      stations: 150,
      counted: 70,
      referred: 0,
      pending: 80,
      registered: 135_000,
      registeredCounted: 63_000,
    });
    expect(told.assumptions).toContainEqual({ code: "assume.totalsUnlisted", context: { areas: 1 } });
    expect(told.margin.of).toBe("b");
  });

  test("refuses an area that is not on the roll", async () => {
    const table = write(`${header}\nN,3000,6000,100,70\nQ,1,1,1,1\n`);
    expect(await refused("--data", "data", "--totals", table)).toContain(
      "table.csv:3: there is no area Q (Q) on the roll",
    );
  });
});

describe("a table by area is refused with one line, where and what to do", () => {
  const first = `table.csv:2:`;
  test.each([
    ["more counted than sheets", withCell(1, "counted", "41"), `${first} A01 has 41 counted sheets of 40`],
    ["more at a tribunal than open", withCell(1, "referred", "9"), `${first} A01 has 9 sheets at a tribunal`],
    ["votes above the registered", withCell(1, "anchor", "99999"), `${first} A01 has 103,802 votes and only 10,930`],
    ["votes without a counted sheet", withCell(1, "counted", "0"), `${first} A01 has 6,174 votes and no counted sheet`],
    ["an area twice", withCell(2, "parish", "A01"), "table.csv:3: A01 stands here and at table.csv:2"],
    ["an area inside another", withCell(2, "parish", ""), "A01 lies in A, which table.csv:3 tells as a whole"],
    ["a row without area", withCell(1, "island", ""), `${first} the row names no area`],
    ["a domain that is none", withCell(1, "island", "group:x").replace(/^(group:x,[^,]*),A01/m, "$1,"), "no domain"],
    ["a share that is no number", withCell(1, "lantern", "44.5"), `${first} lantern takes a whole number`],
    ["a percentage", withCell(1, "lantern", "44 %"), `${first} lantern takes a whole number`],
    ["thousands with a comma", night.replace("2433", '"2,433"'), `${first} lantern takes a whole number`],
    ["an empty cell", withCell(1, "sheets", ""), `${first} sheets is empty`],
    ["a negative number", withCell(1, "heron", "-3"), `${first} heron takes a whole number`],
    ["no column of sheets", without("sheets"), "table.csv: there is no column sheets"],
    ["no column of counted sheets", without("counted"), "there is no column counted"],
    ["no column of an option", without("heron"), "there is no column heron"],
    ["no column of the first level", without("island"), "there is no column island"],
    ["a column that means nothing", night.replace("registered", "registred"), "column registred means nothing here"],
    ["a cell too many", night.replace("2433", "2433,1"), `${first} the row does not have as many cells`],
    [
      "a name that a terminal would obey",
      night.replace("Albacore Anchorage", "\u001B[31mx"),
      `${first}  [31mx is no code`,
    ],
    ["a digit too many", withCell(1, "lantern", "9".repeat(20)), `${first} lantern takes a whole number`],
    ["no rows", `${night.split("\n")[0]}\n`, "table.csv: the table has no rows"],
    [
      "no valid vote",
      changed((cells, at) => (at === 0 ? cells : [...cells.slice(0, 8), "0", "0", "0"])),
      "no counted sheet has a valid vote",
    ],
    [
      "all votes for one option",
      changed((cells, at) => (at === 0 ? cells : [...cells.slice(0, 9), "0", "0"])),
      "all counted votes are for lantern",
    ],
    [
      "under one percent of the registered voters",
      changed((cells, at) =>
        at === 0 ? cells : at === 1 ? [...cells.slice(0, 7), "30000000", ...cells.slice(8)] : cells,
      )
        .replace("A,Albacore,A01,Albacore Anchorage,40,36", "A,Albacore,A01,Albacore Anchorage,40,0")
        .replace("30000000,2433,2371,1370", "30000000,0,0,0"),
      "0.44 % of the registered voters",
    ],
    [
      "under 30 sheets",
      changed((cells, at) =>
        at < 2 ? cells : [...cells.slice(0, 5), "0", "0", cells[7] ?? "", "0", "0", "0"],
      ).replace("A01,Albacore Anchorage,40,36", "A01,Albacore Anchorage,40,29"),
      "29 of 823 stations are counted",
    ],
  ])("%s", async (_what, table, said) => {
    expect(await refusedTable(table)).toContain(said);
  });

  test("a previous contest that is another, or not a table of votes", async () => {
    const before = (text: string): string => write(text, "before.csv");
    const header = "island,parish,lantern,registered";
    const ask = (text: string): Promise<string> => refusedTable(night, "--previous-totals", before(text));
    expect(await ask(`${header}\nZ,Z01,10,20\n`)).toContain("the previous contest matches 0 of");
    expect(await ask(`${header}\nA,A01,30,20\n`)).toContain(
      "before.csv:2: A01 has 30 ballots and 20 registered voters",
    );
    expect(await ask(`${header}\nA,A01,3,20\nA,A01,4,20\n`)).toContain(
      "before.csv:3: A01 stands here and at before.csv:2",
    );
    expect(await ask("island,parish,lantern\nA,A01,3\n")).toContain("there is no column registered");
  });

  test("flags that do not go together", async () => {
    const table = write(night);
    expect(await refused("--definition", definition)).toContain("--definition needs --totals FILE");
    expect(await refused("--previous-totals", table)).toContain("--previous-totals needs --totals FILE");
    expect(await refused("--definition", definition, "--totals", table, "--backtest")).toContain("do not go together");
    expect(await refused("--definition", definition, "--totals", table, "--orders", "5")).toContain("--backtest");
    expect(await refused("--definition", definition, "--totals", table, "--at", "3")).toContain("do not go together");
    expect(await refused("--definition", definition, "--totals", table, "--previous", "x")).toContain(
      "--previous and --definition do not go together",
    );
  });

  test("anything before the hour until which the law keeps projections back", async () => {
    const hold = 'publishNotBefore: [{ product: projection, moment: "2033-06-11T19:00+12:00", article: "art. 9" }]';
    writeFileSync(join(work, "held.yaml"), `${readFileSync(definition, "utf8")}\n${hold}\n`);
    expect(await refused("--definition", "held.yaml", "--totals", write(night))).toContain("2033-06-11 19:00");
  });

  test("a file that is not there, and a definition that is none", async () => {
    expect(await refused("--definition", definition, "--totals", "nowhere.csv")).toContain("nowhere.csv");
    expect(await refused("--definition", "nowhere.yaml", "--totals", write(night))).toContain("nowhere.yaml");
  });
});
