import { fail, hex, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { RoleSigner } from "acta/signature";
import { readNamedKey } from "../keys/index.js";
import type { NamedKey } from "../keys/index.js";
import { keysOf } from "../store/index.js";
import type { DataFolder } from "../store/index.js";

/** The signer that a key file is in a ledger: role and name are those that the ledger's key entry gave to it. */
function roleSigner(folder: DataFolder, path: string): Result<RoleSigner> {
  const key = readNamedKey(path);
  if (!key.ok) return key;
  const register = keysOf(folder);
  if (!register.ok) return register;
  const publicKey = hex(key.value.verifier.publicKey);
  const known = register.value.keys.findLast((each) => hex(each.key.publicKey) === publicKey);
  if (known === undefined) return fail({ code: "act.unknownKey", where: path });
  if (known.until !== null) return fail({ code: "act.keyGone", where: path, context: { index: known.until } });
  // The ledger's name for the key, which may differ from the one in the file: signatures are checked by it.
  const signer = {
    key: { ...key.value.verifier, name: known.key.name, id: known.key.id },
    sign: key.value.private.sign,
  };
  return succeed({ signer, role: known.role, holder: known.holder });
}

/** The authority that founds a ledger of record with its key. */
function foundingSigner(path: string, authority: string): Result<RoleSigner> {
  const key: Result<NamedKey> = readNamedKey(path);
  if (!key.ok) return key;
  const signer = { key: key.value.verifier, sign: key.value.private.sign };
  return succeed({ signer, role: "electionAuthority", holder: authority });
}

/** With whose key somebody wants to enter something. */
export interface SigningChoice {
  /** Key file; null when none is given. */
  readonly keyFile: string | null;
  /** Name of the authority that founds a ledger of record here; null when none does. */
  readonly founds: string | null;
}

/** Who signs in a folder that is open for writing: nobody in a recorder's ledger, and somebody in a ledger of record. */
export function signerFor(folder: DataFolder, { keyFile, founds }: SigningChoice): Result<RoleSigner | null> {
  const register = keysOf(folder);
  if (!register.ok) return register;
  const { ledger } = register.value;
  if (ledger !== null && founds !== null) return fail({ code: "act.isOfRecord", where: folder.path });
  const isOfRecord = ledger === null ? founds !== null : ledger.mode === "ofRecord";
  if (!isOfRecord) return keyFile === null ? succeed(null) : fail({ code: "act.notOfRecord", where: folder.path });
  if (keyFile === null) return fail({ code: "act.needsKey", where: folder.path });
  return founds === null ? roleSigner(folder, keyFile) : foundingSigner(keyFile, founds);
}
