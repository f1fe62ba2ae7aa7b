// Seats from votes: cases of two public election systems, by the methods of room institution. Lists are named by their position, from 1.
import { D_HONDT, SEAT_METHODS, allocateBiproportional, allocateSeats, allocateUnions } from "acta/institution";

/**
 * @typedef {number | readonly Union[]} Union
 * @typedef {{
 *   id: string, method: string, seats?: number, votes: number[] | number[][], expected_seats?: number[],
 *   candidates_available?: number[], lots_drawn_list_numbers?: number[], certain_seats?: number[], undecided_seats?: number,
 *   tied_lists?: number[], distribution_number?: number, initial_seats?: number[], unions?: Union[], seats_by_district?: number[],
 *   expected_party_seats?: number[], parties_reaching_quorum_index0?: number[], expected_district_party_seats?: number[][],
 *   certain_party_seats?: number[], undecided_party_seats?: number,
 * }} Case
 */

/** @type {import("acta/institution").ResidualRule} */
const averages = { kind: "averages", divisors: D_HONDT, mostEach: null };
const dutch = /** @type {const} */ ({
  quota: { plus: 0, rounding: "exact" },
  tieBy: "lot",
  majorityClause: true,
});

/** @type {Record<string, import("acta/institution").SeatMethod>} */
const methods = {
  "nl-large-council": { ...dutch, residual: [averages] },
  "nl-small-council": {
    ...dutch,
    residual: [
      { kind: "remainders", mostEach: 1, leastQuotas: { numerator: 3n, denominator: 4n } },
      { ...averages, mostEach: 1 },
      averages,
    ],
  },
  dhondt: SEAT_METHODS.dHondt,
  "hagenbach-bischoff": SEAT_METHODS.hagenbachBischoff,
  "hagenbach-bischoff-list-unions": SEAT_METHODS.hagenbachBischoff,
  "sainte-lague": SEAT_METHODS.sainteLague,
};

/**
 * @param {unknown} json
 * @returns {json is { cases: Case[] }}
 */
function isApportionment(json) {
  if (typeof json !== "object" || json === null || !("cases" in json) || !Array.isArray(json.cases)) return false;
  const known = [...Object.keys(methods), "biproportional-sainte-lague"];
  return json.cases.length > 0 && json.cases.every((one) => known.includes(one?.method));
}

/** @param {Union} union @returns {import("acta/institution").ListUnion} */
function named(union) {
  return typeof union === "number" ? String(union) : union.map(named);
}

/**
 * What the case says, recomputed: the same fields and no others.
 * @param {Case} one
 */
function plain(one) {
  const method = methods[one.method];
  if (method === undefined) throw new Error(one.method);
  const lists = one.votes.flat().map((votes, at) => ({
    list: String(at + 1),
    votes,
    candidates: one.candidates_available?.[at] ?? null,
  }));
  const request = { method, seats: one.seats ?? 0, lists, lots: (one.lots_drawn_list_numbers ?? []).map(String) };
  if (one.unions !== undefined) {
    const done = allocateUnions(request, one.unions.map(named));
    return done.ok ? { expected_seats: done.value.lists.map(({ seats }) => seats) } : { problem: done.problem };
  }
  const done = allocateSeats(request);
  if (!done.ok) return { problem: done.problem };
  const { quota, steps, undecided } = done.value;
  const seats = done.value.lists.map((each) => each.seats);
  const initial = lists.map(({ list }) =>
    steps.reduce((sum, step) => sum + (step.list === list && step.by === "quota" ? step.change : 0), 0),
  );
  return {
    ...(undecided === null ? { expected_seats: seats } : { certain_seats: seats, undecided_seats: undecided.seats }),
    ...(undecided === null ? {} : { tied_lists: undecided.between.map(Number), expected_undecided: true }),
    distribution_number: quota?.denominator === 1 ? quota.numerator : null,
    initial_seats: initial,
  };
}

/** @param {Case} one */
function biproportional(one) {
  const rows = /** @type {number[][]} */ (one.votes);
  const passed = one.parties_reaching_quorum_index0 ?? rows[0]?.map((_votes, at) => at) ?? [];
  const done = allocateBiproportional({
    lists: passed.map((at) => String(at + 1)),
    districts: rows.map((votes, at) => ({
      district: String(at + 1),
      seats: one.seats_by_district?.[at] ?? 0,
      votes: passed.map((list) => votes[list] ?? 0),
    })),
    lots: [],
  });
  if (!done.ok) return { problem: done.problem };
  const { upper, lower } = done.value;
  const byParty = (rows[0] ?? []).map((_votes, at) => upper.lists[passed.indexOf(at)]?.seats ?? 0);
  return upper.undecided === null
    ? { expected_party_seats: byParty, expected_district_party_seats: lower?.map(({ seats }) => seats) }
    : {
        certain_party_seats: byParty,
        undecided_party_seats: upper.undecided.seats,
        tied_lists: upper.undecided.between.map(Number),
      };
}

const compared = [
  "expected_seats",
  "expected_undecided",
  "certain_seats",
  "undecided_seats",
  "tied_lists",
  "distribution_number",
  "initial_seats",
  "expected_party_seats",
  "expected_district_party_seats",
  "certain_party_seats",
  "undecided_party_seats",
];

/** @type {import("./check-vectors.mjs").Runner} */
export const apportionment = {
  name: "apportionment of seats",
  matches: isApportionment,
  *run(json) {
    if (!isApportionment(json)) throw new Error("not a file of this format");
    for (const one of json.cases) {
      const done = one.method.startsWith("biproportional") ? biproportional(one) : plain(one);
      const fields = compared.filter((field) => Object.hasOwn(one, field));
      const want = fields.map((field) => [field, Reflect.get(one, field)]);
      const got = fields.map((field) => [field, Reflect.get(done, field)]);
      const passed = fields.length > 0 && JSON.stringify(got) === JSON.stringify(want);
      yield {
        id: one.id,
        passed,
        got: "problem" in done ? done : Object.fromEntries(got),
        want: Object.fromEntries(want),
      };
    }
  },
};
