import { expect } from "vitest";
import { PERU, acta, actaJson, peruFile } from "./acta-desk.js";

// The designs of the real runoff, rehearsed: what both tests ask, the short one with fewer repetitions.

/** One row of the table of `acta quick-count rehearse`. */
export interface RehearsedDesign {
  readonly design: string;
  readonly stations: number;
  readonly repetitions: number;
  readonly truth: number;
  readonly bias: number;
  readonly sd: number;
  readonly meanSe: number;
  readonly covers90: number;
  readonly covers95: number;
}

/** Imports both rounds of 2021 into the folder `acta-data` of a work folder. */
export async function importBothRounds(work: string): Promise<void> {
  for (const [definition, file] of [
    [PERU.firstRound, peruFile("first")],
    [PERU.runoff, peruFile("17")],
  ] as const) {
    const ran = await acta(work, "import", definition, "--source", file);
    expect([ran.code, ran.err]).toEqual([0, ""]);
  }
}

/** Rehearses on that folder. */
export async function rehearsed(
  work: string,
  stations: string,
  repetitions: number,
): Promise<readonly RehearsedDesign[]> {
  const given = ["quick-count", "rehearse", "--stations", stations, "--repetitions", String(repetitions)];
  return (await actaJson(work, ...given)).designs;
}

/** Standard deviations of the difference at 1,000 stations that must not be passed, in points. */
export const MOST_SD: ReadonlyMap<string, number> = new Map([
  ["simple", 1.4],
  ["strata", 0.8],
  ["simpleCalibrated", 0.46],
]);
