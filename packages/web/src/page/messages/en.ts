/** Texts of the page in English, by key (ICU MessageFormat). */
export const pageEn = {
  "page.title": "Recount it yourself",
  "page.lead":
    "This page fetches the published sheets and makes everything again on your own machine: the hash of each entry, the signatures, the sums of every polling place, district and region, and every file. You need not believe this server.",
  "page.folder": "Published folder",
  "page.key": "Key of whoever publishes",
  "page.keyHint":
    "Get it another way: a press release, a printed page, a phone call. Without it the answer will be “consistent, signer unknown”.",
  "page.everyFile": "Fetch every file too and compare it byte for byte (may take minutes)",
  "page.start": "Verify",
  "page.again": "Verify again",
  "page.running": "Verifying…",
  "page.language": "Español",
  "progress.fetch": "Fetch",
  "progress.entries": "Hashes and root",
  "progress.files": "Sum and make the files again",
  "progress.count": "{done, number} of {all, number}",
  "answer.sound": "Everything agrees",
  "answer.soundFull": "Every published figure follows from the {size, number} signed entries of the record.",
  "answer.differs": "Not as published",
  "answer.differsFull":
    "{count, plural, one {There is # difference} other {There are # differences}} between what is published and what follows from the sheets.",
  "answer.failed": "It could not be verified",
  "answer.seconds": "Verified in {seconds, number, ::.0} seconds, on this machine.",
  "answer.synthetic": "A made-up election: nothing of this happened.",
  "answer.drill": "A drill: nothing of this happened.",
  "signer.title": "Who signed",
  "signer.given": "Signed with the key that you gave.",
  "signer.pinned": "Signed with the same key as at your verification of {day}.",
  "signer.unknown":
    "Consistent, signer unknown: the folder names its own key. Compare it with the one that the publisher gives you another way. From now on this browser remembers it.",
  "signer.unknownUnkept":
    "Consistent, signer unknown: the folder names its own key. Compare it with the one that the publisher gives you another way.",
  "signer.unknownBad": "Signer unknown: the folder names its own key.",
  "signer.rollback": "Of the {size, number} entries seen on {day} none was taken back or altered.",
  "signer.noRollback":
    "Whether something was taken back before today cannot be seen from here: this browser had not seen this ledger.",
  "signer.ofRecord": "Ledger of record: every entry was signed by the role that acted, and every signature holds.",
  "signer.reported": "A recorder wrote the entries down from what others published; they are not the authority's own.",
  "checked.title": "What was checked",
  "checked.entries": "Entries, each with its hash; together they give the signed root",
  "checked.editions": "{count, plural, one {Edition summed} other {Editions summed}} again, all areas",
  "checked.bytes": "Files made again and compared byte for byte",
  "checked.hashes": "Files made again; only their hash was compared with the signed list (they were not fetched)",
  "checked.listed": "Files that do not follow from the sheets (pages, sources): equal to those of the signed list",
  "checked.notFetched":
    "Files that do not follow from the sheets and were not fetched: all that is known is that the list names them",
  "unchecked.title": "What was not checked",
  "unchecked.doors":
    "That the sheets of the record equal those that were put up on the doors of the polling stations: compare photographs for that.",
  "unchecked.complete": "That the recorder wrote down everything that was published.",
  "unchecked.files":
    "That each data file that this server serves is the one on the signed list: tick the box above, and all are fetched.",
  "unchecked.page":
    "This page comes from the same server. Whoever controls that can change it: if in doubt, verify with the command below, installed from elsewhere.",
  "differences.title": "Differences",
  "differences.more": "… and {count, number} more.",
  "command.title": "The same on the command line",
  "command.text": "With Acta installed (Node 20 or later):",
  "command.key": "KEY",
};
