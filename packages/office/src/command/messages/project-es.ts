/** Textos de `acta project` en español, por clave (ICU MessageFormat). */
export const projectEs = {
  "flag.previous": "elección anterior, por su id, o none (por omisión: la que continúa la definición)",
  "flag.areaLevel": "también las áreas de este nivel",
  "project.brief": "Proyecta un cómputo sin terminar: margen esperado, su intervalo y por qué",
  "project.full":
    "De las actas contabilizadas, por área y con lo que dice de cada mesa la elección anterior: votos esperados, intervalos de 50, 90, 95 y 99 %, probabilidad de terminar adelante, lo que aporta cada parte de lo que falta y lo que se supone. Una proyección no es un cómputo. Se niega donde no puede darse un número honesto. Misma semilla, mismas cifras.",
  "project.badSeed": "--seed es un número entero de 0 a 2147483647, no {seed}",
  "project.onlyBacktest": "--{flag} va con --backtest: agréguelo, o quite --{flag}",
  "project.unknownPrevious":
    "en esta carpeta no hay elección anterior {election} con actas (conocidas: {known}); impórtela, o use --previous none",
  "project.unknownLevel": "no hay áreas del nivel {level} (conocidos: {known})",
  "project.edition": "Proyección desde la edición {number} ({id}), estado de {moment}",
  "project.notCount": "Una proyección, no un cómputo: lo que falta se espera, con su dispersión.",
  "project.base":
    "Contabilizadas: {counted, number} de {stations, number} actas ({countedPart}; procesadas {processedPart}), {registeredPart} de los electores hábiles",
  "project.open": "Abiertas: {pending, number} pendientes, {referred, number} para envío al JEE",
  "project.interval": "{low} y {high}",
  "project.margin": "Margen proyectado, {of} sobre {over}: {votes} votos ({points} puntos de los votos válidos)",
  "project.margin90": "  90 % entre {interval}",
  "project.margin50": "  50 % entre {interval}",
  "project.chance": "Probabilidad de que {of} termine adelante: {chance}",
  "project.rangeOnly":
    "No puede darse una probabilidad: un dominio entero no tiene nada contabilizado. Vale solo el rango.",
  "project.threeWay": "Una tercera opción está dentro de los intervalos de las dos primeras: es una contienda de tres.",
  "project.complete": "Todo está contabilizado: {of} va adelante por {votes}. La proyección es igual al cómputo.",
  "project.inResults":
    "Proyección, no cómputo: {of} sobre {over} por {votes} votos al final ({points} puntos de los votos válidos); 90 % entre {ninety}, 50 % entre {half}; probabilidad de que {of} termine adelante: {chance}. Por qué: acta project.",
  "project.inResultsRange":
    "Proyección, no cómputo: {of} sobre {over} por {votes} votos al final ({points} puntos de los votos válidos); 90 % entre {ninety}, 50 % entre {half}; no se puede decir una probabilidad. Por qué: acta project.",
  "project.almostSure": ">99.5 %",
  "project.almostNever": "<0.5 %",
  "project.column.option": "opción",
  "project.column.counted": "contabilizado",
  "project.column.projected": "proyectado",
  "project.column.ofValid": "de los válidos",
  "project.column.first": "primera",
  "project.column.second": "segunda",
  "project.column.runoff": "en la segunda vuelta",
  "project.column.part": "parte",
  "project.column.stations": "actas",
  "project.column.margin": "margen",
  "project.column.sd": "dispersión",
  "project.column.variance": "de la varianza",
  "project.column.area": "área",
  "project.column.countedPart": "contabilizado",
  "project.column.expectedLead": "adelante, se espera",
  "project.column.chance": "probabilidad",
  "project.parts": "De qué se hace el margen ({of} sobre {over}):",
  "project.part.counted": "contabilizado",
  "project.part.open": "pendiente",
  "project.part.openIn": "pendiente, {area}",
  "project.part.flagged": "para envío al JEE, con cifras",
  "project.part.total": "proyectado",
  "project.bound.nothing": "No hay nada abierto.",
  "project.bound.can":
    "Por pura aritmética la ventaja de {lead, number} aún puede cambiar: lo abierto tiene {most, number} electores hábiles, unos {plausible, number} votos válidos a la tasa más alta contabilizada.",
  "project.bound.cannot":
    "Por pura aritmética la ventaja de {lead, number} ya no puede cambiar: lo abierto tiene {most, number} electores hábiles.",
  "project.bound.implausible": "A la tasa más alta contabilizada no podría.",
  "project.lessons":
    "Lo que la noche ha enseñado ({editions, plural, =0 {el valor previo, porque no hay ediciones anteriores} one {de # edición anterior} other {de # ediciones anteriores}}):",
  "project.lesson":
    "{area}: la dispersión propia del modelo se multiplica por {lambda}{drift, select, none {} other {; lo que las anteriores erraron en una misma dirección mueve el margen de {of} en {drift} votos}}.",
  "project.lesson.whole": "todo lo pendiente",
  "project.assumptions": "Se supone:",
  "project.allCounted": "contabilizada",
};
