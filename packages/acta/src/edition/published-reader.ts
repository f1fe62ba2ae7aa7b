import { fail, hex, succeed } from "../basics/index.js";
import type { Result, Sha256 } from "../basics/index.js";
import { parseDefinition, rollFromJson } from "../election/index.js";
import type { Ed25519 } from "../ledger/index.js";
import type { EditionBlobs } from "./edition-state.js";
import { blobPath } from "./ledger-files.js";

/** A published folder as it was fetched. Nothing of it is believed. */
export interface PublishedReader {
  /** Bytes of a file by its path; `undefined` when it is not there. */
  readonly read: (path: string) => Uint8Array | undefined;
  /**
   * True when a file has exactly these bytes, where that is found out faster than by reading it; absent elsewhere. What it says
   * false of is read, and judged from what was read.
   */
  readonly holds?: (path: string, bytes: Uint8Array) => boolean;
  /** Every path in the folder; null where nobody can list it (a web server). */
  readonly paths: readonly string[] | null;
  /** False for a file that was not asked for, so that nobody takes it for missing; absent where every file can be read. */
  readonly fetched?: (path: string) => boolean;
}

/** Hashes and signatures of the platform. */
export interface VerifyCrypto {
  readonly sha256: Sha256;
  readonly ed25519: Ed25519;
}

/** What verifying takes from a platform that never waits. */
export interface VerifyPlatform extends VerifyCrypto {
  /** Unpacks gzip (RFC 1952); `undefined` for whatever is not. */
  readonly gunzip: (bytes: Uint8Array) => Uint8Array | undefined;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of UTF-8 bytes; `undefined` when they are not. */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? undefined : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** JSON of UTF-8 bytes; `undefined` when they are none. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  const text = textOf(bytes);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The definitions, rolls and law sets of a published folder, each held against the hash by which an entry names it. */
export function publishedBlobs(sha256: Sha256, reader: PublishedReader): EditionBlobs {
  const read = (hash: string): Result<unknown> => {
    const bytes = reader.read(blobPath(hash));
    if (bytes === undefined) return fail({ code: "verify.missing", where: blobPath(hash) });
    const json = hex(sha256(bytes)) === hash ? jsonOf(bytes) : undefined;
    return json === undefined ? fail({ code: "verify.altered", where: blobPath(hash) }) : succeed(json);
  };
  return {
    definition: (hash) => {
      const json = read(hash);
      if (!json.ok) return json;
      const election = parseDefinition(json.value);
      return election.ok ? election : fail({ code: "verify.altered", where: blobPath(hash) });
    },
    roll: (hash) => {
      const json = read(hash);
      return json.ok ? rollFromJson(json.value) : json;
    },
    lawSet: read,
  };
}
