import { isUtf8 } from "node:buffer";
import type { Dialect } from "./rows.js";

/** The 32 places where windows-1252 differs from latin1; the five that it leaves undefined are U+FFFD. */
const FROM_80 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

/** True when the bytes mean something in the encoding. Every byte does in latin1. */
export function isWellEncoded(bytes: Buffer, encoding: Dialect["encoding"]): boolean {
  if (encoding === "utf-8") return isUtf8(bytes);
  if (encoding === "latin1") return true;
  return bytes.every((byte) => byte < 0x80 || byte > 0x9f || FROM_80[byte - 0x80] !== "\uFFFD");
}

/** Decodes bytes for which `isWellEncoded` holds; others become U+FFFD, which is good enough for showing them. */
export function decode(bytes: Buffer, from: number, to: number, encoding: Dialect["encoding"]): string {
  if (encoding === "utf-8") return bytes.toString("utf8", from, to);
  const text = bytes.toString("latin1", from, to);
  if (encoding === "latin1") return text;
  return text.replace(/[\u0080-\u009f]/g, (character) => FROM_80[character.charCodeAt(0) - 0x80] ?? "");
}

/** Most characters of a refused row that are kept. */
const MOST_RAW = 4096;

/** Cuts a text to what the quarantine keeps, not through the middle of a character. */
export function cutRaw(text: string): string {
  if (text.length <= MOST_RAW) return text;
  const last = text.charCodeAt(MOST_RAW - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MOST_RAW - 1 : MOST_RAW);
}

/** A refused row for showing: decoded as far as possible, without its line end. */
export function rawText(bytes: Buffer, from: number, to: number, encoding: Dialect["encoding"]): string {
  let end = to;
  if (end > from && bytes[end - 1] === 0x0a) end--;
  if (end < to && end > from && bytes[end - 1] === 0x0d) end--;
  // No character of our encodings needs more than four bytes.
  return cutRaw(decode(bytes, from, Math.min(end, from + 4 * MOST_RAW), encoding));
}
