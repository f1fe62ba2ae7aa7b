// The reference totals of Peru 2021 (../shared/data/peru-2021/reference, computed there by an independent script), and our results in their form.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { sharedPath } from "./shared-data.js";

/** A line of a reference table: code, name, stations, counted, registered, voted, blank, null, challenged and the parties. */
export type ReferenceRow = Readonly<Record<string, string>>;

/** The reference table of a station file at a level: `department`, `province` or `district`; by code. */
export function referenceRows(file: string, level: string): readonly ReferenceRow[] {
  const path = sharedPath("data", "peru-2021", "reference", `${file}.${level}.csv`);
  const rows: ReferenceRow[] = parse(readFileSync(path), { columns: true });
  return byCode(rows);
}

/** A result area as `acta results --json` prints it, as far as the reference tables go. */
export interface PrintedArea {
  readonly area: { readonly code: string; readonly name: string };
  readonly options: readonly { readonly id: string; readonly votes: number }[];
  readonly blankVotes: number;
  readonly nullVotes: number;
  readonly challengedVotes: number;
  readonly ballotsCast: number;
  readonly votersReported: number;
  readonly registeredVoters: number;
  readonly stations: { readonly total: number; readonly counted: number };
}

/** Our areas as lines of the reference table with the same columns in the same order. */
export function asReference(areas: readonly PrintedArea[], columns: readonly string[]): readonly ReferenceRow[] {
  return byCode(
    areas.map((each) => {
      const votes = each.options.map(({ id, votes: count }) => [id, count] as const);
      const values: Readonly<Record<string, string | number>> = {
        code: each.area.code,
        name: each.area.code === "NA" ? "NA" : each.area.name,
        stations: each.stations.total,
        counted: each.stations.counted,
        registered: each.registeredVoters,
        voted: each.ballotsCast,
        blank: each.blankVotes,
        null: each.nullVotes,
        challenged: each.challengedVotes,
        ...Object.fromEntries(votes),
      };
      return Object.fromEntries(columns.map((column) => [column, String(values[column])]));
    }),
  );
}

function byCode(rows: readonly ReferenceRow[]): readonly ReferenceRow[] {
  return rows.toSorted((a, b) => ((a["code"] ?? "") < (b["code"] ?? "") ? -1 : 1));
}
