/** Texts of this room in English, by key (ICU MessageFormat). */
export const verifyEn = {
  "verify.notPublished": "this is not a folder that acta has published: it has no pointer.json",
  "verify.noAnswer": "the file could not be fetched ({reason}): try again; nothing is said about the folder",
};
