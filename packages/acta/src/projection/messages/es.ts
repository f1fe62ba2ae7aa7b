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
  "totals.countedAboveSheets":
    "{area} tiene {counted, number} actas contabilizadas de {sheets, number}: más de las que hay; revise las columnas sheets y counted",
  "totals.referredAboveOpen":
    "{area} tiene {referred, number} actas en un tribunal, pero solo {open, number} sin contabilizar: revise las columnas sheets, counted y referred",
  "totals.votesWithoutSheets":
    "{area} tiene {votes, number} votos y ningún acta contabilizada: revise la columna counted",
  "totals.registeredFalls":
    "{area} tiene {counted, number} electores en sus actas contabilizadas y {registered, number} en total: revise las columnas registered y registeredCounted",
  "totals.votesAboveRegistered":
    "{area} tiene {votes, number} votos y solo {registered, number} electores hábiles: revise cómo se leyeron las columnas",
  "totals.areaTwice": "{area} está aquí y en {other}: deje una de las dos filas",
  "totals.areaInside":
    "{area} está dentro de {above}, que {other} da entera: sus votos contarían dos veces; deje el área entera o sus partes",
  "totals.unknownDomain":
    "{area} no es un dominio de esta definición (projection.domains): use uno de sus grupos, o el código del área",
  "totals.unknownArea":
    "no hay área {area} ({path}) en el padrón de esta elección: revise su código y las columnas de niveles",
  "totals.noAreas":
    "la tabla no tiene ningún área de la definición, solo dominios enteros: dé al menos las áreas del primer nivel",
  "projection.orderUnknown":
    "no hay una mesa {station} en esta elección: un orden nombra cada mesa del cómputo una vez",
  "projection.orderRepeats":
    "la mesa {station} está en el orden por segunda vez: cada mesa llega una vez; quite una de las dos filas",
  "projection.orderLacks":
    "el orden nombra {named, number} de {stations, number} mesas: cada mesa llega una vez; falta, por ejemplo, la {station}",
  "assume.order":
    "Lo que falta se distingue de lo que llegó solo en lo que dicen sus áreas, su tamaño y la elección anterior; nada más lo retrasa.",
  "assume.previous":
    "Elección anterior {election}: acta propia de {own, number} mesas, local de {place, number}, área de {area, number}, nada de {none, number}.",
  "assume.noPrevious":
    "Sin elección anterior: las áreas se prestan lo que tienen en común, y nada más. Espere intervalos anchos y ningún ganador proyectado antes del 95 %.",
  "assume.totals":
    "Solo totales por área ({areas, number} filas), sin mesas: cuánto difiere una parte de un área del resto se declara (una parte con mil votos: {points} puntos), no se aprende.",
  "assume.totalsLate":
    "No se sabe qué mesas faltan: pueden diferir de las que llegaron en todas partes por igual, en {points, plural, one {# punto} other {# puntos}} de los votos (declarado). Es el precio de no conocer las actas.",
  "assume.totalsReferred":
    "Actas en un tribunal: {referred, number}; sus cifras no están en la tabla, así que se tratan como pendientes, menos la probabilidad de que se anulen.",
  "assume.totalsWide":
    "{areas, plural, one {Una fila vale} other {# filas valen}} por varias áreas juntas: lo que falta ahí puede ser de otras áreas que lo contabilizado, y lleva su propia dispersión.",
  "assume.totalsUnlisted":
    "{areas, plural, one {Un área} other {# áreas}} del padrón que no están en la tabla: se toman como sin nada contabilizado.",
  "assume.totalsVoters":
    "Electores hábiles de {areas, plural, one {una fila} other {# filas}} completados con el padrón, la elección anterior o las actas de la propia fila.",
  "assume.totalsNoVoters":
    "No se conocen los electores hábiles: se supone que un acta que falta trae tantos votos como las de su área y tamaño.",
  "assume.previousTotals":
    "Elección anterior {source}, por área: tabla propia de {own, number} partes, área superior de {area, number}, nada de {none, number}.",
  "assume.flagged":
    "Actas observadas con cifras: {flagged, number}, como se presentaron; se espera que se anule el {annulled} %, según la clase de observación.",
  "assume.kept": "De los votos pendientes se espera perder el {lost} % en actas que se observen y anulen después.",
  "assume.rangeOnly":
    "Un dominio no tiene ningún acta contabilizada, ninguna elección anterior lo conoce y es la mayor parte de la dispersión: se da solo un rango, sin probabilidad.",
};
