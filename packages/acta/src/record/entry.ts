import * as v from "valibot";
import { canonicalJson, fail, succeed, utf8 } from "../basics/index.js";
import type { Instant, Json, Result } from "../basics/index.js";
import type { ActEntries } from "./act.js";
import type { BatchHeader } from "./batch-header.js";
import type { BlobEntry } from "./blob-entry.js";
import { countForm, hashForm, momentForm, namedForm } from "./entry-form.js";
import type { ActKind } from "./entry-kind.js";

/** The longest leaf, in bytes: C2SP bundles have 16-bit lengths. */
export const MOST_LEAF_BYTES = 65_535;

/** First entry of every ledger: it fixes the mode. `reported`: a recorder writes down the acts of others. */
export interface LedgerEntry {
  readonly mode: "ofRecord" | "reported";
  /** Name under which checkpoints will be signed. */
  readonly origin: string;
  /** A drill (simulacro) is marked for ever. */
  readonly drill: boolean;
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

/** Forms of the entries that are no sheets and no acts. */
export const plainForms = {
  ledger: v.strictObject({ mode: v.picklist(["ofRecord", "reported"]), origin: v.string(), drill: v.boolean() }),
  blob: v.strictObject({ sha256: hashForm, bytes: countForm, name: v.string(), part: v.string() }),
  bulletin: v.strictObject({
    tree: v.string(),
    area: v.string(),
    asOf: v.nullable(momentForm),
    figures: namedForm(v.pipe(v.number(), v.integer())),
  }),
  edition: v.strictObject({
    id: v.string(),
    number: countForm,
    dataDigest: hashForm,
    roll: hashForm,
    definition: hashForm,
    sources: v.array(hashForm),
    findings: namedForm(countForm),
  }),
};

/** An entry other than a sheet; sheets have their own lean form (sheet-entry.ts). */
export type PlainEntry = LedgerEntry | BlobEntry | BulletinEntry | EditionEntry | ActEntries[ActKind];

/** Canonical bytes of a header or a plain entry (RFC 8785). */
export function leafOf(value: BatchHeader | PlainEntry): Uint8Array {
  return utf8(canonicalJson(jsonOf(value)));
}

function jsonOf(value: BatchHeader | PlainEntry): Json {
  const copy: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = item;
  return copy;
}

/** Reads a plain entry of a known kind. */
export function readLedgerEntry(leaf: unknown, index: number): Result<LedgerEntry> {
  return readWith(plainForms.ledger, leaf, index);
}

/** Reads a definition, roll or source entry. */
export function readBlobEntry(leaf: unknown, index: number): Result<BlobEntry> {
  return readWith(plainForms.blob, leaf, index);
}

/** Reads a bulletin entry. */
export function readBulletinEntry(leaf: unknown, index: number): Result<BulletinEntry> {
  return readWith(plainForms.bulletin, leaf, index);
}

/** Reads an edition entry. */
export function readEditionEntry(leaf: unknown, index: number): Result<EditionEntry> {
  return readWith(plainForms.edition, leaf, index);
}

function readWith<T>(schema: v.GenericSchema<unknown, T>, leaf: unknown, index: number): Result<T> {
  const parsed = v.safeParse(schema, leaf);
  return parsed.success ? succeed(parsed.output) : fail({ code: "record.badEntry", context: { index } });
}
