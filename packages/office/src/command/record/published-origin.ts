import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { POINTER_PATH } from "acta/edition";
import { isServerAddress } from "../../store/index.js";
import { publishedFiles } from "../../verify/index.js";
import type { PublishedFiles } from "../../verify/index.js";
import type { Desk } from "../desk/desk.js";
import { isAddress } from "../desk/flags.js";

/** A published folder as an argument names it. */
export interface Origin {
  readonly files: PublishedFiles;
  /** Its address, or its absolute path. */
  readonly from: string;
}

/**
 * The published folder that an argument names where a definition may stand as well; null when it names something else. An address
 * of the web can be nothing else there; a path is one when it is a folder with a pointer.
 */
export function originNamed(desk: Desk, what: string): Origin | null {
  if (isServerAddress(what)) return null;
  if (isAddress(what)) return { files: publishedFiles(what, null), from: what };
  const path = resolve(desk.cwd, what);
  return existsSync(join(path, POINTER_PATH)) ? { files: publishedFiles(what, path), from: path } : null;
}
