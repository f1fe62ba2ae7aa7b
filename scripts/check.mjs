// npm run check: everything that a machine can say about the repository short of running its tests.
// One line per step; the output of a step only when it fails; every step runs, whatever the ones before said.
import { ensureInstalled, requireNode, runNode } from "./workshop.mjs";

/** @type {ReadonlyArray<readonly [name: string, ...args: string[]]>} */
const steps = [
  ["format", "node_modules/oxfmt/bin/oxfmt", "--check", "."],
  ["lint", "node_modules/oxlint/bin/oxlint", "--deny-warnings"],
  ["types", "node_modules/typescript-native/bin/tsc", "-b"],
  ["arrows", "node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "packages", "--output-type", "err"],
  ["dead code", "node_modules/knip/bin/knip.js", "--no-progress"],
  ["house rules", "scripts/house-rules.mjs"],
  ["generated files", "scripts/generate.mjs", "--check"],
];

requireNode();
ensureInstalled();
let failed = 0;
for (const [name, ...args] of steps) {
  const start = process.hrtime.bigint();
  const { code, output } = runNode(args, { show: false });
  const seconds = (Number(process.hrtime.bigint() - start) / 1e9).toFixed(1);
  console.log(`${code === 0 ? "pass" : "FAIL"}  ${name.padEnd(16)} ${seconds.padStart(6)} s`);
  if (code === 0) continue;
  failed += 1;
  console.log(output.trimEnd());
}
process.exitCode = failed === 0 ? 0 : 1;
