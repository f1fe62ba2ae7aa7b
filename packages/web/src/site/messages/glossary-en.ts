// Written by `npm run generate` from GLOSSARY.md: change it there.

/** Words that pages explain, with their meanings, in English. */
export const glossaryEn = {
  "term.sheet": "tally sheets, tally sheet, sheets, sheet",
  "meaning.sheet":
    "The paper that each polling station signs with what it counted: the votes of each option, blank and null. Everything else is added up from it.",
  "term.processed": "processed",
  "meaning.processed":
    "A sheet that the authority has entered and checked. Processed is not counted: it may be set apart.",
  "term.counted": "counted",
  "meaning.counted": "Its votes are in the total. Counted is not certified: a ruling may still change it.",
  "term.certified": "certified, certification",
  "meaning.certified": "The legal act by which the body that the law names declares the result. No sum replaces it.",
  "term.referred": "referred to the tribunal, referred",
  "meaning.referred": "A sheet kept out of the count until the electoral tribunal decides what of it holds.",
  "term.flagged": "flagged",
  "meaning.flagged":
    "A sheet set apart for a named reason: an error in the sums, something illegible, a missing signature. It does not say fraud.",
  "term.pending": "pending",
  "meaning.pending": "The sheet has come or is due, but its entry is not finished.",
  "term.annulled": "annulled, annulment",
  "meaning.annulled": "A decision took its votes out of the count. The sheet stays in the record.",
  "term.petition": "petitions",
  "meaning.petition":
    "Requests that the vote of a station should not stand. Asking is not proving: the electoral tribunal decides.",
  "term.validVotes": "valid votes",
  "meaning.validVotes":
    "Votes for one of the options; neither blank nor null. The shares of the options are shares of these.",
  "term.blankVotes": "blank votes",
  "meaning.blankVotes": "Ballots in the box without any mark.",
  "term.nullVotes": "null votes",
  "meaning.nullVotes": "Ballots in the box whose mark does not hold.",
  "term.ballotsCast": "ballots cast",
  "meaning.ballotsCast": "All ballots that came out of the box: valid, blank, null and challenged.",
  "term.registeredVoters": "registered voters",
  "meaning.registeredVoters":
    "Those who could vote at these stations, whether they came or not. Turnout is a share of them.",
  "term.edition": "edition",
  "meaning.edition":
    "The state of the count at a moment, numbered and sealed: it never changes. A correction is a new edition.",
};
