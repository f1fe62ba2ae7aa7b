/** Texts of `acta claims` in English, by key (ICU MessageFormat). */
export const claimsEn = {
  "argument.claims": "claims file (YAML or JSON): statement, value, unit, as of when, what to compute",
  "flag.publishClaims": "claims file whose answers are published as a page",
  "flag.claimsMapping":
    "file that says what to compute for the claims, by id, with the dated facts (otherwise jurisdictions/*/claims*.yaml is looked through)",
  "flag.claimsOnly": "show these claims only (all are checked)",
  "claims.brief": "published claims against editions, rules and dated facts",
  "claims.full":
    "Checks published claims: exact, rounded, right at the time, partly right, wrong, or not to be checked here, each with its working.",
  "claims.checkBrief": "check the claims of a file",
  "claims.checkFull":
    "Every claim is held against all editions and bulletins of the data folder, never only the last result, and against the law of its day. A verdict in the file is not read. What can be computed: docs/claims.md.",
  "claims.title":
    "{claims, plural, one {# claim} other {# claims}} against {editions, plural, one {# edition} other {# editions}}, {moments, plural, one {# moment} other {# moments}} of the count and {facts, plural, one {# dated fact} other {# dated facts}}",
  "claims.mapping": "What to compute: {mapping}",
  "claims.made": "SYNTHETIC OR A DRILL: {elections}",
  "claims.head": "{id}  {verdict}",
  "claims.said": "  claimed: {said} {unit} (as of {asOf})",
  "claims.found": "  found: {value}",
  "claims.last": "  last word, {at}: {value}",
  "claims.reason": "  not to be checked here: {reason}",
  "claims.rule": "  rule {rule} ({article})",
  "claims.contradicts": "  contradicts: {claims}",
  "claims.summary": "{counts}",
  "claims.noClaim": "There is no claim {id} in the file",
  "claims.noData":
    "There is no data folder {data}: claims about a count cannot be checked (acta import makes one, --data names it)",
  "claims.noMapping": "Nobody says what to compute for these claims: give a mapping with --mapping FILE",
  "claims.severalMappings": "Several files say what to compute ({one}, {other}): choose one with --mapping FILE",
};
