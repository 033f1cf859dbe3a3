/**
 * Measures service-cycle beside a hand-written loop and other libraries that can do the same work.
 *
 *     npm run bench                              everything, how large grouped scores are, how long the
 *                                                package takes to load and where the time of grouped
 *                                                scores goes; writes bench/results.md
 *     npm run bench -- --max 1e5                 up to 100,000 responses
 *     npm run bench -- --only groupedColumns     one task; may be given more than once
 *     npm run bench -- --rounds 21               more rounds
 *
 * `bench/results.md` is written only when all tasks are measured, with a million responses or more.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, freemem, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { importRows } from './importTime.js';
import { sizeRows } from './jsonSize.js';
import { measure } from './measure.js';
import { profileText } from './profile.js';
import { count, faultLines, resultTable, TARGET_SIZE, targetRows, targetTable } from './report.js';
import { TASKS } from './tasks/index.js';

const SIZES = [1e4, 1e5, 1e6, 1e7];
const LIBRARIES = ['simple-statistics', 'd3-array', 'lodash', 'arquero', '@duckdb/node-api'];
const GIGABYTE = 2 ** 30;

const { values: flags } = parseArgs({
  options: {
    max: { type: 'string', default: '1e7' },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string' },
  },
});
const max = Number(flags.max);
const only = flags.only ?? Object.keys(TASKS);
const sizes = SIZES.filter((n) => n <= max);
const unknown = only.filter((name) => !(name in TASKS));
if (unknown.length > 0 || sizes.length === 0 || !(Number(flags.rounds ?? 1) >= 1)) {
  console.error(`--only is one of ${Object.keys(TASKS).join(', ')}; --max is 1e4 or more`);
  process.exit(2);
}

/** @type {string[]} */
const written = [];
/** @param {string} text */
function say(text) {
  console.log(text);
  written.push(text);
}

say(`# Measured beside other libraries

${machine()}

Every method runs in a process of its own, warmed up, in rounds that take turns; times are medians over
the rounds. An answer counts only when every figure of it (responses, scores, both ends of every
interval) is within 1e-9 of the hand loop's, else the method reads WRONG. "Extra MB" is how far the
first run takes the process above the memory it holds with the data made and the library loaded; room
that making row objects left in the heap is used first. The data are made up from a seed.`);

/** @type {(readonly string[])[]} */
const targets = [];
for (const name of only) {
  const task = TASKS[name];
  if (task === undefined) continue;
  say(`\n## ${task.title}\n\n${task.note}`);
  const methods = Object.keys(task.methods);
  for (const n of sizes) {
    const needed = task.bytes * n * methods.length;
    if (needed > 0.8 * freemem()) {
      say(`\n${count(n)} responses: left out, needs about ${(needed / GIGABYTE).toFixed(0)} GB.`);
      continue;
    }
    const rounds = Number(flags.rounds ?? (n > 1e6 ? 3 : 9));
    const outcomes = await measure(name, methods, n, rounds);
    say(`\n${count(n)} responses, ${rounds} rounds:\n\n${resultTable(outcomes)}`);
    const faults = faultLines(outcomes);
    if (faults.length > 0) say(`\n${faults.join('\n')}`);
    targets.push(...targetRows(task, n, sizes.at(-1) ?? n, outcomes));
  }
}
if (flags.only === undefined) {
  targets.push(...sizeRows(Math.min(max, TARGET_SIZE)), ...importRows());
}
say(`\n## Targets\n\n${targetTable(targets)}`);

if (flags.only === undefined) say(`\n${profileText()}`);

if (flags.only === undefined && max >= TARGET_SIZE) {
  writeFileSync(new URL('results.md', import.meta.url), `${written.join('\n')}\n`);
}

/** When, on what and with which versions. */
function machine() {
  const processors = cpus();
  const versions = LIBRARIES.map((name) => `${name} ${versionOf(`../node_modules/${name}/`)}`);
  return [
    `- ${new Date().toISOString().slice(0, 10)}`,
    `- ${processors.length} processors, ${processors[0]?.model.trim()}, ${(totalmem() / GIGABYTE).toFixed(0)} GB, ${platform()} ${arch()}, load ${loadavg()[0]?.toFixed(1)} before the start`,
    `- Node ${process.versions.node}, service-cycle ${versionOf('../')}`,
    `- ${versions.join(', ')} (one thread)`,
  ].join('\n');
}

/** @param {string} folder */
function versionOf(folder) {
  return JSON.parse(readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8'))
    .version;
}
