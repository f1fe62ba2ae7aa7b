// npm run vectors -- FILE...: checks published test vectors against this code.
// Exit code 0: all passed; 1: a case failed; 2: a file cannot be used (not readable, not JSON, a format that nobody reads).
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build, ensureInstalled, requireNode } from "./workshop.mjs";
import { checkVectors } from "./vectors/check-vectors.mjs";

/**
 * Files are named from where the reader stands, which npm tells in INIT_CWD.
 * @param {string} file
 */
function readFile(file) {
  const fromReader = resolve(process.env["INIT_CWD"] ?? ".", file);
  return readFileSync(existsSync(fromReader) ? fromReader : file, "utf8");
}

/** The runners import the built library, so it is built first; ends the process when that fails. */
async function loadRunners() {
  if (!build("packages/acta")) process.exit(2);
  return (await import("./vectors/registry.mjs")).runners;
}

/** @param {readonly string[]} files */
async function main(files) {
  if (files.length === 0) {
    console.error("Usage: npm run vectors -- FILE...");
    return 2;
  }
  let worst = 0;
  for (const file of files) {
    const { lines, code } = await checkVectors(file, () => readFile(file), loadRunners);
    for (const line of lines) console.log(line);
    worst = Math.max(worst, code);
  }
  return worst;
}

requireNode();
ensureInstalled();
process.exitCode = await main(process.argv.slice(2));
