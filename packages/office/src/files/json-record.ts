import { cellOfJson, eachMember, skipSpace, skipValue } from "./json-text.js";
import type { JsonCursor } from "./json-text.js";
import type { RowRefusal } from "./rows.js";

/** One JSON object as a row: the texts of its cells by name. */
export interface JsonRecord {
  /** Nested objects are flattened: `{"a":{"b":1}}` has the cell `a.b`. `null` and what is missing are absent. */
  readonly cells: ReadonlyMap<string, string>;
  /** Every name in order of appearance, those with `null` too. */
  readonly names: ReadonlySet<string>;
  /** Why the record cannot be used although it is JSON. */
  readonly refusal: RowRefusal | undefined;
}

const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * Reads the value at the cursor as a record and passes it.
 * @returns `undefined` when it is not JSON; the cursor then stands where that was seen.
 */
export function readRecord(cursor: JsonCursor): JsonRecord | undefined {
  const cells = new Map<string, string>();
  const names = new Set<string>();
  let refusal: RowRefusal | undefined;
  const readObject = (prefix: string, depth: number): boolean =>
    eachMember(cursor, depth, (key) => {
      const name = prefix + key;
      if (cursor.text[cursor.at] === "{") return readObject(`${name}.`, depth + 1);
      const from = cursor.at;
      if (!skipValue(cursor, depth + 1)) return false;
      const source = cursor.text.slice(from, cursor.at);
      // Which of two equal names counts depends on the program that reads; RFC 7493 allows no such object.
      if (names.has(name)) refusal = "notAnObject";
      names.add(name);
      if (source === "null") return true;
      const text = cellOfJson(source);
      // An escape can write half a character, which no encoding can keep.
      if (HALF_CHARACTER.test(text) || HALF_CHARACTER.test(name)) refusal ??= "badEncoding";
      cells.set(name, text);
      return true;
    });
  skipSpace(cursor);
  if (cursor.text[cursor.at] === "{") return readObject("", 1) ? { cells, names, refusal } : undefined;
  return skipValue(cursor, 1) ? { cells, names, refusal: "notAnObject" } : undefined;
}

/** The cells of a record in the order of a header; what it lacks reads "". */
export function cellsInOrder(record: JsonRecord, header: readonly string[]): string[] {
  return header.map((name) => record.cells.get(name) ?? "");
}
