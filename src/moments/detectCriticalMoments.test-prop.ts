import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCycle } from '../../test/support/arbitraryCycle.ts';
import { detectCriticalMoments } from './detectCriticalMoments.ts';

const RANK = { critical: 0, watch: 1, ordinary: 2, 'not-assessed': 3 };

describe('detectCriticalMoments', () => {
  it('gives every moment one verdict, in order of level, and each level a reason', () => {
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        const { moments } = detectCriticalMoments(cycle);
        expect(moments.map(({ moment }) => moment).toSorted()).toEqual(
          cycle.moments.map(({ id }) => id).toSorted(),
        );
        const ranks = moments.map(({ level }) => RANK[level]);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        for (const { level, reasons } of moments) {
          expect(reasons[0]?.level ?? 'not-assessed').toBe(level);
        }
      }),
    );
  });

  it('is blind to the order of judgements', () => {
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        const turned = {
          ...cycle,
          moments: cycle.moments.map((moment) => ({
            ...moment,
            ...(moment.judgements && { judgements: moment.judgements.toReversed() }),
          })),
        };
        const levels = (of: typeof cycle): unknown =>
          detectCriticalMoments(of).moments.map(({ moment, level }) => [moment, level]);
        expect(levels(turned)).toEqual(levels(cycle));
      }),
    );
  });

  it('never makes a moment less critical because a person declares it critical', () => {
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        const declared = {
          ...cycle,
          moments: cycle.moments.map((moment) => ({
            ...moment,
            declaredCritical: { because: 'said so' },
          })),
        };
        for (const { level } of detectCriticalMoments(declared).moments)
          expect(level).toBe('critical');
      }),
    );
  });
});
