import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const CHECKSUM_BYTES = 4;

/** Where derived files lie: made from the ledger, never trusted, to be deleted at any time. */
export interface DerivedFolder {
  readonly derived: string;
}

/** Reads a derived file; null when it is not there, or not as it was written (cut off, a flipped bit): then it is made again. */
export function readDerived(folder: DerivedFolder, name: string): Buffer | null {
  try {
    const file = readFileSync(join(folder.derived, name));
    const end = file.length - CHECKSUM_BYTES;
    const bytes = file.subarray(0, end);
    return end >= 0 && crc32(bytes) === file.readUInt32BE(end) ? bytes : null;
  } catch {
    // Derived files may be missing at any time; they are made again.
    return null;
  }
}

/** Writes a derived file with its checksum; a failure (full disk, read-only folder) only costs speed. */
export function writeDerived(folder: DerivedFolder, name: string, bytes: Uint8Array): void {
  try {
    mkdirSync(folder.derived, { recursive: true });
    const checksum = Buffer.alloc(CHECKSUM_BYTES);
    checksum.writeUInt32BE(crc32(bytes));
    writeFileSync(join(folder.derived, name), Buffer.concat([bytes, checksum]));
  } catch {
    // The next reader replays the ledger instead.
  }
}

/** Removes derived files by name; a failure only leaves them lying. */
export function dropDerived(folder: DerivedFolder, isOld: (name: string) => boolean): void {
  try {
    for (const name of readdirSync(folder.derived))
      if (isOld(name)) rmSync(join(folder.derived, name), { force: true });
  } catch {
    // There is no such folder, or it may only be read.
  }
}
