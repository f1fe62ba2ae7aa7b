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
  "ledger.clockBack":
    "the entries are dated {moment}, before the last one here ({last}): nothing was recorded; set the clock of this machine and repeat",
  "ledger.clockBehind":
    "The clock of this machine ({now}) is behind the last entry here ({last}). What was recorded has the moment of that entry; see which of the two is wrong.",
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
  "store.noCheckpoint": "nothing is signed here yet: the next import signs a checkpoint",
  "store.keptByServer": "a server keeps the ledger of this folder: this command cannot write to it",
  "store.otherBytes": "these bytes are not those of their name: nothing was recorded",
  "store.copyBehind":
    "it is recorded on the server, but the copy in this folder could not be written ({problem}): make room; the next command takes it in",
  "store.copyAsItWas":
    "What follows is the copy in this folder as it was last brought up to date; there may be newer entries.",
  "store.addressForFolder":
    "this is the address of a server, where a folder is needed: acta join ADDRESS --data FOLDER once, then --data FOLDER",
  "store.badServerAddress": "this is not the address of a PostgreSQL server: postgres://USER@HOST:PORT/DATABASE",
  "store.passwordInAddress":
    "an address with a password would be seen by others and is not used: put the password into ~/.pgpass or PGPASSWORD, and change it if this was a shared machine",
  "store.serverGone": "the server does not answer ({reason}): nothing was lost; try again when it is back",
  "store.serverLost":
    "the server went away while it was recording ({reason}): repeat the command when it is back; what it has recorded is not recorded twice",
  "store.serverBusy": "another desk keeps the server waiting ({reason}): nothing was recorded; repeat",
  "store.serverRefused":
    "the server does not let this user in ({reason}): give the password in ~/.pgpass or PGPASSWORD, or ask who runs the server",
  "store.serverTls": "no protected connection to the server ({reason}): check sslmode and certificates in its address",
  "store.serverDenied": "this user may not do that on the server ({reason}): ask who runs it for the right to it",
  "store.serverFull": "the disk of the server is full ({reason}): nothing was recorded; make room there and repeat",
  "store.serverFailed": "the server refused ({reason}): nothing was recorded; its own log says more",
  "store.serverTooOld": "the server is PostgreSQL {version}: 15 or later is needed",
  "store.serverNotDurable":
    "the server runs with fsync off and could lose what it has acknowledged: turn it on; nothing was written",
  "store.noDatabase": "the server has no such database ({reason}): createdb makes it",
  "store.noDeskKey":
    "this desk does not have the key of its ledger and can only read: copy keys/recorder.key from the first desk to this place",
  "store.noServer": "no server keeps the ledger of this folder",
  "store.noServerLedger":
    "there is no ledger in this database any more: restore the database from a copy, or acta join with the address of another",
  "store.serverFormat":
    "the tables on the server are of version {found, number}, and this acta knows {known, number}: nothing was touched; use the acta that made them, or an empty database",
  "store.serverDamaged":
    "the ledger on the server has gaps: nothing was changed here; restore the database from a copy",
  "store.serverBehind":
    "the server has {size, number} entries and this copy {here, number}: something was taken away there; nothing was changed here; keep this folder, it is the proof",
  "store.serverForked":
    "the ledger on the server does not begin with the {size, number} entries that are here, or was not signed as it is: nothing was changed here; keep this folder, it is the proof",
  "store.serverUnsigned": "what is on the server carries no signature that can be checked: nothing was changed here",
  "store.mirror":
    "this folder is a mirror of {from}: nothing is imported into it; acta import {from} --data {where} follows it",
};
