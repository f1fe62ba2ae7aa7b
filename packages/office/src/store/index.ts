
export { blobsOf, openFolder, openFolderToWrite, readDefinition, replayFolder } from "./data-folder.js";
export type { DataFolder, StagedBlobs } from "./data-folder.js";


export { bulletinsIn, editionIn, electionIn, indexOf, keepEdition, keepIndex, openEdition } from "./open-edition.js";
export type { EditionColumns } from "./edition-file.js";
export type { FolderIndex, IndexedElection, OpenEdition } from "./open-edition.js";
export { systemProblem } from "./system-problem.js";
export { storeEn } from "./messages/en.js";
export { storeEs } from "./messages/es.js";
