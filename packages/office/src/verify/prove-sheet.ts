import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import { SheetSearch, blobPath, proveLeaf } from "acta/edition";
import type { FoundSheet, SheetProof, SoughtSheet } from "acta/edition";
import { parseDefinition } from "acta/election";
import type { Election } from "acta/election";
import { MemoryTiles, parseCheckpoint, parseNote } from "acta/ledger";
import type { Checkpoint, TileReader } from "acta/ledger";
import { eachLeaf } from "acta/record";
import { sha256 } from "../keys/index.js";
import { readCheckpoint } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import { checkKeys, publishedEntries } from "./published-entries.js";
import { onTiles } from "./published-files.js";
import type { PublishedFiles } from "./published-files.js";
import type { PublishedHead } from "./published-head.js";

/** A proof without its words, and the entry that it is about. */
export interface MadeProof extends Omit<SheetProof, "words"> {
  readonly found: FoundSheet;
  readonly checkpoint: Checkpoint;
}

/** Proves a sheet from a data folder: its newest version among the first `upTo` entries, under the checkpoint that was signed last. */
export function proveFromFolder(folder: DataFolder, sought: SoughtSheet, upTo: number): Result<MadeProof> {
  const signed = signedCheckpoint(folder);
  if (!signed.ok) return signed;
  const { checkpoint, note } = signed.value;
  const search = new SheetSearch(sought);
  const searched = folder.ledger.read(upTo, (leaves) => search.next(leaves));
  if (!searched.ok) return searched;
  const tiles = new MemoryTiles(sha256);
  const read = folder.ledger.read(checkpoint.size, (leaves) => {
    eachLeaf(leaves, (start, end) => tiles.appendLeaf(leaves.bytes, start, end));
    return succeed(null);
  });
  if (!read.ok) return read;
  if (Buffer.compare(tiles.root(), checkpoint.root) !== 0)
    return fail({ code: "ledger.forked", where: folder.path, context: { size: checkpoint.size } });
  return provedBy(search.found(), sought, checkpoint, note, tiles.read);
}

/** Proves a sheet from what is published and nothing else: the entry from `entries.gz`, the proof from a few tiles. */
export async function proveFromPublished(
  files: PublishedFiles,
  head: PublishedHead,
  sought: SoughtSheet,
): Promise<Result<MadeProof>> {
  const leaves = await publishedEntries(files, head.checkpoint);
  if (!leaves.ok) return leaves;
  const keys = checkKeys(files, leaves.value, head);
  if (!keys.ok) return keys;
  const search = new SheetSearch(sought);
  const searched = search.next(leaves.value);
  if (!searched.ok) return searched;
  const { checkpoint, note } = head;
  return onTiles(files, (read) => provedBy(search.found(), sought, checkpoint, note, read));
}

/** The definition that a proved header names, from what is published. */
export async function publishedDefinition(files: PublishedFiles, hash: string): Promise<Result<Election>> {
  const where = `${files.where.replace(/\/$/, "")}/${blobPath(hash)}`;
  const bytes = await files.read(blobPath(hash));
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return fail({ code: "verify.missing", where });
  return definitionFrom(bytes.value, hash, where);
}

/** Reads a definition that must have this hash. */
export function definitionFrom(bytes: Uint8Array, hash: string, where: string): Result<Election> {
  if (hex(sha256(bytes)) !== hash) return fail({ code: "verify.otherDefinition", where, context: { hash } });
  const election = parseDefinition(jsonOf(bytes));
  return election.ok ? election : fail({ code: "verify.otherDefinition", where, context: { hash } });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // What is not JSON is no definition, and that is told.
    return undefined;
  }
}

interface Signed {
  readonly checkpoint: Checkpoint;
  readonly note: Uint8Array;
}

function signedCheckpoint(folder: DataFolder): Result<Signed> {
  const note = readCheckpoint(folder.path);
  if (!note.ok) return note;
  if (note.value === null) return fail({ code: "verify.noCheckpoint", where: folder.path });
  const parsed = parseNote(note.value);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  return checkpoint.ok ? succeed({ checkpoint: checkpoint.value, note: note.value }) : checkpoint;
}

function provedBy(
  found: FoundSheet | null,
  { station }: SoughtSheet,
  checkpoint: Checkpoint,
  note: Uint8Array,
  read: TileReader,
): Result<MadeProof> {
  if (found === null) return fail({ code: "verify.noSheet", context: { station: station.slice(0, 40) } });
  if (found.sheet.index >= checkpoint.size)
    return fail({ code: "verify.notYetSigned", context: { index: found.sheet.index, size: checkpoint.size } });
  const sheet = proveLeaf(sha256, found.sheet, checkpoint, note, read);
  if (!sheet.ok) return sheet;
  const header = proveLeaf(sha256, found.header, checkpoint, note, read);
  return header.ok ? succeed({ sheet: sheet.value, header: header.value, found, checkpoint }) : header;
}
