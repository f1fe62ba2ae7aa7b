import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCivilDate } from "../basics/index.js";
import { congress2021, congressVotes, peruInstitutions } from "../../../../scripts/peru-institutions.js";
import { describeWithShared, sharedPath } from "../../../../scripts/shared-data.js";
import { allocateChamber, parseChamberVotes, rulesOn, seatHolders } from "./index.js";
import type { ChamberSeats, ChamberVotes, SeatRule } from "./index.js";

function seatRule(day: string, chamber: string): SeatRule {
  const date = parseCivilDate(day);
  const rule = date && rulesOn(peruInstitutions(), "seats", date).find((each) => each.chamber === chamber);
  return rule ?? expect.unreachable(`no rule for ${chamber} on ${day}`);
}

function read(document: unknown): ChamberVotes {
  const votes = parseChamberVotes(document);
  return votes.ok ? votes.value.votes : expect.unreachable(JSON.stringify(votes.problem));
}

function allocated(rule: SeatRule, votes: ChamberVotes, barrier = rule.barrier): ChamberSeats {
  const done = allocateChamber(rule, votes, barrier);
  return done.ok ? done.value : expect.unreachable(JSON.stringify(done.problem));
}

describeWithShared("the Congress of Peru of 11 April 2021", () => {
  const congress = congress2021();
  const rule = seatRule("2021-04-11", "congress");
  const votes = read(congressVotes(congress));
  const seats = allocated(rule, votes);

  test("D'Hondt gives the real seats in 27 of 27 districts", () => {
    const agree = congress.districts.filter(({ id, partiesWithSeats }) => {
      const found = seats.districts.find(({ district }) => district.id === id);
      const own = found?.allocation.lists.map(({ list, seats: won }) => [list, won]);
      return JSON.stringify(own) === JSON.stringify(partiesWithSeats.map((each) => [each.party, each.seats]));
    });
    expect(agree).toHaveLength(27);
    expect(seats.districts.map(({ allocation }) => allocation.undecided)).toEqual(
      Array.from({ length: 27 }, () => null),
    );
  });

  test("adds up to the 130 seats of the resolution, list by list", () => {
    expect(Object.fromEntries(seats.totals.map(({ list, seats: won }) => [list, won]))).toEqual(
      Object.fromEntries(congress.national.parties.map((each) => [each.party, each.seats])),
    );
    expect(seats.totals.reduce((sum, each) => sum + each.seats, 0)).toBe(130);
  });

  test("the last seat of every district is the distributing number of the source", () => {
    for (const { district, last } of seats.districts) {
      const { numerator, denominator, party } = congress.districts.find(({ id }) => id === district.id)
        ?.cifraRepartidora ?? { numerator: 0, denominator: 0, party: "" };
      expect([district.id, last?.list], district.id).toEqual([district.id, party]);
      const value = last?.value ?? { numerator: 0, denominator: 0 };
      expect(value.numerator * denominator, district.id).toBe(numerator * value.denominator);
    }
  });

  test("Lima, complete: 285,020/3 against 379,674/4, 353 votes from another outcome", () => {
    const lima = seats.districts.find(({ district }) => district.id === "lima-metropolitana");
    expect(lima?.allocation.lists).toHaveLength(10);
    expect(lima?.last).toMatchObject({
      list: "juntosporelperu",
      value: { numerator: 285_020, denominator: 3 },
      holderLosesWith: 265,
    });
    expect(lima?.last?.rivals[0]).toEqual({
      list: "morado",
      value: { numerator: 379_674, denominator: 4 },
      votesAway: 353,
    });
    // 353 more: 380,027 × 3 = 1,140,081 > 285,020 × 4 = 1,140,080; 352 more are less.
    expect([380_027 * 3 > 285_020 * 4, 380_026 * 3 > 285_020 * 4]).toEqual([true, false]);
  });

  test("the barrier of 2021: ten lists have 5 % (642,946 votes), the next one has 638,289 and the decision speaks", () => {
    const passed = seats.barrier.filter(({ verdict }) => verdict === "passes");
    expect(passed.map(({ list }) => list)).toEqual(congress.national.parties.map(({ party }) => party));
    const next = seats.barrier.find(({ list }) => list === "victorianacional");
    expect(next?.finding.parts[0]).toMatchObject({ verdict: "fails", needed: 642_946, has: { most: 638_289 } });
    // Seven seats in two districts cannot be excluded from these figures: nobody here has its votes by district.
    expect(next?.verdict).toBe("undetermined");
    expect(seats.takingPart).toHaveLength(10);
    expect(seats.undetermined).toEqual([]);
  });

  test("without the decision of the jury the figures alone do not say who takes part", () => {
    const alone = allocated(rule, read(congressVotes(congress, false)));
    expect(alone.takingPart).toBeNull();
    expect(alone.undetermined).toContain("victorianacional");
    expect(alone.districts).toEqual([]);
  });

  test("R5.8, the barrier of 2026 on the same votes: four lists fall for certain, the others are what the figures say", () => {
    const later = seatRule("2026-04-12", "deputies").barrier;
    const found = allocated(rule, votes, later).barrier.filter(({ list }) =>
      congress.national.parties.some(({ party }) => party === list),
    );
    const of = (verdict: string) => found.filter((each) => each.verdict === verdict).map(({ list }) => list);
    expect(of("fails").toSorted()).toEqual(["juntosporelperu", "morado", "podemosperu", "somosperu"]);
    // So many seats would be left, were all votes of lists outside put where they take most.
    const leastOf = (list: string) => found.find((each) => each.list === list)?.finding.parts[1]?.has?.least;
    expect(of("passes")).toEqual(["perulibre", "fuerzapopular"]);
    expect([leastOf("perulibre"), leastOf("fuerzapopular")]).toEqual([11, 7]);
    expect(of("undetermined")).toEqual(["renovacionpopular", "accionpopular", "app", "avanzapais"]);
    // Nobody is said to have a seat by a barrier under which nobody stood.
    const supposed = allocated(rule, votes, later);
    expect([supposed.takingPart, supposed.districts]).toEqual([null, []]);
  });

  test("who was elected stands in the order of preferential votes in every list", () => {
    for (const { partiesWithSeats } of congress.districts)
      for (const { elected, seats: won } of partiesWithSeats) {
        const candidates = elected.map(({ listNumber, preferentialVotes }) => ({
          number: listNumber,
          votes: preferentialVotes,
        }));
        const sits = seatHolders("preferentialVotes", candidates, won, []);
        const order = elected.toSorted((a, b) => b.preferentialVotes - a.preferentialVotes);
        expect(sits).toEqual({
          ok: true,
          value: { candidates: order.map(({ listNumber }) => listNumber), undecided: null },
        });
      }
  });
});

