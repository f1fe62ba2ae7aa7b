// npm test [-- VITEST ARGUMENTS]: installs and builds what is missing, then runs the tests once.
// npm run long: the same for the files named *.long.test.ts.
import { build, ensureInstalled, requireNode, runNode } from "./workshop.mjs";

requireNode();
ensureInstalled();
// Tests run against the source, so they can speak even when the build does not stand; the exit code still says so.
const built = build();
const long = process.argv.includes("--long");
const args = process.argv.slice(2).filter((argument) => argument !== "--long");
const env = long ? { ...process.env, ACTA_LONG: "1" } : process.env;
const { code } = runNode(["node_modules/vitest/vitest.mjs", "run", ...args], { env });
process.exitCode = built ? code : 1;
