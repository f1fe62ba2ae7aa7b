import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaAt, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { congress2021, congressVotes } from "../../../../../scripts/peru-institutions.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { root } from "../../../../../scripts/workshop.mjs";
import { importSample, sampleCsv } from "../../import/sample-import.js";

const PERU = join(root, "jurisdictions", "peru");
const LAW = join(PERU, "procedures.yaml");
const HISTORY = join(PERU, "history.yaml");
const SCENARIOS = join(PERU, "scenarios.yaml");
const STATES = join(root, "jurisdictions", "united-states");
let work = "";
beforeAll(() => {
  work = newFolder();
});
afterAll(() => dropFolder(work));
const write = (name: string, text: string): void => writeFileSync(join(work, name), text);

/** The one line in which a command that fails says why, in English; in Spanish it is another. */
async function refused(...given: readonly string[]): Promise<string> {
  const said = await acta(work, ...given);
  const spanish = await acta(work, ...given, "--lang", "es");
  expect([said.code, said.out, said.err.trimEnd().split("\n").length], said.err).toEqual([1, "", 1]);
  expect(spanish.err).not.toBe(said.err);
  expect(`${said.err}${spanish.err}`).not.toMatch(/^\S*\b[a-z]+\.[a-z]+[A-Z]\w*$|undefined|\{\w+\}|NaN/m);
  return said.err.trimEnd();
}

/** Text in both languages, without anything that a message left open. */
async function told(...given: readonly string[]): Promise<string> {
  const spanish = await acta(work, ...given, "--lang", "es");
  const english = await acta(work, ...given);
  for (const { code, out } of [spanish, english]) {
    expect(code).toBe(0);
    expect(out).not.toMatch(
      /\b(?:procedures|seats|vote|procedure)\.[a-z]\w+|undefined|\{\w+\}|NaN|\bnone\b(?! in force)/,
    );
  }
  return english.out;
}

describe("acta office-holders", () => {
  test("at an instant, with the chain of reasons; on a day of change with both", async () => {
    const then = await told(
      "office-holders",
      "--history",
      HISTORY,
      "--office",
      "presidency",
      "--at",
      "2020-11-12T12:00-05:00",
    );
    expect(then).toContain("Manuel Merino · succession, as: Presidency of Congress");
    expect(then).toContain("← 2020-11-09 Vacancy for moral or physical incapacity: Debate and vote (approved)");
    const change = await told("office-holders", "--history", HISTORY, "--at", "2022-12-07T12:00-05:00");
    expect(change).toMatch(/perhaps then .*\n.*Pedro Castillo.*\n.*Dina Boluarte/);
  });

  test("as documents: nine presidencies, gaps, a disputed one, nothing told of other times", async () => {
    const whole = await actaJson(work, "office-holders", "--history", HISTORY, "--office", "presidency");
    expect(whole).toMatchObject({ schema: "acta-office-holders/1", provenance: "real", at: null });
    expect(whole.offices[0].holders).toHaveLength(9);
    expect(whole.offices[0].gaps).toEqual([
      { told: true, from: "2020-11-09", to: "2020-11-10" },
      { told: true, from: "2020-11-15", to: "2020-11-17" },
      { told: true, from: "2026-02-17", to: "2026-02-18" },
    ]);
    const disputed = await actaJson(work, "office-holders", "--history", HISTORY, "--at", "2019-09-30");
    expect(disputed.offices[0]).toMatchObject({
      holders: [{ holder: "Martín Vizcarra" }],
      disputed: [{ holder: "Mercedes Aráoz", state: "disputed" }],
    });
    const congress = await actaJson(work, "office-holders", "--history", HISTORY, "--office", "congressPresidency");
    expect(congress.offices[0].gaps[1]).toEqual({ told: false, from: "2022-07-26", to: "2025-07-26" });
  });
});

