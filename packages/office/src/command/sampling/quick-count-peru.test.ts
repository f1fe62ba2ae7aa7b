import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acta, actaJson, dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { importSample, sampleCsv } from "../../import/sample-import.js";
import { MOST_SD, importBothRounds, rehearsed } from "../../../../../scripts/peru-rehearsal.js";

// 80 repetitions here, 1,000 in the long test: with so few a standard deviation is known to 8 %, a coverage to 2.5 points.

describeWithShared("a quick count of the real runoff", () => {
  const work = newFolder();
  beforeAll(() => importBothRounds(work), 120_000);
  afterAll(() => dropFolder(work));

  test("has the spread and the coverage that its intervals promise, at 1,000 stations", async () => {
    const designs = await rehearsed(work, "1000", 80);
    expect(designs.map(({ design }) => design)).toEqual([
      "simple",
      "strata",
      "simpleCalibrated",
      "strataCalibrated",
      "places",
    ]);
    for (const { design, truth, bias, sd, meanSe, covers90, covers95 } of designs) {
      expect(truth * 100, design).toBeCloseTo(0.2494, 4);
      expect(sd * 100, design).toBeLessThan((MOST_SD.get(design) ?? 6) * 1.16);
      expect(Math.abs(bias), design).toBeLessThan((3.5 * sd) / Math.sqrt(80));
      expect(Math.abs(meanSe / sd - 1), design).toBeLessThan(0.25);
      expect(covers95, design).toBeGreaterThan(0.87);
      expect(covers90, design).toBeLessThan(0.98);
    }
  }, 300_000);

  test("one sample: three errors agree, calibration halves them, and nobody is called", async () => {
    const given = [
      "quick-count",
      "design",
      "--stations",
      "1000",
      "--by",
      "department",
      "--seed",
      "7",
      "--out",
      "s.csv",
    ];
    const design = await actaJson(work, ...given);
    expect(design.strata).toHaveLength(30);
    expect(design.expected.between).toEqual(["perulibre", "fp"]);
    expect(design.expected.margin).toBeLessThan(design.expected.simpleMargin);
    const plain = await actaJson(work, "quick-count", "s.json");
    const calibrated = await actaJson(work, "quick-count", "s.json", "--calibrate", "--bootstrap", "300");
    for (const { checks } of [plain, calibrated]) {
      expect(Math.abs(checks.jackknife / checks.linearised - 1)).toBeLessThan(0.03);
      expect(Math.abs(checks.bootstrap.se / checks.linearised - 1)).toBeLessThan(0.12);
    }
    expect(calibrated.margin.se).toBeLessThan(0.65 * plain.margin.se);
    expect(calibrated.calibration.matched.own).toBeGreaterThan(76_000);
    for (const { margin } of [plain, calibrated]) {
      expect(margin.isTechnicalTie).toBe(true);
      const [low, high] =
        margin.first === "perulibre" ? margin.interval99 : [-margin.interval99[1], -margin.interval99[0]];
      expect(low).toBeLessThan(0.002494);
      expect(high).toBeGreaterThan(0.002494);
    }
  }, 120_000);

  test("a previous contest of another country describes nothing and is refused", async () => {
    const there = await importSample(work, join(work, "acta-data"), sampleCsv(40), "2026-02-01T20:00Z");
    expect(there.ok).toBe(true);
    const foreign = await acta(work, "quick-count", "s.json", "--calibrate", "--previous", "sample");
    expect([foreign.code, foreign.out]).toEqual([1, ""]);
    expect(foreign.err).toContain(
      "The previous contest (sample) describes 0 stations by themselves and 0 by their place",
    );
  });
});
