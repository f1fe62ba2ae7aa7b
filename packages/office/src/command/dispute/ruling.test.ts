import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { SAMPLE_IMPORT, writeSample } from "./sample-tribunal.js";

const BY = ["--body", "jury", "--at", "2026-02-05"];

/** A folder with the sample election and its law set. */
async function newCourt(): Promise<string> {
  const work = newFolder();
  writeSample(work);
  await actaJson(work, ...SAMPLE_IMPORT);
  await actaJson(work, "law", "add", "rules.yaml");
  return work;
}

function writeActs(work: string, ...batches: readonly unknown[]): string {
  writeFileSync(join(work, "acts.json"), JSON.stringify(batches));
  return "acts.json";
}

const JURY = { role: "tribunal", name: "jury" };
const batch = (kind: string, ...entries: readonly Readonly<Record<string, unknown>>[]) => ({
  kind,
  contest: "president",
  actor: JURY,
  entries: [...entries],
});
const ruling = (number: string, station: string, more: Readonly<Record<string, unknown>> = {}) =>
  batch("ruling", {
    ruling: number,
    body: "jury",
    instance: 1,
    outcome: "corrected",
    at: "2026-02-05",
    effects: [{ station, status: "resolved", figures: { null: 10 } }],
    ...more,
  });

const votesOf = (result: { options: readonly { votes: number }[] }): readonly number[] =>
  result.options.map(({ votes }) => votes);

/** Expects one line on standard error, exit code 1, and a ledger as long as before. */
async function refused(work: string, ...given: readonly string[]): Promise<string> {
  const before = (await actaJson(work, "doctor")).size;
  const ran = await acta(work, ...given);
  expect(ran, given.join(" ")).toMatchObject({ code: 1, out: "" });
  expect(ran.err.trimEnd().split("\n").length, ran.err).toBe(1);
  expect((await actaJson(work, "doctor")).size).toBe(before);
  return ran.err;
}

describe("what is proposed", () => {
  let work = "";
  beforeAll(async () => {
    work = await newCourt();
  });
  afterAll(() => dropFolder(work));

  test("needs a law set in the record, and says how to add one", async () => {
    const bare = newFolder();
    writeSample(bare);
    await actaJson(bare, ...SAMPLE_IMPORT);
    expect(await refused(bare, "ruling", "propose", "1")).toMatch(/no law set: acta law add FILE --data acta-data/);
    dropFolder(bare);
  });

  test("comes with its steps, articles and figures, and enters nothing", async () => {
    const { size } = await actaJson(work, "doctor");
    const { proposals, law } = await actaJson(work, "ruling", "propose", "1", "2", "3");
    expect(law).toMatchObject({ id: "sample-law", day: "2026-02-01" });
    expect(proposals).toMatchObject([
      { station: "000001", letters: "D", outcome: "corrected", decidedBy: "short", figures: { null: 10, voters: 80 } },
      {
        station: "000002",
        letters: "E",
        outcome: "annulled",
        figures: { a: 0, b: 0, null: 100, voters: 100 },
        votersReported: 90,
        votersImputed: 100,
        votersAdded: 10,
        rules: [{ rule: "excess", article: "art. excess", lawSet: law.sha256 }],
      },
      { station: "000003", outcome: "needsBody", needs: ["challengedVotes"] },
    ]);
    const said = await acta(work, "ruling", "propose", "2");
    expect(said.out).toMatch(/1\. Annulled: null votes are the registered voters \[excess; art\. excess\]/);
    expect(said.out).toMatch(/10 more than reported, which is no attendance/);
    expect(said.out).toMatch(/No other original has been compared/);
    expect((await acta(work, "ruling", "propose", "2", "--lang", "es")).out).toMatch(/Nula: los votos nulos/);
    expect((await actaJson(work, "doctor")).size).toBe(size);
  });

  test("--open takes every referred sheet and adds up what they would bring", async () => {
    const { summary, proposals } = await actaJson(work, "ruling", "propose", "--open");
    expect(proposals.map((each: { station: string }) => each.station)).toEqual([
      "000001",
      "000002",
      "000003",
      "000004",
    ]);
    expect(summary).toMatchObject({
      sheets: 4,
      decided: 3,
      outcomes: { corrected: 2, annulled: 1, needsBody: 1 },
      votes: { a: 80, b: 60 },
      undecidedVotes: { a: 30, b: 30 },
    });
    expect(await refused(work, "ruling", "propose")).toMatch(/--open for every referred sheet/);
    expect(await refused(work, "ruling", "propose", "1", "--open")).toMatch(/say which sheets/);
    expect(await refused(work, "ruling", "propose", "999")).toMatch(/no station 999/);
  });

  test("takes what the body saw: where the challenged votes go, or that their envelopes are missing", async () => {
    const decided = await actaJson(work, "ruling", "propose", "3", "--challenged", "Ana=2,nulos=1");
    expect(decided.proposals).toMatchObject([{ outcome: "corrected", figures: { a: 32, null: 6, challenged: 0 } }]);
    const missing = await actaJson(work, "ruling", "propose", "3", "--challenged", "missing");
    expect(missing.proposals).toMatchObject([{ outcome: "corrected", figures: { a: 30, null: 8, challenged: 0 } }]);
    expect(await refused(work, "ruling", "propose", "3", "--challenged", "a=1")).toMatch(
      /account for 1 challenged vote/,
    );
    expect(await refused(work, "ruling", "propose", "3", "--challenged", "x=3")).toMatch(/no cell x/);
    expect(await refused(work, "ruling", "propose", "3", "--challenged", "a")).toMatch(/is not CELL=N/);
  });
});

