import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bulletinsIn, electionIn, indexOf, openFolder, openFolderToWrite } from "../store/index.js";
import { checkBulletins, mergeBulletins } from "acta/tabulation";
import { parseInstant } from "acta/basics";
import type { MergedBulletin } from "acta/tabulation";
import { dropFolder, newFolder } from "../../../../scripts/acta-desk.js";
import { importBulletins, loadDefinition, matchFiles } from "./index.js";
import type { BulletinReport } from "./index.js";

const DEFINITION = `
format: acta-election/1
id: made-up
name: Made up
date: 2021-06-06
timeZone: America/Lima
provenance: synthetic
authority: { name: Nobody }
options: [{ id: a, name: A, aliases: ["014"] }, { id: b, name: B, aliases: ["007"] }]
contests: [{ id: president, name: President, options: [a, b], outcome: { rule: plurality } }]
trees:
  - id: geographic
    name: Geography
    root: { code: X, level: country, name: X }
    levels: [{ id: district, name: District }]
statuses: [{ id: counted, state: counted, words: [[C]] }]
bulletins:
  - id: series
    title: Series
    contest: president
    parts:
      - id: summary
        asOf: { columns: [day, hour], offset: "-05:00" }
        oneMoment: true
        values: { thousands: "," }
        area: { code: code, names: [name] }
        figures: { counted: counted, stations: stations, shareCounted: percent }
      - id: results
        asOf: { columns: [day, hour], offset: "-05:00" }
        oneMoment: true
        area: { names: [name] }
        long: { column: list, value: votes, words: { TOTAL: validVotes, IGNORED: "" } }
`;

const SUMMARY = `day,hour,code,name,counted,stations,percent
2021-06-08,11:15,01,UNO,"1,200","2,400",50.000
2021-06-08,11:15,02,DOS,3,4,75.000
`;
const RESULTS = `day,hour,name,list,votes
2021-06-08,11:15,UNO,014,7
2021-06-08,11:15,UNO,007,5
2021-06-08,11:15,UNO,TOTAL,12
2021-06-08,11:15,UNO,IGNORED,x
2021-06-08,11:15,DOS,014,1
`;

let folder = "";

beforeEach(() => {
  folder = newFolder();
  writeFileSync(join(folder, "definition.yaml"), DEFINITION);
});
afterEach(() => dropFolder(folder));

async function importTexts(
  files: Readonly<Record<string, string>>,
  definition = "definition.yaml",
): Promise<BulletinReport | string> {
  const loaded = loadDefinition(join(folder, definition));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const matching = await matchFiles(loaded.value.election, paths);
  if (!matching.ok) throw new Error(JSON.stringify(matching.problem));
  const data = openFolderToWrite(join(folder, "data"));
  if (!data.ok) throw new Error(JSON.stringify(data.problem));
  const now = parseInstant("2026-01-02T12:00Z");
  if (now === undefined) throw new Error("no moment");
  try {
    const report = await importBulletins({
      folder: data.value,
      definition: loaded.value,
      matching: matching.value,
      asOf: null,
      now: () => now,
      progress: () => undefined,
    });
    return report.ok ? report.value : `${report.problem.code} ${JSON.stringify(report.problem.context)}`;
  } finally {
    data.value.close();
  }
}

function recorded(): readonly MergedBulletin[] {
  const data = openFolder(join(folder, "data"));
  if (!data.ok) throw new Error(data.problem.code);
  try {
    const index = indexOf(data.value);
    const election = index.ok ? electionIn(data.value, index.value, undefined) : index;
    const bulletins = election.ok ? bulletinsIn(data.value, election.value) : election;
    return mergeBulletins(bulletins.ok ? bulletins.value : []);
  } finally {
    data.value.close();
  }
}

const figuresOf = (bulletin: MergedBulletin | undefined) => bulletin?.rows.map((row) => [row.area, row.figures]);

