import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEAT_METHODS, allocateSeats, allocateUnions, lastSeatOf, seatCounts } from "./index.js";
import type { SeatAllocation, SeatMethod, SeatMethodName, SeatRequest } from "./index.js";

/** Lists a, b, c, ... with these votes. */
function request(
  method: SeatMethod,
  votes: readonly number[],
  seats: number,
  lots: readonly string[] = [],
): SeatRequest {
  const lists = votes.map((own, at) => ({ list: String.fromCodePoint(97 + at), votes: own, candidates: null }));
  return { method, seats, lists, lots };
}

function allocated(asked: SeatRequest): SeatAllocation {
  const done = allocateSeats(asked);
  return done.ok ? done.value : expect.unreachable(JSON.stringify(done.problem));
}

const seatsOf = (name: SeatMethodName, votes: readonly number[], seats: number) =>
  allocated(request(SEAT_METHODS[name], votes, seats)).lists.map((each) => each.seats);

describe("methods by their names, on one example worked out by hand", () => {
  // 10 seats, 100,000 votes. D'Hondt: the tenth quotient is 15,900/2 = 7,950, ahead of 47,000/6 = 7,833.3.
  const votes = [47_000, 16_000, 15_900, 12_000, 6_000, 3_100];
  test.each([
    ["dHondt", [5, 2, 2, 1, 0, 0]],
    ["sainteLague", [4, 2, 2, 1, 1, 0]],
    ["modifiedSainteLague", [5, 2, 2, 1, 0, 0]],
    ["imperialiDivisors", [7, 1, 1, 1, 0, 0]],
    ["hare", [5, 2, 1, 1, 1, 0]],
    ["droop", [5, 2, 2, 1, 0, 0]],
  ] as const)("%s", (name, seats) => {
    expect(seatsOf(name, votes, 10)).toEqual(seats);
  });

  test("a quota that gives more seats than there are is refused, not cut", () => {
    expect(allocateSeats(request(SEAT_METHODS.imperialiQuota, [50, 50], 2))).toMatchObject({
      ok: false,
      problem: { code: "seats.quotaTooSmall", context: { seats: 2, given: 4 } },
    });
  });
});

describe("bad input is refused with its list", () => {
  const code = (asked: SeatRequest) => {
    const done = allocateSeats(asked);
    return done.ok ? "" : done.problem.code;
  };
  test("seats, votes, names, lots", () => {
    const { dHondt } = SEAT_METHODS;
    expect(code(request(dHondt, [1], -1))).toBe("seats.badSeats");
    expect(code(request(dHondt, [1], 1.5))).toBe("seats.badSeats");
    expect(code(request(dHondt, [-1], 1))).toBe("seats.badVotes");
    expect(code(request(dHondt, [Number.MAX_SAFE_INTEGER, 1], 1))).toBe("seats.tooManyVotes");
    const twice = { list: "a", votes: 1, candidates: null };
    expect(code({ ...request(dHondt, [], 1), lists: [twice, twice] })).toBe("seats.listTwice");
    expect(code({ ...request(dHondt, [], 1), lists: [{ ...twice, candidates: 0.5 }] })).toBe("seats.badCandidates");
    expect(code(request(dHondt, [10, 10, 1], 1, ["c"]))).toBe("seats.lotNotTied");
  });

  test("no votes, no lists, no seats: nothing is invented", () => {
    const { dHondt } = SEAT_METHODS;
    expect(allocated(request(dHondt, [0, 0], 3))).toMatchObject({ empty: 3, undecided: null, steps: [] });
    expect(allocated(request(dHondt, [], 3)).empty).toBe(3);
    expect(allocated(request(dHondt, [5], 0))).toMatchObject({ empty: 0, steps: [] });
  });
});

describe("ties", () => {
  test("are undecided seats with names; as many lots as are missing decide them, one after the other", () => {
    const asked = request(SEAT_METHODS.dHondt, [30, 30, 30], 2);
    expect(allocated(asked).undecided).toEqual({ seats: 2, between: ["a", "b", "c"], about: "gaining" });
    const one = allocated({ ...asked, lots: ["c"] });
    expect(one.undecided).toEqual({ seats: 1, between: ["a", "b"], about: "gaining" });
    const both = allocated({ ...asked, lots: ["c", "a"] });
    expect(both.lists.map(({ seats }) => seats)).toEqual([1, 0, 1]);
    expect(both.steps.map(({ byLot }) => byLot)).toEqual([true, true]);
  });

  test("equal values with enough seats for all need no lot", () => {
    expect(allocated(request(SEAT_METHODS.dHondt, [30, 30, 30], 3))).toMatchObject({ undecided: null });
  });
});

