import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { importSample, sampleCsv, sampleDefinition } from "../../import/sample-import.js";

// A made-up country of 150 stations in two districts (N has 100, S 50); its runoff continues a first round with the same stations.

let work = "";
const write = (name: string, text: string): void => writeFileSync(join(work, name), text);
const runoff = sampleDefinition(
  "follows: { election: first, stationsMatch: true }\n    refusedLimit: 0/1".split("\n    ")[1],
  "runoff",
).replace("date: 2026-02-01", "date: 2026-03-01\nfollows: { election: first, stationsMatch: true }");

beforeAll(async () => {
  work = newFolder();
  for (const [definition, more] of [
    [sampleDefinition(undefined, "first"), 40],
    [runoff, 0],
  ] as const) {
    const done = await importSample(
      work,
      join(work, "data"),
      sampleCsv(150, more).replaceAll(",300,", ",900,"),
      "2026-03-01T20:00Z",
      definition,
    );
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
  }
});
afterAll(() => dropFolder(work));

const data = ["--data", "data"] as const;

/** The one line in which a command that fails says why, in English; in Spanish it is another. */
async function refused(...given: readonly string[]): Promise<string> {
  const said = await acta(work, "quick-count", ...given);
  const spanish = await acta(work, "quick-count", ...given, "--lang", "es");
  expect([said.code, said.out, said.err.trimEnd().split("\n").length], said.err).toEqual([1, "", 1]);
  expect(spanish.err).not.toBe(said.err);
  expect(`${said.err}${spanish.err}`).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  return said.err.trimEnd();
}

/** Draws a sample into a file of its own. */
async function drawn(out: string, ...more: readonly string[]) {
  return actaJson(
    work,
    "quick-count",
    "design",
    ...data,
    "--stations",
    "40",
    "--by",
    "district",
    "--seed",
    "7",
    "--out",
    out,
    ...more,
  );
}

/** The form of a sample with the votes of an edition's sheets, as its people would fill it in; `change` edits its rows. */
function filled(
  form: string,
  change: (cells: string[], at: number) => readonly string[] | null = (cells) => cells,
): string {
  const [header = "", ...rows] = readFileSync(join(work, form), "utf8").trimEnd().split("\n");
  const made = rows.flatMap((row, at) => {
    const cells = row.split(",");
    const station = Number(cells[0]) - 1;
    const votes = [String(station), String(2 * station)];
    const kept = change([...cells.slice(0, -3), ...votes, "20:15"], at);
    return kept === null ? [] : [kept.join(",")];
  });
  return `${[header, ...made].join("\n")}\n`;
}

describe("acta quick-count design", () => {
  test("writes a form to fill in and the design beside it: the same seed draws the same stations", async () => {
    const design = await drawn("one.csv");
    expect(design).toMatchObject({
      schema: "acta-quick-count-design/1",
      provenance: "synthetic",
      stations: 40,
      strata: [
        { code: "N", units: 100, drawn: 27 },
        { code: "S", units: 50, drawn: 13 },
      ],
      expected: { election: "first", between: ["b", "a"] },
    });
    await drawn("two.csv");
    expect(readFileSync(join(work, "two.csv"), "utf8")).toBe(readFileSync(join(work, "one.csv"), "utf8"));
    await drawn("three.csv", "--allocation", "neyman");
    const other = await actaJson(
      work,
      "quick-count",
      "design",
      ...data,
      "--stations",
      "40",
      "--seed",
      "8",
      "--out",
      "four.csv",
    );
    expect(other.strata).toHaveLength(1);
    expect(readFileSync(join(work, "four.csv"), "utf8")).not.toBe(readFileSync(join(work, "one.csv"), "utf8"));
  });

  test("says what error to expect, and draws as many as an error needs", async () => {
    const ran = await acta(
      work,
      "quick-count",
      "design",
      ...data,
      "--error",
      "3",
      "--by",
      "district",
      "--out",
      "five.csv",
    );
    expect(ran.err).toBe("");
    expect(ran.out).toMatch(/Expected margin of error of the difference \(95 %\): ±2\.\d\d points/);
    expect(ran.out).toContain("Next: acta quick-count five.csv --design five.json");
  });

  test("never writes over a form", async () => {
    await drawn("six.csv");
    expect(await refused("design", ...data, "--stations", "40", "--out", "six.csv")).toContain(
      "it is not written over",
    );
  });

  test.each([
    ["more stations than there are", ["--stations", "500"], "500 units are more than there are (150)"],
    ["fewer than two of each stratum", ["--stations", "3", "--by", "district"], "3 units are too few for 2 strata"],
    ["no size", [], "Say how many"],
    ["size and error", ["--stations", "30", "--error", "2"], "Say how many"],
    [
      "a level that is none",
      ["--stations", "30", "--by", "parish"],
      "there is no level parish (known: district, none)",
    ],
    ["a rule that is none", ["--stations", "30", "--allocation", "best"], "--allocation best is not known"],
    ["a previous contest that is not there", ["--stations", "30", "--previous", "elsewhere"], "elsewhere"],
    [
      "no previous contest to know the spread from",
      ["--stations", "30", "--election", "first", "--allocation", "neyman"],
      "no previous contest",
    ],
  ])("refuses %s and writes nothing", async (_what, given, said) => {
    expect(await refused("design", ...data, ...given, "--out", "never.csv")).toContain(said);
    expect(existsSync(join(work, "never.csv"))).toBe(false);
  });
});

