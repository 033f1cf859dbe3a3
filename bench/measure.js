/**
 * Runs all methods of a task, each in its own process, in rounds that take turns.
 *
 * @typedef {import('./worker.js').Told} Told
 * @typedef {import('./tasks/index.js').Answer} Answer
 * @typedef {{ kind: 'measured', milliseconds: readonly number[], megabytes: number, answer: Answer }} Measured
 * @typedef {Measured | { kind: 'not built' | 'failed', why: string }} Outcome
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url));

/**
 * @param {string} task
 * @param {readonly string[]} methods
 * @param {number} n
 * @param {number} rounds
 * @returns {Promise<ReadonlyMap<string, Outcome>>}
 */
export async function measure(task, methods, n, rounds) {
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  /** @type {Map<string, { ask: (what?: 'round' | 'end') => Promise<Told>, times: number[] }>} */
  const running = new Map();

  /** @type {(method: string, told: Told) => boolean} */
  const failed = (method, told) => {
    if (told.kind !== 'not built' && told.kind !== 'failed') return false;
    outcomes.set(method, told);
    running.delete(method);
    return true;
  };

  for (const method of methods) {
    const ask = start(task, method, n);
    if (!failed(method, await ask())) running.set(method, { ask, times: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [method, { ask, times }] of running) {
      const told = await ask('round');
      if (!failed(method, told) && told.kind === 'round') times.push(told.milliseconds);
    }
  }
  for (const [method, { ask, times: milliseconds }] of running) {
    const told = await ask('end');
    if (!failed(method, told) && told.kind === 'end') {
      const { megabytes, answer } = told;
      outcomes.set(method, { kind: 'measured', milliseconds, megabytes, answer });
    }
  }
  return outcomes;
}

/**
 * @param {string} task
 * @param {string} method
 * @param {number} n
 */
function start(task, method, n) {
  const child = fork(WORKER, [task, method, String(n)], {
    execArgv: ['--expose-gc', '--max-old-space-size=8192'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return (/** @type {'round' | 'end' | undefined} */ what = undefined) =>
    new Promise((/** @type {(told: Told) => void} */ resolve) => {
      const died = (/** @type {number | null} */ code, /** @type {string | null} */ signal) => {
        resolve({ kind: 'failed', why: `the process ended with ${String(code ?? signal)}` });
      };
      child.once('exit', died);
      child.once('message', (told) => {
        child.off('exit', died);
        resolve(/** @type {Told} */ (told));
      });
      if (what !== undefined && child.connected) child.send(what);
    });
}
