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
  const cut = (text: string): string => {
    if (text.length <= longest && missing.has(text)) return "";
    const padded = text !== "" && text.length < padTo ? text.padStart(padTo, "0") : text;
    return take > 0 ? padded.slice(0, take) : padded;
  };
  let last = "";
  let lastCut = cut(last);
  return (row) => {
    const text = row.text(column);
    if (text === last) return lastCut;
    last = text;
    lastCut = cut(text);
    return lastCut;
  };
}
