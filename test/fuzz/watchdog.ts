import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../support/projectFiles.ts';

/** A call as it goes to a thread: what cannot be sent is left out. */
interface SentCall {
  /** The name of the function. */
  readonly name: string;
  /** Its arguments. */
  readonly args: readonly unknown[];
}

/** Calls functions in a thread, which can be stopped where a call does not end. */
export interface Watchdog {
  /** Makes the calls, and tells those that do not end in time, and those that run out of memory. */
  readonly watch: (calls: readonly SentCall[], seconds: number) => Promise<readonly string[]>;
  /** Ends the thread. */
  readonly close: () => Promise<void>;
}

const MEGABYTES = 1000;

/** What runs in the thread: it tells which call it is at, so that the one that does not end is known. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.entries).then(({ everyEntry }) => everyEntry()).then((all) => {
    // What the watchdog itself is tried on.
    const neverEnds = () => { for (;;); };
    const neverAnswers = () => new Promise(() => undefined);
    const library = { ...all, neverEnds, neverAnswers };
    parentPort.on('message', async (calls) => {
      for (const [at, { name, args }] of calls.entries()) {
        parentPort.postMessage(at);
        try { await library[name](...args); } catch {}
      }
      parentPort.postMessage('done');
    });
    parentPort.postMessage('ready');
  });
`;

/** Starts a thread that loads all that is public of the built package. */
export function openWatchdog(): Watchdog {
  const entries = pathToFileURL(join(ROOT, 'scripts/entries.js')).href;
  const start = (): Worker =>
    new Worker(PROGRAM, {
      eval: true,
      workerData: { entries },
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
  let worker = start();
  let ready = heard(worker, 'ready');

  /** The call at which it stopped, or nothing where all ended. */
  async function run(calls: readonly SentCall[], seconds: number): Promise<number | undefined> {
    await ready;
    return await new Promise((resolve) => {
      let current = 0;
      let timer = setTimeout(stop, seconds * 1000);
      function end(at: number | undefined): void {
        clearTimeout(timer);
        worker.off('error', stop);
        worker.off('message', listen);
        resolve(at);
      }
      function stop(): void {
        end(current);
      }
      function listen(told: number | 'done'): void {
        clearTimeout(timer);
        if (told === 'done') {
          end(undefined);
          return;
        }
        current = told;
        timer = setTimeout(stop, seconds * 1000);
      }
      worker.on('error', stop);
      worker.on('message', listen);
      worker.postMessage(calls);
    });
  }

  async function watch(calls: readonly SentCall[], seconds: number): Promise<readonly string[]> {
    const endless: string[] = [];
    for (let rest = calls; rest.length > 0; ) {
      const stopped = await run(rest, seconds);
      if (stopped === undefined) break;
      await worker.terminate();
      worker = start();
      ready = heard(worker, 'ready');
      const { name, args } = rest[stopped] ?? { name: '', args: [] };
      endless.push(`${name}(${JSON.stringify(args).slice(0, 500)})`);
      rest = rest.slice(stopped + 1);
    }
    return endless;
  }

  return {
    watch,
    close: async () => {
      await worker.terminate();
    },
  };
}

function heard(worker: Worker, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (told) => {
      worker.off('error', reject);
      if (told === word) resolve();
      else reject(new Error(`the thread tells ${String(told)}`));
    });
  });
}

/** Whether something can be sent to a thread: nothing in it is a function or another thing of code. */
export function canBeSent(args: readonly unknown[]): boolean {
  try {
    structuredClone(args);
    return true;
  } catch {
    return false;
  }
}
