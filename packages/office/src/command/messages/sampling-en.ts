/** Texts about quick counts and exit polls in English, by key (ICU MessageFormat). */
export const samplingCommandEn = {
  "argument.sample": "design of a sample (JSON), or its form with the votes of the sheets that came (CSV)",
  "column.bias": "bias",
  "column.covers": "{level} % interval covers",
  "column.design": "design",
  "column.drawn": "drawn",
  "column.inFrame": "in the frame",
  "column.interval": "{level} % interval",
  "column.marginOfShare": "margin ({level} %)",
  "column.meanSe": "mean s.e.",
  "column.pFirst": "P(first)",
  "column.pFirstTwo": "P(first two)",
  "column.polled": "share",
  "column.rightLeader": "right leader",
  "column.sd": "s.d.",
  "column.stations": "stations",
  "column.stratum": "stratum",
  "exitPoll.assume.flat": "Before the poll either lead was as likely (flat prior).",
  "exitPoll.assume.house":
    "House effect on the difference, which nobody gave: {house} points (s.d.), the default where nothing is known about the firm. Give its own record with --house.",
  "exitPoll.assume.houseGiven": "House effect on the difference: {house} points (s.d.), as given.",
  "exitPoll.assume.independent":
    "Interviews are taken as independent, because nobody gave a design effect: taken in few places they are worth far less. Give --deff, or --places with --rho.",
  "exitPoll.assume.margin":
    "The margin that was published is of a share near one half at this level; what it leaves out, it leaves out here too.",
  "exitPoll.assume.noHouse":
    "No house effect, as given: interviews only, as if everybody answered and nobody were counted wrongly.",
  "exitPoll.assume.sample": "A probability sample of voters with this design effect.",
  "exitPoll.badEffect": "--deff {text} is not a design effect: a number above 0, such as 1.6",
  "exitPoll.badLevel": "--level {level} is not a level: 50 to 99.9",
  "exitPoll.badRho":
    "--places needs --rho, the correlation of voters of one place, from 0 to 1, such as 0.05 (given: {text})",
  "exitPoll.badShare": "--shares: {part} is not a share: write NAME=PERCENT, such as A=50.3,B=49.7",
  "exitPoll.brief": "What an exit poll can tell: the margin of the difference, the chance of the lead, a technical tie",
  "exitPoll.difference":
    "{first} over {second}: {points} points; margin of error of the difference ±{margin} ({level} %); P(lead) {chance}",
  "exitPoll.differenceBelow":
    "{first} over {second}: {points} points; margin of error of the difference ±{margin} ({level} %); P(lead) {chance}",
  "exitPoll.effectOfMargin": "--moe is a published margin of error: --deff and --places belong to --n",
  "exitPoll.effectTwice": "Give the design effect once: --deff, or --places with --rho",
  "exitPoll.full":
    "Reads a published poll: shares in percent with the number of interviews and their design effect, or with the margin of error that was published. Two shares have one difference, and its margin is twice that of a share. Nothing is called here.",
  "exitPoll.interviews": "{n, number} interviews, design effect {effect}",
  "exitPoll.manyOptions": "--shares: more than {most} options",
  "exitPoll.margin": "Published margin of error of a share: ±{margin} points; nothing else is known about the sample",
  "exitPoll.needed":
    "To tell a difference of {points} points from none at {level} % takes about {needed, number} interviews of this design, without any house effect.",
  "exitPoll.never": "No number of interviews tells a difference of 0 from none.",
  "exitPoll.noShares": "Give the shares of the poll: --shares A=50.3,B=49.7",
  "exitPoll.rest": "Not in the list: {rest} % of the same base.",
  "exitPoll.rhoAlone": "--rho needs --places, the number of places where the interviews were made",
  "exitPoll.sizeTwice": "Give the size once: --n, or the published margin --moe",
  "exitPoll.tie":
    "Technical tie: {points} is less than the margin of error of the difference. This poll cannot tell who is ahead; it does not say that they are equal.",
  "exitPoll.told":
    "{points} is more than the margin of error of the difference: as a sample, the poll has {first} ahead. It is no result.",
  "exitPoll.withHouse": "with a house effect of {house} points (s.d.): ±{totalMargin}; P(lead) {totalChance}",
  "flag.pollCorrelation": "correlation of voters of one place, 0 to 1",
  "flag.pollData":
    "data folder of the election that is polled, whose definition may hold exit polls back (default: acta-data, where there is one)",
  "flag.pollDesignEffect": "design effect of the interviews, such as 1.6",
  "flag.pollElection": "election of that folder (default: all of them)",
  "flag.pollHouse": "house effect on a difference, s.d. in points (default: 2; 0 for none)",
  "flag.pollInterviews": "interviews that the shares are shares of (--n N)",
  "flag.pollLevel": "confidence level in percent",
  "flag.pollMargin": "margin of error of a share as published, in points",
  "flag.pollPlaces": "places where the interviews were made (with --rho instead of --deff)",
  "flag.pollShares": "shares in percent: A=50.3,B=49.7",
  "flag.sampleAllocation":
    "how stations are shared out among strata: proportional, neyman (by spread in the previous contest), equal",
  "flag.sampleBootstrap": "replicates of the bootstrap that checks the standard error; 0 for none",
  "flag.sampleBy": "level of areas that are the strata (department …); none for one stratum",
  "flag.sampleCalibrate": "calibrate the weights (GREG) on what the previous contest says about every station",
  "flag.sampleCollapse":
    "strata that are estimated together, by code: A+B,C+D; next: one with a single sheet joins the next",
  "flag.sampleDesign": "design that the form was drawn by (JSON); without it --by and --places say how it was drawn",
  "flag.sampleError": "draw as many as an expected margin of error of the difference (95 %) of so many points needs",
  "flag.sampleMissingBound": "how far a share may differ between sheets that came and sheets that did not, in points",
  "flag.sampleOut": "file of the form to fill in (CSV); the design goes beside it (JSON)",
  "flag.samplePlaces": "polling places are drawn, with all their stations",
  "flag.samplePrevious": "election whose result describes the stations (default: the one that this one continues)",
  "flag.sampleRepetitions": "how often each design is drawn",
  "flag.sampleSheets":
    "form with the votes of the sheets that came (CSV); without it the edition's own sheets are read",
  "flag.sampleSizes": "sizes in stations: 1000,2500",
  "flag.sampleStations": "stations of the sample",
  "quickCount.ahead":
    "{points} is more than the margin of error of the difference: this sample has {first} ahead. It is an estimate, not the result.",
  "quickCount.assume.calibrated":
    "Weights calibrated on {covariates, number} covariates of the frame from {previous} ({own, number} of {all, number} stations with a sheet of their own there).",
  "quickCount.assume.drawnElsewhere":
    "The sample was drawn by lot from this frame, in these strata: that is taken from whoever drew it. Stations that were chosen, or that answered first, have no margin of error.",
  "quickCount.assume.drawnHere": "Drawn by lot from this frame with seed {seed}: anyone can draw it again.",
  "quickCount.assume.few": "Only {freedom, number} degrees of freedom: the intervals are wide, and themselves rough.",
  "quickCount.assume.joined": "Strata estimated together: {joined}.",
  "quickCount.assume.missing":
    "Of the {missing, plural, one {# sheet that has} other {# sheets that have}} not come it is assumed that a share in them is within {bound} points of those that came.",
  "quickCount.assume.places":
    "Places were drawn whole: the variance is between places. A place of which some sheets are missing stands by the mean of the others.",
  "quickCount.assume.silent":
    "Nothing has come from {silent}. It is supposed to lie no farther from what the others say of it than the farthest of them does, {silentBound} points of a share: that adds {silentAdded} points to the standard error of the difference.",
  "quickCount.assumes": "This rests on:",
  "quickCount.badAllocation": "--allocation {rule} is not known (proportional, neyman, equal)",
  "quickCount.badNumber": "{flag} {text} is not a whole number from {least, number} to {most, number}",
  "quickCount.badPoints": "{flag} {text} is not a percentage: a number above 0, at most 100, such as 2.5",
  "quickCount.badRow": "this row cannot be read: look at its quotation marks and columns",
  "quickCount.badVotes": "station {station}, {option}: {text} is not a number of votes",
  "quickCount.base": "Base: valid votes of all stations of the frame, estimated.",
  "quickCount.bootstrap":
    "Bootstrap (Rao-Wu, {replicates, number} replicates, seed {seed}): {se}; middle 95 %: {interval}.",
  "quickCount.bounds":
    "By arithmetic alone the sheets that have not come leave the difference in the sample anywhere from {interval} points.",
  "quickCount.brief": "What a sample of polling stations drawn by lot says, with its error (quick count)",
  "quickCount.contrast": "Within strata, late sheets differ from early ones by {points} points of the difference.",
  "quickCount.counted": "All stations are in the sample: nothing is estimated.",
  "quickCount.cut.place":
    "{strata, plural, one {Whole polling places drawn, one stratum} other {Whole polling places drawn by {level}: # strata}}",
  "quickCount.cut.station":
    "{strata, plural, one {Stations drawn from one stratum} other {Stations drawn by {level}: # strata}}",
  "quickCount.design.places": "whole places",
  "quickCount.design.simple": "simple",
  "quickCount.design.simpleCalibrated": "simple, calibrated",
  "quickCount.design.strata": "by {level}",
  "quickCount.design.strataCalibrated": "by {level}, calibrated",
  "quickCount.designBrief": "Draw a sample of stations with a seed, and say what error to expect",
  "quickCount.designEffect":
    "Design effect {effect}: these stations tell as much as one in {effect} of their votes would, drawn one by one.",
  "quickCount.designFull":
    "Shares out stations among strata, draws them with a seed, and writes a form to fill in and the design beside it. The expected error is that of the same design in the previous contest.",
  "quickCount.designNext":
    "Written: {form} (to fill in) and {design} (the design)\nNext: acta quick-count {form} --design {design}",
  "quickCount.drawn":
    "{stations, number} of {all, number} stations drawn{unit, select, place { in {units, plural, one {# place} other {# places}}} other {}}, {rule}, seed {seed}",
  "quickCount.error": "Standard error of the difference, in points: linearised {linearised}, jackknife {jackknife}.",
  "quickCount.expected":
    "Expected margin of error of the difference (95 %): ±{margin} points (simple sample: ±{simple}), if {first} and {second} vary between stations as in {election} ({known, number} of {units, number} units known there). A closer two-way race varies more.",
  "quickCount.fileThere":
    "there is a file of this name, perhaps already filled in: it is not written over. Choose another with --out",
  "quickCount.fromEdition":
    "Figures: the edition's own sheets (edition {number}, {moment}); a sheet that is not counted yet has not come",
  "quickCount.fromFile": "Figures: {file}",
  "quickCount.full":
    "SAMPLE is a design that was drawn here (JSON; figures from --sheets or from the edition) or the filled form (CSV). Stratified combined ratio, linearised variance, checked by jackknife and bootstrap; --calibrate uses the previous contest. Sheets that have not come are an assumption with a bound.",
  "quickCount.halfFilled":
    "station {station} has votes for some options and none for {option}: write 0, or leave all of them empty",
  "quickCount.missing":
    "{missing, plural, one {# sheet has} other {# sheets have}} not come; {part} % of the design has. If shares there differ by {bound} points, the standard error of the difference grows by {added} points (in squares).",
  "quickCount.moreStrata": "… and {count, plural, one {# more stratum} other {# more strata}}: the files have them all",
  "quickCount.noColumn": "there is no column for {column} (columns: {header})",
  "quickCount.noContrast": "Whether late sheets differ from early ones cannot be seen: no moments, or too few sheets.",
  "quickCount.noPrevious": "{election} has no contest with sheets",
  "quickCount.noVariation":
    "Nothing varies in these sheets, so they show no error: that says something about the sheets, and proves nothing about the others.",
  "quickCount.notDrawn":
    "station {station} is not in the design: it was not drawn, so it says nothing about the others",
  "quickCount.nothingExpected":
    "No error can be expected: the folder has no previous contest. Import it, or name one with --previous.",
  "quickCount.nothingPrevious":
    "{election} has no previous contest in this folder, which this needs: import the election that it continues, or name one with --previous",
  "quickCount.pair":
    "{first} over {second}: {points} points; margin of error of the difference ±{margin} (95 %); 90 % interval {interval}; P(lead) {chance}",
  "quickCount.pairBelow": "{first} over {second}: {points} points ±{margin} (95 %); P(lead) {chance}",
  "quickCount.range": "{low} to {high}",
  "quickCount.rehearseBrief":
    "Try designs on a contest whose result is known: do the intervals hold what they promise?",
  "quickCount.rehearseFull":
    "Draws each design again and again from the stations that are counted, and compares what it says with what is true: spread, mean standard error, bias, how often the intervals cover, how often the right one was ahead.",
  "quickCount.rehearsed":
    "{repetitions, number} repetitions of each design; {first} over {second}, true difference {truth} points",
  "quickCount.rehearsedBase": "Points of valid votes; s.d.: of the estimated difference; intervals: linearised.",
  "quickCount.rehearsedOpen":
    "{open, plural, one {# station is not counted and is} other {# stations are not counted and are}} left out of the frame.",
  "quickCount.rehearsing": "{design}, {stations}",
  "quickCount.rule.equal": "the same number from each stratum",
  "quickCount.rule.neyman": "shared out by size and spread (Neyman)",
  "quickCount.rule.proportional": "shared out in proportion",
  "quickCount.sizeOrError": "Say how many: --stations N, or --error POINTS for as many as that takes",
  "quickCount.tie":
    "Technical tie: {points} is less than the margin of error of the difference. This sample cannot tell who is ahead.",
  "quickCount.title":
    "Quick count: {came, number} of {stations, number} sheets of the sample have come; frame: {all, number} stations",
  "quickCount.unknownLevel": "there is no level {level} (known: {known}, none)",
  "quickCount.unknownTree": "there is no area tree {tree} (known: {known})",
} as const;
