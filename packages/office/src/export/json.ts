import { utf8 } from "acta/basics";
import type { ExportNotes } from "./export-notes.js";
import type { ExportTable } from "./export-table.js";

const PIECE = 1 << 16;

/**
 * Writes a table as one JSON object, in pieces: the notes, then `rows`, each an object by column id. A share is a number whose shortest
 * text is its exact decimal; an empty cell is null.
 */
export function* writeJson(table: ExportTable): Generator<Uint8Array> {
  const keys = table.columns.map((column) => `${JSON.stringify(column.id)}:`);
  let text = `${JSON.stringify(table.notes).slice(0, -1)},"rows":[`;
  for (let row = 0; row < table.size; row++) {
    text += row === 0 ? "\n{" : ",\n{";
    for (let at = 0; at < keys.length; at++)
      text += `${at === 0 ? "" : ","}${keys[at]}${JSON.stringify(table.columns[at]?.cell(row) ?? null)}`;
    text += "}";
    if (text.length < PIECE) continue;
    yield utf8(text);
    text = "";
  }
  yield utf8(`${text}\n]}\n`);
}

/** Writes the notes alone: the sidecar of a CSV. */
export function writeNotes(notes: ExportNotes): Uint8Array {
  return utf8(`${JSON.stringify(notes, null, 2)}\n`);
}
