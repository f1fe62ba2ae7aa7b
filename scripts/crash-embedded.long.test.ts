import { describe, expect, test } from "vitest";
import { crashRounds } from "./crash-embedded.mjs";

describe("the embedded store", () => {
  test("loses nothing that was acknowledged and shows nothing by halves, over 500 writers killed with SIGKILL", async () => {
    const seed = String(Date.now());
    const tally = await crashRounds(500, seed);
    expect(tally.faults, `seed ${seed}`).toEqual([]);
    expect(tally.killed).toBeGreaterThan(400);
    expect(tally.cutOff).toBeGreaterThan(0);
    console.info(tally);
  });
});
