// What a page says is known from its source: the texts that a reader loads with it must be all of them, and not all that there are.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { textsOf } from "./language-texts.js";
import { PAGE_KINDS } from "./page-kinds.js";
import { pageWordsForm } from "./page-words.js";
import { putWords } from "./put-words.js";
import { readJson } from "./published-data.js";
import { LANGUAGES } from "./wording.js";
import type { Texts } from "./wording.js";

/** The files of a page: its own and those that they import when they are loaded, or later by name. */
function sourcesOf(file: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const named = readFileSync(file, "utf8").matchAll(
    /(?:^(?:import|export) (?!type)[^;]*?from |import\()"(\.{1,2}\/[^"]+)\.js"/gm,
  );
  for (const [, path = ""] of named) {
    const below = [".ts", ".tsx"]
      .map((ending) => `${join(dirname(file), path)}${ending}`)
      .find((each) => existsSync(each));
    // The list of kinds leads to every page.
    if (below !== undefined && !/page-kinds|messages|\/page\/|\/verify\//.test(below)) sourcesOf(below, found);
  }
  return found;
}

const source = (name: string): string => join(import.meta.dirname, name);

/** Keys that a page says whole, and beginnings of those that it puts together. */
function saidBy(kind: string): { readonly whole: readonly string[]; readonly begun: readonly string[] } {
  const files = new Set([...sourcesOf(source(`${kind}-page.tsx`)), ...sourcesOf(source("live-page.tsx"))]);
  const text = [...files].map((file) => readFileSync(file, "utf8")).join("\n");
  const said = [...text.matchAll(/["`]([a-z]+\.[\w$.]*)/gi)].map(([, key = ""]) => key);
  return {
    whole: said.filter((key) => !key.includes("$")),
    begun: said.filter((key) => key.includes("$")).map((key) => key.slice(0, key.indexOf("$"))),
  };
}

describe("what a page says", () => {
  const files = new Map<string, Uint8Array>();
  beforeAll(() => putWords((path, bytes) => files.set(path, bytes)));

  async function wordsOf(language: string, kind: string): Promise<Texts> {
    const read = async (path: string): Promise<Uint8Array | null> => files.get(path) ?? null;
    const words = await readJson(read, `assets/words/${language}.${kind}.json`, pageWordsForm);
    if (!words.ok) throw new Error(words.problem.code);
    return words.value.texts;
  }

  test("is in the file that is loaded with it, for every kind of page and language", async () => {
    for (const { id } of PAGE_KINDS) {
      const { whole, begun } = saidBy(id);
      expect(whole.length, id).toBeGreaterThan(20);
      for (const language of LANGUAGES) {
        const words = await wordsOf(language, id);
        const missing = Object.keys(textsOf(language)).filter(
          (key) => words[key] === undefined && (whole.includes(key) || begun.some((start) => key.startsWith(start))),
        );
        // What is said of sheets that do not add up is a file of its own. Titles of pages stand in what is written; a page that is made again has its own.
        expect(
          missing.filter((key) => !/^(?:shell|finding)\./.test(key)),
          `${language} ${id}`,
        ).toEqual([]);
      }
    }
  });

  test("is all that is loaded: nothing that no source of it begins with, and at most a third of all texts", async () => {
    const all = JSON.stringify(textsOf("es")).length;
    for (const { id } of PAGE_KINDS) {
      const words = await wordsOf("es", id);
      expect(JSON.stringify(words).length, id).toBeLessThan(all / 3);
      const { whole, begun } = saidBy(id);
      const groups = new Set([...whole, ...begun].map((key) => key.slice(0, key.indexOf("."))));
      // What is open is said by codes that stand in published files.
      const unsaid = Object.keys(words).filter(
        (key) => !groups.has(key.slice(0, key.indexOf("."))) && !/^(?:materiality|shell)\./.test(key),
      );
      expect(unsaid, id).toEqual([]);
    }
  });
});
