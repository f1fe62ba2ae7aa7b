/** Texts of this room in English, by key (ICU MessageFormat). */
export const storeEn = {
  "store.noData": "no acta data here: acta import DEFINITION --source FILE --data {where} makes it",
  "store.notOurs": "this folder holds other files: give an empty or a new folder",
  "store.locked": "another process ({pid}) is writing here: wait until it has finished",
  "store.diskFull": "the disk is full: make room and repeat; nothing was recorded",
  "store.fileTooLarge":
    "a file here may not grow that large on this system (ulimit, disk format); nothing was recorded",
  "store.noPermission": "no permission to write or read here: use another folder, or ask its owner",
  "store.readOnly": "this disk is read-only: use another folder",
  "store.notFound": "there is no such file: check the path",
  "store.notAFolder": "this is not a folder: give an empty or a new one",
  "store.isAFolder": "this is a folder, where a file is needed",
  "store.failed": "the system refused ({system})",
  "store.otherFormat":
    "the data folder was made by another version of acta: use that version, or import into a new folder",
  "store.blobAltered": "this file was altered after it was recorded: restore it from a copy or import again",
  "store.noElection": "no election has been imported here yet: acta import DEFINITION --source FILE",
  "store.unknownElection": "there is no election {election} here; there is: {known}",
  "store.noEdition": "the election {election} has no edition yet",
  "store.noEditionBefore": "no edition describes the count at {moment} or before",
  "store.unknownEdition": "no edition, or more than one, goes by {edition}; there are: {known}",
  "ledger.moved": "somebody else has written meanwhile ({size, number} entries instead of {expected, number}): repeat",
  "ledger.missing": "the ledger of this data folder is gone: restore it from a copy, or import again",
  "ledger.damaged": "the ledger is damaged at byte {offset, number}: nothing was changed; restore it from a copy",
  "ledger.forked":
    "the {size, number} entries for which the checkpoint was signed are not those that are here: nothing was written; acta doctor, then restore the folder from a copy",
  "ledger.rolledBack":
    "the checkpoint was signed for more entries than the {size, number} that are here: some are gone; nothing was written; restore the folder from a copy",
  "ledger.badCheckpoint":
    "the checkpoint is not one that this ledger's key has signed ({reason}): restore it from a copy, or remove it if nobody has seen it",
  "store.atTooLarge": "the ledger has {size, number} entries, not {at}",
  "store.unknownAt":
    "{at} is neither a number of entries, nor a moment, nor one edition of this election; there are: {known}",
  "store.nothingAt": "at {at} no election had been recorded here",
  "ledger.behind":
    "The signed checkpoint stands at {size, number} entries; {behind, plural, one {# entry} other {# entries}} behind it are recorded and not yet signed: the next import signs them.",
  "store.derivedLeft":
    "derived files are not what the ledger says and cannot be removed: remove them yourself ({files})",
  "store.noBackup": "this is no backup, or one that was cut off: it has no acta-backup.json",
  "store.backupAltered":
    "this file of the backup is not as it was written: use another backup; do not use what was restored so far",
};
