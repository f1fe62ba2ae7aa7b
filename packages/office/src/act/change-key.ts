import { existsSync, rmSync } from "node:fs";
import { fail, hex, succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { formatVerifierKey, parseVerifierKey } from "acta/ledger";
import type { VerifierKey } from "acta/ledger";
import type { KeyEntry, KeyRole } from "acta/record";
import type { RegisteredKey, RoleSigner } from "acta/signature";
import { checkpointSigner, makeKey, readKey, readNamedKey, sha256 } from "../keys/index.js";
import { keysOf, nextKeyPath, recorderKeyPath } from "../store/index.js";
import type { DataFolder } from "../store/index.js";
import type { ActDraft } from "./act-document.js";

/** A change of keys as it is entered, and who signs it. */
export interface KeyChangeDraft {
  readonly draft: ActDraft;
  readonly signer: RoleSigner;
}

/** Adds a key for a body, party or mission; `signer` is the authority. */
export function addKey(
  signer: RoleSigner,
  line: string,
  role: KeyRole,
  holder: string,
  validUntil: Instant | null,
): Result<KeyChangeDraft> {
  const key = parseVerifierKey(sha256, line);
  if (!key.ok) return key;
  return succeed({ signer, draft: draftOf(signer, "added", key.value, { role, holder, validUntil }) });
}

/** Revokes the key that a text names: its line, its name and id, or the holder whose only key it is. */
export function revokeKey(folder: DataFolder, signer: RoleSigner, text: string): Result<KeyChangeDraft> {
  const known = keyNamed(folder, text);
  if (!known.ok) return known;
  const { key, role, holder } = known.value;
  return succeed({ signer, draft: draftOf(signer, "revoked", key, { role, holder, validUntil: null }) });
}

/** Replaces the signer's own key by the one in another key file. */
export function rotateKey(signer: RoleSigner, nextFile: string): Result<KeyChangeDraft> {
  const next = readNamedKey(nextFile);
  if (!next.ok) return next;
  return succeed({ signer, draft: rotation(signer, next.value.verifier) });
}

/** Replaces the key that signs the ledger's checkpoints by a new one, which waits beside it until the change is in the ledger. */
export function rotateRecorder(folder: DataFolder): Result<KeyChangeDraft> {
  const register = keysOf(folder);
  if (!register.ok) return register;
  const origin = register.value.ledger?.origin;
  if (origin === undefined) return fail({ code: "act.noLedger", where: folder.path });
  const old = readKey(recorderKeyPath(folder.path));
  const signer = old.ok ? checkpointSigner(old.value, origin) : old;
  if (!signer.ok) return signer;
  const waiting = nextKeyPath(folder.path);
  // One that was left by a change that never came into the ledger is of no use to anybody.
  if (existsSync(waiting)) rmSync(waiting);
  const next = makeKey(waiting);
  const verifier = next.ok ? checkpointSigner(next.value, origin) : next;
  if (!verifier.ok) return verifier;
  const own: RoleSigner = { signer: signer.value, role: "recorder", holder: "recorder" };
  return succeed({ signer: own, draft: rotation(own, verifier.value.key) });
}

function rotation(signer: RoleSigner, next: VerifierKey): ActDraft {
  const previous = formatVerifierKey(signer.signer.key);
  return draftOf(signer, "rotated", next, { role: signer.role, holder: signer.holder, validUntil: null, previous });
}

function draftOf(
  { role, holder }: RoleSigner,
  action: KeyEntry["action"],
  key: VerifierKey,
  more: Pick<KeyEntry, "role" | "holder" | "validUntil"> & { readonly previous?: string },
): ActDraft {
  const entry = { at: null, replaces: null, action, key: formatVerifierKey(key), previous: "", ...more };
  const actor = { role, name: holder };
  return {
    kind: "key",
    election: "-",
    contest: "",
    copy: "",
    actor,
    source: "",
    asOf: null,
    reason: "",
    entries: [entry],
  };
}

function keyNamed(folder: DataFolder, text: string): Result<RegisteredKey> {
  const register = keysOf(folder);
  if (!register.ok) return register;
  const line = parseVerifierKey(sha256, text);
  const named = register.value.keys.filter(
    ({ key, holder, until }) =>
      until === null &&
      (holder === text ||
        `${key.name}+${key.id}` === text ||
        (line.ok && hex(line.value.publicKey) === hex(key.publicKey))),
  );
  const only = named[0];
  if (only !== undefined && named.length === 1) return succeed(only);
  return fail({ code: named.length === 0 ? "act.noSuchKey" : "act.severalKeys", where: text });
}
