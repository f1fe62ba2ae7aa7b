import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AreaTree, Roll } from "../election/index.js";
import { simulateTable, sheetsAt } from "../simulation/index.js";
import type { SheetTable } from "../sheet/index.js";
import type { SheetGround } from "./night-from-sheets.js";
import { projectSheets } from "./project-sheets.js";
import type { Projection } from "./projection.js";

// Laws of every projection, on made-up countries of three options without a previous contest.

const STATIONS = 900;

function ground(seed: number, reported: number): SheetGround {
  const made = simulateTable({ stations: STATIONS, options: 3, seed });
  const { election, roll } = made;
  const [contest] = election.contests;
  if (contest === undefined) throw new Error("a contest");
  return { election, contest, roll, table: sheetsAt(made, { reported, resolved: reported === 1 ? 1 : 0 }) };
}

function projected(now: SheetGround): Projection {
  const done = projectSheets({ now, previous: null, earlier: [], seed: 1, draws: 200 });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
}

/** Expected votes by option id, to a hundredth. */
function byOption({ options }: Projection): Readonly<Record<string, number>> {
  return Object.fromEntries(options.map(({ id, votes }) => [id, Math.round(100 * votes.expected) / 100]));
}

/** The same stations under other codes: the roll is sorted by code, so every row stands elsewhere. */
function recoded({ roll, table, ...rest }: SheetGround, order: readonly number[]): SheetGround {
  const words = (column: Uint32Array): Uint32Array => Uint32Array.from(order, (from) => column[from] ?? 0);
  const counts = (column: Int32Array): Int32Array => Int32Array.from(order, (from) => column[from] ?? 0);
  const moved: Roll = {
    ...roll,
    codes: order.map((_, to) => String(to).padStart(8, "0")),
    leaves: roll.leaves.map(words),
    place: words(roll.place),
    registered: counts(roll.registered),
  };
  const cells = table.cells.map(counts);
  const status = Uint8Array.from(order, (from) => table.status[from] ?? 0);
  const sheets: SheetTable = { ...table, status, cells, head: words(table.head) };
  return { ...rest, roll: moved, table: sheets };
}

/** A tree in which each of the lowest areas has two halves below it, and its stations fall into them in turn. */
function halved({ roll, ...rest }: SheetGround): SheetGround {
  const [tree] = roll.trees;
  const [leaves] = roll.leaves;
  if (tree === undefined || leaves === undefined) throw new Error("a tree");
  const deepest = Math.max(...tree.areas.map(({ level }) => level));
  const lowest = tree.areas.flatMap(({ level }, at) => (level === deepest ? [at] : []));
  const halves = lowest.flatMap((parent) =>
    [1, 2].map((half) => ({ code: `${tree.areas[parent]?.code} ${half}`, name: "", level: deepest + 1, parent })),
  );
  const deeper: AreaTree = { ...tree, areas: [...tree.areas, ...halves] };
  const below = new Map(lowest.map((area, at) => [area, tree.areas.length + 2 * at]));
  const into = (area: number, station: number): number => (below.get(area) ?? area - (station % 2)) + (station % 2);
  // A place stands in one half, with all of its stations.
  const placed = (row: number): number => roll.place[row] ?? 0;
  const places = roll.places.map((place, at) => ({ ...place, area: into(place.area, at) }));
  return {
    ...rest,
    roll: {
      ...roll,
      trees: [deeper, ...roll.trees.slice(1)],
      places,
      leaves: [leaves.map((area, row) => into(area, placed(row))), ...roll.leaves.slice(1)],
    },
  };
}

describe("every projection", () => {
  test("expects the same under other station codes, so in any order of rows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0.3, 0.6, 0.9),
        fc.infiniteStream(fc.nat()),
        (seed, reported, chance) => {
          const plain = ground(seed, reported);
          const order = Array.from({ length: plain.roll.codes.length }, (_, at) => at);
          for (let at = order.length - 1; at > 0; at--) {
            const other = (chance.next().value ?? 0) % (at + 1);
            [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
          }
          const [before, after] = [projected(plain), projected(recoded(plain, order))];
          expect(byOption(after)).toEqual(byOption(before));
          expect(Math.abs(after.margin.sd / before.margin.sd - 1)).toBeLessThan(0.3);
        },
      ),
      { numRuns: 6 },
    );
  });

  test("does not know names: other ids, codes and labels give the same numbers to the last bit", () => {
    const plain = ground(3, 0.5);
    const named = (id: string): string => `zz-${id}`;
    const options = plain.contest.options.map(named);
    const form = {
      ...plain.contest.form,
      cells: plain.contest.form.cells.map((cell) =>
        cell.role === "option" ? { ...cell, option: named(cell.option) } : cell,
      ),
    };
    const contest = { ...plain.contest, options, form };
    const areas = (tree: AreaTree): AreaTree => ({
      ...tree,
      areas: tree.areas.map((area) => ({ ...area, code: `x${area.code}`, name: `${area.name} bis` })),
    });
    const roll = { ...plain.roll, trees: plain.roll.trees.map(areas) };
    const renamed = projected({ ...plain, contest, roll, table: { ...plain.table, form } });
    const before = projected(plain);
    expect(renamed.margin).toEqual(before.margin);
    expect(renamed.pLead).toBe(before.pLead);
    expect(renamed.options.map(({ votes }) => votes)).toEqual(before.options.map(({ votes }) => votes));
  });

  test("is the count at 100 %, with width 0, in every area", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
        const { options, margin, areas, base } = projected(ground(seed, 1));
        expect(base.counted).toBe(base.stations);
        expect([margin.sd, margin.interval99[0], margin.interval99[1]]).toEqual([0, margin.expected, margin.expected]);
        for (const { votes, counted } of options) expect([votes.expected, votes.sd]).toEqual([counted, 0]);
        for (const area of areas) expect([area.margin.sd, ...area.expected]).toEqual([0, ...area.counted]);
      }),
      { numRuns: 4 },
    );
  });

  test("changes by less than half its spread when each of its lowest areas is cut in two", () => {
    for (const seed of [1, 2, 3]) {
      const plain = ground(seed, 0.5);
      const [before, after] = [projected(plain), projected(halved(plain))];
      expect(Math.abs(after.margin.expected - before.margin.expected)).toBeLessThan(0.5 * before.margin.sd);
      expect(after.margin.sd / before.margin.sd).toBeGreaterThan(0.6);
      expect(after.margin.sd / before.margin.sd).toBeLessThan(1.7);
    }
  });

  test("tells finite numbers at every part that is counted", () => {
    for (const reported of [0.05, 0.2, 0.5, 0.8, 0.99, 1]) {
      const { margin, options, pLead } = projected(ground(9, reported));
      const numbers = [margin.expected, margin.sd, ...margin.interval50, ...margin.interval99, pLead ?? 0];
      for (const each of [...numbers, ...options.flatMap(({ votes, share }) => [votes.expected, votes.sd, share])])
        expect(Number.isFinite(each), `${reported}`).toBe(true);
      expect(margin.interval90[0]).toBeLessThanOrEqual(margin.expected);
      expect(margin.interval90[1]).toBeGreaterThanOrEqual(margin.expected);
    }
  });
});