describe("acta procedure", () => {
  test("list shows the steps of one, and asks back where a word means several", async () => {
    expect(await told("procedure", "list", "--law", LAW, "--on", "2022-01-01")).toContain(
      "dissolution · Dissolution of Congress",
    );
    const one = await told("procedure", "list", "vacancia", "--law", LAW, "--on", "2022-01-01");
    expect(one).toContain("window: from 3 to 10 working days after admit");
    expect(await refused("procedure", "list", "impeachment", "--law", LAW, "--on", "2022-01-01")).toMatch(
      /vacancy \(.*\); politicalTrial \(.*\); preTrial \(/,
    );
    const american = await told("procedure", "list", "impeachment", "--law", join(STATES, "procedures.yaml"));
    expect(american).toContain("removal · Impeachment and trial of the President");
  });

  test("replay judges every event, and one case with all reasons; as of a day it knows no later ruling", async () => {
    expect(await told("procedure", "replay", "--history", HISTORY)).toContain(
      "2022-12-07   unlawful · Dissolution of Congress",
    );
    const given = ["procedure", "replay", "--history", HISTORY, "--case", "dissolution-2022"];
    expect(await told(...given)).toContain("0 for certain, 0 more in somebody's reading; 2 needed");
    expect(await told(...given, "--known", "2022-12-08")).toContain("0 for certain, 1 more in somebody's reading");
    const document = await actaJson(work, ...given);
    expect(document).toMatchObject({ schema: "acta-replay/1", events: [{ judgement: { verdict: "unlawful" } }] });
    expect(document.events[0].judgement.conditions).toHaveLength(5);
    expect(await told("procedure", "replay", "--history", join(STATES, "history.yaml"))).toContain(
      "acquitted (35–19–0)",
    );
  });

  test("next says who, how many votes, from when until when", async () => {
    const given = ["procedure", "next", "castillo-vacancy3", "--history", HISTORY, "--on", "2022-12-02"];
    const text = await told(...given);
    expect(text).toContain("approved: 87 votes in favour (at least 2/3 of 130, legal number; R6.6");
    expect(text).toContain("from 3 to 10 working days after 2022-12-01: 2022-12-06 – 2022-12-19");
    const document = await actaJson(work, ...given);
    expect(document.steps.map((each: { step: string; when: string }) => [each.step, each.when])).toEqual([
      ["agreeEarlier", "open"],
      ["decide", "notYet"],
    ]);
    const open = await told("procedure", "next", "--history", HISTORY, "--on", "2020-11-16");
    expect(open).toContain("Presidency of the Republic is vacant: Francisco Sagasti follows");
    const barred = await told("procedure", "next", "dissolution", "--history", HISTORY, "--on", "2022-12-06");
    expect(barred).toContain("dissolve · Decree of dissolution (Const. 134) · not allowed as things stand");
  });

  test("registry says which body may do what", async () => {
    const onpe = await told("procedure", "registry", "onpe", "--law", LAW, "--on", "2021-06-10");
    expect(onpe).toContain("does not decide disputes and does not proclaim (Const. 182");
    const chambers = await actaJson(work, "procedure", "registry", "--law", LAW, "--on", "2026-08-01");
    expect(chambers.bodies.map(({ body }: { body: string }) => body)).toContain("senate");
  });

  test("scenario answers lawful, unlawful or undetermined, and says what it left out", async () => {
    const text = await told("procedure", "scenario", "--file", SCENARIOS);
    expect(text).toContain("Does the president of Congress take over? UNDETERMINED");
    expect(text).toContain("barrier-2026-on-2021 left out: it needs votes (--votes)");
    const document = await actaJson(work, "procedure", "scenario", "runoff-tie", "--file", SCENARIOS);
    expect(document.scenarios).toMatchObject([{ verdict: "undetermined", rule: "R4.3", confidence: "low" }]);
  });

  test("refuses in one line what cannot be", async () => {
    expect(await refused("procedure", "next", "vacancy", "--history", HISTORY, "--on", "7/12/2022")).toMatch(
      /^7\/12\/2022 can be two days/,
    );
    expect(await refused("procedure", "next", "--history", HISTORY, "--on", "yesterday")).toMatch(
      /^yesterday is not a date/,
    );
    expect(await refused("procedure", "list", "asamblea constituyente", "--law", LAW, "--on", "2022-01-01")).toContain(
      "The Constitution has no such mechanism",
    );
    expect(await refused("procedure", "list", "coup", "--law", LAW, "--on", "2022-01-01")).toContain("knows no “coup”");
    expect(await refused("procedure", "replay")).toBe("By which law? --history FILE, or --law FILE");
    expect(await refused("procedure", "replay", "--history", LAW)).toMatch(/no document of the form acta-history\/1/);
    expect(await refused("procedure", "replay", "--history", HISTORY, "--case", "x")).toMatch(/^There is no case x/);
    expect(await refused("procedure", "scenario", "x", "--file", SCENARIOS)).toMatch(/^The file has no scenario x/);
    expect(await refused("procedure", "registry", "x", "--law", LAW)).toMatch(/knows no body x/);
    expect(await refused("office-holders", "--history", HISTORY, "--office", "king")).toMatch(/knows no office king/);
  });

  test("refuses a motion out of its window with the rule that it breaks, and an ambiguous date with its place", async () => {
    const event = (id: string, step: string, at: string, inFavour: number) =>
      `  - { kind: step, id: ${id}, at: ${at}, case: c, procedure: vacancy, step: ${step}, figures: { inFavour: ${inFavour} }, sources: [s] }\n`;
    const head = `format: acta-history/1\nid: h\nname: h\nlaw: ${LAW}\nevents:\n`;
    const begun = event("a", "file", "2022-11-29", 26) + event("b", "admit", "2022-12-01", 73);
    write("early.yaml", head + begun + event("c", "decide", "2022-12-02", 101));
    expect(await refused("procedure", "replay", "--history", "early.yaml")).toBe(
      "c: 2022-12-02: step decide is out of its window, which runs from 2022-12-06 to 2022-12-19 (R6.6, Const. 113.2; RC 89-A c, d)",
    );
    write("crowd.yaml", head + begun + event("c", "decide", "2022-12-07", 131));
    expect(await refused("procedure", "replay", "--history", "crowd.yaml")).toMatch(
      /131 votes or members, but congress has 130/,
    );
    write("date.yaml", head + event("a", "file", "7/12/2022", 26));
    expect(await refused("procedure", "replay", "--history", "date.yaml")).toMatch(
      /date\.yaml:6:\d+ \(events\.0\.at\): 7\/12\/2022 can be two days/,
    );
  });
});

describe("acts of a ledger", () => {
  test("are a history: motions, roll calls and offices entered, replayed by the law", async () => {
    const done = await importSample(work, join(work, "data"), sampleCsv(40), "2026-02-01T20:00Z");
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    const actor = { role: "authority", name: "Congreso" };
    const batch = (kind: string, entries: readonly object[]) => ({
      kind,
      election: "-",
      actor,
      reason: "journal",
      entries,
    });
    const motion = { motion: "m1", chamber: "congress", procedure: "vacancy", subject: "x" };
    const call = { motion: "m1", chamber: "congress", against: 6, abstentions: 10 };
    const acts = [
      batch("office", [
        { office: "presidency", holder: "A", state: "taken", cause: "election", follows: "", at: "2021-07-28" },
      ]),
      batch("motion", [{ ...motion, state: "filed", signatories: 26, at: "2022-11-29" }]),
      batch("rollCall", [
        { ...call, question: "vacancy-admission", inFavour: 73, at: "2022-12-01" },
        { ...call, question: "vacancy-final", inFavour: 101, at: "2022-12-07" },
      ]),
    ];
    write("acts.json", JSON.stringify(acts));
    const entered = await actaAt(Date.UTC(2026, 1, 3), work, "enter", "acts.json", "--data", "data");
    expect(entered).toMatchObject({ code: 0, err: "" });
    const holders = await actaJson(work, "office-holders", "--law", LAW, "--data", "data", "--office", "presidency");
    expect(holders.offices[0].holders).toMatchObject([
      { holder: "A", from: "2021-07-28", to: "2022-12-07", endedBy: "incapacity" },
    ]);
  });
});

describeWithShared("the barrier of 2026 on the votes of 2021", () => {
  test("is undetermined by the command", async () => {
    write("votes.json", JSON.stringify(congressVotes(congress2021())));
    const given = ["procedure", "scenario", "barrier-2026-on-2021", "--file", SCENARIOS];
    expect(await told(...given, "--votes", "votes.json")).toContain("Who would pass it? UNDETERMINED");
    expect(await refused(...given)).toMatch(/name a file with them \(--votes\)/);
  });
});
