// npm run generate: writes every generated file. With --check it writes nothing and fails when a file differs.
// A generator is a file in scripts/generators that exports `name` and `generate()`, which returns [{ path, text }],
// paths from the root of the repository. It may import the built library.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, ensureInstalled, requireNode, root } from "./workshop.mjs";

/** @typedef {{ path: string, text: string }} GeneratedFile */
/** @typedef {{ name: string, generate: () => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]> }} Generator */

/** @returns {Promise<Generator[]>} */
async function loadGenerators() {
  const folder = join(root, "scripts/generators");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".mjs")) : [];
  return Promise.all(files.toSorted().map((file) => import(pathToFileURL(join(folder, file)).href)));
}

/**
 * @param {GeneratedFile} file
 * @param {boolean} check
 * @returns {boolean} whether the file on disk was already right
 */
function settle({ path, text }, check) {
  const target = join(root, path);
  if (existsSync(target) && readFileSync(target, "utf8") === text) return true;
  if (!check) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return false;
}

requireNode();
ensureInstalled();
const check = process.argv.includes("--check");
let differing = 0;
if (build("packages/acta")) {
  for (const generator of await loadGenerators()) {
    for (const file of await generator.generate()) {
      if (settle(file, check)) continue;
      differing += 1;
      console.log(check ? `${file.path}: differs from what ${generator.name} generates` : `${file.path}: written`);
    }
  }
  if (check && differing > 0) console.log("Run `npm run generate` and commit the result.");
  process.exitCode = check && differing > 0 ? 1 : 0;
} else {
  process.exitCode = 1;
}
