import { fail, succeed } from "../basics/index.js";
import type { Result } from "../basics/index.js";
import { allocateSeats } from "./allocate-seats.js";
import type { SeatAllocation } from "./seat-allocation.js";
import { CellRounding } from "./cell-rounding.js";
import { SEAT_METHODS } from "./seat-method.js";

/** Votes by district and list; in every district each voter has as many votes as the district has seats. */
export interface DistrictMatrix {
  readonly lists: readonly string[];
  readonly districts: readonly {
    readonly district: string;
    readonly seats: number;
    /** In the order of `lists`. */
    readonly votes: readonly number[];
  }[];
  /** Lots for the distribution among lists, in the order drawn. */
  readonly lots: readonly string[];
}

/** Seats by list over the whole, and by district and list. */
export interface BiproportionalAllocation {
  /** The distribution among lists. Votes there are voter numbers times `voterNumberUnit`. */
  readonly upper: SeatAllocation;
  /** Voter numbers are fractions; this common denominator makes them whole. */
  readonly voterNumberUnit: number;
  /** Seats by district, in the order of the lists; null while lots for the lists are missing. */
  readonly lower:
    | readonly {
        readonly district: string;
        readonly seats: readonly number[];
        /** The district's divisor, in units of 1/`unit` votes. */
        readonly divisor: bigint;
      }[]
    | null;
  /** Divisors of the lists, in units of 1/`unit`. With those of the districts they prove the cells: anyone can divide and round. */
  readonly listDivisors: readonly bigint[];
  readonly unit: bigint;
  /** Cells stand on equal values, or no divisors meet both margins: which seats lots (or a decision) must place is then not said. */
  readonly why: "decided" | "lotsForLists" | "tiedCells" | "noSolution";
}

/**
 * Biproportional apportionment (double Pukelsheim): seats of lists by Sainte-Laguë on voter numbers (votes / district seats, not rounded),
 * then divisors for districts and lists so that rounded cells meet both margins (Balinski and Demange 1989; Pukelsheim 2017, ch. 14).
 * The cells are proved by exact division, whatever way found the divisors.
 * @returns the problems of `allocateSeats`; `seats.badMatrix` when a row has another length; `seats.tooManyVotes`.
 */
export function allocateBiproportional(matrix: DistrictMatrix): Result<BiproportionalAllocation> {
  const ragged = matrix.districts.find(({ votes, seats }) => votes.length !== matrix.lists.length || seats < 1);
  if (ragged !== undefined) return fail({ code: "seats.badMatrix", context: { district: ragged.district } });
  const unit = matrix.districts.reduce((common, { seats }) => leastCommonMultiple(common, seats), 1);
  const lists = matrix.lists.map((list, at) => ({
    list,
    votes: matrix.districts.reduce((sum, { votes, seats }) => sum + (votes[at] ?? 0) * (unit / seats), 0),
    candidates: null,
  }));
  if (lists.some(({ votes }) => !Number.isSafeInteger(votes))) return fail({ code: "seats.tooManyVotes", context: {} });
  const seats = matrix.districts.reduce((sum, each) => sum + each.seats, 0);
  const upper = allocateSeats({ method: SEAT_METHODS.sainteLague, seats, lists, lots: matrix.lots });
  if (!upper.ok) return upper;
  const none = { upper: upper.value, voterNumberUnit: unit, lower: null, listDivisors: [], unit: CellRounding.UNIT };
  if (upper.value.undecided !== null) return succeed({ ...none, why: "lotsForLists" });
  const cells = new CellRounding(
    matrix.districts.map(({ votes }) => votes),
    matrix.districts.map((each) => each.seats),
    upper.value.lists.map((each) => each.seats),
  );
  const found = cells.solve();
  if (found !== "decided") return succeed({ ...none, why: found });
  const lower = matrix.districts.map(({ district }, at) => ({
    district,
    seats: cells.seats[at] ?? [],
    divisor: cells.rowDivisors[at] ?? 1n,
  }));
  return succeed({ ...none, lower, listDivisors: cells.columnDivisors, why: "decided" });
}

function leastCommonMultiple(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low > 0) [high, low] = [low, high % low];
  return (a / high) * b;
}
