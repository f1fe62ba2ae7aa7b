/**
 * Finds district and list divisors so that every cell, divided by both and rounded to the nearest whole number, adds up to the seats of
 * its district and of its list. Alternates: each row, then each column, gets a divisor that meets its own sum. All in big integers.
 */
export class CellRounding {
  /** Divisors are whole numbers of this unit, so that 1/UNIT is the smallest step. */
  static readonly UNIT = 10n ** 15n;
  readonly seats: number[][];
  readonly rowDivisors: bigint[];
  readonly columnDivisors: bigint[];
  readonly #votes: readonly (readonly bigint[])[];
  readonly #rowSeats: readonly number[];
  readonly #columnSeats: readonly number[];

  constructor(votes: readonly (readonly number[])[], rowSeats: readonly number[], columnSeats: readonly number[]) {
    this.#votes = votes.map((row) => row.map(BigInt));
    this.#rowSeats = rowSeats;
    this.#columnSeats = columnSeats;
    this.seats = votes.map((row) => row.map(() => 0));
    this.rowDivisors = rowSeats.map(() => CellRounding.UNIT);
    this.columnDivisors = columnSeats.map(() => CellRounding.UNIT);
  }

  /** Alternates until both margins hold. Equal values in the last round are a tie; margins that never meet have no solution. */
  solve(): "decided" | "tiedCells" | "noSolution" {
    let tied = false;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const rows = this.#adjust(this.#rowSeats, this.rowDivisors, (row) => this.#rowLine(row));
      const columns = this.#adjust(this.#columnSeats, this.columnDivisors, (column) => this.#columnLine(column));
      if (rows === "impossible" || columns === "impossible") return "noSolution";
      tied = rows === "tied" || columns === "tied";
      if (this.#round() === "met") return this.#isOnEdge() ? "tiedCells" : "decided";
    }
    return tied ? "tiedCells" : "noSolution";
  }

  /** Gives every row, or every column, the divisor that meets its own sum. */
  #adjust(
    sums: readonly number[],
    divisors: bigint[],
    lineOf: (at: number) => readonly LineCell[],
  ): "met" | "tied" | "impossible" {
    let state: "met" | "tied" = "met";
    for (const [at, seats] of sums.entries()) {
      if (seats === 0) continue;
      const found = lineDivisor(lineOf(at), seats);
      if (found === null) return "impossible";
      divisors[at] = found.divisor;
      if (found.tied) state = "tied";
    }
    return state;
  }

  #rowLine(row: number): readonly LineCell[] {
    const cells: LineCell[] = [];
    this.columnDivisors.forEach((divisor, column) => {
      if (!this.#isOut(column)) cells.push({ votes: this.#votes[row]?.[column] ?? 0n, divisor });
    });
    return cells;
  }

  #columnLine(column: number): readonly LineCell[] {
    return this.rowDivisors.map((divisor, row) => ({ votes: this.#votes[row]?.[column] ?? 0n, divisor }));
  }

  /** Rounds every cell by the divisors of now. @returns whether all sums are met. */
  #round(): "met" | "missed" {
    const columnSums = this.#columnSeats.map(() => 0);
    let met = true;
    this.#votes.forEach((row, at) => {
      let sum = 0;
      row.forEach((votes, column) => {
        const seats = this.#isOut(column) ? 0 : nearest(votes, this.#divisor(at, column));
        const line = this.seats[at];
        if (line !== undefined) line[column] = seats;
        sum += seats;
        columnSums[column] = (columnSums[column] ?? 0) + seats;
      });
      if (sum !== this.#rowSeats[at]) met = false;
    });
    return met && columnSums.every((sum, at) => sum === this.#columnSeats[at]) ? "met" : "missed";
  }

  /** A list without a seat over the whole has none anywhere. */
  #isOut(column: number): boolean {
    return this.#columnSeats[column] === 0;
  }

  /** What one seat costs in a cell, in units of 1/UNIT². */
  #divisor(row: number, column: number): bigint {
    return (this.rowDivisors[row] ?? 1n) * (this.columnDivisors[column] ?? 1n);
  }

  /** A cell exactly between two whole numbers: the divisors do not decide it alone. */
  #isOnEdge(): boolean {
    return this.#votes.some((row, at) =>
      row.some((votes, column) => {
        if (votes === 0n || this.#isOut(column)) return false;
        const doubled = 2n * votes * SQUARE;
        const divisor = this.#divisor(at, column);
        return doubled % divisor === 0n && (doubled / divisor) % 2n === 1n;
      }),
    );
  }
}

const MOST_ROUNDS = 1_000;
const SQUARE = CellRounding.UNIT * CellRounding.UNIT;

/** votes / divisor rounded to the nearest whole number; halves up. */
function nearest(votes: bigint, divisor: bigint): number {
  return Number((2n * votes * SQUARE + divisor) / (2n * divisor));
}

/** One cell of a row or column: its votes, and the divisor of the other direction. */
interface LineCell {
  readonly votes: bigint;
  readonly divisor: bigint;
}

/**
 * The divisor of one line by Sainte-Laguë: seats go one by one to the largest votes / (divisor × odd number). Between the value of the
 * last seat and the next one lie the divisors that meet the sum; the middle is taken. Null when no cell has votes.
 */
function lineDivisor(
  line: readonly LineCell[],
  seats: number,
): { readonly divisor: bigint; readonly tied: boolean } | null {
  const cells = line.filter(({ votes }) => votes > 0n).map((cell) => ({ ...cell, odd: 1n }));
  const next = (): (typeof cells)[number] | undefined => {
    let best = cells[0];
    for (const cell of cells)
      if (best !== undefined && cell.votes * best.divisor * best.odd > best.votes * cell.divisor * cell.odd)
        best = cell;
    return best;
  };
  let last = { numerator: 0n, denominator: 1n };
  for (let seat = 0; seat < seats; seat++) {
    const winner = next();
    if (winner === undefined) return null;
    last = valueOf(winner);
    winner.odd += 2n;
  }
  const rival = next();
  if (rival === undefined) return null;
  const below = valueOf(rival);
  const high = last.numerator * below.denominator;
  const low = below.numerator * last.denominator;
  const divisor = (high + low) / (2n * last.denominator * below.denominator);
  // Divisors that run towards 0 never meet the sums.
  return divisor === 0n ? null : { divisor, tied: high === low };
}

/** The largest divisor of the line, in units of 1/UNIT, at which the cell still has its next seat. */
function valueOf({ votes, divisor, odd }: LineCell & { readonly odd: bigint }) {
  return { numerator: 2n * votes * SQUARE, denominator: divisor * odd };
}
