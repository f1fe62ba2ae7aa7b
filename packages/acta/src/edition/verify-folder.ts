import { hex } from "../basics/index.js";
import type { Problem } from "../basics/index.js";
import { formatVerifierKey, parseTilePath } from "../ledger/index.js";
import type { Checkpoint, VerifierKey } from "../ledger/index.js";
import type { Leaves } from "../record/index.js";
import { CHECKPOINT_PATH, ENTRIES_PATH, blobPath, ledgerFiles } from "./ledger-files.js";
import type { LedgerFiles, MadeFile } from "./ledger-files.js";
import { locateDifference } from "./locate-difference.js";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH } from "./manifest.js";
import type { ListedFile } from "./manifest.js";
import { formatPointer } from "./pointer.js";
import type { PointedEdition } from "./pointer.js";
import { publishedBlobs } from "./published-reader.js";
import type { PublishedReader, VerifyPlatform } from "./published-reader.js";
import { rootOf, verifyEntries } from "./verify-entries.js";
import { verifySigned } from "./verify-signed.js";
import type { SignedPart } from "./verify-signed.js";

/** Whom the reader believes before having read anything; null where there is nothing to go by. */
export interface VerifyTrust {
  /** Key of the ledger, given from outside or pinned earlier. */
  readonly key: VerifierKey | null;
  /** The checkpoint that was seen last: only against it can a rollback or a fork be seen. */
  readonly remembered: Checkpoint | null;
}

/** What verifying a published folder has found. */
export interface Verification {
  /** Empty: everything is as it follows from the entries, and signed with the key. */
  readonly differences: readonly Problem[];
  /** The key with which the signatures were checked: the trusted one, else the folder's own, which shows nothing about who signed. */
  readonly key: VerifierKey | null;
  readonly checkpoint: Checkpoint | null;
  readonly mode: string;
  /** "" when the entries could not be replayed. */
  readonly provenance: string;
  readonly editions: readonly PointedEdition[];
  /** Files that were made again from the entries and compared byte for byte. */
  readonly recomputed: number;
  /** Files that could only be compared with the signed list (raw sources, pages of a site). */
  readonly onlyListed: number;
}

/**
 * Verifies a published folder: every leaf hash, the root, the signatures, the fold, every tally and every file, by making it again.
 * Nothing is believed that was not recomputed; what cannot be is held against the signed list.
 */
export function verifyFolder(platform: VerifyPlatform, reader: PublishedReader, trust: VerifyTrust): Verification {
  const differences: Problem[] = [];
  const tell = (problem: Problem): void => void differences.push(problem);
  const signed = verifySigned(platform, reader, trust.key, tell);
  const leaves = verifyEntries(platform, reader, signed.checkpoint, tell);
  if (leaves !== null) verifyRemembered(platform, leaves, trust.remembered, tell);
  const made = new Map<string, MadeFile>();
  const files = leaves === null ? null : remake(platform, reader, leaves, made, tell);
  compareMade(reader, signed, made, tell);
  compareListed(platform, reader, signed.listed, made, files, tell);
  compareHeads(platform, reader, signed, files, tell);
  const known = new Set([...made.keys(), CHECKPOINT_PATH, ENTRIES_PATH, ...(files?.blobs ?? []).map(blobPath)]);
  return {
    differences,
    key: signed.key,
    checkpoint: signed.checkpoint,
    mode: files?.state.ledger?.mode ?? "",
    provenance: files?.provenance ?? "",
    editions: files?.editions ?? [],
    recomputed: made.size,
    onlyListed: (signed.listed ?? []).filter(({ path }) => !known.has(path)).length,
  };
}

type Tell = (problem: Problem) => void;

/** Against the checkpoint that was seen last: the ledger must hold all its entries, unchanged. */
function verifyRemembered(platform: VerifyPlatform, leaves: Leaves, remembered: Checkpoint | null, tell: Tell): void {
  if (remembered === null) return;
  const context = { size: leaves.count, remembered: remembered.size };
  if (leaves.count < remembered.size) tell({ code: "verify.rolledBack", where: CHECKPOINT_PATH, context });
  else if (hex(rootOf(platform.sha256, leaves, remembered.size)) !== hex(remembered.root))
    tell({ code: "verify.forked", where: CHECKPOINT_PATH, context });
}

function remake(
  platform: VerifyPlatform,
  reader: PublishedReader,
  leaves: Leaves,
  made: Map<string, MadeFile>,
  tell: Tell,
): LedgerFiles | null {
  const blobs = publishedBlobs(platform.sha256, reader);
  const files = ledgerFiles(platform.sha256, leaves, blobs, (file) => made.set(file.path, file));
  if (files.ok) return files.value;
  tell({ where: ENTRIES_PATH, ...files.problem });
  return null;
}

