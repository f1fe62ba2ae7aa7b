/** Texts of this room in English, by key (ICU MessageFormat). */
export const filesEn = {
  "file.notFound": "there is no such file",
  "file.notReadable": "the file cannot be read ({reason})",
  "file.isFolder": "this is a folder, not a file",
  "file.empty": "the file is empty",
  "file.binary": "this is not a text file{looksLike, select, other { but looks like {looksLike}}}",
  "file.badDialect": "the declared {option} does not work",
  "file.lineEnds": "lines end with CR alone: save it with LF or CRLF",
  "file.noHeader": "there is no header row",
  "file.recordTooLong":
    "line {line, number}: a row is longer than {limit, number} bytes: is the separator or the quotation mark right?",
  "file.tooLarge": "unpacked it is larger than {limit, number} bytes",
  "file.truncatedGzip": "the gzip file is cut off: download it again",
  "file.corruptGzip": "the gzip file is damaged: download it again",
  "file.badEncoding": "the file is not text in the declared encoding",
  "file.badJson": "line {line, number}, column {column, number}: this is not JSON",
  "file.noRecords": "there is not one list of records at “{records}”",
  "file.noWorksheet": "there is no worksheet {worksheet}; there are {found}",
  "file.badXlsx": "not readable as XLSX",
  "file.badParquet": "not readable as Parquet",
};
