/** Texts of the page of claims in English, by key (ICU MessageFormat). */
export const claimsEn = {
  "menu.claims": "Claims",
  "claims.title": "Claims, checked",
  "claims.count":
    "{count, plural, =0 {No claims are published here.} one {One claim, checked.} other {# claims, checked.}}",
  "claims.intro":
    "{count, plural, =0 {No claims are published here.} one {One published claim} other {# published claims}}{count, plural, =0 {} other {, held against everything that was ever said: {editions, plural, one {# edition} other {# editions}}, {moments, plural, one {# moment} other {# moments}} of the count, the law of the day and {facts, plural, one {# dated fact} other {# dated facts}} with their sources. Never only against the last result.}}",
  "claims.sums": "Verdicts",
  "verdict.exact": "Exact",
  "verdict.rounding": "Right, rounded",
  "verdict.rightAtTheTime": "Right at the time",
  "verdict.partly": "Partly right",
  "verdict.wrong": "Wrong",
  "verdict.notCheckable": "Cannot be checked here",
  "claims.said": "Claimed: {claimed} {unit} (as of {asOf}; {source})",
  "claims.found": "Found:",
  "claims.last": "Last word, {at}:",
  "claims.reason": "Not to be checked here: {reason}",
  "claims.rule": "Rule {rule} ({article})",
  "claims.contradicts": "Contradicts:",
  "claims.file": "These answers as data (JSON)",
};
