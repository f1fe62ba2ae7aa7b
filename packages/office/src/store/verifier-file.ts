import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { writeDurably } from "./durable-file.js";
import { systemProblem } from "./system-problem.js";

/** Where the public half of the recorder's key lies, as one line that others verify checkpoints with (C2SP signed-note, Verifier keys). */
export function recorderVerifierPath(folder: string): string {
  return join(folder, "keys", "recorder.pub");
}

/** The line in that file, without its end; "" when there is none that can be read. */
export function readVerifierLine(folder: string): string {
  try {
    return readFileSync(recorderVerifierPath(folder), "utf8").trimEnd();
  } catch {
    // It is written again, and if that fails as well, then that is told.
    return "";
  }
}

/** Shows a verifier key in its file. */
export function writeVerifierLine(folder: string, line: string): Result<null> {
  const path = recorderVerifierPath(folder);
  try {
    if (readVerifierLine(folder) === line) return succeed(null);
    mkdirSync(dirname(path), { recursive: true });
    writeDurably(path, Buffer.from(`${line}\n`));
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}
