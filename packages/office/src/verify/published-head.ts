import { fail, hex, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { CHECKPOINT_PATH, POINTER_PATH, parsePointer } from "acta/edition";
import type { Pointer } from "acta/edition";
import { parseNote, parseVerifierKey, verifyCheckpoint } from "acta/ledger";
import type { Checkpoint, VerifierKey } from "acta/ledger";
import { ed25519, sha256 } from "../keys/index.js";
import { knownLedger } from "./known-ledgers.js";
import type { KnownLedger } from "./known-ledgers.js";
import type { PublishedFiles } from "./published-files.js";

/** By which key a published folder is read. */
export interface HeadTrust {
  /** Verifier key given from outside; undefined without one. */
  readonly given: string | undefined;
  /** The key that whoever reads has pinned by itself (a mirror, a witness); null where there is none. One that is given goes before. */
  readonly pinned: VerifierKey | null;
  /** Where the user's ledgers are remembered; null for nowhere. */
  readonly config: string | null;
}

/** The pointer and the signed checkpoint of a published folder, verified with one key. */
export interface PublishedHead {
  readonly pointer: Pointer;
  /** SHA-256 of the pointer's bytes: equal ones name the same publication. */
  readonly pointerHash: string;
  readonly checkpoint: Checkpoint;
  /** The signed note, byte for byte. */
  readonly note: Uint8Array;
  /** The text that was signed. */
  readonly text: string;
  /** The key that has signed. */
  readonly key: VerifierKey;
  /**
   * The key that was given or pinned; null without one. Where it is not `key`, it signs no longer: whether it has handed over only the entries
   * can say (`checkKeys`).
   */
  readonly trusted: VerifierKey | null;
  /** `given`: the key came from outside. `pinned`: it is the one of an earlier time. `unknown`: the folder's own; nobody vouches for it. */
  readonly trust: "given" | "pinned" | "unknown";
  /** What the user knew of this ledger before. */
  readonly known: KnownLedger | null;
}

/** How often both are read again when they are of two publications. */
const ATTEMPTS = 3;

/** Reads pointer and checkpoint of one publication and checks the signature: RECORD.md 11, trust given, pinned, or on first use. */
export async function publishedHead(files: PublishedFiles, trust: HeadTrust): Promise<Result<PublishedHead>> {
  for (let attempt = 1; ; attempt++) {
    const pointer = await files.read(POINTER_PATH);
    if (!pointer.ok) return pointer;
    if (pointer.value === undefined) return fail({ code: "verify.notPublished", where: files.where });
    const note = await files.read(CHECKPOINT_PATH);
    if (!note.ok) return note;
    if (note.value === undefined) return fail({ code: "verify.notPublished", where: files.where });
    const parsed = parsePointer(new TextDecoder().decode(pointer.value));
    if (!parsed.ok) return fail({ ...parsed.problem, where: at(files, POINTER_PATH) });
    if (hex(sha256(note.value)) === parsed.value.checkpoint)
      return headOf(files, parsed.value, pointer.value, note.value, trust);
    if (attempt >= ATTEMPTS) return fail({ code: "verify.twoPublications", where: at(files, CHECKPOINT_PATH) });
  }
}

function headOf(
  files: PublishedFiles,
  pointer: Pointer,
  pointerBytes: Uint8Array,
  bytes: Uint8Array,
  trust: HeadTrust,
): Result<PublishedHead> {
  const chosen = keyFor(pointer, trust);
  if (!chosen.ok) return chosen;
  const { key: first, by, known } = chosen.value;
  const { origin } = pointer;
  if (first.name !== origin)
    return fail({ code: "verify.anotherLedger", where: files.where, context: { origin, expected: first.name } });
  const key = signingKey(pointer, bytes, first);
  const policy = { origin, logKeys: [key], witnesses: [], quorum: 0 };
  const verified = verifyCheckpoint(ed25519, bytes, policy);
  const note = parseNote(bytes);
  if (!verified.ok) return fail(inFile(verified.problem, at(files, CHECKPOINT_PATH)));
  if (!note.ok) return note;
  const { checkpoint } = verified.value;
  const trusted = by === "unknown" ? null : first;
  const pointerHash = hex(sha256(pointerBytes));
  return succeed({
    pointer,
    pointerHash,
    checkpoint,
    note: bytes,
    text: note.value.text,
    key,
    trusted,
    trust: by,
    known,
  });
}

/** The trusted key, or the folder's own of the same ledger where the trusted one has not signed. */
function signingKey(pointer: Pointer, note: Uint8Array, trusted: VerifierKey): VerifierKey {
  const own = parseVerifierKey(sha256, pointer.key);
  const parsed = parseNote(note);
  if (!own.ok || !parsed.ok || own.value.name !== trusted.name) return trusted;
  const signed = parsed.value.signatures.some(({ name, keyId }) => name === trusted.name && keyId === trusted.id);
  return signed ? trusted : own.value;
}

interface ChosenKey {
  readonly key: VerifierKey;
  readonly by: PublishedHead["trust"];
  readonly known: KnownLedger | null;
}

function keyFor(pointer: Pointer, { given, pinned, config }: HeadTrust): Result<ChosenKey> {
  const outside = given === undefined ? null : ledgerKey(given);
  if (outside !== null && !outside.ok) return outside;
  const known = knownLedger(config, pointer.origin);
  if (outside !== null) return succeed({ key: outside.value, by: "given", known });
  const earlier = pinned ?? known?.key ?? null;
  if (earlier !== null) return succeed({ key: earlier, by: "pinned", known });
  const own = parseVerifierKey(sha256, pointer.key);
  return own.ok ? succeed({ key: own.value, by: "unknown", known }) : own;
}

/** Reads the verifier key of a ledger as somebody gives it. */
export function ledgerKey(text: string): Result<VerifierKey> {
  const key = parseVerifierKey(sha256, text.trim());
  if (!key.ok) return key;
  // A witness's key says nothing about who keeps the ledger.
  return key.value.kind === "ed25519" ? key : fail({ code: "note.badKey" });
}

function at(files: PublishedFiles, path: string): string {
  return files.where.endsWith("/") ? `${files.where}${path}` : `${files.where}/${path}`;
}

function inFile(problem: Problem, where: string): Problem {
  return { ...problem, where };
}
