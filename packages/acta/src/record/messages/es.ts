import type { recordEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const recordEs: Readonly<Record<keyof typeof recordEn, string>> = {
  "record.badHeader": "asiento {index, number}: no es la cabecera de un lote",
  "record.badEntry": "el asiento {index, number} no se puede leer",
  "record.badFirst": "asiento {index, number}: un libro empieza con su propio asiento, y una sola vez",
  "record.badEdition": "el asiento {index, number} sella una edición cuyo número, definición o padrón no es el vigente",
  "record.unknownKind": "el asiento {index, number} es de tipo {kind}, que esta versión no conoce: actualice acta",
  "record.unknownVersion": "asiento {index, number}: la versión {version} de {kind} no se conoce aquí: actualice acta",
  "record.noDefinition": "asiento {index, number}: la elección {election} no tiene definición antes",
  "record.otherDefinition": "el asiento {index, number} se leyó con una definición distinta de la vigente",
  "record.unknownContest": "asiento {index, number}: no existe la elección {contest}",
  "record.badCopy":
    "el asiento {index, number}: {copy} no dice de quién es el ejemplar (authority/1, agent:PARTIDO/1, observer:NOMBRE/1)",
  "record.unknownStation": "asiento {index, number}: la mesa no está en el padrón o no vota en esta elección",
  "record.unknownStatus": "asiento {index, number}: el estado no está en la definición",
  "record.brokenChain": "el asiento {index, number} no nombra la versión del acta que reemplaza",
  "record.stationLeftRoll":
    "la mesa {station} tiene acta, y según el nuevo padrón o la nueva definición no existe o no vota en esta elección",
  "record.tooManyStatuses": "más de 250 estados",
  "record.tornLeaves": "los asientos después del {index, number} están cortados",
  "record.badAct": "el asiento {index, number} no es un {kind}; mire {field}",
  "record.badReplacement":
    "el asiento {index, number} ({kind}) reemplaza al asiento {replaces, number}, que no es de su clase o ya fue reemplazado",
  "record.badReference": "el asiento {index, number} corrige el asiento {of, number}, que no está antes que él",
};
