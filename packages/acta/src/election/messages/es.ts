import type { electionEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const electionEs: Readonly<Record<keyof typeof electionEn, string>> = {
  "definition.badId": "un identificador tiene de 1 a 64 letras, cifras, '_', '-' o '.', y empieza con letra o cifra",
  "definition.tooLong": "este texto es demasiado largo",
  "definition.tooMany": "hay demasiados elementos",
  "definition.badFraction": "una fracción se escribe con dos números enteros, por ejemplo 1/2",
  "definition.badShare":
    "el nombre de un porcentaje publicado empieza con `share`, no lleva punto y tiene hasta 65 caracteres",
  "definition.badHash": "un SHA-256 tiene 64 cifras hexadecimales en minúscula",
  "definition.badAddress": "una dirección pública empieza con https:// y no tiene espacios",
  "definition.badColour": "un color se escribe #rrggbb",
  "definition.badCountry": "un país son dos letras mayúsculas (ISO 3166)",
  "definition.badDate": "{received} no es una fecha (AAAA-MM-DD)",
  "definition.badMoment": "{received} no es un momento con su huso horario (por ejemplo 2021-06-08T11:15-05:00)",
  "definition.badRunoff": "una segunda vuelta necesita al menos 2 y a lo más {options, number} opciones",
  "definition.notText": "esto no es texto en UTF-8: guárdelo como UTF-8, o revise que sea el archivo correcto",
  "definition.notOne":
    "esto no es la definición de una elección (no tiene format, options, contests ni sources): revise que sea el archivo correcto",
  "definition.badTimeZone": "no existe el huso {received}: por ejemplo America/Lima (IANA)",
  "definition.badValue": "se esperaba {expected} y hay {received}",
  "definition.badYaml": "no se puede leer como YAML: {reason}",
  "definition.aliases": "no se aceptan alias de YAML (*nombre): escriba el valor completo",
  "definition.tooLarge": "una definición tiene a lo más {most, number} bytes",
  "definition.emptyGroup": "un grupo necesita ámbitos, o ámbitos que exceptuar",
  "definition.emptyPart": "esta parte no da ni actas ni padrón",
  "definition.followsItself": "una elección no puede seguir a sí misma",
  "definition.levelNotMapped": "falta indicar de dónde sale el nivel {level} de este árbol",
  "definition.missing": "falta este dato",
  "definition.noFigures": "esta parte no da cifras",
  "definition.noPreferential":
    "la elección {contest} no tiene votos preferenciales: indique `preferential` en ella o quite `candidate`",
  "definition.noNullCell": "con annulledFigures: asWritten el acta necesita una casilla de votos nulos",
  "definition.noSheets": "una fuente necesita una parte con actas",
  "definition.optionNotMapped": "la opción {option} no tiene columna: sus votos serían 0 sin aviso",
  "definition.sameCell": "dos casillas tienen el mismo identificador",
  "definition.sameHash": "el archivo {sha256}… está dos veces en la lista",
  "definition.sameId": "el identificador {id} está dos veces",
  "definition.sameWords": "las palabras «{words}» ya significan {other}",
  "definition.sumsInLong":
    "las sumas impresas solo se leen junto a cells (una columna por casilla), no en el formato largo",
  "definition.unknownKey": "aquí no se conoce {key}: ¿está mal escrito?",
  "definition.unknownReference":
    "no existe {kind, select, option {la opción} contest {la elección} tree {el árbol de ámbitos} level {el nivel} cell {la casilla} status {el estado} part {la parte} group {el grupo} file {el archivo} other {{kind}}} {name}",
  "definition.wideOrLong":
    "indique o bien cells (una columna por casilla) o bien long (una fila por casilla), no ambos",
  "roll.badBlob": "este padrón está dañado",
  "form.badDate": "{received} no es una fecha (AAAA-MM-DD)",
  "form.badId":
    "Un identificador tiene letras, cifras, '_', '-' y '.', empieza con letra o cifra y mide como máximo 64",
  "form.badValue": "Se esperaba {expected} y hay {received}",
  "form.emptyList": "Aquí hace falta al menos uno",
  "form.emptyText": "Este texto no puede estar vacío",
  "form.missing": "Aquí falta algo",
  "form.tooLong": "Este texto es demasiado largo",
  "form.tooMany": "Aquí hay demasiados elementos",
  "form.unknownKey": "Aquí no se conoce {key}",
};