describe("acta quick-count", () => {
  test("reads the filled form, and the edition's own sheets, alike", async () => {
    await drawn("seven.csv");
    write("full.csv", filled("seven.csv"));
    const form = await actaJson(work, "quick-count", "full.csv", "--design", "seven.json", ...data);
    const own = await actaJson(work, "quick-count", "seven.json", ...data);
    expect(form.options).toEqual(own.options);
    expect(form).toMatchObject({
      schema: "acta-quick-count/1",
      base: "validVotes",
      sample: { stations: 40, came: 40 },
    });
    // Every station of this country gives b twice the votes of a: nothing varies but size, and the estimate is exact.
    expect(form.options[0]).toMatchObject({ option: "b" });
    expect(form.options[0].share).toBeCloseTo(2 / 3, 12);
    expect(form.checks.bootstrap.replicates).toBe(1_000);
  });

  test("calibrates on the previous contest, and says on what", async () => {
    const ran = await acta(work, "quick-count", "design", ...data, "--stations", "130", "--out", "eight.csv");
    expect(ran.err).toBe("");
    const told = await acta(work, "quick-count", "eight.json", ...data, "--calibrate");
    expect(told.out).toContain(
      "Weights calibrated on 3 covariates of the frame from first (150 of 150 stations with a sheet of their own there).",
    );
    expect(await refused("seven.json", ...data, "--calibrate")).toContain("40 units are too few for a calibration");
  });

  test("names what has not come, and widens for it", async () => {
    write(
      "part.csv",
      filled("seven.csv", (cells, at) => (at % 5 === 0 ? [...cells.slice(0, -3), "", "", ""] : cells)),
    );
    const ran = await acta(work, "quick-count", "part.csv", "--design", "seven.json", ...data, "--bootstrap", "0");
    expect(ran.out).toContain("Quick count: 32 of 40 sheets of the sample have come; frame: 150 stations");
    expect(ran.out).toContain("8 sheets have not come");
    expect(ran.out).toContain("it is assumed that a share in them is within 2.0 points");
    expect(ran.out).not.toContain("Bootstrap");
    // A row that was deleted is a sheet that has not come, not a smaller sample.
    write(
      "short.csv",
      filled("seven.csv", (cells, at) => (at % 5 === 0 ? null : cells)),
    );
    const short = await actaJson(work, "quick-count", "short.csv", "--design", "seven.json", ...data);
    expect(short.sample).toEqual({ stations: 40, came: 32 });
  });

  test("a sample from elsewhere needs no design, and says whose word it takes", async () => {
    const ran = await acta(work, "quick-count", "full.csv", ...data, "--by", "district");
    expect(ran.out).toContain("that is taken from whoever drew it");
    expect(ran.out).toContain("Nothing varies in these sheets, so they show no error");
    expect(ran.out).toContain("SYNTHETIC: made up, not an election");
  });

  test("finds stations whose zeros a spreadsheet took", async () => {
    write(
      "zeros.csv",
      filled("seven.csv", ([code = "", ...cells]) => [String(Number(code)), ...cells]),
    );
    const found = await actaJson(work, "quick-count", "zeros.csv", "--design", "seven.json", ...data);
    expect(found.sample).toEqual({ stations: 40, came: 40 });
  });
});

