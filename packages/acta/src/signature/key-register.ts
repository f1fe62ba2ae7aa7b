import { fail, hex, succeed } from "../basics/index.js";
import type { Instant, Result, Sha256 } from "../basics/index.js";
import { parseVerifierKey } from "../ledger/index.js";
import type { VerifierKey } from "../ledger/index.js";
import type { KeyEntry, KeyRole } from "../record/index.js";

/** A key that may sign, and in whose name. */
export interface RegisteredKey {
  readonly key: VerifierKey;
  readonly role: KeyRole;
  readonly holder: string;
  /** Last moment; null for no end. */
  readonly validUntil: Instant | null;
  /** Ledger position of the entry that added it; -1 for the recorder that a ledger's name gives. */
  readonly since: number;
  /** Ledger position of the entry that revoked or rotated it; null while it is in force. */
  readonly until: number | null;
}

/** The keys of a ledger as its entries have left them. */
export class KeyRegister {
  readonly #sha256: Sha256;
  #keys: readonly RegisteredKey[] = [];

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** All keys that were ever added, in order. */
  keys(): readonly RegisteredKey[] {
    return this.#keys;
  }

  /** The recorder's key that a ledger's name gives, before any entry does. */
  found(key: RegisteredKey): void {
    this.#add(key);
  }

  /** Applies a key entry whose signature was checked. One that does not fit what is registered is refused. */
  apply(entry: KeyEntry, index: number): Result<null> {
    const key = parseVerifierKey(this.#sha256, entry.key);
    if (!key.ok) return fail({ ...key.problem, context: { ...key.problem.context, index } });
    const { role, holder, validUntil, action } = entry;
    const known = this.#keys.find((each) => sameKey(each.key, key.value));
    if (action === "revoked") return this.#end(known, index);
    if (known !== undefined) return fail({ code: "signature.keyTwice", context: { index, holder: entry.holder } });
    if (action === "rotated") {
      const ended = this.#rotate(entry, index);
      if (!ended.ok) return ended;
    }
    this.#add({ key: key.value, role, holder, validUntil, since: index, until: null });
    return succeed(null);
  }

  #rotate({ previous, role, holder }: KeyEntry, index: number): Result<null> {
    const old = this.#keys.find(({ key, until }) => until === null && isKeyLine(this.#sha256, previous, key));
    const fits = old !== undefined && old.role === role && old.holder === holder;
    return fits ? this.#end(old, index) : fail({ code: "signature.unknownKey", context: { index, holder } });
  }

  #end(known: RegisteredKey | undefined, index: number): Result<null> {
    if (known === undefined || known.until !== null) return fail({ code: "signature.unknownKey", context: { index } });
    this.#keys = this.#keys.map((each) => (each === known ? { ...each, until: index } : each));
    return succeed(null);
  }

  #add(key: RegisteredKey): void {
    this.#keys = [...this.#keys, key];
  }
}

function isKeyLine(sha256: Sha256, line: string, key: VerifierKey): boolean {
  const parsed = parseVerifierKey(sha256, line);
  return parsed.ok && sameKey(parsed.value, key);
}

/** One public key stands in a register once, whatever its names: otherwise one holder would count as two. */
function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return hex(a.publicKey) === hex(b.publicKey);
}

/** The short form by which a batch header names who signed: the key's name and id. */
export function signerName({ name, id }: VerifierKey): string {
  return `${name}+${id}`;
}
