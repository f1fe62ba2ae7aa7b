import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import type { OpenEdition } from "../store/index.js";
import { exportTable, writeNist } from "./index.js";
import type { TableRequest } from "./index.js";
import type { NistReport, NistUnit } from "./nist-form.js";
import { NASTY_NAMES, SAMPLE_STATIONS, sampleEdition, sampleElection } from "./sample-edition.js";

function reportOf(open: OpenEdition = sampleEdition(), request: TableRequest = {}): NistReport {
  const written = writeNist(open, request);
  if (!written.ok) throw new Error(written.problem.code);
  return JSON.parse(Buffer.from(written.value.bytes).toString("utf8"));
}

const LIST_CONTEST = {
  id: "list",
  name: { es: "Congreso", en: "Congress" },
  options: ["a", "b"],
  preferential: { candidates: 2 },
  cells: ["null", "ballotsCast"],
  outcome: { rule: "none" },
};
const LOW_THRESHOLD = { rule: "majority", moreThan: "2/5" };
const LISTS = [
  { id: "a", name: { es: "Lista Á", en: "List A" }, label: "A", colour: "#C8102E" },
  { id: "b", name: "Lista B", colour: "#0000FF" },
];

function unitOf(report: NistReport, code: string): NistUnit {
  const found = report.GpUnit.find((unit) => unit.ExternalIdentifier.some(({ Value }) => Value === code));
  return found ?? expect.unreachable(`no area ${code}`);
}

/** Every edition that must be valid: other names, other contests, other provenance, nothing counted. */
const EDITIONS: readonly (readonly [string, OpenEdition])[] = [
  ["the sample", sampleEdition()],
  [
    "nasty names",
    sampleEdition(
      sampleElection(),
      SAMPLE_STATIONS.map((each, at) => ({ ...each, place: NASTY_NAMES[at] ?? "" })),
    ),
  ],
  ["synthetic", sampleEdition(sampleElection({ provenance: "synthetic" }))],
  ["a drill", sampleEdition(sampleElection({ provenance: "drill" }))],
  ["a runoff", sampleEdition(sampleElection({ follows: { election: "first" } }))],
  ["lists", sampleEdition(sampleElection({ options: LISTS, contests: [LIST_CONTEST] }))],
  [
    "a threshold below one half",
    sampleEdition(sampleElection({ contests: [{ ...LIST_CONTEST, outcome: LOW_THRESHOLD }] })),
  ],
  ["no stations", sampleEdition(sampleElection(), [])],
];

describeWithShared("a NIST report against the schema of SP 1500-100 v2", () => {
  let schema: Record<string, unknown> = {};
  let validate: ValidateFunction | undefined;
  beforeAll(() => {
    schema = JSON.parse(readFileSync(sharedPath("schemas", "nist-sp-1500-100-v2.schema.json"), "utf8"));
    // The schema is draft 4, which Ajv 8 has no metaschema for; it uses nothing that later drafts read otherwise.
    const { $schema, ...rest } = schema;
    expect($schema).toBe("http://json-schema.org/draft-04/schema#");
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    validate = ajv.compile(rest);
  });

  function problemsOf(report: unknown): unknown {
    return validate?.(report) === true ? [] : validate?.errors;
  }

  test.each(EDITIONS)("%s is valid", (_, open) => {
    for (const level of ["country", "department", "district"])
      expect(problemsOf(reportOf(open, { level }))).toEqual([]);
    expect(problemsOf(reportOf(open, { tree: "centre" }))).toEqual([]);
  });

  test("a report that is not one is refused", () => {
    expect(problemsOf({ ...reportOf(), Status: "proclaimed" })).not.toEqual([]);
    expect(problemsOf({ ...reportOf(), Undervotes: 1 })).not.toEqual([]);
  });

  test.each(EDITIONS)("in %s every reference leads to a thing of a kind that the schema allows there", (_, open) => {
    const report = reportOf(open);
    const types = new Map<string, string>();
    eachObject(report, (object) => {
      if (typeof object["@id"] === "string") types.set(object["@id"], String(object["@type"]));
    });
    let references = 0;
    eachObject(report, (object) => {
      for (const [key, value] of Object.entries(object)) {
        const allowed = refTypesOf(schema, String(object["@type"]), key);
        for (const id of allowed === null ? [] : [value].flat()) {
          expect(allowed, `${key} -> ${String(id)}`).toContain(types.get(String(id)));
          references++;
        }
      }
    });
    expect(references).toBeGreaterThan(3);
  });
});

