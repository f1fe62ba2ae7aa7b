import { fail, isCount, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { decodeBase64, encodeBase64 } from "./base64.js";
import { textProblem } from "./note.js";
import { parseDecimal } from "./plain-text.js";
import { HASH_BYTES } from "./tree-hash.js";

/** Which tree a ledger stands by: its identity, how many entries it has, and their root (C2SP tlog-checkpoint, Note text). */
export interface Checkpoint {
  /** Identity of the ledger. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines of an application's own, not recommended (C2SP tlog-checkpoint, Note text, 4). */
  readonly extensions: readonly string[];
}

/** Reads the text of a checkpoint (C2SP tlog-checkpoint, Note text). Signatures are another matter: see `verifyCheckpoint`. */
export function parseCheckpoint(text: string): Result<Checkpoint> {
  if (!text.endsWith("\n")) return fail({ code: "checkpoint.badForm" });
  const [origin = "", written = "", hash = "", ...extensions] = text.slice(0, -1).split("\n");
  if (origin === "" || extensions.includes("")) return fail({ code: "checkpoint.badForm" });
  const size = parseDecimal(written);
  if (size === undefined) return fail({ code: "checkpoint.badSize", context: { size: written.slice(0, 40) } });
  const root = decodeBase64(hash);
  if (root?.length !== HASH_BYTES) return fail({ code: "checkpoint.badRoot" });
  return succeed({ origin, size, root, extensions });
}

/** Writes the text of a checkpoint, ready to be signed (C2SP tlog-checkpoint, Note text). */
export function formatCheckpoint(checkpoint: Checkpoint): Result<string> {
  const { origin, size, root, extensions } = checkpoint;
  const lines = [origin, String(size), encodeBase64(root), ...extensions];
  if (lines.some((line) => line === "" || line.includes("\n"))) return fail({ code: "checkpoint.badForm" });
  if (!isCount(size) || parseDecimal(String(size)) === undefined)
    return fail({ code: "checkpoint.badSize", context: { size } });
  if (root.length !== HASH_BYTES) return fail({ code: "checkpoint.badRoot" });
  const text = `${lines.join("\n")}\n`;
  const problem = textProblem(text);
  return problem === undefined ? succeed(text) : fail(problem);
}
