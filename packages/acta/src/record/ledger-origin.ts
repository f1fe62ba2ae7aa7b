import { readHeader } from "./batch-header.js";
import { readLedgerEntry } from "./entry.js";
import { eachLeaf, parseLeaf } from "./leaf-writer.js";
import type { Leaves } from "./leaf-writer.js";

/** The name under which a ledger goes on, from its first leaves; null when they do not begin one. */
export function originOf(first: Leaves): string | null {
  let origin: string | null = null;
  let begins = false;
  eachLeaf(first, (start, end, at) => {
    if (at > 1) return;
    const leaf = parseLeaf(first.bytes, start, end);
    if (at === 0) {
      const header = readHeader(leaf, 0);
      begins = header.ok && header.value.kind === "ledger";
    } else if (begins) {
      const entry = readLedgerEntry(leaf, 1);
      origin = entry.ok ? entry.value.origin : null;
    }
  });
  return origin;
}
