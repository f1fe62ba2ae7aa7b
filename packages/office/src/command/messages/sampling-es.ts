/** Textos sobre conteos rápidos y bocas de urna en castellano, por clave (ICU MessageFormat). */
export const samplingCommandEs = {
  "argument.sample": "diseño de una muestra (JSON), o su formulario con los votos de las actas que llegaron (CSV)",
  "column.bias": "sesgo",
  "column.covers": "cubre el intervalo de {level} %",
  "column.design": "diseño",
  "column.drawn": "sorteadas",
  "column.inFrame": "en el marco",
  "column.interval": "intervalo de {level} %",
  "column.marginOfShare": "margen ({level} %)",
  "column.meanSe": "e.e. medio",
  "column.pFirst": "P(primero)",
  "column.pFirstTwo": "P(entre dos)",
  "column.polled": "porcentaje",
  "column.rightLeader": "acierta quién va primero",
  "column.sd": "d.e.",
  "column.stations": "mesas",
  "column.stratum": "estrato",
  "exitPoll.assume.flat": "Antes de la encuesta cualquier ventaja era igual de probable (a priori plana).",
  "exitPoll.assume.house":
    "Efecto de la encuestadora sobre la diferencia, que nadie dio: {house} puntos (d.e.), lo que se supone cuando no se sabe nada de la empresa. Dé su historial con --house.",
  "exitPoll.assume.houseGiven": "Efecto de la encuestadora sobre la diferencia: {house} puntos (d.e.), según lo dado.",
  "exitPoll.assume.independent":
    "Las entrevistas se toman como independientes, porque nadie dio un efecto de diseño: hechas en pocos lugares valen mucho menos. Dé --deff, o --places con --rho.",
  "exitPoll.assume.margin":
    "El margen publicado es el de un porcentaje cercano a la mitad, a este nivel; lo que no incluye, tampoco está aquí.",
  "exitPoll.assume.noHouse":
    "Sin efecto de la encuestadora, según lo dado: solo las entrevistas, como si todos respondieran y nada se contara mal.",
  "exitPoll.assume.sample": "Una muestra probabilística de votantes con este efecto de diseño.",
  "exitPoll.badEffect": "--deff {text} no es un efecto de diseño: un número mayor que 0, como 1.6",
  "exitPoll.badLevel": "--level {level} no es un nivel: de 50 a 99.9",
  "exitPoll.badRho":
    "--places necesita --rho, la correlación de los votantes de un lugar, de 0 a 1, como 0.05 (se dio: {text})",
  "exitPoll.badShare": "--shares: {part} no es un porcentaje: escriba NOMBRE=PORCENTAJE, como A=50.3,B=49.7",
  "exitPoll.brief":
    "Qué puede decir una boca de urna: el margen de la diferencia, la probabilidad de ir adelante, el empate técnico",
  "exitPoll.difference":
    "{first} sobre {second}: {points} puntos; margen de error de la diferencia ±{margin} ({level} %); P(adelante) {chance}",
  "exitPoll.differenceBelow":
    "{first} sobre {second}: {points} puntos; margen de error de la diferencia ±{margin} ({level} %); P(adelante) {chance}",
  "exitPoll.effectOfMargin": "--moe es un margen de error publicado: --deff y --places van con --n",
  "exitPoll.effectTwice": "Dé el efecto de diseño una vez: --deff, o --places con --rho",
  "exitPoll.full":
    "Lee una encuesta publicada: porcentajes con el número de entrevistas y su efecto de diseño, o con el margen de error publicado. Dos porcentajes tienen una diferencia, y su margen es el doble del de un porcentaje. Aquí no se declara ganador a nadie.",
  "exitPoll.interviews": "{n, number} entrevistas, efecto de diseño {effect}",
  "exitPoll.manyOptions": "--shares: más de {most} opciones",
  "exitPoll.margin": "Margen de error publicado de un porcentaje: ±{margin} puntos; nada más se sabe de la muestra",
  "exitPoll.needed":
    "Distinguir de cero una diferencia de {points} puntos a {level} % pide unas {needed, number} entrevistas de este diseño, sin ningún efecto de la encuestadora.",
  "exitPoll.never": "Ningún número de entrevistas distingue de cero una diferencia de 0.",
  "exitPoll.noShares": "Dé los porcentajes de la encuesta: --shares A=50.3,B=49.7",
  "exitPoll.rest": "Fuera de la lista: {rest} % de la misma base.",
  "exitPoll.rhoAlone": "--rho necesita --places, el número de lugares donde se entrevistó",
  "exitPoll.sizeTwice": "Dé el tamaño una vez: --n, o el margen publicado --moe",
  "exitPoll.tie":
    "Empate técnico: {points} es menos que el margen de error de la diferencia. Esta encuesta no puede decir quién va adelante; no dice que sean iguales.",
  "exitPoll.told":
    "{points} es más que el margen de error de la diferencia: como muestra, la encuesta tiene adelante a {first}. No es un resultado.",
  "exitPoll.withHouse":
    "con un efecto de la encuestadora de {house} puntos (d.e.): ±{totalMargin}; P(adelante) {totalChance}",
  "flag.pollCorrelation": "correlación de los votantes de un lugar, de 0 a 1",
  "flag.pollData":
    "carpeta de datos del proceso encuestado, cuya definición puede retener bocas de urna (por omisión, acta-data, donde la haya)",
  "flag.pollDesignEffect": "efecto de diseño de las entrevistas, como 1.6",
  "flag.pollElection": "proceso electoral de esa carpeta (por omisión, todos)",
  "flag.pollHouse": "efecto de la encuestadora sobre una diferencia, d.e. en puntos (por omisión, 2; 0 para ninguno)",
  "flag.pollInterviews": "entrevistas de las que son los porcentajes (--n N)",
  "flag.pollLevel": "nivel de confianza en porcentaje",
  "flag.pollMargin": "margen de error de un porcentaje según se publicó, en puntos",
  "flag.pollPlaces": "lugares donde se entrevistó (con --rho en vez de --deff)",
  "flag.pollShares": "porcentajes: A=50.3,B=49.7",
  "flag.sampleAllocation":
    "cómo se reparten las mesas entre estratos: proportional, neyman (por variación en la elección anterior), equal",
  "flag.sampleBootstrap": "réplicas del bootstrap que comprueba el error estándar; 0 para ninguna",
  "flag.sampleBy": "nivel de los ámbitos que son los estratos (department …); none para un solo estrato",
  "flag.sampleCalibrate": "calibra los pesos (GREG) con lo que la elección anterior dice de cada mesa",
  "flag.sampleCollapse":
    "estratos que se estiman juntos, por código: A+B,C+D; next: el de una sola acta se une al siguiente",
  "flag.sampleDesign": "diseño con que se sorteó el formulario (JSON); sin él, --by y --places dicen cómo se sorteó",
  "flag.sampleError":
    "sortea las que hagan falta para un margen de error esperado de la diferencia (95 %) de tantos puntos",
  "flag.sampleMissingBound": "cuánto puede diferir un porcentaje entre las actas que llegaron y las que no, en puntos",
  "flag.sampleOut": "archivo del formulario por llenar (CSV); el diseño va al lado (JSON)",
  "flag.samplePlaces": "se sortean locales de votación, con todas sus mesas",
  "flag.samplePrevious": "elección cuyo resultado describe las mesas (por omisión, aquella que esta continúa)",
  "flag.sampleRepetitions": "cuántas veces se sortea cada diseño",
  "flag.sampleSheets":
    "formulario con los votos de las actas que llegaron (CSV); sin él se leen las actas de la edición",
  "flag.sampleSizes": "tamaños en mesas: 1000,2500",
  "flag.sampleStations": "mesas de la muestra",
  "quickCount.ahead":
    "{points} es más que el margen de error de la diferencia: esta muestra tiene adelante a {first}. Es una estimación, no el resultado.",
  "quickCount.assume.calibrated":
    "Pesos calibrados con {covariates, number} covariables del marco tomadas de {previous} ({own, number} de {all, number} mesas con acta propia allí).",
  "quickCount.assume.drawnElsewhere":
    "La muestra se sorteó de este marco, en estos estratos: lo dice quien la sorteó. Mesas elegidas, o las que contestaron primero, no tienen margen de error.",
  "quickCount.assume.drawnHere": "Sorteada de este marco con la semilla {seed}: cualquiera puede repetir el sorteo.",
  "quickCount.assume.few":
    "Solo {freedom, number} grados de libertad: los intervalos son anchos, y ellos mismos aproximados.",
  "quickCount.assume.joined": "Estratos estimados juntos: {joined}.",
  "quickCount.assume.missing":
    "De {missing, plural, one {# acta que no ha llegado} other {las # actas que no han llegado}} se supone que un porcentaje en ellas está a menos de {bound} puntos del de las que llegaron.",
  "quickCount.assume.places":
    "Se sortearon locales enteros: la varianza es entre locales. Un local del que faltan actas vale por la media de las otras.",
  "quickCount.assume.silent":
    "No ha llegado nada de {silent}. Se supone que no está más lejos de lo que los otros dicen de él que el más lejano de ellos, {silentBound} puntos de un porcentaje: eso suma {silentAdded} puntos al error estándar de la diferencia.",
  "quickCount.assumes": "Esto descansa en:",
  "quickCount.badAllocation": "--allocation {rule} no se conoce (proportional, neyman, equal)",
  "quickCount.badNumber": "{flag} {text} no es un número entero de {least, number} a {most, number}",
  "quickCount.badPoints": "{flag} {text} no es un porcentaje: un número mayor que 0, hasta 100, como 2.5",
  "quickCount.badRow": "esta fila no se puede leer: mire sus comillas y columnas",
  "quickCount.badVotes": "mesa {station}, {option}: {text} no es un número de votos",
  "quickCount.base": "Base: votos válidos de todas las mesas del marco, estimados.",
  "quickCount.bootstrap":
    "Bootstrap (Rao-Wu, {replicates, number} réplicas, semilla {seed}): {se}; 95 % central: {interval}.",
  "quickCount.bounds":
    "Por pura aritmética, las actas que no han llegado dejan la diferencia en la muestra en cualquier punto de {interval} puntos.",
  "quickCount.brief": "Qué dice una muestra de mesas sorteadas, con su error (conteo rápido)",
  "quickCount.contrast":
    "Dentro de los estratos, las actas tardías difieren de las tempranas en {points} puntos de la diferencia.",
  "quickCount.counted": "Todas las mesas están en la muestra: nada se estima.",
  "quickCount.cut.place":
    "{strata, plural, one {Locales enteros sorteados, un solo estrato} other {Locales enteros sorteados por {level}: # estratos}}",
  "quickCount.cut.station":
    "{strata, plural, one {Mesas sorteadas de un solo estrato} other {Mesas sorteadas por {level}: # estratos}}",
  "quickCount.design.places": "locales enteros",
  "quickCount.design.simple": "simple",
  "quickCount.design.simpleCalibrated": "simple, calibrada",
  "quickCount.design.strata": "por {level}",
  "quickCount.design.strataCalibrated": "por {level}, calibrada",
  "quickCount.designBrief": "Sortear una muestra de mesas con una semilla, y decir qué error cabe esperar",
  "quickCount.designEffect":
    "Efecto de diseño {effect}: estas mesas dicen tanto como diría uno de cada {effect} de sus votos, sorteados uno por uno.",
  "quickCount.designFull":
    "Reparte las mesas entre estratos, las sortea con una semilla y escribe un formulario por llenar con el diseño al lado. El error esperado es el del mismo diseño en la elección anterior.",
  "quickCount.designNext":
    "Escrito: {form} (por llenar) y {design} (el diseño)\nAhora: acta quick-count {form} --design {design}",
  "quickCount.drawn":
    "{stations, number} de {all, number} mesas sorteadas{unit, select, place { en {units, plural, one {# local} other {# locales}}} other {}}, {rule}, semilla {seed}",
  "quickCount.error": "Error estándar de la diferencia, en puntos: linealizado {linearised}, jackknife {jackknife}.",
  "quickCount.expected":
    "Margen de error esperado de la diferencia (95 %): ±{margin} puntos (muestra simple: ±{simple}), si {first} y {second} varían entre mesas como en {election} ({known, number} de {units, number} unidades conocidas allí). Una contienda entre dos más reñida varía más.",
  "quickCount.fileThere":
    "ya hay un archivo con este nombre, quizá ya llenado: no se sobrescribe. Elija otro con --out",
  "quickCount.fromEdition":
    "Cifras: las actas de la propia edición (edición {number}, {moment}); la que aún no está contabilizada no ha llegado",
  "quickCount.fromFile": "Cifras: {file}",
  "quickCount.full":
    "SAMPLE es un diseño sorteado aquí (JSON; cifras de --sheets o de la edición) o el formulario lleno (CSV). Razón combinada estratificada, varianza linealizada, comprobada por jackknife y bootstrap; --calibrate usa la elección anterior. Las actas que no han llegado son un supuesto con cota.",
  "quickCount.halfFilled":
    "la mesa {station} tiene votos para algunas opciones y ninguno para {option}: escriba 0, o déjelas todas vacías",
  "quickCount.missing":
    "{missing, plural, one {# acta no ha llegado} other {# actas no han llegado}}; ha llegado {part} % del diseño. Si allí los porcentajes difieren en {bound} puntos, el error estándar de la diferencia crece en {added} puntos (en cuadrados).",
  "quickCount.moreStrata":
    "… y {count, plural, one {# estrato más} other {# estratos más}}: los archivos los tienen todos",
  "quickCount.noColumn": "no hay una columna para {column} (columnas: {header})",
  "quickCount.noContrast":
    "No se puede ver si las actas tardías difieren de las tempranas: faltan las horas, o hay muy pocas actas.",
  "quickCount.noPrevious": "{election} no tiene una elección con actas",
  "quickCount.noVariation":
    "En estas actas nada varía, por eso no muestran error: eso dice algo de ellas, y no prueba nada de las demás.",
  "quickCount.notDrawn": "la mesa {station} no está en el diseño: no fue sorteada, así que no dice nada de las demás",
  "quickCount.nothingExpected":
    "No se puede esperar ningún error: la carpeta no tiene la elección anterior. Impórtela, o nombre una con --previous.",
  "quickCount.nothingPrevious":
    "{election} no tiene en esta carpeta una elección anterior, que esto necesita: importe la que continúa, o nombre una con --previous",
  "quickCount.pair":
    "{first} sobre {second}: {points} puntos; margen de error de la diferencia ±{margin} (95 %); intervalo de 90 % {interval}; P(adelante) {chance}",
  "quickCount.pairBelow": "{first} sobre {second}: {points} puntos ±{margin} (95 %); P(adelante) {chance}",
  "quickCount.range": "{low} a {high}",
  "quickCount.rehearseBrief":
    "Probar diseños en una elección cuyo resultado se conoce: ¿cumplen los intervalos lo que prometen?",
  "quickCount.rehearseFull":
    "Sortea cada diseño una y otra vez de las mesas contabilizadas y compara lo que dice con lo cierto: dispersión, error estándar medio, sesgo, cuántas veces cubren los intervalos, cuántas acierta quién va primero.",
  "quickCount.rehearsed":
    "{repetitions, number} repeticiones de cada diseño; {first} sobre {second}, diferencia verdadera {truth} puntos",
  "quickCount.rehearsedBase": "Puntos de votos válidos; d.e.: de la diferencia estimada; intervalos: linealizados.",
  "quickCount.rehearsedOpen":
    "{open, plural, one {# mesa no está contabilizada y queda} other {# mesas no están contabilizadas y quedan}} fuera del marco.",
  "quickCount.rehearsing": "{design}, {stations}",
  "quickCount.rule.equal": "el mismo número de cada estrato",
  "quickCount.rule.neyman": "repartidas por tamaño y variación (Neyman)",
  "quickCount.rule.proportional": "repartidas en proporción",
  "quickCount.sizeOrError": "Diga cuántas: --stations N, o --error PUNTOS para las que hagan falta",
  "quickCount.tie":
    "Empate técnico: {points} es menos que el margen de error de la diferencia. Esta muestra no puede decir quién va adelante.",
  "quickCount.title":
    "Conteo rápido: han llegado {came, number} de {stations, number} actas de la muestra; marco: {all, number} mesas",
  "quickCount.unknownLevel": "no hay un nivel {level} (hay: {known}, none)",
  "quickCount.unknownTree": "no hay un árbol de ámbitos {tree} (hay: {known})",
} as const;
