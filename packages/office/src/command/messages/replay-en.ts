/** Texts of `acta project --backtest --order` in English, by key (ICU MessageFormat). */
export const replayEn = {
  "flag.order": "with --backtest: a table with a column of stations, in the order in which their sheets came",
  "replay.about":
    "Replayed in the order of {file}. Margins of {first} over {second} in points of the valid votes; at the end {truth}.",
  "replay.between": "{low} to {high}",
  "replay.column.counted": "counted",
  "replay.column.then": "count then",
  "replay.column.fill": "area fill",
  "replay.column.projected": "projection",
  "replay.column.ninety": "90 %",
  "replay.column.first": "{first} ahead",
  "replay.column.error": "error",
  "replay.noColumn": "there is no column station (columns: {header}): name it station, or mesa",
  "replay.badRow": "this row of the order cannot be read: look at its quotation marks and columns",
  "replay.manyRows": "more than {most, number} rows: this is no order of stations",
};
