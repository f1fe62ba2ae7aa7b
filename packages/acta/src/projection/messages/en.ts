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
  "totals.countedAboveSheets":
    "{area} has {counted, number} counted sheets of {sheets, number}: more than there are; check the columns sheets and counted",
  "totals.referredAboveOpen":
    "{area} has {referred, number} sheets at a tribunal, but only {open, number} that are not counted: check the columns sheets, counted and referred",
  "totals.votesWithoutSheets": "{area} has {votes, number} votes and no counted sheet: check the column counted",
  "totals.registeredFalls":
    "{area} has {counted, number} registered voters in its counted sheets and {registered, number} in all: check the columns registered and registeredCounted",
  "totals.votesAboveRegistered":
    "{area} has {votes, number} votes and only {registered, number} registered voters: check how the columns were read",
  "totals.areaTwice": "{area} stands here and at {other}: keep one of the two rows",
  "totals.areaInside":
    "{area} lies in {above}, which {other} tells as a whole: its votes would count twice; keep the whole or its parts",
  "totals.unknownDomain":
    "{area} is no domain of this definition (projection.domains): name one of its groups, or the area's code",
  "totals.unknownArea":
    "there is no area {area} ({path}) on the roll of this election: check its code and the level columns",
  "totals.noAreas":
    "the table has no area of the definition, only whole domains: give the areas of the first level at least",
  "projection.orderUnknown":
    "there is no station {station} in this contest: an order names every station of the count once",
  "projection.orderRepeats":
    "station {station} stands in the order for the second time: every station comes once; take one of the two rows out",
  "projection.orderLacks":
    "the order names {named, number} of {stations, number} stations: every station comes once; {station}, for one, is missing",
  "assume.order":
    "What is out differs from what is in only as its areas, its size and the previous contest say; nothing else makes it late.",
  "assume.previous":
    "Previous contest {election}: own sheet of {own, number} stations, polling place of {place, number}, area of {area, number}, nothing of {none, number}.",
  "assume.noPrevious":
    "No previous contest: areas lend each other what they have in common, and no more. Expect wide intervals and no call before 95 % is counted.",
  "assume.totals":
    "Totals by area only ({areas, number} rows), no stations: how much a part of an area differs from the rest of it is declared (a part with 1,000 votes: {points} points), not learnt.",
  "assume.totalsLate":
    "Which stations are out is not known: they may differ from those that came everywhere alike, by {points, plural, one {# point} other {# points}} of share (declared). That is the price of knowing no sheets.",
  "assume.totalsReferred":
    "Sheets at a tribunal: {referred, number}; their figures are not in the table, so they are taken as open ones, less the chance that they are annulled.",
  "assume.totalsWide":
    "{areas, plural, one {One row stands} other {# rows stand}} for several areas together: what is out there may be other areas than what is counted, and is given a spread of its own.",
  "assume.totalsUnlisted":
    "{areas, plural, one {One area} other {# areas}} of the roll not in the table: taken as not counted at all.",
  "assume.totalsVoters":
    "Registered voters of {areas, plural, one {one row} other {# rows}} completed from the roll, the previous contest, or the row''s own sheets.",
  "assume.totalsNoVoters":
    "No registered voters are known: a sheet that is out is taken to bring as many votes as sheets of its area and size do.",
  "assume.previousTotals":
    "Previous contest {source}, by area: own table of {own, number} parts, area above of {area, number}, nothing of {none, number}.",
  "assume.flagged":
    "Flagged sheets with figures: {flagged, number}, as filed; {annulled} % expected to be annulled, by class of flag.",
  "assume.kept":
    "Of the votes that are pending, {lost} % are expected to be lost to sheets flagged and annulled later.",
  "assume.rangeOnly":
    "One domain has no counted sheet, no previous contest knows it, and it makes up most of the spread: only a range is told, no chance.",
};
