// What the commands of this repository share: the right Node, installed packages, a fresh build.
// Node built-ins only: this file runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const locale = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "";

/**
 * Picks the line in the reader's language.
 * @param {string} spanish
 * @param {string} english
 */
export function say(spanish, english) {
  return locale.startsWith("es") ? spanish : english;
}

/**
 * Ends with one clear line when this Node is older than the floor in package.json.
 */
export function requireNode() {
  const floor = [20, 19];
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  const wanted = floor.join(".");
  const found = process.versions.node;
  console.error(
    say(
      `Acta necesita Node ${wanted} o posterior; este es ${found}.`,
      `Acta needs Node ${wanted} or later; this is ${found}.`,
    ),
  );
  process.exit(1);
}

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, resolved?: string }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // npm was stopped while it wrote the file: the same as not installed
  }
}

/**
 * Lists where the installed packages differ from package-lock.json; empty when they agree.
 * Packages for other platforms are optional and may be missing.
 * @param {string} folder
 * @returns {string[]}
 */
export function installDifferences(folder = root) {
  const locked = readLock(join(folder, "package-lock.json"));
  const installed = readLock(join(folder, "node_modules", ".package-lock.json"));
  if (locked === undefined) return ["package-lock.json: missing"];
  if (installed === undefined) return ["node_modules: missing"];
  const differences = [];
  for (const [path, wanted] of Object.entries(locked.packages)) {
    if (!path.startsWith("node_modules/")) continue;
    const found = installed.packages[path];
    if (found === undefined) {
      if (!wanted.optional) differences.push(`${path}: missing, wanted ${wanted.version ?? "a link"}`);
    } else if (found.version !== wanted.version || found.link !== wanted.link) {
      differences.push(`${path}: ${found.version ?? "a link"}, wanted ${wanted.version ?? "a link"}`);
    }
  }
  for (const path of Object.keys(installed.packages)) {
    if (path.startsWith("node_modules/") && locked.packages[path] === undefined) {
      differences.push(`${path}: not in package-lock.json`);
    }
  }
  return differences;
}

/**
 * Runs a program and waits; its output is shown, or kept and returned.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {{ code: number, output: string }}
 */
export function run(program, args, { show = true, env = process.env } = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    env,
    encoding: "utf8",
    stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
    shell: process.platform === "win32" && program === "npm",
  });
  const trouble = done.error === undefined ? "" : `${program}: ${done.error.message}\n`;
  return { code: done.status ?? 1, output: `${done.stdout ?? ""}${done.stderr ?? ""}${trouble}` };
}

/**
 * Runs a Node script of this repository or of an installed package, given by its path from the root.
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv }} options
 */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

/**
 * Installs exactly what package-lock.json says, when that is not what is there. Ends the process when it fails.
 */
export function ensureInstalled() {
  if (installDifferences().length === 0) return;
  console.error(say("Instalando paquetes (npm ci)...", "Installing packages (npm ci)..."));
  const done = run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { show: false });
  if (done.code === 0) return;
  console.error(done.output.trimEnd());
  console.error(say("No se pudieron instalar los paquetes.", "The packages could not be installed."));
  process.exit(1);
}

/**
 * When the newest file below a folder was written, in milliseconds; 0 where there is none.
 * @param {string} folder
 */
function newestIn(folder) {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}

/**
 * Bundles the pages that are published beside the data, when the last bundle is older than what it is made from.
 * @returns {boolean} whether the bundle is good
 */
function bundlePages() {
  const sources = ["packages/web/src", "packages/web/pages", "packages/acta/src"].map((each) => join(root, each));
  const configs = ["packages/web/vite.config.ts", "packages/web/site.config.ts"].map((each) => join(root, each));
  const newest = Math.max(...configs.map((config) => statSync(config).mtimeMs), ...sources.map(newestIn));
  /** @type {ReadonlyArray<readonly [folder: string, config: string | undefined, ...more: string[]]>} */
  const bundles = [
    ["verify", configs[0]],
    ["assets", configs[1]],
    ["render", configs[1], "--mode", "render"],
  ];
  for (const [folder, config = "", ...more] of bundles) {
    if (newestIn(join(root, "packages/web/dist", folder)) > newest) continue;
    const vite = ["node_modules/vite/bin/vite.js", "build", "--config", config, "packages/web", ...more];
    const done = runNode(vite, { show: false });
    if (done.code !== 0) console.error(done.output.trimEnd());
    if (done.code !== 0) return false;
  }
  return true;
}

/**
 * Bundles the `acta` command, when the last bundle is older than what it is made from.
 * @returns {boolean} whether the bundle is good
 */
function bundleCommand() {
  const config = "packages/office/rolldown.config.mjs";
  const bundle = join(root, "packages/office/dist/bundle/acta.js");
  const compiled = ["packages/office/src", "packages/acta/src"].map((each) => newestIn(join(root, each)));
  const newest = Math.max(statSync(join(root, config)).mtimeMs, ...compiled);
  if (existsSync(bundle) && statSync(bundle).mtimeMs > newest) return true;
  const done = runNode(["node_modules/rolldown/bin/cli.mjs", "--config", config], { show: false });
  if (done.code !== 0) console.error(done.output.trimEnd());
  return done.code === 0;
}

/**
 * Builds what changed since the last build, the library alone or the office and the pages with it; prints only what is wrong.
 * @param {"packages/acta" | "packages/office"} project
 * @returns {boolean} whether the build is good
 */
export function build(project = "packages/office") {
  if (!existsSync(join(root, project, "dist"))) {
    console.error(say("Compilando...", "Building..."));
  }
  const done = runNode(["node_modules/typescript-native/bin/tsc", "-b", project], { show: false });
  if (done.code !== 0) console.error(done.output.trimEnd());
  else if (project === "packages/acta" || (bundleCommand() && bundlePages())) return true;
  console.error(say("La compilación falló.", "The build failed."));
  return false;
}
