/**
 * Adds (or takes away) sums of products of rows, the lower triangle of left' right, four rows at a time: the inner loop of every fit,
 * where memory and not arithmetic is what takes time.
 */
export class RankUpdate {
  readonly #matrix: Float64Array;
  readonly #width: number;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  #held = 0;

  /** @param matrix `width` rows of `width` values: receives the sums */
  constructor(matrix: Float64Array, width: number) {
    this.#matrix = matrix;
    this.#width = width;
    this.#left = new Float64Array(4 * width);
    this.#right = new Float64Array(4 * width);
  }

  /** Adds factor * left row' right row; each row begins at a position of its array. */
  add(factor: number, left: Float64Array, leftFrom: number, right: Float64Array, rightFrom: number): void {
    const width = this.#width;
    const to = this.#held * width;
    for (let at = 0; at < width; at++) {
      this.#left[to + at] = factor * (left[leftFrom + at] ?? 0);
      this.#right[to + at] = right[rightFrom + at] ?? 0;
    }
    this.#held += 1;
    if (this.#held === 4) this.#flush();
  }

  /** Adds what is still held. */
  finish(): void {
    if (this.#held === 0) return;
    this.#left.fill(0, this.#held * this.#width);
    this.#right.fill(0, this.#held * this.#width);
    this.#flush();
  }

  #flush(): void {
    this.#held = 0;
    const width = this.#width;
    const matrix = this.#matrix;
    const left = this.#left;
    const right = this.#right;
    const two = 2 * width;
    const three = 3 * width;
    for (let i = 0; i < width; i++) {
      const a = left[i] ?? 0;
      const b = left[width + i] ?? 0;
      const c = left[two + i] ?? 0;
      const d = left[three + i] ?? 0;
      const line = i * width;
      for (let j = 0; j <= i; j++)
        matrix[line + j] =
          (matrix[line + j] ?? 0) +
          a * (right[j] ?? 0) +
          b * (right[width + j] ?? 0) +
          c * (right[two + j] ?? 0) +
          d * (right[three + j] ?? 0);
    }
  }
}
