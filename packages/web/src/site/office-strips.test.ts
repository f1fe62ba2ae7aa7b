import { expect, test } from "vitest";
import type { HistoryFile, WrittenSpan } from "./history-file.js";
import { extentOf, placedSpans, stripsIn } from "./office-strips.js";
import { textsOf } from "./language-texts.js";
import { makeWording } from "./wording.js";

const span = (kind: WrittenSpan["kind"], holder: string, from: string, to: string | null): WrittenSpan => ({
  kind,
  holder,
  begins: `${from}T00:00:00Z`,
  ends: to === null ? null : `${to}T00:00:00Z`,
  from,
  to,
  sources: [],
  reasons: [],
  es: { cause: "", ended: "" },
  en: { cause: "", ended: "" },
});

const HISTORY: HistoryFile = {
  schema: "acta-history-page/1",
  provenance: "synthetic",
  name: { es: "Inventada", en: "Made up" },
  on: "2031-01-01",
  offices: [
    {
      office: "chair",
      es: "Presidencia",
      en: "Chair",
      spans: [
        span("held", "A", "2030-01-01", "2030-03-01"),
        span("disputed", "C", "2030-02-01", "2030-02-02"),
        span("vacant", "", "2030-03-01", "2030-04-01"),
        span("held", "B", "2030-04-01", null),
      ],
    },
    { office: "deputy", es: "Vice", en: "Deputy", spans: [span("held", "D", "2029-01-01", "2030-01-01")] },
  ],
  cases: [],
};

test("each office has a line of its own, its times are numbered, and what lasts goes on to the last day that is told", () => {
  const placed = placedSpans(HISTORY);
  expect(placed.map(({ line, number }) => [line, number])).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
    [1, 1],
  ]);
  expect(placed[3]?.to).toBe(Date.parse("2031-01-01"));
  expect(extentOf(placed)).toEqual([Date.parse("2029-01-01"), Date.parse("2031-01-01")]);
});

test("a disputed time hangs below the holder's and covers nobody, and holders that follow each other differ in tone", () => {
  const strips = stripsIn(makeWording("en", textsOf("en")), placedSpans(HISTORY));
  const [held, disputed, vacant, next] = strips;
  expect(disputed?.top).toBeGreaterThan(held?.bottom ?? Number.POSITIVE_INFINITY);
  expect(disputed?.bottom).toBeLessThan(1);
  expect(vacant).toMatchObject({ class: "vacant", labels: ["vacant", "3"] });
  expect(next?.class).not.toBe(held?.class);
});
