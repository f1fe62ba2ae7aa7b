import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";
import type { OpenEdition } from "../store/index.js";
import { areaColumns } from "./area-columns.js";
import { rowsOf } from "./area-rows.js";
import type { ExportColumn } from "./export-column.js";
import { notesOf } from "./export-notes.js";
import type { ExportNotes } from "./export-notes.js";
import { selectionOf } from "./export-request.js";
import type { Selection, TableRequest } from "./export-request.js";
import { stationColumns, stationRows } from "./station-columns.js";
import { say } from "./wording.js";

/**
 * The rows of an export with what they are about. Rows carry figures only; election, edition, policy and source stand in `notes`, which
 * every format carries inside, CSV in a sidecar `<name>.meta.json`. What did not happen says so in each row as well: a first column
 * `provenance` unless it is real.
 */
export interface ExportTable {
  readonly notes: ExportNotes;
  readonly columns: readonly ExportColumn[];
  readonly size: number;
}

/** Builds the table that a request asks for. */
export function exportTable(open: OpenEdition, request: TableRequest): Result<ExportTable> {
  const selected = selectionOf(open, request);
  if (!selected.ok) return selected;
  const selection = selected.value;
  const body = bodyOf(selection);
  if (!body.ok) return body;
  const columns = [...provenanceColumns(selection), ...body.value.columns];
  const ids = new Set(columns.map((column) => column.id));
  if (ids.size < columns.length) return fail({ code: "export.sameColumn", context: { level: selection.level.id } });
  const { size } = body.value;
  return succeed({ columns, size, notes: notesOf(selection, columns, size) });
}

function bodyOf(selection: Selection): Result<Pick<ExportTable, "columns" | "size">> {
  if (selection.level.kind === "station") {
    const rows = stationRows(selection);
    return succeed({ columns: stationColumns(selection, rows), size: rows.length });
  }
  const rows = rowsOf(selection);
  if (!rows.ok) return rows;
  return succeed({ columns: areaColumns(selection, rows.value), size: rows.value.length });
}

function provenanceColumns({ provenance }: Selection): readonly ExportColumn[] {
  if (provenance === "real") return [];
  return [{ id: "provenance", kind: "text", about: say("export.column.provenance"), cell: () => provenance }];
}
