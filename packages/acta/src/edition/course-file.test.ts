import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ledgerFiles } from "./index.js";
import { sampleLedger } from "./sample-country.js";
import type { SampleBulletin, SampleImport, SampleSheet } from "./sample-country.js";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const code = (at: number): string => String(at + 1).padStart(3, "0");

function sheetsOf(from: number, to: number, status: string, a: number, b: number): readonly SampleSheet[] {
  return Array.from({ length: to - from }, (_, at) => ({ station: code(from + at), status, cells: [a, b, 1, 0] }));
}

const NIGHT: readonly SampleImport[] = [
  { president: [...sheetsOf(0, 10, "counted", 10, 4), ...sheetsOf(10, 12, "referred", 50, 0)] },
  // Two flagged sheets are decided (one annulled), ten more are counted, and one that was counted is corrected.
  {
    president: [
      { station: "011", status: "counted", cells: [40, 0, 1, 0] },
      { station: "012", status: "annulled", cells: [0, 0, 0, 51] },
      ...sheetsOf(12, 22, "counted", 2, 20),
      { station: "001", status: "counted", cells: [9, 5, 1, 0] },
    ],
  },
];

const bulletin = (asOf: string | null, figures: Readonly<Record<string, number>>, area = "X"): SampleBulletin => ({
  asOf,
  area,
  figures,
});

/** The course of the president's count, with the pages of its lists put back. */
function courseOf(imports: readonly SampleImport[], bulletins: readonly SampleBulletin[] = []) {
  const { leaves, blobs } = sampleLedger(sha256, 30, imports, bulletins);
  const files = new Map<string, string>();
  const made = ledgerFiles(sha256, leaves, blobs, (file) =>
    files.set(file.sha256, new TextDecoder().decode(file.bytes)),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  const pointed = made.value.courses.find(({ contest }) => contest === "president");
  const text = files.get(pointed?.file ?? "") ?? "";
  return { text, course: JSON.parse(text), files, courses: made.value.courses };
}

type Row = readonly (string | number | null)[];

describe("the course of a count", () => {
  test("is written for every contest that has sheets or editions, and named by the pointer", () => {
    const { courses } = courseOf(NIGHT);
    expect(courses.map(({ election, contest }) => `${election} ${contest}`)).toEqual([
      "sample president",
      "sample mayor",
    ]);
  });

  test("holds the figures of every edition", () => {
    const { course } = courseOf(NIGHT);
    const { columns, rows } = course.editions;
    const at = (row: Row, name: string) => row[columns.indexOf(name)];
    expect(
      rows.map((row: Row) => [at(row, "number"), at(row, "counted"), at(row, "votes.a"), at(row, "votes.b")]),
    ).toEqual([
      [1, 10, 100, 40],
      [2, 22, 90 + 9 + 40 + 20, 36 + 5 + 0 + 200],
    ]);
  });

  test("says what moved the lead between two editions, and the steps add up to the difference", () => {
    const { course } = courseOf(NIGHT);
    const steps = course.steps.rows.map((row: Row) => row.slice(0, 4).join(" ") + `: ${row.slice(4).join(" ")}`);
    // Of b, who leads the second edition, over a: newly counted +180, a ruling that lets a sheet be counted -40, a correction +2.
    expect(steps).toEqual([
      "1 2 b a: neverFlagged neverFlagged 1 2",
      "1 2 b a: flagged resolved 2 -40",
      "1 2 b a: absent neverFlagged 10 180",
    ]);
    const sum = course.steps.rows.reduce((total: number, row: Row) => total + Number(row[7]), 0);
    expect(sum).toBe(241 - 159 - (40 - 100));
  });

  test("holds every bulletin about the whole contest, also those recorded after the last edition, and counts the others", () => {
    const { course } = courseOf(NIGHT, [
      bulletin("2026-02-01T19:00Z", { "votes.a": 90, "votes.b": 40, shareCounted: 400_000 }),
      bulletin("2026-02-01T21:00Z", { "votes.a": 120, "votes.b": 60 }),
      bulletin("2026-02-01T22:00Z", { "votes.a": 60 }),
      bulletin(null, { "votes.a": 60, "votes.b": 1 }),
      bulletin("2026-02-01T23:00Z", { "votes.a": 60, "votes.b": 1 }, "N"),
    ]);
    const { columns, rows } = course.bulletins;
    expect(columns.slice(-2)).toEqual(["votes.a", "votes.b"]);
    expect(rows.map((row: Row) => [row[1], row[3], ...row.slice(-2)])).toEqual([
      ["2026-02-01T19:00:00Z", 400_000, 90, 40],
      ["2026-02-01T21:00:00Z", null, 120, 60],
    ]);
    expect(course.series).toEqual([
      {
        id: "totals",
        title: { es: "Totals", en: "Totals" },
        credit: "Authority",
        files: 0,
        sources: [],
        leftOut: { undated: 1, torn: 0, incomplete: 1, partial: 1 },
      },
    ]);
  });

  test("stays small on a night of a hundred editions: long lists stand in pages", () => {
    const night = Array.from({ length: 9 }, (_, at) => ({ president: sheetsOf(at, at + 1, "counted", 3, at) }));
    const series = Array.from({ length: 400 }, (_, at) =>
      bulletin(`2026-02-01T${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}Z`, {
        "votes.a": 1000 + at,
        "votes.b": 900 + at,
      }),
    );
    const { text, course, files } = courseOf(night, series);
    expect(text.length).toBeLessThan(20_000);
    const pages: readonly { readonly file: string; readonly rows: number }[] = course.bulletins.pages;
    expect(pages.reduce((sum, page) => sum + page.rows, 0)).toBe(400);
    for (const { file, rows } of pages) expect(JSON.parse(files.get(file) ?? "").rows).toHaveLength(rows);
  });
});
