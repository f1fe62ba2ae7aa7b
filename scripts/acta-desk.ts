// Runs the `acta` command inside a test, in a folder of its own, without a terminal and with a clock that stands still.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runActa } from "../packages/office/src/command/index.js";
import { sharedPath } from "./shared-data.js";
import { root } from "./workshop.mjs";

/** What a command printed and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const NOON = Date.UTC(2026, 0, 2, 12);

/** Runs `acta` with these arguments in a folder; English, at noon of 2 January 2026 UTC. */
export function acta(cwd: string, ...given: readonly string[]): Promise<Ran> {
  return actaAt(NOON, cwd, ...given);
}

/** The same at another moment, in milliseconds since 1970, UTC. */
export async function actaAt(now: number, cwd: string, ...given: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (into: string[]) => ({ write: (text: string) => void into.push(text) });
  const code = await runActa({
    process: { stdout: stream(out), stderr: stream(err), env: {}, exitCode: null },
    arguments: given,
    environment: { LANG: "en_US.UTF-8" },
    cwd,
    isTerminal: false,
    clock: () => now,
  });
  return { code, out: out.join(""), err: err.join("") };
}

/** Runs `acta` with `--json` and returns the document as JSON gives it; throws what it said when it did not end well. */
export async function actaJson(cwd: string, ...given: readonly string[]) {
  const ran = await acta(cwd, ...given, "--json");
  if (ran.code !== 0) throw new Error(`acta ${given.join(" ")}: ${ran.err}`);
  return JSON.parse(ran.out);
}

/** A new empty folder under the machine's place for temporary files. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "acta-"));
}

/** Removes a folder made by `newFolder`. */
export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The definitions of Peru 2021 in this repository. */
export const PERU = {
  runoff: join(root, "jurisdictions", "peru", "2021-runoff", "election.yaml"),
  firstRound: join(root, "jurisdictions", "peru", "2021-first-round", "election.yaml"),
} as const;

/** A station file of Peru 2021 by its short name: `08`, `09`, `17` of the runoff, or `first`. */
export function peruFile(name: "08" | "09" | "17" | "first"): string {
  return sharedPath(
    "data",
    "peru-2021",
    name === "first" ? "first-round-2021-06-17.csv.gz" : `runoff-2021-06-${name}.csv.gz`,
  );
}
