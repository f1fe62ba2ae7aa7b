// Writes the list of the library's types into GLOSSARY.md, from their doc comments. The vocabulary above it is written by hand.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publicNames } from "../public-names.mjs";
import { root } from "../workshop.mjs";

export const name = "scripts/generators/glossary.mjs";

const START = "<!-- types:start -->";
const END = "<!-- types:end -->";

/** @param {string} text */
function oneLine(text) {
  const sentence = text.replaceAll(/\s+/g, " ").split(/(?<=[.:]) (?=[A-Z`])/)[0] ?? "";
  return sentence.replaceAll("|", "\\|");
}

/** Makes GLOSSARY.md anew between its two marks. */
export function generate() {
  const path = "GLOSSARY.md";
  const text = readFileSync(join(root, path), "utf8");
  const names = publicNames(join(root, "packages/acta/src")).filter(({ concept }) => concept);
  const rooms = [...new Set(names.map(({ room }) => room))];
  const lists = rooms.map((room) => {
    const own = names.filter((each) => each.room === room).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return [`### ${room}`, "", ...own.map(({ name: type, meaning }) => `- \`${type}\`: ${oneLine(meaning)}`), ""].join(
      "\n",
    );
  });
  const before = text.slice(0, text.indexOf(START) + START.length);
  const after = text.slice(text.indexOf(END));
  return [{ path, text: `${before}\n\n${lists.join("\n")}\n${after}` }];
}
