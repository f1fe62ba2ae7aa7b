// npm start [-- ARGUMENTS]: installs and builds what is missing, then runs the demonstration.
import { build, ensureInstalled, requireNode, runNode } from "./workshop.mjs";

requireNode();
ensureInstalled();
process.exitCode = build() ? runNode(["packages/office/bin/acta.js", "demo", ...process.argv.slice(2)]).code : 1;
