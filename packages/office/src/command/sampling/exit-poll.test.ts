import { afterAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";

const work = newFolder();
afterAll(() => dropFolder(work));

/** The one line in which a command that fails says why, in English; in Spanish it is another. */
async function refused(...given: readonly string[]): Promise<string> {
  const said = await acta(work, "exit-poll", ...given);
  const spanish = await acta(work, "exit-poll", ...given, "--lang", "es");
  expect([said.code, said.out, said.err.trimEnd().split("\n").length], said.err).toEqual([1, "", 1]);
  expect(spanish.err).not.toBe(said.err);
  expect(`${said.err}${spanish.err}`).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  return said.err.trimEnd();
}

const published = ["--shares", "Fuerza Popular=50.3,Perú Libre=49.7"] as const;

describe("acta exit-poll on the poll of 6 June 2021", () => {
  test("margin of the difference 6.0 points, P(lead) 58 %, technical tie, 106,704 interviews", async () => {
    for (const size of [
      ["--moe", "3"],
      ["--n", "1067", "--deff", "1"],
    ]) {
      const ran = await acta(work, "exit-poll", ...published, ...size, "--house", "0");
      expect(ran.out).toContain(
        "Fuerza Popular over Perú Libre: 0.6 points; margin of error of the difference ±6.0 (95 %); P(lead) 58 %",
      );
      expect(ran.out).toContain("Technical tie: 0.6 is less than the margin of error of the difference.");
      expect(ran.out).toContain("106,704 interviews");
    }
  });

  test("a house effect that nobody gave is never none: 7.2 points and 57 %, and it is said", async () => {
    const ran = await acta(work, "exit-poll", ...published, "--moe", "3");
    expect(ran.out).toContain("with a house effect of 2.0 points (s.d.): ±7.2; P(lead) 57 %");
    expect(ran.out).toContain("House effect on the difference, which nobody gave: 2.0 points");
    const document = await actaJson(work, "exit-poll", ...published, "--moe", "3");
    expect(document).toMatchObject({ schema: "acta-exit-poll/1", pairs: [{ total: { isTechnicalTie: true } }] });
    expect(document.assumptions).toContain("exitPoll.assume.house");
  });

  test("independence is never silent either, and places with a correlation are a design effect", async () => {
    const alone = await acta(work, "exit-poll", ...published, "--n", "30000");
    expect(alone.out).toContain("Interviews are taken as independent, because nobody gave a design effect");
    const placed = await actaJson(work, "exit-poll", ...published, "--n", "30000", "--places", "600", "--rho", "0.05");
    expect(placed.size).toEqual({ kind: "interviews", interviews: 30_000, designEffect: 1 + 49 * 0.05 });
    expect(placed.assumptions).not.toContain("exitPoll.assume.independent");
  });

  test("speaks Spanish, and reads decimal commas between semicolons", async () => {
    const ran = await acta(work, "exit-poll", "--shares", "A=50,3;B=49,7", "--moe", "3", "--lang", "es");
    expect(ran.out).toContain("A sobre B: 0.6 puntos; margen de error de la diferencia ±6.0 (95 %); P(adelante) 58 %");
    expect(ran.out).toContain("Empate técnico");
  });
});

describe("acta exit-poll refuses in one line", () => {
  test.each([
    ["shares above 100 %", ["--shares", "A=70,B=50", "--n", "900"], "The shares add up to 120 %"],
    ["no sample size", ["--shares", "A=50.3,B=49.7"], "No sample size"],
    ["a sample of nobody", ["--shares", "A=50.3,B=49.7", "--n", "0"], "No sample size"],
    ["two sizes", [...published, "--n", "900", "--moe", "3"], "Give the size once"],
    ["no shares", ["--n", "900"], "Give the shares of the poll"],
    ["a share that is none", ["--shares", "A=fifty,B=49", "--n", "900"], "A=fifty is not a share"],
    ["a negative share", ["--shares", "A=-3,B=49", "--n", "900"], "A=-3 is not a share"],
    ["one share", ["--shares", "A=50", "--n", "900"], "at least two shares"],
    ["nothing for anybody", ["--shares", "A=0,B=0", "--n", "900"], "All shares are 0"],
    ["an option twice", ["--shares", "A=40,A=30", "--n", "900"], "An option is given twice"],
    ["half an interview", [...published, "--n", "1.5"], "--n 1.5 is not a whole number"],
    ["a design effect of 0", [...published, "--n", "900", "--deff", "0"], "--deff 0 is not a design effect"],
    ["places without a correlation", [...published, "--n", "900", "--places", "30"], "--places needs --rho"],
    [
      "a design effect of a published margin",
      [...published, "--moe", "3", "--deff", "2"],
      "--moe is a published margin",
    ],
    ["certainty", [...published, "--moe", "3", "--level", "100"], "--level 100 is not a level"],
    [
      "twenty-seven options",
      ["--shares", Array.from({ length: 27 }, (_, at) => `o${at}=1`).join(","), "--n", "900"],
      "more than 26 options",
    ],
  ])("%s", async (_what, given, said) => {
    expect(await refused(...given)).toContain(said);
  });
});
