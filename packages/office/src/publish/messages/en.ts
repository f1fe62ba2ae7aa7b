/** Texts of this room in English, by key (ICU MessageFormat). */
export const publishEn = {
  "publish.otherThings":
    "there are other things in this folder ({name}): choose an empty folder, or one that acta has published to",
  "publish.notOurs": "this folder is not empty, and acta has not published to it: choose an empty one",
  "publish.otherLedger": "this folder publishes another ledger ({origin}): choose another folder",
  "publish.older":
    "this folder already publishes {published, number} entries and the ledger has {size, number}: nothing was changed",
  "publish.forked":
    "the entries do not give the root that the ledger's checkpoint has signed: one of the two was altered. Nothing was published",
  "publish.oldCheckpoint":
    "the ledger's checkpoint is signed for {signed, number} entries and it has {size, number}: the next import signs a new one",
  "publish.notAsSigned":
    "this file is not what the ledger has signed, or cannot be made here (another version of acta, pages of a site): a mirror publishes under its origin's signature or not at all. Nothing that readers see was changed",
  "publish.noVerifier":
    "the page that verifies what is published is missing: npm run build makes it. Nothing new was published",
  "publish.noSite": "the pages of the site are missing: npm run build compiles them. Nothing new was published",
};
