import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import type { VectorCase } from "../../../../scripts/vectors/check-vectors.mjs";
import { estimates } from "../../../../scripts/vectors/estimates.mjs";

// ../shared/vectors/projection.json: an independent implementation in Python (standard library; dense matrices where a tree is meant).

describeWithShared("the reference cases for projection, quick count and exit poll", () => {
  test("are 31, six of them refusals, and all agree", async () => {
    const file: unknown = JSON.parse(readFileSync(sharedPath("vectors", "projection.json"), "utf8"));
    const cases: VectorCase[] = [];
    for await (const one of estimates.run(file)) cases.push(one);
    expect(cases.filter(({ passed }) => !passed)).toEqual([]);
    expect(cases).toHaveLength(31);
    expect(cases.filter(({ want }) => JSON.stringify(want) === '{"refused":true}')).toHaveLength(6);
  });
});
