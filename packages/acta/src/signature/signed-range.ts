import { fail, hex, succeed, utf8 } from "../basics/index.js";
import type { Problem, Result } from "../basics/index.js";
import { encodeBase64, parseNote, verifyNote } from "../ledger/index.js";
import type { Ed25519 } from "../ledger/index.js";
import { leafOf } from "../record/index.js";
import type { BatchHeader, SignatureEntry } from "../record/index.js";
import { signerName } from "./key-register.js";
import type { RegisteredKey } from "./key-register.js";
import { rangeText } from "./range-text.js";
import type { LeafRange } from "./range-text.js";
import { isDecision, maySign } from "./roles.js";
import { signatureHeader } from "./signature-header.js";

/** A batch of a range, at its ledger position. */
export interface RangeBatch {
  readonly header: BatchHeader;
  readonly index: number;
}

/**
 * Verifies the signature entry of a range. A key that was revoked, or that is in no entry before, is nobody's.
 * @returns the keys that signed.
 */
export function verifyRange(
  ed25519: Ed25519,
  range: LeafRange,
  signature: SignatureEntry,
  keys: readonly RegisteredKey[],
): Result<readonly RegisteredKey[]> {
  const context = { index: range.end, first: range.first };
  if (signature.first !== range.first) return fail({ code: "signature.otherRange", context });
  if (signature.root !== encodeBase64(range.root)) return fail({ code: "signature.otherRoot", context });
  const lines = signature.signatures.map((line) => `\u2014 ${line}\n`).join("");
  const note = parseNote(utf8(`${rangeText(range)}\n${lines}`));
  if (!note.ok) return fail({ ...note.problem, context: { ...note.problem.context, ...context } });
  const inForce = keys.filter(({ until }) => until === null);
  const verified = verifyNote(
    ed25519,
    note.value,
    inForce.map(({ key }) => key),
  );
  if (!verified.ok) {
    const gone = keys.find(
      ({ key, until }) =>
        until !== null && note.value.signatures.some(({ name, keyId }) => name === key.name && keyId === key.id),
    );
    if (gone !== undefined) return fail({ code: "signature.revoked", context: { ...context, holder: gone.holder } });
    return fail({ code: "signature.notValid", context });
  }
  return succeed(inForce.filter(({ key }) => verified.value.some((each) => each.key === key)));
}

/** Why a batch may not stand in a range that these keys signed; `undefined` when it may. */
export function batchProblem({ header, index }: RangeBatch, keys: readonly RegisteredKey[]): Problem | undefined {
  const { actor, kind, recordedAt, signer } = header;
  const context = { index, kind, role: actor.role };
  const named = keys.filter(({ key }) => signerName(key) === signer);
  if (named.length === 0) return { code: "signature.otherSigner", context: { ...context, holder: signer } };
  const own = named.find(({ role, holder }) => role === actor.role && holder === actor.name);
  if (own === undefined || !maySign(own.role, kind))
    return { code: "signature.wrongRole", context: { ...context, holder: actor.name } };
  if (own.validUntil !== null && recordedAt > own.validUntil)
    return { code: "signature.expired", context: { ...context, holder: actor.name } };
  return undefined;
}

/** Acts of decision are signed one by one. Only the first range of a ledger holds more: the ledger's own entry and its keys. */
export function standsAlone(batches: readonly RangeBatch[], first: number): Problem | undefined {
  if (first === 0) return undefined;
  const decision = batches.find(({ header }) => isDecision(header.kind));
  if (decision === undefined || (batches.length === 1 && decision.header.count === 1)) return undefined;
  return { code: "signature.notAlone", context: { index: decision.index, kind: decision.header.kind } };
}

/** Why the signature's own header is not the one that follows from the range and the key; `undefined` when it is. */
export function headerProblem(
  header: BatchHeader,
  index: number,
  batches: readonly RangeBatch[],
  keys: readonly RegisteredKey[],
): Problem | undefined {
  const last = batches.at(-1)?.header ?? header;
  const follows = keys.some((key) => hex(leafOf(signatureHeader(key, last))) === hex(leafOf(header)));
  return follows ? undefined : { code: "signature.otherHeader", context: { index } };
}
