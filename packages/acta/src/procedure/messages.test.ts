import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { procedureEn, procedureEs } from "./index.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const raised = new Set(
  sources.flatMap((name) =>
    [
      ...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/"((?:procedure|scenario)\.(?!")[a-zA-Z]+)"/g),
    ].map(([, code = ""]) => code),
  ),
);

describe("the messages of the room", () => {
  test("exist in both languages for everything that is raised, and for nothing else", () => {
    expect(Object.keys(procedureEn).toSorted()).toEqual([...raised].toSorted());
    expect(Object.keys(procedureEs)).toEqual(Object.keys(procedureEn));
  });
});
