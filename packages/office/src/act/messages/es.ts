/** Textos de esta sala en español, por clave (ICU MessageFormat). */
export const actEs = {
  "act.nothing": "no contiene ningún asiento",
  "act.notBatch":
    'el lote {batch, number} no tiene la forma \'{\'"kind": ..., "actor": \'{\'"role", "name"\'}\', "entries": [...]\'}\' (docs/acts.md)',
  "act.unknownKind":
    "el lote {batch, number} es de la clase {kind}, que no es de las que se asientan a mano (la lista está en docs/acts.md)",
  "act.noActor": "el lote {batch, number} no dice quién actuó (actor: role y name)",
  "act.badTime":
    "{field} en el lote {batch, number} no es una fecha; escriba 2021-06-09, 2021-06-09 19:37 (hora local) o 2021-06-09T19:37-05:00",
  "act.whichElection": 'diga en el lote de qué elección se trata: {known}; "-" significa de ninguna',
  "act.noContest": "no hay elección {contest} en la definición; un lote con efectos sobre actas la nombra",
  "act.badEffect":
    "un efecto sobre un acta es '{'\"station\", \"status\", \"figures\": '{'casilla: valor'}''}'; vea docs/acts.md",
  "act.unknownStation": "la mesa {station} no está en el padrón de mesas",
  "act.unknownCell": "el acta no tiene la casilla {cell}; tiene {known}",
  "act.tooLarge":
    "un asiento de clase {kind} es más largo de lo que admite el libro: divídalo, o dé los documentos por dirección y huella",
  "act.unknownKey": "esta llave no está en el libro; la autoridad la agrega con acta keys add",
  "act.keyGone": "esta llave fue revocada o reemplazada por el asiento {index, number}",
  "act.needsKey": "es un libro oficial: lo que se asienta se firma; diga con qué llave (--sign ARCHIVO)",
  "act.notOfRecord": "es el libro de un registrador: contiene actos ajenos sin las llaves de nadie; quite --sign",
  "act.notReadable": "no es un documento JSON",
  "act.nothingToSeal": "nada ha cambiado desde la edición {edition}: no hay qué sellar",
  "act.noLedger": "todavía no hay libro",
  "act.noSuchKey": "ninguna llave vigente tiene este nombre, titular o línea (acta keys list)",
  "act.severalKeys": "tiene varias llaves vigentes; dé el nombre e identificador de una (acta keys list)",
  "act.badRole": "no es un rol; los roles son {known}",
  "act.badPosition": "no es un asiento de este libro; dé su número (acta history muestra los de un acta)",
  "act.badLawSet":
    "el conjunto de normas {sha256} que nombra el registro no es un archivo de normas que esta versión lea",
  "act.lawHeld": "este conjunto de normas ya está en el registro, desde el asiento {index, number}",
  "act.noCopyStatus":
    "la definición de {election} no tiene un estado para un acta que está y no es resuelta: los ejemplares necesitan uno",
  "act.isOfRecord": "ya tiene un libro; si es oficial se decidió cuando empezó",
  "act.notOfRecordKeys": "es el libro de un registrador: en él solo cambia su propia llave (acta keys rotate)",
  "act.badMoment":
    "{text} no es una fecha; escriba 2021-06-09, 2021-06-09 19:37 (hora local), 2021-06-09T19:37-05:00 o now",
};
