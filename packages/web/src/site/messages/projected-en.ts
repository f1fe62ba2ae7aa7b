/** Texts about projections in English, by key (ICU MessageFormat). */
export const projectedEn = {
  "projected.title": "What each edition let expect of the end",
  "projected.lead":
    "A projection, not a count: votes of {name} over {rival} when everything is counted, as far as the sheets of that moment could tell. The certified result is an act of law.",
  "projected.caption": "Votes of {name} less those of {rival}",
  "projected.edition": "As of",
  "projected.counted": "Counted then",
  "projected.expected": "Expected at the end",
  "projected.half": "One time in two",
  "projected.ninety": "Nine times in ten",
  "projected.chance": "{name} ahead",
  "projected.isCount": "all counted",
  "projected.of": "Edition {number}, {moment}",
  "projected.range": "{low} to {high}",
  "expected.title": "What to expect of the end",
  "expected.base":
    "A projection, not a count, from edition {number} ({share} of the sheets counted, {registered} of the registered voters).",
  "expected.margin":
    "Expected when everything is counted: {name} over {rival} by {expected} votes; one time in two between {low50} and {high50}, nine times in ten between {low90} and {high90}.",
  "expected.chance": "Chance that {name} ends ahead: {chance}.",
  "expected.range": "No chance can be told: a whole part of the contest has nothing counted yet.",
  "expected.none": "There is no projection from this edition: no honest number could be given.",
  "expected.timeline": "The projection of every edition",
  "projected.made":
    "Model of the stations by their areas and their previous contest; {draws, number} draws, seed {seed}. Anyone makes it again with acta project.",
  "projected.alone":
    "Model of the stations by their areas, without a previous contest, and so less sure; {draws, number} draws, seed {seed}. Anyone makes it again with acta project.",
  "projected.without":
    "{count, plural, one {One edition has no projection: no honest number could be given.} other {# editions have no projection: no honest number could be given.}}",
} as const;
