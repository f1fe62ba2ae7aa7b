/** Texts of this room in English, by key (ICU MessageFormat). */
export const procedureEn = {
  "procedure.ambiguousDate":
    "{received} can be two days; write the year first, then the month and the day: YYYY-MM-DD (a day), YYYY-MM-DDTHH:MM-05:00",
  "procedure.ambiguousWord": "“{word}” can mean several procedures on {day}. Which: {en}{es, select, other {}}?",
  "procedure.annulled":
    "{at}: step {step} was annulled by the body with the last word; it has no effect ({rule}, {article})",
  "procedure.badCountry": "A country is written with two capital letters",
  "procedure.badDate": "{received} is not a date (YYYY-MM-DD)",
  "procedure.badId":
    "An id has letters, digits, '_', '-' and '.', begins with a letter or digit and is at most 64 long",
  "procedure.badMoment":
    "{received} is no moment: write YYYY-MM-DD, YYYY-MM-DDTHH:MM with its zone (-05:00), or two days with a slash between them",
  "procedure.badOffset": "{received} is no offset from UTC (for example -05:00)",
  "procedure.badValue": "Expected {expected}, found {received}",
  "procedure.badYear": "A year is written with four digits",
  "procedure.conditionUnmet":
    "{at}: step {step} is not allowed ({rule}, {article}): it is not true that {en}{es, select, other {}}",
  "procedure.emptyList": "At least one is needed here",
  "procedure.emptyText": "This text must not be empty",
  "procedure.endsBefore": "This ends on {to}, before it begins on {from}",
  "procedure.missing": "Something is missing here",
  "procedure.noOffice": "The law that holds on {day} knows no office {office}",
  "procedure.noProcedure": "The law that holds on {day} knows no procedure {procedure}",
  "procedure.noSuchProcedure":
    "The law that holds on {day} knows no procedure for “{word}”. {en}{es, select, other {}}",
  "procedure.notHolder": "{holder} leaves {office}, but does not hold it",
  "procedure.notOnTicket":
    "{holder} is not elected to {office} by the ticket {ticket} ({state, select, excluded {excluded} withdrawn {withdrawn} other {not on it}})",
  "procedure.officeHeld": "{holder} takes {office}, but {by} holds it; enter first how it fell vacant",
  "procedure.otherProcedure": "Case {case} is one of {is}, not of {procedure}",
  "procedure.outOfOrder":
    "Event {id} of {at} stands after one of {before}; events stand in the order in which they happened",
  "procedure.outOfWindow":
    "{at}: step {step} is out of its window, which runs from {opens} to {closes} ({rule}, {article})",
  "procedure.outcomeContradicts":
    "The source says {said}, but its figures or the rule allow only: {possible} ({article})",
  "procedure.overlap":
    "Rule {id} from {from} holds at the same time as the rule at {other} about the same; end one before the other begins",
  "procedure.sameId": "{id} stands here twice",
  "procedure.tooLong": "This text is too long",
  "procedure.tooMany": "There are too many entries here",
  "procedure.unknownCase": "There is no case {case} in this history. Known: {known}",
  "procedure.unknownKey": "{key} is not known here",
  "procedure.unknownReference": "There is no {kind} {name}",
  "procedure.unknownStep": "Procedure {procedure} has no step {step}. Known: {known}",
  "procedure.unknownWord": "The law that holds on {day} knows no “{word}”. Known: {known}",
  "procedure.wrongState":
    "{at}: step {step} cannot come now in case {case}: it is {was}, and the step needs {needs} ({rule}, {article})",
  "scenario.needsVotes": "Scenario {scenario} is about votes: name a file with them (--votes)",
  "scenario.noRule": "Scenario {scenario}: no rule about {what}{day, select, none {} other { is in force on {day}}}",
  "scenario.tooFew": "Scenario {scenario}: in {event} fewer members voted so than should vote otherwise",
};
