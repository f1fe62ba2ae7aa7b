// For tests: `acta serve` in this process, ended as Ctrl-C ends it.
import process from "node:process";
import { runActa } from "../index.js";

/** A server that a test has started. */
export interface Serving {
  /** With a slash at the end. */
  readonly address: string;
  /** What it has printed. */
  readonly said: () => string;
  /** Waits until it has said something; throws what it said instead after some time. */
  readonly until: (what: string) => Promise<void>;
  /** Ctrl-C: ends every server of this process. @returns the exit code */
  readonly end: () => Promise<number>;
}

const NOON = Date.UTC(2026, 0, 2, 12);
const PATIENCE = 120_000;

/** Starts `acta serve` in a folder, on a port that is free, in English, at noon of 2 January 2026 UTC. */
export async function serve(cwd: string, ...given: readonly string[]): Promise<Serving> {
  const out: string[] = [];
  const stream = { write: (text: string) => void out.push(text) };
  const running = runActa({
    process: { stdout: stream, stderr: stream, env: {}, exitCode: null },
    arguments: ["serve", "--port", "0", ...given],
    environment: { LANG: "en_US.UTF-8" },
    cwd,
    isTerminal: false,
    clock: () => NOON,
  });
  const said = (): string => out.join("");
  const until = async (what: string): Promise<void> => {
    const from = Date.now();
    while (!said().includes(what)) {
      if (Date.now() - from > PATIENCE) throw new Error(`not said: ${what}. Said: ${said()}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  };
  await until("Ctrl-C ends it.");
  return {
    address: /http:\S+\//.exec(said())?.[0] ?? "",
    said,
    until,
    end: async () => {
      process.emit("SIGINT");
      return running;
    },
  };
}