describe("what a body decides", () => {
  let work = "";
  beforeAll(async () => {
    work = await newCourt();
  });
  afterAll(() => dropFolder(work));

  test("adopted: the ruling stores its effect, its rules with the hash of the law set, and the voters it adds", async () => {
    const before = votesOf(await actaJson(work, "results"));
    const { sha256 } = await actaJson(work, "law", "show", "excess");
    const adopted = await actaJson(work, "ruling", "adopt", "2", ...BY, "--ruling", "R-2", "--case", "C-2");
    expect(adopted).toMatchObject({
      schema: "acta-ruling/1",
      station: "000002",
      outcome: "annulled",
      proposal: "adopted",
      law: [{ rule: "excess", lawSet: sha256 }],
      votersAdded: 10,
    });
    const short = await actaJson(work, "ruling", "adopt", "1", ...BY, "--ruling", "R-1");
    expect(short).toMatchObject({ outcome: "corrected", figures: { null: 10 }, votersAdded: 0 });
    await actaJson(work, "seal", "--as-of", "2026-02-06T20:00Z");
    const after = await actaJson(work, "results");
    expect(votesOf(after)).toEqual([(before[0] ?? 0) + 40, (before[1] ?? 0) + 30]);
    expect(await actaJson(work, "station", "2")).toMatchObject({
      status: "annulled",
      cells: { null: 100, voters: 100 },
    });
  });

  test("departed: with figures and a reason, under the rule that makes the body competent", async () => {
    const reason = ["--reason", "the jury's original has 11"];
    const at = ["ruling", "depart", "4", ...BY, "--ruling", "R-4"];
    expect(await refused(work, ...at, "--outcome", "corrected", "--figures", "null=11", ...reason)).not.toBe("");
    expect(await refused(work, ...at, "--outcome", "corrected", ...reason)).toMatch(/say which figures change/);
    expect(await refused(work, ...at, "--outcome", "keptAsFiled", "--figures", "null=1", ...reason)).toMatch(
      /change no figure/,
    );
    expect(await refused(work, ...at, "--outcome", "thrownAway", ...reason)).toMatch(/is no outcome/);
    const departed = await actaJson(work, ...at, "--outcome", "corrected", "--figures", "Ana=51", ...reason);
    expect(departed).toMatchObject({ proposal: "departed", figures: { a: 51 }, law: [{ rule: "rules" }] });
    const { versions } = await actaJson(work, "history", "4");
    expect(versions.at(-1)).toMatchObject({ kind: "ruling", reason: "the jury's original has 11", cells: { a: 51 } });
  });

  test("what the law leaves to the body is not adopted until it says what it saw; then it ends there", async () => {
    const at = ["ruling", "adopt", "3", ...BY, "--ruling", "R-3"];
    expect(await refused(work, ...at)).toMatch(/the body must: open the envelopes/);
    await actaJson(work, ...at, "--challenged", "a=3");
    const { legal } = await actaJson(work, "station", "3");
    expect(legal.state).toEqual({ kind: "final", effect: "corrected", how: "decided" });
    expect(legal.open).toEqual([]);
  });

  test("twice, after it is final, on a sheet that is not before it, and under a number already used: refused in one line", async () => {
    const more = ["--challenged", "missing"];
    expect(await refused(work, "ruling", "adopt", "2", ...BY, "--ruling", "R-9")).toMatch(/000002: .*ruled on already/);
    expect(await refused(work, "ruling", "adopt", "3", ...BY, "--ruling", "R-9", ...more)).toMatch(
      /000003: .*is final/,
    );
    expect(await refused(work, "ruling", "adopt", "7", ...BY, "--ruling", "R-9")).toMatch(/000007: .*not before jury/);
    expect(await refused(work, "enter", writeActs(work, ruling("R-2", "000008")))).toMatch(
      /R-2 of jury is in the record/,
    );
    expect(await refused(work, "enter", writeActs(work, ruling("R-9", "999999")))).toMatch(/999999 is not on the roll/);
    expect(await refused(work, "ruling", "adopt", "2", "--body", "jury", "--at", "soon", "--ruling", "R-9")).toMatch(
      /soon is not a time/,
    );
  });
});