describe("list unions", () => {
  test("an unknown list and a list in two unions are refused; a list in none stands alone", () => {
    const asked = request(SEAT_METHODS.dHondt, [60, 30, 10], 3);
    expect(allocateUnions(asked, [["a", "x"]])).toMatchObject({ ok: false, problem: { code: "seats.unknownList" } });
    expect(allocateUnions(asked, [["a", "b"], ["b"]])).toMatchObject({
      ok: false,
      problem: { code: "seats.listTwice" },
    });
    const done = allocateUnions(asked, [["b", "c"]]);
    expect(done.ok && done.value.lists.map(({ seats }) => seats)).toEqual([2, 1, 0]);
    expect(done.ok && done.value.stages.map(({ of }) => of)).toEqual([
      ["b", "c", "a"],
      ["b", "c"],
    ]);
  });
});

const VOTES = fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 8 });
const SEATS = fc.integer({ min: 0, max: 40 });
const DIVISORS: readonly SeatMethodName[] = [
  "dHondt",
  "sainteLague",
  "modifiedSainteLague",
  "danish",
  "imperialiDivisors",
];
const ALL: readonly SeatMethodName[] = [...DIVISORS, "hare", "droop", "hareThenDHondt", "hagenbachBischoff"];
const total = (votes: readonly number[]) => votes.reduce((sum, each) => sum + each, 0);

/** Seats of every list, or null on a tie: laws are about decided distributions. */
const counts = (name: SeatMethodName, votes: readonly number[], seats: number) =>
  seatCounts(request(SEAT_METHODS[name], votes, seats));

describe("laws of distributions (Balinski and Young; Pukelsheim)", () => {
  test("every seat is given, undecided or empty, for every method", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), VOTES, SEATS, (name, votes, seats) => {
        const { lists, undecided, empty, steps } = allocated(request(SEAT_METHODS[name], votes, seats));
        expect(total(lists.map((each) => each.seats)) + (undecided?.seats ?? 0) + empty).toBe(seats);
        for (const { list, seats: own } of lists)
          expect(steps.reduce((sum, step) => sum + (step.list === list ? step.change : 0), 0)).toBe(own);
      }),
    );
  });

  test("counting alone says what the full distribution says, and null where that has a tie", () => {
    const large = fc.array(fc.integer({ min: 0, max: 2 ** 50 }), { minLength: 1, maxLength: 5 });
    const small = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.oneof(VOTES, large, small), SEATS, (name, votes, seats) => {
        const { lists, undecided } = allocated(request(SEAT_METHODS[name], votes, seats));
        const full = undecided === null ? lists.map((each) => each.seats) : null;
        expect(counts(name, votes, seats)).toEqual(full);
      }),
      { numRuns: 1_000 },
    );
  });

  test("anonymity: the order of the lists does not matter, nor do their names", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), VOTES, SEATS, (name, votes, seats) => {
        const one = allocated(request(SEAT_METHODS[name], votes, seats));
        const turned = allocated(request(SEAT_METHODS[name], votes.toReversed(), seats));
        expect(turned.lists.map((each) => each.seats).toReversed()).toEqual(one.lists.map((each) => each.seats));
        expect(turned.undecided?.seats).toBe(one.undecided?.seats);
      }),
    );
  });

  test("more votes never mean fewer seats than a list with fewer votes has", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), VOTES, SEATS, (name, votes, seats) => {
        const { lists } = allocated(request(SEAT_METHODS[name], votes, seats));
        for (const one of lists)
          for (const other of lists) if (one.votes > other.votes) expect(one.seats).toBeGreaterThanOrEqual(other.seats);
      }),
    );
  });

  test("exactness: a common factor changes nothing, however large the numbers", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        VOTES,
        SEATS,
        fc.integer({ min: 1, max: 500_000_000 }),
        (name, votes, seats, factor) => {
          fc.pre(name !== "droop" && name !== "hagenbachBischoff");
          const small = allocated(request(SEAT_METHODS[name], votes, seats));
          const large = allocated(
            request(
              SEAT_METHODS[name],
              votes.map((each) => each * factor),
              seats,
            ),
          );
          expect(large.lists.map((each) => each.seats)).toEqual(small.lists.map((each) => each.seats));
          expect(large.undecided).toEqual(small.undecided);
        },
      ),
    );
  });

  test("house monotonicity of averages: one seat more takes none from anybody", () => {
    fc.assert(
      fc.property(fc.constantFrom(...DIVISORS), VOTES, SEATS, (name, votes, seats) => {
        const fewer = counts(name, votes, seats);
        const more = counts(name, votes, seats + 1);
        if (fewer === null || more === null) return;
        fewer.forEach((own, at) => expect(more[at]).toBeGreaterThanOrEqual(own));
      }),
    );
  });

  test("house monotonicity does not hold for largest remainders: the Alabama paradox is shown, not hidden", () => {
    // Balinski and Young's figure with three states: 10 to 11 seats takes one from the smallest.
    expect(seatsOf("hare", [1_425, 1_325, 320], 10)).not.toEqual(seatsOf("hare", [1_425, 1_325, 320], 11));
    const small = (seats: number) => seatsOf("hare", [6, 6, 2], seats)[2] ?? 0;
    expect([small(10), small(11)]).toEqual([2, 1]);
  });

  test("vote monotonicity of averages: who gains votes loses no seat, and who does not gain wins none", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DIVISORS),
        VOTES,
        SEATS,
        fc.nat(7),
        fc.integer({ min: 1, max: 500_000 }),
        (name, votes, seats, which, more) => {
          const at = which % votes.length;
          const before = counts(name, votes, seats);
          const after = counts(
            name,
            votes.map((each, list) => (list === at ? each + more : each)),
            seats,
          );
          if (before === null || after === null) return;
          expect(after[at]).toBeGreaterThanOrEqual(before[at] ?? 0);
          after.forEach((own, list) => {
            if (list !== at && total(votes) > 0) expect(own).toBeLessThanOrEqual(before[list] ?? 0);
          });
        },
      ),
    );
  });

  test("Hare: every list has its share of the seats rounded down or up", () => {
    fc.assert(
      fc.property(VOTES, SEATS, (votes, seats) => {
        const sum = total(votes);
        fc.pre(sum > 0);
        const { lists, undecided } = allocated(request(SEAT_METHODS.hare, votes, seats));
        for (const { votes: own, seats: won } of lists) {
          const whole = Number((BigInt(own) * BigInt(seats)) / BigInt(sum));
          expect(won).toBeGreaterThanOrEqual(whole);
          expect(won).toBeLessThanOrEqual(whole + 1);
        }
        expect(undecided?.about ?? "gaining").toBe("gaining");
      }),
    );
  });

  test("D'Hondt gives at least the share rounded down, and Hagenbach-Bischoff gives what D'Hondt gives", () => {
    fc.assert(
      fc.property(VOTES, SEATS, (votes, seats) => {
        const sum = total(votes);
        fc.pre(sum > 0);
        const won = counts("dHondt", votes, seats);
        if (won === null) return;
        votes.forEach((own, at) =>
          expect(won[at]).toBeGreaterThanOrEqual(Number((BigInt(own) * BigInt(seats)) / BigInt(sum))),
        );
        expect(counts("hagenbachBischoff", votes, seats)).toEqual(won);
      }),
    );
  });

  test("averages divide by one price: each list's votes over the price, rounded down, are its seats", () => {
    fc.assert(
      fc.property(VOTES, fc.integer({ min: 1, max: 40 }), (votes, seats) => {
        const done = allocated(request(SEAT_METHODS.dHondt, votes, seats));
        const price = done.steps.at(-1)?.value;
        if (done.undecided !== null || price == null) return;
        for (const { votes: own, seats: won } of done.lists) {
          const whole = Number((BigInt(own) * BigInt(price.denominator)) / BigInt(price.numerator));
          // Equal to the price without the seat: only where a tie was served in order, which needs no lot.
          expect([whole, whole - 1]).toContain(won);
        }
      }),
    );
  });
});

