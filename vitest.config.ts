import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const long = process.env["ACTA_LONG"] === "1";
const shortTests = ["packages/**/*.test.ts", "scripts/**/*.test.ts"];
const longTests = ["packages/**/*.long.test.ts", "scripts/**/*.long.test.ts"];

export default defineConfig({
  resolve: {
    // Tests run against the source of the library, not against its build.
    alias: [
      {
        find: /^acta\/([a-z-]+)$/,
        replacement: fileURLToPath(new URL("./packages/acta/src/$1/index.ts", import.meta.url)),
      },
      { find: "web/site", replacement: fileURLToPath(new URL("./packages/web/src/site/index.ts", import.meta.url)) },
    ],
  },
  test: {
    include: long ? longTests : shortTests,
    exclude: ["**/node_modules/**", "**/dist/**", ...(long ? [] : longTests)],
    reporters: ["default", "./scripts/count-reporter.mjs"],
    // Left alone, two cores would get one worker: the other would wait for it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: long ? 1_200_000 : 60_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
});
