import type { TextFrom, ValueNotation } from "acta/election";
import type { Row } from "../files/index.js";

/** Makes the reader of a text of a row: a column cut and padded as the definition says, or a fixed word. Missing words read as "". */
export function textReader(
  from: TextFrom,
  header: ReadonlyMap<string, number>,
  notation: ValueNotation,
): (row: Row) => string {
  if (from.column === "") return () => from.fixed;
  const column = header.get(from.column) ?? 0;
  const missing = new Set(notation.missing.map((each) => each.word));
  // Looking a text up costs more than everything else here, and names are longer than the words for "nothing".
  const longest = Math.max(-1, ...notation.missing.map((each) => each.word.length));
  const { take, padTo } = from;
  return (row) => {
    let text = row.text(column);
    if (text.length <= longest && missing.has(text)) return "";
    if (padTo > 0 && text !== "") text = text.padStart(padTo, "0");
    return take > 0 ? text.slice(0, take) : text;
  };
}
