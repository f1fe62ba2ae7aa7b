import type { PlacedRow } from "./placed-rows.js";
import type { RowVoters } from "./totals-night.js";

/** Registered voters of every row, and how many of the rows had to be completed. */
export interface KnownVoters {
  readonly rows: readonly RowVoters[];
  /** False when nobody says how many voters any area has: then a row stands for as many as its sheets could bring votes. */
  readonly known: boolean;
  /** Rows whose total of voters comes from elsewhere, or from their sheets. */
  readonly filled: number;
}

/**
 * Completes the registered voters: those of the roll or of the previous contest where the table has none, else in proportion to the sheets.
 * Where no row has any, every sheet stands for as many voters as the area with the most votes for each sheet shows, so that a rate stays
 * between 0 and 1 and says how full a sheet is.
 * @param elsewhere registered voters of a row by the roll or the previous contest; 0 when they do not say
 */
export function votersOf(rows: readonly PlacedRow[], elsewhere: (row: PlacedRow) => number): KnownVoters {
  let filled = 0;
  const written = rows.map((row) => {
    const open = row.sheets > row.counted;
    const counted = row.registeredCounted;
    if (row.registered !== null) return { all: row.registered, counted };
    filled += 1;
    if (!open && counted !== null && row.counted > 0) return { all: counted, counted };
    const known = elsewhere(row);
    const least = Math.max(counted ?? 0, votesIn(row));
    if (known > least) return { all: known, counted };
    return { all: counted !== null && row.counted > 0 ? (counted * row.sheets) / row.counted : null, counted };
  });
  let voters = 0;
  let sheets = 0;
  written.forEach(({ all }, at) => {
    if (all === null) return;
    voters += all;
    sheets += rows[at]?.sheets ?? 0;
  });
  const known = voters > 0 && sheets > 0;
  const usual = known ? voters / sheets : fullest(rows);
  return {
    known,
    filled,
    rows: rows.map((row, at) => {
      const all = written[at]?.all ?? Math.max(usual * row.sheets, votesIn(row));
      const part = row.sheets > 0 ? (all * row.counted) / row.sheets : 0;
      // Sheets that are all counted leave no voters out, whatever the two columns say.
      const counted = row.sheets === row.counted ? all : (written[at]?.counted ?? Math.max(part, votesIn(row)));
      return { all, counted };
    }),
  };
}

function votesIn({ votes }: PlacedRow): number {
  return votes.reduce((sum, each) => sum + each, 0);
}

/** Most valid votes for each counted sheet in any area. */
function fullest(rows: readonly PlacedRow[]): number {
  return Math.max(...rows.map((row) => (row.counted > 0 ? votesIn(row) / row.counted : 0)), 1);
}
