/** Texts of this room in English, by key (ICU MessageFormat). */
export const recordEn = {
  "record.badHeader": "entry {index, number}: not the header of a batch",
  "record.badEntry": "entry {index, number} cannot be read",
  "record.badFirst": "entry {index, number}: a ledger starts with its own entry, and only once",
  "record.badEdition":
    "entry {index, number} seals an edition whose number, definition or roll is not the one in force",
  "record.unknownKind": "entry {index, number} is of kind {kind}, which this version does not know: update acta",
  "record.unknownVersion": "entry {index, number}: {kind} version {version} is not known here: update acta",
  "record.noDefinition": "entry {index, number}: the election {election} has no definition before it",
  "record.otherDefinition": "entry {index, number} was read by another definition than the one in force",
  "record.unknownContest": "entry {index, number}: there is no contest {contest}",
  "record.badCopy":
    "entry {index, number}: {copy} does not say whose copy it is (authority/1, agent:PARTY/1, observer:NAME/1)",
  "record.unknownStation": "entry {index, number}: the station is not on the roll or does not vote in this contest",
  "record.unknownStatus": "entry {index, number}: the status is not in the definition",
  "record.brokenChain": "entry {index, number} does not name the version of the sheet that it replaces",
  "record.stationLeftRoll":
    "station {station} has a sheet, and by the new roll or definition it does not exist or does not vote in this contest",
  "record.tooManyStatuses": "more than 250 statuses",
  "record.tornLeaves": "the entries after {index, number} are cut off",
  "record.badAct": "entry {index, number}: this is no {kind}; look at {field}",
  "record.badReplacement":
    "entry {index, number} ({kind}) replaces entry {replaces, number}, which is not of its kind or was replaced already",
  "record.badReference": "entry {index, number} corrects entry {of, number}, which does not come before it",
};
