import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bootstrapShares,
  differenceVariance,
  drawSample,
  estimateShares,
  frameOf,
  jackknifeCovariance,
  quickCount,
} from "./index.js";
import type { Frame, QuickCount, SampledSheet } from "./index.js";
import { normal, stream } from "../statistics/index.js";
import { sampledUnits } from "./sampled-units.js";
import { SAMPLE_CUTS, sampleRoll } from "./sample-frame.js";

const SIZES = [120, 60, 30];
const roll = sampleRoll(SIZES);
const all = new Uint8Array(roll.codes.length).fill(1);
const source = stream(3, "votes");
/** Three options; regions differ, stations vary. Places resemble themselves by nothing but their region. */
const votes = Array.from(roll.codes, (_code, row) => {
  const region = row < 120 ? 0 : row < 180 ? 1 : 2;
  const lead = 100 + 30 * (1 - region) + Math.round(8 * normal(source));
  return [lead, 200 - lead, 12];
});

function frame(cut: keyof typeof SAMPLE_CUTS): Frame {
  const made = frameOf(roll, all, SAMPLE_CUTS[cut]);
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
}

const base = {
  roll,
  options: ["a", "b", "c"],
  covariates: null,
  collapse: "refuse",
  missingBound: 0.02,
  replicates: 0,
  seed: 1,
} as const;

/** The sheets of a draw from a frame. */
function sheetsOf(drawn: Frame, counts: readonly number[], seed = 5): SampledSheet[] {
  return [...drawSample(drawn, counts, seed)].flatMap((unit) =>
    Array.from(drawn.stations.subarray(drawn.firsts[unit], drawn.firsts[unit + 1]), (row) => ({
      station: roll.codes[row] ?? "",
      votes: votes[row] ?? [],
      came: "",
      isRecorded: false,
    })),
  );
}

function counted(
  request: Partial<Parameters<typeof quickCount>[0]> & Pick<Parameters<typeof quickCount>[0], "sheets">,
): QuickCount {
  const done = quickCount({ frame: frame("regions"), ...base, ...request });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.value;
}

function refusal(sheets: readonly SampledSheet[], more: Partial<Parameters<typeof quickCount>[0]> = {}): string {
  const done = quickCount({ frame: frame("regions"), ...base, sheets, ...more });
  return done.ok ? "" : done.problem.code;
}

const truth = (() => {
  const totals = [0, 1, 2].map((option) => votes.reduce((sum, each) => sum + (each[option] ?? 0), 0));
  const valid = totals.reduce((sum, each) => sum + each, 0);
  return totals.map((each) => each / valid);
})();

