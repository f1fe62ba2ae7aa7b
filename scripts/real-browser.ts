// A real Chromium for tests. Where there is none they are left out and say so, except in CI, where they fail.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";

const EXECUTABLE = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Starts Chromium. Its sandbox does not work for root, under whom containers run; a test may send itself the signal that ends a server. */
export async function startBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return await chromium.launch({
    executablePath: EXECUTABLE,
    args: isRoot ? ["--no-sandbox"] : [],
    handleSIGINT: false,
  });
}

/** Describes tests that need Chromium. */
export function describeWithBrowser(name: string, tests: () => void): void {
  if (existsSync(EXECUTABLE)) {
    describe(name, tests);
  } else if (process.env["CI"]) {
    describe(name, () => {
      test("finds Chromium", () => {
        throw new Error(`${EXECUTABLE} is missing: in CI it must be there, or CHROMIUM must name another`);
      });
    });
  } else {
    console.warn(`Left out, because there is no ${EXECUTABLE}: ${name}`);
    describe.skip(`${name} (left out: there is no Chromium)`, () => {
      test("needs Chromium", () => expect.unreachable());
    });
  }
}
