import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pageEn } from "./messages/en.js";
import { pageEs } from "./messages/es.js";

const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
const text = sources.map((name) => readFileSync(join(import.meta.dirname, name), "utf8")).join("\n");
const valuesOf = (message: string) => new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe("the messages of the room", () => {
  test("are each said somewhere, and nothing is said that has no text", () => {
    // Keys that are put together out of a part are found by their part.
    const said = [
      ...text.matchAll(/["`](page|progress|answer|signer|checked|unchecked|differences|command)\.([\w$]+)/g),
    ];
    const whole = new Set(said.filter(([, , name = ""]) => !name.startsWith("$")).map(([match]) => match.slice(1)));
    const composed = new Set(said.filter(([, , name = ""]) => name.startsWith("$")).map(([, room = ""]) => room));
    for (const key of whole) expect(Object.keys(pageEn), key).toContain(key);
    for (const key of Object.keys(pageEn)) {
      const [room = "", name = ""] = key.split(".");
      expect(whole.has(key) || (composed.has(room) && text.includes(`"${name}"`)), key).toBe(true);
    }
  });

  test("use the same values in both languages", () => {
    const spanish = new Map<string, string>(Object.entries(pageEs));
    expect([...spanish.keys()]).toEqual(Object.keys(pageEn));
    for (const [code, message] of Object.entries(pageEn))
      expect(valuesOf(spanish.get(code) ?? ""), code).toEqual(valuesOf(message));
  });
});
