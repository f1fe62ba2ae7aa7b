import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { POINTER_PATH, parsePointer } from "acta/edition";
import type { Pointer } from "acta/edition";
import type { StreamEvent } from "./event-stream.js";

/** Looks at the pointer of a published folder: it is written last, so when it has changed everything that it names is there. */
export class PointerWatch {
  readonly #path: string;
  readonly #changed: (pointer: Pointer, hash: string) => void;
  #timer: NodeJS.Timeout | null = null;
  #mark = "";
  #hash = "";
  #pointer: Pointer | null = null;

  /** @param changed is called for the first pointer and for each that differs from the one before. */
  constructor(folder: string, changed: (pointer: Pointer, hash: string) => void) {
    this.#path = join(folder, POINTER_PATH);
    this.#changed = changed;
  }

  /** The newest pointer that could be read. */
  get pointer(): Pointer | null {
    return this.#pointer;
  }

  /** Looks now. A pointer that is missing or not one leaves the last good one in force. */
  look(): void {
    const mark = markOf(this.#path);
    if (mark === null || mark === this.#mark) return;
    try {
      const bytes = readFileSync(this.#path);
      const pointer = parsePointer(bytes.toString("utf8"));
      if (!pointer.ok) return;
      this.#mark = mark;
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (hash === this.#hash) return;
      this.#hash = hash;
      this.#pointer = pointer.value;
      this.#changed(pointer.value, hash);
    } catch {
      // Taken away between the two looks: it will be there at the next one.
    }
  }

  /** Looks again and again. @param every milliseconds */
  start(every: number): void {
    this.#timer = setInterval(() => this.look(), every);
    this.#timer.unref();
  }

  /** Stops looking. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }
}

function markOf(path: string): string | null {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs}-${size}-${ino}`;
  } catch {
    return null;
  }
}

/** The event that tells of a publication: the newest edition of each election by its sealing, and the size of the ledger. */
export function publicationEvent(pointer: Pointer, hash: string): StreamEvent {
  const newest = new Map(pointer.editions.map((edition) => [edition.election, edition]));
  const data = {
    schema: "acta-event/1",
    provenance: pointer.provenance,
    origin: pointer.origin,
    size: pointer.size,
    pointer: hash,
    editions: [...newest.values()],
  };
  return { id: hash.slice(0, 32), name: "publication", data: JSON.stringify(data) };
}
