import { describe, expect, it } from 'vitest';
import { GROWTH, NO_DIMENSION } from '../scripts/growthTable.js';
import { publicFunctions } from './fuzz/goodCalls.ts';
import * as everything from './support/everyEntry.ts';

const verbs = publicFunctions(everything);
const library = everything as unknown as Parameters<
  Exclude<(typeof GROWTH)[string][string], { make: unknown }>
>[1];

const dimensions = Object.entries(GROWTH).flatMap(([name, own]) =>
  Object.entries(own).map(([dimension, given]) => {
    const make = typeof given === 'function' ? given : given.make;
    return { name, dimension, make };
  }),
);

describe('the growth table', () => {
  it('has every public function, or says why its work grows with nothing', () => {
    const named = [...Object.keys(GROWTH), ...Object.keys(NO_DIMENSION)];
    expect(named.sort()).toEqual([...verbs.keys()].sort());
  });

  it.each(dimensions)('makes arguments that $name takes, by $dimension', ({ name, make }) => {
    expect(() => verbs.get(name)?.(...make(4, library))).not.toThrow();
  });
});

describe('where sums are kept for pairs', () => {
  const limited = dimensions.filter(
    ({ name, dimension }) =>
      (name === 'tallyJointly' && dimension === 'questions') ||
      (name === 'tallyDrivers' && dimension === 'drivers') ||
      (name === 'tallyVisits' && dimension === 'moments without visits') ||
      (name === 'tallyDimensions' && dimension === 'questions of a dimension'),
  );

  it.each(limited)('$name refuses 2,001 $dimension by name', ({ name, make }) => {
    expect(() => verbs.get(name)?.(...make(2001, library))).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        message: expect.stringMatching(/expected at most/),
      }),
    );
  });
});
