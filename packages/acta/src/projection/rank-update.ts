/**
 * Adds (or takes away) sums of products of rows, the lower triangle of left' right, four rows at a time: the inner loop of every fit,
 * where memory and not arithmetic is what takes time. Rows are read where they stand, not copied: they must not change before `finish`.
 * The sums are the same to the bit as if every row had been added by itself.
 */
export class RankUpdate {
  readonly #matrix: Float64Array;
  readonly #width: number;
  readonly #factors = new Float64Array(4);
  readonly #leftFrom = new Uint32Array(4);
  readonly #rightFrom = new Uint32Array(4);
  #left: Float64Array = new Float64Array(0);
  #right: Float64Array = new Float64Array(0);
  #held = 0;

  /** @param matrix `width` rows of `width` values: receives the sums */
  constructor(matrix: Float64Array, width: number) {
    this.#matrix = matrix;
    this.#width = width;
  }

  /** Adds factor * left row' right row; each row begins at a position of its array. */
  add(factor: number, left: Float64Array, leftFrom: number, right: Float64Array, rightFrom: number): void {
    if (left !== this.#left || right !== this.#right) {
      this.finish();
      this.#left = left;
      this.#right = right;
    }
    const at = this.#held;
    this.#factors[at] = factor;
    this.#leftFrom[at] = leftFrom;
    this.#rightFrom[at] = rightFrom;
    this.#held = at + 1;
    if (this.#held === 4) this.#addFour();
  }

  /** Adds what is still held. */
  finish(): void {
    for (let row = 0; row < this.#held; row++) for (let i = 0; i < this.#width; i++) this.#addLine(i, row, row + 1);
    this.#held = 0;
  }

  /** Two lines of the matrix at a time: what is read of the right side serves both. */
  #addFour(): void {
    this.#held = 0;
    const width = this.#width;
    const matrix = this.#matrix;
    const left = this.#left;
    const right = this.#right;
    const f0 = this.#factors[0] ?? 0;
    const f1 = this.#factors[1] ?? 0;
    const f2 = this.#factors[2] ?? 0;
    const f3 = this.#factors[3] ?? 0;
    const l0 = this.#leftFrom[0] ?? 0;
    const l1 = this.#leftFrom[1] ?? 0;
    const l2 = this.#leftFrom[2] ?? 0;
    const l3 = this.#leftFrom[3] ?? 0;
    const r0 = this.#rightFrom[0] ?? 0;
    const r1 = this.#rightFrom[1] ?? 0;
    const r2 = this.#rightFrom[2] ?? 0;
    const r3 = this.#rightFrom[3] ?? 0;
    for (let i = 0; i + 1 < width; i += 2) {
      const a = f0 * (left[l0 + i] ?? 0);
      const b = f1 * (left[l1 + i] ?? 0);
      const c = f2 * (left[l2 + i] ?? 0);
      const d = f3 * (left[l3 + i] ?? 0);
      const e = f0 * (left[l0 + i + 1] ?? 0);
      const f = f1 * (left[l1 + i + 1] ?? 0);
      const g = f2 * (left[l2 + i + 1] ?? 0);
      const h = f3 * (left[l3 + i + 1] ?? 0);
      const line = i * width;
      const below = line + width;
      // The upper line gets one value too many, above the diagonal, where nobody looks: cheaper than a step of its own for the lower one.
      for (let j = 0; j <= i + 1; j++) {
        const first = right[r0 + j] ?? 0;
        const second = right[r1 + j] ?? 0;
        const third = right[r2 + j] ?? 0;
        const fourth = right[r3 + j] ?? 0;
        matrix[line + j] = (matrix[line + j] ?? 0) + a * first + b * second + c * third + d * fourth;
        matrix[below + j] = (matrix[below + j] ?? 0) + e * first + f * second + g * third + h * fourth;
      }
    }
    if (width % 2 === 1) this.#addLine(width - 1, 0, 4);
  }

  /** One line of the matrix, with the held rows from `first` to `end`. */
  #addLine(i: number, first: number, end: number): void {
    const matrix = this.#matrix;
    const right = this.#right;
    const line = i * this.#width;
    for (let row = first; row < end; row++) {
      const factor = (this.#factors[row] ?? 0) * (this.#left[(this.#leftFrom[row] ?? 0) + i] ?? 0);
      const from = this.#rightFrom[row] ?? 0;
      for (let j = 0; j <= i; j++) matrix[line + j] = (matrix[line + j] ?? 0) + factor * (right[from + j] ?? 0);
    }
  }
}
