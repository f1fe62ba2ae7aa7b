import { readFileSync, readdirSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../../scripts/workshop.mjs";
import { followEn, followEs } from "./index.js";

test("both languages have the same messages with the same placeholders", () => {
  const namesOf = (message: string): readonly string[] =>
    new IntlMessageFormat(message, "en")
      .getAst()
      .flatMap((element) => ("value" in element && element.type !== 0 ? [String(element.value)] : []))
      .toSorted();
  expect(Object.keys(followEs)).toEqual(Object.keys(followEn));
  const spanish = new Map(Object.entries(followEs));
  for (const [key, message] of Object.entries(followEn))
    expect(namesOf(spanish.get(key) ?? ""), key).toEqual(namesOf(message));
});

test("every kind of event and its fields stand in docs/following.md", () => {
  const page = readFileSync(join(root, "docs/following.md"), "utf8");
  const types = readFileSync(new URL("follow-event.ts", import.meta.url), "utf8");
  const named = new Set([...page.matchAll(/\w+/g)].map((match) => match[0]));
  const union = types.slice(types.indexOf("export type News"));
  const words = [...union.matchAll(/kind: "(\w+)"|readonly (\w+):/g)].map((match) => match[1] ?? match[2] ?? "");
  expect(words.length).toBeGreaterThan(40);
  for (const word of words) expect([word, named.has(word)]).toEqual([word, true]);
});

test("every problem and every kind of event of this room has a message", () => {
  const folder = new URL(".", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const texts = sources.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const codes = [...texts.matchAll(/"((?:fetch|follow)\.[A-Za-z]+)"/g)].map((match) => match[1] ?? "");
  const kinds = [...texts.matchAll(/readonly kind: "([a-zA-Z]+)"/g)].map((match) => match[1] ?? "");
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(Object.keys(followEn)).toContain(code);
  const events = kinds.filter((kind) => !["address", "path", "sheets", "bulletin", "held"].includes(kind));
  for (const kind of events) expect(Object.keys(followEn)).toContain(`event.${kind}`);
  for (const reason of ["twoMoments", "fewerStations", "smaller", "unstable"])
    expect(Object.keys(followEn)).toContain(`event.held.${reason}`);
});
