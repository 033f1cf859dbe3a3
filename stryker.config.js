import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Mutation tests of one room: small faults are put into its sources, one at a time (a turned
 * comparison, a missing branch), and the room's own tests have to notice. Run by `npm run mutate`.
 * Of a large room a sample will do: every so many of its files, in the order of their names.
 */
const room = process.env['ROOM'] ?? 'stats';
const every = Number(process.env['EVERY'] ?? 1);
const files = readdirSync(fileURLToPath(new URL(`src/${room}`, import.meta.url)), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts') && !file.includes('.test'))
  .toSorted()
  .filter((_, place) => place % every === 0);
const report = `reports/mutation/${room.replaceAll('/', '-')}`;

export default {
  mutate: files.map((file) => `src/${room}/${file}`),
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
