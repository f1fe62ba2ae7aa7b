import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { setPriority } from "node:os";
import * as v from "valibot";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { MAIN_MODULE } from "../installation.js";
import type { Desk } from "../desk/desk.js";
import { runPublish } from "./publish-run.js";

/** What a publication has done, in short. */
export interface PublishedShort {
  readonly size: number;
  readonly editions: number;
  /** Files that had to be written. */
  readonly written: number;
}

const printed = v.looseObject({
  size: v.number(),
  editions: v.number(),
  written: v.looseObject({ files: v.number() }),
});

/** Below everything that answers readers. */
const PATIENT = 10;

/**
 * Publishes a data folder in a process of its own, so that readers are answered meanwhile: a country takes seconds. Where the command is
 * not built (it is run from its sources) it is done here.
 * @param isAwaited nothing is served before it is done: then it takes its full share of the machine.
 */
export async function publishApart(
  desk: Desk,
  data: string,
  to: string,
  isAwaited = false,
): Promise<Result<PublishedShort>> {
  if (!existsSync(MAIN_MODULE)) {
    const done = await runPublish(desk, {
      data,
      to,
      withSources: false,
      withSite: true,
      withProjection: false,
      cosignatures: [],
      witness: [],
    });
    if (!done.ok) return done;
    const { size, editions, written } = done.value;
    return succeed({ size, editions, written: written.files });
  }
  const command = [MAIN_MODULE, "--lang", desk.language.code, "publish", to, "--data", data, "--json"];
  return run(command, desk.cwd, isAwaited ? 0 : PATIENT);
}

function run(given: readonly string[], cwd: string, priority: number): Promise<Result<PublishedShort>> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...given], { cwd }, (error, out, err) => {
      const document = error === null ? v.safeParse(printed, parsed(out)) : null;
      if (document?.success === true) {
        const { size, editions, written } = document.output;
        resolve(succeed({ size, editions, written: written.files }));
      } else {
        const why = err.trim().split("\n").at(-1) ?? "";
        resolve(fail({ code: "serve.publishFailed", context: { why } }));
      }
    });
    try {
      if (child.pid !== undefined) setPriority(child.pid, priority);
    } catch {
      // It has already ended, or this system has no priorities: it only takes its share then.
    }
  });
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
