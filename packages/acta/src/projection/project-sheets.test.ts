import { describe, expect, test } from "vitest";
import { simulateTable, sheetsAt } from "../simulation/index.js";
import type { SimulatedElection } from "../simulation/index.js";
import { NO_SHEET, stateOf } from "../sheet/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { SheetGround } from "./night-from-sheets.js";
import { projectSheets } from "./project-sheets.js";
import type { Projection } from "./projection.js";

// An invented country of one level under the whole, three options, plurality, no previous contest: nothing of a real one is in the code.

const made = simulateTable({ stations: 3_000, options: 3, seed: 7 });

function groundOf(simulated: SimulatedElection, table: SheetTable): SheetGround {
  const { election, roll } = simulated;
  const contest = election.contests[0];
  if (contest === undefined) throw new Error("a contest");
  return { election, contest, roll, table };
}

function projected(ground: SheetGround, seed = 1): Projection {
  const done = projectSheets({ now: ground, previous: null, earlier: [], seed, draws: 400 });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
}

function problemOf(ground: SheetGround): string {
  const done = projectSheets({ now: ground, previous: null, earlier: [], seed: 1, draws: 10 });
  return done.ok ? "" : done.problem.code;
}

const at = (reported: number): SheetTable => sheetsAt(made, { reported, resolved: 0 });
const truth = projected(groundOf(made, sheetsAt(made, { reported: 1, resolved: 1 })));

describe("a projection of a made-up count of three options", () => {
  test("equals the count when everything is counted, with width 0", () => {
    const { margin, pLead, options } = truth;
    expect(margin.sd).toBe(0);
    expect(margin.interval99).toEqual([margin.expected, margin.expected]);
    expect(pLead).toBe(1);
    for (const option of options) expect(option.votes.expected).toBe(option.counted);
  });

  test.each([0.2, 0.5, 0.9])(
    "from %d of the sheets is nearer than the count, and its intervals hold the end",
    (reported) => {
      const ground = groundOf(made, at(reported));
      const { options, margin, base } = projected(ground);
      expect(base.counted).toBeLessThan(base.stations);
      const counted = options.reduce((sum, option) => sum + option.counted, 0);
      options.forEach((option, each) => {
        const end = truth.options[each];
        const share = end?.share ?? 0;
        expect(Math.abs(option.share - share)).toBeLessThanOrEqual(Math.abs(option.counted / counted - share) + 0.002);
        expect(option.votes.interval99[0]).toBeLessThan(end?.counted ?? 0);
        expect(option.votes.interval99[1]).toBeGreaterThan(end?.counted ?? 0);
      });
      expect(margin.interval50[0]).toBeGreaterThan(margin.interval90[0]);
      expect(margin.interval95[1]).toBeLessThan(margin.interval99[1]);
    },
  );

  test("never reads a sheet that is not counted: what stands there may be anything", () => {
    const table = at(0.6);
    const before = projected(groundOf(made, table));
    const poisoned = { ...table, cells: table.cells.map((column) => Int32Array.from(column)) };
    let open = 0;
    for (let row = 0; row < table.size; row++) {
      if (stateOf(table, row) !== "pending") continue;
      open += 1;
      for (const column of poisoned.cells) column[row] = 123_456;
    }
    expect(open).toBeGreaterThan(1_000);
    expect(projected(groundOf(made, poisoned))).toEqual(before);
  });

  test("says the same bytes with the same seed, and the same expectation with any", () => {
    const ground = groundOf(made, at(0.5));
    const first = projected(ground, 3);
    expect(projected(ground, 3)).toEqual(first);
    const other = projected(ground, 4);
    expect(other.margin.expected).toBe(first.margin.expected);
    expect(Math.abs(other.margin.sd / first.margin.sd - 1)).toBeLessThan(0.2);
  });

  test("does not depend on the order or the names of the options", () => {
    const table = at(0.5);
    const ground = groundOf(made, table);
    const plain = projected(ground);
    const turned = { ...ground, contest: { ...ground.contest, options: ground.contest.options.toReversed() } };
    const reversed = projected(turned);
    const votes = (of: Projection): readonly number[] => of.options.map((option) => Math.round(option.votes.expected));
    expect(votes(reversed).toReversed()).toEqual(votes(plain));
    expect(Math.abs(reversed.margin.sd / plain.margin.sd - 1)).toBeLessThan(0.2);
  });

  test("has areas that add up to the whole", () => {
    const { areas } = projected(groundOf(made, at(0.5)));
    const [whole, ...regions] = areas;
    expect(regions.length).toBeGreaterThan(5);
    whole?.expected.forEach((votes, option) => {
      const sum = regions.reduce((total, region) => total + (region.expected[option] ?? 0), 0);
      expect(sum).toBeCloseTo(votes, 3);
    });
  });

  test("changes little when the whole gets one more level between itself and its regions", () => {
    const ground = groundOf(made, at(0.5));
    const [tree] = ground.roll.trees;
    if (tree === undefined) throw new Error("a tree");
    const regions = tree.areas.slice(1);
    const half = Math.ceil(regions.length / 2);
    const areas = [
      ...tree.areas.slice(0, 1),
      { code: "x1", name: "x1", level: 1, parent: 0 },
      { code: "x2", name: "x2", level: 1, parent: 0 },
      ...regions.map((region, each) => ({ ...region, level: 2, parent: each < half ? 1 : 2 })),
    ];
    const shifted = {
      ...ground.roll,
      trees: [{ ...tree, areas }],
      places: ground.roll.places.map((place) => ({ ...place, area: place.area === 0 ? 0 : place.area + 2 })),
      leaves: ground.roll.leaves.map((column) => column.map((leaf) => (leaf === 0 ? 0 : leaf + 2))),
    };
    const plain = projected(ground);
    const deeper = projected({ ...ground, roll: shifted });
    expect(Math.abs(deeper.margin.expected - plain.margin.expected)).toBeLessThan(0.25 * plain.margin.sd);
  });
});

