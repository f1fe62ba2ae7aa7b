import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsOfLead } from "./projected-ends.js";
import type { ProjectedEnds } from "./projected-file.js";

const lead = { option: "a", rival: "b", points: [], undated: 0, changes: [] };
const projected: NonNullable<ProjectedEnds["editions"][number]["projected"]> = {
  of: "a",
  over: "b",
  expected: 40,
  interval50: [20, 60],
  interval90: [-10, 90],
  pLead: 0.9,
  base: { counted: 90, stations: 100, registeredCounted: 27_000, registered: 30_000 },
};

function published(...editions: ProjectedEnds["editions"]): ProjectedEnds {
  return { schema: "acta-projected-ends/1", previous: null, seed: 1, draws: 2_000, editions };
}

describe("projections of a lead", () => {
  test("are seen from the option of the chart, whichever was expected ahead", () => {
    const turned = { ...projected, of: "b", over: "a" };
    const ends = endsOfLead(
      published(
        { number: 2, asOf: "2026-02-02T20:00:00Z", projected: turned },
        { number: 1, asOf: "2026-02-01T20:00:00Z", projected },
      ),
      lead,
    );
    expect(ends).toEqual([
      {
        number: 1,
        asOf: "2026-02-01T20:00:00Z",
        low90: -10,
        low50: 20,
        expected: 40,
        high50: 60,
        high90: 90,
        chance: 0.9,
        isCount: false,
      },
      {
        number: 2,
        asOf: "2026-02-02T20:00:00Z",
        low90: -90,
        low50: -60,
        expected: -40,
        high50: -20,
        high90: 10,
        chance: expect.closeTo(0.1, 12),
        isCount: false,
      },
    ]);
  });

  test("of other options, of no moment, and where there was none, are not drawn", () => {
    const of = "c";
    expect(
      endsOfLead(
        published(
          { number: 1, asOf: "2026-02-01T20:00:00Z", projected: { ...projected, of } },
          { number: 2, asOf: null, projected },
          { number: 3, asOf: "2026-02-03T20:00:00Z", projected: null },
        ),
        lead,
      ),
    ).toEqual([]);
  });

  test("keep their order from low to high when they are turned", () => {
    const value = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(fc.tuple(value, value, value, value, value), fc.boolean(), (values, isTurned) => {
        const [low90 = 0, low50 = 0, expected = 0, high50 = 0, high90 = 0] = values.toSorted((a, b) => a - b);
        const { base } = projected;
        const said = { base, expected, interval50: [low50, high50], interval90: [low90, high90], pLead: null };
        const names = isTurned ? { of: "b", over: "a" } : { of: "a", over: "b" };
        const asOf = "2026-02-01T20:00:00Z";
        const [end] = endsOfLead(
          published({
            number: 1,
            asOf,
            projected: { ...names, ...said, interval50: [low50, high50], interval90: [low90, high90] },
          }),
          lead,
        );
        const seen = [end?.low90, end?.low50, end?.expected, end?.high50, end?.high90].map(Number);
        expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      }),
    );
  });
});
