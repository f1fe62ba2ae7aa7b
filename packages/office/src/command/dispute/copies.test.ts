import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { SAMPLE_IMPORT, writeSample } from "./sample-tribunal.js";

const BY_AGENT = ["--holder", "agent", "--name", "a"];

function writeCopies(work: string, ...lines: readonly string[]): string {
  writeFileSync(join(work, "copies.csv"), `${lines.join("\n")}\n`);
  return "copies.csv";
}

/** Copies of stations from one number to another as the sample has them; `change` writes other figures for some. */
function agreeing(first: number, last: number, change: Readonly<Record<number, string>> = {}): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const number = first + at;
    return change[number] ?? `${number},${19 + number},40,1,2,0,${62 + number}`;
  });
}

const HEADER = "mesa,Ana,beto-list,blancos,nulos,impugnados,votantes";

describe("copies of sheets", () => {
  let work = "";
  beforeAll(async () => {
    work = newFolder();
    writeSample(work);
    await actaJson(work, ...SAMPLE_IMPORT);
  });
  afterAll(() => dropFolder(work));

  test("are entered as evidence, by id, label, alias or role of their cells, and change no result", async () => {
    const before = await actaJson(work, "results");
    expect((await acta(work, "copies", "compare")).err).toMatch(/no copies of others: acta copies import FILE/);
    const file = writeCopies(
      work,
      HEADER,
      "2,40,50,0,5,0,95",
      "4,40,30,0,11,0,81",
      ...agreeing(5, 8, { 6: "6,20,40,1,2,0,63" }),
    );
    const entered = await actaJson(work, "copies", "import", file, ...BY_AGENT);
    expect(entered).toMatchObject({ copy: "agent:a/1", read: 6, written: 6, ignored: [], lacking: [] });
    expect((await actaJson(work, "results")).options).toEqual(before.options);
    expect(await actaJson(work, "copies", "import", file, ...BY_AGENT)).toMatchObject({ read: 6, written: 0 });
    const { versions, legal } = await actaJson(work, "history", "2");
    expect(versions.at(-1)).toMatchObject({ copy: "agent:a/1", cells: { voters: 95 } });
    expect(legal.events).toHaveLength(1);
    expect((await acta(work, "history", "2")).out).toMatch(/Copy agent:a\/1: evidence, not what counts/);
    // A column that names no cell may hold what must not be kept: the file is not, only its hash.
    const named = writeCopies(work, "mesa,Ana,presidente de mesa", "9,28,Nobody Inparticular");
    const third = await actaJson(
      work,
      "copies",
      "import",
      named,
      "--holder",
      "observer",
      "--name",
      "x",
      "--number",
      "3",
    );
    expect(third.ignored).toEqual(["presidente de mesa"]);
    expect(readdirSync(join(work, "acta-data", "blobs"))).not.toContain(third.sha256);
    expect(readFileSync(join(work, "acta-data", "ledger", "entries.log"), "utf8")).not.toContain("Inparticular");
  });

  test("are compared: what differs, which fits, and what taking each does to the count", async () => {
    const { copies, consistency } = await actaJson(work, "copies", "compare", "--copy", "agent:a/1");
    expect(consistency).toBe("default");
    expect(copies).toMatchObject([
      {
        copy: "agent:a/1",
        sheets: 6,
        same: 3,
        // Referred sheets bring nothing now: with the copy all their votes would come.
        ifAllTaken: { a: 75, b: 80 },
        ifSoundTaken: { a: 80, b: 80 },
        atStake: 165,
        differences: [
          {
            station: "000002",
            state: "referred",
            cells: ["voters"],
            authority: { soundness: "inconsistent" },
            copy: { soundness: "consistent" },
            change: { a: 40, b: 50 },
          },
          { station: "000004", cells: ["null"], copy: { soundness: "consistent" }, change: { a: 40, b: 30 } },
          {
            station: "000006",
            state: "counted",
            cells: ["a", "voters"],
            authority: { soundness: "consistent" },
            copy: { soundness: "consistent" },
            change: { a: -5, b: 0 },
          },
        ],
        sample: { isRandom: null },
      },
    ]);
    const said = await acta(work, "copies", "compare");
    expect(said.out).toMatch(/000006\s+counted\s+Ana 25 \/ 20, .* both\s+Ana -5, Beto 0/);
    expect(said.out).toMatch(/too few/);
    expect((await acta(work, "copies", "compare", "--lang", "es")).out).toMatch(/Votos en juego: 165/);
    expect((await acta(work, "copies", "compare", "--copy", "agent:z/1")).err).toMatch(/there are agent:a\/1/);
  });

  test("a holder who changes a copy continues its chain; another holder's are compared by the same rules", async () => {
    const file = writeCopies(work, HEADER, "000006,25,40,1,2,0,68");
    expect(await actaJson(work, "copies", "import", file, ...BY_AGENT)).toMatchObject({ written: 1 });
    const other = writeCopies(work, "station;a;b", "000006;99;");
    expect(await actaJson(work, "copies", "import", other, "--holder", "observer", "--name", "mission")).toMatchObject({
      lacking: ["blank", "null", "challenged", "voters"],
    });
    const { copies } = await actaJson(work, "copies", "compare");
    expect(copies).toMatchObject([
      { copy: "agent:a/1", same: 4 },
      { copy: "observer:x/3", sheets: 1, same: 1 },
      { copy: "observer:mission/1", differences: [{ cells: ["a"], copy: { soundness: "incomplete" }, change: null }] },
    ]);
  });

  test("one wrong row and nothing is entered; every one is told with its line", async () => {
    const size = (await actaJson(work, "doctor")).size;
    const file = writeCopies(
      work,
      HEADER,
      "1,x,1,0,0,0,1",
      "999,1,1,0,0,0,1",
      "7,1,1,0,0,0,1",
      "7,2,1,0,0,0,1",
      "8,1,1",
    );
    const ran = await acta(work, "copies", "import", file, ...BY_AGENT);
    expect(ran.code).toBe(1);
    expect(ran.err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/line 2: «x» is not a number of votes/),
      expect.stringMatching(/line 3: there is no station «999»/),
      expect.stringMatching(/line 5: the station 000007 stands twice/),
      expect.stringMatching(/line 6/),
    ]);
    const refused = async (lines: readonly string[], ...given: readonly string[]): Promise<string> =>
      (await acta(work, "copies", "import", writeCopies(work, ...lines), ...given)).err;
    expect(await refused(["a,b", "1,2"], ...BY_AGENT)).toMatch(/no column is named station/);
    expect(await refused(["mesa,zz", "1,2"], ...BY_AGENT)).toMatch(/no column names a cell/);
    expect(await refused(["mesa,a,Ana", "1,2,3"], ...BY_AGENT)).toMatch(/Ana names a cell that another column names/);
    expect(await refused(["mesa,a"], ...BY_AGENT)).toMatch(/no rows/);
    expect(await refused(["mesa,a", "1,2"], "--holder", "voter", "--name", "x")).toMatch(/voter holds no copies/);
    expect(await refused(["mesa,a", "1,2"], "--holder", "agent", "--name", "x y")).toMatch(/no name of a copy/);
    expect((await actaJson(work, "doctor")).size).toBe(size);
  });

  test("a consistent original of the tribunal cures the sheet in what is proposed; an agent's does not", async () => {
    await actaJson(work, "law", "add", "rules.yaml");
    const [byAgent] = (await actaJson(work, "ruling", "propose", "2")).proposals;
    expect(byAgent).toMatchObject({ outcome: "annulled", dependsOnComparison: true, copies: [{ holder: "agent" }] });
    const file = writeCopies(work, HEADER, "2,40,50,0,5,0,95");
    await actaJson(work, "copies", "import", file, "--holder", "tribunal", "--name", "jury");
    const [cured] = (await actaJson(work, "ruling", "propose", "2")).proposals;
    expect(cured).toMatchObject({ outcome: "corrected", dependsOnComparison: false, figures: { voters: 95 } });
    expect(cured.steps.at(-1)).toMatchObject({
      stage: "comparison",
      rule: "copies",
      did: { do: "takeCopy", holder: "jury" },
    });
    expect((await actaJson(work, "copies", "compare")).consistency).toBe("lawSet");
  });
});

