/**
 * Mutation tests of one room: small faults are put into its sources, one at a time (a turned
 * comparison, a missing branch), and the room's own tests have to notice. Run by `npm run mutate`.
 */
const room = process.env['ROOM'] ?? 'stats';
const report = `reports/mutation/${room.replaceAll('/', '-')}`;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`src/${room}/**/*.ts`, '!src/**/*.test*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // What is worked out while a module loads is the same for all tests, and takes a process a fault.
  ignoreStatic: true,
  // The wording of a message is not a claim; a changed code is refused by the compiler.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  timeoutMS: 5_000,
  incremental: true,
  incrementalFile: `${report}-incremental.json`,
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
};
