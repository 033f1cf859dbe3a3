/**
 * Doubles every list in the arguments of every public function, and prints how time and memory grow with
 * it. The calls are those of the examples, so that a new function is found without being named here. It
 * fails where time grows faster than n^1.3, about n log n, and no reason stands in `REASONS`.
 *
 *     npm run growth -- [--only name,name] [--seconds 1] [--most 8192] [--all]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'tsup';

/**
 * @typedef {{ name: string, path: string, sizes: number[], times: number[], megabytes: number, exponent: number, end: string }} Row
 * @typedef {readonly (string | number)[]} Path
 * @typedef {(...args: unknown[]) => unknown} Verb
 */

/** Growth beyond it wants a reason: twice the size costs two and a half times as much. */
const MOST_EXPONENT = 1.3;
/** Less than that is told too roughly to be measured. */
const LEAST_MILLISECONDS = 20;

/** Why a function may grow faster in a dimension, by `name path`; `*` stands for any position or key. */
const REASONS = new Map([
  ['tallyJointly 0.questions', 'sums of products are of pairs of questions'],
  ['acsiForm 0.questions', 'sums of products are of pairs of questions'],
  ['tallyVisits 0.moments', 'incidents are counted for pairs of moments'],
  ['detectCriticalMoments 0.moments', 'joint effects are of pairs of moments'],
  ['jointEffect *', 'joint effects are of pairs of moments, and the matrix is inverted'],
  ['tallyDrivers 2.drivers', 'sums of products are of pairs of drivers'],
  ['checkCycle 0.actionPlans', 'which plans reach each other is asked of all pairs, 32 at a time'],
  ['selectActionPlans 0.actionPlans', 'the best set is searched for, within a stated limit'],
]);

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '1' },
    most: { type: 'string', default: '8192' },
    all: { type: 'boolean', default: false },
  },
});
const milliseconds = Number(values.seconds) * 1000;
const most = Number(values.most);

const bundles = await mkdtemp(join(ROOT, 'node_modules/.growth-'));
try {
  await build({
    entry: { goodCalls: join(ROOT, 'test/fuzz/goodCalls.ts') },
    config: false,
    format: 'esm',
    target: 'node20',
    outDir: bundles,
    outExtension: () => ({ js: '.mjs' }),
    external: ['typescript'],
    silent: true,
  });
  const { recordGoodCalls, publicFunctions } = await import(
    pathToFileURL(join(bundles, 'goodCalls.mjs')).href
  );
  const library = await import(pathToFileURL(join(ROOT, 'dist/index.js')).href);
  /** @type {Map<string, Verb>} */
  const verbs = publicFunctions(library);
  /** @type {{ name: string, args: readonly unknown[] }[]} */
  const calls = await recordGoodCalls(library, ROOT);
  const only = values.only?.split(',');
  /** @type {Row[]} */
  const rows = [];
  const seen = new Set();
  for (const { name, args } of calls) {
    if (only !== undefined && !only.includes(name)) continue;
    for (const path of listsIn(args, [])) {
      const dimension = `${name} ${path.filter((step, at) => at === 0 || typeof step === 'string').join('.')}`;
      if (seen.has(dimension)) continue;
      const verb = verbs.get(name);
      const row = verb && grow(verb, name, args, path);
      if (row === undefined) continue;
      seen.add(dimension);
      rows.push({ ...row, path: dimension.slice(name.length + 1) });
    }
  }
  process.exitCode = report(rows, [...verbs.keys()]) ? 0 : 1;
} finally {
  await rm(bundles, { recursive: true, force: true });
}

/**
 * Where lists stand in a value, the outermost first; of the members of a list the first is looked into.
 *
 * @param {unknown} value
 * @param {Path} path
 * @returns {Path[]}
 */
function listsIn(value, path) {
  if (Array.isArray(value)) {
    const inner = path.length === 0 ? value : value.slice(0, 1);
    const below = inner.flatMap((one, at) => listsIn(one, [...path, at]));
    return path.length === 0 || value.length === 0 ? below : [path, ...below];
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, held]) => listsIn(held, [...path, key]));
}

