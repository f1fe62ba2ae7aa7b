/** Texts of the commands in English, by key (ICU MessageFormat). */
export const commandEn = {
  "acta.brief": "Counts an election from its tally sheets, so that anyone can recompute any number",
  "acta.full":
    "Start with: acta demo. With your own files: acta import DEFINITION --source FILE, then acta results. --lang es|en chooses the language.",
  "argument.backup": "folder of the backup",
  "argument.definition": "definition of the election (YAML)",
  "argument.publishTo": "folder to publish to",
  "argument.published": "published folder, or its address",
  "argument.specification": "totals from which to make up an election (YAML)",
  "argument.station": "code of the polling station",
  "cell.ballotsCast": "total of ballots (written)",
  "cell.blank": "blank votes",
  "cell.challenged": "challenged votes",
  "cell.null": "null votes",
  "cell.unusedBallots": "unused ballots",
  "cell.voters": "citizens who voted (written total)",
  "backup.brief": "Copies a data folder, with the hash of every file, while it may be in use",
  "backup.done": "{size, number} entries in {files, number} files ({bytes, number} bytes) are in {to}.",
  "backup.full":
    "The copy is a plain folder. The private key goes along only with --with-key: whoever has it signs in the name of this ledger.",
  "backup.withKey": "The private key is in it: keep this copy as you keep the key.",
  "backup.withoutKey":
    "The private key is not in it: keep keys/recorder.key apart; without it the ledger can be read, not continued.",
  "check.brief": "Lists what does not fit on the sheets of an edition",
  "check.full":
    "Findings are facts about sheets, not accusations: each has a code, a rule and the values. --code CODE lists the sheets behind one.",
  "check.more": "… and {count, number} more: --json lists all",
  "check.next": "For the sheets behind a code: acta check --code {code}",
  "check.none": "No findings.",
  "column.after": "after",
  "column.area": "area",
  "column.asOf": "state of the count",
  "column.before": "before",
  "column.cell": "cell",
  "column.code": "code",
  "column.counted": "sheets counted",
  "column.edition": "id",
  "column.findings": "findings",
  "column.leader": "leads",
  "column.margin": "margin",
  "column.number": "edition",
  "column.open": "open",
  "column.shareOfValid": "of valid votes",
  "column.sheets": "sheets",
  "column.size": "entries",
  "column.votes": "votes",
  "column.written": "written",
  "command.badSeed": "--seed {seed} is not a whole number",
  "command.noCheckpoint": "this ledger has no signed checkpoint yet: the next acta import signs one",
  "command.oneEdition": "there is no edition before {edition}: name two with --from and --to",
  "command.publishAddress": "acta publish writes to a folder: any web server can then serve it",
  "command.unknownArea": "there is no area {area} in the tree {tree}: acta results --level NAME lists them",
  "command.unknownCode":
    "there is no finding code {code}: acta check without --code shows those that occur, docs/findings.md all",
  "command.unknownContest": "there is no contest {contest}; there is: {known}",
  "command.unknownFormat": "there is no format {format}; there is: {known}",
  "command.unknownGroup": "there is no group {group} in this tree; there is: {known}",
  "command.unknownLevel": "there is no level {level} in this tree; there is: {known}",
  "command.unknownPolicy": "there is no policy {policy}; there is: {known}",
  "command.unknownStation": "there is no station {station} in {election}",
  "command.unknownTree": "there is no tree {tree}; there is: {known}",
  "common.unknownMoment": "unknown moment",
  "demo.brief": "Counts the runoff of Peru 2021 and shows who leads, by how much, and what is open",
  "demo.example":
    "The real files are not here ({folder}): this is a SYNTHETIC example, made up from published department totals.",
  "demo.fetch": "For the real sheets (needs a network): npx acta import {definition} --fetch --data {data}",
  "demo.full":
    "Uses the real tally sheets when they lie beside the repository, else an example that is marked as made up. Ends with the pages for readers served on this machine, on the same data, until Ctrl-C: from --port or the next that is free. --no-serve leaves that out.",
  "demo.next":
    "Look further:\n  npx acta results --level province --area 14 --data {data}     by province, within an area\n  npx acta results --group abroad --data {data}                 a group of areas\n  npx acta editions --data {data}                               all editions of the count\n  npx acta diff --data {data}                                   what changed since the edition before\n  npx acta check --data {data}                                  what does not fit on the sheets\n  npx acta station 026140 --data {data}                         one sheet",
  "demo.real": "Counting the real tally sheets of {folder} …",
  "diff.brief": "Shows what changed between two editions and what it did to the margin",
  "diff.countedChanged":
    "{count, plural, =0 {No counted sheet changed its figures.} one {# sheet changed its figures while it stayed counted.} other {# sheets changed their figures while they stayed counted.}}",
  "diff.counts":
    "{status, plural, one {# station} other {# stations}} changed status, {figures, number} changed figures.",
  "diff.editions": "From edition {from} ({fromMoment}) to edition {to} ({toMoment}); votes are those in the count",
  "diff.full":
    "Without --from and --to: the newest edition and the one before it. Votes in the table are changes of counted votes.",
  "diff.margin": "Margin: {fromLeader} +{from, number} → {toLeader} +{to, number} votes.",
  "diff.regressions":
    "{count, plural, =0 {No sheet left the count.} one {# sheet left the count again: {stations}} other {# sheets left the count again: {stations}}}",
  "diff.roll":
    "Roll facts that differ (not changes of sheets): {registered, number} registered voters, {area, number} areas, {place, number} names of polling places.",
  "doctor.blobs.sound":
    "definitions, rolls and raw files: {files, plural, one {# file has} other {# files have}} the hash that is its name",
  "doctor.brief": "Checks a data folder from the ground: entries, hashes, signatures, replay, files, rights",
  "doctor.checkpoint.behind":
    "the checkpoint is signed for {size, number} entries and agrees; {behind, plural, one {# entry} other {# entries}} behind it will be signed by the next import",
  "doctor.checkpoint.note": "there is no checkpoint yet: the next import signs one",
  "doctor.checkpoint.sound": "signature and root of all {size, number} entries agree, recomputed",
  "doctor.checkpoint.unread": "signed for {size, number} entries; they cannot be read, so the root was not compared",
  "doctor.derived.removed":
    "{count, plural, one {# derived file was} other {# derived files were}} not what the ledger says, removed, and will be made again: {files}",
  "doctor.derived.sound":
    "{files, plural, =0 {there are none; they are made when needed} one {# derived file is what the ledger says} other {# derived files are what the ledger says}}",
  "doctor.derived.unread": "not compared: the ledger cannot be replayed",
  "doctor.drill": "DRILL: this ledger is not of an election",
  "doctor.failed":
    "{count, plural, one {# check failed} other {# checks failed}}: nothing was changed here. Restore the folder from a copy (acta restore).",
  "doctor.full":
    "Nothing is repaired; only derived files that are not what the ledger says are removed, as they are made again. Exit code 1 when a check fails.",
  "doctor.head": "Ledger {origin}, {size, plural, one {# entry} other {# entries}}",
  "doctor.key.note": "the key is not here: this folder can be read, not continued",
  "doctor.key.sound": "only its owner may read it, and it is the one of this ledger",
  "doctor.log.sound":
    "every frame has its hash and follows the one before: {size, plural, one {# entry} other {# entries}}",
  "doctor.name.blobs": "files",
  "doctor.name.checkpoint": "checkpoint",
  "doctor.name.derived": "derived",
  "doctor.name.key": "key",
  "doctor.name.log": "ledger",
  "doctor.name.replay": "replay",
  "doctor.replay.sound":
    "every entry is valid where it stands ({elections, plural, one {# election} other {# elections}})",
  "doctor.result.failed": "FAILED",
  "doctor.result.note": "note",
  "doctor.result.sound": "sound",
  "doctor.sound": "Everything that was checked is sound.",
  "editions.brief": "Lists the editions of an election, oldest first",
  "editions.full":
    "An edition is what the source said at one moment; it is ordered by the source's clock, not by the time of import.",
  "export.brief": "Writes results or sheets of an edition as CSV, JSON, Parquet, XLSX or NIST SP 1500-100",
  "export.done": "{rows, plural, one {# row} other {# rows}} of edition {number} ({id}) written:",
  "export.file": "  {path} ({bytes, number} bytes)",
  "export.full":
    "--level chooses the rows: a level of the tree, place or station. A CSV has its notes in a file beside it; the other formats carry them inside.",
  "flag.area": "area by its code",
  "flag.at": "the ledger as it was: entries, moment of recording, or edition (--edition asks for the source's clock)",
  "flag.asOf":
    "state of the count that the files describe, when they do not say it (with its zone, or in the election's)",
  "flag.bulletins": "with --fetch: also the published totals that the definition names",
  "flag.code": "list the sheets behind this finding code",
  "flag.contest": "contest (default: the first of the definition)",
  "flag.data": "data folder",
  "flag.ofRecord":
    "found a ledger of record: every entry is signed by who acts, and the key given with --sign is the authority's",
  "flag.sign": "key file with which entries of a ledger of record are signed",
  "flag.drill": "a drill: the new data folder and everything made from it say so for ever",
  "flag.edition": "edition: id, number, moment or day (default: the newest)",
  "flag.election": "election (default: the one voted last)",
  "flag.every": "time between two looks (30s, 5m, 1h)",
  "flag.excel": "CSV for Excel: byte order mark, codes as text, formulas made harmless",
  "flag.exportLevel": "rows: a level of the tree, place or station (default: its lowest level)",
  "flag.exportOut": "file to write (default: a name made from election, edition, level and policy)",
  "flag.fetch": "get the files that the definition names from the network (never without this flag)",
  "flag.followAsOf":
    "last-modified: where neither file nor definition says the state of the count, take the time that the server gives",
  "flag.followSource": "address (https) or path to follow (may be given several times)",
  "flag.for": "end after this time (default: on Ctrl-C)",
  "flag.format": "csv, json, parquet, xlsx or nist",
  "flag.from": "earlier edition",
  "flag.group": "group of areas of the definition",
  "flag.importSource": "file, folder or address (https) to read (may be given several times)",
  "flag.json": "print a documented JSON document",
  "flag.level": "every area of this level (department, province, district, place …)",
  "flag.log": "file to which every event is appended as a line of JSON",
  "flag.margin": "where in the count this margin belongs (votes)",
  "flag.moment": "compare the last bulletin up to this moment (default: the edition's)",
  "flag.out": "folder for the files that are made",
  "flag.policy": "how sheets become a result: counted, as-filed, undisputed, first-filed, or one of the definition",
  "flag.resultsProjection": "also what the count is expected to end with, in one line (acta project)",
  "flag.rounds": "end after so many looks",
  "flag.seed": "seed: the same seed gives the same bytes",
  "flag.series": "series of published totals (default: all that are recorded)",
  "flag.silentAfter": "looks without anything new after which the source is called silent",
  "flag.source": "file or folder to read (may be given several times)",
  "flag.to": "later edition",
  "flag.tree": "area tree of the definition (default: the first)",
  "flag.trust": "verifier key of the ledger, from a source other than the folder",
  "flag.webhook": "address (https) to which every event is posted as JSON",
  "flag.publishProjection":
    "publish beside the pages what every edition lets expect of the end (acta project; about a second for each)",
  "flag.site": "publish the pages for readers as well (--no-site: data only)",
  "flag.withSources": "publish the raw source files too",
  "flag.withKey": "copy the private key as well",
  "follow.brief": "Follows a source: looks at it again and again, records what is new and says what it means",
  "follow.full":
    "Bytes are kept as they came; a torn snapshot is held back and looked at again. Between two looks the data folder is free for others.",
  "frame.aliases": "ALIASES",
  "frame.arguments": "ARGUMENTS",
  "frame.badArguments": "cannot read the arguments ({reason}): acta --help",
  "frame.badValue": "the value {input} of {name} cannot be read: acta --help",
  "frame.bug": "This is a fault of acta, not of your data. Please report it with these lines:",
  "frame.commands": "COMMANDS",
  "frame.default": "default",
  "frame.escape": "all that follows are arguments",
  "frame.flags": "FLAGS",
  "frame.help": "print this help",
  "frame.helpAll": "print this help with hidden commands and flags",
  "frame.missingArgument": "{name} is missing: acta COMMAND --help shows what is needed",
  "frame.missingValue": "{name} needs a value",
  "frame.noCommand":
    "there is no command {input}{some, plural, =0 {: acta --help lists them} other {; did you mean {corrections}?}}",
  "frame.noFlag":
    "there is no flag {input}{some, plural, =0 {: acta COMMAND --help lists them} other {; did you mean {corrections}?}}",
  "frame.separator": "separator",
  "frame.tooMany": "{input} is one argument too many: file names with spaces need quotes",
  "frame.twice": "{name} is given twice, the second time as {input}",
  "frame.usage": "USAGE",
  "frame.version": "print the version",
  "history.brief": "Shows every version of a sheet: who recorded it, when, from what, and what it changed",
  "history.changed": "  Replaces entry {replaces, number}: {cells}",
  "history.firstHand":
    "  Recorded on {moment} by {actor} itself (reason: {reason, select, import {import} other {{reason}}})",
  "history.full":
    "In the order in which they were recorded. No version is ever edited: a later one names the one that it replaces.",
  "history.reported":
    "  Recorded on {moment} by others, as published by {actor} (reason: {reason, select, import {import} other {{reason}}})",
  "history.source": "  From the file {name} (SHA-256 {sha256}…)",
  "history.statusOnly": "  Replaces entry {replaces, number}: the same figures",
  "history.title": "Station {station}: {count, plural, =0 {no sheet was recorded} one {# version} other {# versions}}",
  "history.unsealed": "Entry {index, number}, in no edition yet",
  "history.version": "Entry {index, number}, came in edition {number} ({id}), count as of {moment}",
  "history.written": "  As written: {cells}",
  "import.absent":
    "{count, plural, one {# station is not in the file any more} other {# stations are not in the file any more}} (their sheets stay): {stations}",
  "import.brief": "Reads files of an election into entries, as its definition says",
  "import.bulletinFindings":
    "{count, plural, one {# finding} other {# findings}} on them: acta reconcile --series {series}",
  "import.bulletins":
    "Published totals {series}: {moments, plural, one {# moment} other {# moments}} ({written, plural, =0 {none new} one {# new} other {# new}}), {rows, number} rows by area, from {from} to {until}",
  "import.edition": "Edition {number} sealed: {id}, state of {moment}.",
  "import.fetchedNot": "Nothing was imported. The files that did come are kept in {cache}.",
  "import.fetching": "fetching {name} ({at, number} of {count, number})",
  "import.file":
    "{name}: {format}, {rows, number} records{skipped, plural, =0 {} one {, # left out as a total} other {, # left out as totals}}",
  "import.findings": "{count, plural, one {# finding} other {# findings}} on its sheets: acta check",
  "import.full":
    "Every edition is recorded in one atomic step; refused rows are kept in a quarantine file. A file that says what an earlier one said is seen again, not a new edition.",
  "import.interrupted": "Interrupted: nothing was recorded; what was there before is untouched.",
  "import.interruptedDesk":
    "Interrupted: what the server had been given is recorded whole or not at all; repeat the command to see, nothing is recorded twice.",
  "import.leftOut": "Left out, since no source of the definition reads them: {files}",
  "import.missing":
    "{count, plural, one {# finding} other {# findings}} of cells that are empty or not supplied: they count 0 and are listed by acta check",
  "import.next":
    "{count, plural, =0 {Nothing new was recorded.} one {# entry recorded.} other {# entries recorded.}} Next: acta results --data {data}",
  "import.notDrill": "this data folder is not a drill's and cannot become one: use a new folder",
  "import.progress": "reading {file}: {percent} %",
  "import.quarantine": "Refused rows are kept in {path}",
  "import.repeated":
    "{count, plural, =0 {No station is given twice.} one {# row said again what an earlier row had said} other {# rows said again what an earlier row had said}}",
  "import.seenAgain": "Seen again: it says what edition {number} ({id}) says; nothing was recorded for it.",
  "import.setAside":
    "The last write here was cut off (power cut, kill): it had not been acknowledged, and its bytes are kept in {path}",
  "import.sheets":
    "{sheets, number} sheets of {stations, number} stations; {written, number} new or changed; {refused, number} rows refused",
  "import.sums": "{count, plural, one {# row} other {# rows}} whose printed sum is not the sum of its parts",
  "level.country": "whole country",
  "level.group": "group of areas",
  "level.place": "polling place",
  "mark.blank": "blank",
  "mark.illegible": "illegible",
  "mark.notSupplied": "not supplied",
  "provenance.drill": "DRILL: not an election",
  "provenance.synthetic": "SYNTHETIC: made up, not an election",
  "publish.brief": "Publishes the record as static files that anyone can verify",
  "publish.done":
    "{files, number} files, {megabytes, number, ::.0} MB, for {size, number} entries and {editions, plural, one {# edition} other {# editions}}; {written, plural, =0 {nothing had changed} one {# file written} other {# files written}}{written, plural, =0 {} other { ({writtenMegabytes, number, ::.0} MB)}}{removed, plural, =0 {} one {, # removed} other {, # removed}}.\nWhoever verifies it needs this key from you, by another way than this folder:\n  {key}\nNow: acta verify {folder} --trust KEY",
  "publish.projecting": "projecting edition {number}",
  "publish.site": "{pages, number} pages of the site in {seconds, number, ::.0} s.",
  "publish.full":
    "Writes tiles, entries, areas by hash, a signed manifest and a pointer; any plain file server can serve the folder. A following edition rewrites only what changed. Raw source files stay out without --with-sources.",
  "reconcile.brief": "Compares published totals with what the sheets add up to",
  "reconcile.full":
    "Each series is compared by its last bulletin up to the state of the edition: every area that agrees or differs, and by how much. Published totals are never mixed into a count.",
  "restore.brief": "Makes a data folder from a backup and checks all of it",
  "restore.done": "{size, number} entries in {files, number} files ({bytes, number} bytes) were restored to {data}.",
  "restore.full":
    "Every file is compared with the backup's list, then the folder is checked as acta doctor does. An existing folder is never written over.",
  "result.at":
    "The ledger as it was with {size, plural, one {# entry} other {# entries}}; what came later is left out.",
  "result.ballots":
    "{valid} valid votes, {blank} blank, {null} null{challenged, plural, =0 {} other {, # challenged}}: {cast} ballots cast",
  "result.counted":
    "Counted: {counted} sheets ({share}){annulled, plural, =0 {} one {, of them # annulled} other {, of them # annulled}}{notInstalled, plural, =0 {} one {, # station not installed} other {, # stations not installed}}",
  "result.edition": "Edition {number} ({id}), state of {moment} · counts {policy}",
  "result.leads": "{option} leads by {votes, plural, one {# vote} other {# votes}} ({points} points of valid votes).",
  "result.missingCells":
    "{count, plural, one {# cell without a figure counts} other {# cells without a figure count}} as 0 here (acta check lists them).",
  "result.noVotes": "No votes counted yet.",
  "result.nothingOpen": "Every sheet is in the count.",
  "result.open":
    "Not in the count: {referred, plural, one {# sheet referred to the electoral tribunal} other {# sheets referred to the electoral tribunal}}, {pending, number} pending{notCollected, plural, =0 {} other {, # not collected by our source}}.",
  "result.openMost":
    "At most {most, plural, one {# more vote} other {# more votes}} can come from them (their registered voters).",
  "result.openUnknown":
    "How many votes can come from them is not known: their registered voters are not in the source.",
  "result.projectHint":
    "What is open could still change who is ahead, by arithmetic: {command} says what to expect, and how surely.",
  "result.projectWhole":
    "--projection tells of the whole contest as it is counted: leave out --area, --level, --group, --tree and --policy, or ask acta project --level",
  "result.outcome.runoff": "By the sheets: runoff between {between}; {why}.",
  "result.outcome.tied": "By the sheets: tie between {between}; {why}.",
  "result.outcome.undecided": "By the sheets: not decided yet ({between}); {why}.",
  "result.outcome.won": "By the sheets: {between} has won; {why}. Not a certification.",
  "result.petitions": "Petitions and appeals: not loaded; nothing is said about what they could change.",
  "result.processed": "Processed: {processed} of {total} sheets ({share})",
  "result.reported": "Recorded from public files as reported, without keys of the authority ({authority}).",
  "result.tableNote":
    "Shares are of valid votes. Sheets counted over all sheets of the area; open: referred, pending or not collected.",
  "result.tied": "Tie: {options}.",
  "result.tiedShort": "tie",
  "result.turnout":
    "Turnout: {counted} of the {countedBase} registered voters of the stations in the count; {roll} of all {rollBase}",
  "result.unknownArea": "(area not known)",
  "result.unknownPlace": "(place not named)",
  "results.brief": "Shows the result of an area, or of every area of a level",
  "results.full":
    "Without --area the whole; with --level a table. Every share is of valid votes; turnout names its base.",
  "severity.error": "error",
  "severity.warning": "warning",
  "simulate.brief": "Makes up an election from area totals, marked as synthetic for ever",
  "simulate.full":
    "Writes a definition and a file for each moment; sums by area equal the totals exactly, and the same seed gives the same bytes.",
  "simulate.next": "Next: acta import {definition} {sources} --data DIR",
  "state.annulled": "annulled",
  "state.counted": "counted",
  "state.notCollected": "not collected by our source",
  "state.notInstalled": "not installed",
  "state.outOfContest": "does not vote in this contest",
  "state.pending": "pending",
  "state.referred": "referred to the tribunal, not in the count",
  "station.brief": "Shows one sheet: what is written, its state, and what does not fit",
  "station.full": "The code may be given without its leading zeros.",
  "station.noFindings": "No findings: its figures fit together.",
  "station.registered": "{count, number} registered voters",
  "station.registeredUnknown": "registered voters not known",
  "station.status": "Status: {status} · {state}",
  "station.title": "Station {code}",
  "verify.brief": "Recomputes a published folder from its entries and says what differs",
  "verify.differs": "NOT AS PUBLISHED: {count, plural, one {# difference} other {# differences}}",
  "verify.fetching": "fetching {done, number} of {all, number} files",
  "verify.full":
    "Every hash, signature, tally and file is made again and compared byte for byte. Exit code 0: nothing differs. Without --trust the first answer is “consistent, signer unknown”; key and size are remembered, and a rollback shows against them.",
  "verify.given": "Signed by the key that you gave: {origin}",
  "verify.more": "… and {count, number} more: --json lists all",
  "verify.nothingTakenBack": "Nothing of the {size, number} entries that were seen on {day} was taken back or altered.",
  "verify.onlyListed":
    "{count, plural, one {# file does} other {# files do}} not follow from the entries (raw sources, pages) and could only be held against the signed list.",
  "verify.pinned": "Signed by the same key as at your last verification ({since}): {origin}",
  "verify.ofRecord": "Ledger of record: every entry was signed by the role that acted, and every signature holds.",
  "verify.reported":
    "The entries were written down by a recorder from what others published; they are not the authority's own.",
  "verify.rollbackFromNow":
    "Whether something was taken back before today cannot be seen from here. From now on it can: key and size are remembered.",
  "verify.rollbackNever":
    "Whether something was taken back cannot be seen from here: nothing is remembered of this ledger.",
  "verify.same":
    "Consistent: {size, number} entries give the signed root, and {recomputed, plural, one {# file} other {# files}} of {editions, plural, one {# edition} other {# editions}}, made again from them, are the same byte for byte.",
  "verify.unknownSigner":
    "Consistent, signer unknown: the folder names its own key. Ask the publisher for the key in another way, and compare:\n  {key}",
};
