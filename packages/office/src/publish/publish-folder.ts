import { gzipSync } from "node:zlib";
import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import {
  CHECKPOINT_PATH,
  ENTRIES_PATH,
  LIST_PATH,
  MANIFEST_PATH,
  POINTER_PATH,
  blobPath,
  formatList,
  formatManifest,
  formatPointer,
  ledgerFiles,
  manifestOf,
} from "acta/edition";
import type { LedgerFiles } from "acta/edition";
import { formatNote, formatVerifierKey, signText, verifyCheckpoint } from "acta/ledger";
import type { Checkpoint, Signer } from "acta/ledger";
import { joinLeaves } from "acta/record";
import type { Leaves } from "acta/record";
import { ed25519, sha256 } from "../keys/index.js";
import { blobsOf, systemProblem } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import { PublishedWriter } from "./published-writer.js";
import type { WrittenCount } from "./published-writer.js";

/** What is published, where, and who signs. */
export interface PublishRequest {
  readonly folder: DataFolder;
  readonly to: string;
  /** Raw source files too: they are large, and their licence is for the publisher to know. */
  readonly withSources: boolean;
  /** The ledger's signed checkpoint, of its present size. */
  readonly checkpoint: Uint8Array;
  readonly signer: Signer<"ed25519">;
}

/** What a publication has done. */
export interface PublishReport {
  readonly origin: string;
  readonly provenance: string;
  readonly size: number;
  readonly editions: number;
  /** Everything that is published, and what of it had to be written. */
  readonly all: WrittenCount;
  readonly written: WrittenCount;
  /** Files of the publication before that are no longer part of it. */
  readonly removed: number;
}

/** Publishes a ledger with all its editions as a folder of static files. */
export function publishFolder(request: PublishRequest): Result<PublishReport> {
  const leaves = leavesIn(request.folder);
  if (!leaves.ok) return leaves;
  const checkpoint = ownCheckpoint(request, leaves.value.count);
  if (!checkpoint.ok) return checkpoint;
  const writer = PublishedWriter.open(request.to);
  if (!writer.ok) return writer;
  const { before } = writer.value;
  const { origin, size } = checkpoint.value;
  if (before !== null && before.origin !== origin)
    return fail({ code: "publish.otherLedger", where: request.to, context: { origin: before.origin } });
  if (before !== null && before.size > size)
    return fail({ code: "publish.older", where: request.to, context: { size, published: before.size } });
  try {
    return writeAll(request, writer.value, leaves.value, checkpoint.value);
  } catch (error) {
    return fail(systemProblem(error, request.to));
  }
}

function writeAll(
  request: PublishRequest,
  writer: PublishedWriter,
  leaves: Leaves,
  checkpoint: Checkpoint,
): Result<PublishReport> {
  const made = ledgerFiles(sha256, leaves, blobsOf(request.folder), (file) =>
    writer.put(file.path, file.bytes, file.sha256),
  );
  if (!made.ok) return made;
  if (hex(made.value.root) !== hex(checkpoint.root))
    return fail({ code: "publish.forked", where: request.folder.path });
  const blobs = copyBlobs(request, writer, made.value);
  if (!blobs.ok) return blobs;
  writer.put(ENTRIES_PATH, gzipped(leaves.bytes));
  writer.put(CHECKPOINT_PATH, request.checkpoint);
  const files = writer.listed();
  const list = formatList(files);
  const manifest = manifestOf(checkpoint, files, hex(sha256(list)));
  const text = formatManifest(manifest);
  const signature = signText(text, request.signer);
  if (!signature.ok) return signature;
  const note = formatNote({ text, signatures: [signature.value] });
  writer.putUnlisted(LIST_PATH, list);
  writer.putUnlisted(MANIFEST_PATH, note);
  writer.putUnlisted(POINTER_PATH, pointerOf(request, checkpoint, made.value, note));
  const { origin, size } = checkpoint;
  return succeed({
    origin,
    provenance: made.value.provenance,
    size,
    editions: made.value.editions.length,
    all: { files: manifest.files, bytes: manifest.bytes },
    written: writer.written,
    removed: writer.finish(),
  });
}

function pointerOf(request: PublishRequest, checkpoint: Checkpoint, made: LedgerFiles, note: Uint8Array): Uint8Array {
  return formatPointer({
    origin: checkpoint.origin,
    mode: made.state.ledger?.mode ?? "reported",
    provenance: made.provenance,
    size: checkpoint.size,
    key: formatVerifierKey(request.signer.key),
    checkpoint: hex(sha256(request.checkpoint)),
    manifest: hex(sha256(note)),
    editions: made.editions,
  });
}

function copyBlobs(request: PublishRequest, writer: PublishedWriter, made: LedgerFiles): Result<null> {
  const sources = [...made.state.elections.values()].flatMap(({ files }) => files.map((file) => file.sha256));
  for (const sha of new Set([...made.blobs, ...(request.withSources ? sources : [])])) {
    const bytes = request.folder.blobs.get(sha);
    if (!bytes.ok) return bytes;
    writer.put(blobPath(sha), bytes.value, sha);
  }
  return succeed(null);
}

function leavesIn(folder: DataFolder): Result<Leaves> {
  const parts: Leaves[] = [];
  const read = folder.ledger.read(folder.ledger.size, ({ bytes, count }) => {
    parts.push({ bytes: bytes.slice(), count });
    return succeed(null);
  });
  return read.ok ? succeed(joinLeaves(parts)) : read;
}

/** A checkpoint of the signer's own, and of the ledger as it stands: one that lags behind was cut off and is made again elsewhere. */
function ownCheckpoint({ checkpoint, signer }: PublishRequest, size: number): Result<Checkpoint> {
  const policy = { origin: signer.key.name, logKeys: [signer.key], witnesses: [], quorum: 0 };
  const verified = verifyCheckpoint(ed25519, checkpoint, policy);
  if (!verified.ok) return verified;
  const signed = verified.value.checkpoint;
  return signed.size === size
    ? succeed(signed)
    : fail({ code: "publish.oldCheckpoint", context: { signed: signed.size, size } });
}

const OS_BYTE = 9;
const UNKNOWN_OS = 255;

/** The same bytes on every system: no time (Node writes none) and no name of an operating system (RFC 1952, 2.3.1). */
function gzipped(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  packed[OS_BYTE] = UNKNOWN_OS;
  return packed;
}
