import { parseCount } from "../basics/index.js";
import type { Count } from "../basics/index.js";

// Malformed bytes are refused, and a byte order mark is text like any other: nothing is repaired before a signature is checked.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of bytes that must be UTF-8 (RFC 3629); `undefined` when they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads "an ASCII decimal with no leading zeroes (unless 0)" (C2SP tlog-checkpoint, Note text; tlog-proof, Format).
 * At most 15 digits: larger ones are refused, as no ledger has 10^15 entries.
 */
export function parseDecimal(text: string): Count | undefined {
  return text.length > 1 && text.startsWith("0") ? undefined : parseCount(text);
}
