import type { filesEn } from "./en.js";

/** Texts of this room in Spanish, by key (ICU MessageFormat). */
export const filesEs: Readonly<Record<keyof typeof filesEn, string>> = {
  "file.notFound": "no existe ese archivo: revise la ruta",
  "file.notReadable":
    "no se puede leer el archivo: {reason, select, EACCES {no tiene permiso} EPERM {no tiene permiso} notARegularFile {es un dispositivo o una tubería; guárdelo antes como archivo} other {el sistema se negó ({reason})}}",
  "file.isFolder": "es una carpeta: indique un archivo de ella",
  "file.empty": "el archivo está vacío: consígalo de nuevo",
  "file.binary":
    "esto {looksLike, select, html {es una página web (¿una descarga fallida?)} utf16 {es texto en UTF-16 (guárdelo en UTF-8)} binary {no es texto} gzip {está comprimido dos veces (descomprímalo una vez)} other {es un archivo {looksLike}}}, no una tabla: revise que sea el archivo correcto",
  "file.badDialect": "lo declarado en {option} no funciona",
  "file.lineEnds": "las líneas terminan solo en CR: guárdelo con LF o CRLF",
  "file.noHeader": "no hay fila de cabecera: ¿es el archivo correcto?",
  "file.recordTooLong":
    "línea {line, number}: una fila mide más de {limit, number} bytes: ¿son correctos el separador y las comillas?",
  "file.tooLarge": "mide más de {limit, number} bytes (descomprimido): ¿es el archivo correcto?",
  "file.truncatedGzip": "el archivo gzip está cortado: descárguelo otra vez",
  "file.corruptGzip": "el archivo gzip está dañado: descárguelo otra vez",
  "file.badEncoding": "el archivo no es texto en la codificación declarada",
  "file.badJson": "línea {line, number}, columna {column, number}: esto no es JSON",
  "file.noRecords": "no hay una lista de registros en «{records}»",
  "file.noWorksheet": "no existe la hoja {worksheet}; hay {found}",
  "file.badXlsx": "no se puede leer como XLSX: guárdelo otra vez, o como CSV",
  "file.badParquet": "no se puede leer como Parquet: escríbalo otra vez, o como CSV",
};
