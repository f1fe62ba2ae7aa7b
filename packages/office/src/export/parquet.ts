import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ColumnSource } from "hyparquet-writer";
import type { ExportColumn } from "./export-column.js";
import type { ExportTable } from "./export-table.js";

/** Rows are turned into columns in groups of this size, so that a large table is never in memory twice. */
const GROUP = 65_536;

/**
 * Writes a table as Parquet (Snappy: every reader has it). Codes are UTF-8 strings, counts of stations and cells INT32, sums INT64,
 * shares DOUBLE with the same value as in JSON; an empty cell is null. The notes stand in the file's metadata under `acta`, the
 * provenance also under `provenance`.
 */
export function writeParquet(table: ExportTable): Uint8Array {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: "acta", num_children: table.columns.length }, ...table.columns.map(elementOf)],
    kvMetadata: [
      { key: "provenance", value: table.notes.provenance },
      { key: "acta", value: JSON.stringify(table.notes) },
    ],
    createdBy: "acta",
  });
  for (let from = 0; from < table.size; from += GROUP) {
    const to = Math.min(from + GROUP, table.size);
    // The writer in memory never waits: only writers that flush to a file return a promise.
    void parquet.write({ columnData: table.columns.map((column) => sourceOf(column, from, to)), rowGroupSize: GROUP });
  }
  void parquet.finish();
  return writer.getBytes();
}

function elementOf(column: ExportColumn): SchemaElement {
  const { id: name, kind } = column;
  switch (kind) {
    case "code":
    case "text":
      return { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" };
    case "count":
      return { name, type: "INT32", repetition_type: "OPTIONAL" };
    case "sum":
      return { name, type: "INT64", repetition_type: "OPTIONAL" };
    case "share":
      return { name, type: "DOUBLE", repetition_type: "OPTIONAL" };
    case "truth":
      return { name, type: "BOOLEAN", repetition_type: "OPTIONAL" };
  }
}

function sourceOf(column: ExportColumn, from: number, to: number): ColumnSource {
  return { name: column.id, data: Array.from({ length: to - from }, (_, at) => valueOf(column, from + at)) };
}

/** The value as its Parquet type wants it. A text "" is a null: the other formats cannot tell the two apart either. */
function valueOf(column: ExportColumn, row: number): string | number | bigint | boolean | null {
  switch (column.kind) {
    case "code":
    case "text":
      return column.cell(row) || null;
    case "sum": {
      const sum = column.cell(row);
      return sum === null ? null : BigInt(sum);
    }
    default:
      return column.cell(row);
  }
}
