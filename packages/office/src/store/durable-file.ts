import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";

/** Writes a new file and returns when its bytes are on disk; its name is, once `syncFolder` has returned for its folder. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, "w", 0o644);
  try {
    writeAll(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes all bytes: the system may take fewer at a time. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(descriptor, bytes, at);
}

/**
 * Makes the names in a folder durable: on Linux a new file whose folder was not synced may be gone after a power cut, however
 * well its bytes were. Systems that cannot sync a folder (Windows) keep names by themselves.
 */
export function syncFolder(path: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r");
    fsyncSync(descriptor);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "EISDIR" && code !== "EPERM" && code !== "EACCES" && code !== "EINVAL") throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
