/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const verifyEs = {
  "verify.notPublished": "esta no es una carpeta publicada por acta: no tiene pointer.json",
  "verify.noAnswer": "no se pudo descargar el archivo ({reason}): vuelva a intentarlo; nada se dice sobre la carpeta",
  "verify.twoPublications":
    "el punto de control y el puntero son de dos publicaciones: se está publicando, o se sirve una copia vieja; intente de nuevo en un minuto. Nada cambió",
  "verify.anotherLedger": "aquí se publica el libro {origin}, no {expected}: nada cambió",
  "verify.staleTiles":
    "las teselas no son las del punto de control de {size, number} asientos: se sirve una copia vieja o cortada; intente de nuevo. Nada cambió",
  "verify.badEntries": "entries.gz falta o no se puede descomprimir",
  "verify.otherDefinition": "esta no es la definición que nombra el asiento ({hash})",
  "verify.noCheckpoint": "aquí no hay nada firmado todavía: la próxima importación firma un punto de control",
  "verify.noSheet": "el registro no tiene ningún acta de la mesa {station}",
  "verify.notYetSigned":
    "el asiento {index, number} está detrás del punto de control firmado de {size, number} asientos: la próxima importación lo firma",
  "verify.noKey":
    "no se conoce ninguna clave del libro {origin}: indique la de quien publica con --key, de otra fuente que este archivo",
  "verify.notAWitness": "esta no es la clave de un testigo (cofirma)",
  "verify.staleEntries":
    "los asientos no son los de la raíz firmada de {size, number} asientos: se sirve una copia vieja o cortada; intente de nuevo",
};
