import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateBiproportional } from "./index.js";
import type { BiproportionalAllocation, DistrictMatrix } from "./index.js";

function matrix(seats: readonly number[], votes: readonly (readonly number[])[]): DistrictMatrix {
  return {
    lists: (votes[0] ?? []).map((_votes, at) => String.fromCodePoint(97 + at)),
    districts: votes.map((row, at) => ({ district: String(at + 1), seats: seats[at] ?? 0, votes: row })),
    lots: [],
  };
}

function allocated(asked: DistrictMatrix): BiproportionalAllocation {
  const done = allocateBiproportional(asked);
  return done.ok ? done.value : expect.unreachable(JSON.stringify(done.problem));
}

describe("biproportional apportionment", () => {
  test("equal votes everywhere leave the cells tied; the lists are decided all the same", () => {
    const done = allocated(
      matrix(
        [1, 1],
        [
          [10, 10],
          [10, 10],
        ],
      ),
    );
    expect(done.upper.lists.map(({ seats }) => seats)).toEqual([1, 1]);
    expect([done.why, done.lower]).toEqual(["tiedCells", null]);
  });

  test("a list with seats and no votes in the only district that has room is no solution, and said so", () => {
    // List b is due a seat, but the districts in which it stands have fewer seats than it wins.
    const done = allocated(
      matrix(
        [4, 1],
        [
          [500, 0],
          [0, 900],
        ],
      ),
    );
    expect(done.upper.lists.map(({ seats }) => seats)).toEqual([1, 4]);
    expect(done.why).toBe("noSolution");
  });

  test("a row of another length is refused", () => {
    expect(allocateBiproportional(matrix([1, 1], [[1, 2], [1]]))).toMatchObject({
      ok: false,
      problem: { code: "seats.badMatrix", context: { district: "2" } },
    });
  });

  test("cells meet both margins, and anyone can divide and round to prove them", () => {
    const rows = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 })).chain(([districts, lists]) =>
      fc.record({
        seats: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: districts, maxLength: districts }),
        votes: fc.array(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: lists, maxLength: lists }), {
          minLength: districts,
          maxLength: districts,
        }),
      }),
    );
    let decided = 0;
    fc.assert(
      fc.property(rows, ({ seats, votes }) => {
        const { upper, lower, listDivisors, unit, why } = allocated(matrix(seats, votes));
        // All votes positive: a solution exists (Balinski and Demange); only ties may leave it open.
        if (upper.undecided === null) expect(why).not.toBe("noSolution");
        if (lower === null) return;
        decided++;
        lower.forEach((row, at) => {
          expect(row.seats.reduce((sum, each) => sum + each, 0)).toBe(seats[at]);
          row.seats.forEach((own, list) => {
            if ((upper.lists[list]?.seats ?? 0) === 0) return expect(own).toBe(0);
            const divisor = row.divisor * (listDivisors[list] ?? 0n);
            const doubled = 2n * BigInt(votes[at]?.[list] ?? 0) * unit * unit;
            expect(doubled > BigInt(2 * own - 1) * divisor && doubled < BigInt(2 * own + 1) * divisor).toBe(true);
            return undefined;
          });
        });
        upper.lists.forEach(({ seats: won }, list) =>
          expect(lower.reduce((sum, row) => sum + (row.seats[list] ?? 0), 0)).toBe(won),
        );
      }),
      { numRuns: 200 },
    );
    expect(decided).toBeGreaterThan(150);
  });
});
