const ROUNDS = 60;
/** A column may be this far from its total, in units, when fitting stops; rounding closes the rest. */
const CLOSE_ENOUGH = 0.01;

/**
 * Scales a table (row after row) in place towards given totals of rows and columns: iterative proportional fitting
 * (Deming, Stephan 1940). Entries are at least 0; a column with a total has a positive entry. The totals of the rows and of the columns
 * add up to the same number. Rows are exact at the end but for rounding of floats, columns nearly.
 */
export function fitMargins(table: Float64Array, rows: Int32Array, columns: Float64Array): void {
  const width = columns.length;
  const sums = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round++) {
    fitRows(table, rows, width);
    if (columnError(table, columns, sums) < CLOSE_ENOUGH) return;
    for (let column = 0; column < width; column++) {
      const sum = sums[column] ?? 0;
      sums[column] = sum > 0 ? (columns[column] ?? 0) / sum : 0;
    }
    for (let at = 0, column = 0; at < table.length; at++) {
      table[at] = (table[at] ?? 0) * (sums[column] ?? 0);
      column = column + 1 === width ? 0 : column + 1;
    }
  }
  fitRows(table, rows, width);
}

function fitRows(table: Float64Array, rows: Int32Array, width: number): void {
  for (let row = 0, from = 0; row < rows.length; row++, from += width) {
    let sum = 0;
    for (let at = from; at < from + width; at++) sum += table[at] ?? 0;
    const factor = sum > 0 ? (rows[row] ?? 0) / sum : 0;
    for (let at = from; at < from + width; at++) table[at] = (table[at] ?? 0) * factor;
  }
}

/** Writes the sums of the columns into `sums`; returns the largest distance from a total. */
function columnError(table: Float64Array, columns: Float64Array, sums: Float64Array): number {
  const width = columns.length;
  sums.fill(0);
  for (let at = 0, column = 0; at < table.length; at++) {
    sums[column] = (sums[column] ?? 0) + (table[at] ?? 0);
    column = column + 1 === width ? 0 : column + 1;
  }
  let worst = 0;
  for (let column = 0; column < width; column++)
    worst = Math.max(worst, Math.abs((sums[column] ?? 0) - (columns[column] ?? 0)));
  return worst;
}

/**
 * Rounds a fitted table to whole numbers from 0 that keep every row and every column total exactly (controlled rounding of a
 * two-way table; Cox 1987). Each row takes the largest remainders of its values plus what the rows before it were rounded by, equal
 * ones by column; units that are still in the wrong column at the end change column within a row.
 * Throws when there is no such table (a total below 0, or sums that differ), which is a bug of the caller.
 */
export function roundMargins(table: Float64Array, rows: Int32Array, columns: Float64Array): Int32Array {
  requireMargins(rows, columns);
  const width = columns.length;
  const whole = new Int32Array(table.length);
  const wanted = new Float64Array(width);
  const missing = Float64Array.from(columns);
  for (let row = 0, from = 0; row < rows.length; row++, from += width) {
    for (let column = 0; column < width; column++) wanted[column] = (wanted[column] ?? 0) + (table[from + column] ?? 0);
    roundRow(wanted, rows[row] ?? 0, whole, from);
    for (let column = 0; column < width; column++) {
      const value = whole[from + column] ?? 0;
      wanted[column] = (wanted[column] ?? 0) - value;
      missing[column] = (missing[column] ?? 0) - value;
    }
  }
  for (let column = 0; column < width; column++)
    for (let to = 0; to < width && (missing[column] ?? 0) < 0; to++) move(whole, missing, column, to);
  return whole;
}

function requireMargins(rows: Int32Array, columns: Float64Array): void {
  const rowSum = rows.reduce((sum, total) => sum + total, 0);
  const columnSum = columns.reduce((sum, total) => sum + total, 0);
  const possible = rows.every((total) => total >= 0) && columns.every((total) => total >= 0 && Number.isInteger(total));
  if (!possible || rowSum !== columnSum) throw new Error(`no table with rows of ${rowSum} and columns of ${columnSum}`);
}

/** Writes whole values from 0 near `wanted` that add up to `total`. */
function roundRow(wanted: Float64Array, total: number, whole: Int32Array, from: number): void {
  let left = total;
  for (let column = 0; column < wanted.length; column++) {
    const value = Math.max(0, Math.floor(wanted[column] ?? 0));
    whole[from + column] = value;
    left -= value;
  }
  for (; left > 0; left--) step(wanted, whole, from, 1);
  for (; left < 0; left++) step(wanted, whole, from, -1);
}

/** Adds a unit where most is missing, or takes one where most is too much. */
function step(wanted: Float64Array, whole: Int32Array, from: number, unit: 1 | -1): void {
  let best = -1;
  let gap = -Infinity;
  for (let column = 0; column < wanted.length; column++) {
    const value = whole[from + column] ?? 0;
    const missing = unit * ((wanted[column] ?? 0) - value);
    if (missing <= gap || value + unit < 0) continue;
    gap = missing;
    best = column;
  }
  whole[from + best] = (whole[from + best] ?? 0) + unit;
}

/** Moves units from a column that has too many to one that has too few, one in a row at a time. */
function move(whole: Int32Array, missing: Float64Array, from: number, to: number): void {
  const width = missing.length;
  while ((missing[from] ?? 0) < 0 && (missing[to] ?? 0) > 0)
    for (let at = 0; at < whole.length && (missing[from] ?? 0) < 0 && (missing[to] ?? 0) > 0; at += width) {
      if ((whole[at + from] ?? 0) === 0) continue;
      whole[at + from] = (whole[at + from] ?? 0) - 1;
      whole[at + to] = (whole[at + to] ?? 0) + 1;
      missing[from] = (missing[from] ?? 0) + 1;
      missing[to] = (missing[to] ?? 0) - 1;
    }
}
