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
import type { EditionBlobs, LedgerFiles } from "acta/edition";
import type { GeographyFile } from "acta/election";
import { formatNote, formatVerifierKey, signText, verifyCheckpoint } from "acta/ledger";
import type { Checkpoint, Signer, VerifierKey } from "acta/ledger";
import { joinLeaves } from "acta/record";
import type { Leaves } from "acta/record";
import type { MapReport, PublishedHead } from "web/site";
import { ed25519, sha256 } from "../keys/index.js";
import { blobsOf, mirroredFiles, systemProblem } from "../store/index.js";
import type { DataFolder, MirroredHeads } from "../store/index.js";
import { MirroredList } from "./mirrored-list.js";
import { PublishedWriter } from "./published-writer.js";
import type { WrittenCount } from "./published-writer.js";
import { putSite } from "./site-pages.js";
import { verifierPages } from "./verifier-pages.js";

/** What is published, where, and who signs. */
export interface PublishRequest {
  readonly folder: DataFolder;
  readonly to: string;
  /** Raw source files too: they are large, and their licence is for the publisher to know. */
  readonly withSources: boolean;
  /** The pages for readers as well; a mirror publishes those of its origin. */
  readonly withSite: boolean;
  /** Answers to published claims, as pages read them; null for none. */
  readonly claims: Uint8Array | null;
  /** Offices and cases of a history, as pages read them; null for none. */
  readonly history: Uint8Array | null;
  /** Files that stand beside the pages and are read by them. */
  readonly beside: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Files for readers beside the pages, each with its path in the folder: exports of the newest editions and their list. */
  readonly downloads: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** The ledger's signed checkpoint, of its present size. */
  readonly checkpoint: Uint8Array;
  readonly by: Publisher;
}

/** Who publishes: the ledger's own key, or a mirror, which has none and publishes what its origin has signed. */
export type Publisher =
  | { readonly kind: "own"; readonly signer: Signer<"ed25519"> }
  | { readonly kind: "mirror"; readonly key: VerifierKey; readonly heads: MirroredHeads };

/** What a publication has done. */
export interface PublishReport {
  readonly origin: string;
  readonly provenance: string;
  readonly size: number;
  readonly editions: number;
  /** Everything that is published, and what of it had to be written. */
  readonly all: WrittenCount;
  readonly written: WrittenCount;
  /** Pages of the site, how long making them took, and what could be drawn on maps; null without them. */
  readonly site: { readonly pages: number; readonly seconds: number; readonly maps: readonly MapReport[] } | null;
  /** Files of the publication before that are no longer part of it. */
  readonly removed: number;
}

/** Publishes a ledger with all its editions as a folder of static files. */
export async function publishFolder(request: PublishRequest): Promise<Result<PublishReport>> {
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
    return await writeAll(request, writer.value, leaves.value, checkpoint.value);
  } catch (error) {
    return fail(systemProblem(error, request.to));
  }
}

async function writeAll(
  request: PublishRequest,
  writer: PublishedWriter,
  leaves: Leaves,
  checkpoint: Checkpoint,
): Promise<Result<PublishReport>> {
  const { by } = request;
  const mirrored = by.kind === "mirror" ? MirroredList.open(by.heads) : succeed(null);
  if (!mirrored.ok) return mirrored;
  const list = mirrored.value;
  const put = (path: string, bytes: Uint8Array, hash?: string): void => {
    if (list === null || list.allows(path, bytes, hash)) writer.put(path, bytes, hash);
  };
  const made = ledgerFiles(sha256, leaves, editionBlobs(request.folder), (file) =>
    put(file.path, file.bytes, file.sha256),
  );
  if (!made.ok) return made;
  if (hex(made.value.root) !== hex(checkpoint.root))
    return fail({ code: "publish.forked", where: request.folder.path });
  const blobs = copyBlobs(request, list === null ? namedBlobs(request, made.value) : list.blobs(), put);
  if (!blobs.ok) return blobs;
  const pages = list === null ? verifierPages() : succeed(list.pages(mirroredFiles(request.folder.path)));
  if (!pages.ok) return pages;
  for (const { path, bytes } of pages.value) put(path, bytes);
  const site = await siteOf(request, checkpoint, made.value, put);
  if (!site.ok) return site;
  for (const { path, bytes } of site.value === null ? [] : request.downloads) put(path, bytes);
  const packed = gzipped(leaves.bytes);
  const complete = list?.complete([
    { path: ENTRIES_PATH, bytes: packed },
    { path: CHECKPOINT_PATH, bytes: request.checkpoint },
  ]);
  if (complete?.ok === false) return complete;
  // The pointer is signed by nobody, but everything in it follows.
  if (
    by.kind === "mirror" &&
    hex(by.heads.pointer) !== hex(pointerOf(request, by.key, checkpoint, made.value, by.heads.manifest))
  )
    return fail({ code: "publish.notAsSigned", where: POINTER_PATH });
  writer.put(ENTRIES_PATH, packed);
  writer.put(CHECKPOINT_PATH, request.checkpoint);
  const sealed = by.kind === "own" ? seal(request, by.signer, writer, checkpoint, made.value) : succeed(null);
  if (!sealed.ok) return sealed;
  list?.seal(writer);
  const all = { files: writer.listed().length, bytes: writer.listed().reduce((sum, { bytes }) => sum + bytes, 0) };
  const { origin, size } = checkpoint;
  const { provenance, editions } = made.value;
  const { written } = writer;
  const count = editions.length;
  return succeed({
    origin,
    provenance,
    size,
    editions: count,
    all,
    written,
    site: site.value,
    removed: writer.finish(),
  });
}

