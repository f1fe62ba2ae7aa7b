/** Texts of this room in English, by key (ICU MessageFormat). */
export const filesEn = {
  "file.notFound": "there is no such file: check the path",
  "file.notReadable":
    "the file cannot be read: {reason, select, EACCES {you have no permission} EPERM {you have no permission} notARegularFile {it is a device or a pipe; save it as a file first} other {the system refused ({reason})}}",
  "file.isFolder": "this is a folder: name a file in it",
  "file.empty": "the file is empty: get it again",
  "file.binary":
    "this is {looksLike, select, html {a web page (a download that failed?)} utf16 {text in UTF-16: save it as UTF-8} binary {no text} gzip {packed twice: unpack it once} other {a {looksLike} file}}, not a table: check that it is the right file",
  "file.badDialect": "the declared {option} does not work",
  "file.lineEnds": "lines end with CR alone: save it with LF or CRLF",
  "file.noHeader": "there is no header row: is it the right file?",
  "file.recordTooLong":
    "line {line, number}: a row is longer than {limit, number} bytes: is the separator or the quotation mark right?",
  "file.tooLarge": "it is larger than {limit, number} bytes (unpacked): is it the right file?",
  "file.truncatedGzip": "the gzip file is cut off: download it again",
  "file.corruptGzip": "the gzip file is damaged: download it again",
  "file.badEncoding": "the file is not text in the declared encoding",
  "file.badJson": "line {line, number}, column {column, number}: this is not JSON",
  "file.noRecords": "there is not one list of records at “{records}”",
  "file.noWorksheet": "there is no worksheet {worksheet}; there are {found}",
  "file.badXlsx": "not readable as XLSX: save it again, or save it as CSV",
  "file.badParquet": "not readable as Parquet: write it again, or as CSV",
};
