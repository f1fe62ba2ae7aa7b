/** Texts of this room in English, by key (ICU MessageFormat). */
export const mirrorEn = {
  "mirror.staleFile":
    "this file is missing, cut off or of another publication: an old copy may be served, or it is being published; try again. Nothing was changed",
  "mirror.staleEntries":
    "the entries are not those of the signed root of {size, number} entries: an old or cut-off copy is served; try again. Nothing was changed",
  "mirror.ownLedger": "this folder records a ledger of its own: give a new folder for the mirror",
  "mirror.badPointer":
    "the pointer does not say what follows from the signed record: it was altered. Nothing was changed",
};