describe("copies that are not a random sample", () => {
  test("are called so, with the test and its null, and the areas without any are named", async () => {
    const work = newFolder();
    writeSample(work);
    await actaJson(work, ...SAMPLE_IMPORT);
    await actaJson(work, "copies", "import", writeCopies(work, HEADER, ...agreeing(5, 34)), ...BY_AGENT);
    const { copies, coverage } = await actaJson(work, "copies", "compare");
    const { sample } = copies[0];
    expect(sample).toMatchObject({
      test: "meanShareOfLeader",
      null: "simpleRandomSampleOfCountedStations",
      sample: 30,
      population: 36,
      isRandom: false,
    });
    expect(coverage.reduce((sum: number, each: { withCopy: number }) => sum + each.withCopy, 0)).toBe(30);
    expect((await acta(work, "copies", "compare")).out).toMatch(/These copies are not a random sample.*Under the null/);
    dropFolder(work);
  });

  test("in a ledger of record each holder signs its own", async () => {
    const work = newFolder();
    writeSample(work);
    await actaJson(work, "keys", "make", "authority.key", "--name", "authority");
    const agent = await actaJson(work, "keys", "make", "agent.key", "--name", "agent");
    await actaJson(work, ...SAMPLE_IMPORT, "--of-record", "--sign", "authority.key");
    await actaJson(
      work,
      "keys",
      "add",
      agent.verifier ?? agent.key,
      "--role",
      "partyAgent",
      "--holder",
      "a",
      "--sign",
      "authority.key",
    );
    const file = writeCopies(work, HEADER, ...agreeing(5, 6));
    expect((await acta(work, "copies", "import", file, ...BY_AGENT)).code).toBe(1);
    const entered = await actaJson(work, "copies", "import", file, ...BY_AGENT, "--sign", "agent.key");
    expect(entered.signer).toMatch(/^agent/);
    await actaJson(work, "publish", "site");
    expect(await acta(work, "verify", "site")).toMatchObject({ code: 0 });
    dropFolder(work);
  });
});
