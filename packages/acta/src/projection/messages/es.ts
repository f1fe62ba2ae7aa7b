/** Textos de este cuarto en español, por clave (ICU MessageFormat). */
export const projectionEs = {
  "projection.otherCountry":
    "la elección anterior {previous} es del país {country}, esta de {wanted}: elija otra con --previous, o ninguna",
  "projection.noRegistered":
    "no hay electores hábiles en las mesas de esta elección: una proyección necesita el padrón con sus electores",
  "projection.singleOption": "la elección tiene una sola opción: no hay nada que proyectar",
  "projection.tooFew":
    "hay {counted, number} de {stations, number} mesas contabilizadas ({registered} % de los electores hábiles); hacen falta al menos {least, number} y el 1 %: espere la siguiente edición",
  "projection.noValidVotes":
    "ningún acta contabilizada tiene votos válidos: revise cómo se leyeron las columnas de las opciones",
  "projection.oneOption":
    "todos los votos contabilizados son de {option}: de eso no se aprende ninguna dispersión; revise cómo se leyeron las columnas de las opciones",
  "projection.fewMatches":
    "la elección anterior coincide con {matched, number} de {stations, number} mesas o de sus áreas, menos de la mitad: es otro archivo, o lo son sus códigos; elíjala con --previous, o ninguna",
  "projection.fewerSheets":
    "la edición {edition}, anterior a esta, tiene {before, number} actas contabilizadas y esta {counted, number}: un cómputo no pierde actas; revise cuál edición es la más nueva",
  "projection.notFinite":
    "la dispersión de la proyección no es un número: no se dice nada; revise si el padrón o las actas tienen cifras absurdas",
  "projection.backtestOptions": "la prueba repite una edición final de dos opciones; esta elección tiene otro número",
  "projection.backtestOpen":
    "la prueba repite una edición final; en esta aún hay actas abiertas: elija otra con --edition",
  "projection.backtestCurve":
    "ninguno de {tried, number} órdenes inventados se parece a la curva real: sus cifras no son de esta elección, o el cómputo no es final",
  "assume.order":
    "Lo que falta se distingue de lo que llegó solo en lo que dicen sus áreas, su tamaño y la elección anterior; nada más lo retrasa.",
  "assume.previous":
    "Elección anterior {election}: acta propia de {own, number} mesas, local de {place, number}, área de {area, number}, nada de {none, number}.",
  "assume.noPrevious":
    "Sin elección anterior: las áreas se prestan lo que tienen en común, y nada más. Espere intervalos anchos y ningún ganador proyectado antes del 95 %.",
  "assume.totals":
    "Solo totales por área ({areas, number} áreas): cuánto difieren las mesas dentro de un área se declara, no se aprende, y las actas observadas se tratan como pendientes.",
  "assume.flagged":
    "Actas observadas con cifras: {flagged, number}, como se presentaron; se espera que se anule el {annulled} %, según la clase de observación.",
  "assume.kept": "De los votos pendientes se espera perder el {lost} % en actas que se observen y anulen después.",
  "assume.lambda":
    "La dispersión propia del modelo se multiplica por {lambda}, {editions, plural, =0 {el valor previo, porque no hay ediciones anteriores} one {aprendido de # edición anterior} other {aprendido de # ediciones anteriores}}.",
  "assume.rangeOnly":
    "Un dominio no tiene ningún acta contabilizada, ninguna elección anterior lo conoce y es la mayor parte de la dispersión: se da solo un rango, sin probabilidad.",
};
