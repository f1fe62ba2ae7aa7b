import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { PERU_INSTITUTIONS, congress2021, congressVotes } from "../../../../../scripts/peru-institutions.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { importSample, sampleCsv } from "../../import/sample-import.js";

let work = "";
beforeAll(async () => {
  work = newFolder();
  write("tie.csv", "list,votes\na,450\nb,450\nc,100\nd,4000\n");
  write("comas.csv", "distrito;lista;votos\nx;a;60\nx;b;40\ny;a;10\ny;b;90\n");
  const done = await importSample(work, join(work, "data"), sampleCsv(40), "2026-02-01T20:00Z");
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
});
afterAll(() => dropFolder(work));
const write = (name: string, text: string): void => writeFileSync(join(work, name), text);
const law = ["--law", PERU_INSTITUTIONS] as const;

/** The one line in which a command that fails says why, in English; in Spanish it is another. */
async function refused(...given: readonly string[]): Promise<string> {
  const said = await acta(work, ...given);
  const spanish = await acta(work, ...given, "--lang", "es");
  expect([said.code, said.out, said.err.trimEnd().split("\n").length], said.err).toEqual([1, "", 1]);
  expect(spanish.err).not.toBe(said.err);
  expect(`${said.err}${spanish.err}`).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  return said.err.trimEnd();
}

describe("acta seats with a method", () => {
  test("shows a tie as an undecided seat until a lot is given", async () => {
    const given = ["seats", "tie.csv", "--method", "sainteLague", "--seats", "5"];
    const open = await acta(work, ...given);
    expect(open.out).toContain("Undecided: 1 seat stands on equal values, and no lot was given.");
    expect(open.out).toContain("1 seat by lot between a, b");
    expect(await actaJson(work, ...given)).toMatchObject({ schema: "acta-seats/1", undecided: 1 });
    expect(await actaJson(work, ...given, "--lots", "b")).toMatchObject({
      undecided: 0,
      totals: [
        { list: "d", seats: 4 },
        { list: "b", seats: 1 },
        { list: "a", seats: 0 },
        { list: "c", seats: 0 },
      ],
    });
    expect(await refused(...given, "--lots", "c")).toBe("A lot was drawn for c, which is not among the tied: a, b");
  });

  test("reads an edition, whole or by areas, and says that it is made up", async () => {
    const given = ["seats", "--data", "data", "--method", "dHondt", "--seats", "7"];
    const document = await actaJson(work, ...given);
    const results = await actaJson(work, "results", "--data", "data");
    expect(document).toMatchObject({
      provenance: "synthetic",
      edition: { contest: results.contest, policy: "counted" },
    });
    const votes = (lists: { list?: string; id?: string; votes: number }[]) =>
      lists.map((each) => [each.list ?? each.id, each.votes]);
    expect(votes(document.districts[0].lists)).toEqual(votes(results.options));
    expect(document.totals.reduce((sum: number, each: { seats: number }) => sum + each.seats, 0)).toBe(7);
    expect((await acta(work, ...given)).out).toMatch(/^SYNTHETIC|made up/im);
  });

  test("a barrier of a share leaves lists out before the distribution", async () => {
    const given = ["seats", "tie.csv", "--method", "hare", "--seats", "7", "--barrier", "5/100"];
    expect(await actaJson(work, ...given)).toMatchObject({ takingPart: ["a", "b", "d"], supposedBarrier: "5/100" });
  });

  test("says in one line what cannot be", async () => {
    expect(await refused("seats", "tie.csv")).toMatch(/^By which rule\?/);
    expect(await refused("seats", "tie.csv", "--method", "borda", "--seats", "3")).toContain("dHondt, sainteLague");
    expect(await refused("seats", "tie.csv", "--method", "hare", "--seats", "many")).toContain(
      "many is no number of seats",
    );
    expect(await refused("seats", "tie.csv", "--method", "hare", "--seats", "5", ...law)).toBe(
      "Either --law, or --method and --seats",
    );
    expect(await refused("seats", "comas.csv", "--method", "hare", "--seats", "5")).toContain("these votes have 2");
    expect(await refused("seats", "tie.csv", ...law)).toContain("--law needs --on");
    expect(await refused("seats", "tie.csv", ...law, "--on", "2021-04")).toContain("2021-04 is not a day");
    expect(await refused("seats", "tie.csv", ...law, "--on", "2021-04-12")).toContain("R5.3 2021-04-11 – 2021-04-11");
    expect(await refused("seats", "tie.csv", ...law, "--on", "2026-04-12")).toBe(
      "Which one? On 2026-04-12 there is: deputies, senate",
    );
    expect(await refused("seats", "tie.csv", ...law, "--on", "2021-04-11")).toContain("the votes have none");
    expect(await refused("seats", "comas.csv", ...law, "--on", "2021-04-11")).toBe("The rule R5.3 knows no district x");
    expect(await refused("seats", "absent.csv", "--method", "hare", "--seats", "5")).toContain("there is no such file");
    write("bad.csv", "list,votes\na,4x\n");
    expect(await refused("seats", "bad.csv", "--method", "hare", "--seats", "5")).toBe(
      "bad.csv:2: The votes of a are no whole number from 0: 4x",
    );
    write("twice.csv", "list,votes\na,4\na,5\n");
    expect(await refused("seats", "twice.csv", "--method", "hare", "--seats", "5")).toContain(
      "twice.csv:3: List a stands there twice",
    );
    write("head.csv", "name,number\na,4\n");
    expect(await refused("seats", "head.csv", "--method", "hare", "--seats", "5")).toContain("columns list and votes");
    expect(await refused("seats", "tie.csv", "--law", "tie.csv", "--on", "2021-04-11")).toContain(
      "not an institutions file",
    );
  });
});

