import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "../basics/index.js";
import type { Instant } from "../basics/index.js";
import type { Bulletin, BulletinEntry } from "../record/index.js";
import { isTorn, mergeBulletins } from "./index.js";

function at(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined) throw new Error(text);
  return moment;
}

const NOON = at("2021-06-08T12:00Z");
const ONE = at("2021-06-08T13:00Z");

const row = (area: string, figures: Readonly<Record<string, number>>, asOf: Instant | null = null): BulletinEntry => ({
  tree: "geographic",
  area,
  asOf,
  figures,
});
const bulletin = (source: string, rows: readonly BulletinEntry[], asOf: Instant | null = NOON): Bulletin => ({
  series: "s",
  source,
  asOf,
  recordedAt: NOON,
  rows,
});

describe("merging bulletins", () => {
  test("files that speak of the same moment and area become one bulletin that names them all", () => {
    const merged = mergeBulletins([
      bulletin("bb", [row("02", { counted: 2 }), row("01", { counted: 1 })]),
      bulletin("aa", [row("01", { "votes.a": 5 })]),
    ]);
    expect(merged).toEqual([
      {
        series: "s",
        asOf: NOON,
        torn: false,
        sources: ["aa", "bb"],
        rows: [row("01", { counted: 1, "votes.a": 5 }), row("02", { counted: 2 })],
      },
    ]);
  });

  test("a bulletin that contradicts another of its moment stays beside it, each with its source", () => {
    const merged = mergeBulletins([
      bulletin("aa", [row("01", { counted: 1 })]),
      bulletin("bb", [row("01", { counted: 2 })]),
    ]);
    expect(merged.map((each) => [each.sources, each.rows[0]?.figures["counted"]])).toEqual([
      [["aa"], 1],
      [["bb"], 2],
    ]);
  });

  test("a torn bulletin is never merged into a whole one of its moment", () => {
    const torn = bulletin("tt", [row("01", { counted: 1 }, NOON), row("02", { counted: 2 })], ONE);
    expect(isTorn(torn)).toBe(true);
    const merged = mergeBulletins([bulletin("aa", [row("02", { counted: 2 })], ONE), torn]);
    expect(merged.map((each) => [each.torn, each.sources])).toEqual([
      [false, ["aa"]],
      [true, ["tt"]],
    ]);
  });

  const parts = fc.array(
    fc.record({
      area: fc.constantFrom("01", "02", "03"),
      figure: fc.constantFrom("counted", "voters", "votes.a"),
      value: fc.nat(3),
      source: fc.constantFrom("aa", "bb", "cc"),
    }),
    { maxLength: 12 },
  );
  const bulletinsOf = (list: readonly { area: string; figure: string; value: number; source: string }[]): Bulletin[] =>
    list.map((each) => bulletin(each.source, [row(each.area, { [each.figure]: each.value })]));

  test("loses no figure: everything that was said stands in one of the merged bulletins", () => {
    fc.assert(
      fc.property(parts, (list) => {
        const merged = mergeBulletins(bulletinsOf(list));
        for (const said of list)
          expect(
            merged.some((each) =>
              each.rows.some((own) => own.area === said.area && own.figures[said.figure] === said.value),
            ),
          ).toBe(true);
      }),
    );
  });

  test("does not depend on the order of the files as long as nothing is contradicted", () => {
    const agreeing = parts.map((list) =>
      list.map((each) => ({ ...each, value: each.area.length + each.figure.length })),
    );
    fc.assert(
      fc.property(agreeing, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const merged = mergeBulletins(bulletinsOf(list));
        expect(mergeBulletins(bulletinsOf(shuffled))).toEqual(merged);
        expect(merged.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("merging what is merged changes nothing", () => {
    fc.assert(
      fc.property(parts, (list) => {
        const once = mergeBulletins(bulletinsOf(list));
        const again = mergeBulletins(once.map((each) => bulletin(each.sources[0] ?? "", each.rows)));
        expect(again.map((each) => each.rows)).toEqual(once.map((each) => each.rows));
      }),
    );
  });
});