describe("quorum and competence, by acta enter as well", () => {
  let work = "";
  beforeAll(async () => {
    work = await newCourt();
  });
  afterAll(() => dropFolder(work));
  const seat = (id: string, state: string) =>
    batch("membership", { body: "jury", seat: id, state, holder: "", chair: false });

  test("a body without its quorum decides nothing; with an alternate it does", async () => {
    await actaJson(work, "enter", writeActs(work, seat("one", "empty"), seat("two", "declined")));
    expect(await refused(work, "ruling", "adopt", "1", ...BY, "--ruling", "R-1")).toMatch(
      /1 member of jury cannot decide, the quorum is 2/,
    );
    expect(await refused(work, "enter", writeActs(work, ruling("R-1", "000001")))).toMatch(/the quorum is 2/);
    await actaJson(work, "enter", writeActs(work, seat("two", "substituted")));
    await actaJson(work, "ruling", "adopt", "1", ...BY, "--ruling", "R-1");
  });

  test("a member who recused himself in the case does not sit in it", async () => {
    const vote = batch("vote", { case: "C-2", body: "jury", seat: "three", vote: "recused" });
    await actaJson(work, "enter", writeActs(work, vote));
    expect(await refused(work, "ruling", "adopt", "2", ...BY, "--ruling", "R-2", "--case", "C-2")).toMatch(
      /quorum is 2/,
    );
    await actaJson(work, "ruling", "adopt", "2", ...BY, "--ruling", "R-2", "--case", "C-3");
  });

  test("a case before one body is not decided by another, nor a first ruling by the court", async () => {
    const opened = { case: "C-4", body: "jury", matter: "flaggedSheet", stations: ["000004"] };
    await actaJson(work, "enter", writeActs(work, batch("case", opened)));
    const others = ["--body", "jury:south", "--at", "2026-02-05", "--ruling", "R-4"];
    expect(await refused(work, "ruling", "adopt", "4", ...others)).toMatch(/before jury, not before jury:south/);
    expect(
      await refused(
        work,
        "ruling",
        "adopt",
        "3",
        "--challenged",
        "missing",
        "--body",
        "court",
        "--at",
        "2026-02-05",
        "--ruling",
        "S-1",
      ),
    ).toMatch(/court cannot do this.*jury can/);
  });

  test("two rulings of one document on one sheet: the second is refused, and then neither is entered", async () => {
    const both = ruling("R-5", "000004");
    both.entries.push({ ...ruling("R-6", "000004").entries[0] });
    expect(await refused(work, "enter", writeActs(work, both))).toMatch(/000004: .*ruled on already/);
  });

  test("without a law set the record only writes down", async () => {
    const bare = newFolder();
    writeSample(bare);
    await actaJson(bare, ...SAMPLE_IMPORT);
    await actaJson(bare, "enter", writeActs(bare, ruling("R-1", "000009")));
    const said = await acta(bare, "station", "9");
    expect(said.out).toMatch(/Legal state: ruled: corrected\n.*ruling R-1 of jury/);
    expect(said.out).toMatch(/Who may still act is not said: the record holds no law set/);
    dropFolder(bare);
  });
});

