/** Texts of this room in English, by key (ICU MessageFormat). */
export const projectionEn = {
  "projection.otherCountry":
    "the previous contest {previous} is of country {country}, this one of {wanted}: choose another with --previous, or none",
  "projection.noRegistered":
    "nobody is registered at the stations of this contest: a projection needs the roll with its registered voters",
  "projection.singleOption": "the contest has one option: there is nothing to project",
  "projection.tooFew":
    "{counted, number} of {stations, number} stations are counted ({registered} % of the registered voters); at least {least, number} and 1 % are needed: wait for the next edition",
  "projection.noValidVotes": "no counted sheet has a valid vote: check how the columns of the options were read",
  "projection.oneOption":
    "all counted votes are for {option}: no spread can be learnt from that; check how the columns of the options were read",
  "projection.fewMatches":
    "the previous contest matches {matched, number} of {stations, number} stations or their areas, fewer than half: it is another file, or its codes are; choose it with --previous, or none",
  "projection.fewerSheets":
    "edition {edition} before this one has {before, number} counted sheets, this one {counted, number}: a count does not lose sheets; check which edition is the newer one",
  "projection.notFinite":
    "the spread of the projection is not a number: nothing is told; check the roll and the sheets for absurd figures",
  "projection.backtestOptions":
    "a backtest replays a final edition of two options; this contest has another number of them",
  "projection.backtestOpen":
    "a backtest replays a final edition; in this one sheets are still open: choose another with --edition",
  "projection.backtestCurve":
    "none of {tried, number} made-up orders looks like the real curve: its figures are not of this contest, or the count is not final",
  "assume.order":
    "What is out differs from what is in only as its areas, its size and the previous contest say; nothing else makes it late.",
  "assume.previous":
    "Previous contest {election}: own sheet of {own, number} stations, polling place of {place, number}, area of {area, number}, nothing of {none, number}.",
  "assume.noPrevious":
    "No previous contest: areas lend each other what they have in common, and no more. Expect wide intervals and no call before 95 % is counted.",
  "assume.totals":
    "Totals by area only ({areas, number} areas): how stations differ inside an area is declared, not learnt, and flagged sheets are taken as open.",
  "assume.flagged":
    "Flagged sheets with figures: {flagged, number}, as filed; {annulled} % expected to be annulled, by class of flag.",
  "assume.kept":
    "Of the votes that are pending, {lost} % are expected to be lost to sheets flagged and annulled later.",
  "assume.lambda":
    "The model''s own spread is multiplied by {lambda}, {editions, plural, =0 {the prior, since there is no earlier edition} one {learnt from # earlier edition} other {learnt from # earlier editions}}.",
  "assume.rangeOnly":
    "One domain has no counted sheet, no previous contest knows it, and it makes up most of the spread: only a range is told, no chance.",
};
