import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RollBuilder, parseDefinition } from "../election/index.js";
import type { Election, Policy, Roll } from "../election/index.js";
import { BLANK, NOT_SUPPLIED, NO_SHEET, emptyTable } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import {
  areasAtLevel,
  areasOfGroup,
  diffOf,
  policiesOf,
  resultOf,
  sumOf,
  tallyBy,
  tallyPlaces,
  tallyTree,
} from "./index.js";
import type { AreaResult, Tally } from "./index.js";

const STATES = ["counted", "annulled", "notInstalled", "referred", "pending", "notCollected"] as const;

/** An election of three options in a tree of two levels; `asWritten`: its source prints annulled sheets as written. */
function electionOf(options: readonly string[], annulledFigures: "asDecided" | "asWritten" = "asDecided"): Election {
  const parsed = parseDefinition({
    format: "acta-election/1",
    id: "sample",
    name: "Sample",
    date: "2030-01-01",
    timeZone: "America/Lima",
    authority: { name: "A" },
    annulledFigures,
    options: ["a", "b", "c"].map((id) => ({ id, name: id })),
    contests: [{ id: "president", name: "President", options, outcome: { rule: "majority", runoffBetween: 2 } }],
    trees: [
      {
        id: "geo",
        name: "Geo",
        root: { code: "X", level: "country", name: "X" },
        levels: [
          { id: "region", name: "Region" },
          { id: "town", name: "Town" },
        ],
      },
    ],
    groups: [
      { id: "some", name: "Some", tree: "geo", areas: ["1", "22"], except: ["12"] },
      { id: "others", name: "Others", tree: "geo", except: ["1", "22"] },
      { id: "taken-out", name: "Taken out", tree: "geo", areas: ["12"] },
    ],
    statuses: STATES.map((state) => ({ id: state, state })),
    policies: [
      { id: "strict", name: "Strict", states: ["counted"], annulled: "leftOut" },
      { id: "no-annulled", name: "Without annulled", states: ["counted", "annulled", "referred"], annulled: "leftOut" },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

interface Station {
  readonly town: string;
  readonly registered: number;
  readonly state: number;
  /** a, b, c, blank, null, challenged, voters. */
  readonly cells: readonly number[];
}

const CELLS = ["a", "b", "c", "blank", "null", "challenged", "voters"];

const station: fc.Arbitrary<Station> = fc.record({
  town: fc.constantFrom("11", "12", "13", "21", "22"),
  registered: fc.integer({ min: -1, max: 300 }),
  state: fc.integer({ min: 0, max: STATES.length }),
  cells: fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat(300) }, fc.constantFrom(BLANK, NOT_SUPPLIED)), {
    minLength: 7,
    maxLength: 7,
  }),
});
const stations = fc.array(station, { maxLength: 40 });

interface Sample {
  readonly election: Election;
  readonly roll: Roll;
  readonly table: SheetTable;
}

function sampleOf(given: readonly Station[], election: Election): Sample {
  const builder = new RollBuilder(election.trees);
  given.forEach((each, at) => {
    const position = builder.position(String(1_000 + at));
    const region = each.town.slice(0, 1);
    builder.set(
      position,
      [builder.area(0, [region, each.town], [region, each.town])],
      at % 3 === 0 ? "" : `P${at % 2}`,
      "",
      each.registered,
    );
  });
  const roll = builder.build();
  const [contest] = election.contests;
  if (contest === undefined) throw new Error("no contest");
  const table = emptyTable(contest, election.statuses, given.length);
  given.forEach((each, row) => {
    table.status[row] = each.state === STATES.length ? NO_SHEET : each.state;
    table.form.cells.forEach((cell, at) => {
      const column = table.cells[at];
      if (column !== undefined && each.state < 4) column[row] = each.cells[CELLS.indexOf(cell.id)] ?? 0;
    });
  });
  return { election, roll, table };
}

const named = { code: "", name: "", level: "", wholeContest: true };

function resultsOf({ election, roll, table }: Sample, policy: Policy): readonly AreaResult[] {
  const [contest] = election.contests;
  if (contest === undefined) throw new Error("no contest");
  const tally = tallyTree(election, roll, table, policy, 0);
  return (roll.trees[0]?.areas ?? []).map((area, at) => resultOf(contest, tally, at, { ...named, code: area.code }));
}

function numbersOf(tally: Tally, group: number): readonly number[] {
  const columns = [
    ...tally.cells,
    tally.missingCells,
    tally.registered,
    tally.registeredIncluded,
    tally.registeredUnknown,
    tally.registeredOpen,
  ];
  return [...columns, tally.openUnknown, tally.stations, ...Object.values(tally.byState)].map(
    (column) => column[group] ?? 0,
  );
}

const plus = (left: readonly number[], right: readonly number[]): readonly number[] =>
  left.map((each, at) => each + (right[at] ?? 0));
const zero = (length: number): readonly number[] => Array.from({ length }, () => 0);

describe("a tally", () => {
  test("of a parent is the sum of its children, in every column and under every policy", () => {
    fc.assert(
      fc.property(stations, fc.constantFrom("asDecided", "asWritten"), (given, figures) => {
        const sample = sampleOf(given, electionOf(["a", "b", "c"], figures));
        const areas = sample.roll.trees[0]?.areas ?? [];
        for (const policy of policiesOf(sample.election)) {
          const tally = tallyTree(sample.election, sample.roll, sample.table, policy, 0);
          areas.forEach((area, at) => {
            if (area.level === 2) return;
            const children = areas.flatMap((each, child) => (each.parent === at ? [numbersOf(tally, child)] : []));
            const own = numbersOf(tally, at);
            if (given.length > 0) expect(children.reduce(plus, zero(own.length))).toEqual(own);
          });
          for (const level of [1, 2]) {
            const sum = areasAtLevel(sample.roll.trees[0] ?? { id: "", areas: [] }, level).map((at) =>
              numbersOf(tally, at),
            );
            expect(sum.reduce(plus, zero(numbersOf(tally, 0).length))).toEqual(numbersOf(tally, 0));
          }
        }
      }),
    );
  });

  test("equals a sum written down row by row", () => {
    fc.assert(
      fc.property(stations, fc.constantFrom("asDecided", "asWritten"), (given, figures) => {
        const sample = sampleOf(given, electionOf(["a", "b", "c"], figures));
        for (const policy of policiesOf(sample.election)) {
          const result = resultsOf(sample, policy)[0];
          const inside = given.filter(({ state }) => {
            const name = STATES[state];
            return (
              name !== undefined &&
              policy.states.includes(name) &&
              !(name === "annulled" && policy.annulled === "leftOut")
            );
          });
          const cellOf = (each: Station, at: number): number => {
            const written = each.state < 4 ? Math.max(each.cells[at] ?? 0, 0) : 0;
            const isNulled = figures === "asWritten" && STATES[each.state] === "annulled";
            if (!isNulled || at > 5) return written;
            if (at !== 4) return 0;
            return each.cells.slice(0, 6).reduce((sum, value) => sum + Math.max(value, 0), 0);
          };
          const total = (at: number): number => inside.reduce((sum, each) => sum + cellOf(each, at), 0);
          expect(result?.options.map(({ votes }) => votes)).toEqual([0, 1, 2].map(total));
          expect([result?.blankVotes, result?.nullVotes, result?.challengedVotes, result?.votersReported]).toEqual(
            [3, 4, 5, 6].map(total),
          );
          expect(result?.ballotsCast).toBe([0, 1, 2, 3, 4, 5].map(total).reduce((sum, each) => sum + each, 0));
          expect(result?.registeredVoters).toBe(given.reduce((sum, each) => sum + Math.max(each.registered, 0), 0));
        }
      }),
    );
  });

  test("under `counted` has for every station and cell at most what it has under `as-filed`", () => {
    fc.assert(
      fc.property(stations, (given) => {
        const { election, roll, table } = sampleOf(given, electionOf(["a", "b", "c"]));
        const each = Uint32Array.from(given, (_, row) => row);
        const [counted, asFiled] = ["counted", "as-filed"].map((id) => {
          const policy = policiesOf(election).find((one) => one.id === id);
          if (policy === undefined) throw new Error(id);
          return tallyBy(election, roll, table, policy, each, given.length);
        });
        counted?.cells.forEach((column, cell) => {
          column.forEach((value, row) => expect(value).toBeLessThanOrEqual(asFiled?.cells[cell]?.[row] ?? -1));
        });
      }),
    );
  });

  test("counts stations the same under every policy: total = counted + referred + pending", () => {
    fc.assert(
      fc.property(stations, (given) => {
        const sample = sampleOf(given, electionOf(["a", "b", "c"]));
        const byPolicy = policiesOf(sample.election).map((policy) =>
          resultsOf(sample, policy).map((result) => result.stations),
        );
        for (const each of byPolicy) expect(each).toEqual(byPolicy[0]);
        const whole = byPolicy[0]?.[0];
        const of = (...states: readonly string[]): number =>
          given.filter(({ state }) => states.includes(STATES[state] ?? "notCollected")).length;
        expect(whole).toEqual({
          total: given.length,
          processed: of("counted", "annulled", "notInstalled", "referred"),
          counted: of("counted", "annulled", "notInstalled"),
          annulled: of("annulled"),
          notInstalled: of("notInstalled"),
          referred: of("referred"),
          pending: of("pending", "notCollected"),
          notCollected: of("notCollected"),
        });
      }),
    );
  });

  test("does not depend on the order in which the definition lists the options", () => {
    fc.assert(
      fc.property(stations, fc.shuffledSubarray(["a", "b", "c"], { minLength: 3 }), (given, order) => {
        const plain = resultsOf(sampleOf(given, electionOf(["a", "b", "c"])), firstPolicy());
        const turned = resultsOf(sampleOf(given, electionOf(order)), firstPolicy());
        const sorted = (results: readonly AreaResult[]) =>
          results.map((result) => ({
            ...result,
            options: result.options.toSorted((x, y) => (x.id < y.id ? -1 : 1)),
            leader: { ...result.leader, tie: result.leader.tie.toSorted() },
            outcome: { ...result.outcome, between: result.outcome.between.toSorted() },
          }));
        expect(sorted(turned)).toEqual(sorted(plain));
      }),
    );
  });

  test("of a group is the sum of its leaves, and groups that do not meet sum to the whole", () => {
    fc.assert(
      fc.property(stations, (given) => {
        const { election, roll, table } = sampleOf(given, electionOf(["a", "b", "c"]));
        const [tree] = roll.trees;
        if (tree === undefined) throw new Error("no tree");
        const tally = tallyTree(election, roll, table, firstPolicy(), 0);
        const sums = election.groups.map((group) => numbersOf(sumOf(tally, areasOfGroup(tree, group)), 0));
        if (given.length > 0) expect(sums.reduce(plus)).toEqual(numbersOf(tally, 0));
        const codes = election.groups.map((group) => areasOfGroup(tree, group).map((at) => tree.areas[at]?.code));
        expect(codes[0]).not.toContain("12");
        for (const code of codes[0] ?? []) expect(["11", "13", "22"]).toContain(code);
      }),
    );
  });

  test("of the polling places leaves out only stations whose place has no name", () => {
    fc.assert(
      fc.property(stations, (given) => {
        const { election, roll, table } = sampleOf(given, electionOf(["a", "b", "c"]));
        const tally = tallyPlaces(election, roll, table, firstPolicy());
        const placed = given.filter((_, at) => at % 3 !== 0).length;
        expect(tally.stations.reduce((sum, each) => sum + each, 0)).toBe(placed);
      }),
    );
  });
});

describe("a result", () => {
  const resultWith = (...votes: readonly number[]) => {
    const [a = 0, b = 0, c = 0] = votes;
    const given = [{ town: "11", registered: 300, state: 0, cells: [a, b, c, 1, 2, 0, a + b + c + 3] }];
    return resultsOf(sampleOf(given, electionOf(["a", "b", "c"])), firstPolicy())[0];
  };

  test("names the leader and the margin to the second", () => {
    expect(resultWith(10, 30, 20)).toMatchObject({
      leader: { id: "b", tie: [] },
      margin: { votes: 10, ofValid: { numerator: 10, denominator: 60 } },
    });
  });

  test("with equal votes nobody leads, and the tie is named", () => {
    expect(resultWith(10, 30, 30)).toMatchObject({ leader: { id: null, tie: ["b", "c"] }, margin: { votes: 0 } });
  });

  test("without any vote every option is tied and no share has a value", () => {
    const result = resultWith(0, 0, 0);
    expect(result).toMatchObject({
      leader: { id: null, tie: ["a", "b", "c"] },
      outcome: { kind: "undecided", why: "outcome.noVotes" },
    });
    expect(result?.options.map(({ shareOfValid }) => shareOfValid.decimal)).toEqual([null, null, null]);
  });

  test("shares are exact fractions of the valid votes and their decimals are rounded once", () => {
    expect(resultWith(1, 1, 1)?.options[0]?.shareOfValid).toEqual({
      numerator: 1,
      denominator: 3,
      decimal: 0.333333333,
    });
    expect(resultWith(2, 1, 0)?.options[0]?.shareOfValid).toEqual({
      numerator: 2,
      denominator: 3,
      decimal: 0.666666667,
    });
  });

  test("turnout names its base: stations in the count, or all of the roll", () => {
    const given = [
      { town: "11", registered: 100, state: 0, cells: [30, 20, 0, 5, 5, 0, 60] },
      { town: "11", registered: 200, state: 4, cells: [0, 0, 0, 0, 0, 0, 0] },
    ];
    const result = resultsOf(sampleOf(given, electionOf(["a", "b", "c"])), firstPolicy())[0];
    expect(result).toMatchObject({
      turnoutCounted: { numerator: 60, denominator: 100 },
      turnoutRoll: { numerator: 60, denominator: 300 },
    });
    expect(result?.open).toEqual({ stations: 1, mostVotes: 200 });
  });
});

describe("a diff", () => {
  const pair = fc.tuple(stations, stations).map(([first, second]) => {
    const size = Math.min(first.length, second.length);
    return [first.slice(0, size), second.slice(0, size)] as const;
  });

  test("the sum of what changed is the difference of the tallies, option by option", () => {
    fc.assert(
      fc.property(pair, fc.constantFrom("asDecided", "asWritten"), ([first, second], figures) => {
        const election = electionOf(["a", "b", "c"], figures);
        const [contest] = election.contests;
        if (contest === undefined) throw new Error("no contest");
        const [before, after] = [sampleOf(first, election), sampleOf(second, election)];
        const diff = diffOf(election, contest, before, after);
        const votes = (sample: Sample): readonly number[] =>
          resultsOf(sample, firstPolicy())[0]?.options.map((option) => option.votes) ?? [];
        const change = votes(after).map((each, at) => each - (votes(before)[at] ?? 0));
        const total = (lists: readonly (readonly number[])[]): readonly number[] => lists.reduce(plus, [0, 0, 0]);
        expect(total(diff.changes.map((each) => each.votes))).toEqual(change);
        expect(total(diff.transitions.map((each) => each.votes))).toEqual(change);
        const back = diffOf(election, contest, after, before);
        expect(back.changes.map((each) => each.votes.map((value) => 0 - value + 0))).toEqual(
          diff.changes.map((each) => each.votes.map((value) => value + 0)),
        );
        expect([back.statusChanged, back.figuresChanged, back.countedChanged]).toEqual([
          diff.statusChanged,
          diff.figuresChanged,
          diff.countedChanged,
        ]);
      }),
    );
  });

  test("of an edition with itself is empty", () => {
    fc.assert(
      fc.property(stations, (given) => {
        const election = electionOf(["a", "b", "c"]);
        const [contest] = election.contests;
        const sample = sampleOf(given, election);
        if (contest === undefined) throw new Error("no contest");
        expect(diffOf(election, contest, sample, sample)).toEqual({
          changes: [],
          statusChanged: 0,
          figuresChanged: 0,
          regressions: 0,
          countedChanged: 0,
          transitions: [],
          rollDrift: { registered: 0, area: 0, place: 0 },
        });
      }),
    );
  });

  test("names cells, not positions: a contest whose options stand in another order has not changed", () => {
    const given = [{ town: "11", registered: 100, state: 0, cells: [30, 20, 10, 5, 5, 0, 70] }];
    const later = electionOf(["c", "a", "b"]);
    const [contest] = later.contests;
    if (contest === undefined) throw new Error("no contest");
    const diff = diffOf(later, contest, sampleOf(given, electionOf(["a", "b", "c"])), sampleOf(given, later));
    expect(diff.changes).toEqual([]);
  });
});

function firstPolicy(): Policy {
  const [policy] = policiesOf(electionOf(["a", "b", "c"]));
  if (policy === undefined) throw new Error("no policy");
  return policy;
}
