import { test } from "vitest";
import { describeWithPostgres } from "./postgres-tests.js";
import { holdRace } from "./two-desks-claim.js";

describeWithPostgres("two processes that append to one PostgreSQL ledger at full speed", () => {
  test("lose, double and reorder no entry, over some 3,600", () => holdRace(400, 2_500), 180_000);
});
