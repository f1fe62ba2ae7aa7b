import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { expectMorning, importRound } from "../../../../../scripts/peru-editions.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";

// The folder holds the first round and the sheets of 8 June 2021, and nothing of later: no final figure can be read.

describeWithShared("acta project on the real sheets of 8 June 2021", () => {
  const work = newFolder();
  beforeAll(async () => {
    await importRound(work, "firstRound", peruFile("first"));
    await importRound(work, "runoff", peruFile("08"));
  }, 120_000);
  afterAll(() => dropFolder(work));

  test("errs by at most 10,000 votes, its 90 % interval holds the end and is at most 55,000 wide, P is 0.95 to 0.998", async () => {
    const document = await actaJson(work, "project");
    console.log(`8 June: ${document.margin.expected}, 90 % ${document.margin.interval90}, P ${document.pLead}`);
    expectMorning(document);
    expect(document.base).toMatchObject({ stations: 86_488, counted: 82_795, referred: 1_367, pending: 2_326 });
    expect(document.bound).toMatchObject({ lead: 77_921, canChange: true });
  }, 60_000);

  test("a result says where to ask for the end, or says it in one line", async () => {
    const plain = (await acta(work, "results")).out.trimEnd().split("\n").at(-1);
    expect(plain).toBe(
      "What is open could still change who is ahead, by arithmetic: acta project says what to expect, and how surely.",
    );
    const { projection } = await actaJson(work, "results", "--projection");
    expectMorning(projection);
    expect(projection.kind).toBe("projection");
    expect((await actaJson(work, "results")).projection).toBeUndefined();
  }, 60_000);
});
