import { succeed } from "acta/basics";
import type { Instant, Result } from "acta/basics";
import { eachLeaf, originOf } from "acta/record";
import type { BatchHeader, Leaves } from "acta/record";
import { signRange, signerName } from "acta/signature";
import { openLedger } from "../act/index.js";
import { sha256 } from "../keys/index.js";
import { keysOf } from "../store/index.js";
import { beginsDrill } from "./import-request.js";
import type { ImportRequest } from "./import-request.js";

/** The first leaves of a ledger that an import begins. */
export function openImport(request: ImportRequest, recordedAt: Instant): Result<Leaves> {
  const { id, authority } = request.definition.election;
  const drill = beginsDrill(request);
  const founder = request.signer ?? null;
  return openLedger(request.folder, { election: id, authority: authority.name, drill, recordedAt, founder });
}

/** Who acted, by whom it was written down, and how whoever wrote it knows. */
export function importedBy({ signer, definition }: ImportRequest): Pick<BatchHeader, "actor" | "signer" | "basis"> {
  if (signer === null || signer === undefined) {
    const { name } = definition.election.authority;
    return { actor: { role: "electionAuthority", name }, signer: "recorder", basis: "reported" };
  }
  const { role, holder: name } = signer;
  return { actor: { role, name }, signer: signerName(signer.signer.key), basis: "firstHand" };
}

const NOTHING: Leaves = { bytes: new Uint8Array(0), count: 0 };

/**
 * The batch that signs an import, to stand behind its leaves; nothing in a recorder's ledger.
 * @param signed leaves at the beginning that are signed already.
 */
export function signImport({ signer, folder }: ImportRequest, leaves: Leaves, signed: number): Result<Leaves> {
  if (signer === null || signer === undefined || leaves.count === signed) return succeed(NOTHING);
  const begun = originOf(leaves);
  const register = begun === null ? keysOf(folder) : succeed({ ledger: { origin: begun } });
  if (!register.ok) return register;
  const place = { origin: register.value.ledger?.origin ?? "", first: folder.ledger.size + signed };
  return signRange(sha256, without(leaves, signed), signer, place);
}

/** Leaves but the first ones. */
function without(leaves: Leaves, first: number): Leaves {
  let offset = 0;
  eachLeaf(leaves, (_, end, at) => {
    if (at < first) offset = end;
  });
  return { bytes: leaves.bytes.subarray(offset), count: leaves.count - first };
}
