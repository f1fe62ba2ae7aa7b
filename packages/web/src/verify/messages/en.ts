/** Texts of this room in English, by key (ICU MessageFormat). */
export const webVerifyEn = {
  "web.notPublished": "there is no folder here that acta has published: pointer.json is missing",
  "web.noAnswer": "the file could not be fetched ({reason}): try again; nothing is said about the publication",
  "web.otherKey": "this is not the key of a ledger but that of a witness",
  "web.notYetSigned":
    "entry {index, number} is not yet under the signed checkpoint, which goes up to {size, number}: try again with the next publication",
};
