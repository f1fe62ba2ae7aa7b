// Tests that need a PostgreSQL server start their own; where there are no programs for it they are left out and say so, except in CI.
import { describe, expect, test } from "vitest";
import { postgresPrograms } from "./postgres-server.mjs";

/** Describes tests that need PostgreSQL 15 or later on this machine. In CI they fail where it is missing. */
export function describeWithPostgres(name: string, tests: () => void): void {
  if (postgresPrograms() !== "") {
    describe(name, tests);
  } else if (process.env["CI"]) {
    describe(name, () => {
      test("finds PostgreSQL", () => {
        throw new Error("PostgreSQL 15 or later is missing: in CI it must be installed (apt-get install postgresql)");
      });
    });
  } else {
    console.warn(`Left out, because there is no PostgreSQL 15 or later here: ${name}`);
    describe.skip(`${name} (left out: there is no PostgreSQL here)`, () => {
      test("needs PostgreSQL", () => expect.unreachable());
    });
  }
}
