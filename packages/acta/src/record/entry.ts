import * as v from "valibot";
import { canonicalJson, fail, parseInstant, succeed, utf8 } from "../basics/index.js";
import type { Instant, Json, Result } from "../basics/index.js";

/**
 * Kinds of entry that may be written (RECORD.md 2; later issues add to the list). Each has a version of its own: a changed
 * field is a new version, and old ones stay readable.
 */
export type EntryKind = "ledger" | "definition" | "roll" | "source" | "sheet" | "bulletin" | "edition";

/** The version in which each kind is written today. */
export const ENTRY_VERSIONS: Readonly<Record<EntryKind, number>> = {
  ledger: 1,
  definition: 1,
  roll: 1,
  source: 1,
  sheet: 1,
  bulletin: 1,
  edition: 1,
};

/** The longest leaf, in bytes: C2SP bundles have 16-bit lengths. */
export const MOST_LEAF_BYTES = 65_535;

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
  /** For sheets: the contest. For bulletins: the series. Otherwise "". */
  readonly scope: string;
  /** For sheets: whose copy, and which of its copies. Otherwise "". */
  readonly copy: string;
}

/** First entry of every ledger: it fixes the mode. `reported`: a recorder writes down the acts of others. */
export interface LedgerEntry {
  readonly mode: "ofRecord" | "reported";
  /** Name under which checkpoints will be signed. */
  readonly origin: string;
  /** A drill (simulacro) is marked for ever. */
  readonly drill: boolean;
}

/** A content-addressed file that holds from here on: a definition, a roll, a raw source. */
export interface BlobEntry {
  readonly sha256: string;
  readonly bytes: number;
  /** File name as given, without its folder; for rolls and definitions what they are. */
  readonly name: string;
  /** The part of the source that the file is; "" otherwise. */
  readonly part: string;
}

/** Published totals of one area at one moment; never mixed into a tally. */
export interface BulletinEntry {
  readonly tree: string;
  /** Area code, or `group:ID`. */
  readonly area: string;
  /** The row's own moment when the file mixes several (a torn snapshot); null when it is the batch's. */
  readonly asOf: Instant | null;
  /** Figures by name: whole numbers; a printed share is named `share...` and stands in millionths of the whole (95.0021 % is 950021). */
  readonly figures: Readonly<Record<string, number>>;
}

/** Seals the ledger's size as an edition of an election. */
export interface EditionEntry {
  /** The source's moment and the first eight digits of the digest: the same for all who import the same files. */
  readonly id: string;
  /** In order of sealing, from 1. */
  readonly number: number;
  readonly dataDigest: string;
  readonly roll: string;
  readonly definition: string;
  /** SHA-256 of the raw files it was made from. */
  readonly sources: readonly string[];
  /** What the import found, by finding code. */
  readonly findings: Readonly<Record<string, number>>;
}

const moment = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Instant => {
    const parsed = parseInstant(dataset.value);
    if (parsed !== undefined && parsed === dataset.value) return parsed;
    addIssue({ message: "not a normal moment" });
    return NEVER;
  }),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const hashOrNone = v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/));

const headerSchema = v.strictObject({
  kind: v.string(),
  version: count,
  count,
  actor: v.strictObject({ role: v.string(), name: v.string() }),
  signer: v.string(),
  basis: v.picklist(["firstHand", "reported"]),
  source: hashOrNone,
  asOf: v.nullable(moment),
  recordedAt: moment,
  reason: v.string(),
  election: v.string(),
  definition: hashOrNone,
  scope: v.string(),
  copy: v.string(),
});

const schemas = {
  ledger: v.strictObject({ mode: v.picklist(["ofRecord", "reported"]), origin: v.string(), drill: v.boolean() }),
  blob: v.strictObject({ sha256: hash, bytes: count, name: v.string(), part: v.string() }),
  bulletin: v.strictObject({
    tree: v.string(),
    area: v.string(),
    asOf: v.nullable(moment),
    figures: v.record(v.string(), v.pipe(v.number(), v.integer())),
  }),
  edition: v.strictObject({
    id: v.string(),
    number: count,
    dataDigest: hash,
    roll: hash,
    definition: hash,
    sources: v.array(hash),
    findings: v.record(v.string(), count),
  }),
};

/** An entry other than a sheet; sheets have their own lean form (sheet-entry.ts). */
export type PlainEntry = LedgerEntry | BlobEntry | BulletinEntry | EditionEntry;

/** Canonical bytes of a header or a plain entry (RFC 8785). */
export function leafOf(value: BatchHeader | PlainEntry): Uint8Array {
  return utf8(canonicalJson(jsonOf(value)));
}

function jsonOf(value: BatchHeader | PlainEntry): Json {
  const copy: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = item;
  return copy;
}

function isKind(kind: string): kind is EntryKind {
  return Object.hasOwn(ENTRY_VERSIONS, kind);
}

/** The part of a header that no version changes: by it a reader knows what it does not know. */
const namedSchema = v.object({ kind: v.string(), version: count });

/** Reads a batch header; an unknown kind or version is refused by name, never skipped, whatever else stands in it. */
export function readHeader(leaf: unknown, index: number): Result<BatchHeader> {
  const named = v.safeParse(namedSchema, leaf);
  if (!named.success) return fail({ code: "record.badHeader", context: { index } });
  const { kind, version } = named.output;
  if (!isKind(kind)) return fail({ code: "record.unknownKind", context: { index, kind: kind.slice(0, 40) } });
  if (version !== ENTRY_VERSIONS[kind])
    return fail({ code: "record.unknownVersion", context: { index, kind, version } });
  const parsed = v.safeParse(headerSchema, leaf);
  if (!parsed.success) return fail({ code: "record.badHeader", context: { index } });
  return succeed({ ...parsed.output, kind });
}

/** Reads a plain entry of a known kind. */
export function readLedgerEntry(leaf: unknown, index: number): Result<LedgerEntry> {
  return readWith(schemas.ledger, leaf, index);
}

/** Reads a definition, roll or source entry. */
export function readBlobEntry(leaf: unknown, index: number): Result<BlobEntry> {
  return readWith(schemas.blob, leaf, index);
}

/** Reads a bulletin entry. */
export function readBulletinEntry(leaf: unknown, index: number): Result<BulletinEntry> {
  return readWith(schemas.bulletin, leaf, index);
}

/** Reads an edition entry. */
export function readEditionEntry(leaf: unknown, index: number): Result<EditionEntry> {
  return readWith(schemas.edition, leaf, index);
}

function readWith<T>(schema: v.GenericSchema<unknown, T>, leaf: unknown, index: number): Result<T> {
  const parsed = v.safeParse(schema, leaf);
  return parsed.success ? succeed(parsed.output) : fail({ code: "record.badEntry", context: { index } });
}
