import type { CellRole } from "acta/election";
import type { AreaResult, StationCounts } from "acta/tabulation";
import type { AreaRow } from "./area-rows.js";
import { optionName, otherCell } from "./cell-columns.js";
import type { ExportColumn } from "./export-column.js";
import type { Selection } from "./export-request.js";
import { parentColumns } from "./parent-columns.js";
import { say } from "./wording.js";

/** The columns of rows with summed figures: where, how many stations in which state, votes, sums, shares, who leads. */
export function areaColumns(selection: Selection, rows: readonly AreaRow[]): readonly ExportColumn[] {
  const at = (row: number): AreaRow => rows[row] ?? missingRow(row);
  return [
    ...placeColumns(selection, at),
    ...rollColumns(at),
    ...voteColumns(selection, at),
    ...sumColumns(selection, at),
    ...shareColumns(selection, at),
    ...leaderColumns(at),
  ];
}

type RowAt = (row: number) => AreaRow;

function missingRow(row: number): never {
  throw new Error(`no row ${row}`);
}

function placeColumns(selection: Selection, at: RowAt): readonly ExportColumn[] {
  const { level } = selection;
  const levelColumn: ExportColumn = {
    id: "level",
    kind: "text",
    about: say("export.column.level"),
    cell: (row) => at(row).result.area.level,
  };
  const above = parentColumns(selection, level.kind === "area" ? level.depth - 1 : Infinity, (row) => at(row).area);
  if (level.kind === "area") {
    const { codes } = selection;
    return [
      levelColumn,
      {
        id: "code",
        kind: "code",
        about: say("export.column.code", { codes }),
        cell: (row) => at(row).result.area.code,
      },
      { id: "name", kind: "text", about: say("export.column.name"), cell: (row) => at(row).result.area.name },
      ...above,
    ];
  }
  return [
    levelColumn,
    ...above,
    { id: "place", kind: "text", about: say("export.column.place"), cell: (row) => at(row).place?.name ?? "" },
    {
      id: "place.address",
      kind: "text",
      about: say("export.column.address"),
      cell: (row) => at(row).place?.address ?? "",
    },
  ];
}

const STATION_COUNTS: readonly (keyof StationCounts)[] = [
  "total",
  "processed",
  "counted",
  "annulled",
  "notInstalled",
  "referred",
  "pending",
  "notCollected",
];

function rollColumns(at: RowAt): readonly ExportColumn[] {
  return [
    {
      id: "registeredVoters",
      kind: "sum",
      about: say("export.column.registeredVoters"),
      // Where no station's roll is known there is no sum, not a sum of 0.
      cell: (row) => {
        const { result, registeredUnknown } = at(row);
        return registeredUnknown > 0 && registeredUnknown === result.stations.total ? null : result.registeredVoters;
      },
    },
    ...STATION_COUNTS.map((name): ExportColumn => ({
      id: `stations.${name}`,
      kind: "count",
      about: say(`export.column.stations.${name}`),
      cell: (row) => at(row).result.stations[name],
    })),
    {
      id: "stations.registeredUnknown",
      kind: "count",
      about: say("export.column.stations.registeredUnknown"),
      cell: (row) => at(row).registeredUnknown,
    },
  ];
}

function voteColumns(selection: Selection, at: RowAt): readonly ExportColumn[] {
  const { contest } = selection;
  const votes = contest.options.map((id, index): ExportColumn => {
    const option = optionName(selection, id);
    return {
      id: `votes.${id}`,
      kind: "sum",
      about: say("export.column.votes", { option }),
      cell: (row) => at(row).result.options[index]?.votes ?? 0,
    };
  });
  const others = contest.form.cells.flatMap((cell, index): ExportColumn[] => {
    const named = otherCell(selection, cell);
    return named === null ? [] : [{ ...named, kind: "sum", cell: (row) => at(row).cells[index] ?? 0 }];
  });
  return [...votes, ...others];
}

type SumName = "validVotes" | "blankVotes" | "nullVotes" | "challengedVotes" | "ballotsCast" | "votersReported";

/** Each sum with the cell that it needs: without that cell on the form the sum does not exist, which is not 0. */
const SUMS: readonly { readonly name: SumName; readonly role: CellRole | null }[] = [
  { name: "validVotes", role: null },
  { name: "blankVotes", role: "blank" },
  { name: "nullVotes", role: "null" },
  { name: "challengedVotes", role: "challenged" },
  { name: "ballotsCast", role: null },
  { name: "votersReported", role: "voters" },
];

function sumColumns({ contest }: Selection, at: RowAt): readonly ExportColumn[] {
  const roles = new Set(contest.form.cells.map((cell) => cell.role));
  const sums = SUMS.map(({ name, role }): ExportColumn => {
    const written = role === null || roles.has(role);
    const cell = (row: number): number | null => (written ? at(row).result[name] : null);
    return { id: name, kind: "sum", about: say(`export.column.${name}`), cell };
  });
  const missing: ExportColumn = {
    id: "missingCells",
    kind: "sum",
    about: say("export.column.missingCells"),
    cell: (row) => at(row).result.missingCells,
  };
  return [...sums, missing];
}

function shareColumns(selection: Selection, at: RowAt): readonly ExportColumn[] {
  const turnouts = (["turnoutCounted", "turnoutRoll"] as const).map((name): ExportColumn => ({
    id: name,
    kind: "share",
    about: say(`export.column.${name}`),
    cell: (row) => at(row).result[name].decimal,
  }));
  const options = selection.contest.options.map((id, index): ExportColumn => {
    const option = optionName(selection, id);
    return {
      id: `shareOfValid.${id}`,
      kind: "share",
      about: say("export.column.shareOfValid", { option }),
      cell: (row) => at(row).result.options[index]?.shareOfValid.decimal ?? null,
    };
  });
  return [...turnouts, ...options];
}

function leaderColumns(at: RowAt): readonly ExportColumn[] {
  return [
    { id: "leader", kind: "code", about: say("export.column.leader"), cell: (row) => at(row).result.leader.id ?? "" },
    { id: "tie", kind: "code", about: say("export.column.tie"), cell: (row) => tieOf(at(row).result) },
    {
      id: "margin.votes",
      kind: "sum",
      about: say("export.column.marginVotes"),
      cell: (row) => at(row).result.margin.votes,
    },
    {
      id: "margin.ofValid",
      kind: "share",
      about: say("export.column.marginOfValid"),
      cell: (row) => at(row).result.margin.ofValid.decimal,
    },
  ];
}

/** Nobody is tied where there are no votes yet. */
function tieOf(result: AreaResult): string {
  return result.validVotes === 0 ? "" : result.leader.tie.join(" ");
}
