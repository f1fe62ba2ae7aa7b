import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateTable } from "../simulation/index.js";
import type { AreaRow } from "./area-row.js";
import { projectTotals } from "./project-totals.js";
import type { TotalsProjection } from "./project-totals.js";

// Any country of one level: its definition comes from the simulation, its table from fast-check.

const { election } = simulateTable({ stations: 300, options: 3, seed: 5 });
const contest = election.contests[0];
if (contest === undefined) throw new Error("a contest");

const areas = fc
  .record({
    sheets: fc.integer({ min: 1, max: 60 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    flagged: fc.double({ min: 0, max: 1, noNaN: true }),
    voters: fc.integer({ min: 50, max: 400 }),
    shares: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
    turnout: fc.double({ min: 0.05, max: 1, noNaN: true }),
    tells: fc.boolean(),
  })
  .map(({ sheets, part, flagged, voters, shares, turnout, tells }) => {
    const counted = Math.round(sheets * part);
    const referred = Math.floor((sheets - counted) * flagged);
    const valid = Math.floor(counted * voters * turnout);
    const all = shares[0] + shares[1] + shares[2];
    const votes = shares.map((share) => Math.floor((valid * share) / all));
    return { sheets, counted, referred, votes, registered: tells ? sheets * voters : null };
  });

const tables = fc.array(areas, { minLength: 8, maxLength: 40 }).map((made) =>
  made.map(({ sheets, counted, referred, votes, registered }, at): AreaRow => ({
    where: `table:${at + 2}`,
    path: [`A${at}`],
    names: [],
    votes,
    sheets,
    counted,
    referred: referred > 0 ? [{ flag: null, sheets: referred }] : [],
    registered,
    registeredCounted: null,
  })),
);

function project(rows: readonly AreaRow[]): ReturnType<typeof projectTotals> {
  return projectTotals({ election, contest: contest ?? raise(), roll: null, rows, previous: null, seed: 3, draws: 60 });
}

function raise(): never {
  throw new Error("a contest");
}

function projected(rows: readonly AreaRow[]): TotalsProjection | null {
  const done = project(rows);
  return done.ok ? done.value : null;
}

describe("a projection from totals by area", () => {
  test("is refused with a code or has finite figures, none below the count, and areas that add up", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const done = project(rows);
        if (!done.ok) {
          expect(done.problem.code).toMatch(/^projection\.(?:tooFew|noValidVotes|oneOption)$/);
          return;
        }
        const { options, areas: told, margin, base } = done.value.projection;
        expect(Object.values(base).every(Number.isFinite)).toBe(true);
        expect([margin.expected, margin.sd, ...margin.interval99].every(Number.isFinite)).toBe(true);
        options.forEach((option, at) => {
          expect(option.votes.expected).toBeGreaterThanOrEqual(option.counted - 1e-6);
          const parts = told.filter((each) => each.area.level !== told[0]?.area.level);
          expect(parts.reduce((sum, each) => sum + (each.expected[at] ?? 0), 0)).toBeCloseTo(option.votes.expected, 3);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("equals the count, with width 0, when no sheet is out", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const whole = projected(rows.map((row) => ({ ...row, sheets: row.counted, referred: [] })));
        if (whole === null) return;
        for (const { counted, votes } of whole.projection.options)
          expect([votes.expected, votes.sd]).toEqual([counted, 0]);
        expect(whole.projection.margin.sd).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test("does not depend on the order of the rows, nor on the names of the areas", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const plain = projected(rows);
        if (plain === null) return;
        expect(projected(rows.toReversed())?.projection.margin).toEqual(plain.projection.margin);
        const renamed = rows.map((row) => ({ ...row, path: [`${row.path[0]}x`] }));
        expect(projected(renamed)?.projection.margin.expected).toBeCloseTo(plain.projection.margin.expected, 4);
      }),
      { numRuns: 20 },
    );
  });

  test("knows no figure of a sheet that is not counted: of a row that is open only its sheets and voters matter", () => {
    const rows = Array.from({ length: 20 }, (_, at): AreaRow => {
      const base = { where: `table:${at + 2}`, path: [`A${at}`], names: [], sheets: 20, counted: 10 };
      return { ...base, votes: [500 + 20 * at, 400, 300], referred: [], registered: 5000, registeredCounted: null };
    });
    const open: AreaRow = {
      where: "table:99",
      path: ["Z"],
      names: [],
      votes: [0, 0, 0],
      sheets: 12,
      counted: 0,
      referred: [],
      registered: 3000,
      registeredCounted: null,
    };
    const told = projected([...rows, open]);
    const last = told?.projection.areas.find(({ area }) => area.code === "Z");
    expect(last?.counted).toEqual([0, 0, 0]);
    const expected = last?.expected.reduce((sum, votes) => sum + votes, 0) ?? 0;
    expect(expected).toBeGreaterThan(900);
    expect(expected).toBeLessThan(2100);
    expect(told?.projection.base.counted).toBe(200);
  });
});
