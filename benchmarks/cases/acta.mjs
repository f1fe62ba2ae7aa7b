// The built library and office, for the cases.
const packages = new URL("../../packages/", import.meta.url);

export const { importFiles, loadDefinition, matchFiles } = await import(
  new URL("office/dist/import/index.js", packages)
);
export const { openFolder, openFolderToWrite, indexOf, electionIn, editionIn, openEdition } = await import(
  new URL("office/dist/store/index.js", packages)
);
export const { policiesOf, tallyPlaces, tallyTree } = await import(new URL("acta/dist/tabulation/index.js", packages));
export const { eachLeaf } = await import(new URL("acta/dist/record/index.js", packages));
export const { sha256 } = await import(new URL("office/dist/keys/index.js", packages));