describeWithShared("the Congress of Peru elected in 2026", () => {
  interface Chamber {
    readonly seats: number;
    readonly byParty: Readonly<Record<string, number>>;
    readonly byDistrict: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }
  const file = JSON.parse(readFileSync(sharedPath("peru", "congress-2026-seats.json"), "utf8")) as Readonly<
    Record<"senate" | "deputies", Chamber>
  >;

  test.each(["senate", "deputies"] as const)(
    "%s: every district of the law has the seats that were won there",
    (name) => {
      const rule = seatRule("2026-04-12", name);
      const byWord = new Map(
        rule.districts.flatMap((each) => [each.name.es, ...each.words].map((word) => [word, each])),
      );
      const won = Object.entries(file[name].byDistrict).map(([district, lists]) => [
        byWord.get(district)?.id,
        Object.values(lists).reduce((sum, each) => sum + each, 0),
      ]);
      const lawful = rule.districts.map(({ id, seats }) => [id, seats]);
      const order = (pairs: readonly unknown[]) => pairs.map((pair) => JSON.stringify(pair)).toSorted();
      expect(order(won)).toEqual(order(lawful));
      expect(rule.districts.reduce((sum, { seats }) => sum + seats, 0)).toBe(file[name].seats);
    },
  );

  test.each([
    ["senate", 3],
    ["deputies", 7],
  ] as const)("%s: all lists with seats have the %i seats of the barrier", (name, least) => {
    expect(Math.min(...Object.values(file[name].byParty))).toBeGreaterThanOrEqual(least);
    const rule = seatRule("2026-04-12", name);
    const whole = { format: "acta-votes/1", whole: {}, districts: [] };
    const found = allocated(rule, {
      ...read(whole),
      lists: [{ list: "a", votes: 1, parties: 1 }],
      qualified: ["a"],
      districts: rule.districts.map(({ id }) => ({
        district: id,
        lists: [{ list: "a", votes: 1, candidates: [] }],
        omits: "nothing" as const,
      })),
    });
    expect(found.barrier[0]?.finding.parts[1]).toMatchObject({ kind: "seatShare", needed: least });
  });
});
