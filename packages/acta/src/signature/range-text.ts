import { encodeBase64 } from "../ledger/index.js";

/** A contiguous range of a ledger's leaves and the root over them alone. */
export interface LeafRange {
  readonly origin: string;
  readonly first: number;
  /** Position after the last one. */
  readonly end: number;
  /** RFC 6962 root of these leaves. */
  readonly root: Uint8Array;
}

/** The text that is signed for a range (docs/decisions/0012): a note of C2SP signed-note. */
export function rangeText({ origin, first, end, root }: LeafRange): string {
  return `acta-range/1\n${origin}\n${first} ${end}\n${encodeBase64(root)}\n`;
}
