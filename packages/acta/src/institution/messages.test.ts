import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { institutionEn } from "./index.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const said = new Set(
  sources.flatMap((name) =>
    [
      ...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(
        /"((?:outcome|round|institution|seats|vote)\.(?!")[a-zA-Z]+)"/g,
      ),
    ].map(([, code = ""]) => code),
  ),
);
/** Said by the room that asks about a part of a contest. */
const ELSEWHERE = new Set(["outcome.wholeContestOnly"]);

describe("the messages of the room", () => {
  test("exist for everything that is said or raised, and for nothing else", () => {
    expect(Object.keys(institutionEn).toSorted()).toEqual([...new Set([...said, ...ELSEWHERE])].toSorted());
  });
});
