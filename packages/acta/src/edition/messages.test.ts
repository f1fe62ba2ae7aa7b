import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editionEn, editionEs } from "./index.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const raised = new Set(
  sources.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/"((?:edition|verify)\.[^"]+)"/g)].map(
      ([, code = ""]) => code,
    ),
  ),
);
const valuesOf = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe("the messages of the room", () => {
  test("exist for every problem that is raised, and for no other", () => {
    expect(Object.keys(editionEn).toSorted()).toEqual([...raised].toSorted());
  });

  test("use the same values in both languages", () => {
    const spanish = new Map<string, string>(Object.entries(editionEs));
    for (const [code, text] of Object.entries(editionEn))
      expect(valuesOf(spanish.get(code) ?? ""), code).toEqual(valuesOf(text));
  });
});
