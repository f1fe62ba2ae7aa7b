// Runs `acta project --totals` on the example and puts what it prints into the pages about projections, in each page's language, between
// two marks: what the documentation prints is what the command prints.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, root } from "../workshop.mjs";

export const name = "scripts/generators/projection-docs.mjs";

const START = "<!-- islands:start -->";
const END = "<!-- islands:end -->";

/** @param {string} path @param {string} language */
function withOutput(path, language) {
  const page = readFileSync(join(root, path), "utf8");
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  if (from < 0 || to < from) return [];
  const folder = "examples/seven-islands";
  const given = ["project", "--definition", `${folder}/election.yaml`, "--totals", `${folder}/night.csv`];
  const command = [join(root, "packages/office/bin/acta.js"), ...given, "--lang", language];
  const said = execFileSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  const block = `\`\`\`\n$ npx acta ${given.join(" ")}\n${said.trimEnd()}\n\`\`\``;
  return [{ path, text: `${page.slice(0, from + START.length)}\n${block}\n${page.slice(to)}` }];
}

/** @returns {readonly { path: string, text: string }[]} */
export function generate() {
  if (!build("packages/office")) throw new Error("the office does not build");
  return [...withOutput("docs/projection.md", "en"), ...withOutput("docs/proyectar.md", "es")];
}
