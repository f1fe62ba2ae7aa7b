/**
 * The lower triangle L of a symmetric positive semidefinite matrix (row after row, size x size): L L' = matrix. In place; what stands
 * above the diagonal is not read and not written.
 * A column that depends on those before it (its pivot is below `tolerance` of its own diagonal value) is left out: its row and column
 * of L become 0, and solving gives it the coefficient 0.
 * @returns how many columns were kept.
 */
export function factorise(matrix: Float64Array, size: number, tolerance = 1e-10): number {
  let kept = 0;
  for (let column = 0; column < size; column++) {
    const own = matrix[column * size + column] ?? 0;
    let pivot = own;
    for (let at = 0; at < column; at++) pivot -= (matrix[column * size + at] ?? 0) ** 2;
    const isKept = pivot > tolerance * own && pivot > 0;
    const root = isKept ? Math.sqrt(pivot) : 0;
    if (isKept) kept++;
    matrix[column * size + column] = root;
    for (let row = column + 1; row < size; row++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let at = 0; at < column; at++) sum -= (matrix[row * size + at] ?? 0) * (matrix[column * size + at] ?? 0);
      matrix[row * size + column] = isKept ? sum / root : 0;
    }
  }
  return kept;
}

/** Solves L L' x = b in place for a factorised matrix; columns that were left out get 0. */
export function solveFactorised(lower: Float64Array, size: number, b: Float64Array): void {
  for (let row = 0; row < size; row++) {
    const root = lower[row * size + row] ?? 0;
    let sum = b[row] ?? 0;
    for (let at = 0; at < row; at++) sum -= (lower[row * size + at] ?? 0) * (b[at] ?? 0);
    b[row] = root > 0 ? sum / root : 0;
  }
  for (let row = size - 1; row >= 0; row--) {
    const root = lower[row * size + row] ?? 0;
    let sum = b[row] ?? 0;
    for (let at = row + 1; at < size; at++) sum -= (lower[at * size + row] ?? 0) * (b[at] ?? 0);
    b[row] = root > 0 ? sum / root : 0;
  }
}

/** Solves L' x = b in place: with independent standard normal values in b, x has the inverse of L L' as its covariance. */
export function solveTransposed(lower: Float64Array, size: number, b: Float64Array): void {
  for (let row = size - 1; row >= 0; row--) {
    const root = lower[row * size + row] ?? 0;
    let sum = b[row] ?? 0;
    for (let at = row + 1; at < size; at++) sum -= (lower[at * size + row] ?? 0) * (b[at] ?? 0);
    b[row] = root > 0 ? sum / root : 0;
  }
}
