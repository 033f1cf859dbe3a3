/**
 * Puts faults into rooms and tells how many of them the tests notice; writes the scores into
 * `docs/trust.md`. Takes minutes to hours; a fault that was tried before is tried again only when its
 * file or its tests have changed.
 *
 *     npm run mutate -- stats moments
 *     npm run mutate -- --every 4 survey
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installOnDemand } from './installOnDemand.js';

const ROOMS = ['stats', 'survey', 'moments'];
const PAGE = 'docs/trust.md';
const RUNS = '20';

const cwd = fileURLToPath(new URL('../', import.meta.url));
process.chdir(cwd);

installOnDemand({ '@stryker-mutator/core': '9.6.1', '@stryker-mutator/vitest-runner': '9.6.1' });

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' } },
});
const { every } = values;
for (const room of asked.length > 0 ? asked : ROOMS) {
  const env = { ...process.env, ROOM: room, EVERY: every, PROPERTY_RUNS: RUNS };
  const { status } = spawnSync('npx', ['stryker', 'run'], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const row = scoreRow(room, every === '1' ? 'all' : `one in ${every}`);
  console.log(row);
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(
    PAGE,
    page.replace(new RegExp(`^\\| \`${room}\` \\|.*$`, 'm'), () => row),
  );
}

/**
 * A row of the table of scores: the faults put in, those noticed, and their share.
 *
 * @param {string} room
 * @param {string} sample - which of the room's files had faults put in
 */
function scoreRow(room, sample) {
  const report = `reports/mutation/${room.replaceAll('/', '-')}.json`;
  const { files } = /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */ (
    JSON.parse(readFileSync(report, 'utf8'))
  );
  const found = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (/** @type {readonly string[]} */ kinds) =>
    found.filter((status) => kinds.includes(status)).length;
  const noticed = count(['Killed', 'Timeout']);
  const all = noticed + count(['Survived', 'NoCoverage']);
  const share = ((100 * noticed) / all).toFixed(1);
  return `| \`${room}\` | ${sample} | ${all.toLocaleString('en')} | ${noticed.toLocaleString('en')} | ${share} % |`;
}
