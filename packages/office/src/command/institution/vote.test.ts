import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { PERU_INSTITUTIONS } from "../../../../../scripts/peru-institutions.js";
import { importSample, sampleCsv } from "../../import/sample-import.js";

let work = "";
beforeAll(async () => {
  work = newFolder();
  const done = await importSample(work, join(work, "data"), sampleCsv(4), "2026-02-01T20:00Z");
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
});
afterAll(() => dropFolder(work));
const write = (name: string, text: string): void => writeFileSync(join(work, name), text);
const vacancy = ["vote", "--law", PERU_INSTITUTIONS, "--chamber", "congress", "--question", "vacancy-final"] as const;
const december = [...vacancy, "--on", "2022-12-07"] as const;

/** A roll call: group, vote and how many, in turn. */
function rollCall(name: string, parts: readonly (readonly [group: string, vote: string, members: number])[]): void {
  const rows = parts.flatMap(([group, vote, members]) =>
    Array.from({ length: members }, (_, at) => `${group} ${vote} ${at + 1};${group};${vote}`),
  );
  write(name, ["congresista;grupo;voto", ...rows, ""].join("\n"));
}

async function refused(...given: readonly string[]): Promise<string> {
  const said = await acta(work, ...given);
  const spanish = await acta(work, ...given, "--lang", "es");
  expect([said.code, said.out, said.err.trimEnd().split("\n").length], said.err).toEqual([1, "", 1]);
  expect(spanish.err).not.toBe(said.err);
  expect(`${said.err}${spanish.err}`).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  return said.err.trimEnd();
}

describe("acta vote", () => {
  test("101 in favour, 6 against, 10 abstaining: is that enough?", async () => {
    const { out, code } = await acta(work, ...december, "--in-favour", "101", "--against", "6", "--abstain", "10");
    expect(code).toBe(0);
    expect(out).toContain("Outcome: approved\n");
    expect(out).toContain("needs 87 (at least 2/3 of 130, legal number); in favour: 101; reached, 14 more than needed");
    expect(out).toContain("Against “approved”, 44 members of 130 not voting in favour are enough.");
    const document = await actaJson(work, ...december, "--in-favour", "101", "--against", "6", "--abstain", "10");
    expect(document).toMatchObject({
      schema: "acta-vote/1",
      provenance: "real",
      rule: "R6.6",
      article: "Const. 113.2; RC 89-A",
      outcome: "approved",
      levels: [{ needed: { least: 87, most: 87 }, has: 101, reached: "yes" }],
    });
  });

  test("a figure that nobody gave is not 0", async () => {
    const given = [
      "vote",
      "--law",
      PERU_INSTITUTIONS,
      "--chamber",
      "congress",
      "--question",
      "board-censure",
      "--on",
      "2026-02-17",
    ];
    const { out } = await acta(work, ...given, "--in-favour", "40");
    expect(out).toContain("against ? · abstaining ?");
    expect(out).toContain("Undetermined by these figures; possible: approved / rejected");
  });

  test("reads a roll call and names the group that could have turned it", async () => {
    rollCall("call.csv", [
      ["A", "sí", 84],
      ["B", "NO ---", 30],
      ["C", "abst.", 3],
      ["D", "licencia", 9],
    ]);
    const document = await actaJson(work, ...december.slice(0, 1), "call.csv", ...december.slice(1));
    expect(document).toMatchObject({
      outcome: "rejected",
      members: 126,
      figures: { inFavour: 84, against: 30, abstentions: 3, present: 117, eligible: 117 },
    });
    const { out } = await acta(work, "vote", "call.csv", ...december.slice(1), "--lang", "es");
    expect(out).toContain("Resultado: rechazada");
    expect(out).toContain("faltantes: 3");
    expect(out).toContain("B, 30 miembros más a favor: aprobada");
    expect(out).toContain("C, 3 miembros más a favor: aprobada");
  });

  test("counts expected votes as a range", async () => {
    rollCall("whip.csv", [
      ["A", "sí", 80],
      ["B", "no", 30],
      ["C", "?", 20],
    ]);
    const { out } = await acta(work, "vote", "whip.csv", ...december.slice(1));
    expect(out).toContain("20 votes are unknown. In favour in the end: 80 to 100.");
    expect(out).toContain("7 of the unknown in favour are enough whatever the others do.");
    const given = [...december, "--in-favour", "80", "--against", "30", "--abstain", "0", "--unknown", "20"];
    expect(await actaJson(work, ...given)).toMatchObject({ outcome: null, whip: { first: { fewest: 7, enough: 7 } } });
  });

  test("reads a roll call that was entered in the ledger, on its own day", async () => {
    const batch = {
      kind: "rollCall",
      actor: { role: "chamber", name: "Congress" },
      entries: [
        {
          at: "2025-10-10",
          replaces: null,
          motion: "m-1",
          chamber: "congress",
          question: "vacancy-final",
          inFavour: 122,
          against: 0,
          abstentions: 0,
          present: null,
          eligible: null,
          members: [],
        },
      ],
    };
    write("acts.json", JSON.stringify([batch]));
    const entered = await acta(work, "enter", "acts.json", "--data", "data");
    expect(entered.code, entered.err).toBe(0);
    const given = ["vote", "--law", PERU_INSTITUTIONS, "--data", "data", "--motion", "m-1"];
    expect(await actaJson(work, ...given)).toMatchObject({
      on: "2025-10-10",
      provenance: "synthetic",
      question: "vacancy-final",
      outcome: "approved",
    });
    expect(await refused(...given.slice(0, -1), "m-2")).toBe("The ledger has no roll call of a motion m-2");
  });

  test("says in one line what cannot be", async () => {
    expect(await refused(...december)).toMatch(/^Which vote\?/);
    expect(await refused(...december, "--in-favour", "1", "--motion", "m")).toContain("exclude each other");
    expect(await refused(...december, "--in-favour", "125", "--against", "6")).toBe(
      "131 votes or members, but congress has 130 by law (Const. 90)",
    );
    expect(await refused(...december, "--in-favour", "125", "--unknown", "6")).toContain("131 votes");
    expect(await refused(...december, "--in-favour", "x")).toBe("x is not a whole number from 0");
    expect(await refused(...vacancy, "--on", "2022-12", "--in-favour", "1")).toContain("2022-12 is not a day");
    expect(await refused(...vacancy, "--on", "2026-08-01", "--in-favour", "1")).toContain("there is: deputies, senate");
    const other = december.map((word) => (word === "vacancy-final" ? "x" : word));
    expect(await refused(...other, "--in-favour", "1")).toContain("no rule for x");
    rollCall("words.csv", [["A", "maybe", 1]]);
    expect(await refused("vote", "words.csv", ...december.slice(1))).toContain(
      "words.csv:2: maybe is no word for a vote",
    );
    write("twice.csv", "member,vote\nm,yes\nm,no\n");
    expect(await refused("vote", "twice.csv", ...december.slice(1))).toBe("twice.csv: m votes twice");
    write("head.csv", "who,what\nm,yes\n");
    expect(await refused("vote", "head.csv", ...december.slice(1))).toContain("columns member and vote");
  });
});
