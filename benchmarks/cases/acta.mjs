// The built library and office, for the cases.
const packages = new URL("../../packages/", import.meta.url);

export const { importSample, sampleCsv } = await import(new URL("office/dist/import/sample-import.js", packages));
export const { importFiles, loadDefinition, matchFiles } = await import(
  new URL("office/dist/import/index.js", packages)
);
export const {
  appendTo,
  joinServer,
  openFolder,
  openFolderToWrite,
  openToWrite,
  indexOf,
  electionIn,
  editionIn,
  openEdition,
} = await import(new URL("office/dist/store/index.js", packages));
export const { compareScenario, materialityOf, parseScenario, policiesOf, tallyPlaces, tallyTree } = await import(
  new URL("acta/dist/tabulation/index.js", packages)
);
export const { SEAT_METHODS, allocateBiproportional, allocateSeats, seatCounts } = await import(
  new URL("acta/dist/institution/index.js", packages)
);
export const { bootstrapShares, jackknifeCovariance } = await import(new URL("acta/dist/sampling/index.js", packages));
export const { LeafWriter, Replay, eachLeaf, leafOf, writeSheetEntry } = await import(
  new URL("acta/dist/record/index.js", packages)
);
export const { sha256 } = await import(new URL("office/dist/keys/index.js", packages));
export const { publishedBlobs, replayEditions, verifyFolder } = await import(
  new URL("acta/dist/edition/index.js", packages)
);
export const {
  Frontier,
  formatTlogProof,
  inclusionProof,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyCheckpoint,
} = await import(new URL("acta/dist/ledger/index.js", packages));
export const { folderReader, platform } = await import(new URL("office/dist/verify/index.js", packages));
// Not part of what the room shows: only its cost is looked at.
export const { treeFiles } = await import(new URL("acta/dist/edition/tree-files.js", packages));
export const { SignatureCheck } = await import(new URL("acta/dist/signature/index.js", packages));
