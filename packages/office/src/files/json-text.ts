// Walks JSON text (RFC 8259) without building values, so that numbers keep the digits that the file has and an error has
// a place. JSON.parse rounds numbers, keeps the last of two equal keys, and names no position for some errors.

/** A place in a JSON text. After a refusal `at` is where it was seen. */
export interface JsonCursor {
  readonly text: string;
  at: number;
}

/** Deeper nesting is refused: it would exhaust the stack, and no table needs it. */
const DEEPEST = 200;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const WORDS = ["true", "false", "null"] as const;

/** Passes white space. */
export function skipSpace(cursor: JsonCursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    cursor.at++;
  }
}

/** Passes one character that must stand here, after white space. */
function skipMark(cursor: JsonCursor, mark: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== mark) return false;
  cursor.at++;
  return true;
}

function skipPattern(cursor: JsonCursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.at;
  if (!pattern.test(cursor.text)) return false;
  cursor.at = pattern.lastIndex;
  return true;
}

function skipString(cursor: JsonCursor): boolean {
  const { text } = cursor;
  for (cursor.at++; cursor.at < text.length; cursor.at++) {
    const code = text.charCodeAt(cursor.at);
    if (code === 0x22) {
      cursor.at++;
      return true;
    }
    if (code < 0x20) return false;
    if (code === 0x5c) {
      cursor.at++;
      if (!skipPattern(cursor, ESCAPE)) return false;
      cursor.at--;
    }
  }
  return false;
}

/** Passes one value of any kind; false when there is none. */
export function skipValue(cursor: JsonCursor, depth: number): boolean {
  skipSpace(cursor);
  const { text, at } = cursor;
  const first = text[at];
  if (first === "{") return eachMember(cursor, depth, () => skipValue(cursor, depth + 1));
  if (first === "[") return eachItem(cursor, depth, () => skipValue(cursor, depth + 1));
  if (first === '"') return skipString(cursor);
  const word = WORDS.find((candidate) => text.startsWith(candidate, at));
  if (word === undefined) return skipPattern(cursor, NUMBER);
  cursor.at += word.length;
  return true;
}

/** Passes an object; `onMember` must pass the value of its key and returns false to stop. */
export function eachMember(cursor: JsonCursor, depth: number, onMember: (key: string) => boolean): boolean {
  if (depth > DEEPEST || !skipMark(cursor, "{")) return false;
  if (skipMark(cursor, "}")) return true;
  do {
    skipSpace(cursor);
    const from = cursor.at;
    if (cursor.text[from] !== '"' || !skipString(cursor)) return false;
    const key = stringText(cursor.text.slice(from, cursor.at));
    if (!skipMark(cursor, ":")) return false;
    skipSpace(cursor);
    if (!onMember(key)) return false;
  } while (skipMark(cursor, ","));
  return skipMark(cursor, "}");
}

/** Passes an array; `onItem` must pass one item and returns false to stop. */
export function eachItem(cursor: JsonCursor, depth: number, onItem: () => boolean): boolean {
  if (depth > DEEPEST || !skipMark(cursor, "[")) return false;
  if (skipMark(cursor, "]")) return true;
  do {
    skipSpace(cursor);
    if (!onItem()) return false;
  } while (skipMark(cursor, ","));
  return skipMark(cursor, "]");
}

/** What a JSON string says; the source has already been walked, so it is one. */
function stringText(source: string): string {
  if (!source.includes("\\")) return source.slice(1, -1);
  const value: unknown = JSON.parse(source);
  return typeof value === "string" ? value : "";
}

/** The text of a cell out of the source of a JSON value. */
export function cellOfJson(source: string): string {
  if (source.startsWith('"')) return stringText(source);
  if (source === "null") return "";
  return /^-?\d/.test(source) ? plainNumber(source) : source;
}

/** Digits that decide a double exactly; with more of them a value may have been rounded. */
const EXACT_DIGITS = 15;

/**
 * A number as the file writes it, but whole numbers in plain digits: programs write counts as `300.0` or `3e2`.
 * Numbers of more digits than a double holds stay as they are.
 */
function plainNumber(source: string): string {
  if (!/[.eE]/.test(source)) return source;
  const digits = source.replace(/[eE].*$/, "").replace(/\D/g, "");
  const value = Number(source);
  return digits.length <= EXACT_DIGITS && Number.isSafeInteger(value) ? String(value) : source;
}
