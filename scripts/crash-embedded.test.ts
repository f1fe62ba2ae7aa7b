import { describe, expect, test } from "vitest";
import { crashRounds } from "./crash-embedded.mjs";

describe("the embedded store", () => {
  test("loses nothing that was acknowledged and shows nothing by halves, over 20 writers killed with SIGKILL", async () => {
    const tally = await crashRounds(20, "every day");
    expect(tally.faults).toEqual([]);
    // An import may be done before its moment comes; the appends never are.
    expect(tally.killed).toBeGreaterThanOrEqual(10);
    expect(tally.acknowledged).toBeGreaterThan(0);
  }, 180_000);
});
