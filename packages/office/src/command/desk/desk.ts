import type { CommandContext, StricliProcess } from "@stricli/core";
import type { Instant, Problem } from "acta/basics";
import type { Language } from "../../language/index.js";

/** What a command may touch: its streams, its language, the clock and the environment. Tests pass their own. */
export interface Desk extends CommandContext {
  readonly process: StricliProcess;
  readonly language: Language;
  /** Writes a text and a line end to standard output. */
  readonly print: (text: string) => void;
  /** Writes a text and a line end to standard error. */
  readonly warn: (text: string) => void;
  /** Shows a line that the next one overwrites; does nothing when standard error is not a terminal. */
  readonly progress: (text: string) => void;
  readonly now: () => Instant;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Sets the exit code of the process. */
  readonly exit: (code: number) => void;
}

/** Exit codes of every command. */
export const EXIT = { done: 0, problem: 1, usage: 2, interrupted: 130 } as const;

/** Tells an expected failure in one line and sets the exit code. */
export function tell(desk: Desk, problem: Problem): void {
  desk.progress("");
  desk.warn(desk.language.problem(problem));
  desk.exit(EXIT.problem);
}

/** Tells several failures, a line each. */
export function tellAll(desk: Desk, problems: readonly Problem[]): void {
  for (const problem of problems) tell(desk, problem);
}

/** Prints a documented JSON document. */
export function printJson(desk: Desk, document: unknown): void {
  desk.print(JSON.stringify(document, null, 2));
}