describe("a quick count", () => {
  const regions = frame("regions");
  const sheets = sheetsOf(regions, [12, 6, 4]);

  test("of every station is the count itself, with no error and no chance", () => {
    const whole = counted({ sheets: sheetsOf(regions, SIZES) });
    whole.shares.forEach(({ option, share, se, interval99 }) => {
      expect(share).toBeCloseTo(truth[base.options.indexOf(option as "a")] ?? 0, 12);
      expect(se).toBe(0);
      expect(interval99[0]).toBe(interval99[1]);
    });
    expect(whole.pairs[0]).toMatchObject({ first: "a", second: "b", pLead: null });
  });

  test("has shares that add up, in order, inside their intervals, the wider the surer", () => {
    const found = counted({ sheets });
    expect(found.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const each of [...found.shares, ...found.pairs]) {
      const widths = [each.interval50, each.interval90, each.interval95, each.interval99].map(
        ([low, high]) => high - low,
      );
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    }
  });

  test("does not depend on the order of sheets, and names of options only name", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sheets.keys()], { minLength: sheets.length }), (order) => {
        expect(counted({ sheets: order.map((at) => sheets[at] ?? fail()) })).toEqual(counted({ sheets }));
      }),
      { numRuns: 10 },
    );
    const turned = counted({
      sheets: sheets.map((each) => ({ ...each, votes: each.votes === null ? null : [...each.votes].toReversed() })),
      options: ["c", "b", "a"],
    });
    expect(turned.pairs[0]?.difference).toBeCloseTo(counted({ sheets }).pairs[0]?.difference ?? 0, 12);
    expect(turned.pairs[0]?.se).toBeCloseTo(counted({ sheets }).pairs[0]?.se ?? 0, 12);
  });

  test("three ways to the same error: linearised, jackknife, bootstrap", () => {
    const { checks } = counted({ sheets: sheetsOf(regions, [60, 30, 15]), replicates: 4_000 });
    expect(checks.jackknife / checks.linearised).toBeCloseTo(1, 2);
    expect((checks.bootstrap?.se ?? 0) / checks.linearised).toBeCloseTo(1, 1);
  });

  test("same seed, same replicates; another seed, others", () => {
    const { sample } = sampledUnits(
      regions,
      drawSample(regions, [12, 6, 4], 1),
      [0, 1, 2].map((option) => Float64Array.from(regions.stations, (row) => votes[row]?.[option] ?? 0)),
    );
    expect(bootstrapShares(sample, null, 20, 4)).toEqual(bootstrapShares(sample, null, 20, 4));
    expect(bootstrapShares(sample, null, 20, 4)).not.toEqual(bootstrapShares(sample, null, 20, 5));
    expect(jackknifeCovariance(sample).length).toBe(9);
  });

  test("a calibration that explains everything leaves no error; one that explains nothing leaves it as it was", () => {
    const columns = [0, 1, 2].map((option) => Float64Array.from(regions.stations, (row) => votes[row]?.[option] ?? 0));
    const { sample, units } = sampledUnits(regions, drawSample(regions, [40, 20, 10], 1), columns);
    const plain = estimateShares(sample);
    const constant = new Float64Array(210).fill(1);
    const pick = (column: Float64Array) => Float64Array.from(units, (unit) => column[unit] ?? 0);
    const calibrated = (covariates: readonly Float64Array[]) =>
      estimateShares(sample, {
        covariates: covariates.map(pick),
        totals: covariates.map((each) => each.reduce((sum, value) => sum + value, 0)),
      });
    const full = calibrated([constant, ...columns]);
    const none = calibrated([constant]);
    if (!plain.ok || !full.ok || !none.ok) return expect.unreachable();
    expect(Math.sqrt(differenceVariance(full.value, 0, 1))).toBeLessThan(1e-9);
    expect(full.value.shares[0]).toBeCloseTo(truth[0] ?? 0, 10);
    expect(none.value.shares[0]).toBeCloseTo(plain.value.shares[0] ?? 0, 12);
    expect(differenceVariance(none.value, 0, 1)).toBeCloseTo(differenceVariance(plain.value, 0, 1), 12);
    return undefined;
  });

  test("places count by themselves: a place of which one sheet is missing stands by the others", () => {
    const places = frame("places");
    const drawn = sheetsOf(places, [30]);
    const whole = counted({ frame: places, sheets: drawn });
    const without = counted({
      frame: places,
      sheets: drawn.map((each, at) => (at === 4 ? { ...each, votes: null } : each)),
    });
    expect(without.missing.cameShare).toBeCloseTo(89 / 90, 12);
    expect(without.shares[0]?.share).toBeCloseTo(whole.shares[0]?.share ?? 0, 2);
    expect(whole.strata).toMatchObject([{ drawn: 30, stations: 90, sheets: 90 }]);
  });
});

