export { decodeBase64, encodeBase64 } from "./base64.js";
export { formatCheckpoint, parseCheckpoint } from "./checkpoint.js";
export type { Checkpoint } from "./checkpoint.js";
export { MOST_ENTRY_BYTES, decodeEntryBundle, encodeEntryBundle, hashEntryBundle } from "./entry-bundle.js";
export { Frontier } from "./frontier.js";
export { formatNote, formatSignature, parseNote } from "./note.js";
export type { NoteSignature, SignedNote } from "./note.js";
export { cosignText, signText, verifyNote } from "./note-signature.js";
export type { Signer, VerifiedSignature } from "./note-signature.js";
export {
  checkTiles,
  consistencyProof,
  inclusionProof,
  rootFromTiles,
  tilesForConsistency,
  tilesForInclusion,
} from "./tile-proof.js";
export { MemoryTiles, TileWriter } from "./tile-writer.js";
export type { HashTile } from "./tile-writer.js";
export {
  TILE_WIDTH,
  decodeHashTile,
  encodeHashTile,
  entryBundlesOf,
  hashTilesOf,
  parseTilePath,
  tilePath,
} from "./tile.js";
export type { TileName, TileReader } from "./tile.js";
export { formatTlogProof, parseTlogProof, verifyTlogProof } from "./tlog-proof.js";
export type { TlogProof } from "./tlog-proof.js";
export { HASH_BYTES, TreeHasher, emptyRoot, leafHash, nodeHash } from "./tree-hash.js";
export { formatVerifierKey, makeVerifierKey, parseVerifierKey } from "./verifier-key.js";
export type { Ed25519, KeyKind, VerifierKey } from "./verifier-key.js";
export { verifyCheckpoint } from "./verify-checkpoint.js";
export type { CheckpointPolicy, VerifiedCheckpoint } from "./verify-checkpoint.js";
export { verifyConsistency, verifyInclusion } from "./verify-proof.js";
export type { ConsistencyClaim, InclusionClaim } from "./verify-proof.js";
export { ledgerEn } from "./messages/en.js";
export { ledgerEs } from "./messages/es.js";
