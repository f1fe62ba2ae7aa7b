/** Texts of this room in English, by key (ICU MessageFormat). */
export const tabulationEn = {
  "materiality.noVotes": "No vote is counted yet.",
  "materiality.tied": "Nobody is ahead as counted: one vote decides.",
  "materiality.petitionsNotLoaded":
    "Petitions not loaded; annulling {stations, plural, one {# station} other {# stations}} would suffice ({takes, number} {per, plural, =1 {votes of the lead} other {parts of 1/# of a vote}}). No smaller number would.",
  "materiality.petitionsNotLoadedAmong":
    "Petitions not loaded; among the sheets looked at, annulling {stations, plural, one {# station} other {# stations}} would suffice ({takes, number} {per, plural, =1 {votes of the lead} other {parts of 1/# of a vote}}), and no smaller number.",
  "materiality.petitionsNotLoadedNoSet":
    "Petitions not loaded; among the sheets looked at, no annulments would suffice, not even all of them.",
  "materiality.noPetitions": "Petitions are loaded: those against stations can take nothing from the lead.",
  "materiality.petitionsCannotChange":
    "Petitions are loaded: if all against stations are upheld they take at most {takes, number} of {slack, number} {per, plural, =1 {votes} other {parts of 1/# of a vote}}. By themselves they cannot change the result, whichever stations they name.",
  "materiality.petitionsCouldChange":
    "Petitions are loaded: if all against stations are upheld they take at most {takes, number}, and the lead is {slack, number} {per, plural, =1 {votes} other {parts of 1/# of a vote}}. It is not proved that they cannot change the result.",
  "materiality.widerPetitions":
    "Not decided: {count, plural, one {# petition asks} other {# petitions ask}} for more than the annulment of stations. That is not bounded here.",
  "materiality.nothingOpen": "No sheet is open.",
  "materiality.openOfUnknownSize":
    "The registered voters of {stations, plural, one {# open station} other {# open stations}} are not known: nothing bounds them.",
  "materiality.openCannotChange":
    "Whatever the {stations, plural, one {# open sheet} other {# open sheets}} hold, the lead stays between {least, number} and {most, number}{per, plural, =1 {} other { (in parts of 1/# of a vote)}}: they cannot change the result.",
  "materiality.openCouldChange":
    "By numbers alone the {stations, plural, one {# open sheet} other {# open sheets}} could bring the lead to anything from {least, number} to {most, number}{per, plural, =1 {} other { (in parts of 1/# of a vote)}}: not decided.",
  "materiality.filedCannotChange":
    "If each of the {stations, plural, one {# flagged sheet} other {# flagged sheets}} is counted as filed or annulled{lacking, plural, =0 {} other { (# lack a figure and stand at plus or minus their registered voters)}}{pending, plural, =0 {} other {, and the # pending ones hold anything}}, the lead stays between {least, number} and {most, number}{per, plural, =1 {} other { (in parts of 1/# of a vote)}}: they cannot change the result.",
  "materiality.filedCouldChange":
    "Even if each of the {stations, plural, one {# flagged sheet} other {# flagged sheets}} is counted as filed or annulled{lacking, plural, =0 {} other { (# lack a figure and stand at plus or minus their registered voters)}}{pending, plural, =0 {} other {, and the # pending ones hold anything}}, the lead can be anything from {least, number} to {most, number}{per, plural, =1 {} other { (in parts of 1/# of a vote)}}: not decided.",
  "materiality.togetherCannotChange":
    "Decided: the open sheets and the petitions that are loaded, all together, cannot change the result, not even to a tie.",
  "materiality.filerCannotChange":
    "The petitions of this filer and all open sheets together cannot change the result, not even to a tie. Nothing is said about the petitions of others.",
  "materiality.togetherCouldChange":
    "Not decided: it is not proved that the open sheets and the petitions that are loaded, all together, cannot change the result.",
  "materiality.shareTooFine":
    "the share that {article} asks for has a denominator above a million: it is not worked with",
  "materiality.badPetitions": "this does not belong in a list of petitions (acta-petitions/1): {received}",
  "materiality.missing": "this is missing",
  "materiality.unknownStation": "a petition names the station {station}, which is not on the roll",
  "materiality.unknownArea": "there is no area {area} in the tree {tree}",
  "materiality.areasOverlap": "the area {area} ({tree}) overlaps another one for which petitions are counted",
  "materiality.areaTooSmall":
    "the area {area} ({tree}) has {stations, number} stations: fewer than the petitions that are said to lie in it",
  "materiality.moreThanThereAre":
    "{stations, number} stations, of them {known, number} in known areas: more than there can be",
  "scenario.badFormat": "this is not a scenario of the format acta-scenario/1",
  "scenario.badId": "an id is a letter or digit, then up to 63 letters, digits, dots, dashes or underscores",
  "scenario.badShare": "a share is written as two whole numbers of up to six digits, such as 80/100",
  "scenario.badValue": "this value does not belong here: {received}",
  "scenario.unknownKey": "there is no key {key} here",
  "scenario.missing": "this is missing",
  "scenario.oneLimit": "a share rule has one limit: moreThan or lessThan",
  "scenario.emptySelection": "a selection says at least one thing about the sheets",
  "scenario.noOverride": "a scenario has at least one override",
  "scenario.selectsNothing": "no sheet is selected: nothing to compare",
  "scenario.changesNothing":
    "{sheets, plural, one {# sheet is selected and stays} other {# sheets are selected and all stay}} as before: nothing to compare",
  "scenario.unknownStation": "the station {station} is not on the roll",
  "scenario.unknownArea": "there is no area {area} in the tree {tree}",
  "scenario.unknownGroup": "there is no group {group}",
  "scenario.unknownStatus": "there is no status {status}",
  "scenario.unknownOption": "there is no option {option} in this contest",
  "scenario.unknownCell": "there is no cell {cell} on the sheets of this contest",
  "scenario.petitionsNotLoaded": "petitions not loaded: a selection by petition is not possible",
};
