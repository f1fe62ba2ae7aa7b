import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";

/** A private key that was read: it signs, and its secret half cannot be asked for. */
export interface PrivateKey {
  /** 32 bytes (RFC 8032, 5.1.5). */
  readonly publicKey: Uint8Array;
  /** 64 bytes (RFC 8032, 5.1.6). */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** The rights of the group and of everybody else. */
const OTHERS = 0o077;

/** A file of 119 bytes; what is much larger is something else. */
const MOST_BYTES = 4096;

/**
 * Reads a key file: PKCS #8 in PEM (RFC 8410, 7), as `openssl genpkey -algorithm ed25519` writes it too. A file that others may read or
 * write is refused: whoever has read it signs in the name of its owner.
 */
export function readKey(path: string): Result<PrivateKey> {
  let pem: Buffer;
  try {
    const descriptor = openSync(path, "r");
    try {
      // Of the open file, not of its name: nobody can exchange it in between.
      const { mode, size } = fstatSync(descriptor);
      if (process.platform !== "win32" && (mode & OTHERS) !== 0)
        return fail({ code: "key.openToOthers", where: path, context: { mode: (mode & 0o777).toString(8) } });
      if (size > MOST_BYTES) return fail({ code: "key.notOne", where: path });
      pem = readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return fail(fileProblem(error, path));
  }
  const key = parseKey(pem);
  return key === undefined ? fail({ code: "key.notOne", where: path }) : succeed(key);
}

/** Makes a new key and its file, which only its owner may read. The caller holds the folder: nobody else makes one at the same time. */
export function makeKey(path: string): Result<PrivateKey> {
  const { privateKey } = generateKeyPairSync("ed25519");
  const draft = `${path}.draft`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(draft, "w", 0o600);
    try {
      writeSync(descriptor, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    // Whole or not at all: half a key would stand in the way of the next one.
    renameSync(draft, path);
  } catch (error) {
    return fail(fileProblem(error, path));
  }
  return succeed(keyOf(privateKey));
}

function parseKey(pem: Buffer): PrivateKey | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "ed25519" ? keyOf(key) : undefined;
  } catch {
    // Not PEM, or with a password: what the platform says about it is not repeated, it may quote the file.
    return undefined;
  }
}

function keyOf(key: KeyObject): PrivateKey {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return { publicKey: new Uint8Array(spki.subarray(-32)), sign: (message) => sign(null, message, key) };
}

/** An error of the operating system; anything else is a bug and is thrown on. */
function fileProblem(error: unknown, where: string): Problem {
  const system = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^E[A-Z0-9]+$/.test(system)) throw error;
  return system === "ENOENT" ? { code: "key.missing", where } : { code: "key.unreadable", where, context: { system } };
}
