import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { systemProblem } from "./system-problem.js";

/** Content-addressed files: definitions, rolls and raw sources, each named by the SHA-256 of its bytes. */
export class BlobStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes bytes durably. Writing the same bytes again does nothing. @returns their SHA-256. */
  put(bytes: Uint8Array): Result<string> {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const path = join(this.#folder, sha256);
    const draft = `${path}.${process.pid}.draft`;
    try {
      if (existsSync(path)) return succeed(sha256);
      mkdirSync(this.#folder, { recursive: true });
      writeDurably(draft, bytes);
      renameSync(draft, path);
      return succeed(sha256);
    } catch (error) {
      rmSync(draft, { force: true });
      return fail(systemProblem(error, path));
    }
  }

  /** Reads a blob and checks its hash: a file that was altered is refused. */
  get(sha256: string): Result<Buffer> {
    const path = join(this.#folder, sha256);
    try {
      const bytes = readFileSync(path);
      if (createHash("sha256").update(bytes).digest("hex") !== sha256) return fail({ code: "store.blobAltered", where: path });
      return succeed(bytes);
    } catch (error) {
      return fail(systemProblem(error, path));
    }
  }
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, "w", 0o644);
  try {
    let at = 0;
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
