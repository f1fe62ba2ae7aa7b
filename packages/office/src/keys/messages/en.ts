/** Texts of this room in English, by key (ICU MessageFormat). */
export const keysEn = {
  "key.openToOthers":
    "others may read this key (rights {mode}), so it is not used: chmod 600 on the file, if nobody has",
  "key.notOne": "this is not an Ed25519 key file: restore it from a copy",
  "key.missing": "the key that signs this ledger is gone: restore it from a copy; a new one cannot go on in its name",
  "key.unreadable": "the key file cannot be read or written ({system})",
  "key.other": "this is not the key with which the ledger {origin} began: restore that one from a copy",
  "key.exists": "there is a file of this name already: a key is never written over",
  "key.noName":
    "this file does not say under which name the key signs: restore it from a copy, or make a key with acta keys make",
};