describe("the legal life of a sheet", () => {
  let work = "";
  beforeAll(async () => {
    work = await newCourt();
  });
  afterAll(() => dropFolder(work));

  test("follows from the source's statuses while no act is there, and says so", async () => {
    expect((await actaJson(work, "station", "7")).legal).toMatchObject({
      basis: "reported",
      state: { kind: "counted" },
    });
    const { legal } = await actaJson(work, "station", "1");
    expect(legal).toMatchObject({ basis: "reported", state: { kind: "referred", reasons: ["materialError"] } });
    expect(legal.open).toMatchObject([
      { act: "rule", by: "jury", article: "art. rules" },
      { act: "ruleFinally", by: "jury" },
    ]);
    expect((await acta(work, "station", "1")).out).toMatch(/As the statuses of the source say/);
  });

  test("ruled, published, appealed and final: each step with its body, article and entry, and the term that runs", async () => {
    const adopted = await actaJson(work, "ruling", "adopt", "1", ...BY, "--ruling", "R-1");
    const ruled = (await actaJson(work, "station", "1")).legal;
    expect(ruled.open).toMatchObject([
      { act: "appeal", by: "legalAgent", term: "notBegun" },
      { act: "closeUnappealed" },
    ]);
    const published = { of: adopted.entry, form: "publication", at: "2026-02-06" };
    await actaJson(work, "enter", writeActs(work, batch("notification", published)));
    // The desk's clock stands on 2 January 2026, before the term of three days ends at 20:00.
    expect((await actaJson(work, "station", "1")).legal.open[0]).toMatchObject({
      term: "running",
      until: "2026-02-09T20:00:00Z",
      termRule: "three-days",
    });
    const appeal = { appeal: "A-1", of: adopted.entry, body: "court", filer: { role: "legalAgent", party: "a" } };
    await actaJson(
      work,
      "enter",
      writeActs(work, { ...batch("appeal", appeal), actor: { role: "partyAgent", name: "a" } }),
    );
    const upheld = ruling("S-1", "000001", { body: "court", instance: 2, outcome: "upheld" });
    upheld.entries = [
      { ...upheld.entries[0], effects: [{ station: "000001", status: "resolved", figures: { null: 5 } }] },
    ];
    await actaJson(work, "enter", writeActs(work, upheld));
    const { legal } = await actaJson(work, "history", "1");
    const steps = legal.events.map((each: Record<string, unknown>) => [
      each["by"],
      each["body"],
      each["kind"],
      each["rule"],
    ]);
    expect(steps).toEqual([
      ["sheet", "Authority", "reported", ""],
      ["ruling", "jury", "taken", "rules"],
      ["notification", "jury", "noted", ""],
      ["appeal", "a", "taken", "appeals"],
      ["ruling", "court", "taken", "decides"],
    ]);
    expect(legal.state).toEqual({ kind: "final", effect: "corrected", how: "decided" });
    const said = (await acta(work, "history", "1")).out;
    expect(said).toMatch(/ruling R-1 by jury → ruled: corrected \[rules; art\. rules\]/);
    expect(said).toMatch(/Legal state: final \(decided\): corrected/);
    expect((await acta(work, "history", "1", "--lang", "es")).out).toMatch(/Vida legal: 5 asientos/);
  });

  test("an act that the law does not allow, recorded before the law set was, is told with its reason and moves nothing", async () => {
    const late = newFolder();
    writeSample(late);
    await actaJson(late, ...SAMPLE_IMPORT);
    await actaJson(late, "enter", writeActs(late, ruling("R-1", "000009")));
    await actaJson(late, "law", "add", "rules.yaml");
    const { legal } = await actaJson(late, "history", "9");
    expect(legal.state).toEqual({ kind: "counted" });
    expect(legal.events.at(-1)).toMatchObject({ kind: "refused", problem: { code: "dispute.notBeforeBody" } });
    expect((await acta(late, "history", "9")).out).toMatch(/not what the law set allows.*figures stand as written/);
    dropFolder(late);
  });

  test("--at shows the law and the acts as they were then", async () => {
    const { legal } = await actaJson(work, "history", "1");
    const before = String(legal.events[1].entry - 1);
    expect((await actaJson(work, "history", "1", "--at", before)).legal).toMatchObject({ basis: "reported" });
  });
});
