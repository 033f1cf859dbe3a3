import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePairedAnswers, type PairedOptions } from './comparePairedAnswers.ts';
import { pairAnswers } from './pairAnswers.ts';
import type { PairedAnswers } from './types.ts';

const TEN = { min: 0, max: 10 };
const answer = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(null, 9, 10));
const paired = fc.array(fc.tuple(answer, answer), { maxLength: 80 }).map((people) =>
  pairAnswers(
    TEN,
    people.map(([before]) => before),
    people.map(([, after]) => after),
  ),
);
const options = fc.constantFrom<PairedOptions>(
  { metric: 'net-promoter-score' },
  { metric: 'customer-satisfaction' },
  { metric: 'customer-satisfaction', box: 'top' },
  { metric: 'customer-satisfaction', box: 'net' },
  { metric: 'customer-effort' },
  { metric: 'mean-rating' },
  { metric: 'incident-share' },
);

function turned(pairs: PairedAnswers): PairedAnswers {
  const { perPair } = pairs;
  return { ...pairs, perPair: perPair.map((_, at) => perPair.map((row) => row[at]!)) };
}

describe('comparePairedAnswers', () => {
  it('gives figures or a name for why there are none, and never a number that is none', () => {
    fc.assert(
      fc.property(paired, options, (pairs, how) => {
        const found = comparePairedAnswers(pairs, how);
        JSON.stringify(found, (_, value: unknown) => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          return value;
        });
        if (found.kind === 'not-comparable') return;
        const { before, after, difference, test, ordinal } = found;
        expect(test.pValue).toBeGreaterThanOrEqual(0);
        expect(test.pValue).toBeLessThanOrEqual(1);
        expect(difference.interval.low).toBeLessThanOrEqual(difference.value);
        expect(difference.interval.high).toBeGreaterThanOrEqual(difference.value);
        expect(ordinal.rose + ordinal.same + ordinal.fell).toBe(difference.n);
        if (before.kind === 'estimate' && after.kind === 'estimate') {
          expect(difference.value).toBeCloseTo(after.value - before.value, 9);
        }
      }),
    );
  });

  it('turns round when before and after change places', () => {
    fc.assert(
      fc.property(paired, options, (pairs, how) => {
        const there = comparePairedAnswers(pairs, how);
        const back = comparePairedAnswers(turned(pairs), how);
        expect(back.kind).toBe(there.kind);
        if (there.kind === 'not-comparable' || back.kind === 'not-comparable') return;
        expect(back.difference.value).toBeCloseTo(-there.difference.value, 9);
        expect(back.difference.interval.low).toBeCloseTo(-there.difference.interval.high, 9);
        expect(back.test.statistic).toBeCloseTo(-there.test.statistic, 9);
        expect(back.test.pValue).toBeCloseTo(there.test.pValue, 9);
        expect(back.effectSize.value).toBeCloseTo(-there.effectSize.value, 9);
        expect(back.ordinal.rose).toBe(there.ordinal.fell);
      }),
    );
  });

  it('finds no change where everybody answers the same again', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), options, (answers, how) => {
        const found = comparePairedAnswers(pairAnswers(TEN, answers, answers), how);
        if (found.kind === 'not-comparable') expect(found.reason).toBe('not-estimable');
        else expect(found).toMatchObject({ test: { pValue: 1 }, verdict: 'no-proven-change' });
      }),
    );
  });
});
