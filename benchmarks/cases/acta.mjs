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
// Nor are the pieces of a projection.
const projection = new URL("acta/dist/projection/", packages);
export const { projectSheets, replayBacktest } = await import(new URL("index.js", projection));
export const { fitEdition, prepareNight } = await import(new URL("night-record.js", projection));
export const { modelledOptions, startFrom } = await import(new URL("night-fit.js", projection));
export const { COUNTED } = await import(new URL("night.js", projection));
export const { planOf } = await import(new URL("night-plan.js", projection));
export const { areaSums, expectedByArea } = await import(new URL("area-sums.js", projection));
export const { marginParts } = await import(new URL("margin-parts.js", projection));
export const { ReplayedNight, completeCount } = await import(new URL("complete-count.js", projection));
export const { OrderMaker } = await import(new URL("reporting-order.js", projection));
