import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { readHeader } from "./batch-header.js";
import type { BatchHeader } from "./batch-header.js";
import { eachLeaf, parseLeaf } from "./leaf-writer.js";
import type { Leaves } from "./leaf-writer.js";

/** Who looks at entries without folding them. Either may stop the walk with a problem. */
export interface BatchVisitor {
  /** A batch begins at this ledger position; its header's own bytes stand at this place. */
  readonly batch?: (header: BatchHeader, index: number, bytes: Uint8Array, start: number, end: number) => Result<null>;
  /** An entry of the batch, as the place of its bytes. */
  readonly entry?: (header: BatchHeader, bytes: Uint8Array, start: number, end: number, index: number) => Result<null>;
}

/** Goes through leaves in order, from the first of a ledger, and tells headers from entries. */
export class BatchWalk {
  readonly #visitor: BatchVisitor;
  #header: BatchHeader | null = null;
  #left = 0;
  #size = 0;

  constructor(visitor: BatchVisitor) {
    this.#visitor = visitor;
  }

  /** Goes through further leaves. @returns the first problem with the position of its entry; then the walk is over. */
  next(leaves: Leaves): Result<null> {
    let done: Result<null> = succeed(null);
    const whole = eachLeaf(leaves, (start, end) => {
      if (!done.ok) return;
      done = this.#leaf(leaves.bytes, start, end);
      this.#size++;
    });
    return whole || !done.ok ? done : fail({ code: "record.tornLeaves", context: { index: this.#size } });
  }

  #leaf(bytes: Uint8Array, start: number, end: number): Result<null> {
    if (this.#header !== null && this.#left > 0) {
      this.#left--;
      return this.#visitor.entry?.(this.#header, bytes, start, end, this.#size) ?? succeed(null);
    }
    const header = readHeader(parseLeaf(bytes, start, end), this.#size);
    if (!header.ok) return header;
    this.#header = header.value;
    this.#left = header.value.count;
    return this.#visitor.batch?.(header.value, this.#size, bytes, start, end) ?? succeed(null);
  }
}
