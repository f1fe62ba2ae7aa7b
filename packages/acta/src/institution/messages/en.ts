/** Texts of this room in English, by key (ICU MessageFormat). */
export const institutionEn = {
  "outcome.passedThreshold":
    "more than the required share of the base{open, plural, =0 {} other {, whatever the open sheets hold}}",
  "outcome.mostVotes": "the most votes{open, plural, =0 {} other {, whatever the open sheets hold}}",
  "outcome.noneCanPass": "nobody can pass the required share any more",
  "outcome.openCouldChange": "by numbers alone, the sheets that are not counted could still change it",
  "outcome.openOfUnknownSize": "stations are missing whose registered voters are not known",
  "outcome.equalVotes": "equal votes: the rule does not say who wins",
  "outcome.noMajorityNoRunoff": "nobody has the required share, and the rule knows no runoff",
  "outcome.noVotes": "no vote is counted yet",
  "outcome.decidedElsewhere": "this contest is decided by seats",
  "outcome.wholeContestOnly": "the rule applies to the whole contest only",
};