describeWithShared("acta seats on the Congress of Peru of 2021", () => {
  const given = ["seats", "congress.json", ...law, "--on", "2021-04-11"];
  beforeAll(() => write("congress.json", JSON.stringify(congressVotes(congress2021()))));

  test("prints the seats, the nearest last seat first, and that the source names only winners", async () => {
    const { out, err, code } = await acta(work, ...given);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("11 April 2021 · R5.3 (Const. 90; LOE 20, 21, 30; Res. 0304-2020-JNE)");
    expect(out).toMatch(/perulibre +1,724,303 +13\.409 % +passes +37\n/);
    expect(out).toMatch(
      /Nearest last seats:\n {2}Lima Metropolitana\n {2}Last seat: juntosporelperu, 285,020\/3 = 95,006\.67\. With 265 votes fewer it would have lost it\.\n {4}morado: 379,674\/4 = 94,918\.5, 353 votes away\n/,
    );
    expect(out).toContain("In 27 districts the source names only lists that won a seat");
  });

  test("shows a district seat by seat", async () => {
    const { out } = await acta(work, ...given, "--district", "lima-metropolitana", "--lang", "es");
    expect(out).toContain("Lima Metropolitana: 33 escaños");
    expect(out.match(/mayor promedio/g)).toHaveLength(33);
    expect(out).toMatch(/33 +juntosporelperu +285,020\/3 = 95,006\.67 +mayor promedio/);
    expect(await refused(...given, "--district", "atlantis")).toBe("The rule R5.3 knows no district atlantis");
  });

  test("under the barrier of 2026 it says who falls, who stays and who cannot be told, and distributes nothing", async () => {
    const document = await actaJson(work, ...given, "--barrier", "R7.2-deputies");
    expect(document).toMatchObject({
      supposedBarrier: "R7.2-deputies",
      takingPart: null,
      undetermined: ["renovacionpopular", "accionpopular", "app", "avanzapais"],
      districts: [],
    });
    const { out } = await acta(work, ...given, "--barrier", "R7.2-deputies");
    expect(out).toContain("Supposition: the barrier R7.2-deputies in place of the rule's own.");
    expect(out).toMatch(/avanzapais .* undetermined \(seats 3–7, needs 7\)/);
    expect(await refused(...given, "--barrier", "R9")).toContain("R5.3, R7.2-deputies, R7.2-senate");
  });
});
