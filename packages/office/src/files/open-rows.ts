import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { openBytes } from "./bytes.js";
import type { Bytes } from "./bytes.js";
import { openCsv } from "./csv-rows.js";
import { limitsFor } from "./limits.js";
import type { FileLimits } from "./limits.js";
import { fileProblem } from "./problems.js";
import { rowsOf } from "./reading.js";
import type { Reading } from "./reading.js";
import type { Dialect, Rows } from "./rows.js";

export async function openRows(path: string, dialect: Dialect, limits: FileLimits = {}): Promise<Result<Rows, Problem>> {
  const bounds = limitsFor(dialect.format, limits);
  const source = await openBytes(path, bounds.maxBytes);
  if (!source.ok) return source;
  const reading = await openCsv(path, source.value, dialect, bounds.maxRecordBytes);
  if (!reading.ok) {
    await source.value.close();
    return reading;
  }
  return succeed(rowsOf(dialect.format, source.value, reading.value));
}
