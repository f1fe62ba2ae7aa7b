import { fail } from "acta/basics";
import type { Result } from "acta/basics";
import type { Addition, LedgerStore, StoreHead, UseLeaves } from "./ledger-store.js";

/**
 * A ledger that a server keeps, with a copy in the folder: what is appended goes to the server, and only when it is acknowledged there
 * to the copy, so that the copy is never ahead. What is read from the copy is what it had when it was last brought up to date.
 */
export class CopiedStore implements LedgerStore {
  readonly #server: LedgerStore;
  readonly #copy: LedgerStore;

  constructor(server: LedgerStore, copy: LedgerStore) {
    this.#server = server;
    this.#copy = copy;
  }

  head(): Promise<Result<StoreHead>> {
    return this.#server.head();
  }

  async append(expectedSize: number, addition: Addition): Promise<Result<null>> {
    const appended = await this.#server.append(expectedSize, addition);
    if (!appended.ok) return appended;
    const copied = await this.#copy.append(expectedSize, addition);
    // It is recorded; only this folder does not have it, and takes it from the server when it is next opened.
    return copied.ok
      ? copied
      : fail({ ...copied.problem, code: "store.copyBehind", context: { problem: copied.problem.code } });
  }

  read(from: number, upTo: number, use: UseLeaves): Promise<Result<null>> {
    return this.#server.read(from, upTo, use);
  }

  blobNames(): Promise<Result<readonly string[]>> {
    return this.#server.blobNames();
  }

  blob(sha256: string): Promise<Result<Uint8Array>> {
    return this.#server.blob(sha256);
  }

  follow(size: number, milliseconds: number): Promise<Result<number>> {
    return this.#server.follow(size, milliseconds);
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.#copy.close();
  }
}
