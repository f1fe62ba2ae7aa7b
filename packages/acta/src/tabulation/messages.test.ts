import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tabulationEn, tabulationEs } from "./index.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const raised = new Set(
  sources.flatMap((name) =>
    [
      ...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/"((?:materiality|scenario)\.(?!")[^"]+)"/g),
    ].map(([, code = ""]) => code),
  ),
);
const valuesOf = (text: string) => new Set([...text.matchAll(/(?<!=1 )\{(\w+)[,}]/g)].map(([, name]) => name));

describe("the messages of the room", () => {
  test("exist for everything that is said or raised, and for nothing else", () => {
    expect(Object.keys(tabulationEn).toSorted()).toEqual([...raised].toSorted());
  });

  test("use the same values in both languages", () => {
    const spanish = new Map<string, string>(Object.entries(tabulationEs));
    for (const [code, text] of Object.entries(tabulationEn))
      expect(valuesOf(spanish.get(code) ?? ""), code).toEqual(valuesOf(text));
  });
});
