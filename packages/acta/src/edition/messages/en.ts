/** Texts of this room in English, by key (ICU MessageFormat). */
export const editionEn = {
  "edition.badManifest": "this is not a manifest of a published folder",
  "edition.badList": "line {line} of the list of files cannot be read, is out of order or leads out of the folder",
  "edition.badPointer": "this is not the pointer of a published folder",
  "verify.missing": "the file is missing",
  "verify.areaMissing": "the file of the area {area} ({contest}) is missing",
  "verify.altered": "the file is not the one that was signed",
  "verify.notPacked": "the file cannot be unpacked",
  "verify.rootDiffers":
    "the {entries, number} entries do not give the root that was signed for {size, number}: entries were removed, added or altered",
  "verify.entryDiffers": "entry {entry} is not the one that was signed",
  "verify.sheetDiffers": "entry {entry} (station {station}) is not the one that was signed",
  "verify.hashDiffers": "the hash of entry {entry} is not the one that follows from it",
  "verify.rowDiffers": "the row {row} of {area} ({contest}) is not the one that follows from the sheets",
  "verify.areaDiffers": "the figures of {area} ({contest}) are not those that follow from the sheets (byte {offset})",
  "verify.fileDiffers": "the file is not the one that follows from the entries (byte {offset})",
  "verify.listDiffers": "the signed list does not name {path} as it must be",
  "verify.unexpected": "the file is on the signed list, but does not follow from the entries",
  "verify.extra": "the file is on no list: it does not belong to the publication",
  "verify.manifestOfOther": "the manifest was signed for another state of the ledger than the checkpoint",
  "verify.otherOrigin": "the checkpoint is of the ledger {origin}, the entries are of {ledger}",
  "verify.pointerDiffers": "the pointer does not name what is in the folder",
  "verify.rolledBack":
    "the folder has {size, number} entries, and {remembered, number} were seen before: something was taken back",
  "verify.forked":
    "the first {remembered, number} entries are not those that were seen before: this is another history of the same ledger",
};
