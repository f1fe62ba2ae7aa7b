import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { ServedBody } from "./served-body.js";

/** Questions that may wait for their turn; more are sent away for a few seconds. */
const MOST_WAITING = 64;

/**
 * Answers that were worked out, kept within a bound while the ledger stays the same. One is worked out at a time, so that files go out in
 * between; who asks the same at the same time gets the same answer.
 */
export class AnswerShelf {
  readonly #mostBytes: number;
  readonly #kept = new Map<string, ServedBody>();
  readonly #waiting = new Map<string, Promise<Result<ServedBody>>>();
  #turn: Promise<unknown> = Promise.resolve();
  #bytes = 0;
  #revision = "";

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The answer to a question: kept, or worked out now. @param revision names the state of the ledger. */
  async answer(key: string, revision: string, work: () => Promise<Result<ServedBody>>): Promise<Result<ServedBody>> {
    if (revision !== this.#revision) this.#forgetAll(revision);
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return succeed(kept);
    }
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) return waiting;
    if (this.#waiting.size >= MOST_WAITING) return fail({ code: "serve.busy" });
    const promised = this.#inTurn(key, revision, work);
    this.#waiting.set(key, promised);
    return promised;
  }

  async #inTurn(key: string, revision: string, work: () => Promise<Result<ServedBody>>): Promise<Result<ServedBody>> {
    const before = this.#turn;
    const mine = before.then(async () => {
      // Sockets have their turn before the next sum begins.
      await new Promise((resolve) => setImmediate(resolve));
      return work();
    });
    this.#turn = mine.catch(() => undefined);
    try {
      const made = await mine;
      if (made.ok && revision === this.#revision) this.#keep(key, made.value);
      return made;
    } finally {
      this.#waiting.delete(key);
    }
  }

  #keep(key: string, body: ServedBody): void {
    this.#kept.set(key, body);
    this.#bytes += body.ready("identity")?.bytes.length ?? 0;
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= old.ready("identity")?.bytes.length ?? 0;
    }
  }

  #forgetAll(revision: string): void {
    this.#revision = revision;
    this.#kept.clear();
    this.#waiting.clear();
    this.#bytes = 0;
  }
}
