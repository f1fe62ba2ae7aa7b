export { backupFolder } from "./backup-folder.js";
export type { BlobStore } from "./blob-store.js";
export { checkFolder } from "./check-folder.js";
export type { FolderHealth } from "./check-folder.js";
export { checkpointStanding, readCheckpoint } from "./checkpoint-file.js";
export { cosignCheckpoint } from "./cosigned-checkpoint.js";
export {
  appendTo,
  blobsOf,
  holdFolder,
  logKeyFor,
  openFolder,
  openFolderToWrite,
  originFor,
  replayFolder,
} from "./data-folder.js";
export type { DataFolder, StagedBlobs } from "./data-folder.js";
export { keysOf } from "./signature-door.js";
export { nextKeyPath, recorderKeyPath } from "./log-key.js";
export { FolderStore } from "./folder-store.js";
export {
  mirrorPath,
  mirroredFiles,
  readMirror,
  readMirroredHeads,
  writeMirror,
  writeMirroredHeads,
} from "./mirror-mark.js";
export type { MirrorMark, MirroredHeads } from "./mirror-mark.js";
export { historyIn, indexAt, sizeAt } from "./ledger-moment.js";
export {
  asDrill,
  bulletinsIn,
  definitionIn,
  editionIn,
  electionIn,
  indexOf,
  keepEdition,
  keepIndex,
  openEdition,
} from "./open-edition.js";
export type { EditionColumns } from "./edition-file.js";
export type { FolderIndex, IndexedElection, OpenEdition } from "./open-edition.js";
export { syncFolder, writeDurably } from "./durable-file.js";
export { lockFolder } from "./folder-lock.js";
export { isServerAddress, parseServerAddress } from "./server-address.js";
export { bringUpToDate, isReadable, openToWrite, stageUntilFirst } from "./server-folder.js";
export { followServer } from "./follow-server.js";
export { clockBehind, ledgerClock } from "./ledger-clock.js";
export { joinServer } from "./join-server.js";
export type { Joined } from "./join-server.js";
export { restoreFolder } from "./restore-folder.js";
export { systemProblem } from "./system-problem.js";
export { readVerifierLine } from "./verifier-file.js";
export { storeEn } from "./messages/en.js";
export { storeEs } from "./messages/es.js";
