import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import {
  CHECKPOINT_PATH,
  POINTER_PATH,
  blobPath,
  formatSheetProof,
  parsePointer,
  parseSheetProof,
  proofWordsOf,
  proveLeaf,
  verifySheetProof,
} from "acta/edition";
import type { ProofWords, ProvedSheet, SheetProof } from "acta/edition";
import { parseDefinition } from "acta/election";
import {
  TILE_WIDTH,
  decodeEntryBundle,
  formatVerifierKey,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  tilePath,
  tilesForInclusion,
} from "acta/ledger";
import type { Checkpoint, VerifierKey } from "acta/ledger";
import { webCrypto } from "./web-crypto.js";
import { webSource } from "./web-source.js";

/** Which sheet is proved: where its entry and the header of its batch stand in the ledger. */
export interface ProofPlace {
  readonly entry: number;
  readonly batch: number;
}

/** A proof that was made here, and what it shows by the code of `acta verify-proof`. */
export interface StationProof {
  /** The file that `acta verify-proof` takes. */
  readonly bytes: Uint8Array;
  readonly proved: ProvedSheet;
  /** With which its checkpoint is signed, as the folder names it: compare it with the one that its publisher gives by another way. */
  readonly key: string;
  /** Bytes that were fetched for it. */
  readonly fetched: number;
}

/** The most of a file of a proof: a bundle of 256 entries of 64 KiB. */
const MOST_FETCHED = 17_000_000;

/**
 * Makes the proof of a sheet from what is published (checkpoint, two bundles of entries, the tiles of two paths, the definition), and verifies the
 * bytes that it made as anybody would who got them.
 * @param address of the folder, where `pointer.json` stands.
 * @returns `web.notPublished` or `verify.missing` for what is not there, `web.notYetSigned` for an entry beyond the checkpoint, and what `verifySheetProof` finds wrong.
 */
export async function proveStation(address: string, place: ProofPlace): Promise<Result<StationProof>> {
  const files = new FetchedFiles(address);
  const signed = await signedHead(files);
  if (!signed.ok) return signed;
  const { key, note, checkpoint } = signed.value;
  if (place.entry >= checkpoint.size)
    return fail({ code: "web.notYetSigned", context: { index: place.entry, size: checkpoint.size } });
  const sheet = await proofOf(files, checkpoint, note, place.entry);
  if (!sheet.ok) return sheet;
  const header = await proofOf(files, checkpoint, note, place.batch);
  if (!header.ok) return header;
  const policy = { origin: key.name, logKeys: [key], witnesses: [], quorum: 0 };
  const bare = { sheet: sheet.value, header: header.value, words: null };
  const shown = verifySheetProof(webCrypto, bare, policy);
  if (!shown.ok) return shown;
  const words = await wordsFor(files, shown.value, checkpoint.origin);
  if (!words.ok) return words;
  const bytes = formatSheetProof({ ...bare, words: words.value });
  if (!bytes.ok) return bytes;
  const read = parseSheetProof(bytes.value);
  const proved = read.ok ? verifySheetProof(webCrypto, read.value, policy) : read;
  if (!proved.ok) return proved;
  return succeed({ bytes: bytes.value, proved: proved.value, key: formatVerifierKey(key), fetched: files.bytes });
}

/** Files of the folder, each fetched once. */
class FetchedFiles {
  readonly #source: ReturnType<typeof webSource>;
  readonly #known = new Map<string, Uint8Array>();
  bytes = 0;

  constructor(address: string) {
    this.#source = webSource(address);
  }

  /** A file that must be there. */
  async read(path: string, fresh = false): Promise<Result<Uint8Array>> {
    const known = this.#known.get(path);
    if (known !== undefined) return succeed(known);
    const bytes = await this.#source.fetch(path, MOST_FETCHED, fresh);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) return fail({ code: "verify.missing", where: path });
    this.bytes += bytes.value.length;
    this.#known.set(path, bytes.value);
    return succeed(bytes.value);
  }
}

interface SignedHead {
  readonly key: VerifierKey;
  readonly note: Uint8Array;
  readonly checkpoint: Checkpoint;
}

async function signedHead(files: FetchedFiles): Promise<Result<SignedHead>> {
  const bytes = await files.read(POINTER_PATH, true);
  if (!bytes.ok) return bytes;
  const pointer = parsePointer(new TextDecoder().decode(bytes.value));
  if (!pointer.ok) return pointer;
  const key = parseVerifierKey(webCrypto.sha256, pointer.value.key);
  if (!key.ok) return key;
  const note = await files.read(CHECKPOINT_PATH, true);
  if (!note.ok) return note;
  const parsed = parseNote(note.value);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  return checkpoint.ok ? succeed({ key: key.value, note: note.value, checkpoint: checkpoint.value }) : checkpoint;
}

async function proofOf(
  files: FetchedFiles,
  checkpoint: Checkpoint,
  note: Uint8Array,
  index: number,
): Promise<Result<SheetProof["sheet"]>> {
  const { size } = checkpoint;
  const bundle = Math.floor(index / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH);
  const bytes = await files.read(tilePath({ kind: "entries", index: bundle, width }));
  const entries = bytes.ok ? decodeEntryBundle(bytes.value, width) : bytes;
  if (!entries.ok) return entries;
  const leaf = entries.value[index % TILE_WIDTH] ?? new Uint8Array(0);
  const asked = tilesForInclusion(index, size);
  if (!asked.ok) return asked;
  const tiles = new Map<string, Uint8Array>();
  for (const path of asked.value.map(tilePath)) {
    const tile = await files.read(path);
    if (!tile.ok) return tile;
    tiles.set(path, tile.value);
  }
  return proveLeaf(webCrypto.sha256, { index, leaf }, checkpoint, note, (path) => tiles.get(path));
}

/** What things are called, out of the definition that the proved header names. */
async function wordsFor(files: FetchedFiles, proved: ProvedSheet, origin: string): Promise<Result<ProofWords>> {
  const { definition: hash, scope } = proved.header;
  const where = blobPath(hash);
  const bytes = await files.read(where);
  if (!bytes.ok) return bytes;
  if (hex(webCrypto.sha256(bytes.value)) !== hash) return fail({ code: "verify.altered", where });
  const election = parseDefinition(jsonOf(bytes.value));
  if (!election.ok) return fail({ code: "verify.altered", where });
  const words = proofWordsOf(election.value, scope, proved.status);
  // A drill stands in the name of the ledger, which is signed.
  const isDrill = words.provenance === "real" && origin.startsWith("drill.");
  return succeed(isDrill ? { ...words, provenance: "drill" } : words);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Its hash is right: then whoever published it published no definition.
    return undefined;
  }
}
