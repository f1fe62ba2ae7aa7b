// What a race of two desks must show, for the short test and the long one.
import { expect } from "vitest";
import { raceDesks } from "./two-desks.mjs";

/** Entries, their headers counted, of all that a desk was told is recorded. */
function entriesIn(done: readonly string[]): number {
  return done.reduce((sum, line) => sum + Number(line.split(" ")[2]) - Number(line.split(" ")[1]), 0);
}

/** Holds a race of two desks to the claim. */
export async function holdRace(appends: number, entries: number): Promise<void> {
  const race = await raceDesks(appends);
  expect(race.faults).toEqual([]);
  expect(race.done.map((lines) => lines.length)).toEqual([appends, appends]);
  const all = race.done.map(entriesIn).reduce((sum, each) => sum + each, race.begun);
  expect(all - race.begun).toBeGreaterThan(entries);
  for (const { size, numbers } of race.ledgers) {
    // Nothing is lost or doubled: exactly what was acknowledged is there.
    expect(size).toBe(all);
    // Nothing is reordered: the entries of each desk stand in the order in which it wrote them, without a gap.
    expect([...numbers.keys()].toSorted()).toEqual(["desk0", "desk1"]);
    for (const own of numbers.values()) expect(own).toEqual(own.map((_, at) => at));
  }
  // It was a race: which of the two loses is chance, that somebody does is not.
  expect(race.lost.reduce((sum, lost) => sum + lost, 0)).toBeGreaterThan(0);
  console.info({ entries: all - race.begun, seconds: race.seconds, lost: race.lost });
}
