import { hex } from "../basics/index.js";
import type { Problem } from "../basics/index.js";
import { parseNote, parseVerifierKey, verifyCheckpoint, verifyNote } from "../ledger/index.js";
import type { Checkpoint, VerifierKey } from "../ledger/index.js";
import { CHECKPOINT_PATH } from "./ledger-files.js";
import { LIST_PATH, MANIFEST_PATH, POINTER_PATH, parseList, parseManifest } from "./manifest.js";
import type { ListedFile, Manifest } from "./manifest.js";
import { parsePointer } from "./pointer.js";
import type { Pointer } from "./pointer.js";
import { textOf } from "./published-reader.js";
import type { PublishedReader, VerifyCrypto } from "./published-reader.js";

/** What is signed in a folder, as far as it could be read; each difference was told. */
export interface SignedPart {
  readonly pointer: Pointer | null;
  readonly key: VerifierKey | null;
  readonly checkpoint: Checkpoint | null;
  readonly manifest: Manifest | null;
  /** Null when the list cannot be read, or is not the one that was signed. */
  readonly listed: readonly ListedFile[] | null;
}

/**
 * Reads pointer, checkpoint, manifest and list, and checks signatures with the trusted key or, without one, with the folder's own. The
 * folder's own is also taken where the trusted one of the same ledger no longer signs: `verifyKeys` then asks the entries for the change.
 */
export function verifySigned(
  platform: VerifyCrypto,
  reader: PublishedReader,
  trusted: VerifierKey | null,
  tell: (problem: Problem) => void,
): SignedPart {
  const text = textOf(reader.read(POINTER_PATH));
  const pointer = text === undefined ? null : parsePointer(text);
  if (pointer === null) tell({ code: "verify.missing", where: POINTER_PATH });
  else if (!pointer.ok) tell({ ...pointer.problem, where: POINTER_PATH });
  const pointed = pointer?.ok === true ? pointer.value : null;
  const key =
    trusted === null ? keyOf(platform, pointed, tell) : (ownKey(platform, reader, pointed, trusted) ?? trusted);
  const checkpoint = key === null ? null : checkpointOf(platform, reader, key, tell);
  const manifest = key === null ? null : manifestOf(platform, reader, key, tell);
  const fresh = <T extends { readonly size: number }>(signed: T | null, path: string, hash: string | undefined) => {
    const isPointed = hash === hex(platform.sha256(reader.read(path) ?? new Uint8Array(0)));
    return isPointed ? signed : notStale(signed, pointed?.size ?? 0, path, tell);
  };
  const newManifest = fresh(manifest, MANIFEST_PATH, pointed?.manifest);
  return {
    pointer: pointed,
    key,
    checkpoint: fresh(checkpoint, CHECKPOINT_PATH, pointed?.checkpoint),
    manifest: newManifest,
    listed: listOf(platform, reader, newManifest, tell),
  };
}

/**
 * What was signed for fewer entries than the pointer names is of an earlier publication: most often a cache on the way has kept it. The
 * rest of the folder is not held against it: that would tell a hundred differences for one reason.
 */
function notStale<T extends { readonly size: number }>(
  signed: T | null,
  newest: number,
  where: string,
  tell: (problem: Problem) => void,
): T | null {
  if (signed === null || signed.size >= newest) return signed;
  tell({ code: "verify.stale", where, context: { size: signed.size, newest } });
  return null;
}

function keyOf(platform: VerifyCrypto, pointer: Pointer | null, tell: (problem: Problem) => void): VerifierKey | null {
  if (pointer === null) return null;
  const key = parseVerifierKey(platform.sha256, pointer.key);
  if (key.ok) return key.value;
  tell({ ...key.problem, where: POINTER_PATH });
  return null;
}

/** The folder's own key, where it signed the checkpoint of the trusted key's ledger in its place; `undefined` otherwise. */
function ownKey(
  { sha256, ed25519 }: VerifyCrypto,
  reader: PublishedReader,
  pointer: Pointer | null,
  { name, publicKey }: VerifierKey,
): VerifierKey | undefined {
  const own = pointer === null ? undefined : parseVerifierKey(sha256, pointer.key);
  const bytes = reader.read(CHECKPOINT_PATH);
  if (own?.ok !== true || bytes === undefined || own.value.name !== name) return undefined;
  if (hex(own.value.publicKey) === hex(publicKey)) return undefined;
  const policy = { origin: name, logKeys: [own.value], witnesses: [], quorum: 0 };
  return verifyCheckpoint(ed25519, bytes, policy).ok ? own.value : undefined;
}

function checkpointOf(
  { ed25519 }: VerifyCrypto,
  reader: PublishedReader,
  key: VerifierKey,
  tell: (problem: Problem) => void,
): Checkpoint | null {
  const bytes = reader.read(CHECKPOINT_PATH);
  if (bytes === undefined) {
    tell({ code: "verify.missing", where: CHECKPOINT_PATH });
    return null;
  }
  const verified = verifyCheckpoint(ed25519, bytes, { origin: key.name, logKeys: [key], witnesses: [], quorum: 0 });
  if (verified.ok) return verified.value.checkpoint;
  tell({ ...verified.problem, where: CHECKPOINT_PATH });
  return null;
}

function manifestOf(
  { ed25519 }: VerifyCrypto,
  reader: PublishedReader,
  key: VerifierKey,
  tell: (problem: Problem) => void,
): Manifest | null {
  const bytes = reader.read(MANIFEST_PATH);
  if (bytes === undefined) {
    tell({ code: "verify.missing", where: MANIFEST_PATH });
    return null;
  }
  const note = parseNote(bytes);
  const signed = note.ok ? verifyNote(ed25519, note.value, [key]) : note;
  // The text is read only once a signature holds.
  const manifest = !note.ok ? note : !signed.ok ? signed : parseManifest(note.value.text);
  if (manifest.ok) return manifest.value;
  tell({ ...manifest.problem, where: MANIFEST_PATH });
  return null;
}

/** The list, when it is the signed one. A list that nobody signed is not used to judge other files. */
function listOf(
  { sha256 }: VerifyCrypto,
  reader: PublishedReader,
  manifest: Manifest | null,
  tell: (problem: Problem) => void,
): readonly ListedFile[] | null {
  const bytes = reader.read(LIST_PATH);
  if (bytes === undefined) {
    tell({ code: "verify.missing", where: LIST_PATH });
    return null;
  }
  if (manifest === null) return null;
  if (hex(sha256(bytes)) !== manifest.list) {
    tell({ code: "verify.altered", where: LIST_PATH });
    return null;
  }
  const list = parseList(textOf(bytes) ?? "");
  if (!list.ok) {
    tell({ ...list.problem, where: LIST_PATH });
    return null;
  }
  return list.value;
}