function eachObject(value: unknown, visit: (object: Record<string, unknown>) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) visit(Object.fromEntries(Object.entries(value)));
  for (const child of Object.values(value)) eachObject(child, visit);
}

/** The types that the schema lets a property refer to; null when it is no reference. */
function refTypesOf(schema: unknown, type: string, property: string): readonly string[] | null {
  const at = (from: unknown, key: string): unknown =>
    typeof from === "object" && from !== null ? Object.entries(from).find(([name]) => name === key)?.[1] : undefined;
  const found = at(at(at(at(schema, "definitions"), type), "properties"), property);
  const refTypes = at(found, "refTypes") ?? at(at(found, "items"), "refTypes");
  return Array.isArray(refTypes) ? refTypes.map(String) : null;
}

describe("the figures of a NIST report", () => {
  test("equal the rows of the table, area by area", () => {
    const open = sampleEdition();
    const report = reportOf(open);
    const [election] = report.Election;
    const contest = election?.Contest[0] ?? expect.unreachable();
    for (const level of ["country", "department", "province", "district"]) {
      const table = exportTable(open, { level });
      if (!table.ok) return expect.unreachable();
      const { columns, size } = table.value;
      for (let row = 0; row < size; row++) {
        const cell = (id: string) => columns.find((column) => column.id === id)?.cell(row);
        const code = String(cell("code"));
        if (code === "NA") continue;
        const id = unitOf(report, code)["@id"];
        const votes = contest.ContestSelection.map(
          (each) => each.VoteCounts.find((count) => count.GpUnitId === id)?.Count,
        );
        expect(votes).toEqual([cell("votes.a"), cell("votes.b")]);
        const ballots = election?.BallotCounts.filter((count) => count.GpUnitId === id);
        expect(ballots?.map((count) => [count.OtherType ?? count.Type, count.BallotsCast])).toEqual([
          ["total", cell("ballotsCast")],
          ["blankVotes", cell("blankVotes")],
          ["nullVotes", cell("nullVotes")],
          ["challengedVotes", cell("challengedVotes")],
        ]);
      }
    }
  });

  test("of an area are the sum of the areas that compose it", () => {
    const report = reportOf();
    for (const selection of report.Election[0]?.Contest[0]?.ContestSelection ?? []) {
      const votes = new Map(selection.VoteCounts.map((count) => [count.GpUnitId, count.Count]));
      for (const { "@id": id, ComposingGpUnitIds } of report.GpUnit)
        if (ComposingGpUnitIds !== undefined)
          expect(ComposingGpUnitIds.reduce((sum, child) => sum + (votes.get(child) ?? NaN), 0)).toBe(votes.get(id));
    }
  });

  test("count stations as sub-units and leave out registered voters that are not all known", () => {
    const report = reportOf();
    expect(unitOf(report, "010101")).toMatchObject({
      Type: "other",
      OtherType: "district",
      VotersRegistered: 800,
      VotersParticipated: 451,
      SubUnitsReported: 3,
      TotalSubUnits: 3,
      CountStatus: [{ Status: "completed" }],
      ExternalIdentifier: [{ Type: "other", OtherType: "reniec", Value: "010101" }],
    });
    expect(unitOf(report, "020101")).not.toHaveProperty("VotersRegistered");
    expect(unitOf(report, "020101").CountStatus[0]?.Status).toBe("in-process");
    expect(unitOf(report, "010201").CountStatus[0]?.Status).toBe("not-processed");
    expect(unitOf(report, "010201")).not.toHaveProperty("Name");
    expect(unitOf(report, "PE")).toMatchObject({ Type: "country", TotalSubUnits: 10 });
  });
});

