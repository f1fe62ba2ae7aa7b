import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { followServer, joinServer, parseServerAddress } from "../../store/index.js";
import type { Joined } from "../../store/index.js";
import { printJson, tell } from "../desk/desk.js";
import type { Desk } from "../desk/desk.js";

/** Flags of `acta join`. */
export interface JoinFlags {
  readonly data: string;
  readonly follow: boolean;
  readonly json: boolean;
}

/** Runs `acta join`. */
export async function runJoin(desk: Desk, flags: JoinFlags, text: string): Promise<void> {
  const address = parseServerAddress(text);
  if (!address.ok) return tell(desk, address.problem);
  const path = resolve(desk.cwd, flags.data);
  const joined = await joinServer(path, address.value);
  if (!joined.ok) return tell(desk, joined.problem);
  const keyPath = join(flags.data, "keys", "recorder.key");
  const hasKey = existsSync(resolve(desk.cwd, keyPath));
  if (flags.json) printJson(desk, { schema: "acta-join/1", server: address.value.text, ...joined.value, hasKey });
  else desk.print(joinText(desk, joined.value, hasKey ? "" : keyPath, flags.data));
  if (flags.follow) await follow(desk, flags, path);
}

function joinText(desk: Desk, joined: Joined, missingKey: string, data: string): string {
  const { say } = desk.language;
  if (joined.size === 0) return say("join.began");
  const { size, taken, given } = joined;
  return [
    say("join.done", { size, taken, given }),
    ...(missingKey === "" ? [] : [say("join.key", { path: missingKey })]),
    say("join.next", { data }),
  ].join("\n");
}

/** Stays until Ctrl-C. A server that goes away is told once, and awaited. */
async function follow(desk: Desk, flags: JoinFlags, path: string): Promise<void> {
  const { say } = desk.language;
  if (!flags.json) desk.print(say("join.following"));
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  try {
    const size = await followServer(path, stop.signal, {
      taken: (taken, all) => {
        if (flags.json) desk.print(JSON.stringify({ at: desk.now(), taken, size: all }));
        else desk.print(say("join.taken", { time: desk.now().slice(11, 19), taken, size: all }));
      },
      failed: (problem) => desk.warn(desk.language.problem(problem)),
    });
    if (!size.ok) tell(desk, size.problem);
    else if (!flags.json) desk.print(say("join.stopped", { size: size.value }));
  } finally {
    process.removeListener("SIGINT", end);
    process.removeListener("SIGTERM", end);
  }
}
