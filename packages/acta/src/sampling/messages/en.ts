/** Texts of this room in English, by key (ICU MessageFormat). */
export const samplingEn = {
  "sampling.nothing": "No sheet of the sample has come: there is nothing to estimate from.",
  "sampling.emptyStratum":
    "The sample has no station in the stratum {stratum} ({size, plural, one {# unit} other {# units}}): draw from it, or say with which stratum it is joined (--collapse).",
  "sampling.oneUnit":
    "One sheet out of {size, number} in the stratum {stratum}: a single one shows no variation. Wait for a second, or say with which stratum it is joined (--collapse CODE+CODE, or --collapse next).",
  "sampling.moreThanStratum":
    "The sample has {count, number} units in the stratum {stratum}, which has {size, number}: check the frame.",
  "sampling.noVotes": "There are no valid votes in these sheets: no share has a base.",
  "sampling.sharesAboveOne": "The shares add up to {sum, number} %: more than 100 %. Give shares of one base.",
  "sampling.noSize":
    "No sample size: give the interviews (--n with --deff) or the margin of error that was published (--moe), above 0.",
  "sampling.noShares": "All shares are 0: there is nothing to compare.",
  "sampling.fewOptions": "A difference needs two options: give at least two shares.",
  "sampling.optionTwice": "An option is given twice: each has one share.",
  "sampling.emptyFrame": "No station votes in this contest: there is nothing to draw from.",
  "sampling.moreThanFrame":
    "{wanted, number} units are more than there are ({all, number}): ask for fewer, or count them all.",
  "sampling.fewerThanStrata":
    "{wanted, number} units are too few for {strata, plural, one {# stratum} other {# strata}}: two of each stratum make {floor, number}. Ask for more, or for larger strata (--by).",
  "sampling.previousUnmatched":
    "The previous contest ({election}) describes {own, number} stations by themselves and {near, number} by their place or smallest area, of {all, number}: too few. Is it another country or another roll? Name the right one (--previous), or leave calibration out.",
  "sampling.notInFrame":
    "Station {station} is not in the frame: check its code, or the roll of this election (--data, --election).",
  "sampling.stationTwice": "Station {station} is in the sample twice: each sheet counts once.",
  "sampling.moreThanRegistered":
    "Station {station} has {votes, number} votes for {registered, number} registered voters: check the figures, or leave the sheet empty as not come.",
  "sampling.unknownStratum": "There is no stratum {stratum} to be joined (known: {known}).",
  "sampling.fewForCalibration":
    "{units, plural, one {# unit} other {# units}} are too few for a calibration, which needs {least, number}: its interval would be too narrow. Leave --calibrate out.",
  "sampling.badDocument": "This is not a sample (acta-sample/1): look at {path}.",
  "sampling.otherFrame":
    "The frame is not the one that the sample was drawn from (stratum {stratum}): {before, number} then, {now, number} now. Use the same roll and strata.",
} as const;
