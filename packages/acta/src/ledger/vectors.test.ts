import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import type { VectorCase } from "../../../../scripts/vectors/check-vectors.mjs";
import { tlog } from "../../../../scripts/vectors/tlog.mjs";

// ../shared/vectors/tlog.json: transparency-dev/merkle testdata @ 417fb0c3 and the examples of the C2SP specifications @ 5ba5ee83.

describeWithShared("the published vectors of RFC 6962 and C2SP", () => {
  const cases: VectorCase[] = [];
  beforeAll(async () => {
    for await (const one of tlog.run(JSON.parse(readFileSync(sharedPath("vectors", "tlog.json"), "utf8"))))
      cases.push(one);
  });

  test("are 4 hashes, 3 notes and 196 proofs, and all agree", () => {
    expect(cases).toHaveLength(4 + 3 + 196);
    expect(cases.filter(({ passed }) => !passed)).toEqual([]);
  });

  test("contain proofs to accept and proofs to refuse", () => {
    expect(cases.filter(({ want }) => want === "accepted")).toHaveLength(12);
    expect(cases.filter(({ want }) => want === "refused")).toHaveLength(184);
  });
});
