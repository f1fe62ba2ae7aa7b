import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERU, acta, actaJson, dropFolder, newFolder, peruFile } from "../../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { root } from "../../../../../scripts/workshop.mjs";

// The docket by hand of examples/peru-2021-docket, which says what in it is real, on the edition of 9 June.
describeWithShared("the docket of the runoff of 2021", () => {
  let work = "";
  const example = (name: string): string => join(root, "examples", "peru-2021-docket", name);
  beforeAll(async () => {
    work = newFolder();
    await actaJson(work, "import", PERU.runoff, "--source", peruFile("09"));
    await actaJson(work, "law", "add", join(root, "jurisdictions", "peru", "law.yaml"));
    await actaJson(work, "petition", "import", example("docket.csv"), "--as-of", "2021-06-11");
    await actaJson(work, "enter", example("acts.json"));
  }, 120_000);
  afterAll(() => dropFolder(work));

  interface Listed {
    readonly stations: readonly string[];
    readonly state: { readonly kind: string; readonly outcome: string | null };
    readonly petitions: readonly { readonly time: { readonly kind: string; readonly why: string } }[];
    readonly spans: readonly { readonly days: number; readonly allowed: { readonly days: number } | null }[];
  }

  const caseOf = async (station: string, ...flags: readonly string[]): Promise<Listed> => {
    const { cases }: { readonly cases: readonly Listed[] } = await actaJson(work, "petition", "list", ...flags);
    return cases.find(({ stations }) => stations.includes(station)) ?? expect.unreachable(station);
  };

  test("073612: in time at 19:37; 4 days of 3 at the jury, 15 of 3 at the plenary (R3.11)", async () => {
    const { petitions, spans, state } = await caseOf("073612");
    expect(petitions[0]?.time.kind).toBe("inTime");
    expect(spans.map(({ days, allowed }) => [days, allowed?.days])).toEqual([
      [4, 3],
      [15, 3],
    ]);
    expect(state).toMatchObject({ kind: "final", outcome: "rejectedOnMerits" });
    expect((await caseOf("073612", "--now", "2021-06-12")).state.kind).toBe("filed");
    expect((await caseOf("073612", "--now", "2021-06-20")).state.kind).toBe("appealed");
  });

  test("006824: filed on the last day at an hour nobody gives; 1 day of 3, then 19 of 3", async () => {
    const { petitions, spans } = await caseOf("006824");
    expect(petitions[0]?.time).toMatchObject({ kind: "unknown", why: "onlyDay" });
    expect(spans.map(({ days }) => days)).toEqual([1, 19]);
  });

  test("the extension of 11 June is listed as announced and not in force (R3.4)", async () => {
    const { deadlines } = await actaJson(work, "calendar", "--now", "2021-06-11 18:00");
    const set = deadlines.filter(({ what }: { what: string }) => what === "set");
    expect(set).toMatchObject([{ rule: "R3.2", due: "2021-06-12T01:00:00Z", state: "notInForce" }]);
  });

  test("what is open is bounded from the record: 558 stations at the edition, 556 once two are final", async () => {
    const open = async (...flags: readonly string[]) => (await actaJson(work, "disputes", ...flags)).petitions;
    expect(await open("--edition", "1")).toMatchObject({ kind: "loaded", located: 2, unlocated: 556, wider: 0 });
    expect((await acta(work, "petition", "list", "--now", "2021-07-01")).out).toContain("open: 4 cases, 556 stations");
  });

  test("the certification is blocked by the 1,354 flagged sheets first, then by petitions and appeals, then by the 1,648 that have not come", async () => {
    const { certification, days } = await actaJson(work, "calendar", "--now", "2021-06-12");
    expect(certification.blocks).toEqual(["flaggedSheets", "petitions", "appeals", "totals", "firstCertifications"]);
    // 006824 was decided on 10 June: it is before the plenary, and five cases are before the juries.
    expect(certification.steps.slice(0, 4).map(({ count }: { count: number }) => count)).toEqual([1_354, 5, 1, 1_648]);
    expect(days.earlier.map((each: { days: number }) => each.days)).toEqual([18, 23]);
  });
});
