import type { Leaves } from "acta/record";

/** Where the leaf after the one at `at` begins: lengths of 16 bits stand before the bytes. */
function after(bytes: Uint8Array, at: number): number {
  return at + 2 + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
}

/** The leaves from one position up to another (left out), counted from the first of these. */
export function sliceLeaves(leaves: Leaves, from: number, upTo: number): Leaves {
  const end = Math.min(upTo, leaves.count);
  if (from <= 0 && end === leaves.count) return leaves;
  let at = 0;
  let start = 0;
  for (let leaf = 0; leaf < end; leaf++) {
    if (leaf === from) start = at;
    at = after(leaves.bytes, at);
  }
  return end <= from
    ? { bytes: new Uint8Array(0), count: 0 }
    : { bytes: leaves.bytes.subarray(start, at), count: end - Math.max(from, 0) };
}

/** Cuts leaves at their borders into pieces of at most so many bytes, or of one leaf. */
export function splitLeaves(leaves: Leaves, mostBytes: number): readonly Leaves[] {
  const pieces: Leaves[] = [];
  let start = 0;
  let count = 0;
  let at = 0;
  for (let leaf = 0; leaf < leaves.count; leaf++) {
    const next = after(leaves.bytes, at);
    if (next - start > mostBytes && count > 0) {
      pieces.push({ bytes: leaves.bytes.subarray(start, at), count });
      start = at;
      count = 0;
    }
    at = next;
    count++;
  }
  pieces.push({ bytes: leaves.bytes.subarray(start, at), count });
  return pieces;
}