/** The pages for readers, made from the data files that now stand in the folder. */
async function siteOf(
  request: PublishRequest,
  checkpoint: Checkpoint,
  made: LedgerFiles,
  put: (path: string, bytes: Uint8Array) => void,
): Promise<Result<PublishReport["site"]>> {
  const { by, withSite, to } = request;
  if (by.kind === "mirror" || !withSite) return succeed(null);
  const start = process.hrtime.bigint();
  for (const { path, bytes } of request.beside) put(path, bytes);
  const site = await putSite(
    {
      folder: to,
      head: headOf(by.signer.key, checkpoint, made),
      claims: request.claims,
      history: request.history,
      projected: request.beside.map(({ path }) => path),
    },
    (file) => outlinesIn(request, file),
    put,
  );
  if (!site.ok) return site;
  const { files, maps } = site.value;
  return succeed({ pages: files, seconds: Number(process.hrtime.bigint() - start) / 1e9, maps });
}

/** Outlines as they were kept: bytes that were altered since are refused, and their level is drawn as squares. */
function outlinesIn({ folder }: PublishRequest, { name, sha256: hash }: GeographyFile): Result<Uint8Array> {
  return folder.blobs.has(hash) ? folder.blobs.get(hash) : fail({ code: "map.missing", where: name });
}

/** What the pointer says besides the hashes of what was signed. */
function headOf(key: VerifierKey, { origin, size }: Checkpoint, made: LedgerFiles): PublishedHead {
  const { provenance, editions, courses, corrections, state } = made;
  return {
    origin,
    mode: state.ledger?.mode ?? "reported",
    provenance,
    size,
    key: formatVerifierKey(key),
    editions,
    courses,
    corrections,
  };
}

/** Signs the list of what was written, and writes it, its manifest and last the pointer. */
function seal(
  request: PublishRequest,
  signer: Signer<"ed25519">,
  writer: PublishedWriter,
  checkpoint: Checkpoint,
  made: LedgerFiles,
): Result<null> {
  const files = writer.listed();
  const list = formatList(files);
  const text = formatManifest(manifestOf(checkpoint, files, hex(sha256(list))));
  const signature = signText(text, signer);
  if (!signature.ok) return signature;
  const note = formatNote({ text, signatures: [signature.value] });
  writer.putUnlisted(LIST_PATH, list);
  writer.putUnlisted(MANIFEST_PATH, note);
  writer.putUnlisted(POINTER_PATH, pointerOf(request, signer.key, checkpoint, made, note));
  return succeed(null);
}

function pointerOf(
  request: PublishRequest,
  key: VerifierKey,
  checkpoint: Checkpoint,
  made: LedgerFiles,
  note: Uint8Array,
): Uint8Array {
  return formatPointer({
    ...headOf(key, checkpoint, made),
    checkpoint: hex(sha256(request.checkpoint)),
    manifest: hex(sha256(note)),
  });
}

/** Definitions and rolls, and raw sources where they are asked for. */
function namedBlobs({ withSources }: PublishRequest, made: LedgerFiles): readonly string[] {
  const sources = [...made.state.elections.values()].flatMap(({ files }) => files.map((file) => file.sha256));
  return [...new Set([...made.blobs, ...(withSources ? sources : [])])];
}

function copyBlobs(
  { folder }: PublishRequest,
  hashes: readonly string[],
  put: (path: string, bytes: Uint8Array, hash: string) => void,
): Result<null> {
  for (const hash of hashes) {
    const bytes = folder.blobs.get(hash);
    if (!bytes.ok) return bytes;
    put(blobPath(hash), bytes.value, hash);
  }
  return succeed(null);
}

/** What editions are made from, the law sets too. */
function editionBlobs(folder: DataFolder): EditionBlobs {
  const lawSet = (hash: string): Result<unknown> => {
    const bytes = folder.blobs.get(hash);
    return bytes.ok ? succeed(jsonOf(bytes.value)) : bytes;
  };
  return { ...blobsOf(folder), lawSet };
}

/** Bytes whose hash was checked; what is no JSON is no law either. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
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
function ownCheckpoint({ checkpoint, by }: PublishRequest, size: number): Result<Checkpoint> {
  const key = by.kind === "own" ? by.signer.key : by.key;
  const policy = { origin: key.name, logKeys: [key], witnesses: [], quorum: 0 };
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
