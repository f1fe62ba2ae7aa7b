import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { parseCheckpoint, parseNote } from "acta/ledger";
import { systemProblem } from "../store/index.js";

/** Two checkpoints that one key has signed and that contradict each other, kept as files. */
export interface Evidence {
  /** What was seen before, as it was signed. */
  readonly remembered: string;
  /** What is shown now, as it was signed. */
  readonly shown: string;
  readonly files: readonly string[];
}

/** Keeps two signed checkpoints that contradict each other: whoever has both can show it to others, byte for byte. */
export function keepEvidence(folder: string, remembered: Uint8Array, shown: Uint8Array): Result<Evidence> {
  try {
    mkdirSync(folder, { recursive: true });
    const files = [remembered, shown].map((note) => {
      const path = join(folder, nameOf(note));
      writeFileSync(path, note);
      return path;
    });
    return succeed({ remembered: textOf(remembered), shown: textOf(shown), files });
  } catch (error) {
    return fail(systemProblem(error, folder));
  }
}

/** Size and root: each state of a ledger has a name of its own, and the same one is kept once. */
function nameOf(note: Uint8Array): string {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  const { size, root } = checkpoint.ok ? checkpoint.value : { size: 0, root: new Uint8Array(0) };
  return `${size}-${hex(root).slice(0, 16)}.checkpoint`;
}

function textOf(note: Uint8Array): string {
  return new TextDecoder().decode(note);
}
