/** Texts of `acta claims` in Spanish, by key (ICU MessageFormat). */
export const claimsEs = {
  "argument.claims": "archivo de afirmaciones (YAML o JSON): frase, valor, unidad, de cuándo, qué calcular",
  "flag.publishClaims": "archivo de afirmaciones cuyas respuestas se publican como página",
  "flag.claimsMapping":
    "archivo que dice qué calcular para las afirmaciones, por id, con los hechos fechados (si no, se busca en jurisdictions/*/claims*.yaml)",
  "flag.claimsOnly": "mostrar solo estas afirmaciones (se verifican todas)",
  "claims.brief": "afirmaciones publicadas contra ediciones, reglas y hechos fechados",
  "claims.full":
    "Verifica afirmaciones publicadas: exacta, redondeada, correcta en su momento, correcta en parte, falsa o no verificable aquí, cada una con su cálculo.",
  "claims.checkBrief": "verificar las afirmaciones de un archivo",
  "claims.checkFull":
    "Cada afirmación se compara con todas las ediciones y boletines de la carpeta de datos, nunca solo con el último resultado, y con la ley de su día. Un veredicto que traiga el archivo no se lee. Qué se puede calcular: docs/afirmaciones.md.",
  "claims.title":
    "{claims, plural, one {# afirmación} other {# afirmaciones}} contra {editions, plural, one {# edición} other {# ediciones}}, {moments, plural, one {# momento} other {# momentos}} del cómputo y {facts, plural, one {# hecho fechado} other {# hechos fechados}}",
  "claims.mapping": "Qué calcular: {mapping}",
  "claims.made": "SINTÉTICO O SIMULACRO: {elections}",
  "claims.head": "{id}  {verdict}",
  "claims.said": "  dice: {said} {unit} (de {asOf})",
  "claims.found": "  hallado: {value}",
  "claims.last": "  última palabra, {at}: {value}",
  "claims.reason": "  no verificable aquí: {reason}",
  "claims.rule": "  regla {rule} ({article})",
  "claims.contradicts": "  contradice: {claims}",
  "claims.summary": "{counts}",
  "claims.noClaim": "No hay una afirmación {id} en el archivo",
  "claims.noData":
    "No hay carpeta de datos {data}: no se pueden verificar afirmaciones sobre un cómputo (acta import hace una, --data la nombra)",
  "claims.noMapping": "Nadie dice qué calcular para estas afirmaciones: dé un archivo con --mapping FILE",
  "claims.severalMappings": "Varios archivos dicen qué calcular ({one}, {other}): elija uno con --mapping FILE",
};
