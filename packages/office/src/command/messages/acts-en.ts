/** Texts of the commands that enter acts, in English, by key (ICU MessageFormat). */
export const actsEn = {
  "argument.acts": "JSON document with batches of acts (docs/acts.md)",
  "argument.entry": "number of the entry that was wrong",
  "argument.keyLine": "verifier key of whoever is to sign, in one line (acta keys show prints it)",
  "argument.keyName": "its holder, its name and id, or its line (acta keys list)",
  "enter.brief": "Enters acts: flags, cases, petitions, rulings, appeals, deadlines, votes, events",
  "enter.full":
    "Enters acts of bodies and people from a JSON document (docs/acts.md), as one atomic step. What the record refuses changes nothing. A ruling's effects on sheets are applied as written. In a ledger of record each batch is signed with --sign, by a key of the actor's role.",
  "enter.entered":
    "{kind}: {count, plural, one {entry {first, number}} other {entries {first, number} to {last, number}}}",
  "enter.signed":
    "{kind}: {count, plural, one {entry {first, number}} other {entries {first, number} to {last, number}}}, signed by {signer}",
  "enter.size": "The ledger has {size, number} entries.",
  "enter.sealNext":
    "Figures have changed. They come into results and publications with the next edition: acta seal --data {data} --as-of TIME",
  "erratum.brief": "Corrects an entry without erasing it",
  "erratum.full":
    "Enters an erratum: which entry was wrong, what is right, and, for a sheet, its figures as they should have been entered. The wrong entry stays in the ledger, and the history of the sheet shows both.",
  "flag.erratumText": "what was wrong and what is right",
  "flag.erratumStation": "station whose sheet is corrected",
  "flag.erratumStatus": "its status by the definition; as it is when left out",
  "flag.figures": "cells that change, for example votes.a=16,blank=4; the others stay as they are",
  "flag.sealAsOf": "state of the count that the edition shows: a time, or now",
  "flag.reason": "why it is sealed",
  "seal.brief": "Seals the ledger as it stands as an edition",
  "seal.full":
    "Rulings and corrections come into results and publications with the next edition. An import seals one; this command seals one without an import.",
  "seal.done": "Edition {number} sealed: {id}, {size, number} entries.",
  "flag.keyRole": "electionAuthority, tribunal, certifier, partyAgent, observer, chamber or recorder",
  "flag.keyHolder": "body, party or mission in whose name the key signs",
  "flag.validUntil": "last moment at which it may sign; without it there is no end",
  "flag.rotateTo": "key file of the new key; without it the ledger's own key is replaced, which signs its checkpoints",
  "keys.listBrief": "Lists who may sign in a ledger, and who once could",
  "keys.addBrief": "Adds a key to a ledger of record: the authority signs",
  "keys.addFull":
    "Adds the key of a body, party or mission. From then on it signs acts in that role and name, and no others. The authority signs the addition with --sign.",
  "keys.revokeBrief": "Revokes a key: the authority's word, or its holder's own",
  "keys.rotateBrief": "Replaces a key by a new one; the one that goes signs the change",
  "keys.rotateFull":
    "With --to: the key given with --sign is replaced by the one in that file. Without: the ledger's own key, which signs its checkpoints, is replaced by a new one. What the old key has signed stays valid. Whoever has pinned the old key finds the new one by the change that the old one signed.",
  "keys.of": "{mode, select, ofRecord {Ledger of record} other {Recorder''s ledger}} {origin}",
  "keys.none": "No key has been entered: the recorder''s key is the one that the ledger''s name gives.",
  "keys.goneAt": "until entry {index, number}",
  "column.keyRole": "role",
  "column.keyHolder": "holder",
  "column.keyName": "key",
  "column.keySince": "since entry",
  "column.keyUntil": "until",
  "role.electionAuthority": "election authority",
  "role.tribunal": "tribunal",
  "role.certifier": "certifier",
  "role.partyAgent": "party agent",
  "role.observer": "observer",
  "role.chamber": "chamber",
  "role.recorder": "recorder",
  "history.ruling": "  By a ruling of {actor}",
  "history.erratum": "  By an erratum",
  "doctor.signatures.sound":
    "{mode, select, ofRecord {every entry is signed by whom it says, {keys, plural, one {# key} other {# keys}}} other {a recorder''s ledger: the acts of others, without their keys}}",
  "doctor.name.signatures": "signatures",
};
