const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD = 61;

const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Standard Base64 with padding (RFC 4648, Section 4), as all C2SP formats use it. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += ALPHABET.charAt(group >>> 18) + ALPHABET.charAt((group >>> 12) & 63);
    text += (left > 1 ? ALPHABET.charAt((group >>> 6) & 63) : "=") + (left > 2 ? ALPHABET.charAt(group & 63) : "=");
  }
  return text;
}

/**
 * Reads standard Base64 (RFC 4648, Section 4). Only the one text that `encodeBase64` writes for some bytes is read: padding is
 * there, unused bits are zero (3.5), no line breaks or other characters (3.3). Otherwise a signed file would have several forms.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    const padded = from + 4 === text.length ? padding : 0;
    let group = 0;
    for (let at = 0; at < 4; at++) {
      const code = text.charCodeAt(from + at);
      const value = at >= 4 - padded && code === PAD ? 0 : (VALUES[code] ?? 255);
      if (value === 255) return undefined;
      group = (group << 6) | value;
    }
    if ((padded === 1 && (group & 0xff) !== 0) || (padded === 2 && (group & 0xffff) !== 0)) return undefined;
    bytes[to] = group >>> 16;
    if (padded < 2) bytes[to + 1] = (group >>> 8) & 0xff;
    if (padded < 1) bytes[to + 2] = group & 0xff;
  }
  return bytes;
}
