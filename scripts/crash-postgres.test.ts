import { expect, test } from "vitest";
import { crashServerRounds } from "./crash-postgres.mjs";
import { describeWithPostgres } from "./postgres-tests.js";

describeWithPostgres("the PostgreSQL store", () => {
  test("loses nothing that was acknowledged and shows nothing by halves, over 6 writers and servers killed with SIGKILL", async () => {
    const tally = await crashServerRounds(6, "every day");
    expect(tally.faults).toEqual([]);
    expect(tally.acknowledged).toBeGreaterThan(0);
    expect(Math.min(tally.writers, tally.servers)).toBeGreaterThan(0);
  }, 180_000);
});
