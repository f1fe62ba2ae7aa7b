/** Texts of the page of how projections are made, in English, by key (ICU MessageFormat). */
export const projectingEn = {
  "projecting.title": "How we project, and when we do not",
  "projecting.lead":
    "A projection says with what an unfinished count is expected to end, and how surely. It is not a count, and certifies nobody.",
  "projectingTitle.words": "Three words that are not the same",
  "projectingText.words":
    "A projection rests on counted sheets, which come in a biased order. A quick count rests on stations that were drawn by lot. An exit poll rests on interviews. Each has an error of its own, and none lends its error to another.",
  "projectingTitle.why": "Why the count is not simply carried on",
  "projectingText.why":
    "Sheets do not come at random: as a rule towns report first, villages later, voters abroad last, and flagged sheets at the very end. Whoever stretches what is counted to all of it is wrong in a direction that is known.",
  "projectingTitle.how": "How it is made",
  "projectingText.how":
    "Every station has a share and a rate of valid votes. The previous contest, where there is one, says what to expect of each; the count says by how much each area differs from that, and areas lend each other what they have in common. Flagged sheets count as they were filed, less the chance that their kind is annulled. What is not known is drawn, thousands of times, and the spread is widened by what the earlier editions of this same count have missed.",
  "projectingTitle.told": "What always stands beside it",
  "projectingText.told":
    "The edition and how much it has counted, of the sheets and of the registered voters; the expected margin with the ranges that hold it one time in two and nine times in ten; the chance to end ahead, in whole percent and never above “>99.5%”: only arithmetic may say that nothing can change it, and only an act of law who is elected.",
  "projecting.notTitle": "When there is none",
  "projectingNot.few": "Fewer than 30 stations, or 1 % of the registered voters, are counted.",
  "projectingNot.previous":
    "The previous contest is of another country, or fits fewer than half of the stations or their areas.",
  "projectingNot.fewer": "The edition has fewer sheets than the one before.",
  "projectingNot.nothing": "Nobody is registered, no vote is valid, or all votes are for one option.",
  "projectingNot.domain":
    "A whole part of the contest has nothing counted and no previous contest knows it: then there is a range, and no chance.",
  "projectingNot.law": "The law keeps projections back until an hour: then nothing is told before it.",
  "projecting.againTitle": "Made again by anybody",
  "projecting.againText":
    "With the published data, the command acta project gives the same figures, what each part brings to the margin and to its spread, and everything that is assumed. With --backtest it replays a finished count in made-up orders and scores itself.",
  "projecting.made": "Here: the previous contest {previous}, {draws, number} draws, seed {seed}.",
  "projecting.madeAlone": "Here: no previous contest, and so less sure; {draws, number} draws, seed {seed}.",
} as const;
