/** Texts about proofs, witnesses, keys and mirrors in English, by key (ICU MessageFormat). */
export const trustEn = {
  "argument.definitionOrPublished":
    "definition of the election (YAML); or a published folder, or its address, of which a mirror is made",
  "argument.keyFile": "key file",
  "argument.proof": "proof file",
  "command.badQuorum": "{text} is not a number of witnesses",
  "command.cosignWithoutWitness":
    "say by whom the cosignatures are: --witness KEY, as each witness has told you, by another way than its file",
  "command.mirrorAsSigned":
    "a mirror publishes its origin's checkpoint as it came: give the cosignatures to the origin",
  "command.mirrorTakesNoSource":
    "a published folder, and what is published there is all that a mirror takes in: leave out --source, --fetch, --bulletins, --as-of, --drill, --of-record and --sign",
  "command.notPublished":
    "nothing that acta has published was recognised here (no pointer.json); a file of sheets is imported with acta import DEFINITION --source {where}",
  "command.proofOfNewest":
    "from a published folder the newest version of a sheet is proved: leave out --edition and --at, or use a data folder",
  "event.contradiction": "REFUSED: {problem}. Both signed checkpoints are kept: {files}",
  "event.mirrored":
    "{added, number} entries taken in, {size, number} in all{editions, plural, =0 {} one {; # new edition} other {; # new editions}}; everything that was here is still there.",
  "evidence.kept": "Both are kept: {files}",
  "evidence.remembered": "Signed by the ledger, as it was seen before:",
  "evidence.shown": "Signed by the ledger, as it is shown now:",
  "flag.cosignatures": "file of cosignature lines, as acta witness prints them (may be given several times)",
  "flag.keyName": "name under which the key signs: without spaces and plus signs, for example example.org/witness",
  "flag.proof": "write the proof of this sheet to a file (without a name: CONTEST-CODE.acta-proof)",
  "flag.proofDefinition":
    "definition that the entry names (blobs/HASH of the published folder): with it the names are proved too",
  "flag.proofFrom": "make the proof from a published folder, or its address, without a data folder",
  "flag.proofKey": "verifier key of the ledger, from a source other than the file (default: the one that was pinned)",
  "flag.quorum": "how many of the witnesses must have cosigned (default: all)",
  "flag.witness": "verifier key of a witness (may be given several times)",
  "flag.witnessKey": "key file of the witness (acta keys make)",
  "keys.brief": "Makes and shows key files",
  "keys.made":
    "{file}: a new key that only you may read; its public half is in {shown}.\nGive others the line that they need, by a way that they trust:\n  for what you sign       {verifier}\n  for you as a witness    {witness}",
  "keys.makeBrief": "Makes a new key",
  "keys.makeFull":
    "Ed25519 in PKCS #8, readable by its owner only. The name stands in the file of the public half, beside it; a key is never written over.",
  "keys.showBrief": "Shows the verifier keys of a key file",
  "keys.shown": "{file} ({shown})\n  for what you sign       {verifier}\n  for you as a witness    {witness}",
  "mirror.fetched": "{files, plural, one {# file} other {# files}} fetched ({kilobytes, number, ::.0} kB).",
  "mirror.given": "Signed by the key that you gave.",
  "mirror.next":
    "Nothing is imported here by hand. To go on following it: acta import {from} --data {data}, or acta follow {from} --data {data}",
  "mirror.pinned": "Signed by the key that was pinned before.",
  "mirror.recognised": "{from}: a published ledger, {origin}",
  "mirror.same": "Nothing new: {size, number} entries, as before.",
  "mirror.sourcesMissing":
    "{count, plural, one {# raw source file is} other {# raw source files are}} named by the entries and not published there.",
  "mirror.taken":
    "{added, number} entries taken in, {size, number} in all, of {editions, plural, one {# edition} other {# editions}}: signature, root and every entry hold{before, plural, =0 {} other {, and all # entries that were here are still there}}.",
  "mirror.unknown":
    "Signer unknown: the folder's own key is pinned from now on. Compare it with the publisher's, by another way:\n  {key}",
  "proof.firstHand": "Written down by {actor}; state of {asOf}, recorded {recordedAt}",
  "proof.given": "Signed by the key that you gave: {key}",
  "proof.holds": "The proof holds: this sheet is entry {index, number} of a signed record of {size, number} entries.",
  "proof.namesNotProved":
    "The figures are proved. What election, contest, status and cells are called is not: it is what the file says. To prove it: --definition with the file blobs/{definition} of the published folder.",
  "proof.namesProved": "The names are those of the definition that the entry names.",
  "proof.next":
    "Whoever checks it needs the file and this key, by another way than the file:\n  acta verify-proof {file} --key {key}",
  "proof.pinned": "Signed by the key that was pinned when this ledger was verified: {key}",
  "proof.record": "Record {origin}: {size, number} entries, root {root}",
  "proof.replaces": "It replaces entry {index, number}.",
  "proof.reported": "Recorded from what {actor} published; state of {asOf}, recorded {recordedAt}",
  "proof.shows": "It shows that this sheet, with these figures, is inside the record that was signed.",
  "proof.showsNot":
    "It does not show that the sheet equals the one on the door of the polling station, nor that no later entry replaces it: for that, acta history and acta verify.",
  "proof.signerUnknown":
    "The folder names its own key, and nobody vouches for it here: ask the publisher for the key in another way, and compare.",
  "proof.status": "Status: {status}",
  "proof.written":
    "{file}: proof that the sheet of station {station} is entry {index, number} of the {size, number} entries of {origin}.",
  "verifyProof.brief": "Checks the proof of a sheet with a key and nothing else",
  "verifyProof.full":
    "Exit code 0: the sheet in the file is inside the record that the key has signed. What does not hold is told in one line, with exit code 1.",
  "witness.brief": "Cosigns a published checkpoint that extends what was cosigned before",
  "witness.cosigned": "Cosigned by {name}, {moment}",
  "witness.extends":
    "{origin}: {size, number} entries; all {before, number} that were cosigned before are still there, unchanged.",
  "witness.first": "{origin}: {size, number} entries, cosigned for the first time, with the key that you gave.",
  "witness.firstPinned":
    "{origin}: {size, number} entries, cosigned for the first time. The folder's own key is pinned from now on: compare it with the publisher's.",
  "witness.full":
    "Checks the ledger's signature and that every entry that this key has cosigned before is still there (consistency proof). Prints the line for the publisher (acta publish --cosignatures), and remembers the checkpoint beside the key. A rollback or a fork is refused, and both checkpoints are kept as evidence.",
};
