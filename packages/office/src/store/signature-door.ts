import { fail, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { BatchWalk } from "acta/record";
import type { Leaves } from "acta/record";
import { SignatureCheck } from "acta/signature";
import type { LedgerKeys } from "acta/signature";
import { ed25519, sha256 } from "../keys/index.js";
import type { LedgerFile } from "./ledger-file.js";

/** The door of a ledger: what is not signed by whom it says does not come in (docs/decisions/0012). */
export class SignatureDoor {
  readonly #ledger: LedgerFile;
  /** Has gone through the entries and through what was admitted behind them; null when it must begin again. */
  #check: SignatureCheck | null = null;

  constructor(ledger: LedgerFile) {
    this.#ledger = ledger;
  }

  /** The keys as the entries leave them. What is in the ledger was checked when it came in. */
  keys(): Result<LedgerKeys> {
    const check = this.#ready();
    return check.ok ? succeed({ ledger: check.value.ledger(), keys: check.value.keys() }) : check;
  }

  /** The latest moment at which a batch was recorded; null before the first. */
  recorded(): Result<Instant | null> {
    const check = this.#ready();
    return check.ok ? succeed(check.value.recorded()) : check;
  }

  /** Checks leaves that are to be appended. @returns the keys as they leave them. When the append then fails, call `reset`. */
  admit(leaves: Leaves): Result<LedgerKeys> {
    const check = this.#ready();
    if (!check.ok) return check;
    const dated = datedAfter(leaves, check.value.recorded());
    if (!dated.ok) return dated;
    const next = check.value.next(leaves);
    const done = next.ok ? check.value.end() : next;
    if (!done.ok) {
      this.reset();
      return fail(done.problem);
    }
    return this.keys();
  }

  /** Forgets what was admitted: the next question begins with the ledger as it is. */
  reset(): void {
    this.#check = null;
  }

  #ready(): Result<SignatureCheck> {
    if (this.#check !== null) return succeed(this.#check);
    const check = new SignatureCheck({ sha256, ed25519 }, this.#ledger.size);
    const read = this.#ledger.read(this.#ledger.size, (leaves) => check.next(leaves));
    if (!read.ok) return read;
    this.#check = check;
    return succeed(check);
  }
}

/** The ledger's own clock never goes back, whatever the clocks of its desks do: `ledgerClock` gives the moment to write. */
function datedAfter(leaves: Leaves, recorded: Instant | null): Result<null> {
  let last = recorded;
  const walk = new BatchWalk({
    batch: ({ recordedAt }) => {
      if (last !== null && recordedAt < last)
        return fail({ code: "ledger.clockBack", context: { moment: recordedAt, last } });
      last = recordedAt;
      return succeed(null);
    },
  });
  return walk.next(leaves);
}

/** Who may sign in the ledger of an open folder. */
export function keysOf({ ledger, signed }: OpenLedger): Result<LedgerKeys> {
  return signed === null ? new SignatureDoor(ledger).keys() : signed.keys();
}

/** A data folder, as far as its keys go. */
interface OpenLedger {
  readonly ledger: LedgerFile;
  readonly signed: { readonly keys: () => Result<LedgerKeys> } | null;
}
