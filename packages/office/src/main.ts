import process from "node:process";
import { runActa } from "./command/index.js";

// A reader that closes the pipe early (`acta results | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runActa({
  process: { stdout: process.stdout, stderr: process.stderr, env: process.env, exitCode: null },
  arguments: process.argv.slice(2),
  environment: process.env,
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY,
  clock: () => Date.now(),
});
