/**
 * Doubles every dimension of every public function, as `growthTable.js` lists them, and prints how time
 * and memory grow. It fails where time grows faster than n^1.3, which is about n log n, and no reason
 * stands beside the dimension, and where something is refused that has no limit. What looks steep is held against a plain
 * Map of texts, sorted, that takes as long: what outgrows the caches grows faster than n log n, whatever it is.
 *
 *     npm run growth -- [--only name,name] [--from name] [--seconds 0.06] [--most 262144] [--jobs 2]
 *
 * Times are those of the processor, the least of several calls, so that a busy machine tells little: as many
 * functions are measured at once as there are processors. They still share its caches, so that those with a fault
 * are measured again, each alone, at the end.
 */
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { everyEntry } from './entries.js';
import { GROWTH } from './growthTable.js';

/**
 * @typedef {import('./growthTable.js').Dimension} Dimension
 * @typedef {{ name: string, dimension: string, sizes: number[], times: number[], megabytes: number, exponent: number | undefined, control?: number | undefined, refused?: { from: number, message: string } }} Row
 */

/** Growth beyond it wants a reason: twice the size costs two and a half times as much. */
const MOST_EXPONENT = 1.3;
/** A call that takes less is told too roughly to be measured. */
const LEAST_MILLISECONDS = 5;
/** So often is measured again what looks steep. */
const ROUNDS = 3;
/** By so much two measurements of one exponent differ on a machine that has other things to do. */
const NOISE = 0.1;
/** Of so many of the last doublings the exponent is taken. */
const LAST = 4;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    from: { type: 'string' },
    seconds: { type: 'string', default: '0.06' },
    most: { type: 'string', default: '262144' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    worker: { type: 'string' },
  },
});

if (values.worker === undefined) {
  const only = values.only?.split(',');
  const all = Object.keys(GROWTH);
  const names = all
    .slice(values.from === undefined ? 0 : all.indexOf(values.from))
    .filter((name) => only?.includes(name) ?? true);
  process.exitCode = (await report(names)) ? 0 : 1;
} else {
  const rows = await measure(values.worker);
  console.log(JSON.stringify(rows));
}

/**
 * Measures a function in a process of its own, that none is measured with what another left behind.
 *
 * @param {string} name
 * @returns {Promise<Row[]>}
 */
async function measureApart(name) {
  const script = fileURLToPath(import.meta.url);
  const given = ['--worker', name, '--seconds', values.seconds, '--most', values.most];
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=4096', script, ...given],
      // By the clock: on a machine that has much else to do a function takes many times as long as alone.
      { encoding: 'utf8', maxBuffer: 1e8, timeout: 1_800_000 },
    );
    return JSON.parse(stdout);
  } catch (error) {
    const { code, signal, stderr } =
      /** @type {{ code?: unknown, signal?: unknown, stderr?: string }} */ (error);
    const ended = `the process ended with ${String(code ?? signal)}`;
    const refused = { from: 0, message: `${ended}: ${(stderr ?? '').slice(-2000)}` };
    return [
      { name, dimension: 'all', sizes: [], times: [], megabytes: 0, exponent: undefined, refused },
    ];
  }
}

/**
 * @param {string} name
 * @returns {Promise<Row[]>}
 */
async function measure(name) {
  const library = /** @type {import('./growthTable.js').Library} */ (await everyEntry());
  const verb = library[/** @type {keyof typeof library} */ (name)];
  return Object.entries(GROWTH[name] ?? {}).map(([dimension, given]) => {
    const { make, ...rest } = typeof given === 'function' ? { make: given } : given;
    const measured = grow(verb, (n) => make(n, library), rest);
    return { name, dimension, ...measured };
  });
}

/**
 * @param {(...args: unknown[]) => unknown} verb
 * @param {(n: number) => readonly unknown[]} make
 * @param {Omit<Dimension, 'make'>} rest
 * @returns {Omit<Row, 'name' | 'dimension'>}
 */
