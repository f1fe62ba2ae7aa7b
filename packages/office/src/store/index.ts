export { backupFolder } from "./backup-folder.js";
export { checkFolder } from "./check-folder.js";
export type { FolderHealth } from "./check-folder.js";
export { checkpointStanding } from "./checkpoint-file.js";
export { appendTo, blobsOf, openFolder, openFolderToWrite, originFor, replayFolder } from "./data-folder.js";
export type { DataFolder, StagedBlobs } from "./data-folder.js";
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
export { restoreFolder } from "./restore-folder.js";
export { systemProblem } from "./system-problem.js";
export { storeEn } from "./messages/en.js";
export { storeEs } from "./messages/es.js";
