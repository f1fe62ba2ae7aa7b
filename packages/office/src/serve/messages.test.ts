import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serveCommandEn } from "../command/messages/serve-en.js";
import { serveCommandEs } from "../command/messages/serve-es.js";
import { serveEn, serveEs } from "./index.js";

const command = join(import.meta.dirname, "..", "command", "site");
const sources = [import.meta.dirname, command].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(join(folder, name), "utf8")),
);
const said = new Set(
  sources.flatMap((text) => [...text.matchAll(/"(serve\.[A-Za-z]+)"/g)].map(([, code = ""]) => code)),
);
const english = new Map<string, string>(Object.entries({ ...serveEn, ...serveCommandEn }));
const spanish = new Map<string, string>(Object.entries({ ...serveEs, ...serveCommandEs }));
const valuesOf = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe("the messages of serving", () => {
  test("exist for everything that is said, in both languages", () => {
    expect(said.size).toBeGreaterThan(20);
    for (const code of said) expect([english.has(code), spanish.has(code)], code).toEqual([true, true]);
  });

  test("are the same keys with the same values in both languages", () => {
    expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [code, text] of english) expect(valuesOf(spanish.get(code) ?? ""), code).toEqual(valuesOf(text));
  });
});