describe("what a NIST report says about itself", () => {
  test("is unofficial, partial or complete, and never certified", () => {
    expect(reportOf().Status).toBe("unofficial-partial");
    const counted = sampleEdition(sampleElection(), SAMPLE_STATIONS.slice(0, 5));
    expect(reportOf(counted).Status).toBe("unofficial-complete");
    expect(JSON.stringify(reportOf(counted))).not.toMatch(/"certified"|winner/);
  });

  test("marks a test where the election did not happen", () => {
    expect(reportOf()).toMatchObject({ IsTest: false });
    expect(reportOf()).not.toHaveProperty("TestType");
    expect(reportOf(sampleEdition(sampleElection({ provenance: "synthetic" })))).toMatchObject({
      IsTest: true,
      TestType: "synthetic",
    });
    expect(reportOf(sampleEdition(), { drill: true })).toMatchObject({ IsTest: true, TestType: "drill" });
    expect(reportOf(sampleEdition(), { drill: true }).Notes).toMatch(/^SIMULACRO/);
  });

  test("is not in the name of the authority, and names edition, digest, policy and source", () => {
    const report = reportOf(sampleEdition(), { policy: "as-filed" });
    expect(report.Issuer).toBe("Acta");
    expect(report.ExternalIdentifier.map(({ OtherType, Value }) => [OtherType, Value])).toEqual([
      ["acta-edition", "20210617T2359Z-0badcafe"],
      ["acta-data-digest", "d".repeat(64)],
      ["acta-policy", "as-filed"],
    ]);
    expect(report.Notes).toContain("Source: Somebody; CC0");
    expect(report.GeneratedDate).toBe("2021-06-18T01:02:03Z");
  });

  test("has candidates with their parties, or lists where nobody is named and seats are decided elsewhere", () => {
    const [race] = reportOf().Election;
    expect(race?.Contest[0]).toMatchObject({
      "@type": "ElectionResults.CandidateContest",
      VoteVariation: "majority",
      VotesAllowed: 1,
      NumberElected: 1,
      NumberRunoff: 2,
    });
    expect(race?.Candidate[0]).toMatchObject({
      BallotName: { Text: [{ Content: "Ana Á", Language: "und" }] },
      PartyId: "party-a",
    });
    expect(reportOf().Party[0]).toMatchObject({ Color: "c8102e", Abbreviation: { Text: [{ Content: "PA" }, {}] } });
    const lists = reportOf(sampleEdition(sampleElection({ options: LISTS, contests: [LIST_CONTEST] })));
    expect(lists.Election[0]?.Contest[0]?.["@type"]).toBe("ElectionResults.PartyContest");
    expect(lists.Election[0]?.Candidate).toEqual([]);
    expect(lists.Notes).toContain("Preferential votes are left out");
    expect(lists.Election[0]?.BallotCounts.map((count) => count.OtherType ?? count.Type)).not.toContain("blankVotes");
  });

  test("of the same edition has the same bytes", () => {
    expect(writeNist(sampleEdition(), {})).toEqual(writeNist(sampleEdition(), {}));
  });

  test("is not written for a group, for places or for stations", () => {
    for (const [request, code] of [
      [{ group: "coast" }, "export.nistWholeContest"],
      [{ level: "place" }, "export.nistLevel"],
      [{ level: "station" }, "export.nistLevel"],
    ] as const)
      expect(writeNist(sampleEdition(), request)).toMatchObject({ problem: { code } });
  });
});
