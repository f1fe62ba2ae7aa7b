import { hex } from "../basics/index.js";
import type { Problem } from "../basics/index.js";
import { formatVerifierKey } from "../ledger/index.js";
import { CHECKPOINT_PATH } from "./ledger-files.js";
import type { StateFiles } from "./ledger-files.js";
import { MANIFEST_PATH, POINTER_PATH } from "./manifest.js";
import { formatPointer } from "./pointer.js";
import type { PublishedReader, VerifyCrypto } from "./published-reader.js";
import { sameBytes } from "./same-bytes.js";
import type { SignedPart } from "./verify-signed.js";

type Tell = (problem: Problem) => void;

/** Pointer, manifest and checkpoint must speak of the same publication. */
export function compareHeads(
  platform: VerifyCrypto,
  reader: PublishedReader,
  signed: SignedPart,
  files: StateFiles | null,
  tell: Tell,
): void {
  compareManifest(signed, tell);
  const { checkpoint } = signed;
  const origin = files?.state.ledger?.origin;
  if (checkpoint !== null && origin !== undefined && origin !== checkpoint.origin)
    tell({
      code: "verify.otherOrigin",
      where: CHECKPOINT_PATH,
      context: { origin: checkpoint.origin, ledger: origin },
    });
  if (files !== null) comparePointer(platform, reader, signed, files, tell);
}

function compareManifest({ manifest, checkpoint, listed }: SignedPart, tell: Tell): void {
  if (manifest === null) return;
  if (checkpoint !== null) {
    const same = manifest.size === checkpoint.size && hex(manifest.root) === hex(checkpoint.root);
    if (!same || manifest.origin !== checkpoint.origin) tell({ code: "verify.manifestOfOther", where: MANIFEST_PATH });
  }
  if (listed === null) return;
  const bytes = listed.reduce((sum, file) => sum + file.bytes, 0);
  if (manifest.files !== listed.length || manifest.bytes !== bytes)
    tell({ code: "verify.altered", where: MANIFEST_PATH });
}

function comparePointer(
  { sha256 }: VerifyCrypto,
  reader: PublishedReader,
  { pointer, checkpoint, manifest, key }: SignedPart,
  files: StateFiles,
  tell: Tell,
): void {
  // A stale manifest or checkpoint was told, and is the reason why the pointer names another one.
  if (pointer === null || checkpoint === null || manifest === null || key === null) return;
  const hashOf = (path: string): string => hex(sha256(reader.read(path) ?? new Uint8Array(0)));
  const expected = formatPointer({
    origin: checkpoint.origin,
    mode: files.state.ledger?.mode ?? "",
    provenance: files.provenance,
    size: checkpoint.size,
    key: formatVerifierKey(key),
    checkpoint: hashOf(CHECKPOINT_PATH),
    manifest: hashOf(MANIFEST_PATH),
    editions: files.editions,
    courses: files.courses,
    corrections: files.corrections,
  });
  if (!sameBytes(reader.read(POINTER_PATH) ?? new Uint8Array(0), expected))
    tell({ code: "verify.pointerDiffers", where: POINTER_PATH });
}
