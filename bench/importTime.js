/**
 * How long it takes to load each entry of the package in a fresh process, beside an empty module.
 *
 *     node bench/importTime.js
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ENTRIES, importName } from '../scripts/entries.js';
import { targetTable } from './report.js';

/** What loading an entry may take that needs no valibot, in milliseconds. */
const IMPORT_TARGET = 8;
const PROCESSES = 20;

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** @type {{ readonly [way: string]: (path: string) => string[] }} */
const WAYS = {
  import: (path) => [
    '--input-type=module',
    '--eval',
    `const start = performance.now();
    await import(${JSON.stringify(pathToFileURL(path).href)});
    console.log(performance.now() - start);`,
  ],
  require: (path) => [
    '--input-type=commonjs',
    '--eval',
    `const start = performance.now();
    require(${JSON.stringify(path)});
    console.log(performance.now() - start);`,
  ],
};

/** @typedef {{ name: string, way: 'import' | 'require', file: string, target?: number }} Loaded */

/** @type {readonly Loaded[]} */
const LOADED = [
  { name: 'service-cycle', way: 'import', file: 'dist/index.js' },
  { name: 'service-cycle', way: 'require', file: 'dist/index.cjs' },
  {
    name: 'valibot, which the front door loads',
    way: 'import',
    file: 'node_modules/valibot/dist/index.mjs',
  },
  ...Object.keys(ENTRIES)
    .filter((entry) => entry !== 'index')
    .map((entry) => ({
      name: importName(entry),
      way: /** @type {const} */ ('import'),
      file: `dist/${entry}.js`,
      target: IMPORT_TARGET,
    })),
];

/**
 * Whether a built file loads valibot, which takes a time of its own.
 *
 * @param {string} path
 */
const loadsValibot = (path) => /\bfrom\s*["']valibot["']/.test(readFileSync(path, 'utf8'));

/**
 * How long each takes over 20 processes, in milliseconds: the median of it, of an empty module, and
 * the difference, which is what it costs; and the difference of the least times, which other work on
 * the machine disturbs less. The two take turns.
 *
 * @returns {(Loaded & { loaded: number, empty: number, cost: number, leastCost: number })[]}
 */
function importTimes() {
  const folder = mkdtempSync(join(tmpdir(), 'service-cycle-import-'));
  try {
    return LOADED.map(({ target, ...entry }) => {
      const load = WAYS[entry.way];
      const path = join(ROOT, entry.file);
      const hasValibot = target !== undefined && loadsValibot(path);
      const nothing = join(folder, entry.way === 'import' ? 'empty.mjs' : 'empty.cjs');
      writeFileSync(nothing, '');
      const time = (/** @type {string} */ file) =>
        Number(execFileSync(process.execPath, load?.(file) ?? [], { encoding: 'utf8' }));
      // Once without counting, so that the files are in the memory of the system.
      time(path);
      const rounds = Array.from({ length: PROCESSES }, () => ({
        loaded: time(path),
        empty: time(nothing),
      }));
      const loaded = rounds.map((round) => round.loaded);
      const empty = rounds.map((round) => round.empty);
      return {
        ...entry,
        ...(target !== undefined && !hasValibot && { target }),
        name: hasValibot ? `${entry.name}, valibot with it,` : entry.name,
        loaded: median(loaded),
        empty: median(empty),
        cost: median(loaded) - median(empty),
        leastCost: Math.min(...loaded) - Math.min(...empty),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The targets of loading, as rows of the table of targets.
 *
 * @returns {readonly (readonly string[])[]}
 */
export function importRows(times = importTimes()) {
  return times.map(({ name, way, target, loaded, empty, cost, leastCost }) => [
    `Loading ${name} by \`${way}\` (${loaded.toFixed(1)} ms) less an empty module (${empty.toFixed(1)} ms)`,
    '',
    target === undefined ? '' : `at most ${String(target)} ms`,
    `${cost.toFixed(1)} ms (least ${leastCost.toFixed(1)} ms)`,
    target === undefined ? '' : cost <= target ? 'reached' : 'NOT REACHED',
  ]);
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(targetTable(importRows()));
