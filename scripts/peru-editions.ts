// The real editions of the runoff of 2021 for tests of projections: what must hold, and copies of the files with other figures.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { PERU, acta, peruFile } from "./acta-desk.js";

/** Votes of the first option over the second when every sheet was counted (17 June): what a projection of 8 or 9 June may not know. */
export const END = 43_957;

/** A row of a station file: its cells by column. */
export type StationRow = Record<string, string>;

/** Imports a station file of one round into a data folder below a work folder. The published ones are known, and with them their clock. */
export async function importRound(
  work: string,
  round: "firstRound" | "runoff",
  file: string,
  data = "acta-data",
  asOf: string | null = null,
): Promise<void> {
  const clock = asOf === null ? [] : ["--as-of", asOf];
  const ran = await acta(work, "import", PERU[round], "--source", file, "--data", data, ...clock);
  expect([ran.code, ran.err]).toEqual([0, ""]);
}

/** The rows of a station file as they are published. */
export function stationRows(name: "08" | "09" | "17"): StationRow[] {
  return parse(gunzipSync(readFileSync(peruFile(name))), { columns: true, relax_quotes: true });
}

/** Writes rows as a station file again: every cell in quotation marks where it needs them. */
export function writeStations(path: string, rows: readonly StationRow[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(","));
  writeFileSync(path, `${[columns.join(","), ...lines].join("\n")}\n`);
}

/** The document of `acta project --json`, as far as the issue sets limits for it. */
export interface ProjectedMargin {
  readonly margin: {
    readonly of: string;
    readonly expected: number;
    readonly sd: number;
    readonly interval90: readonly [number, number];
  };
  readonly pLead: number;
}

/** The limits for the morning of 8 June: error, an interval that holds the end and is no wider than it must be, likely and not certain. */
export function expectMorning({ margin, pLead }: ProjectedMargin): void {
  const [low, high] = margin.interval90;
  expect(margin.of).toBe("perulibre");
  expect(Math.abs(margin.expected - END)).toBeLessThanOrEqual(10_000);
  expect(low).toBeLessThan(END);
  expect(high).toBeGreaterThan(END);
  expect(high - low).toBeLessThanOrEqual(55_000);
  expect(pLead).toBeGreaterThanOrEqual(0.95);
  expect(pLead).toBeLessThanOrEqual(0.998);
}
