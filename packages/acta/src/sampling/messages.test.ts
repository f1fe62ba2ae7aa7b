import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { samplingEn, samplingEs } from "./index.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const raised = new Set(
  sources.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/code: "(sampling\.[^"]+)"/g)].map(
      ([, code = ""]) => code,
    ),
  ),
);
const valuesOf = (text: string) => new Set([...text.matchAll(/(?<!one |other )\{(\w+)[,}]/g)].map(([, name]) => name));

describe("the messages of the room", () => {
  test("exist for everything that is raised, and for nothing else", () => {
    expect(Object.keys(samplingEn).toSorted()).toEqual([...raised].toSorted());
  });

  test("use the same values in both languages", () => {
    const spanish = new Map<string, string>(Object.entries(samplingEs));
    for (const [code, text] of Object.entries(samplingEn))
      expect(valuesOf(spanish.get(code) ?? ""), code).toEqual(valuesOf(text));
  });
});
