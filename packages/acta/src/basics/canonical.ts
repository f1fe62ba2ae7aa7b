import canonicalize from "canonicalize";

/** A JSON value; `undefined`, functions and class instances are not. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/**
 * Canonical JSON text (RFC 8785): sorted keys, shortest numbers, no space. Equal values give equal text everywhere.
 * Throws on a value that is not JSON, which is a bug of the caller.
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("not a JSON value");
  return text;
}

/**
 * Reads text that must already be canonical: what is hashed and signed has one form only, so that two readers never differ about
 * it (a key that stands twice, say). @returns `undefined` for text in any other form, and for what is not JSON.
 */
export function parseCanonicalJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    // The platform's serializer is many times faster; it differs in the order of keys and in half characters, which it escapes.
    if (keysAreSorted(value) && !text.includes("\\ud") && JSON.stringify(value) === text) return value;
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    // Not JSON, half a character, or nested deeper than anything that is ever written.
    return undefined;
  }
}

function keysAreSorted(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  let last = "";
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value) && key < last) return false;
    if (!keysAreSorted(item)) return false;
    last = key;
  }
  return true;
}

/** A SHA-256 function as the platform has it; an argument wherever the library hashes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const DIGITS = utf8("0123456789abcdef");
/** The longest that is given to the platform as arguments of one call. */
const SHORT = 64;

/** Lower-case hexadecimal of bytes. */
export function hex(bytes: Uint8Array): string {
  if (bytes.length <= SHORT) return shortHex(bytes);
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** A hash becomes one flat text, not one that is put together of as many pieces: hashes are the keys of large maps. */
function shortHex(bytes: Uint8Array): string {
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    codes.push(DIGITS[byte >>> 4] ?? 0, DIGITS[byte & 15] ?? 0);
  }
  return String.fromCharCode(...codes);
}
