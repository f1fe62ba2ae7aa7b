import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

/** The source files of both packages, without tests and built files. */
const sources = ["acta/src", "office/src"].flatMap((folder) =>
  readdirSync(join(packages, folder), { recursive: true })
    .map((name) => join(packages, folder, String(name)))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts")),
);

type Texts = Readonly<Record<string, string>>;

/** Every message of a language: of all rooms, whether a command has loaded them or not. */
async function textsOf(code: string): Promise<Texts> {
  const texts: Record<string, string> = {};
  for (const path of sources.filter((each) => /messages\/(?:\w+-)?(\w\w)\.ts$/.exec(each)?.[1] === code)) {
    const room = (await import(path)) as Readonly<Record<string, unknown>>;
    for (const exported of Object.values(room))
      if (typeof exported === "object" && exported !== null)
        for (const [key, text] of Object.entries(exported)) if (typeof text === "string") texts[key] = text;
  }
  return texts;
}

const LANGUAGES = ["es", "en"] as const;
const catalogs = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (code) => [code, await textsOf(code)] as const)),
);
const english = catalogs["en"] ?? {};

/** The placeholders of a message, those inside choices too. */
function placeholders(text: string, locale: string): readonly string[] {
  const names = new Set<string>();
  const walk = (parts: readonly unknown[]): void => {
    for (const part of parts) {
      if (typeof part !== "object" || part === null) continue;
      // A type of 0 is literal text, 7 the # of a plural.
      if ("type" in part && "value" in part && part.type !== 0 && part.type !== 7) names.add(String(part.value));
      if ("options" in part && typeof part.options === "object" && part.options !== null)
        for (const option of Object.values(part.options))
          if (typeof option === "object" && option !== null && "value" in option && Array.isArray(option.value))
            walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}

describe("the texts", () => {
  test("exist in both languages under the same keys", () => {
    expect(Object.keys(english).length).toBeGreaterThan(200);
    expect(Object.keys(catalogs["es"] ?? {}).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test("can be read as messages, and need the same values in both languages", () => {
    for (const [key, text] of Object.entries(english))
      expect(placeholders(catalogs["es"]?.[key] ?? "", "es"), key).toEqual(placeholders(text, "en"));
  });

  test("differ between the languages where they are sentences", () => {
    const same = Object.entries(english).filter(
      ([key, text]) => /[a-z]+ [a-z]+ [a-z]+/.test(text) && catalogs["es"]?.[key] === text,
    );
    expect(same).toEqual([]);
  });
});

describe("every code and key that the source names has a text", () => {
  const names = new Set(Object.keys(english).map((key) => key.split(".")[0] ?? ""));
  // Literals of this form that are no messages: a path in a document, names of columns and of files.
  const others = new Set(["tree.levels", "geography.tree", "margin.votes", "margin.ofValid"]);

  test("problem codes, in every room", () => {
    const missing: string[] = [];
    let found = 0;
    for (const path of sources) {
      if (/messages\/[\w-]+\.ts$/.test(path)) continue;
      const text = readFileSync(path, "utf8");
      // Where a problem is made: `code: "room.name"`, `fileProblem("file.name"`, `problems.add("definition.name"`, a message of a schema.
      for (const match of text.matchAll(/["'`]([a-z][A-Za-z]*)\.([a-zA-Z]+)["'`]/g)) {
        const [, room = "", name = ""] = match;
        const key = `${room}.${name}`;
        if (!names.has(room) || others.has(key) || name === "json") continue;
        found++;
        if (english[key] === undefined) missing.push(`${path.slice(packages.length)}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
    expect(found).toBeGreaterThan(150);
  });
});
