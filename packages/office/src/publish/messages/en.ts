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
};
