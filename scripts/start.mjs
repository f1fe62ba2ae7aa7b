// npm start [-- ARGUMENTS]: installs and builds what is missing, then runs the demonstration, which ends with the site served.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, ensureInstalled, requireNode, root } from "./workshop.mjs";

requireNode();
ensureInstalled();
if (build()) {
  // In this process: whoever ends it (Ctrl-C, a supervisor) ends the server, and nothing is left behind.
  process.chdir(root);
  const command = join(root, "packages/office/bin/acta.js");
  process.argv = [process.execPath, command, "demo", ...process.argv.slice(2)];
  await import(pathToFileURL(command).href);
} else {
  process.exitCode = 1;
}
