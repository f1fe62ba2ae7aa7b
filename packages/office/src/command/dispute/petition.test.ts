import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { sampleCsv, sampleDefinition } from "../../import/sample-import.js";

const HEADER = "petition,case,body,role,party,ground,station,filed,noted,fee";

/** A law of the made-up election: petitions until 3 February at 20:00, a jury of three, a court of three. */
const LAW = {
  format: "acta-law/1",
  id: "sample-law",
  name: "Law of the sample",
  roles: [
    { id: "jury", name: "jury", words: ["Jury"] },
    { id: "court", name: "court", words: ["Court"] },
  ],
  calendar: {
    zone: "UTC",
    offsets: [{ from: "1970-01-01T00:00Z", offset: "Z" }],
    weekend: [6, 7],
    holidays: { "2026": [] },
  },
  units: [{ id: "unit", from: "2026-01-01", to: "2026-12-31", cents: 100_000, currency: "EUR" }],
  convocations: [{ election: "sample", date: "2025-12-01", article: "1" }],
  rules: [
    rule("T1", {
      kind: "term",
      matter: "petition",
      from: "electionDay",
      length: 2,
      unit: "calendarDays",
      closes: "20:00",
    }),
    rule("T2", {
      kind: "term",
      matter: "appeal",
      from: "notification",
      length: 3,
      unit: "workingDays",
      closes: "20:00",
    }),
    rule("T3", { kind: "term", matter: "decide", from: "receipt", length: 3, unit: "calendarDays", closes: "23:59" }),
    rule("F1", { kind: "fee", matter: "petition", part: "1/10", of: "unit", per: "station" }),
    ...["a", "b"].map((ground) =>
      rule(`G${ground}`, {
        kind: "ground",
        ground,
        noted: ground === "a",
        filers: ["legalAgent"],
        term: "petition",
        fee: "petition",
        appeal: "appeal",
        decide: "decide",
        decideAppeal: "decide",
        defects: [
          { lacks: "time", effect: "notExamined" },
          { lacks: "standing", effect: "notExamined" },
          { lacks: "noted", effect: "notExamined" },
          { lacks: "fee", effect: "curable" },
        ],
      }),
    ),
    rule("C1", {
      kind: "certification",
      steps: ["flaggedSheets", "petitions", "appeals", "totals", "certification"],
      first: "jury",
      by: "court",
      terms: [{ matter: "decide", while: "petitions" }],
    }),
    rule("E1", { kind: "endOfTerm", election: "sample", date: "2026-02-06" }),
  ],
};

function rule(id: string, more: Readonly<Record<string, unknown>>) {
  return {
    id,
    article: `art. ${id}`,
    text: id,
    confidence: "high",
    chosenBy: "electionDay",
    validFrom: "2020-01-01",
    ...more,
  };
}

async function newElection(): Promise<string> {
  const work = newFolder();
  writeFileSync(join(work, "election.yaml"), sampleDefinition());
  writeFileSync(join(work, "sheets.csv"), sampleCsv(10));
  await actaJson(work, "import", "election.yaml", "--source", "sheets.csv", "--as-of", "2026-02-01T20:00Z");
  writeFileSync(join(work, "law.json"), JSON.stringify(LAW));
  await actaJson(work, "law", "add", "law.json");
  return work;
}

function docket(work: string, ...rows: readonly string[]): string {
  writeFileSync(join(work, "docket.csv"), [HEADER, ...rows, ""].join("\n"));
  return "docket.csv";
}

const GOOD = "P-1,C-1,Jury North,legal agent,a,b,000001,2026-02-02 10:00,,paid";