function grow(verb, make, { limit = Infinity, why }) {
  let row = growTo(Number(values.seconds) * 1000, verb, make, limit);
  // What looks steep is measured again, and further: caches and a busy machine make the first steps steep.
  for (let round = 0; round < ROUNDS && (row.exponent ?? 0) > MOST_EXPONENT; round += 1) {
    if (why !== undefined) break;
    const again = growTo(4000 * Number(values.seconds), verb, make, limit);
    const times = again.times.map((time, at) => Math.min(time, row.times[at] ?? Infinity));
    row = { ...again, times, exponent: exponentOf(again.sizes, times) };
  }
  const isSteep = (row.exponent ?? 0) > MOST_EXPONENT && why === undefined;
  return isSteep ? { ...row, control: controlFor(row) } : row;
}

/**
 * The exponent of counting texts in a plain Map and sorting them, where that takes as long.
 *
 * @param {Pick<Row, 'sizes' | 'times'>} row
 */
function controlFor({ sizes, times }) {
  const last = sizes.slice(-LAST);
  const longest = last.at(-1) ?? 0;
  let each = 1;
  // As many texts to each of what was measured as take the time that it took.
  for (let round = 0; round < 6 && each < 512; round += 1) {
    const taken = timeOfTexts(longest * each);
    if (taken * 1.5 > (times.at(-1) ?? 0)) break;
    each *= 2;
  }
  return exponentOf(
    last,
    last.map((size) => timeOfTexts(size * each)),
  );
}

/** @param {number} n */
function timeOfTexts(n) {
  const texts = Array.from({ length: 2 * n }, (_, at) => `text ${String(at % n)}`);
  return leastOf(() => {
    const times = new Map();
    for (const text of texts) times.set(text, { n: (times.get(text)?.n ?? 0) + 1 });
    return [...times.keys()].sort();
  }, 1000);
}

/**
 * @param {number} most
 * @param {(...args: unknown[]) => unknown} verb
 * @param {(n: number) => readonly unknown[]} make
 * @param {number} limit
 * @returns {Omit<Row, 'name' | 'dimension'>}
 */
function growTo(most, verb, make, limit) {
  /** @type {number[]} */
  const sizes = [];
  /** @type {number[]} */
  const times = [];
  let megabytes = 0;
  let refused;
  for (let n = 8; n <= Number(values.most); n *= 2) {
    const size = sizes.length > 0 && n > limit ? limit : n;
    const preparing = process.cpuUsage();
    try {
      const args = make(size);
      const prepared = millisecondsSince(preparing);
      const milliseconds = leastOf(() => verb(...args), most);
      times.push(milliseconds);
      sizes.push(size);
      if (milliseconds < most && prepared < 8 * most && n * 2 <= Number(values.most)) continue;
      megabytes = heapGrownBy(() => verb(...args));
      break;
    } catch (thrown) {
      const { code, message } = /** @type {{ code?: string, message: string }} */ (thrown);
      refused = { from: size, message: `${code ?? 'a fault of the engine'}: ${message}` };
      break;
    }
  }
  return {
    sizes,
    times,
    megabytes,
    exponent: exponentOf(sizes, times),
    ...(refused && { refused }),
  };
}

/** @param {NodeJS.CpuUsage} before */
function millisecondsSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The least time of several calls, more of quick ones.
 *
 * @param {() => unknown} call
 * @param {number} most
 */
function leastOf(call, most) {
  let least = Infinity;
  let spent = 0;
  for (let times = 0; times < 5 && spent < most; times += 1) {
    const before = process.cpuUsage();
    call();
    const taken = millisecondsSince(before);
    least = Math.min(least, taken);
    spent += taken;
  }
  return least;
}

/**
 * By how many megabytes the heap grows in a call.
 *
 * @param {() => unknown} call
 */
function heapGrownBy(call) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  call();
  return Math.max(0, process.memoryUsage().heapUsed - before) / 1e6;
}

