import { describe, expect, it } from 'vitest';
import { derivedOf, importancesOf, sketchTally } from '../../../test/support/driverSketch.ts';
import { SWISS } from '../../../test/support/swiss.ts';
import { deriveImportance } from './deriveImportance.ts';
import type { ImportanceMethod } from './types.ts';

const METHODS: readonly ImportanceMethod[] = [
  'johnson',
  'lmg',
  'standardized-regression',
  'pearson',
  'spearman',
];

/** Sixty answers: two drivers that are not correlated, and an outcome that leans on the first. */
const wait = Array.from({ length: 60 }, (_, i) => 1 + (i % 5));
const desk = Array.from({ length: 60 }, (_, i) => 1 + (i % 4));
const all = wait.map((each, i) => 3 * each + desk[i]! + (i % 7));

describe('deriveImportance', () => {
  it('says more of the driver that more of the outcome goes along with', () => {
    for (const method of METHODS) {
      expect(derivedOf({ all, desk, wait }, { method }).order).toEqual(['wait', 'desk']);
    }
  });

  it('shares out R² without a rest, by Johnson and by LMG', () => {
    for (const method of ['johnson', 'lmg'] as const) {
      const { drivers, rSquared } = derivedOf(SWISS, { method });
      const parts = Object.values(importancesOf(derivedOf(SWISS, { method }))) as number[];
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(rSquared, 12);
      const shares = drivers.flatMap(({ importance }) =>
        importance.kind === 'estimate' ? importance.share! : [],
      );
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('refuses sums that no answers have, whose moments would be no numbers', () => {
    const tally = sketchTally({ all, wait, desk });
    const [pair, ...others] = tally.pairs;
    const driver = pair!.driver.map((value, cell) => (cell === 0 ? 1e200 : value));
    const whole = pair!.counts.whole.map((count, cell) => (cell === 0 ? 1e200 : count));
    for (const forged of [{ driver }, { counts: { ...pair!.counts, whole } }]) {
      expect(() =>
        deriveImportance({ ...tally, pairs: [{ ...pair!, ...forged }, ...others] }),
      ).toThrow(/pairs\[0\]\..+\[0\] is 1e\+200; expected a number of at most/);
    }
  });

  it('knows nothing of a driver that does not vary, and names it', () => {
    for (const method of METHODS) {
      const derived = derivedOf({ all, wait, hall: wait.map(() => 4), desk }, { method });
      expect(importancesOf(derived)['hall']).toBe('zero-variance');
      expect(derived.order).toEqual(['wait', 'desk']);
      expect(derived.warnings).toContainEqual({ code: 'zero-variance', drivers: ['hall'] });
    }
  });

  it('lets two drivers that say the same share what they explain, and names them', () => {
    for (const method of ['johnson', 'lmg'] as const) {
      const derived = derivedOf({ all, wait, queue: wait, desk }, { method });
      const { wait: one, queue: other } = importancesOf(derived) as Record<string, number>;
      expect(one).toBeCloseTo(other!, 12);
      const alone = importancesOf(derivedOf({ all, wait, desk }, { method }))['wait'] as number;
      expect(one! + other!).toBeGreaterThan(0.8 * alone);
      expect(derived.warnings).toEqual([
        { code: 'duplicates', drivers: ['wait', 'queue'] },
        { code: 'collinear' },
      ]);
      expect(derived.drivers.map(({ duplicates }) => duplicates)).toEqual([
        ['queue'],
        ['wait'],
        [],
      ]);
    }
  });

  it('gives the second of two that say the same no coefficient of its own', () => {
    const derived = derivedOf(
      { all, wait, queue: wait, desk },
      { method: 'standardized-regression' },
    );
    expect(importancesOf(derived)['queue']).toBe('collinear');
    expect(derived.order).toEqual(['wait', 'desk']);
  });

  it('flags a suppressor: a part of R² though its coefficient runs against its correlation', () => {
    // b is what disturbs a; it goes up with the outcome, and down once a is known.
    const noise = wait.map((_, i) => (i * 7) % 11);
    const a = all.map((each, i) => each + 2 * noise[i]!);
    const b = noise.map((each, i) => 4 * each + 0.5 * all[i]!);
    const derived = derivedOf({ all, a, b });
    const suppressor = derived.drivers[1]!;
    expect(suppressor.pearson!.value).toBeGreaterThan(0);
    expect(suppressor).toMatchObject({ sign: 'negative', isSuppressor: true });
    expect(importancesOf(derived)['b']).toBeGreaterThan(0);
    expect(derived.warnings).toEqual([{ code: 'suppressor', drivers: ['b'] }]);
  });

  it('puts nothing in order that explains less than a tenth, unless told to', () => {
    const odd = wait.map((_, i) => (i * 23) % 13);
    const derived = derivedOf({ all: odd, wait, desk });
    expect(derived.adjustedRSquared.value).toBeLessThan(0.1);
    expect(derived.order).toEqual([]);
    expect(derived.refusals).toEqual([
      {
        code: 'explains-little',
        adjustedRSquared: derived.adjustedRSquared.value,
        minimumRSquared: 0.1,
      },
    ]);
    expect(derivedOf({ all: odd, wait, desk }, { minimumRSquared: 0 }).order).toHaveLength(2);
  });

  it('puts nothing in order with fewer than ten responses for each driver, unless told to', () => {
    const few = { all: all.slice(0, 19), wait: wait.slice(0, 19), desk: desk.slice(0, 19) };
    expect(derivedOf(few).order).toEqual([]);
    expect(derivedOf(few).refusals).toEqual([{ code: 'few-responses', n: 19, needed: 20 }]);
    expect(derivedOf(few, { responsesPerDriver: 9 }).order).toEqual(['wait', 'desk']);
  });

  it('puts a negative coefficient by its size, and says which way it runs', () => {
    const down = all.map((each) => -each);
    const derived = derivedOf({ down, desk, wait }, { method: 'pearson' });
    expect(derived.order).toEqual(['wait', 'desk']);
    expect(derived.drivers.map(({ sign }) => sign)).toEqual(['negative', 'negative']);
  });

  it.each([
    ['nobody has', { all, wait: all.map(() => null), desk }, 'no-data', ['wait']],
    [
      'are more than the responses',
      { all: [1, 2, 3], wait: [1, 3, 2], desk: [3, 1, 1] },
      'too-few',
      [],
    ],
    ['have one outcome only', { all: all.map(() => 3), wait, desk }, 'zero-variance', []],
    ['do not vary at all', { all, wait: all.map(() => 1) }, 'no-predictors', []],
  ])('says why there is nothing to derive where drivers %s', (_, table, reason, unanswered) => {
    const found = deriveImportance(sketchTally(table));
    expect(found).toMatchObject({ kind: 'not-estimable', reason, unanswered });
  });

  it('says how many responses it takes where there are too few', () => {
    const found = deriveImportance(sketchTally({ all: [1, 2, 3], a: [1, 3, 2], b: [3, 1, 1] }));
    expect(found).toMatchObject({ reason: 'too-few', needed: 4, counts: { complete: 3 } });
  });

  it('counts weighted responses by how many of equal weight would tell as much', () => {
    const tally = sketchTally({ all, wait });
    expect(deriveImportance(tally).counts.effectiveN).toBeUndefined();
  });

  describe('with intervals', () => {
    it('gives the same for the same seed, and others for another', () => {
      const draw = (seed: number) => derivedOf(SWISS, { resamples: 50, seed });
      expect(draw(1)).toEqual(draw(1));
      expect(draw(2).adjustedRSquared.interval).not.toEqual(draw(1).adjustedRSquared.interval);
      expect(draw(1).definition).toMatchObject({ seed: 1, resamples: 50 });
    });

    it('holds the figures of what was found, and narrows with the level', () => {
      for (const method of METHODS) {
        const wide = derivedOf(SWISS, { method, resamples: 400 });
        const narrow = derivedOf(SWISS, { method, resamples: 400, level: 0.5 });
        for (const [place, { importance }] of wide.drivers.entries()) {
          if (importance.kind !== 'estimate') throw new Error(importance.reason);
          const { low, high } = importance.interval!;
          expect(low).toBeLessThan(importance.value);
          expect(high).toBeGreaterThan(importance.value);
          const inner = narrow.drivers[place]!.importance;
          if (inner.kind !== 'estimate') throw new Error(inner.reason);
          expect(inner.interval!.high - inner.interval!.low).toBeLessThan(high - low);
        }
      }
    });

    it('leaves them out where they would take long, and says so', () => {
      const many = Object.fromEntries(
        Array.from({ length: 13 }, (_, i) => [
          `d${i}`,
          all.map((_each, row) => (row * (i + 3)) % 17),
        ]),
      );
      const table = { all, ...many };
      const derived = deriveImportance(sketchTally(table), { method: 'lmg' });
      if (derived.kind !== 'estimate') throw new Error(derived.reason);
      expect(derived.definition.resamples).toBe(0);
      expect(derived.adjustedRSquared.interval).toBeUndefined();
      expect(derived.warnings).toContainEqual({ code: 'intervals-left-out' });
      const asked = deriveImportance(sketchTally(table), { method: 'lmg', resamples: 2 });
      expect(asked.kind === 'estimate' && asked.adjustedRSquared.interval).toBeTruthy();
    });
  });

  it.each([
    ['a level of 1', { level: 1 }],
    ['half a resample', { resamples: 0.5 }],
    ['an R² above 1', { minimumRSquared: 1.1 }],
    ['fewer than no responses', { responsesPerDriver: -1 }],
    ['a seed that is no number', { seed: NaN }],
  ])('refuses %s', (_, options) => {
    expect(() => deriveImportance(sketchTally({ all, wait }), options)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('refuses to divide R² among more than twenty drivers', () => {
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, i) => [
        `d${i}`,
        all.map((_each, row) => (row * (i + 3)) % 59),
      ]),
    );
    expect(() => deriveImportance(sketchTally({ all, ...many }), { method: 'lmg' })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
