import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { formatVerifierKey, makeVerifierKey, parseVerifierKey } from "acta/ledger";
import type { Signer, VerifierKey } from "acta/ledger";
import { sha256 } from "./ed25519.js";
import { makeKey, readKey } from "./key-file.js";
import type { PrivateKey } from "./key-file.js";

/** A private key together with the name under which it signs. */
export interface NamedKey {
  readonly private: PrivateKey;
  readonly name: string;
  /** With it others verify notes: checkpoints, acts (C2SP signed-note, type 0x01). */
  readonly verifier: VerifierKey<"ed25519">;
  /** With it others verify cosignatures of this key as a witness (C2SP tlog-cosignature, type 0x04). */
  readonly witness: VerifierKey<"cosignature">;
}

/** Where the public half of a key file lies: the name of the key belongs to it, and a key file of PKCS #8 has none. */
export function publicHalfPath(path: string): string {
  return path.endsWith(".key") ? `${path.slice(0, -".key".length)}.pub` : `${path}.pub`;
}

/** Makes a key file, which only its owner may read, and the file of its public half. What is there already is left alone. */
export function makeNamedKey(path: string, name: string): Result<NamedKey> {
  const shown = publicHalfPath(path);
  for (const each of [path, shown]) if (existsSync(each)) return fail({ code: "key.exists", where: each });
  // The name is looked at before there is a key that nobody can use.
  const possible = makeVerifierKey(sha256, "ed25519", name, new Uint8Array(32));
  if (!possible.ok) return possible;
  const made = makeKey(path);
  if (!made.ok) return made;
  const key = namedKey(made.value, name);
  if (!key.ok) return key;
  try {
    writeFileSync(shown, `${formatVerifierKey(key.value.verifier)}\n${formatVerifierKey(key.value.witness)}\n`);
    return key;
  } catch (error) {
    return fail(unwritable(error, shown));
  }
}

/** Reads a key file with the name that stands in the file of its public half. */
export function readNamedKey(path: string): Result<NamedKey> {
  const key = readKey(path);
  if (!key.ok) return key;
  const shown = publicHalfPath(path);
  const name = nameIn(shown, key.value.publicKey);
  return name === undefined ? fail({ code: "key.noName", where: shown }) : namedKey(key.value, name);
}

/** Signs checkpoints as a witness. */
export function witnessSigner(key: NamedKey): Signer<"cosignature"> {
  return { key: key.witness, sign: key.private.sign };
}

function namedKey(key: PrivateKey, name: string): Result<NamedKey> {
  const verifier = makeVerifierKey(sha256, "ed25519", name, key.publicKey);
  if (!verifier.ok) return verifier;
  const witness = makeVerifierKey(sha256, "cosignature", name, key.publicKey);
  return witness.ok ? succeed({ private: key, name, verifier: verifier.value, witness: witness.value }) : witness;
}

/** The name in a file of verifier keys, if the first of them is of this key; `undefined` otherwise. */
function nameIn(path: string, publicKey: Uint8Array): string | undefined {
  try {
    const [line = ""] = readFileSync(path, "utf8").split("\n");
    const key = parseVerifierKey(sha256, line);
    return key.ok && Buffer.compare(key.value.publicKey, publicKey) === 0 ? key.value.name : undefined;
  } catch {
    // Not there, or not to be read: the caller says which file is needed.
    return undefined;
  }
}

function unwritable(error: unknown, where: string): Problem {
  const system = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^E[A-Z0-9]+$/.test(system)) throw error;
  return { code: "key.unreadable", where, context: { system } };
}
