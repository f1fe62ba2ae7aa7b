/**
 * A vitest reporter that ends the run with one plain line: `N passed, N failed`, and `, N skipped` when there are any.
 * A file that cannot be loaded and an error outside every test count as failures, so that 0 failed means what it says.
 */
export default class CountReporter {
  /**
   * @param {ReadonlyArray<import("vitest/node").TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0;
    let skipped = 0;
    let failed = unhandledErrors.length;
    for (const testModule of modules) {
      failed += testModule.errors().length;
      for (const suite of testModule.children.allSuites()) failed += suite.errors().length;
      for (const test of testModule.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        else if (state === "failed") failed += 1;
        else skipped += 1;
      }
    }
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    // After everything else that wants to be printed, whatever order the reporters finish in.
    process.once("exit", () => process.stdout.write(`${line}\n`));
  }
}
