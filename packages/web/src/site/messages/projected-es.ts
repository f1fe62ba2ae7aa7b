/** Textos sobre proyecciones en castellano, por clave (ICU MessageFormat). */
export const projectedEs = {
  "projected.title": "Qué dejaba esperar del final cada edición",
  "projected.lead":
    "Una proyección, no un cómputo: votos de {name} sobre {rival} cuando todo esté contado, hasta donde podían decir las actas de ese momento. El resultado proclamado es un acto de derecho.",
  "projected.caption": "Votos de {name} menos los de {rival}",
  "projected.edition": "Al",
  "projected.counted": "Contado entonces",
  "projected.expected": "Esperado al final",
  "projected.half": "Una de cada dos veces",
  "projected.ninety": "Nueve de cada diez",
  "projected.chance": "Adelante {name}",
  "projected.isCount": "todo contado",
  "projected.of": "Edición {number}, {moment}",
  "projected.range": "{low} a {high}",
  "expected.title": "Qué esperar del final",
  "expected.base":
    "Una proyección, no un cómputo, con la edición {number} ({share} de las actas contabilizadas, {registered} de los electores hábiles).",
  "expected.margin":
    "Se espera, cuando todo esté contado: {name} sobre {rival} por {expected} votos; una de cada dos veces entre {low50} y {high50}, nueve de cada diez entre {low90} y {high90}.",
  "expected.chance": "Probabilidad de que {name} termine adelante: {chance}.",
  "expected.range": "No se puede decir una probabilidad: una parte entera de la elección aún no tiene nada contado.",
  "expected.none": "No hay proyección con esta edición: no se podía dar un número honesto.",
  "expected.timeline": "La proyección de cada edición",
  "projected.made":
    "Modelo de las mesas por sus ámbitos y su elección anterior; {draws, number} sorteos, semilla {seed}. Cualquiera la repite con acta project.",
  "projected.alone":
    "Modelo de las mesas por sus ámbitos, sin elección anterior, y por eso menos seguro; {draws, number} sorteos, semilla {seed}. Cualquiera la repite con acta project.",
  "projected.without":
    "{count, plural, one {Una edición no tiene proyección: no se podía dar un número honesto.} other {# ediciones no tienen proyección: no se podía dar un número honesto.}}",
} as const;