function compareMade(
  reader: PublishedReader,
  { listed }: SignedPart,
  made: ReadonlyMap<string, MadeFile>,
  tell: Tell,
): void {
  const list = listed === null ? null : new Map(listed.map((file) => [file.path, file]));
  for (const file of made.values()) {
    const found = reader.read(file.path);
    const line = list?.get(file.path);
    if (found === undefined) tell(missing(file));
    else if (!sameBytes(found, file.bytes)) tell(locateDifference(file, found));
    else if (list !== null && (line?.sha256 !== file.sha256 || line.bytes !== file.bytes.length))
      tell({ code: "verify.listDiffers", where: LIST_PATH, context: { path: file.path } });
  }
}

function missing({ path, about }: MadeFile): Problem {
  const { area = "", contest = "" } = about ?? {};
  return area === ""
    ? { code: "verify.missing", where: path }
    : { code: "verify.areaMissing", where: path, context: { area, contest } };
}

/** What was not made again: held against the signed list. What is not on it does not belong to the publication. */
function compareListed(
  { sha256 }: VerifyPlatform,
  reader: PublishedReader,
  listed: readonly ListedFile[] | null,
  made: ReadonlyMap<string, MadeFile>,
  files: LedgerFiles | null,
  tell: Tell,
): void {
  if (listed === null) return;
  for (const file of listed) {
    if (made.has(file.path)) continue;
    const bytes = reader.read(file.path);
    if (bytes === undefined) tell({ code: "verify.missing", where: file.path });
    else if (bytes.length !== file.bytes || hex(sha256(bytes)) !== file.sha256)
      tell({ code: "verify.altered", where: file.path });
    else if (files !== null && mustFollow(file.path)) tell({ code: "verify.unexpected", where: file.path });
  }
  const known = new Set([MANIFEST_PATH, LIST_PATH, POINTER_PATH, ...listed.map(({ path }) => path)]);
  const unknown = reader.paths?.filter((path) => !known.has(path)) ?? [];
  for (const where of unknown) tell({ code: "verify.extra", where });
  for (const where of [CHECKPOINT_PATH, ENTRIES_PATH])
    if (!known.has(where)) tell({ code: "verify.listDiffers", where: LIST_PATH, context: { path: where } });
}

/** True for what may only be there when it follows from the entries. */
function mustFollow(path: string): boolean {
  return path.startsWith("data/") || parseTilePath(path).ok;
}

/** Pointer, manifest and checkpoint must speak of the same publication. */
function compareHeads(
  { sha256 }: VerifyPlatform,
  reader: PublishedReader,
  signed: SignedPart,
  files: LedgerFiles | null,
  tell: Tell,
): void {
  const { pointer, checkpoint, manifest, listed, key } = signed;
  if (manifest !== null && checkpoint !== null) {
    const same = manifest.size === checkpoint.size && hex(manifest.root) === hex(checkpoint.root);
    if (!same || manifest.origin !== checkpoint.origin) tell({ code: "verify.manifestOfOther", where: MANIFEST_PATH });
  }
  if (manifest !== null && listed !== null) {
    const bytes = listed.reduce((sum, file) => sum + file.bytes, 0);
    if (manifest.files !== listed.length || manifest.bytes !== bytes)
      tell({ code: "verify.altered", where: MANIFEST_PATH });
  }
  const origin = files?.state.ledger?.origin;
  if (checkpoint !== null && origin !== undefined && origin !== checkpoint.origin)
    tell({
      code: "verify.otherOrigin",
      where: CHECKPOINT_PATH,
      context: { origin: checkpoint.origin, ledger: origin },
    });
  if (pointer === null || checkpoint === null || key === null || files === null) return;
  const hashOf = (path: string): string => hex(sha256(reader.read(path) ?? new Uint8Array(0)));
  const expected = formatPointer({
    origin: checkpoint.origin,
    mode: files.state.ledger?.mode ?? "",
    provenance: files.provenance,
    size: checkpoint.size,
    key: formatVerifierKey(key),
    checkpoint: hashOf(CHECKPOINT_PATH),
    manifest: hashOf(MANIFEST_PATH),
    editions: files.editions,
  });
  if (!sameBytes(reader.read(POINTER_PATH) ?? new Uint8Array(0), expected))
    tell({ code: "verify.pointerDiffers", where: POINTER_PATH });
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
