/** Texts of this room in English, by key (ICU MessageFormat). */
export const editionEn = {
  "edition.badManifest": "this is not a manifest of a published folder",
  "edition.badList": "line {line} of the list of files cannot be read, is out of order or leads out of the folder",
  "edition.badPointer": "this is not the pointer of a published folder",
  "edition.badProof": "this is not a proof of a sheet as acta writes it",
  "edition.badProofWords": "the words behind the proofs cannot be read: the file was altered or cut off",
  "edition.proofWithoutLeaf": "the proof of entry {index} does not carry its entry",
  "edition.proofOfTwo": "the two proofs of the file are of different checkpoints",
  "edition.proofOfOtherBatch": "entry {index} is not a sheet of the batch that begins at {header}",
  "edition.proofOfNoSheet": "entry {index} is not a sheet",
  "verify.missing": "the file is missing",
  "verify.areaMissing": "the file of the area {area} ({contest}) is missing",
  "verify.altered": "the file is not the one that was signed",
  "verify.notPacked": "the file cannot be unpacked: it was cut off or altered",
  "verify.rootDiffers":
    "the {entries, number} entries do not give the root that was signed for {size, number}: entries were removed, added or altered",
  "verify.entryDiffers": "entry {entry} is not the one that was signed",
  "verify.sheetDiffers": "entry {entry} (station {station}) is not the one that was signed",
  "verify.hashDiffers": "the hash of entry {entry} is not the one that follows from it",
  "verify.rowDiffers": "the row {row} of {area} ({contest}) is not the one that follows from the sheets",
  "verify.stationDiffers": "station {row} (place {area}, {contest}) is not as it follows from the sheets",
  "verify.areaDiffers": "the figures of {area} ({contest}) are not those that follow from the sheets (byte {offset})",
  "verify.fileDiffers": "the file is not the one that follows from the entries (byte {offset})",
  "verify.listDiffers": "the signed list does not name {path} as it must be",
  "verify.cut":
    "the file ends after {bytes, number} of {all, number} bytes: it was cut off, or a server on the way keeps an earlier one",
  "verify.areaCut":
    "the file of {area} ({contest}) ends after {bytes, number} of {all, number} bytes: it was cut off, or a server on the way keeps an earlier one",
  "verify.stale":
    "the file is of an earlier publication ({size, number} entries; now there are {newest, number}): a server on the way keeps it; try again later",
  "verify.unexpected": "the file is on the signed list, but does not follow from the entries",
  "verify.extra": "the file is on no list: it does not belong to the publication",
  "verify.manifestOfOther": "the manifest was signed for another state of the ledger than the checkpoint",
  "verify.otherOrigin": "the checkpoint is of the ledger {origin}, the entries are of {ledger}",
  "verify.pointerDiffers": "the pointer does not name what is in the folder",
  "verify.rolledBack":
    "the folder has {size, number} entries, and {remembered, number} were seen before: something was taken back",
  "verify.forked":
    "the first {remembered, number} entries are not those that were seen before: this is another history of the same ledger",
  "verify.otherKey": "the checkpoint is signed with a key that the ledger {origin} does not know",
  "verify.keyNotFollowed":
    "the checkpoint is signed with another key than the trusted one, {key}, and no change of keys in the ledger leads from that one to it",
};
