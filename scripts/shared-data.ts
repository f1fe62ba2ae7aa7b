// Tests with real data read it from the folder ../shared beside the checkout; its DATA.md files say where it comes from.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./workshop.mjs";

/** The path of something in the folder ../shared. */
export function sharedPath(...parts: readonly string[]): string {
  return join(root, "..", "shared", ...parts);
}

/**
 * Describes tests that need ../shared. Where it is missing they are left out and say so, except in CI, where they fail.
 */
export function describeWithShared(name: string, tests: () => void): void {
  if (existsSync(sharedPath())) {
    describe(name, tests);
  } else if (process.env["CI"]) {
    describe(name, () => {
      test("finds ../shared", () => {
        throw new Error("../shared is missing: in CI the data folder must stand beside the checkout");
      });
    });
  } else {
    console.warn(`Left out, because ../shared is not there: ${name}`);
    describe.skip(`${name} (left out: ../shared is not there)`, () => {
      test("needs ../shared", () => expect.unreachable());
    });
  }
}