describe("a projection is refused", () => {
  test("when too little is counted", () => expect(problemOf(groundOf(made, at(0.005)))).toBe("projection.tooFew"));

  test("when nobody is registered", () => {
    const ground = groundOf(made, at(0.5));
    const roll = { ...ground.roll, registered: new Int32Array(ground.roll.registered.length) };
    expect(problemOf({ ...ground, roll })).toBe("projection.noRegistered");
  });

  test("when no vote is valid, or all are for one option", () => {
    const ground = groundOf(made, at(0.5));
    const without = (keep: string): SheetTable => ({
      ...ground.table,
      cells: ground.table.cells.map((column, cell) => {
        const form = ground.table.form.cells[cell];
        return form?.role === "option" && form.option !== keep ? new Int32Array(column.length) : column;
      }),
    });
    expect(problemOf({ ...ground, table: without("") })).toBe("projection.noValidVotes");
    expect(problemOf({ ...ground, table: without(ground.contest.options[0] ?? "") })).toBe("projection.oneOption");
  });

  test("when the previous contest is of another country, or matches nothing", () => {
    const now = groundOf(made, at(0.5));
    const before = { ...groundOf(made, at(1)), official: new Map<string, Float64Array>() };
    const ask = (previous: typeof before): string => {
      const done = projectSheets({ now, previous, earlier: [], seed: 1, draws: 10 });
      return done.ok ? "" : done.problem.code;
    };
    expect(ask({ ...before, election: { ...before.election, country: "XX" } })).toBe("projection.otherCountry");
    const nothing = { ...before.table, status: new Uint8Array(before.table.size).fill(NO_SHEET) };
    expect(ask({ ...before, table: nothing })).toBe("projection.fewMatches");
  });

  test("when it has fewer sheets than the edition before", () => {
    const now = groundOf(made, at(0.4));
    const earlier = [{ ...groundOf(made, at(0.6)), edition: "before" }];
    const done = projectSheets({ now, previous: null, earlier, seed: 1, draws: 10 });
    expect(done.ok ? "" : done.problem.code).toBe("projection.fewerSheets");
  });
});
