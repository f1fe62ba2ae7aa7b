import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { root } from "../../../../../scripts/workshop.mjs";

// The contract of issue 2, which other programs read: keys may be added, never changed.
const HEAD = ["schema", "provenance", "election", "contest", "edition", "policy"];
const AREA = [
  "area",
  "options",
  "validVotes",
  "blankVotes",
  "nullVotes",
  "challengedVotes",
  "ballotsCast",
  "votersReported",
  "registeredVoters",
  "turnoutCounted",
  "turnoutRoll",
  "stations",
  "margin",
  "leader",
  "outcome",
];
const ADDED = ["petitions", "missingCells", "open"];
const SHARE = { numerator: expect.any(Number), denominator: expect.any(Number), decimal: expect.any(Number) };

describe("acta results --json", () => {
  let data = "";
  const example = (name: string): string => join(root, "examples", "norland", name);
  beforeAll(async () => {
    data = newFolder();
    const files = ["--source", example("padron.csv"), "--source", example("votos.csv")];
    expect(await acta(data, "import", example("election.yaml"), ...files)).toMatchObject({ code: 0 });
  });
  afterAll(() => dropFolder(data));

  test("has the documented keys and no others, one area flat", async () => {
    const result = await actaJson(data, "results");
    expect(Object.keys(result).toSorted()).toEqual([...HEAD, ...AREA, ...ADDED].toSorted());
    expect(result).toMatchObject({
      schema: "acta-results/1",
      provenance: "synthetic",
      election: "norland-2030",
      contest: "president",
      edition: { id: expect.stringMatching(/^unknown-[0-9a-f]{8}$/), number: 1, asOf: null },
      policy: "counted",
      area: { code: "NL", name: "Norland", level: "country" },
      turnoutCounted: SHARE,
      turnoutRoll: SHARE,
      margin: { votes: expect.any(Number), ofValid: SHARE },
      leader: { id: "alba", tie: [] },
      outcome: { kind: expect.any(String), between: expect.any(Array), why: expect.any(String) },
    });
    expect(Object.keys(result.edition)).toEqual(["id", "number", "asOf"]);
    expect(Object.keys(result.stations)).toEqual(
      "total processed counted annulled notInstalled referred pending notCollected".split(" "),
    );
    for (const option of result.options)
      expect(option).toEqual({ id: expect.any(String), votes: expect.any(Number), shareOfValid: SHARE });
    for (const key of [
      "validVotes",
      "blankVotes",
      "nullVotes",
      "challengedVotes",
      "ballotsCast",
      "votersReported",
      "registeredVoters",
    ])
      expect(Number.isSafeInteger(result[key]), key).toBe(true);
  });

  test.each(["country", "province", "municipality", "place"])(
    "has the same keys for every area of the level %s, in areas[]",
    async (level) => {
      const result = await actaJson(data, "results", "--level", level);
      expect(Object.keys(result).toSorted()).toEqual([...HEAD, "petitions", "areas"].toSorted());
      for (const area of result.areas) {
        expect(Object.keys(area).toSorted()).toEqual([...AREA, "missingCells", "open"].toSorted());
        expect(area.area).toMatchObject({ level });
        expect(area.outcome.kind === "notApplicable").toBe(level !== "country");
      }
    },
  );

  test("its sums are those that it names", async () => {
    for (const policy of ["counted", "as-filed", "undisputed", "first-filed"]) {
      const result = await actaJson(data, "results", "--policy", policy);
      expect(result.policy).toBe(policy);
      const votes = result.options.reduce((sum: number, option: { votes: number }) => sum + option.votes, 0);
      expect(result.validVotes).toBe(votes);
      expect(result.ballotsCast).toBe(votes + result.blankVotes + result.nullVotes + result.challengedVotes);
      expect(result.turnoutRoll).toMatchObject({ numerator: result.ballotsCast, denominator: result.registeredVoters });
      expect(result.stations.processed).toBe(result.stations.counted + result.stations.referred);
      expect(result.stations.pending).toBe(result.stations.total - result.stations.processed);
    }
  });

  test("an area and a level: the areas of the level inside the area", async () => {
    const { areas } = await actaJson(data, "results", "--area", "10", "--level", "municipality");
    expect(areas.map(({ area }: { area: { code: string } }) => area.code)).toEqual(["1001", "1002"]);
    const whole = await actaJson(data, "results", "--area", "10");
    expect(areas.reduce((sum: number, area: { validVotes: number }) => sum + area.validVotes, 0)).toBe(
      whole.validVotes,
    );
    expect(whole.outcome).toEqual({ kind: "notApplicable", between: [], why: "outcome.wholeContestOnly" });
  });

  test.each([
    [["--area", "99"], "there is no area 99 in the tree geographic"],
    [["--level", "planet"], "there is no level planet in this tree; there is: country, province, municipality, place"],
    [["--group", "coast"], "there is no group coast in this tree"],
    [["--tree", "sky"], "there is no tree sky; there is: geographic"],
    [["--policy", "best"], "there is no policy best; there is: counted, as-filed, undisputed, first-filed"],
    [["--contest", "mayor"], "there is no contest mayor; there is: president"],
    [["--election", "other"], "norland-2030"],
  ])("%j is refused in one line that says what there is", async (flags, words) => {
    const ran = await acta(data, "results", ...flags, "--json");
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(words);
    expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("`acta editions --json` has the documented keys, oldest first", async () => {
    const { editions, ...head } = await actaJson(data, "editions");
    expect(head).toEqual({ schema: "acta-editions/1", provenance: "synthetic", election: "norland-2030" });
    for (const edition of editions)
      expect(Object.keys(edition)).toEqual(["id", "number", "asOf", "sealedAt", "size", "dataDigest"]);
  });

  test("every JSON says that the data is made up", async () => {
    for (const command of [["results"], ["editions"], ["check"], ["station", "1"]])
      expect(await actaJson(data, ...command), command.join(" ")).toMatchObject({ provenance: "synthetic" });
    expect((await acta(data, "results")).out).toContain("SYNTHETIC");
  });
});
