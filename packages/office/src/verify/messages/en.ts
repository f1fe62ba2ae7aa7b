/** Texts of this room in English, by key (ICU MessageFormat). */
export const verifyEn = {
  "verify.notPublished": "this is not a folder that acta has published: it has no pointer.json",
  "verify.noAnswer": "the file could not be fetched ({reason}): try again; nothing is said about the folder",
  "verify.twoPublications":
    "checkpoint and pointer are of two publications: it is being published, or an old copy is served; try again in a minute. Nothing was changed",
  "verify.anotherLedger": "this publishes the ledger {origin}, not {expected}: nothing was changed",
  "verify.staleTiles":
    "the tiles are not those of the checkpoint for {size, number} entries: an old or cut-off copy is served; try again. Nothing was changed",
  "verify.badEntries": "entries.gz is missing or cannot be unpacked",
  "verify.otherDefinition": "this is not the definition that the entry names ({hash})",
  "verify.noCheckpoint": "nothing is signed here yet: the next import signs a checkpoint",
  "verify.noSheet": "the record holds no sheet of station {station}",
  "verify.notYetSigned":
    "entry {index, number} lies behind the signed checkpoint of {size, number} entries: the next import signs it",
  "verify.noKey":
    "no key is known for the ledger {origin}: give the publisher's with --key, from another source than this file",
  "verify.notAWitness": "this is not the key of a witness (cosignature)",
  "verify.staleEntries":
    "the entries are not those of the signed root of {size, number} entries: an old or cut-off copy is served; try again",
};