describe("a docket", () => {
  let work = "";
  beforeAll(async () => {
    work = await newElection();
  });
  afterAll(() => dropFolder(work));

  test("is not loaded before it is imported, and the list says so", async () => {
    expect((await acta(work, "petition", "list")).out).toMatch(/^Petitions not loaded/);
    expect(await actaJson(work, "petition", "list")).toMatchObject({
      petitions: "notLoaded",
      open: { kind: "notLoaded" },
    });
    expect(await acta(work, "petition", "export", "out.csv")).toMatchObject({ code: 1, err: /Petitions not loaded/ });
  });

  test("enters petitions and cases in one step; what the law will not accept is recorded and told, a line each", async () => {
    const file = docket(
      work,
      GOOD,
      "P-2,C-1,Jury North,legal agent,a,a,2 3,2026-02-03,yes,short",
      "P-3,C-2,Jury South,voter,,b,000004,2026-02-02 10:00,,paid",
      "P-4,C-3,Jury South,legal agent,B,b,000005,2026-02-03 20:01,,paid",
      "P-5,C-4,Jury South,legal agent,B,b,000006,2026-02-03T21:30+02:00,,paid",
    );
    const ran = await acta(work, "petition", "import", file, "--as-of", "2026-02-04");
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("5 petitions, 4 cases");
    expect(ran.out).toMatch(/line 3: .*hour that is not known/);
    expect(ran.out).toMatch(/line 3: the fee is lacking; it can be cured/);
    expect(ran.out).toMatch(/line 4: no standing: filed by a voter; such a petition is not examined/);
    expect(ran.out).toMatch(/line 5: late: filed .*20:01.*ended .*20:00.*\(T1, art\. T1\)/);
    expect(ran.out).toMatch(/line 6: its time is written in another zone \(2026-02-03T21:30\+02:00\): that is .*19:30/);
    const { cases, open } = await actaJson(work, "petition", "list", "--now", "2026-02-04");
    expect(cases.map((each: { state: { kind: string } }) => each.state.kind)).toEqual([
      "filed",
      "filed",
      "filed",
      "filed",
    ]);
    expect(cases[0]).toMatchObject({
      case: "C-1",
      body: "jury:north",
      role: "jury",
      stations: ["000001", "000002", "000003"],
    });
    expect(open.located.map((each: { time: string }) => each.time)).toEqual([
      "inTime",
      "unknown",
      "unknown",
      "inTime",
      "late",
      "inTime",
    ]);
  });

  test("read again, enters nothing; corrected, it replaces what was wrong", async () => {
    const again = await actaJson(work, "petition", "import", "docket.csv");
    expect(again).toMatchObject({ petitions: 0, cases: 0, unchanged: 5, entered: [] });
    const corrected = await actaJson(work, "petition", "import", docket(work, GOOD.replace("000001", "000007")));
    expect(corrected).toMatchObject({ petitions: 1, corrected: 1, cases: 1 });
    const { cases } = await actaJson(work, "petition", "list");
    expect(cases[0].stations).toEqual(["000002", "000003", "000007"]);
    expect(cases[0].petitions.map((each: { petition: string }) => each.petition).toSorted()).toEqual(["P-1", "P-2"]);
  });

  test("is filtered by body, ground, filer and state; another state is refused", async () => {
    const numbers = async (...flags: readonly string[]): Promise<readonly string[]> =>
      (await actaJson(work, "petition", "list", ...flags)).cases.map((each: { case: string }) => each.case);
    expect(await numbers("--body", "Jury South")).toEqual(["C-2", "C-3", "C-4"]);
    expect(await numbers("--body", "jury")).toHaveLength(4);
    expect(await numbers("--ground", "a")).toEqual(["C-1"]);
    expect(await numbers("--filer", "b")).toEqual(["C-3", "C-4"]);
    expect(await numbers("--state", "final")).toEqual([]);
    expect(await acta(work, "petition", "list", "--state", "lost")).toMatchObject({ code: 1, err: /no state lost/ });
  });

  test("goes out as CSV and XLSX and comes back as it was, in both languages", async () => {
    for (const [file, language] of [
      ["out.csv", "en"],
      ["out.csv", "es"],
      ["out.xlsx", "en"],
      ["out.xlsx", "es"],
    ] as const) {
      await actaJson(work, "petition", "export", file, "--lang", language);
      const back = await actaJson(work, "petition", "import", file);
      expect(back).toMatchObject({ petitions: 0, cases: 0, hearings: 0, unchanged: 5, refused: [] });
    }
    expect(await acta(work, "petition", "export", "out.pdf")).toMatchObject({ code: 1, err: /CSV or XLSX/ });
  });

  test("--at shows it as the ledger had it", async () => {
    const size = (await actaJson(work, "doctor")).size;
    await actaJson(
      work,
      "petition",
      "import",
      docket(work, "P-9,C-9,Jury North,legal agent,a,b,000009,2026-02-02,,paid"),
    );
    const count = async (...at: readonly string[]) => (await actaJson(work, "petition", "list", ...at)).cases.length;
    expect([await count(), await count("--at", String(size))]).toEqual([5, 4]);
  });
});

