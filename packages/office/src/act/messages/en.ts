/** Texts of this room in English, by key (ICU MessageFormat). */
export const actEn = {
  "act.nothing": "there is no entry in it",
  "act.notBatch":
    'batch {batch, number} is not of the form \'{\'"kind": ..., "actor": \'{\'"role", "name"\'}\', "entries": [...]\'}\' (docs/acts.md)',
  "act.unknownKind":
    "batch {batch, number} has the kind {kind}, which is none that is entered by hand (docs/acts.md lists them)",
  "act.noActor": "batch {batch, number} does not say who acted (actor: role and name)",
  "act.badTime":
    "{field} in batch {batch, number} is not a time; write 2021-06-09, 2021-06-09 19:37 (local) or 2021-06-09T19:37-05:00",
  "act.whichElection": 'say in the batch for which election it is: {known}; "-" stands for none',
  "act.noContest": "there is no contest {contest}; a batch with effects on sheets names it",
  "act.badEffect":
    "an effect on a sheet is '{'\"station\", \"status\", \"figures\": '{'cell: value'}''}'; see docs/acts.md",
  "act.unknownStation": "the station {station} is not on the roll",
  "act.unknownCell": "the sheet has no cell {cell}; it has {known}",
  "act.tooLarge":
    "an entry of kind {kind} is longer than a ledger entry may be: split it, or give documents by address and hash",
  "act.unknownKey": "this key is not in the ledger; the authority adds it with acta keys add",
  "act.keyGone": "this key was revoked or replaced by entry {index, number}",
  "act.needsKey": "a ledger of record: what is entered is signed; say with whose key (--sign FILE)",
  "act.notOfRecord": "a recorder''s ledger: it holds the acts of others without their keys; leave --sign out",
  "act.notReadable": "not a JSON document",
  "act.nothingToSeal": "nothing has changed since the edition {edition}: there is nothing to seal",
  "act.noLedger": "there is no ledger yet",
  "act.noSuchKey": "no key in force has this name, holder or line (acta keys list)",
  "act.severalKeys": "has several keys in force; give the name and id of the one (acta keys list)",
  "act.badRole": "is no role; the roles are {known}",
  "act.badPosition": "is no entry of this ledger; give its number (acta history shows those of a sheet)",
  "act.badLawSet": "the law set {sha256} that the record names is no law file that this version reads",
  "act.lawHeld": "this law set is in the record already, since entry {index, number}",
  "act.noCopyStatus":
    "the definition of {election} has no status for a sheet that is there and not resolved: copies need one",
  "act.isOfRecord": "there is a ledger already; whether it is of record was decided when it began",
  "act.notOfRecordKeys": "a recorder''s ledger: only its own key changes in it (acta keys rotate)",
  "act.badMoment": "{text} is not a time; write 2021-06-09, 2021-06-09 19:37 (local), 2021-06-09T19:37-05:00 or now",
};