describe("sheets that have not come", () => {
  const regions = frame("regions");
  const sheets = sheetsOf(regions, [20, 10, 6]);
  const lose = (lost: (station: string, at: number) => boolean, came: (at: number) => string = () => "") =>
    sheets.map((each, at) => (lost(each.station, at) ? { ...each, votes: null } : { ...each, came: came(at) }));

  test("widen every interval by the declared bound, in squares", () => {
    const full = counted({ sheets: lose((_station, at) => at % 4 === 0), missingBound: 0 });
    const bound = counted({ sheets: lose((_station, at) => at % 4 === 0), missingBound: 0.02 });
    const lacking = 1 - bound.missing.cameShare;
    expect(lacking).toBeGreaterThan(0.2);
    expect(full.pairs[0]?.se).toBe(full.pairs[0]?.samplingSe);
    expect((bound.pairs[0]?.se ?? 0) ** 2).toBeCloseTo((full.pairs[0]?.se ?? 0) ** 2 + (lacking * 0.04) ** 2, 12);
    expect(bound.missing.contrast).toBeNull();
  });

  test("late sheets that differ from early ones count for more than the declared bound", () => {
    const timed = lose(
      () => false,
      (at) => String(at).padStart(3, "0"),
    ).map((each, at) => {
      const shift = at % 2 === 0 ? 0 : 40;
      return { ...each, came: at % 2 === 0 ? "08:00" : "20:00", votes: [60 + shift, 140 - shift, 12] };
    });
    const found = counted({
      sheets: [...timed.slice(1), { station: timed[0]?.station ?? "", votes: null, came: "", isRecorded: false }],
    });
    expect(Math.abs(found.missing.contrast ?? 0)).toBeGreaterThan(0.3);
    expect(found.missing.differenceSe).toBeCloseTo(
      (1 - found.missing.cameShare) * Math.abs(found.missing.contrast ?? 0),
      12,
    );
  });

  test("a region that is silent is named, and adds the distance of the farthest one", () => {
    const found = counted({ sheets: lose((station) => Number(station) > 180) });
    expect(found.silent).toEqual(["Region 3"]);
    expect(found.missing.silentShare).toBeCloseTo(30 / 210, 12);
    expect(found.missing.silentBound).toBeGreaterThan(0.05);
    expect(found.missing.differenceSe).toBeGreaterThan(
      2 * found.missing.silentShare * (found.missing.silentBound ?? 0) * 0.99,
    );
  });

  test("arithmetic bounds hold whatever the missing sheets are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 9, maxLength: 9 }), (leads) => {
        const partial = counted({ sheets: lose((_station, at) => at % 4 === 0) });
        const [low, high] = partial.missing.bounds;
        const filled = sheets.map((each, at) =>
          at % 4 === 0 ? { ...each, votes: [leads[at / 4] ?? 0, 300 - (leads[at / 4] ?? 0), 0] } : each,
        );
        const pair = counted({ sheets: filled }).shares;
        const share = (id: string): number => pair.find(({ option }) => option === id)?.share ?? 0;
        expect(share("a") - share("b")).toBeGreaterThanOrEqual(low - 1e-12);
        expect(share("a") - share("b")).toBeLessThanOrEqual(high + 1e-12);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a sample that says nothing is refused", () => {
  const regions = frame("regions");
  const sheets = sheetsOf(regions, [12, 6, 4]);
  const first = sheets[0] ?? fail();

  test.each([
    ["a station that is not in the frame", () => [...sheets, { ...first, station: "99999" }], "sampling.notInFrame"],
    ["a station twice", () => [...sheets, first], "sampling.stationTwice"],
    [
      "more votes than voters",
      () => [{ ...first, votes: [200, 200, 0] }, ...sheets.slice(1)],
      "sampling.moreThanRegistered",
    ],
    [
      "a stratum without a station",
      () => sheets.filter(({ station }) => Number(station) <= 180),
      "sampling.emptyStratum",
    ],
    [
      "a stratum with one station",
      () => [...sheets.filter(({ station }) => Number(station) <= 180), ...sheets.slice(-1)],
      "sampling.oneUnit",
    ],
    ["no sheet", () => [], "sampling.nothing"],
    ["no sheet yet", () => sheets.map((each) => ({ ...each, votes: null })), "sampling.nothing"],
    ["no valid vote", () => sheets.map((each) => ({ ...each, votes: [0, 0, 0] })), "sampling.noVotes"],
  ] as const)("%s", (_what, made, code) => {
    expect(refusal(made())).toBe(code);
  });

  test("a calibration on too few stations", () => {
    const covariates = { columns: [new Float64Array(210).fill(1)], totals: [210] };
    expect(refusal(sheets, { covariates })).toBe("sampling.fewForCalibration");
  });

  test("until strata are joined: as declared, or each single one with the next", () => {
    const single = [...sheets.filter(({ station }) => Number(station) <= 180), ...sheets.slice(-1)];
    expect(counted({ sheets: single, collapse: "next" }).joined).toEqual([["Region 2", "Region 3"]]);
    expect(counted({ sheets: single, collapse: [["1", "3"]] }).joined).toEqual([["Region 1", "Region 3"]]);
    const none = sheets.filter(({ station }) => Number(station) <= 180);
    expect(counted({ sheets: none, collapse: [["2", "3"]] }).joined).toEqual([["Region 2", "Region 3"]]);
    expect(refusal(single, { collapse: [["2", "7"]] })).toBe("sampling.unknownStratum");
  });

  test("one option with all votes has no spread, and still no NaN", () => {
    const found = counted({ sheets: sheets.map((each) => ({ ...each, votes: [200, 0, 0] })) });
    expect(found.pairs[0]).toMatchObject({ difference: 1, se: 0, pLead: null });
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
  });
});

function fail(): never {
  throw new Error("no sheet");
}