describe("rows that cannot be right", () => {
  let work = "";
  beforeAll(async () => {
    work = await newElection();
  });
  afterAll(() => dropFolder(work));

  test("are refused with their line, and the others are entered", async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      [GOOD.replace("000001", "999999"), /line 2: the station 999999 is not on the roll/],
      [GOOD.replace("10:00", "10:00 EST"), /line 3: 2026-02-02 10:00 EST in the column filed is not a time/],
      [GOOD.replace("Jury North", "Senate"), /line 4: the body Senate is none of the law/],
      [GOOD.replace(",b,", ",z,"), /line 5: the law knows no ground z/],
      [GOOD.replace("legal agent", "Jane Doe"), /line 6: the role of who filed is not known/],
      [GOOD.replace(",a,", ",Jane Doe,"), /line 7: the list that filed is none of the definition/],
      [GOOD.replace("P-1", "12345678"), /line 8: the number of a petition or case .* not stored/],
      [GOOD.replace("P-1,C-1", ","), /line 9: neither a number/],
      [GOOD.replace("paid", "perhaps"), /line 10: the state of the fee, perhaps/],
      ["P-1,C-1", /line 11: this line has fewer cells/],
      [GOOD, /^$/],
      [GOOD.replace(",b,", ",a,"), /line 13: the same number of the same body stands in line 12 already/],
    ];
    const ran = await acta(work, "petition", "import", docket(work, ...cases.map(([row]) => row)));
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("1 petition, 1 case");
    for (const [, message] of cases) if (message.source !== "^$") expect(ran.out).toMatch(message);
    const spanish = await acta(work, "petition", "import", "docket.csv", "--lang", "es");
    expect(spanish.out).toMatch(/línea 2: la mesa 999999 no está en el padrón/);
    const log = readFileSync(join(work, "acta-data", "ledger", "entries.log"), "utf8");
    expect(log).not.toMatch(/Jane Doe|12345678/);
  });

  test("names and document numbers of private people are never stored: dropped, counted and told", async () => {
    const rows = [
      `${HEADER},Nombre del personero,DNI,miembro de mesa,remarks`,
      `P-7,C-7,Jury North,legal agent,a,b,000008,2026-02-02,,paid,Jane Doe,45678912,John Roe,seen by Jane Doe`,
      `P-8,C-8,Jury North,legal agent,a,b,000009,2026-02-02,,paid,,45678913,,`,
    ];
    writeFileSync(join(work, "private.csv"), rows.join("\n"));
    const ran = await acta(work, "petition", "import", "private.csv");
    expect(ran.out).toContain('Column "Nombre del personero" is about private people: 1 value was not stored');
    expect(ran.out).toContain('Column "DNI" is about private people: 2 values were not stored');
    expect(ran.out).toContain("Columns that are not read: remarks");
    const { dropped, unread } = await actaJson(work, "petition", "import", "private.csv");
    expect([dropped.length, unread]).toEqual([3, ["remarks"]]);
    const log = readFileSync(join(work, "acta-data", "ledger", "entries.log"), "utf8");
    expect(log).toContain('"P-7"');
    expect(log).not.toMatch(/Jane|45678912|Roe/);
  });

  test("a file that is no docket, an unknown column and an empty one are refused whole", async () => {
    const before = (await actaJson(work, "doctor")).size;
    writeFileSync(join(work, "other.csv"), "a;b\n1;2\n");
    writeFileSync(join(work, "empty.csv"), `${HEADER}\n`);
    expect(await acta(work, "petition", "import", "other.csv")).toMatchObject({
      code: 1,
      err: /no column for petition/,
    });
    expect(await acta(work, "petition", "import", "empty.csv")).toMatchObject({ code: 1, err: /say so with --none/ });
    expect(await acta(work, "petition", "import", "empty.csv", "--none")).toMatchObject({
      code: 1,
      err: /there are some/,
    });
    expect(await acta(work, "petition", "import", "docket.csv", "--column", "judge=x")).toMatchObject({
      code: 1,
      err: /no mapping/,
    });
    expect(await acta(work, "petition", "import", "missing.csv")).toMatchObject({ code: 1 });
    expect(await acta(work, "petition", "import", "docket.pdf")).toMatchObject({ code: 1, err: /CSV or XLSX/ });
    expect((await actaJson(work, "doctor")).size).toBe(before);
  });

  test("other headers are named with --column, another separator with --separator", async () => {
    writeFileSync(join(work, "other.csv"), "N° Sol.;Before;Mesa\nX-1;Jury West;10\n");
    const flags = ["--separator", ";", "--column", "petition=n sol", "--column", "body=before"];
    expect(await actaJson(work, "petition", "import", "other.csv", ...flags)).toMatchObject({
      petitions: 1,
      refused: [],
    });
  });
});

