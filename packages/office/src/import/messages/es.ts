import type { importEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const importEs: Readonly<Record<keyof typeof importEn, string>> = {
  "import.noLayout":
    "{count, plural, one {falta una columna} other {faltan # columnas}} para el formato más cercano, {nearest}: {columns}; ¿es un archivo de esta elección?",
  "import.noLayouts": "la definición no nombra ninguna fuente que pueda leer este archivo",
  "import.emptyFolder":
    "ningún archivo de esta carpeta corresponde a una fuente de la definición: ¿es la carpeta correcta?",
  "import.noSheets": "no se indicó ningún archivo con actas",
  "import.noBulletins": "no se dio ningún archivo con totales publicados",
  "import.noRows": "no hay filas bajo la cabecera, así que no se registró nada: ¿está completo?",
  "import.twoForPart": "{source} admite un archivo como {part}, y este es el segundo",
  "import.missingPart": "{source} necesita además un archivo para {part}: indíquelo con --source",
  "import.olderDelta": "un archivo de cambios al {asOf} no puede seguir a la edición del {last}: importe en orden",
  "import.tooManyRefused":
    "{refused, plural, one {# fila rechazada} other {# filas rechazadas}} de {rows, number} (límite {limit}), la primera: {reason, select, shortRow {menos celdas que columnas} longRow {más celdas que columnas} strayQuote {una comilla en medio de una celda} unclosedQuote {una comilla que nunca se cierra} badEncoding {bytes que no son texto en la codificación declarada} notAnObject {no es un registro} repeatedKey {el mismo nombre dos veces en un registro} noStation {sin código de mesa} badStation {no es un código de mesa: «{seen}»} notACount {no es un número de votos (entero, de 0 a 999,999,999): «{seen}»} unknownStatus {un estado que la definición no conoce: «{seen}»} unknownOption {una opción que la definición no conoce: «{seen}»} unknownContest {una elección que ninguna acta de la definición lee: «{seen}»} stationOutOfContest {votos en una elección en la que esta mesa no vota} stationNotOnRoll {la mesa no está en el padrón: «{seen}»} stationTwiceSame {la mesa está dos veces con las mismas cifras} stationTwiceDifferent {la mesa está dos veces con cifras distintas} badMoment {un momento que no se puede leer: «{seen}»} unknownArea {un ámbito que no conocen ni el padrón ni la serie: «{seen}»} unknownWord {una palabra que la definición no conoce: «{seen}»} areaTwiceDifferent {el ámbito figura dos veces con otras cifras: «{seen}»} other {{reason}}}. No se registró nada{quarantine, select, none {} other {; las filas están en {quarantine}}}: corrija el archivo, o admita más con refusedLimit en la definición",
  "import.fileChanged": "el archivo cambió mientras se leía, así que no se registró nada: repita cuando esté completo",
  "import.badAsOf": "--as-of {text} no es un momento (por ejemplo 2021-06-08T11:15-05:00)",
  "import.noSource":
    "no se indicó ningún archivo: agregue --source ARCHIVO{count, plural, =0 {} one {, o --fetch para traer de la red el archivo que nombra la definición} other {, o --fetch para traer de la red los # archivos que nombra la definición}}",
  "import.otherFormat": "no es un documento de la forma {format}: su primera línea dice format",
  "import.namesNoFile": "{key} debe nombrar el archivo que está al lado de este",
  "import.notInstitutions": "no es un archivo de instituciones (acta-institutions/1): le faltan format y rules",
  "import.notLaw": "no es un archivo de normas (acta-law/1)",
  "copies.refusedRow": "no se puede leer la línea {line, number} ({reason}); no se asentó nada",
  "copies.noRows": "no hay filas bajo el encabezado; no se asentó nada",
  "copies.noStation": "ninguna columna se llama mesa (o station, num_mesa, acta, code); no se asentó nada",
  "copies.noCells": "ninguna columna nombra una casilla del acta, por su id, nombre o alias; no se asentó nada",
  "copies.twoColumns": "la columna {column} nombra una casilla que otra columna ya nombra; no se asentó nada",
  "copies.unknownStation": "línea {line, number}: no hay mesa «{seen}» en el padrón; no se asentó nada",
  "copies.badCell":
    "línea {line, number}: «{seen}» no es un número de votos (ni vacío, ilegible, -); no se asentó nada",
  "copies.twice": "línea {line, number}: la mesa {seen} aparece dos veces con otras cifras; no se asentó nada",
  "geography.tooLarge":
    "{bytes, number} bytes son demasiados para la geografía de una página (como máximo {most, number}): simplifíquela antes y nombre el archivo simplificado en la definición",
  "geography.notNamed":
    "ninguna definición de esta carpeta nombra un archivo de geografía con el SHA-256 {sha256}; nombra: {names}. Corrija la definición o dé el archivo correcto",
  "geography.otherBytes":
    "la definición nombra un archivo de este nombre con el SHA-256 {expected}, y este tiene {sha256}: fue alterado, está cortado o es otra edición",
};
