export { editionFiles } from "./edition-files.js";
export { dataPath } from "./edition-state.js";
export type { DataFile, DataSubject, EditionState } from "./edition-state.js";
export { CHECKPOINT_PATH, ENTRIES_PATH, blobPath, ledgerFiles } from "./ledger-files.js";
export type { LedgerFiles, MadeFile } from "./ledger-files.js";
export {
  LIST_PATH,
  MANIFEST_PATH,
  POINTER_PATH,
  formatList,
  formatManifest,
  isListable,
  manifestOf,
  parseList,
  parseManifest,
} from "./manifest.js";
export type { ListedFile, Manifest } from "./manifest.js";
export { formatPointer, parsePointer } from "./pointer.js";
export type { PointedEdition, Pointer } from "./pointer.js";
export { replayEditions } from "./replay-editions.js";
export type { PublishedReader, VerifyPlatform } from "./published-reader.js";
export { verifyFolder } from "./verify-folder.js";
export type { Verification, VerifyTrust } from "./verify-folder.js";
export { editionEn } from "./messages/en.js";
export { editionEs } from "./messages/es.js";
