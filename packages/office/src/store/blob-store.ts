import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { syncFolder, writeDurably } from "./durable-file.js";
import { systemProblem } from "./system-problem.js";

/** Content-addressed files: definitions, rolls and raw sources, each named by the SHA-256 of its bytes. */
export class BlobStore {
  /** The folder in which they lie. */
  readonly path: string;

  constructor(folder: string) {
    this.path = folder;
  }

  /** Writes bytes durably. Writing the same bytes again does nothing, unless the file was altered: then it is mended. @returns their SHA-256. */
  put(bytes: Uint8Array): Result<string> {
    const sha256 = hashOf(bytes);
    const path = join(this.path, sha256);
    const draft = `${path}.${process.pid}.draft`;
    try {
      if (existsSync(path) && hashOf(readFileSync(path)) === sha256) return succeed(sha256);
      if (mkdirSync(this.path, { recursive: true }) !== undefined) syncFolder(dirname(this.path));
      writeDurably(draft, bytes);
      renameSync(draft, path);
      syncFolder(this.path);
      return succeed(sha256);
    } catch (error) {
      rmSync(draft, { force: true });
      return fail(systemProblem(error, path));
    }
  }

  /** True when there is a file of this name; whether its bytes are right, only reading tells. */
  has(sha256: string): boolean {
    return existsSync(join(this.path, sha256));
  }

  /** Reads a blob and checks its hash: a file that was altered is refused. */
  get(sha256: string): Result<Buffer> {
    const path = join(this.path, sha256);
    try {
      const bytes = readFileSync(path);
      if (hashOf(bytes) !== sha256) return fail({ code: "store.blobAltered", where: path });
      return succeed(bytes);
    } catch (error) {
      return fail(systemProblem(error, path));
    }
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
