import { describe, expect, test } from "vitest";
import { parseCivilDate, parseFraction } from "../basics/index.js";
import { SEAT_METHODS, allocateChamber } from "./index.js";
import type { Barrier, ChamberSeats, ChamberVotes, SeatRule } from "./index.js";

const fraction = (text: string) => parseFraction(text) ?? expect.unreachable(text);
const rule: SeatRule = {
  kind: "seats",
  id: "r",
  article: "",
  text: { es: "r", en: "r" },
  note: null,
  confidence: "high",
  validFrom: parseCivilDate("2030-01-01") ?? expect.unreachable(),
  validTo: null,
  chamber: "c",
  method: SEAT_METHODS.dHondt,
  districts: ["x", "y"].map((id) => ({ id, name: { es: id, en: id }, seats: 5, words: [] })),
  barrier: null,
  sitting: "preferentialVotes",
};

/** Votes of lists a, b, c in the districts x and y. */
function votes(x: readonly number[], y: readonly number[], parties: readonly number[] = [1, 1, 1]): ChamberVotes {
  const named = (own: readonly number[]) =>
    own.map((each, at) => ({ list: String.fromCodePoint(97 + at), votes: each, candidates: [] }));
  return {
    whole: { validVotes: null, ballotsCast: null, registeredVoters: null },
    lists: parties.map((number, at) => ({ list: String.fromCodePoint(97 + at), votes: null, parties: number })),
    districts: [
      { district: "x", lists: named(x), omits: "nothing" },
      { district: "y", lists: named(y), omits: "nothing" },
    ],
    qualified: null,
    lots: new Map(),
  };
}

const share = (text: string, more: Partial<Extract<Barrier, { kind: "share" }>> = {}): Barrier => ({
  kind: "share",
  share: fraction(text),
  relation: "atLeast",
  of: "validVotes",
  alliance: null,
  perFurtherParty: null,
  inDistricts: 0,
  ...more,
});

function allocated(given: ChamberVotes, barrier: Barrier | null, own = barrier): ChamberSeats {
  const done = allocateChamber({ ...rule, barrier: own }, given, barrier);
  return done.ok ? done.value : expect.unreachable(JSON.stringify(done.problem));
}

const verdicts = (given: ChamberVotes, barrier: Barrier) =>
  allocated(given, barrier).barrier.map(({ verdict }) => verdict);

