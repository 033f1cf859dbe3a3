import { beforeAll, describe, expect, it } from 'vitest';
import * as library from '../support/everyEntry.ts';
import { ROOT } from '../support/projectFiles.ts';
import { builtIns, touched } from './builtIns.ts';
import { recordGoodCalls } from './goodCalls.ts';
import { caseAt, type Range, rangeOf, showCase, throwCase } from './throwCase.ts';

/** `npm run fuzz` throws a million, and stops calls that do not end. */
const CASES = 4000;
const SEED = 1;

let range: Range;
beforeAll(async () => {
  range = rangeOf(library, await recordGoodCalls(library, ROOT));
}, 60_000);

describe('hostile arguments', () => {
  it('are made from a good call of nearly every public function', () => {
    const without = [...range.calls].filter(([, calls]) => calls.length === 0);
    expect(without.length).toBeLessThan(range.verbs.size / 10);
  });

  it('bring out a value or the one error, and change nothing', { timeout: 120_000 }, async () => {
    const before = builtIns();
    const faults: string[] = [];
    const ends = new Set<string>();
    for (let position = 0; position < CASES; position += 1) {
      const thrown = caseAt(range, SEED, position);
      const outcome = await throwCase(range, thrown);
      ends.add(outcome.end);
      if (outcome.end !== 'fault') continue;
      faults.push(`case ${String(position)}: ${outcome.fault}\n${showCase(thrown)}`);
    }
    expect(faults.slice(0, 5)).toEqual([]);
    expect(touched(before)).toEqual([]);
    // Calls that all fail, or all succeed, would show nothing.
    expect([...ends]).toEqual(expect.arrayContaining(['value', 'own-error']));
  });
});
