import * as v from "valibot";
import { fail, succeed } from "../basics/index.js";
import type { Instant, Result } from "../basics/index.js";
import { ENTRY_VERSIONS, isEntryKind } from "./entry-kind.js";
import type { EntryKind } from "./entry-kind.js";
import { countForm, hashOrNone, momentForm } from "./entry-form.js";

/**
 * The shared facts of a batch, written once before its entries. It is itself a leaf; the `count` leaves after it are its entries.
 * Who acted is not who signed: `actor` is the body, `signer` the key or desk that recorded it.
 */
export interface BatchHeader {
  readonly kind: EntryKind;
  readonly version: number;
  /** Entries that follow. */
  readonly count: number;
  readonly actor: { readonly role: string; readonly name: string };
  readonly signer: string;
  readonly basis: "firstHand" | "reported";
  /** SHA-256 of the file it was read from; "" when there is none. */
  readonly source: string;
  /** The source's clock; null when unknown, never the time of import. */
  readonly asOf: Instant | null;
  /** Our clock. */
  readonly recordedAt: Instant;
  readonly reason: string;
  /** Election, "" for the ledger's own entries. */
  readonly election: string;
  /** SHA-256 of the definition by which the entries were read; "" where none applies. */
  readonly definition: string;
  /** For sheets and acts on them: the contest. For bulletins: the series. Otherwise "". */
  readonly scope: string;
  /** For sheets and evidence: whose copy, and which of its copies. Otherwise "". */
  readonly copy: string;
}

/** Form of a batch header, version 1 of every kind. */
export const headerForm = v.strictObject({
  kind: v.string(),
  version: countForm,
  count: countForm,
  actor: v.strictObject({ role: v.string(), name: v.string() }),
  signer: v.string(),
  basis: v.picklist(["firstHand", "reported"]),
  source: hashOrNone,
  asOf: v.nullable(momentForm),
  recordedAt: momentForm,
  reason: v.string(),
  election: v.string(),
  definition: hashOrNone,
  scope: v.string(),
  copy: v.string(),
});

/** The part of a header that no version changes: by it a reader knows what it does not know. */
const knownForm = v.object({ kind: v.string(), version: countForm });

/** Reads a batch header; an unknown kind or version is refused by name, never skipped, whatever else stands in it. */
export function readHeader(leaf: unknown, index: number): Result<BatchHeader> {
  const named = v.safeParse(knownForm, leaf);
  if (!named.success) return fail({ code: "record.badHeader", context: { index } });
  const { kind, version } = named.output;
  if (!isEntryKind(kind)) return fail({ code: "record.unknownKind", context: { index, kind: kind.slice(0, 40) } });
  if (version !== ENTRY_VERSIONS[kind])
    return fail({ code: "record.unknownVersion", context: { index, kind, version } });
  const parsed = v.safeParse(headerForm, leaf);
  if (!parsed.success) return fail({ code: "record.badHeader", context: { index } });
  return succeed({ ...parsed.output, kind });
}
