import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PRESET_POLICIES, stationSpread } from "./index.js";
import { sampleCount } from "./sample-count.js";
import type { SampleStation } from "./sample-count.js";

const [COUNTED = PRESET_POLICIES[0]] = PRESET_POLICIES;

function spreadOf(stations: readonly SampleStation[], options = 2) {
  const { election, contest, roll, table } = sampleCount({ options, outcome: { rule: "plurality" } }, stations);
  if (COUNTED === undefined) throw new Error("presets");
  const spread = stationSpread(election, contest, { roll, table }, COUNTED);
  if (spread === null) throw new Error("two options");
  return spread;
}

const station = fc.record({
  registered: fc.integer({ min: 1, max: 300 }),
  status: fc.constantFrom("counted" as const, "referred" as const, "pending" as const, "resolved" as const),
  figures: fc.tuple(...Array.from({ length: 5 }, () => fc.nat(90)), fc.constant(0)),
});

describe("the spread of stations", () => {
  test("puts a station of 150 ballots among 200 voters, two thirds for the option, into the classes of 74 % and 66 %", () => {
    const [only, ...others] = spreadOf([{ registered: 200, figures: [80, 40, 30, 0, 0, 150] }]).turnout;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ at: 37, stations: 1, registeredVoters: 200, ballotsCast: 150, validVotes: 120 });
    expect(only?.shares.findIndex((count) => count > 0)).toBe(33);
  });

  test("puts full turnout and a whole share into the last class, not beyond it", () => {
    const [only] = spreadOf([{ registered: 10, figures: [10, 0, 0, 0, 0, 10] }]).turnout;
    expect(only?.at).toBe(49);
    expect(only?.shares.at(-1)).toBe(1);
  });

  test("names the stations that fit no class by reason, and only counts them", () => {
    const { leftOut, turnout } = spreadOf([
      { registered: 10, figures: [0, 0, 4, 0, 0, 4] },
      { registered: 10, figures: [9, 4, 0, 0, 0, 13] },
    ]);
    expect(leftOut).toEqual({ noValid: 1, noRoll: 0, overRoll: 1 });
    expect(turnout).toEqual([]);
  });

  test("counts every counted station once, and its classes add up to the sums of the whole", () => {
    fc.assert(
      fc.property(fc.array(station, { maxLength: 40 }), (stations) => {
        const { turnout, leads, ahead, leftOut } = spreadOf(stations);
        const counted = stations.filter(({ status }) => status === "counted" || status === "resolved");
        const inClasses = turnout.reduce((sum, each) => sum + each.stations, 0);
        expect(inClasses + leftOut.noValid + leftOut.noRoll + leftOut.overRoll).toBe(counted.length);
        expect(leads.reduce((sum, each) => sum + each.sheets, 0)).toBe(counted.length);
        expect(ahead.option + ahead.rival + ahead.neither).toBe(counted.length);
        expect(ahead.neither).toBe(counted.filter(({ figures: [a, b] }) => a === b).length);
        const lead = counted.reduce((sum, { figures: [a = 0, b = 0] }) => sum + a - b, 0);
        expect(leads.reduce((sum, each) => sum + each.sum, 0)).toBe(Math.abs(lead));
        for (const each of turnout) expect(each.shares.reduce((sum, count) => sum + count, 0)).toBe(each.stations);
        for (const each of leads) {
          expect(each.sum).toBeGreaterThanOrEqual(each.at * 10 * each.sheets);
          expect(each.sum).toBeLessThanOrEqual((each.at * 10 + 9) * each.sheets);
        }
      }),
    );
  });
});
