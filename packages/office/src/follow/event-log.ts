import { appendFileSync } from "node:fs";
import { succeed, fail } from "acta/basics";
import type { Result } from "acta/basics";
import { systemProblem } from "../store/index.js";
import type { EventHead } from "./follow-event.js";

/** Appends an event to a file, one JSON line each, with its sentence as `text`. The file is made when it is missing. */
export function appendEvent(path: string, event: EventHead, text: string): Result<null> {
  try {
    appendFileSync(path, `${JSON.stringify({ ...event, text })}\n`);
    return succeed(null);
  } catch (error) {
    return fail(systemProblem(error, path));
  }
}
