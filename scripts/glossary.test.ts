import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { publicNames } from "./public-names.mjs";
import { root } from "./workshop.mjs";

const names = publicNames(join(root, "packages/acta/src"));

describe("the public names of the library", () => {
  test("every exported type stands in GLOSSARY.md", () => {
    const glossary = readFileSync(join(root, "GLOSSARY.md"), "utf8");
    const explained = new Set([...glossary.matchAll(/`([A-Za-z][A-Za-z0-9]*)`/g)].map((match) => match[1]));
    const missing = names.filter(({ concept, name }) => concept && !explained.has(name));
    expect(missing.map(({ room, name }) => `${room}: ${name}`)).toEqual([]);
  });

  test("every exported name has a doc comment at its declaration", () => {
    const missing = names.filter(({ meaning }) => meaning === "");
    expect(missing.map(({ room, name }) => `${room}: ${name}`)).toEqual([]);
  });
});

describe("the list of public names", () => {
  const folder = mkdtempSync(join(tmpdir(), "acta-names-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("follows re-exports and tells concepts from functions, and carries the doc comment", () => {
    const files = {
      "sheet/index.ts": 'export * from "./sheet.js";\nexport { parse as parseSheet, type Copy } from "./copy.js";\n',
      "sheet/sheet.ts": "/** A sheet. */\nexport interface Sheet { readonly votes: number }\nexport class Bare {}\n",
      "sheet/copy.ts": [
        "export type Copy = string;",
        "/** Parses. */\nexport const parse = (text: string): Copy => text;",
        "export type Inner = number;\n",
      ].join("\n"),
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    expect(publicNames(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { room: "sheet", name: "Bare", concept: true, meaning: "" },
      { room: "sheet", name: "Copy", concept: true, meaning: "" },
      { room: "sheet", name: "Sheet", concept: true, meaning: "A sheet." },
      { room: "sheet", name: "parseSheet", concept: false, meaning: "Parses." },
    ]);
  });
});
