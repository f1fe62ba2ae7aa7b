import { expect, test } from "vitest";
import { crashServerRounds } from "./crash-postgres.mjs";
import { describeWithPostgres } from "./postgres-tests.js";

describeWithPostgres("the PostgreSQL store", () => {
  test("loses nothing that was acknowledged and shows nothing by halves, over 200 writers and servers killed with SIGKILL", async () => {
    const seed = String(Date.now());
    const tally = await crashServerRounds(200, seed);
    expect(tally.faults, `seed ${seed}`).toEqual([]);
    expect(Math.min(tally.writers, tally.servers)).toBeGreaterThan(60);
    expect(tally.unknown).toBeGreaterThan(0);
    console.info(tally);
  });
});
