import { cellId, cellsWhere, optionId, votesAndVoters } from "./check-explanation.js";
import type { CheckedSheet, Explainer, Explanation } from "./check-explanation.js";
import { valueAt } from "./check-reading.js";
import type { SheetCode } from "./finding-codes.js";

type StateCode = Extract<SheetCode, `S3${string}` | `S4${string}`>;

/** Explains the rules on unusual figures and on what the state of a sheet excludes. */
export const explainState: Readonly<Record<StateCode, Explainer>> = {
  S301: ({ layout }) => ({ cells: layout.votes, values: {} }),
  S302: (sheet) => {
    const { top, topVotes, validVotes } = sheet.reading;
    return { cells: [top], values: { option: optionId(sheet, top), votes: topVotes, validVotes } };
  },
  S303: ({ layout, reading: { votes } }) => ({ cells: layout.options, values: { votes } }),
  S304: ({ layout, reading: { voters, registered } }) => ({ cells: [layout.voters], values: { voters, registered } }),
  S305: (sheet) => zeroed(sheet),
  S306: (sheet) => challengedOnly(sheet),
  S401: (sheet) => challengedOnly(sheet),
  S402: (sheet) => ({
    cells: votesAndVoters(sheet),
    values: { votes: sheet.reading.votes, voters: sheet.reading.voters },
  }),
  S403: (sheet) => {
    const { layout, reading } = sheet;
    const cells = cellsWhere(sheet, [...layout.options, layout.blank], (value) => value > 0);
    return { cells, values: { votes: reading.validVotes + Math.max(reading.blank, 0) } };
  },
  S404: ({ layout, reading }) => ({
    cells: [layout.null, layout.voters],
    values: { nullVotes: reading.null, voters: reading.voters },
  }),
  S405: (sheet) => unexpected(sheet),
  S406: (sheet) => unexpected(sheet),
};

function challengedOnly({ layout, reading: { challenged } }: CheckedSheet): Explanation {
  return { cells: [layout.challenged], values: { challenged } };
}

/** The first of the zeroed options is named, with the votes that were filed first. */
function zeroed(sheet: CheckedSheet): Explanation {
  const filed = sheet.table.first.get(sheet.row)?.cells ?? [];
  const cells = cellsWhere(sheet, sheet.layout.options, (value) => value === 0).filter(
    (cell) => (filed[cell] ?? 0) > 0,
  );
  const first = cells[0] ?? -1;
  return { cells, values: { option: optionId(sheet, first), votes: filed[first] ?? 0 } };
}

function unexpected(sheet: CheckedSheet): Explanation {
  const all = sheet.layout.form.cells.map((_, at) => at);
  const cells = cellsWhere(sheet, all, (value) => value > 0);
  const first = cells[0] ?? -1;
  return { cells, values: { cell: cellId(sheet, first), figure: valueAt(sheet.table, first, sheet.row) } };
}
