/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const editionEs = {
  "edition.badManifest": "esto no es el manifiesto de una carpeta publicada",
  "edition.badList":
    "la línea {line} de la lista de archivos no se puede leer, está fuera de orden o sale de la carpeta",
  "edition.badPointer": "esto no es el puntero de una carpeta publicada",
  "edition.badProof": "esto no es una prueba de un acta como la escribe acta",
  "edition.badProofWords": "las palabras que siguen a las pruebas no se pueden leer: el archivo fue alterado o cortado",
  "edition.proofWithoutLeaf": "la prueba del asiento {index} no lleva su asiento",
  "edition.proofOfTwo": "las dos pruebas del archivo son de distintos puntos de control",
  "edition.proofOfOtherBatch": "el asiento {index} no es un acta del lote que empieza en {header}",
  "edition.proofOfNoSheet": "el asiento {index} no es un acta",
  "verify.missing": "falta el archivo",
  "verify.areaMissing": "falta el archivo del ámbito {area} ({contest})",
  "verify.altered": "el archivo no es el que se firmó",
  "verify.notPacked": "el archivo no se puede descomprimir: se cortó o se alteró",
  "verify.rootDiffers":
    "los {entries, number} asientos no dan la raíz firmada para {size, number}: se quitaron, agregaron o alteraron asientos",
  "verify.entryDiffers": "el asiento {entry} no es el que se firmó",
  "verify.sheetDiffers": "el asiento {entry} (mesa {station}) no es el que se firmó",
  "verify.hashDiffers": "la huella del asiento {entry} no es la que le corresponde",
  "verify.rowDiffers": "la fila {row} de {area} ({contest}) no es la que sale de las actas",
  "verify.stationDiffers": "la mesa {row} (local {area}, {contest}) no está como sale de las actas",
  "verify.areaDiffers": "las cifras de {area} ({contest}) no son las que salen de las actas (byte {offset})",
  "verify.fileDiffers": "el archivo no es el que sale de los asientos (byte {offset})",
  "verify.listDiffers": "la lista firmada no nombra {path} como debe ser",
  "verify.cut":
    "el archivo termina después de {bytes, number} de {all, number} bytes: se cortó, o un servidor intermedio guarda uno anterior",
  "verify.areaCut":
    "el archivo de {area} ({contest}) termina después de {bytes, number} de {all, number} bytes: se cortó, o un servidor intermedio guarda uno anterior",
  "verify.stale":
    "el archivo es de una publicación anterior ({size, number} asientos; ahora son {newest, number}): un servidor intermedio lo guarda; intente más tarde",
  "verify.unexpected": "el archivo está en la lista firmada, pero no sale de los asientos",
  "verify.extra": "el archivo no está en ninguna lista: no es parte de la publicación",
  "verify.manifestOfOther": "el manifiesto se firmó para otro estado del libro que el punto de control",
  "verify.otherOrigin": "el punto de control es del libro {origin}; los asientos son de {ledger}",
  "verify.pointerDiffers": "el puntero no nombra lo que hay en la carpeta",
  "verify.rolledBack":
    "la carpeta tiene {size, number} asientos y antes se habían visto {remembered, number}: algo se retiró",
  "verify.forked":
    "los primeros {remembered, number} asientos no son los que se vieron antes: es otra historia del mismo libro",
  "verify.otherKey": "el punto de control está firmado con una llave que el libro {origin} no conoce",
  "verify.keyNotFollowed":
    "el punto de control está firmado con otra llave que la de confianza, {key}, y ningún cambio de llaves del libro lleva de aquella a esta",
};
