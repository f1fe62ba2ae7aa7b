/** Texts of this room in English, by key (ICU MessageFormat). */
export const importEn = {
  "import.noLayout":
    "{count, plural, one {a column is} other {# columns are}} missing for the nearest layout, {nearest}: {columns}; is it a file of this election?",
  "import.noLayouts": "the definition names no source that could read this file",
  "import.emptyFolder": "no file in this folder fits a source of the definition: is it the right folder?",
  "import.noSheets": "no file with tally sheets was given",
  "import.noBulletins": "no file with published totals was given",
  "import.noRows": "there are no rows under the header, so nothing was recorded: is it complete?",
  "import.twoForPart": "{source} takes one file as {part}, and this is the second",
  "import.missingPart": "{source} also needs a file for {part}: give it with --source",
  "import.olderDelta": "a file of changes as of {asOf} cannot follow the edition of {last}: import in order",
  "import.tooManyRefused":
    "{refused, plural, one {# row} other {# rows}} of {rows, number} refused (limit {limit}), the first: {reason, select, shortRow {fewer cells than columns} longRow {more cells than columns} strayQuote {a quotation mark in the middle of a cell} unclosedQuote {a quotation mark that is never closed} badEncoding {bytes that are not text in the declared encoding} notAnObject {not a record} repeatedKey {the same name twice in one record} noStation {no station code} badStation {not a station code: «{seen}»} notACount {not a number of votes (whole, from 0 to 999,999,999): «{seen}»} unknownStatus {a status that the definition does not know: «{seen}»} unknownOption {an option that the definition does not know: «{seen}»} unknownContest {a contest that no sheet of the definition reads: «{seen}»} stationOutOfContest {votes in a contest in which this station does not vote} stationNotOnRoll {the station is not on the roll: «{seen}»} stationTwiceSame {the station stands twice with the same figures} stationTwiceDifferent {the station stands twice with other figures} badMoment {a moment that cannot be read: «{seen}»} unknownArea {an area that neither the roll nor the series knows: «{seen}»} unknownWord {a word that the definition does not know: «{seen}»} areaTwiceDifferent {the area stands twice with other figures: «{seen}»} other {{reason}}}. Nothing was recorded{quarantine, select, none {} other {; the rows are in {quarantine}}}: correct the file, or allow more with refusedLimit in the definition",
  "import.fileChanged": "the file changed while it was read, so nothing was recorded: repeat when it is complete",
  "import.badAsOf": "--as-of {text} is not a moment (for example 2021-06-08T11:15-05:00)",
  "import.noSource":
    "no file was given: add --source FILE{count, plural, =0 {} one {, or --fetch to get the file that the definition names from the network} other {, or --fetch to get the # files that the definition names from the network}}",
  "import.otherFormat": "this is no document of the form {format}: its first line says format",
  "import.namesNoFile": "{key} must name the file beside this one",
  "import.notInstitutions": "not an institutions file (acta-institutions/1): it has no format and rules",
  "import.notLaw": "this is no law file (acta-law/1)",
  "copies.refusedRow": "line {line, number} cannot be read ({reason}); nothing was entered",
  "copies.noRows": "there are no rows under the header; nothing was entered",
  "copies.noStation": "no column is named station (or mesa, num_mesa, acta, code); nothing was entered",
  "copies.noCells": "no column names a cell of the sheet, by its id, label or alias; nothing was entered",
  "copies.twoColumns": "the column {column} names a cell that another column names already; nothing was entered",
  "copies.unknownStation": "line {line, number}: there is no station «{seen}» on the roll; nothing was entered",
  "copies.badCell":
    "line {line, number}: «{seen}» is not a number of votes (or blank, illegible, -); nothing was entered",
  "copies.twice": "line {line, number}: the station {seen} stands twice with other figures; nothing was entered",
  "geography.tooLarge":
    "{bytes, number} bytes are too many for the geography of a page (at most {most, number}): simplify it first, and name the simplified file in the definition",
  "geography.notNamed":
    "no definition in this folder names a geography file with the SHA-256 {sha256}; it names: {names}. Correct the definition, or give the right file",
  "geography.otherBytes":
    "the definition names a file of this name with the SHA-256 {expected}, and this one has {sha256}: it was altered, cut off, or is another edition of it",
};
