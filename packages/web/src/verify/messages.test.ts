import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { webVerifyEn, webVerifyEs } from "./index.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const text = sources.map((name) => readFileSync(join(import.meta.dirname, name), "utf8")).join("\n");
const valuesOf = (message: string) => new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe("the messages of the room", () => {
  test("exist for every problem that is raised, and for no other", () => {
    const raised = new Set([...text.matchAll(/"(web\.\w+)"/g)].map(([, code = ""]) => code));
    expect(Object.keys(webVerifyEn).toSorted()).toEqual([...raised].toSorted());
  });

  test("use the same values in both languages", () => {
    const spanish = new Map<string, string>(Object.entries(webVerifyEs));
    expect([...spanish.keys()]).toEqual(Object.keys(webVerifyEn));
    for (const [code, message] of Object.entries(webVerifyEn))
      expect(valuesOf(spanish.get(code) ?? ""), code).toEqual(valuesOf(message));
  });
});
