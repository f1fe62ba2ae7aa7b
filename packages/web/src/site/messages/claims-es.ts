/** Texts of the page of claims in Spanish, by key (ICU MessageFormat). */
export const claimsEs = {
  "menu.claims": "Afirmaciones",
  "claims.title": "Afirmaciones verificadas",
  "claims.count":
    "{count, plural, =0 {Aquí no hay afirmaciones publicadas.} one {Una afirmación, verificada.} other {# afirmaciones, verificadas.}}",
  "claims.intro":
    "{count, plural, =0 {Aquí no hay afirmaciones publicadas.} one {Una afirmación publicada} other {# afirmaciones publicadas}}{count, plural, =0 {} other {, comparadas con todo lo que alguna vez se dijo: {editions, plural, one {# edición} other {# ediciones}}, {moments, plural, one {# momento} other {# momentos}} del cómputo, la ley del día y {facts, plural, one {# hecho fechado} other {# hechos fechados}} con su fuente. Nunca solo con el último resultado.}}",
  "claims.sums": "Veredictos",
  "verdict.exact": "Exacta",
  "verdict.rounding": "Correcta, redondeada",
  "verdict.rightAtTheTime": "Correcta en su momento",
  "verdict.partly": "Correcta en parte",
  "verdict.wrong": "Falsa",
  "verdict.notCheckable": "No se puede verificar aquí",
  "claims.said": "Dice: {claimed} {unit} (de {asOf}; {source})",
  "claims.found": "Hallado:",
  "claims.last": "Última palabra, {at}:",
  "claims.reason": "No verificable aquí: {reason}",
  "claims.rule": "Regla {rule} ({article})",
  "claims.contradicts": "Contradice:",
  "claims.file": "Estas respuestas como datos (JSON)",
};
