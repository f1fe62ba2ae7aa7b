import { NO_PLACE } from "acta/election";
import type { FormCell } from "acta/election";
import { ABSURD, NO_ENTRY, NO_SHEET, OUT_OF_SCOPE, cellOf, stateOf, statusOf } from "acta/sheet";
import type { SheetTable } from "acta/sheet";
import { areasOfGroup } from "acta/tabulation";
import { optionName, otherCell } from "./cell-columns.js";
import type { ExportColumn } from "./export-column.js";
import type { Selection } from "./export-request.js";
import { parentColumns } from "./parent-columns.js";
import { say } from "./wording.js";

/** The rows of the table for the stations that vote in the contest and lie in the group. */
export function stationRows({ open, table, tree, treeAt, group }: Selection): Uint32Array {
  const leaves = open.roll.leaves[treeAt];
  const wanted = group === null ? null : new Set(areasOfGroup(tree, group));
  const rows = new Uint32Array(table.size);
  let size = 0;
  for (let row = 0; row < table.size; row++)
    if (table.status[row] !== OUT_OF_SCOPE && wanted?.has(leaves?.[row] ?? 0) !== false) rows[size++] = row;
  return rows.subarray(0, size);
}

/** The columns of station rows: the sheet in force, every cell as it was recorded. */
export function stationColumns(selection: Selection, rows: Uint32Array): readonly ExportColumn[] {
  const at = (row: number): number => rows[row] ?? 0;
  return [
    ...whereColumns(selection, at),
    ...stateColumns(selection, at),
    ...cellColumns(selection, at),
    {
      id: "entry",
      kind: "sum",
      about: say("export.column.entry"),
      cell: (row) => {
        const head = selection.table.head[at(row)] ?? NO_ENTRY;
        return head === NO_ENTRY ? null : head;
      },
    },
  ];
}

type RowAt = (row: number) => number;

function whereColumns(selection: Selection, at: RowAt): readonly ExportColumn[] {
  const { roll } = selection.open;
  const leaves = roll.leaves[selection.treeAt];
  const placeAt = (row: number) => roll.places[roll.place[at(row)] ?? NO_PLACE];
  return [
    { id: "station", kind: "code", about: say("export.column.station"), cell: (row) => roll.codes[at(row)] ?? "" },
    ...parentColumns(selection, Infinity, (row) => leaves?.[at(row)] ?? 0),
    { id: "place", kind: "text", about: say("export.column.place"), cell: (row) => placeAt(row)?.name ?? "" },
    {
      id: "place.address",
      kind: "text",
      about: say("export.column.address"),
      cell: (row) => placeAt(row)?.address ?? "",
    },
    {
      id: "registeredVoters",
      kind: "count",
      about: say("export.column.stationRegistered"),
      cell: (row) => {
        const registered = roll.registered[at(row)] ?? -1;
        return registered < 0 ? null : registered;
      },
    },
  ];
}

function stateColumns({ table, policy }: Selection, at: RowAt): readonly ExportColumn[] {
  const stateAt = (row: number) => stateOf(table, at(row)) ?? "notCollected";
  return [
    {
      id: "status",
      kind: "code",
      about: say("export.column.status"),
      cell: (row) => statusOf(table, at(row))?.id ?? "",
    },
    { id: "state", kind: "code", about: say("export.column.state"), cell: stateAt },
    {
      id: "resolved",
      kind: "truth",
      about: say("export.column.resolved"),
      cell: (row) => statusOf(table, at(row))?.resolved ?? false,
    },
    {
      id: "flags",
      kind: "code",
      about: say("export.column.flags"),
      cell: (row) => statusOf(table, at(row))?.flags.join(" ") ?? "",
    },
    {
      id: "included",
      kind: "truth",
      about: say("export.column.included", { policy: policy.name }),
      cell: (row) => {
        const state = stateAt(row);
        return policy.states.includes(state) && !(state === "annulled" && policy.annulled === "leftOut");
      },
    },
  ];
}

function cellColumns(selection: Selection, at: RowAt): readonly ExportColumn[] {
  const { table } = selection;
  const cells = table.form.cells.map((cell, index): ExportColumn => {
    const column = table.cells[index];
    return {
      ...cellName(selection, cell),
      kind: "count",
      cell: (row) => {
        const value = column?.[at(row)] ?? -1;
        return value < 0 ? null : value;
      },
    };
  });
  return [
    ...cells,
    { id: "marks", kind: "text", about: say("export.column.marks"), cell: (row) => marksOf(table, at(row)) },
    { id: "raw", kind: "text", about: say("export.column.raw"), cell: (row) => rawOf(table, at(row)) },
  ];
}

/** A cell has the name that its sum has in the rows of areas. */
function cellName(selection: Selection, cell: FormCell): Pick<ExportColumn, "id" | "about"> {
  switch (cell.role) {
    case "option": {
      const option = optionName(selection, cell.option);
      return { id: `votes.${cell.option}`, about: say("export.column.stationVotes", { option }) };
    }
    case "blank":
      return { id: "blankVotes", about: say("export.column.blankVotes") };
    case "null":
      return { id: "nullVotes", about: say("export.column.nullVotes") };
    case "challenged":
      return { id: "challengedVotes", about: say("export.column.challengedVotes") };
    case "voters":
      return { id: "votersReported", about: say("export.column.votersReported") };
    default:
      return otherCell(selection, cell) ?? { id: cell.id, about: { es: cell.id, en: cell.id } };
  }
}

/** `cell=mark` for each cell without a number, `*=mark` when all have the same; empty where there is no sheet at all. */
function marksOf(table: SheetTable, row: number): string {
  if (table.status[row] === NO_SHEET) return "";
  const first = table.cells[0]?.[row] ?? 0;
  if (first < 0 && table.cells.length > 1 && table.cells.every((column) => column[row] === first))
    return `*=${cellOf(first, undefined).kind}`;
  const marks: string[] = [];
  table.form.cells.forEach((cell, index) => {
    const value = table.cells[index]?.[row] ?? 0;
    if (value < 0) marks.push(`${cell.id}=${cellOf(value, undefined).kind}`);
  });
  return marks.join(" ");
}

/** What is written in absurd cells, as a JSON object by cell: the text may hold any character. */
function rawOf(table: SheetTable, row: number): string {
  if (table.raw.size === 0) return "";
  const raw = table.form.cells.flatMap((cell, index) =>
    table.cells[index]?.[row] === ABSURD ? [[cell.id, table.raw.get(row * table.cells.length + index) ?? ""]] : [],
  );
  return raw.length === 0 ? "" : JSON.stringify(Object.fromEntries(raw));
}
