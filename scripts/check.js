/**
 * Everything that is checked besides the tests, one step after another; a failed step does not stop
 * the next. Prints a line for each step, and the output of those that failed. `--quick` checks the
 * sources alone: types, lint, format, the order of imports and of rooms, and what is unused.
 */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {readonly (readonly [name: string, command: string])[]} Steps */

/** @type {Steps} */
const QUICK = [
  ['types of src', 'tsc -p tsconfig.json'],
  ['types of tests, scripts and examples', 'tsc -p tsconfig.test.json'],
  ['types of the playground', 'tsc -p docs/playground/tsconfig.json'],
  ['lint', 'eslint . --max-warnings 0'],
  ['format and import order', 'biome check .'],
  ['rooms', 'depcruise src --output-type err-long'],
  ['unused files, exports and packages', 'knip'],
];

/** @type {Steps} */
const STEPS = [
  ['build', 'npm run --silent build'],
  ...QUICK,
  ['package metadata', 'publint --strict'],
  [
    'types as consumers resolve them',
    'attw --pack . --profile node16 --no-emoji --exclude-entrypoints browser',
  ],
  ['size', 'size-limit'],
  ['documentation', 'typedoc --emit none'],
  ['reports of the public interface', 'node scripts/api.js'],
  ['dry run of the publish', 'npm publish --dry-run --ignore-scripts --fetch-retries 0'],
  ['coverage', 'npm run --silent coverage'],
];

const cwd = fileURLToPath(new URL('../', import.meta.url));
const env = {
  ...process.env,
  // The laws once more, on other cases than those of `npm test`, and twice as many.
  PROPERTY_SEED: '2',
  PROPERTY_RUNS: '100',
  PATH: `${join(cwd, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
};

const steps = process.argv.includes('--quick') ? QUICK : STEPS;
let failed = 0;
for (const [name, command] of steps) {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    env,
    shell: true,
    encoding: 'utf8',
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'failed'}  ${name} (${seconds} s)`);
  if (status !== 0) {
    failed += 1;
    console.log(`\n$ ${command}\n${stdout}${stderr}`);
  }
}
console.log(`${steps.length - failed} steps ok, ${failed} steps failed`);
process.exitCode = failed === 0 ? 0 : 1;
