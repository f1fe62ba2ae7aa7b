/**
 * Multiplies rows of a matrix with one vector, four rows at a time: additions of one sum wait for each other, those of four do not. Each sum
 * is that of its row alone, to the bit.
 * @param rows row after row, each as wide as `by`
 * @param out one value for each row
 */
export function rowsTimes(rows: Float64Array, by: Float64Array, out: Float64Array): void {
  const width = by.length;
  const whole = out.length - (out.length % 4);
  for (let row = 0; row < whole; row += 4) {
    const from = row * width;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = 0; at < width; at++) {
      const factor = by[at] ?? 0;
      first += (rows[from + at] ?? 0) * factor;
      second += (rows[from + width + at] ?? 0) * factor;
      third += (rows[from + 2 * width + at] ?? 0) * factor;
      fourth += (rows[from + 3 * width + at] ?? 0) * factor;
    }
    out[row] = first;
    out[row + 1] = second;
    out[row + 2] = third;
    out[row + 3] = fourth;
  }
  for (let row = whole; row < out.length; row++) out[row] = rowTimes(rows, row * width, by);
}

/** One row, which begins at a position of its array, times a vector. */
export function rowTimes(rows: Float64Array, from: number, by: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < by.length; at++) sum += (rows[from + at] ?? 0) * (by[at] ?? 0);
  return sum;
}
