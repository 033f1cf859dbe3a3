/**
 * Where the time of a method goes: the functions that take most of it themselves, what an engine builds into
 * its caller counted by its own name. In a process of its own: `node bench/profile.js task responses`.
 */
import { execFileSync } from 'node:child_process';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';
import { count, table } from './report.js';
import { OURS, TASKS } from './tasks/index.js';

/** What is profiled, each at so many responses. */
const PROFILED = /** @type {const} */ ([
  ['overallRows', 1e4],
  ['groupedColumns', 1e4],
  ['groupedColumns', 1e6],
  ['groupedRows', 1e6],
  ['merge', 1e6],
]);
const WARM_UP_MILLISECONDS = 1500;
const PROFILED_MILLISECONDS = 4000;
/** Functions that take less stand under the others. */
const LEAST_SHARE = 0.02;

/** The profiles of all, as they stand in the results. */
export function profileText() {
  const profiles = PROFILED.map(([name, n]) => {
    const shares = execFileSync(
      process.execPath,
      [fileURLToPath(import.meta.url), name, String(n)],
      {
        encoding: 'utf8',
      },
    );
    return `${TASKS[name]?.title}, ${count(n)} responses:\n\n${shares}`;
  });
  return `## Where the time of service-cycle goes

What each function takes by itself, from a profile of ${PROFILED_MILLISECONDS / 1000} seconds.

${profiles.join('\n')}`;
}

/**
 * @param {string} name
 * @param {number} n
 */
async function profile(name, n) {
  const task = TASKS[name];
  const { work } = (await task?.methods[OURS]?.(task.makeData(n))) ?? {};
  if (work === undefined) throw new Error(`no task ${name}`);
  const runFor = async (/** @type {number} */ milliseconds) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end) await work();
  };
  await runFor(WARM_UP_MILLISECONDS);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await runFor(PROFILED_MILLISECONDS);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}

/** @param {import('node:inspector').Profiler.Profile} profile */
function sharesOf({ nodes, samples = [], timeDeltas = [] }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  /** @type {Map<string, number>} */
  const spent = new Map();
  let total = 0;
  for (const [at, sample] of samples.entries()) {
    const name = names.get(sample) || '(without a name)';
    if (name === '(idle)') continue;
    const time = timeDeltas[at] ?? 0;
    spent.set(name, (spent.get(name) ?? 0) + time);
    total += time;
  }
  const shares = [...spent]
    .map(([name, time]) => /** @type {const} */ ([name, time / total]))
    .filter(([, share]) => share >= LEAST_SHARE)
    .sort(([, a], [, b]) => b - a);
  const rest = 1 - shares.reduce((sum, [, share]) => sum + share, 0);
  const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
  return table(
    ['function', 'share'],
    [...shares, /** @type {const} */ (['all others', rest])].map(([name, share]) => [
      name,
      percent(share),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', n = ''] = process.argv.slice(2);
  console.log(sharesOf(await profile(name, Number(n))));
}
