import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta } from "../../../../scripts/acta-desk.js";
import { loadDefinition } from "./index.js";

// Ten mistakes, each marked with its number at the end of its line.
const TEN = `format: acta-election/1
id: ten mistakes # 1
name: Diez errores
date: 2030-02-30 # 2
timeZone: America/Lima
authority: { name: A }
options:
  - { id: a, name: A, colour: red } # 3
  - { id: b, name: B }
  - { id: b, name: otra vez } # 4
contests:
  - id: president
    name: Presidencia
    options: [a, b, zz] # 5
    outcome: { rule: majority, moreThan: half } # 6
trees:
  - id: geo
    name: Geo
    root: { code: X, level: country, name: X }
    levles: [] # 7
groups:
  - { id: north, name: Norte, tree: sky, areas: ["1"] } # 8
statuses:
  - { id: counted, state: counted, words: [[OK]] }
  - { id: other, state: referred, words: [[OK]] } # 9
sources:
  - id: files
    title: Ficheros
    delivers: full
    parts:
      - id: sheets
        station: station
        sheets:
          - contest: president
            status: [state]
            cells: { a: a, b: b, zz: zz, q: q } # 10
`;

describe("a definition file", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "acta-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function problemsIn(name: string, text: string): readonly (readonly [string, string])[] {
    writeFileSync(join(folder, name), text);
    const loaded = loadDefinition(join(folder, name));
    return loaded.ok
      ? []
      : loaded.problem.map(({ code, where }) => [
          code.replace("definition.", ""),
          (where ?? "").replace(`${folder}/`, ""),
        ]);
  }

  /** Line of a mistake by its number, and the column in which its value begins. */
  function placeOf(mistake: number, value: string): string {
    const lines = TEN.split("\n");
    const at = lines.findIndex((line) => line.endsWith(`# ${mistake}`));
    return `ten.yaml:${at + 1}:${(lines[at] ?? "").indexOf(value) + 1}`;
  }

  test("with ten mistakes reports all ten at once, each with file, line and column", () => {
    const found = problemsIn("ten.yaml", TEN).map(([code, where]) => `${code} ${where.replace(/ \(.*/, "")}`);
    expect(found.toSorted()).toEqual(
      [
        `badId ${placeOf(1, "ten mistakes")}`,
        `badDate ${placeOf(2, "2030-02-30")}`,
        `badColour ${placeOf(3, "red")}`,
        `sameId ${placeOf(4, "b,")}`,
        `unknownReference ${placeOf(5, "zz")}`,
        `badFraction ${placeOf(6, "half")}`,
        `unknownKey ${placeOf(7, "[]")}`,
        `unknownReference ${placeOf(8, "sky")}`,
        `sameWords ${placeOf(9, "[OK]")}`,
        `unknownReference ${placeOf(10, "q }")}`,
      ].toSorted(),
    );
  });

  test("the command prints a line for each, in words, and exits 1", async () => {
    writeFileSync(join(folder, "ten.yaml"), TEN);
    const ran = await acta(folder, "import", "ten.yaml", "--source", "x.csv");
    expect(ran).toMatchObject({ code: 1, out: "" });
    const lines = ran.err.trimEnd().split("\n");
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(line).toMatch(/ten\.yaml:\d+:\d+ \([\w.]+\): \S/);
    expect(ran.err).toContain("levles is not known here: is it misspelt?");
    expect(ran.err).not.toMatch(/definition\.|undefined/);
  });

  test.each([
    ["a YAML that cannot be read", "a: [1, 2\nb: 3\n", "badYaml"],
    ["a key twice", "a: 1\na: 2\n", "badYaml"],
    ["aliases", "a: &x [1]\nb: *x\n", "aliases"],
  ])("%s is one problem with its place", (_, text, code) => {
    const problems = problemsIn("broken.yaml", text);
    expect(problems[0]).toEqual([code, expect.stringContaining("broken.yaml")]);
  });

  test("an empty file, a list, a number: problems, no crash", () => {
    for (const text of ["", "[]", "42", "null", "- a\n- b\n"])
      expect(problemsIn("odd.yaml", text).length, text).toBeGreaterThan(0);
  });

  test("a file that is not there is told by its name", () => {
    const loaded = loadDefinition(join(folder, "none.yaml"));
    expect(loaded).toMatchObject({ ok: false, problem: [{ where: join(folder, "none.yaml") }] });
  });

  test("comments and layout do not change the hash; a changed word does", () => {
    const right = TEN.replace("ten mistakes", "right")
      .replace("02-30", "02-03")
      .replace(", colour: red", "")
      .replace("  - { id: b, name: otra vez } # 4\n", "");
    const fixed = right
      .replace(", zz]", "]")
      .replace(", moreThan: half", "")
      .replace("    levles: [] # 7\n", "")
      .replace("sky", "geo");
    const done = fixed
      .replace("state: referred, words: [[OK]]", "state: referred, words: [[KO]]")
      .replace(", zz: zz, q: q", "");
    const hashOf = (text: string): string => {
      writeFileSync(join(folder, "right.yaml"), text);
      const loaded = loadDefinition(join(folder, "right.yaml"));
      return loaded.ok ? loaded.value.sha256 : JSON.stringify(loaded.problem);
    };
    expect(hashOf(done)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(`# a comment\n${done.replaceAll(/ # \d+/g, "")}\n`)).toBe(hashOf(done));
    expect(hashOf(done.replace("Diez", "Once"))).not.toBe(hashOf(done));
  });
});
