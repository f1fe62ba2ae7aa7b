/** Texts of citing, putting into other pages and policies, in English, by key (ICU MessageFormat). */
export const citingEn = {
  "cite.title": "Cite these figures",
  "cite.address": "permanent address",
  "cite.copy": "Copy",
  "cite.copied": "Copied",
  "cite.source": "{election}, edition {number}, state of the count on {moment}; {policy}",
  "cite.votes":
    "{name}: {votes, plural, one {# vote} other {# votes}} in {place}, {share} of {base, number} valid votes ({source}).",
  "cite.margin":
    "{name} leads by {votes, plural, one {# vote} other {# votes}} in {place}, {points} points of {base, number} valid votes ({source}).",
  "cite.turnout":
    "Turnout in {place}: {share} of the {base, number} registered voters of the stations in the count ({source}).",
  "cite.counted": "Sheets in the count in {place}: {done, number} of {total, number}, {share} ({source}).",
  "policy.counted": "counting what the authority counts",
  "policy.as-filed": "counting also open sheets at their written figures",
  "policy.undisputed": "without anything that is open",
  "policy.first-filed": "at the figures first filed",
  "policy.line": "Under the policy “{policy}”: {meaning}.",
  "policy.custom": "a policy of the definition",
  "site.noPolicy": "There is no policy {policy} here; there is: {known}.",
  "frame.meanings": "Meanings of terms",
  "embed.title": "Put into another page",
  "embed.follows": "Follows the count, edition after edition:",
  "embed.stays": "Stays at edition {number}:",
  "embed.whole": "All figures, and how to recount them",
  "shell.embed": "Result to put into other pages",
};