describe("importBulletins", () => {
  test("files of one moment become one bulletin; names are learnt from the file that also has codes", async () => {
    const report = await importTexts({ "results.csv": RESULTS, "summary.csv": SUMMARY });
    expect(report).toMatchObject({
      // ledger 2, definition 2, two sources 4, bulletin 1 + 2 areas
      entries: 11,
      series: [
        {
          series: "series",
          moments: 1,
          written: 1,
          rows: 2,
          areas: 2,
          refused: 0,
          from: "2021-06-08T16:15:00Z",
          findings: [],
        },
      ],
    });
    const [bulletin, ...more] = recorded();
    expect(more).toEqual([]);
    expect(figuresOf(bulletin)).toEqual([
      ["01", { counted: 1200, shareCounted: 500_000, stations: 2400, validVotes: 12, "votes.a": 7, "votes.b": 5 }],
      ["02", { counted: 3, shareCounted: 750_000, stations: 4, "votes.a": 1 }],
    ]);
  });

  test("what was said before is not written again; a further file of the same moment adds to it", async () => {
    await importTexts({ "summary.csv": SUMMARY });
    expect(await importTexts({ "summary.csv": SUMMARY })).toMatchObject({
      entries: 0,
      series: [{ written: 0, moments: 1 }],
    });
    // source 2, bulletin 1 + 2 areas: the ledger, the definition and the summary are there.
    expect(await importTexts({ "results.csv": RESULTS, "summary.csv": SUMMARY })).toMatchObject({ entries: 5 });
    expect(recorded()).toHaveLength(1);
    expect(recorded()[0]?.sources).toHaveLength(2);
  });

  test("the same moment with other figures is B104; both stay with their source", async () => {
    await importTexts({ "summary.csv": SUMMARY });
    const report = await importTexts({ "other.csv": SUMMARY.replace(",3,4,75", ",4,4,100") });
    expect(report).toMatchObject({
      series: [
        {
          written: 1,
          findings: [
            { code: "B104", area: "02" },
            { code: "B104", area: "02" },
          ],
        },
      ],
    });
    const both = recorded();
    expect(both.map((each) => each.rows[1]?.figures["counted"])).toEqual([3, 4]);
    expect(new Set(both.flatMap((each) => each.sources)).size).toBe(2);
  });

  test("a file that must be of one moment and is of two is kept as torn, each row with its moment", async () => {
    const report = await importTexts({ "summary.csv": SUMMARY.replace("11:15,02", "11:45,02") });
    expect(report).toMatchObject({ series: [{ moments: 1, findings: [{ code: "B102" }] }] });
    const [torn] = recorded();
    expect(torn).toMatchObject({ torn: true, asOf: "2021-06-08T16:45:00Z" });
    expect(torn?.rows.map((row) => [row.area, row.asOf])).toEqual([
      ["01", "2021-06-08T16:15:00Z"],
      ["02", null],
    ]);
  });

  test.each([
    ["an area that nobody knows", RESULTS.replace("DOS", "TRES"), "unknownArea"],
    ["an option that the definition does not know", RESULTS.replace("DOS,014", "DOS,099"), "unknownWord"],
    ["a figure that is no count", RESULTS.replace("014,7", "014,7.5"), "notACount"],
    ["a moment that cannot be read", RESULTS.replace("2021-06-08,11:15,DOS", "8 June,11:15,DOS"), "badMoment"],
    ["an area said twice with other figures", `${RESULTS}2021-06-08,11:15,DOS,014,2\n`, "areaTwiceDifferent"],
  ])("%s refuses the import and leaves the row in the quarantine", async (_, results, reason) => {
    const problem = await importTexts({ "results.csv": results, "summary.csv": SUMMARY });
    expect(problem).toContain("import.tooManyRefused");
    expect(problem).toContain(`"reason":"${reason}"`);
    expect(recorded()).toEqual([]);
    const path = /"quarantine":"([^"]+)"/.exec(String(problem))?.[1] ?? "";
    expect(readFileSync(path, "utf8")).toContain(reason);
  });

  test("where the series allows it, refused rows stay aside and the rest is recorded", async () => {
    writeFileSync(
      join(folder, "patient.yaml"),
      DEFINITION.replace(
        "    contest: president\n    parts",
        "    contest: president\n    refusedLimit: 1/5\n    parts",
      ),
    );
    const report = await importTexts(
      { "results.csv": RESULTS.replace("DOS", "TRES"), "summary.csv": SUMMARY },
      "patient.yaml",
    );
    expect(report).toMatchObject({ series: [{ refused: 1, rows: 2 }] });
  });

  test("without a bulletin file it says so", async () => {
    expect(await importTexts({})).toContain("import.noBulletins");
  });

  test("bulletins of a folder without a roll can be checked", async () => {
    await importTexts({ "summary.csv": SUMMARY });
    const loaded = loadDefinition(join(folder, "definition.yaml"));
    if (loaded.ok) expect(checkBulletins(loaded.value.election, undefined, recorded())).toEqual([]);
  });
});
