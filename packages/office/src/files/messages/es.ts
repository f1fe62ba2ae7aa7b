import type { filesEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const filesEs: Readonly<Record<keyof typeof filesEn, string>> = {
  "file.notFound": "no existe ese archivo",
  "file.notReadable": "no se puede leer el archivo ({reason})",
  "file.isFolder": "es una carpeta, no un archivo",
  "file.empty": "el archivo está vacío",
  "file.binary": "esto no es un archivo de texto{looksLike, select, other {; parece {looksLike}}}",
  "file.badDialect": "lo declarado en {option} no funciona",
  "file.lineEnds": "las líneas terminan solo en CR: guárdelo con LF o CRLF",
  "file.noHeader": "no hay fila de cabecera",
  "file.recordTooLong":
    "línea {line, number}: una fila mide más de {limit, number} bytes: ¿son correctos el separador y las comillas?",
  "file.tooLarge": "descomprimido mide más de {limit, number} bytes",
  "file.truncatedGzip": "el archivo gzip está cortado: descárguelo otra vez",
  "file.corruptGzip": "el archivo gzip está dañado: descárguelo otra vez",
  "file.badEncoding": "el archivo no es texto en la codificación declarada",
  "file.badJson": "línea {line, number}, columna {column, number}: esto no es JSON",
  "file.noRecords": "no hay una lista de registros en «{records}»",
  "file.noWorksheet": "no existe la hoja {worksheet}; hay {found}",
  "file.badXlsx": "no se puede leer como XLSX",
  "file.badParquet": "no se puede leer como Parquet",
};
