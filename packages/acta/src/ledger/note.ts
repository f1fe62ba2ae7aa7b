import { fail, hex, succeed, utf8 } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { decodeBase64, encodeBase64 } from "./base64.js";
import { concat } from "./bytes.js";
import { decodeUtf8 } from "./plain-text.js";
import { isKeyName } from "./verifier-key.js";

/** One signature line of a note (C2SP signed-note, Signatures): nobody has verified it yet. */
export interface NoteSignature {
  readonly name: string;
  /** Id of the key: four bytes in hexadecimal. */
  readonly keyId: string;
  /** What follows the id. */
  readonly signature: Uint8Array;
}

/** A text with its signatures (C2SP signed-note). The text must be ignored until a signature of a trusted key is verified. */
export interface SignedNote {
  /** Ends with a line break. */
  readonly text: string;
  /** At least one in a note that was read. */
  readonly signatures: readonly NoteSignature[];
}

/** The largest note that is read (C2SP signed-note, Format: a limit on the size, room for 16 post-quantum signatures). */
export const MOST_NOTE_BYTES = 1 << 18;

/** The most signatures that are read (C2SP signed-note, Format: at least 16 must be). */
const MOST_SIGNATURES = 100;

const KEY_ID_BYTES = 4;
const MARK = "\u2014 ";
const FIRST_PRINTABLE = 0x20;
const NEWLINE = 0x0a;

/**
 * Reads a signed note (C2SP signed-note, Format): UTF-8 without control characters, a text that ends with a line break, an empty
 * line, and signature lines up to the end. Every note has one form only: what is read is what `formatNote` writes.
 */
export function parseNote(bytes: Uint8Array): Result<SignedNote> {
  if (bytes.length > MOST_NOTE_BYTES)
    return fail({ code: "note.tooLarge", context: { bytes: bytes.length, most: MOST_NOTE_BYTES } });
  const note = decodeUtf8(bytes);
  if (note === undefined) return fail({ code: "note.notUtf8" });
  // "The text is separated from the signatures by the last empty line in the note."
  const split = note.lastIndexOf("\n\n");
  if (split < 0) return fail({ code: "note.badForm" });
  const problem = textProblem(note);
  if (problem !== undefined) return fail(problem);
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES)
    return fail({ code: "note.manySignatures", context: { signatures: lines.length, most: MOST_SIGNATURES } });
  const signatures: NoteSignature[] = [];
  for (const [at, line] of lines.entries()) {
    const signature = parseSignature(line);
    if (signature === undefined) return fail({ code: "note.badSignatureLine", context: { line: at + 1 } });
    signatures.push(signature);
  }
  return succeed({ text: note.slice(0, split + 1), signatures });
}

/** Writes a note (C2SP signed-note, Format). What was signed or read by this room is always well formed. */
export function formatNote(note: SignedNote): Uint8Array {
  return utf8(`${note.text}\n${note.signatures.map(formatSignature).join("")}`);
}

/** One signature line with its line break; what a witness answers (C2SP signed-note, Signatures; tlog-witness, add-checkpoint). */
export function formatSignature({ name, keyId, signature }: NoteSignature): string {
  const id = Uint8Array.from({ length: KEY_ID_BYTES }, (_, at) => Number(`0x${keyId.slice(2 * at, 2 * at + 2)}`));
  return `${MARK}${name} ${encodeBase64(concat(id, signature))}\n`;
}

/** Why a text cannot be signed; `undefined` when it can (C2SP signed-note, Format). */
export function textProblem(text: string): Problem | undefined {
  if (!text.endsWith("\n")) return { code: "note.badForm" };
  if (hasControl(text)) return { code: "note.controlCharacter" };
  return /\p{Surrogate}/u.test(text) ? { code: "note.notUtf8" } : undefined;
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST_PRINTABLE && code !== NEWLINE) return true;
  }
  return false;
}

function parseSignature(line: string): NoteSignature | undefined {
  const space = line.indexOf(" ", MARK.length);
  if (!line.startsWith(MARK) || space < 0) return undefined;
  const name = line.slice(MARK.length, space);
  const bytes = decodeBase64(line.slice(space + 1));
  if (!isKeyName(name) || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: hex(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.subarray(KEY_ID_BYTES) };
}
