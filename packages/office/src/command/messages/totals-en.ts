/** Texts of `acta project --totals` in English, by key (ICU MessageFormat). */
export const totalsEn = {
  "flag.totals": "project from this table of totals by area (CSV) instead of the sheets of an edition",
  "flag.previousTotals": "with --totals: the previous contest as a table by area (CSV)",
  "flag.definitionFile": "with --totals: definition of the election, when there is no data folder",
  "project.totals": "Projection from totals by area: {file}, {areas, number} rows",
  "project.part.openAll": "pending or at a tribunal",
  "project.part.openAllIn": "pending or at a tribunal, {area}",
  "project.baseSheets":
    "Counted: {counted, number} of {stations, number} sheets ({countedPart}; processed {processedPart}); registered voters not known",
  "project.bound.noVoters":
    "At the highest rate counted, what is open brings about {plausible, number} valid votes; the lead is {lead, number}. More cannot be said without registered voters.",
  "project.flagsTogether": "{first} and {second} do not go together: leave one out",
  "project.needsTotals": "{flag} needs --totals FILE, the table by area that is projected",
  "totals.noColumn": "there is no column {column} (columns: {header})",
  "totals.unknownColumn":
    "column {column} means nothing here: check its name against docs/projection.md, or leave it out",
  "totals.noArea": "the row names no area: give the code of the first level at least",
  "totals.pathGap": "{area} has an empty level between two codes: give every level from the top down",
  "totals.badName":
    "{text} is no code or name of an area: it has characters that cannot be shown, or more than {most, number} of them",
  "totals.emptyCell": "{column} is empty: write 0 where there is none",
  "totals.badNumber": "{column} takes a whole number, digits only, not {text}",
  "totals.flagsAboveReferred":
    "{flags, number} sheets by flag are more than the {referred, number} at a tribunal: check the columns referred",
  "totals.badRow": "the row does not have as many cells as the header, or a quotation mark is left open",
  "totals.tooMany": "more than {most, number} rows: this is no table of areas",
  "totals.empty": "the table has no rows",
  "totals.manyOptions":
    "{options, number} columns of options, more than {most, number}: leave out the columns that are none",
  "totals.ballotsAboveRegistered":
    "{area} has {votes, number} ballots and {registered, number} registered voters: a column that is no option is among the options",
};
