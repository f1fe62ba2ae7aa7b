/** Texts of the problems of this room in English, by code (ICU MessageFormat). */
export const en = {
  "simulation.badDate": "{received} is not a date (YYYY-MM-DD)",
  "simulation.badId":
    "An id has letters, digits, '_', '-' and '.', begins with a letter or digit and is at most 64 long",
  "simulation.badMoment": "{received} is not a moment with its zone (for example 2021-06-08T11:15-05:00)",
  "simulation.badParent": "No area has the code {parent}",
  "simulation.badValue": "Expected {expected}, found {received}",
  "simulation.emptyArea": "Area {code} lies above the last level and has no areas below it",
  "simulation.emptyText": "This text must not be empty",
  "simulation.fewRegistered":
    "Area {code} has {registered, number} registered voters for {stations, plural, one {# station} other {# stations}}: every station needs at least one",
  "simulation.flaggedAboveAll":
    "More than all sheets of area {code} would be flagged: the shares add up to {share, number}",
  "simulation.manyRegistered":
    "Area {code} has {registered, number} registered voters; {stations, plural, one {# station} other {# stations}} of at most {most, number} hold {room, number}",
  "simulation.missing": "Something is missing here",
  "simulation.missingVotes": "Area {code} gives no votes for option {option}; write 0 when there are none",
  "simulation.momentsBackwards": "A moment must be later than the one before it, with no less reported and resolved",
  "simulation.negative": "A number here cannot be below 0",
  "simulation.noStations": "Area {code} has no polling stations",
  "simulation.notWhole": "A whole number is expected here",
  "simulation.outOfRange": "This number is outside what makes sense here: expected {expected}, found {received}",
  "simulation.parentLoop": "Area {code} lies, through its parents, in itself",
  "simulation.reservedId": "{id} has a meaning of its own and cannot be the id of an option",
  "simulation.sameCode": "The area code {code} stands twice",
  "simulation.sameId": "The id {id} stands twice",
  "simulation.tooDeep": "Area {code} lies below the last level of the tree",
  "simulation.tooLarge": "This number is too large: expected {expected}, found {received}",
  "simulation.tooLong": "This text is too long",
  "simulation.tooMany": "Too many: expected {expected}, found {received}",
  "simulation.tooManyStations": "{stations, number} stations; one simulation makes at most {most, number}",
  "simulation.totalsAbove": "Area {code} lies above the last level: its totals are the sums of the areas below it",
  "simulation.unknownKey": "The key {key} is not known here",
  "simulation.unknownOption": "No option has the id {option}",
  "simulation.votesAboveRegistered":
    "Area {code} has {votes, number} votes (with blank and null ones) of {registered, number} registered voters",
} as const;
