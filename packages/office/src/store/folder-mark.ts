import { readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { syncFolder, writeDurably } from "./durable-file.js";
import { isServerPath, parseServerAddress } from "./server-address.js";
import type { ServerAddress } from "./server-address.js";
import { systemProblem } from "./system-problem.js";

/** Name of the file that makes a folder a data folder; a restored one gets it last. */
export const FOLDER_MARK = "acta-data.json";

const FORMAT = "acta-data/1";

/** What the mark of a data folder says. */
export interface FolderMark {
  /** The server that keeps the ledger of which this folder holds a copy; null for a ledger that lies in the folder itself. */
  readonly server: ServerAddress | null;
}

/**
 * The mark of a folder; null when it has none, or an empty one: its making was cut off, and nothing is in it. A version that knows
 * no servers takes the mark of a copy for another format, so that it never goes on by itself where the server should.
 */
export function readMark(path: string): Result<FolderMark | null> {
  if (isServerPath(path)) return fail({ code: "store.addressForFolder" });
  const file = join(path, FOLDER_MARK);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const problem = systemProblem(error, path);
    return problem.code === "store.notFound" ? succeed(null) : fail(problem);
  }
  if (text === "") return succeed(null);
  const mark = parseMark(text);
  return mark === null ? fail({ code: "store.otherFormat", where: file }) : succeed(mark);
}

function parseMark(text: string): FolderMark | null {
  if (text === textOf(null)) return { server: null };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("server" in value) || typeof value.server !== "string")
      return null;
    const server = parseServerAddress(value.server);
    return server.ok && text === textOf(server.value) ? { server: server.value } : null;
  } catch {
    return null;
  }
}

function textOf(server: ServerAddress | null): string {
  return `${JSON.stringify(server === null ? { format: FORMAT } : { format: FORMAT, server: server.text })}\n`;
}

/** Writes the mark of a folder: whole or not at all, and on disk when this returns. */
export function writeMark(path: string, mark: FolderMark): void {
  const file = join(path, FOLDER_MARK);
  writeDurably(`${file}.draft`, Buffer.from(textOf(mark.server)));
  renameSync(`${file}.draft`, file);
  syncFolder(dirname(file));
}
