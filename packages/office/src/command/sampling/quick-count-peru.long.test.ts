import { afterAll, beforeAll, expect, test } from "vitest";
import { dropFolder, newFolder } from "../../../../../scripts/acta-desk.js";
import { describeWithShared } from "../../../../../scripts/shared-data.js";
import { MOST_SD, importBothRounds, rehearsed } from "../../../../../scripts/peru-rehearsal.js";

describeWithShared("1,000 repetitions of each design on the 86,488 real stations", () => {
  const work = newFolder();
  beforeAll(() => importBothRounds(work), 600_000);
  afterAll(() => dropFolder(work));

  test("linearised 95 % intervals cover 93 to 97 %, and the spread at 1,000 stations is as small as it must be", async () => {
    const designs = await rehearsed(work, "1000,2500,7000", 1_000);
    expect(designs).toHaveLength(15);
    for (const { design, stations, sd, covers95 } of designs) {
      const name = `${design} at ${stations}`;
      console.log(`${name}: s.d. ${(sd * 100).toFixed(2)}, covers ${(covers95 * 100).toFixed(1)} %`);
      expect(covers95, name).toBeGreaterThanOrEqual(0.93);
      expect(covers95, name).toBeLessThanOrEqual(0.97);
      if (stations === 1_000) expect(sd * 100, name).toBeLessThanOrEqual(MOST_SD.get(design) ?? 6);
    }
  });
});
