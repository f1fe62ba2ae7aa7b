import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { fileProblem } from "./problems.js";

/** How many bytes at the start of a file are looked at. */
export const FIRST_LOOK = 4096;

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["gzip", [0x1f, 0x8b]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["rar", [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["ole2", [0xd0, 0xcf, 0x11, 0xe0]],
  ["sqlite", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["utf16", [0xff, 0xfe]],
  ["utf16", [0xfe, 0xff]],
];

/**
 * Names what the first bytes of a file are when they are not text: a picture, a zip (an XLSX is one), UTF-16 and so on;
 * "html" for a page, which is what a failed download often leaves under the name of the data.
 * @returns `undefined` when they may be text of one of our encodings.
 */
export function looksLike(bytes: Buffer): string | undefined {
  const first = bytes.subarray(0, FIRST_LOOK);
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, index) => first[index] === byte)) return name;
  }
  if (first.includes(0)) return "binary";
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)[\s>]/i.test(first.toString("latin1"))) return "html";
  return undefined;
}

/**
 * Where the text of a file begins, given its first block: after the byte order mark when it has one.
 * Refuses files that are empty or not text at all.
 */
export function textStart(path: string, bytes: Buffer): Result<number, Problem> {
  const like = looksLike(bytes);
  if (like !== undefined) return fail(fileProblem("file.binary", path, { looksLike: like }));
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.length === start ? fail(fileProblem("file.empty", path)) : succeed(start);
}
