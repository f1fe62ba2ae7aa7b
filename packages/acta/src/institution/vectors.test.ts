import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { apportionment } from "../../../../scripts/vectors/apportionment.mjs";
import type { VectorCase } from "../../../../scripts/vectors/check-vectors.mjs";

// ../shared/vectors/apportionment.json: kiesraad/abacus @ 85da391a and abraxas-labs/voting-ausmittlung-service @ 3ea7d83c.

describeWithShared("the published cases of seats from votes", () => {
  const cases: VectorCase[] = [];
  beforeAll(async () => {
    const file: unknown = JSON.parse(readFileSync(sharedPath("vectors", "apportionment.json"), "utf8"));
    for await (const one of apportionment.run(file)) cases.push(one);
  });

  test("are 43, and all agree", () => {
    expect(cases.filter(({ passed }) => !passed)).toEqual([]);
    expect(cases).toHaveLength(43);
  });

  test("say with every tie which seats are certain and who is tied", () => {
    const tied = cases.filter(({ got }) => JSON.stringify(got).includes("undecided"));
    expect(tied.map(({ id }) => id)).toEqual(["hb-5-tie", "sl-5-tie", "bp-tie-1"]);
  });
});