/**
 * The slope of the logarithm of time on that of size, by least squares over the last doublings that take
 * long enough to be measured; nothing where fewer than two do.
 *
 * @param {readonly number[]} sizes
 * @param {readonly number[]} times
 */
function exponentOf(sizes, times) {
  const points = sizes
    .map((size, at) => /** @type {const} */ ([Math.log(size), times[at] ?? 0]))
    .filter(([, time]) => time > LEAST_MILLISECONDS)
    .slice(-LAST)
    .map(([size, time]) => /** @type {const} */ ([size, Math.log(time)]));
  if (points.length < 2) return undefined;
  const meanSize = points.reduce((sum, [size]) => sum + size, 0) / points.length;
  const meanTime = points.reduce((sum, [, time]) => sum + time, 0) / points.length;
  const products = points.reduce(
    (sum, [size, time]) => sum + (size - meanSize) * (time - meanTime),
    0,
  );
  const squares = points.reduce((sum, [size]) => sum + (size - meanSize) ** 2, 0);
  return products / squares;
}

/**
 * Measures functions, and prints what each takes as soon as it and those before it are known.
 *
 * @param {readonly string[]} names
 */
async function report(names) {
  console.log('| function | by | up to | ms | MB | exponent | |');
  console.log('|---|---|---|---|---|---|---|');
  const inTurn = atOnce(Number(values.jobs));
  const measured = names.map((name) => inTurn(() => measureApart(name)));
  let count = 0;
  /** @type {{ name: string, dimension: string }[]} */
  const steep = [];
  for (const rows of measured) {
    for (const row of await rows) {
      count += 1;
      if (print(row).isFault) steep.push(row);
    }
  }
  const faults = [];
  for (const name of new Set(steep.map((row) => row.name))) {
    console.log(`| again, alone | | | | | | |`);
    faults.push(...(await measureApart(name)).map(print).filter(({ isFault }) => isFault));
  }
  for (const { name, dimension, says } of faults) console.error(`${name} by ${dimension}: ${says}`);
  console.error(`${String(count)} dimensions, ${String(faults.length)} at fault`);
  return faults.length === 0;
}

/**
 * Starts work in the order in which it is asked for, so much of it at once.
 *
 * @param {number} most
 * @returns {<Found>(work: () => Promise<Found>) => Promise<Found>}
 */
function atOnce(most) {
  /** @type {(() => void)[]} */
  const waiting = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** @param {Row} row */
function print(row) {
  const { name, dimension, sizes, times, megabytes, exponent } = row;
  const { says, isFault } = verdictOf(row);
  const cells = [
    `\`${name}\``,
    dimension,
    (sizes.at(-1) ?? 0).toLocaleString('en-US'),
    (times.at(-1) ?? 0).toFixed(0),
    megabytes.toFixed(0),
    exponent?.toFixed(2) ?? 'too quick',
    says,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return { name, dimension, says, isFault };
}

/**
 * @param {Row} row
 * @returns {{ says: string, isFault: boolean }}
 */
function verdictOf({ name, dimension, exponent, control, refused }) {
  const given = GROWTH[name]?.[dimension];
  const { why, limit } = typeof given === 'object' ? given : {};
  if (
    refused !== undefined &&
    (refused.from !== limit || !/^(invalid-argument|wrong-scale)/.test(refused.message))
  ) {
    return {
      says: `refused at ${String(refused.from)}, ${refused.message.slice(0, 200)}`,
      isFault: true,
    };
  }
  const reasons = [
    why ?? [],
    refused === undefined ? [] : `refused from ${String(refused.from)} on`,
  ].flat();
  if ((exponent ?? 0) <= MOST_EXPONENT || why !== undefined) {
    return { says: reasons.join('; '), isFault: false };
  }
  const told = control?.toFixed(2) ?? 'not measured';
  return (exponent ?? 0) <= (control ?? 0) + NOISE
    ? { says: `no faster than a Map of texts, sorted, that takes as long: ${told}`, isFault: false }
    : { says: `**no reason**; a Map of texts, sorted, that takes as long: ${told}`, isFault: true };
}