describe("acta quick-count refuses in one line", () => {
  const row = (text: string): string => filled("seven.csv").replace(/\n.*/, `\n${text}`);

  const bad: readonly (readonly [string, () => string, string])[] = [
    ["a station that is not in the frame", () => row("999999,N,N,,,900,1,2,"), "Station 999999 is not in the frame"],
    [
      "a station twice",
      () => `${filled("seven.csv")}${filled("seven.csv").split("\n")[1] ?? ""}\n`,
      "is in the sample twice",
    ],
    [
      "more votes than voters",
      () => filled("seven.csv", (cells) => [...cells.slice(0, -3), "800", "800", ""]),
      "1,600 votes for 900 registered voters",
    ],
    ["no valid votes", () => filled("seven.csv", (cells) => [...cells.slice(0, -3), "0", "0", ""]), "no valid votes"],
    [
      "no sheet yet",
      () => filled("seven.csv", (cells) => [...cells.slice(0, -3), "", "", ""]),
      "No sheet of the sample has come",
    ],
    [
      "votes that are none",
      () => filled("seven.csv", (cells) => [...cells.slice(0, -3), "many", "2", ""]),
      "many is not a number of votes",
    ],
    [
      "half a row",
      () => filled("seven.csv", (cells) => [...cells.slice(0, -3), "", "2", ""]),
      "write 0, or leave all of them empty",
    ],
    ["no column of an option", () => filled("seven.csv").replace(",a,", ",z,"), "there is no column for a"],
    ["an empty file", () => "", ""],
    [
      "a stratum with one station",
      () => filled("seven.csv", (cells, at) => (cells[1] === "N" || at === 30 ? cells : null)),
      "One sheet out of 50 in the stratum S",
    ],
    [
      "a stratum with no station",
      () => filled("seven.csv", (cells) => (cells[1] === "N" ? cells : null)),
      "no station in the stratum S",
    ],
  ];

  test.each(bad)("%s", async (_what, made, said) => {
    write("bad.csv", made());
    expect(await refused("bad.csv", ...data, "--by", "district")).toContain(said);
  });

  test.each([
    ["a design that is none", "{}", "This is not a sample (acta-sample/1)"],
    ["a design that is no document", "{", "bad.json"],
  ])("%s", async (_what, text, said) => {
    write("bad.json", text);
    expect(await refused("bad.json", ...data)).toContain(said);
  });

  test("a station that was not drawn, another frame, files that are not there", async () => {
    write(
      "more.csv",
      filled("seven.csv", ([code = "", ...cells], at) =>
        at === 0 ? [code === "000002" ? "000003" : "000002", ...cells] : [code, ...cells],
      ),
    );
    expect(await refused("more.csv", "--design", "seven.json", ...data)).toMatch(/was not drawn|twice/);
    const design = JSON.parse(readFileSync(join(work, "seven.json"), "utf8"));
    write("other.json", JSON.stringify({ ...design, strata: [{ code: "N", units: 90, drawn: 27 }, design.strata[1]] }));
    expect(await refused("other.json", ...data)).toContain("90 then, 100 now");
    expect(await refused("nowhere.csv", ...data)).toContain("nowhere.csv");
    expect(await refused("seven.json", ...data, "--bootstrap", "-1")).toContain("--bootstrap -1 is not a whole number");
    expect(await refused("seven.json", ...data, "--missing-bound", "x")).toContain(
      "--missing-bound x is not a percentage",
    );
  });
});

describe("acta quick-count rehearse", () => {
  test("draws every design again and again, and the same seed says the same", async () => {
    const given = ["quick-count", "rehearse", ...data, "--stations", "60", "--repetitions", "40"];
    const first = await actaJson(work, ...given);
    expect(await actaJson(work, ...given)).toEqual(first);
    expect(first).toMatchObject({
      schema: "acta-quick-count-rehearsal/1",
      provenance: "synthetic",
      previous: "first",
      openStations: 0,
    });
    expect(first.designs.map((each: { design: string }) => each.design)).toEqual([
      "simple",
      "strata",
      "simpleCalibrated",
      "strataCalibrated",
      "places",
    ]);
    const ran = await acta(work, ...given);
    expect(ran.out).toContain("40 repetitions of each design");
    expect(await refused("rehearse", ...data, "--stations", "sixty")).toContain(
      "--stations sixty is not a whole number",
    );
  });
});
