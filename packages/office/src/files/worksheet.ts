// The only file that knows the XLSX library (hucre), so that it can be replaced.
import { readXlsx } from "hucre/xlsx";
import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { looksLike } from "./looks-like.js";
import { fileProblem } from "./problems.js";
import { zipUnpackedSize } from "./zip-size.js";

/** A worksheet as rows of values; row 0 is row 1 of the sheet, short rows end early. */
export type Worksheet = readonly (readonly unknown[])[];

/** Reads one worksheet of a workbook: the one of that name, or the first when the name is "". */
export async function readWorksheet(
  path: string,
  bytes: Buffer,
  name: string,
  maxBytes: number,
): Promise<Result<Worksheet, Problem>> {
  const like = looksLike(bytes) ?? "text";
  const size = like === "zip" ? zipUnpackedSize(bytes) : undefined;
  if (size === undefined) return fail(fileProblem("file.badXlsx", path, { looksLike: like }));
  if (size > maxBytes) return fail(fileProblem("file.tooLarge", path, { limit: maxBytes }));
  const names: string[] = [];
  try {
    const book = await readXlsx(bytes, {
      sheets: (sheet) => {
        names.push(sheet.name);
        return name === "" ? sheet.index === 0 : sheet.name === name;
      },
    });
    const sheet = book.sheets[0];
    if (sheet !== undefined) return succeed(sheet.rows);
  } catch (error) {
    // Whatever the library stumbles over came out of the file.
    const reason = error instanceof Error ? error.message.slice(0, 200) : "unknown";
    return fail(fileProblem("file.badXlsx", path, { reason }));
  }
  return fail(fileProblem("file.noWorksheet", path, { worksheet: name, found: names.join(", ").slice(0, 200) }));
}
