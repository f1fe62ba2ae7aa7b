/** Leaves from `from` up to `to`, not included. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** A complete subtree of 2^level leaves: the `index`-th of its level. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The largest power of two that is smaller than `size`, which is at least 2 (RFC 6962 2.1: k < n <= 2k). */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The ranges whose hashes are the inclusion proof of a leaf, in the order of the proof: PATH(m, D[n]) of RFC 6962 2.1.1. */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const split = from + splitOf(to - from);
    if (index < split) {
      ranges.push({ from: split, to });
      to = split;
    } else {
      ranges.push({ from, to: split });
      from = split;
    }
  }
  return ranges.toReversed();
}

/**
 * The ranges whose hashes are the consistency proof between two sizes, in the order of the proof: PROOF(m, D[n]) and
 * SUBPROOF(m, D[n], b) of RFC 6962 2.1.2. `older` is at least 1 and at most `newer`.
 */
export function consistencyRanges(older: number, newer: number): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = newer;
  while (to !== older) {
    const split = from + splitOf(to - from);
    if (older <= split) {
      ranges.push({ from: split, to });
      to = split;
    } else {
      ranges.push({ from, to: split });
      from = split;
    }
  }
  // While only left halves were entered the range is the whole older tree, whose root the verifier has (b = true).
  if (from > 0) ranges.push({ from, to });
  return ranges.toReversed();
}

/** The complete subtrees that make up a range, from left to right. The range begins where RFC 6962 2.1 splits. */
export function completeSubtrees(range: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let at = range.from;
  while (at < range.to) {
    let leaves = 1;
    let level = 0;
    while (leaves * 2 <= range.to - at) {
      leaves *= 2;
      level++;
    }
    subtrees.push({ level, index: at / leaves });
    at += leaves;
  }
  return subtrees;
}
