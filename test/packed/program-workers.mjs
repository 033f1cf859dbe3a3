/**
 * Each worker thread tallies its part of the responses; the main thread merges what they send and
 * checks that it is, to the last bit, the tally of all at once.
 */
import assert from 'node:assert/strict';
import { writeSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import * as cycle from 'service-cycle';
import * as survey from 'service-cycle/survey';
import { RESPONSES, tallyPart } from './program.mjs';

const library = { ...survey, ...cycle };
const WORKERS = 3;

if (isMainThread) {
  const parts = await Promise.all(
    Array.from({ length: WORKERS }, (_, at) => {
      const first = (RESPONSES / WORKERS) * at;
      return tallyInWorker({ first, end: first + RESPONSES / WORKERS });
    }),
  );
  const merged = parts.reduce((sum, part) => library.mergeTallies(sum, part));
  assert.equal(
    JSON.stringify({ ...merged, firstInvalid: [] }),
    JSON.stringify({ ...tallyPart(library, 0, RESPONSES), firstInvalid: [] }),
  );
  writeSync(1, JSON.stringify(merged));
} else {
  parentPort.postMessage(tallyPart(library, workerData.first, workerData.end));
}

/** What one worker sends back. */
function tallyInWorker(part) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
