import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import type { CriticalMomentRule } from '../ruleTypes.ts';
import { visitEvidence } from '../visitEvidence.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { seldomRecovered } from './seldomRecovered.ts';

const cycle: Cycle = {
  id: 'desk',
  name: 'Desk',
  moments: [{ id: 'bill', name: 'Gets the bill', contact: 'none' }],
};

function found(recovered: number, known: number, rule: CriticalMomentRule = seldomRecovered) {
  const visits = tallyVisits(
    cycle,
    Array.from({ length: known + 40 }, (_, i) => ({
      moments: { bill: { incident: i < known ? { recovered: i < recovered } : i % 2 === 0 } },
      overall: 4,
    })),
  );
  const [bill] = detectCriticalMoments(cycle, {
    evidence: visitEvidence(visits),
    rules: [rule],
  }).moments;
  return bill;
}

describe('seldomRecovered', () => {
  it('watches a moment where at most half of what goes wrong is made good, beyond doubt', () => {
    const bill = found(1, 10);
    expect(bill?.level).toBe('watch');
    const [reason] = bill?.reasons ?? [];
    if (reason?.code !== 'seldom-recovered') throw new Error('no such reason');
    expect(reason).toMatchObject({ n: 10, basis: 'measured', leastRecovered: 0.5 });
    expect(reason.recovered.interval.high).toBeLessThan(0.5);
    // Of 2 in 10 the upper limit is 0.5098.
    expect(found(2, 10)?.reasons).toEqual([]);
  });

  it('is silent where more may be made good', () => {
    expect(found(5, 10)?.reasons).toEqual([]);
    expect(found(30, 60)?.reasons).toEqual([]);
  });

  it('does not say so of few incidents, and says why', () => {
    expect(found(0, 9)?.reasons).toMatchObject([
      { code: 'evidence-gap', of: 'seldom-recovered', because: 'too-few', n: 9 },
    ]);
    expect(found(0, 9)?.level).toBe('not-assessed');
  });

  it('has nothing to say where nobody said whether incidents were made good', () => {
    expect(found(0, 0)?.reasons).toEqual([]);
    expect(detectCriticalMoments(cycle, { rules: [seldomRecovered] }).moments[0]?.reasons).toEqual(
      [],
    );
  });

  it('takes other thresholds, and refuses those that make no sense', () => {
    const strict: CriticalMomentRule = (moment, context) =>
      seldomRecovered(moment, context, { leastRecovered: 0.8, minimumIncidents: 5 });
    expect(found(30, 60, strict)?.level).toBe('watch');
    const wrong =
      (thresholds: object): CriticalMomentRule =>
      (moment, context) =>
        seldomRecovered(moment, context, thresholds);
    expect(() => found(1, 20, wrong({ leastRecovered: 50 }))).toThrow(/leastRecovered is 50/);
    expect(() => found(1, 20, wrong({ minimumIncidents: 0 }))).toThrow(/minimumIncidents is 0/);
  });

  it.each([undefined, {}, { length: 1 }, Object.setPrototypeOf([], null), [{ moment: 'pay' }]])(
    'refuses visits that are none: %o',
    (moments) => {
      const wrong: CriticalMomentRule = (moment, context) =>
        seldomRecovered({ ...moment, id: 'pay' }, {
          level: context.level,
          measured: { ...context.measured, visits: { ...context.measured?.visits, moments } },
        } as never);
      expect(() => found(1, 20, wrong)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    },
  );

  it('has the limit that R gives', () => {
    const [reason] = found(12, 60)?.reasons ?? [];
    const high = reason?.code === 'seldom-recovered' ? reason.recovered.interval.high : 0;
    expect(high).toBeCloseTo(0.317818, 6);
  });
});
