// Writes the meanings that pages show on tap from the table "For readers of the pages" of GLOSSARY.md: words are explained in one place.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workshop.mjs";

export const name = "scripts/generators/site-glossary.mjs";

const FOLDER = "packages/web/src/site/messages";
const WIDTH = 120;

/** @typedef {{ id: string, words: string, meaning: string }} Term */

/**
 * The rows of the table in one language.
 * @param {number} words column of the words; that of the meaning follows it
 * @returns {Term[]}
 */
function termsIn(words) {
  const text = readFileSync(join(root, "GLOSSARY.md"), "utf8");
  const part = text.slice(text.indexOf("## For readers of the pages"), text.indexOf("## Types of the library"));
  const rows = part.split("\n").filter((line) => line.startsWith("| `"));
  if (rows.length === 0) throw new Error("GLOSSARY.md: the table for readers of the pages is gone");
  return rows.map((row) => {
    const cells = row.split("|").map((cell) => cell.trim());
    return { id: (cells[1] ?? "").replaceAll("`", ""), words: cells[words] ?? "", meaning: cells[words + 1] ?? "" };
  });
}

/**
 * An entry as the formatter writes it: behind its key, or on a line of its own where that would be too long.
 * @param {string} key
 * @param {string} text
 */
function entryOf(key, text) {
  const value = JSON.stringify(text);
  const line = `  ${JSON.stringify(key)}: ${value},`;
  return line.length > WIDTH ? `  ${JSON.stringify(key)}:\n    ${value},` : line;
}

/**
 * @param {"es" | "en"} code
 * @param {string} language
 * @param {readonly Term[]} terms
 */
function fileOf(code, language, terms) {
  const type = code === "en" ? "" : ": Readonly<Record<keyof typeof glossaryEn, string>>";
  const lines = terms.flatMap(({ id, words, meaning }) => [
    entryOf(`term.${id}`, words),
    entryOf(`meaning.${id}`, meaning),
  ]);
  return {
    path: `${FOLDER}/glossary-${code}.ts`,
    text: `// Written by \`npm run generate\` from GLOSSARY.md: change it there.
${code === "en" ? "" : 'import type { glossaryEn } from "./glossary-en.js";\n'}
/** Words that pages explain, with their meanings, in ${language}. */
export const glossary${code === "en" ? "En" : "Es"}${type} = {
${lines.join("\n")}
};
`,
  };
}

/** Makes the two files of texts. */
export function generate() {
  return [fileOf("es", "Spanish", termsIn(2)), fileOf("en", "English", termsIn(4))];
}
