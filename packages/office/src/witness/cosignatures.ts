import { fail, succeed, utf8 } from "acta/basics";
import type { Result } from "acta/basics";
import { formatNote, parseNote, verifyNote } from "acta/ledger";
import type { NoteSignature, VerifierKey } from "acta/ledger";
import { ed25519 } from "../keys/index.js";

/**
 * Adds cosignature lines to a signed checkpoint. Each must be of one of the witnesses and hold for this checkpoint; a later one of the
 * same witness takes the place of the earlier.
 * @param lines what `acta witness` has printed; may be several lines.
 * @param where the file they come from, for what is told.
 */
export function addCosignatures(
  checkpoint: Uint8Array,
  lines: string,
  witnesses: readonly VerifierKey<"cosignature">[],
  where: string,
): Result<Uint8Array> {
  const note = parseNote(checkpoint);
  if (!note.ok) return note;
  const { text } = note.value;
  // The lines under the checkpoint's own text are a note by themselves.
  const offered = parseNote(utf8(`${text}\n${lines.trimEnd()}\n`));
  if (!offered.ok) return fail({ ...offered.problem, where });
  let signatures: readonly NoteSignature[] = note.value.signatures;
  for (const signature of offered.value.signatures) {
    const verified = verifyNote(ed25519, { text, signatures: [signature] }, witnesses);
    if (!verified.ok)
      return fail({ code: "witness.notOfThis", where, context: { name: signature.name.slice(0, 100) } });
    signatures = [...signatures.filter((each) => !isSameKey(each, signature)), signature];
  }
  return succeed(formatNote({ text, signatures }));
}

function isSameKey(a: NoteSignature, b: NoteSignature): boolean {
  return a.name === b.name && a.keyId === b.keyId;
}
