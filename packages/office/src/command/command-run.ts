import { runActa } from "./application.js";

// Runs commands in this process, for tests.

/** What a command did. */
export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `acta` with arguments in a folder, as a process whose output is not a terminal. */
export async function runCommand(cwd: string, given: readonly string[]): Promise<CommandRun> {
  let out = "";
  let err = "";
  const process = {
    stdout: { write: (text: string): void => void (out += text) },
    stderr: { write: (text: string): void => void (err += text) },
    env: {},
    exitCode: null,
  };
  const clock = (): number => Date.UTC(2026, 1, 2);
  const code = await runActa({ process, arguments: given, environment: {}, cwd, isTerminal: false, clock });
  return { code, out, err };
}