describe("the last seat", () => {
  test("so many votes more win it for the rival, one fewer do not; so many fewer lose it for the holder, one fewer do not", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        (name, votes, seats) => {
          const asked = request(SEAT_METHODS[name], votes, seats);
          const done = allocated(asked);
          const last = lastSeatOf(asked, done);
          if (last === null) return;
          const won = (list: string) => done.lists.find((each) => each.list === list)?.seats ?? 0;
          // Seats for certain, and with every lot.
          const seatsWith = (list: string, more: number) => {
            const lists = asked.lists.map((each) => ({ ...each, votes: each.votes + (each.list === list ? more : 0) }));
            const { lists: then, undecided } = allocated({ ...asked, lists });
            const least = then.find((each) => each.list === list)?.seats ?? 0;
            return { least, most: least + (undecided?.between.includes(list) === true ? undecided.seats : 0) };
          };
          for (const { list, votesAway } of last.rivals) {
            if (votesAway === null) continue;
            expect(seatsWith(list, votesAway).least, list).toBeGreaterThan(won(list));
            if (votesAway > 1) expect(seatsWith(list, votesAway - 1).least).toBeLessThanOrEqual(won(list));
          }
          if (last.holderLosesWith !== null) {
            expect(seatsWith(last.list, -last.holderLosesWith).most).toBeLessThan(won(last.list));
            expect(seatsWith(last.list, 1 - last.holderLosesWith).most).toBeGreaterThanOrEqual(won(last.list));
          }
        },
      ),
    );
  });
});
