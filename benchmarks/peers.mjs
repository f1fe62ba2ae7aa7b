// Finds the programs that Acta is measured against. One that is not there is named and left out.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installDifferences, run } from "../scripts/workshop.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Installs DuckDB into this folder when it is missing. @returns "" or why it cannot be used */
export function duckdbFault() {
  const fault = installFault();
  if (fault !== "") return fault;
  const asked = spawnSync(process.execPath, ["-e", "import('@duckdb/node-api')"], { cwd: folder, encoding: "utf8" });
  return asked.status === 0 ? "" : "its native part does not load here";
}

/** The same for the package sainte-lague. */
export function sainteLagueFault() {
  return installFault();
}

function installFault() {
  if (installDifferences(folder).length > 0) {
    console.error("Installing the peers (npm ci in benchmarks)...");
    const npm = ["--prefix", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    const { code, output } = run("npm", npm, { show: false });
    if (code !== 0) return `npm ci failed: ${output.trimEnd().split("\n").at(-1)}`;
  }
  return "";
}

/** The Python that has pandas, or undefined. */
export function pythonWithPandas() {
  return pythonWith("pandas");
}

/** The Python that has numpy, or undefined. */
export function pythonWithNumpy() {
  return pythonWith("numpy");
}

function pythonWith(library) {
  return ["python3", "/usr/bin/python3"].find(
    (program) => spawnSync(program, ["-c", `import ${library}`], { stdio: "ignore" }).status === 0,
  );
}
