import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { systemProblem } from "./system-problem.js";

/** Holds a data folder for one writer. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for writing. A lock whose process is gone (kill -9, power cut) is taken over without a manual step: a process
 * is known by its number and, where the system tells, its start time, so that a reused number is not mistaken for it.
 */
export function lockFolder(folder: string): Result<FolderLock> {
  const path = join(folder, "lock");
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, own);
    for (let attempt = 0; attempt < 3; attempt++) {
      if (claim(draft, path)) return succeed({ release: () => rmSync(path, { force: true }) });
      const holder = readHolder(path);
      if (holder !== null && isAlive(holder)) {
        return fail({ code: "store.locked", where: folder, context: { pid: holder.pid } });
      }
      removeStale(path, holder);
    }
    return fail({ code: "store.locked", where: folder, context: { pid: 0 } });
  } catch (error) {
    return fail(systemProblem(error, path));
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A hard link appears whole or not at all, and only for one process. */
function claim(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly text: string;
}

function readHolder(path: string): Holder | null {
  try {
    const text = readFileSync(path, "utf8");
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "pid" in value && "started" in value)
      return { pid: Number(value.pid), started: String(value.started), text };
  } catch {
    // Gone or unreadable: treated as left behind; the claim above decides who gets it.
  }
  return null;
}

/** Moves a stale lock aside under a name of its own; if it changed meanwhile, somebody else was quicker and it is put back. */
function removeStale(path: string, seen: Holder | null): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (seen !== null && readFileSync(aside, "utf8") !== seen.text) linkSync(aside, path);
  } catch {
    // Already gone: the next attempt finds out.
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAlive(holder: Holder): boolean {
  if (!Number.isSafeInteger(holder.pid) || holder.pid <= 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  return holder.started === "" || holder.started === startOf(holder.pid);
}

/**
 * Start time of a process as Linux tells it (field 22 of its stat); "" elsewhere, and for one that has ended and only waits to be
 * collected by its parent: it holds nothing any more.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? "" : (fields[19] ?? "");
  } catch {
    return "";
  }
}
