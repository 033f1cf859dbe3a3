/**
 * How long it takes to load the package in a fresh process, with its dependency, beside an empty
 * module.
 *
 *     node bench/importTime.js
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { targetTable } from './report.js';

/** What loading may take, in milliseconds. */
const IMPORT_TARGET = 10;
const PROCESSES = 20;

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** @type {readonly { way: string, file: string, empty: string, load: (path: string) => string[] }[]} */
const WAYS = [
  {
    way: 'import',
    file: 'index.js',
    empty: 'empty.mjs',
    load: (path) => [
      '--input-type=module',
      '--eval',
      `const start = performance.now();
      await import(${JSON.stringify(pathToFileURL(path).href)});
      console.log(performance.now() - start);`,
    ],
  },
  {
    way: 'require',
    file: 'index.cjs',
    empty: 'empty.cjs',
    load: (path) => [
      '--input-type=commonjs',
      '--eval',
      `const start = performance.now();
      require(${JSON.stringify(path)});
      console.log(performance.now() - start);`,
    ],
  },
];

/**
 * The median time of each way over 20 processes, in milliseconds: of the package, of an empty module,
 * and the difference, which is what the package costs; and the difference of the least times, which
 * other work on the machine disturbs less. The two take turns.
 *
 * @returns {{ way: string, loaded: number, empty: number, cost: number, leastCost: number }[]}
 */
function importTimes() {
  const folder = mkdtempSync(join(tmpdir(), 'service-cycle-import-'));
  try {
    return WAYS.map(({ way, file, empty, load }) => {
      const nothing = join(folder, empty);
      writeFileSync(nothing, '');
      const time = (/** @type {string} */ path) =>
        Number(execFileSync(process.execPath, load(path), { encoding: 'utf8' }));
      // Once without counting, so that the files are in the memory of the system.
      time(join(DIST, file));
      const rounds = Array.from({ length: PROCESSES }, () => ({
        loaded: time(join(DIST, file)),
        empty: time(nothing),
      }));
      const loaded = rounds.map((round) => round.loaded);
      const without = rounds.map((round) => round.empty);
      return {
        way,
        loaded: median(loaded),
        empty: median(without),
        cost: median(loaded) - median(without),
        leastCost: Math.min(...loaded) - Math.min(...without),
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
  return times.map(({ way, loaded, empty, cost, leastCost }) => [
    `Loading the package by \`${way}\` (${loaded.toFixed(1)} ms) less an empty module (${empty.toFixed(1)} ms)`,
    '',
    `at most ${String(IMPORT_TARGET)} ms`,
    `${cost.toFixed(1)} ms (least ${leastCost.toFixed(1)} ms)`,
    cost <= IMPORT_TARGET ? 'reached' : 'NOT REACHED',
  ]);
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(targetTable(importRows()));