/**
 * A copy of arguments in which one list is so long. Its members are repeated, those with an `id` each
 * under one of its own.
 *
 * @param {unknown} value
 * @param {Path} path
 * @param {number} size
 * @returns {unknown}
 */
function grown(value, [step, ...rest], size) {
  if (step === undefined) {
    const list = /** @type {readonly unknown[]} */ (value);
    return Array.from({ length: size }, (_, at) => {
      const member = list[at % list.length];
      if (at < list.length || typeof member !== 'object' || member === null) return member;
      return 'id' in member ? { ...member, id: `${String(member.id)}-${String(at)}` } : member;
    });
  }
  if (Array.isArray(value)) {
    return value.map((one, at) => (at === step ? grown(one, rest, size) : one));
  }
  const held = /** @type {{ [key: string]: unknown }} */ (value);
  return { ...held, [step]: grown(held[step], rest, size) };
}

/**
 * @param {Verb} verb
 * @param {string} name
 * @param {readonly unknown[]} args
 * @param {Path} path
 * @returns {Row | undefined} nothing where the list cannot be longer
 */
function grow(verb, name, args, path) {
  const sizes = [];
  const times = [];
  let megabytes = 0;
  let end = 'measured';
  for (let size = 64; size <= most; size *= 2) {
    const given = /** @type {unknown[]} */ (grown(args, path, size));
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    try {
      verb(...given);
    } catch {
      end = `refused at ${String(size)}`;
      break;
    }
    times.push(performance.now() - start);
    sizes.push(size);
    megabytes = Math.max(megabytes, (process.memoryUsage().heapUsed - before) / 1e6);
    if ((times.at(-1) ?? 0) > milliseconds) break;
  }
  if (sizes.length < 2) return undefined;
  return { name, path: '', sizes, times, megabytes, exponent: exponentOf(sizes, times), end };
}

/**
 * How time grows over the last three sizes that take long enough to be measured; 1 where none does.
 *
 * @param {readonly number[]} sizes
 * @param {readonly number[]} times
 */
function exponentOf(sizes, times) {
  const last = sizes.length - 1;
  const from = Math.max(0, last - 2);
  if ((times[last] ?? 0) < LEAST_MILLISECONDS || (times[from] ?? 0) < 1) return 1;
  const ratio = (times[last] ?? 1) / (times[from] ?? 1);
  return Math.log(ratio) / Math.log((sizes[last] ?? 1) / (sizes[from] ?? 1));
}

/**
 * @param {readonly Row[]} rows
 * @param {readonly string[]} names
 */
function report(rows, names) {
  const steep = rows.filter(({ exponent }) => exponent > MOST_EXPONENT);
  const shown = values.all ? rows : steep;
  console.log('| function, list | sizes | milliseconds | MB | exponent | why |');
  console.log('|---|---|---|---|---|---|');
  for (const row of [...shown].sort((a, b) => b.exponent - a.exponent)) {
    const { name, path, sizes, times, megabytes, exponent } = row;
    const last = sizes.length - 1;
    const cells = [
      `\`${name}\` ${path}`,
      `${String(sizes[Math.max(0, last - 2)])} to ${String(sizes[last])}`,
      `${(times[Math.max(0, last - 2)] ?? 0).toFixed(0)} to ${(times[last] ?? 0).toFixed(0)}`,
      megabytes.toFixed(0),
      exponent.toFixed(2),
      reasonOf(row) ?? '**none**',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const measured = new Set(rows.map(({ name }) => name));
  const unreasoned = steep.filter((row) => reasonOf(row) === undefined);
  console.log(
    `\n${String(rows.length)} lists of ${String(measured.size)} functions; ${String(names.length - measured.size)} functions take no list that can grow alone.`,
  );
  console.log(
    `${String(unreasoned.length)} grow faster than n^${String(MOST_EXPONENT)} without a reason`,
  );
  return unreasoned.length === 0;
}

/** @param {Row} row */
function reasonOf({ name, path }) {
  return REASONS.get(`${name} ${path}`) ?? REASONS.get(`${name} *`);
}
