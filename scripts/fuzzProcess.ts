import { openSync, writeSync } from 'node:fs';
import { builtIns, touched } from '../test/fuzz/builtIns.ts';
import { extremesOf } from '../test/fuzz/extremes.ts';
import { recordGoodCalls } from '../test/fuzz/goodCalls.ts';
import { caseAt, rangeOf, showCase, throwCase } from '../test/fuzz/throwCase.ts';
import { everyEntry } from './entries.js';

/**
 * A share of a long run, in a process of its own: it can be stopped where a call does not end, and
 * may run out of memory. It writes the case it is at into a file, and sends what it finds.
 */
const [dist = '', root = '', progress = '', ...numbers] = process.argv.slice(2);
const [seed = 1, first = 0, end = 0] = numbers.map(Number);

/** After so many cases it tells how they ended: more would be lost with a call that does not end. */
const TOLD_EVERY = 500;

const loaded = (await everyEntry(
  (entry) => import(`${dist}${entry}.js`) as Promise<object>,
)) as Parameters<typeof rangeOf>[0];
const range = rangeOf(loaded, await recordGoodCalls(loaded, root));

/** Seed 0 stands for the extremes, one after another. */
const extremes = extremesOf(range);
const throwable = (position: number): ReturnType<typeof caseAt> =>
  seed === 0 ? extremes.at(position) : caseAt(range, seed, position);

if (progress === 'count') process.stdout.write(String(extremes.count));
else if (progress === '') {
  const shown = throwable(first);
  process.stdout.write(`${showCase(shown)}\n`);
  if (end > first) process.stdout.write(`${JSON.stringify(await throwCase(range, shown))}\n`);
} else {
  const file = openSync(progress, 'w');
  const place = Buffer.alloc(8);
  let ends: { [end: string]: number } = {};
  const before = builtIns();
  for (let position = first; position < end; position += 1) {
    place.writeDoubleLE(position);
    writeSync(file, place, 0, 8, 0);
    if (position % TOLD_EVERY === 0) {
      process.send?.({ ends });
      ends = {};
    }
    const thrown = throwable(position);
    const outcome = await throwCase(range, thrown);
    ends[outcome.end] = (ends[outcome.end] ?? 0) + 1;
    if (outcome.end === 'fault') {
      const { name, spoilings } = thrown;
      const shown = showCase(thrown);
      process.send?.({ name, position, fault: outcome.fault, changes: spoilings.length, shown });
    }
  }
  process.send?.({ ends });
  const done = { functions: range.verbs.size, touched: touched(before) };
  process.send?.(done, undefined, undefined, () => {
    process.disconnect();
  });
}