describe("that there are no petitions", () => {
  test("is an act of its own: then they are loaded, and there are none", async () => {
    const work = await newElection();
    writeFileSync(join(work, "empty.csv"), `${HEADER}\n`);
    const done = await acta(work, "petition", "import", "empty.csv", "--none", "--as-of", "2026-02-05");
    expect(done.out).toMatch(/recorded that there are no petitions/);
    expect(await actaJson(work, "petition", "list")).toMatchObject({
      petitions: "none",
      open: { kind: "loaded", located: [] },
    });
    expect((await acta(work, "petition", "list")).out).toMatch(/There are no petitions \(as of .*5 Feb 2026/);
    dropFolder(work);
  });
});

describe("hearings, plan and calendar", () => {
  let work = "";
  beforeAll(async () => {
    work = await newElection();
    const rows = [
      `${HEADER},hearing`,
      `${GOOD},2026-02-05 09:00`,
      `P-2,C-2,Jury North,legal agent,b,b,000002,2026-02-02,,paid,2026-02-06`,
    ];
    writeFileSync(join(work, "docket.csv"), rows.join("\n"));
    await actaJson(work, "petition", "import", "docket.csv");
  });
  afterAll(() => dropFolder(work));

  test("hearings go out as iCalendar; a second writing gives the same bytes", async () => {
    expect(await actaJson(work, "petition", "hearings", "one.ics")).toMatchObject({ hearings: 2 });
    await acta(work, "petition", "hearings", "two.ics");
    const one = readFileSync(join(work, "one.ics"), "utf8");
    expect(readFileSync(join(work, "two.ics"), "utf8")).toBe(one);
    expect(one).toContain("DTSTART:20260205T090000Z");
    expect(one).toContain("DTSTART;VALUE=DATE:20260206");
    expect(one).toContain("SUMMARY:[SYNTHETIC");
  });

  test("a plan names the stations with a ground of one side, and none of the other's; requisites, time left and fee", async () => {
    const plan = await actaJson(work, "petition", "plan", "--for", "a", "--now", "2026-02-03 12:00");
    expect(plan.stations).toMatchObject([{ station: "000001", reasons: ["petitioned"], state: "filed" }]);
    expect(plan.grounds).toMatchObject([
      { ground: "a", noted: true, deadline: "2026-02-03T20:00:00Z", inTime: true, fee: { cents: 10_000 } },
      { ground: "b", noted: false },
    ]);
    const other = await actaJson(work, "petition", "plan", "--for", "b", "--now", "2026-02-03 21:00");
    expect(other.stations.map(({ station }: { station: string }) => station)).toEqual(["000002"]);
    expect(other.grounds[0].inTime).toBe(false);
    expect((await acta(work, "petition", "plan", "--for", "a")).out).toMatch(/no random sample/);
    expect(await acta(work, "petition", "plan", "--for", "c")).toMatchObject({ code: 1, err: /no option c/ });
  });

  test("the calendar shows what blocks, what is due, and the end of the term as a flag", async () => {
    const early = await actaJson(work, "calendar", "--now", "2026-02-02 12:00");
    expect(early.certification.blocks).toContain("petitions");
    expect(early.endOfTerm).toMatchObject({ rule: "E1", date: "2026-02-06", flag: "none" });
    expect(early.deadlines[0]).toMatchObject({ what: "petition", state: "running" });
    const late = await actaJson(work, "calendar", "--now", "2026-02-05 12:00");
    expect(late.endOfTerm).toMatchObject({ flag: "atRisk", daysLeft: 1 });
    const text = (await acta(work, "calendar", "--now", "2026-02-05 12:00")).out;
    expect(text).toMatch(/FLAG end of the term of office: 6 February 2026, 1 day away/);
    expect((await acta(work, "calendar", "--now", "2026-02-05 12:00", "--lang", "es")).out).toMatch(
      /ALERTA fin del mandato/,
    );
    expect(late.backlog).toEqual([{ body: "jury:north", open: 2, over: 0, oldest: 3 }]);
  });

  test("with a law file beside the record the list says the same as with one in it", async () => {
    const bare = newFolder();
    writeFileSync(join(bare, "election.yaml"), sampleDefinition());
    writeFileSync(join(bare, "sheets.csv"), sampleCsv(10));
    writeFileSync(join(bare, "law.json"), JSON.stringify(LAW));
    await actaJson(bare, "import", "election.yaml", "--source", "sheets.csv", "--as-of", "2026-02-01T20:00Z");
    await actaJson(bare, "petition", "import", docket(bare, GOOD), "--law", "law.json");
    const { cases } = await actaJson(bare, "petition", "list", "--law", "law.json");
    expect(cases).toMatchObject([
      { body: "jury:north", petitions: [{ time: { kind: "inTime" }, outlook: "examinable" }] },
    ]);
    const without = await acta(bare, "petition", "list");
    expect(without.out).toMatch(/No law at hand/);
    dropFolder(bare);
  });

  test("in a ledger of record the tribunal signs the docket, and nobody else", async () => {
    const record = newFolder();
    writeFileSync(join(record, "election.yaml"), sampleDefinition());
    writeFileSync(join(record, "sheets.csv"), sampleCsv(10));
    writeFileSync(join(record, "law.json"), JSON.stringify(LAW));
    const { verifier } = await actaJson(record, "keys", "make", "jury.key", "--name", "jury");
    await actaJson(record, "keys", "make", "authority.key", "--name", "authority");
    const founded = ["--as-of", "2026-02-01T20:00Z", "--of-record", "--sign", "authority.key"];
    await actaJson(record, "import", "election.yaml", "--source", "sheets.csv", ...founded);
    await actaJson(
      record,
      "keys",
      "add",
      verifier,
      "--role",
      "tribunal",
      "--holder",
      "Jury North",
      "--sign",
      "authority.key",
    );
    const file = docket(record, GOOD);
    const given = ["petition", "import", file, "--law", "law.json"];
    expect(await acta(record, ...given)).toMatchObject({ code: 1, err: expect.stringMatching(/ledger of record/) });
    expect(await acta(record, ...given, "--sign", "authority.key")).toMatchObject({ code: 1 });
    const { entered } = await actaJson(record, ...given, "--sign", "jury.key");
    expect(entered.map(({ kind }: { kind: string }) => kind)).toEqual(["case", "petition"]);
    expect(await actaJson(record, "doctor")).toMatchObject({ sound: true });
    dropFolder(record);
  });

  test("without a law the calendar says what to do", async () => {
    const bare = newFolder();
    writeFileSync(join(bare, "election.yaml"), sampleDefinition());
    writeFileSync(join(bare, "sheets.csv"), sampleCsv(10));
    await actaJson(bare, "import", "election.yaml", "--source", "sheets.csv", "--as-of", "2026-02-01T20:00Z");
    expect(await acta(bare, "calendar")).toMatchObject({ code: 1, err: /acta law add/ });
    dropFolder(bare);
  });
});
