import { fail, succeed } from "acta/basics";
import type { Problem, Result } from "acta/basics";
import { readWhole } from "./bytes.js";
import type { Bytes } from "./bytes.js";
import { cellsRow } from "./cells-row.js";
import { cutRaw } from "./encoding.js";
import { numberRepeated } from "./header.js";
import { BAD_TEXT, readParquetTable } from "./parquet-table.js";
import type { ParquetTable } from "./parquet-table.js";
import { fileProblem } from "./problems.js";
import type { Delivery, Reading } from "./reading.js";
import type { RowCount } from "./rows.js";
import { valueText } from "./value-text.js";

/** Opens a Parquet file; its columns are the header. */
export async function openParquet(path: string, source: Bytes, maxBytes: number): Promise<Result<Reading, Problem>> {
  const whole = await readWhole(source);
  if (!whole.ok) return whole;
  if (whole.value.length === 0) return fail(fileProblem("file.empty", path));
  const table = await readParquetTable(path, whole.value, maxBytes);
  if (!table.ok) return table;
  if (table.value.names.length === 0) return fail(fileProblem("file.noHeader", path, { reason: "missing" }));
  return succeed({
    header: numberRepeated(table.value.names),
    byteOrderMark: false,
    read: async (delivery) => {
      const count = await deliver(table.value, delivery);
      delivery.progress(source.bytesRead());
      return count;
    },
  });
}

async function deliver(table: ParquetTable, { onRow, onRefused }: Delivery): Promise<Result<RowCount, Problem>> {
  let rows = 0;
  let refused = 0;
  let start = 0;
  for (const end of table.groupEnds) {
    const group = await table.read(start, end);
    if (!group.ok) return group;
    for (const [index, values] of group.value.entries()) {
      const line = start + index + 1;
      const bad = values.indexOf(BAD_TEXT);
      const cells = values.map((value) => (value === BAD_TEXT ? "\uFFFD" : valueText(value)));
      if (bad < 0) {
        rows++;
        onRow(cellsRow(line, cells));
      } else {
        refused++;
        onRefused({ line, column: bad + 1, reason: "badEncoding", raw: cutRaw(cells.join("\t")) });
      }
    }
    start = end;
  }
  return succeed({ rows, refused });
}
