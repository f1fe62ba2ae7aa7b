/** Texts of the maps in English, by key (ICU MessageFormat). */
export const mapPagesEn = {
  "map.title": "Map by {level}",
  "map.viewCircles": "By votes",
  "map.viewShares": "By share",
  "map.circles":
    "The area of each circle is the margin, in votes, of whoever leads there; the largest is {name}, {votes, plural, one {# vote} other {# votes}}.",
  "map.noCircles": "No area has a leader yet.",
  "map.shares": "The stronger the colour, the larger the share of valid votes of whoever leads there.",
  "map.tiles": "One square for each area, not to scale.",
  "map.arrows":
    "Map of {count, plural, one {# area} other {# areas}}: the arrow keys go from the largest margin to the smallest.",
  "map.split": "{first} {firstShare}, {second} {secondShare} of valid votes.",
  "map.ahead": "{first} leads by {votes, plural, one {# vote} other {# votes}}.",
  "map.tied": "Tied.",
  "map.noVotes": "No votes counted yet.",
  "map.counted":
    "{counted, number} of {stations, number} sheets counted{open, plural, =0 {} one {, # open} other {, # open}}.",
  "map.keyOpen": "with open sheets",
  "map.keyUnknown": "no votes counted yet",
  "map.keySteps": "Share of the first: {steps}",
  "map.unplaced": "{count, plural, one {# area} other {# areas}} without a place on the map",
  "map.credit": "Outlines: {credit}",
  "map.foot": "Counted votes, edition {number}.",
  "map.all": "All areas of the level {level} in one map",
  "menu.map": "Map",
  "shell.map": "Map",
  "map.lowestTitle": "Map by {level}",
  "map.lowestSays":
    "{areas, plural, one {# area} other {# areas}}, of which {leads}. Each is the votes of one {level}, whatever its land.",
  "map.leadsIn": "{name} leads in {areas, number}",
  "map.tiedIn": "{areas, plural, one {# is tied} other {# are tied}}",
  "map.emptyIn": "{areas, plural, one {# has no votes yet} other {# have no votes yet}}",
  "map.oneLevel": "This election has one level of areas: its map stands on the front page.",
};
