/**
 * Rows of a CSV text (RFC 4180: quoted fields may hold separators, line breaks and doubled quotes), each as a lookup by column name.
 * A row that is shorter than the header lacks its last columns. For tables of codes and points only: sheets are read by the office.
 */
export function tableRows(text: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = recordsOf(text);
  return rows
    .filter((row) => row.some((field) => field !== ""))
    .map((row) => new Map(header.map((name, at) => [name, row[at] ?? ""])));
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain = "", end = ""] of text
    .replace(/^\uFEFF/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n][^,\r\n]*)?)(,|\r\n|\n|\r|$)/g)) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
    if (end === "") break;
  }
  return records;
}
