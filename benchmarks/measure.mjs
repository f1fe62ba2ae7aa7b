// What the benchmarks share: medians, fresh processes that report one line of JSON, folders that are removed again.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Wall and processor time of a piece of work, in milliseconds. The processor time counts all threads of the process. */
export async function timed(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { value, ms, cpu: (user + system) / 1000 };
}

/**
 * Runs a case in a fresh process. A case prints one line of JSON.
 * @returns the line, and how long the whole process took.
 */
export function inFreshProcess(name, args, program = process.execPath, options = []) {
  const file = fileURLToPath(new URL(`cases/${name}`, import.meta.url));
  const start = performance.now();
  const done = spawnSync(program, [...options, file, ...args.map(String)], { encoding: "utf8", maxBuffer: 1 << 28 });
  const wholeMs = performance.now() - start;
  if (done.status !== 0) throw new Error(`${name} failed: ${done.stderr || done.error?.message || done.signal}`);
  return { ...JSON.parse(done.stdout.trimEnd().split("\n").at(-1) ?? ""), wholeMs };
}

/** A new folder for the time of some work. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "acta-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The value of a result; a benchmark has no use for problems. */
export function valueOf(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
