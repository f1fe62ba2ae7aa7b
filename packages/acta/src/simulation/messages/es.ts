import type { en } from "./en.js";

/** Textos de los problemas de esta sala en castellano, por código (ICU MessageFormat). */
export const es = {
  "simulation.badDate": "{received} no es una fecha (AAAA-MM-DD)",
  "simulation.badId":
    "Un identificador tiene letras, cifras, '_', '-' y '.', empieza con letra o cifra y mide a lo más 64",
  "simulation.badMoment": "{received} no es un momento con su huso horario (por ejemplo 2021-06-08T11:15-05:00)",
  "simulation.badParent": "Ningún ámbito tiene el código {parent}",
  "simulation.badValue": "Se esperaba {expected} y hay {received}",
  "simulation.emptyArea": "El ámbito {code} está por encima del último nivel y no contiene ningún ámbito",
  "simulation.emptyText": "Este texto no puede estar vacío",
  "simulation.fewRegistered":
    "El ámbito {code} tiene {registered, number} electores hábiles para {stations, plural, one {# mesa} other {# mesas}}: cada mesa necesita al menos uno",
  "simulation.flaggedAboveAll":
    "Se observarían más que todas las actas del ámbito {code}: las proporciones suman {share, number}",
  "simulation.manyRegistered":
    "El ámbito {code} tiene {registered, number} electores hábiles; en {stations, plural, one {# mesa} other {# mesas}} de a lo más {most, number} caben {room, number}",
  "simulation.missing": "Aquí falta algo",
  "simulation.missingVotes": "El ámbito {code} no da los votos de la opción {option}; escriba 0 si no hay",
  "simulation.momentsBackwards":
    "Un momento debe ser posterior al que lo precede y no tener menos actas recibidas ni resueltas",
  "simulation.negative": "Este número no puede ser menor que 0",
  "simulation.noStations": "El ámbito {code} no tiene mesas de sufragio",
  "simulation.notWhole": "Aquí se espera un número entero",
  "simulation.outOfRange": "Este número está fuera de lo razonable: se esperaba {expected} y hay {received}",
  "simulation.parentLoop": "El ámbito {code} está, a través de sus padres, dentro de sí mismo",
  "simulation.reservedId": "{id} tiene un significado propio y no puede ser el identificador de una opción",
  "simulation.sameCode": "El código de ámbito {code} está dos veces",
  "simulation.sameId": "El identificador {id} está dos veces",
  "simulation.tooDeep": "El ámbito {code} está por debajo del último nivel del árbol",
  "simulation.tooLarge": "Este número es demasiado grande: se esperaba {expected} y hay {received}",
  "simulation.tooLong": "Este texto es demasiado largo",
  "simulation.tooMany": "Son demasiados: se esperaba {expected} y hay {received}",
  "simulation.tooManyStations": "{stations, number} mesas; una simulación hace a lo más {most, number}",
  "simulation.totalsAbove":
    "El ámbito {code} está por encima del último nivel: sus totales son las sumas de los ámbitos que contiene",
  "simulation.unknownKey": "La clave {key} no se conoce aquí",
  "simulation.unknownOption": "Ninguna opción tiene el identificador {option}",
  "simulation.votesAboveRegistered":
    "El ámbito {code} tiene {votes, number} votos (con los blancos y nulos) de {registered, number} electores hábiles",
} as const satisfies Record<keyof typeof en, string>;
