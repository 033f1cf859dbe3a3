import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyEntry } from '../../scripts/entries.js';
import { GROWTH } from '../../scripts/growthTable.js';
import { ROOT } from '../support/projectFiles.ts';
import { builtIns, touched } from './builtIns.ts';
import { extremesOf } from './extremes.ts';
import { recordGoodCalls } from './goodCalls.ts';
import { plainCopy } from './plainCopy.ts';
import { caseAt, type Range, rangeOf, showCase, throwCase } from './throwCase.ts';
import { canBeSent, openWatchdog, type Watchdog } from './watchdog.ts';

/** Their examples take what no entry gives: a sketch in the making, and fast-check. */
const UNCALLED = new Set(['arbitraryResponses', 'quantileOf']);

/** `npm run fuzz` throws a million, and stops calls that do not end. */
const CASES = 4000;
const SEED = 1;

/** Doors, which tell what is wrong in a result, and what asks whether something is one thing or another. */
const TAKES_ANYTHING = /^(parse|read|rows|response|surveyFrom|cycleFrom|is)[A-Z]/;

/** Where the number stands for an amount. */
const ALSO_TAKEN = ['customersInMoney takes 5 as 1'];

/** What stands where an argument is wanted. */
const WRONG: readonly unknown[] = [undefined, null, 'text', 5, {}, [], [null], [{}]];

let library: Parameters<typeof rangeOf>[0];
let range: Range;
beforeAll(async () => {
  library = (await everyEntry()) as typeof library;
  range = rangeOf(library, await recordGoodCalls(library, ROOT));
}, 120_000);

describe('extreme arguments that are accepted', () => {
  /** Wall-clock, on a machine that may be busy; alone a call takes milliseconds. */
  const DEADLINE_SECONDS = 20;
  let watchdog: Watchdog;
  beforeAll(() => {
    watchdog = openWatchdog();
  });
  afterAll(async () => {
    await watchdog.close();
  });

  it('come to an end, one number of a call at the end of its range', {
    timeout: 120_000,
  }, async () => {
    const { count, at } = extremesOf(range, 1, 1);
    const all = Array.from({ length: count }, (_, position) => at(position));
    const calls = all.filter(({ args }) => canBeSent(args));
    expect(calls.length).toBeGreaterThan(3000);
    expect(await watchdog.watch(calls, DEADLINE_SECONDS)).toEqual([]);
  });

  it('come to an end, whatever there is many of', { timeout: 120_000 }, async () => {
    const known = library as unknown as Parameters<
      Exclude<(typeof GROWTH)[string][string], { make: unknown }>
    >[1];
    const calls = Object.entries(GROWTH).flatMap(([name, dimensions]) =>
      Object.values(dimensions).map((given) => {
        const { make } = typeof given === 'function' ? { make: given } : given;
        return { name, args: make(8, known) };
      }),
    );
    const sent = calls.filter(({ args }) => canBeSent(args));
    expect(sent.length).toBeGreaterThan(250);
    expect(await watchdog.watch(sent, DEADLINE_SECONDS)).toEqual([]);
  });

  it('are told where they do not, and the calls after them are made', async () => {
    const good = { name: 'wilsonInterval', args: [1, 2] };
    const calls = [
      good,
      { name: 'neverEnds', args: [] },
      good,
      { name: 'neverAnswers', args: [1] },
    ];
    expect(await watchdog.watch(calls, 0.4)).toEqual(['neverEnds([])', 'neverAnswers([1])']);
  }, 60_000);
});

describe('hostile arguments', () => {
  it('are made from good calls of every public function', () => {
    const without = [...range.calls].filter(([, calls]) => calls.length === 0);
    expect(without.map(([name]) => name).filter((name) => !UNCALLED.has(name))).toEqual([]);
  });

  it('are refused where nothing, or a number, stands for what is needed', async () => {
    const taken: string[] = [];
    for (const [name, [call]] of range.calls) {
      const { args = [] } = call ?? {};
      // What has a default is not needed.
      const needed = Math.min(args.length, range.verbs.get(name)?.length ?? 0);
      for (let place = 0; place < needed; place += 1) {
        for (const wrong of [undefined, null, 5]) {
          if (typeof args[place] === typeof wrong || TAKES_ANYTHING.test(name)) continue;
          const { end } = await throwCase(range, {
            name,
            args: args.with(place, wrong),
            spoilings: [],
          });
          if (end !== 'own-error') taken.push(`${name} takes ${String(wrong)} as ${String(place)}`);
        }
      }
    }
    expect(taken).toEqual(ALSO_TAKEN);
  }, 60_000);

  it('bring out a value or the one error where one argument is wrong, whichever it is', async () => {
    const faults: string[] = [];
    for (const [name, [call]] of range.calls) {
      for (let place = 0; place <= (call?.args ?? []).length; place += 1) {
        for (const wrong of WRONG) {
          const args = (call?.args ?? []).map(plainCopy);
          args[place] = wrong;
          const outcome = await throwCase(range, { name, args, spoilings: [] });
          if (outcome.end !== 'fault') continue;
          faults.push(`${name}, argument ${String(place)}: ${outcome.fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

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
