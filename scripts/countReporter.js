/** @import { Reporter, TestModule } from 'vitest/node' */

/**
 * Prints the test counts alone on the last line, as `N passed, N failed` (`, N skipped` when there are any).
 * A file that could not be collected and an error outside every test each count as one failure.
 *
 * @implements {Reporter}
 */
export default class CountReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending') counts.failed += 1;
        else counts[state] += 1;
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    const line = `${counts.passed} passed, ${counts.failed} failed${skipped}`;
    // The other reporters write their summary in the same event; this line has to come after theirs.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
