export type { PointedCourse } from "./course-file.js";
export { editionFiles } from "./edition-files.js";
export { dataPath } from "./edition-state.js";
export type { DataFile, DataSubject, EditionBlobs, EditionState } from "./edition-state.js";
export { CHECKPOINT_PATH, ENTRIES_PATH, blobPath, ledgerFiles } from "./ledger-files.js";
export type { LedgerFiles } from "./ledger-files.js";
export type { MadeFile } from "./made-file.js";
export {
  LIST_PATH,
  MANIFEST_PATH,
  POINTER_PATH,
  formatList,
  formatManifest,
  isListable,
  isPage,
  manifestOf,
  parseList,
  parseManifest,
} from "./manifest.js";
export type { ListedFile, Manifest } from "./manifest.js";
export { formatPointer, parsePointer } from "./pointer.js";
export type { PointedEdition, Pointer } from "./pointer.js";
export { proofWordsOf } from "./proof-words.js";
export { proveLeaf } from "./prove-leaf.js";
export { publishedBlobs } from "./published-reader.js";
export { replayEditions } from "./replay-editions.js";
export { FetchedFolder } from "./fetched-folder.js";
export type { PublishedSource } from "./fetched-folder.js";
export type { PublishedReader, VerifyCrypto, VerifyPlatform } from "./published-reader.js";
export { formatSheetProof, parseSheetProof, verifySheetProof } from "./sheet-proof.js";
export type { ProofCell, ProofWords, ProvedSheet, SheetProof } from "./sheet-proof.js";
export { SheetSearch } from "./sheet-search.js";
export type { FoundLeaf, FoundSheet, SoughtSheet } from "./sheet-search.js";
export { verifyFetched } from "./verify-fetched.js";
export type { FetchDepth, FetchProgress } from "./verify-fetched.js";
export { verifyKeys } from "./verify-keys.js";
export { verifyFolder } from "./verify-folder.js";
export type { Verification, VerifyTrust } from "./verification.js";
export { editionEn } from "./messages/en.js";
export { editionEs } from "./messages/es.js";
