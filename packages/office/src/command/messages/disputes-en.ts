/** Texts of `acta disputes` and `acta whatif` in English, by key (ICU MessageFormat). */
export const disputesEn = {
  "argument.scenario": "file of a scenario (JSON or YAML), or the name of a saved one",
  "flag.any": "also: the most that any K stations could take (several times)",
  "flag.among": "only annulments among the sheets of this group of areas, or those that this scenario selects",
  "flag.filer": "only the petitions of this filer",
  "flag.petitions": "list of open petitions and appeals (acta-petitions/1); without it those of the record",
  "flag.saveScenario": "save the scenario under its id, in the data folder beside the record",
  "disputes.brief": "Says whether what is open can still change the result, and what it would take",
  "disputes.full":
    "Bounds of the lead over flagged and pending sheets, the fewest annulments that would change the result, and what a recount would have to find. Exact, with the working. Nothing is called decided unless petitions are loaded. --json names the stations of a smallest set (ids): it is for the desk, not for publication.",
  "disputes.badCount": "--any takes whole numbers of stations, not {count}",
  "disputes.notDocument": "this is neither JSON nor YAML: {reason}",
  "disputes.noScenario":
    "there is no file and no saved scenario {name}: acta whatif FILE --save saves one under its id",
  "disputes.group": "Only: {group}",
  "disputes.among": "Annulments: only among the sheets of {group}",
  "disputes.petitionsFrom": "Petitions: from the list {file}, not from the record",
  "disputes.question.outcome": "Can what is open still change the result?",
  "disputes.question.first": "Can what is open still change who is first?",
  "disputes.gate.ahead": "{option} over {rival}: {slack, plural, one {# vote} other {# votes}}",
  "disputes.gate.passes":
    "{option} has more than {share}: {slack, number} parts of 1/{per, number} of a vote above it (amounts below in such parts)",
  "disputes.gate.doesNotPass":
    "{option} does not have more than {share}: {slack, number} parts of 1/{per, number} of a vote short of it (amounts below in such parts)",
  "disputes.column.what": "what moves it",
  "disputes.column.least": "at worst",
  "disputes.column.most": "at best",
  "disputes.column.lead": "of the lead",
  "disputes.open.settled": "counted, not open",
  "disputes.open.flaggedFiled": "flagged: as filed or annulled",
  "disputes.open.flagged": "flagged: by arithmetic, all voters to one side",
  "disputes.open.pending": "not come: by arithmetic, all voters to one side",
  "disputes.open.boundsFiled": "lead at the end, flagged as filed or annulled",
  "disputes.open.bounds": "lead at the end, by arithmetic",
  "disputes.flip":
    "By annulment: {stations, plural, one {# station is} other {# stations are}} the fewest that undo it ({takes, number}){fewer, plural, =0 {} other {; any # take {fewerTakes, number} at most, which is not enough}}.",
  "disputes.noFlip":
    "By annulment: nothing undoes it; all {stations, number} stations that could help take {takes, number} together.",
  "disputes.anyNotEnough":
    "Any {stations, number} stations take at most {takes, number} of {slack, number}: they cannot undo it, whichever they are.",
  "disputes.anyEnough":
    "Any {stations, number} stations take at most {takes, number} of {slack, number}: that they cannot undo it is not proved.",
  "disputes.petitionArea":
    "Of the petitions, {stations, number} lie in the area {area}: they take {takes, number} at most.",
  "disputes.recount":
    "By recount: {misread, plural, one {# vote} other {# votes}} counted for {option} would have to be {rival}''s, and no error the other way: {share} of its votes. If every ballot recounted turned out {rival}''s, {sheets, plural, one {# sheet} other {# sheets}} ({ballots, number} ballots) would do.",
  "disputes.recountAny":
    "Any {stations, number} sheets hold at most {votes, number} votes of {option}: in a recount of so many, at least {share} of them would have to be {rival}''s.",
  "disputes.recountAnyNever":
    "Any {stations, number} sheets hold at most {votes, number} votes of {option}: no recount of so many can undo it by them alone.",
  "disputes.more":
    "… and {count, plural, one {# further condition} other {# further conditions}} that fall later or not: --json lists all",
  "disputes.path": "Where the lead of {option} over {rival} comes from",
  "disputes.together": "together",
  "disputes.since": "Since edition {number}, from {lead, number} to {now, number}",
  "disputes.step": "{from} → {to}",
  "disputes.stand.neverFlagged": "never flagged",
  "disputes.stand.resolved": "resolved by a tribunal",
  "disputes.stand.flagged": "flagged",
  "disputes.stand.pending": "pending",
  "disputes.stand.absent": "not in our data",
  "whatif.brief": "Shows what a scenario would do to the result, side by side with today",
  "whatif.full":
    "A scenario selects sheets (by station, area, state, flag, petition, a rule or the K most favourable to an option) and annuls, restores, swaps or corrects them. It is counted by the same way as the sheets and never touches the record. --save keeps it by name: docs/json.md shows the format.",
  "whatif.title": "What if: {name} ({area})",
  "whatif.override": "{number}. {selected, plural, one {# sheet} other {# sheets}} selected, {changed, number} changed",
  "whatif.unchanged.noFigures": "{sheets, number} without figures",
  "whatif.unchanged.alreadyAnnulled": "{sheets, number} annulled already",
  "whatif.unchanged.alreadyAsFiled": "{sheets, number} stand as filed",
  "whatif.unchanged.filedUnknown": "{sheets, number} whose filed figures nobody recorded",
  "whatif.unchanged.sameFigures": "{sheets, number} with the same figures",
  "whatif.outcomeToday": "Today. {said}",
  "whatif.outcomeSupposed": "Then. {said}",
  "whatif.column.today": "today",
  "whatif.column.supposed": "then",
  "whatif.column.change": "change",
  "whatif.valid": "valid votes",
  "whatif.leads": "{option} leads by {votes, plural, one {# vote} other {# votes}}",
  "whatif.nobody": "nobody leads",
  "whatif.leaderChanges": "The leader changes. Today {today}; then {supposed}.",
  "whatif.leaderStays": "The leader stays. Today {today}; then {supposed}.",
  "whatif.note": "A supposition, not a count: nothing was recorded.",
  "whatif.saved": "Saved: acta whatif {name}",
  "disputes.remedy.recount":
    "The law of this election knows one recount, of a sheet that the comparison of copies does not save ({rule}, {article}).",
  "disputes.remedy.noRecount":
    "The law of this election knows no recount: what the comparison of copies does not cure is decided by the table, or annulled.",
};
