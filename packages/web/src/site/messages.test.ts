import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { siteEn } from "./messages/en.js";
import { siteEs } from "./messages/es.js";

const sources = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
const text = sources.map((name) => readFileSync(join(import.meta.dirname, name), "utf8")).join("\n");
const valuesOf = (message: string) => new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

/** Keys that are said whole, and beginnings of those that are put together. */
const said = [...text.matchAll(/["`]((?:[a-z]+)\.[\w$]*)/gi)].map(([, key = ""]) => key);
const whole = new Set(said.filter((key) => !key.includes("$")));
const begun = new Set(said.filter((key) => key.includes("$")).map((key) => key.slice(0, key.indexOf("$"))));

describe("the messages of the site", () => {
  test("are each said somewhere", () => {
    for (const key of Object.keys(siteEn)) {
      const isSaid = whole.has(key) || [...begun].some((start) => start !== "" && key.startsWith(start));
      expect(isSaid, key).toBe(true);
    }
  });

  test("are there for every key that is said whole", () => {
    const rooms = new Set(Object.keys(siteEn).map((key) => key.split(".")[0]));
    for (const key of whole)
      if (rooms.has(key.split(".")[0]) && !/\.(?:html|css|js|json)$/.test(key) && !key.endsWith("."))
        expect(Object.keys(siteEn), key).toContain(key);
  });

  test("are the same keys in both languages, use the same values, and can be written", () => {
    const spanish = new Map<string, string>(Object.entries(siteEs));
    expect(Object.keys(siteEs).toSorted()).toEqual(Object.keys(siteEn).toSorted());
    for (const [key, english] of Object.entries(siteEn)) {
      const names = [...valuesOf(english)];
      expect(valuesOf(spanish.get(key) ?? ""), key).toEqual(new Set(names));
      const values = Object.fromEntries(names.map((name) => [name, 2]));
      for (const [message, locale] of [
        [english, "en-GB"],
        [spanish.get(key) ?? "", "es-PE"],
      ] as const)
        expect(
          String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(values)),
        ).not.toMatch(/[{}]/);
    }
  });
});
