import { readFileSync, readdirSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { exportEn, exportEs } from "./index.js";

test("both languages have the same messages with the same placeholders", () => {
  const namesOf = (message: string): readonly string[] =>
    new IntlMessageFormat(message, "en")
      .getAst()
      .flatMap((element) => ("value" in element && element.type !== 0 ? [String(element.value)] : []))
      .toSorted();
  expect(Object.keys(exportEs)).toEqual(Object.keys(exportEn));
  const spanish = new Map(Object.entries(exportEs));
  for (const [key, message] of Object.entries(exportEn))
    expect(namesOf(spanish.get(key) ?? ""), key).toEqual(namesOf(message));
});

test("every problem that this room returns has a message", () => {
  const folder = new URL(".", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const codes = sources.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return [...text.matchAll(/code: "(export\.[A-Za-z]+)"/g)].map((match) => match[1] ?? "");
  });
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(Object.keys(exportEn)).toContain(code);
  const problems = Object.keys(exportEn).filter((key) => /^export\.[A-Za-z]+$/.test(key));
  expect(new Set(codes)).toEqual(new Set(problems));
});