describe("a barrier", () => {
  test("a share is exact: one vote decides, at least or more than", () => {
    const given = votes([50, 45, 5], [0, 0, 0]);
    expect(verdicts(given, share("5/100"))).toEqual(["passes", "passes", "passes"]);
    expect(verdicts(given, share("5/100", { relation: "moreThan" }))).toEqual(["passes", "passes", "fails"]);
    expect(verdicts(votes([51, 45, 5], [0, 0, 0]), share("5/100"))).toEqual(["passes", "passes", "fails"]);
  });

  test("alliances may need another share, or more for each further party", () => {
    const given = (parties: number) => votes([50, 44, 6], [0, 0, 0], [1, 1, parties]);
    const flat = share("5/100", { alliance: fraction("7/100") });
    const perParty = share("5/100", { perFurtherParty: fraction("1/100") });
    const of = (barrier: Barrier, parties: number) => verdicts(given(parties), barrier)[2];
    expect([of(flat, 1), of(flat, 2)]).toEqual(["passes", "fails"]);
    expect([of(perParty, 1), of(perParty, 2), of(perParty, 3)]).toEqual(["passes", "passes", "fails"]);
  });

  test("a share in so many districts", () => {
    const given = votes([90, 0, 10], [95, 3, 2]);
    expect(verdicts(given, share("5/100", { inDistricts: 1 }))).toEqual(["passes", "fails", "passes"]);
    expect(verdicts(given, share("5/100", { inDistricts: 2 }))).toEqual(["passes", "fails", "fails"]);
  });

  test("seats in so many districts, counted without a barrier", () => {
    const given = votes([60, 24, 16], [60, 40, 0]);
    expect(allocated(given, null).totals.map(({ list, seats }) => [list, seats])).toEqual([
      ["a", 6],
      ["b", 3],
      ["c", 1],
    ]);
    expect(verdicts(given, { kind: "seats", atLeast: 2, inDistricts: 2 })).toEqual(["passes", "passes", "fails"]);
    expect(verdicts(given, { kind: "seats", atLeast: 1, inDistricts: 2 })).toEqual(["passes", "passes", "fails"]);
    expect(verdicts(given, { kind: "seatShare", atLeast: fraction("31/100") })).toEqual(["passes", "fails", "fails"]);
  });

  test("any of several, all of several", () => {
    const given = votes([60, 24, 16], [60, 40, 0]);
    const of = [share("10/100"), { kind: "seats", atLeast: 1, inDistricts: 1 } as const];
    expect(verdicts(given, { kind: "anyOf", of })).toEqual(["passes", "passes", "passes"]);
    expect(verdicts(given, { kind: "allOf", of })).toEqual(["passes", "passes", "fails"]);
  });

  test("a base that nobody gave leaves it undetermined, and nothing is distributed", () => {
    const done = allocated(votes([60, 40, 0], [60, 40, 0]), share("5/100", { of: "registeredVoters" }));
    expect(done).toMatchObject({ takingPart: null, undetermined: ["a", "b", "c"], districts: [] });
  });

  test("where winners alone are known, another barrier than the real one distributes nothing there", () => {
    const given = votes([60, 40], [60, 40]);
    const partial: ChamberVotes = {
      ...given,
      whole: { ...given.whole, validVotes: 260 },
      lists: [
        { list: "a", votes: 120, parties: 1 },
        { list: "b", votes: 80, parties: 1 },
      ],
      qualified: ["a", "b"],
      districts: given.districts.map((each) => ({ ...each, omits: "listsWithoutSeat" as const })),
    };
    const real = share("5/100");
    expect(allocated(partial, real).districts).toHaveLength(2);
    const other = allocated(partial, share("4/10"), real);
    expect(other).toMatchObject({
      takingPart: ["a"],
      districts: [],
      notDetermined: ["x", "y"],
      totals: [{ list: "a", seats: 0 }],
    });
  });

  test("bounds of the first distribution hold whatever the unlisted votes are", () => {
    // 60 of 260 votes belong to lists that are not named. Every way in which one list can have them is tried.
    const given = votes([60, 40], [60, 40]);
    const lists = [
      { list: "a", votes: 120, parties: 1 },
      { list: "b", votes: 80, parties: 1 },
    ];
    const partial: ChamberVotes = {
      ...given,
      lists,
      whole: { ...given.whole, validVotes: 260 },
      qualified: ["a", "b"],
      districts: given.districts.map((each) => ({ ...each, omits: "listsWithoutSeat" as const })),
    };
    const found = allocated(partial, { kind: "seats", atLeast: 1, inDistricts: 1 }).barrier;
    const bounds = found.map(({ finding }) => finding.has);
    const least = [Infinity, Infinity];
    for (let x = 0; x <= 60; x++) {
      const { totals } = allocated(votes([60, 40, x], [60, 40, 60 - x]), null);
      for (const [at, list] of ["a", "b"].entries()) {
        const won = totals.find((each) => each.list === list)?.seats ?? 0;
        least[at] = Math.min(least[at] ?? 0, won);
        expect(won).toBeLessThanOrEqual(bounds[at]?.most ?? 0);
      }
    }
    expect(bounds.map((each) => each?.most)).toEqual([6, 4]);
    bounds.forEach((each, at) => expect(each?.least).toBeLessThanOrEqual(least[at] ?? 0));
    // Not only safe but of use: here they are the best that can be said.
    expect(bounds.map((each) => each?.least)).toEqual(least);
  });
});

describe("a district", () => {
  const code = (given: ChamberVotes) => {
    const done = allocateChamber(rule, given, null);
    return done.ok ? "" : done.problem.code;
  };
  test("without votes is said by name; one that the rule does not know, or that stands twice, is refused", () => {
    const given = votes([1, 2], [3, 4]);
    const [x] = given.districts;
    if (x === undefined) return expect.unreachable();
    expect(code({ ...given, districts: [x] })).toBe("seats.noDistrict");
    expect(code({ ...given, districts: [x, x] })).toBe("seats.districtTwice");
    expect(code({ ...given, districts: [x, { ...x, district: "z" }] })).toBe("seats.unknownDistrict");
    expect(allocated(votes([0, 0], [3, 4]), null)).toMatchObject({ empty: 5 });
    return undefined;
  });

  test("preferential votes say who sits; equal ones at the last seat are a tie until a lot is drawn", () => {
    const given = votes([60, 0], [60, 0]);
    const candidates = [40, 70, 70, 10, 5, 5].map((own, at) => ({ number: at + 1, votes: own }));
    const [x, y] = given.districts;
    if (x === undefined || y === undefined) return expect.unreachable();
    const withCandidates = {
      ...x,
      lists: x.lists.map((each) => ({ ...each, candidates: each.list === "a" ? candidates : [] })),
    };
    const holders = (lots: ReadonlyMap<string, readonly string[]>) =>
      allocated({ ...given, districts: [withCandidates, y], lots }, null).districts[0]?.holders.get("a");
    expect(holders(new Map())).toEqual({ candidates: [2, 3, 1, 4], undecided: { seats: 1, between: [5, 6] } });
    expect(holders(new Map([["x/a", ["6"]]]))).toEqual({ candidates: [2, 3, 1, 4, 6], undecided: null });
    return undefined;
  });
});
