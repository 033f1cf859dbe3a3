/**
 * One method of one task, in a process of its own. Makes the data, measures by how much the memory
 * grows in the first run, warms up, then times a round whenever it is asked to, and at the end tells
 * the answer of the last one.
 *
 * @typedef {{ kind: 'ready' } | { kind: 'not built', why: string } | { kind: 'failed', why: string }
 * | { kind: 'round', milliseconds: number }
 * | { kind: 'end', megabytes: number, answer: import('./tasks/index.js').Answer }} Told
 */
import { writeFileSync } from 'node:fs';
import { OURS, TASKS } from './tasks/index.js';

/** A round lasts about this long, so that the clock is fine enough for short work. */
const ROUND_MILLISECONDS = 25;
const WARM_UP = { runs: 3, milliseconds: 1500, enough: 3000 };

const [taskName = '', method = '', size = ''] = process.argv.slice(2);

/**
 * @param {Told} told
 * @param {() => void} [then]
 */
const tell = (told, then) => process.send?.(told, undefined, undefined, then);
/** A long answer has to be on its way before the process lets go. */
const leave = () => {
  process.disconnect();
};

/** @param {number} n */
async function prepare(n) {
  const task = TASKS[taskName];
  const measured = await task?.methods[method]?.(task.makeData(n));
  if (measured === undefined) throw new Error(`no method ${method} of task ${taskName}`);
  return measured;
}

/**
 * Runs the work so many times, and gives the time of one and the last result.
 *
 * @param {() => unknown} work
 * @param {number} times
 */
async function time(work, times) {
  const start = performance.now();
  let result = work();
  if (result instanceof Promise) {
    result = await result;
    for (let i = 1; i < times; i += 1) result = await work();
  } else {
    for (let i = 1; i < times; i += 1) result = work();
  }
  return { milliseconds: (performance.now() - start) / times, result };
}

/**
 * The most memory the process has held so far, or since it was set back.
 *
 * @param {boolean} [setBack] - what making the data took for a while shall not hide what follows;
 * systems other than Linux cannot do that
 */
function peakMegabytes(setBack = false) {
  if (setBack && process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
  return process.resourceUsage().maxRSS / 1024;
}

/** Tries the method on a few responses: a function that is not there yet shows here. */
async function isBuilt() {
  try {
    const { work, read } = await prepare(100);
    await read(await work());
    return true;
  } catch (error) {
    tell({ kind: 'not built', why: String(error) });
    return false;
  }
}

async function main() {
  if (method.startsWith(OURS) && !(await isBuilt())) return;
  const { work, read } = await prepare(Number(size));
  globalThis.gc?.();
  const before = peakMegabytes(true);
  const { milliseconds: first } = await time(work, 1);
  const megabytes = peakMegabytes() - before;

  let runs = 1;
  let spent = first;
  let fastest = first;
  while (spent < WARM_UP.enough && (runs < WARM_UP.runs || spent < WARM_UP.milliseconds)) {
    const { milliseconds } = await time(work, 1);
    runs += 1;
    spent += milliseconds;
    fastest = Math.min(fastest, milliseconds);
  }
  const times = Math.max(1, Math.min(1000, Math.round(ROUND_MILLISECONDS / fastest)));

  /** @type {unknown} */
  let last;
  process.on('message', async (asked) => {
    try {
      if (asked === 'round') {
        globalThis.gc?.();
        const { milliseconds, result } = await time(work, times);
        last = result;
        tell({ kind: 'round', milliseconds });
      } else {
        tell({ kind: 'end', megabytes, answer: await read(last) }, leave);
      }
    } catch (error) {
      tell({ kind: 'failed', why: String(error) }, leave);
    }
  });
  tell({ kind: 'ready' });
}

main().catch((error) => {
  tell({ kind: 'failed', why: String(error) }, leave);
});
