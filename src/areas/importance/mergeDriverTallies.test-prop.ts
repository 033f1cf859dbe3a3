import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDriverTallies } from './mergeDriverTallies.ts';
import { tallyDrivers } from './tallyDrivers.ts';
import type { DriverTally } from './types.ts';

const scale = { min: 1, max: 5 };
const survey = {
  id: 'leaving',
  title: 'On leaving',
  questions: ['a', 'b', 'c', 'all'].map((id) => ({
    id,
    text: id,
    asks: 'satisfaction' as const,
    scale,
  })),
};
const selection = {
  outcome: 'all',
  drivers: ['a', { id: 'b or c', questions: ['b', 'c', 'a'] }],
};

const answer = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined });
const response = fc.record({
  a: answer,
  b: answer,
  c: answer,
  all: answer,
  weight: fc.oneof(fc.constant(1), fc.double({ min: -1, max: 100, noNaN: true })),
});
const responses = fc.array(response, { maxLength: 30 });

function tallied(of: readonly object[], weight?: string): DriverTally {
  return tallyDrivers(survey, of as never[], { ...selection, ...(weight && { weight }) });
}

describe('mergeDriverTallies', () => {
  it.each([undefined, 'weight'])(
    'gives to the last bit the tally of all responses at once, weighted by %s',
    (weight) => {
      fc.assert(
        fc.property(responses, responses, responses, (one, two, three) => {
          const all = tallied([...one, ...two, ...three], weight);
          const [a, b, c] = [one, two, three].map((part) => tallied(part, weight)) as [
            DriverTally,
            DriverTally,
            DriverTally,
          ];
          expect(mergeDriverTallies(mergeDriverTallies(a, b), c)).toEqual(all);
          expect(mergeDriverTallies(c, mergeDriverTallies(b, a))).toEqual(all);
        }),
      );
    },
  );

  it('does not care in what order the responses come', () => {
    fc.assert(
      fc.property(responses, (of) => {
        expect(tallied(of.toReversed(), 'weight')).toEqual(tallied(of, 'weight'));
      }),
    );
  });

  it('survives being stored as text', () => {
    fc.assert(
      fc.property(responses, (of) => {
        const tally = tallied(of, 'weight');
        expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
      }),
    );
  });

  it.each([
    ['another outcome', { outcome: 'a', drivers: ['b'] }],
    ['other drivers', { outcome: 'all', drivers: ['b'] }],
    ['weights', { outcome: 'all', drivers: ['a'], weight: 'weight' }],
  ])('refuses a tally with %s', (_, other) => {
    const one = tallyDrivers(survey, [], { outcome: 'all', drivers: ['a'] });
    expect(() => mergeDriverTallies(one, tallyDrivers(survey, [], other) as never)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
