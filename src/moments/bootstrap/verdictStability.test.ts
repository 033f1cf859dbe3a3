import { describe, expect, it } from 'vitest';
import type { Visit } from '../../model/observations.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import type { Reason } from '../reasonTypes.ts';
import { incidentEffectRule } from '../rules/incidentEffectRule.ts';
import type { CriticalMomentRule } from '../ruleTypes.ts';
import { visitEvidence } from '../visitEvidence.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';

const cycle = {
  id: 'c',
  name: 'C',
  moments: [
    {
      id: 'pay',
      name: 'Pays',
      contact: 'none' as const,
    },
    {
      id: 'sign',
      name: 'Signs',
      contact: 'none' as const,
      declaredCritical: { because: 'Trust' },
    },
  ],
};

function tallyOf(...[a, b, c, d]: [number, number, number, number]) {
  const visits = (count: number, incident: boolean, overall: number): Visit[] =>
    Array.from({ length: count }, () => ({ moments: { pay: { incident } }, overall }));
  return tallyVisits(cycle, [
    ...visits(a, true, 1),
    ...visits(b, true, 5),
    ...visits(c, false, 1),
    ...visits(d, false, 5),
  ]);
}

const clear = tallyOf(90, 110, 40, 760);
/** 794 of 4,000 less 1,400 of 16,000 is 0.111: a tenth and 1.64 standard errors, of 0.0067. */
const onTheLine = tallyOf(794, 3206, 1400, 14_600);

function stabilityAt(id: string, visits = clear, options = {}) {
  const { moments } = detectCriticalMoments(cycle, { evidence: visitEvidence(visits), ...options });
  return moments.find(({ moment }) => moment === id)?.stability;
}

describe('the stability of a verdict', () => {
  it('is 1 where every resample agrees, with how many there were and from which seed', () => {
    expect(stabilityAt('pay')).toEqual({
      share: 1,
      resamples: 400,
      seed: 1,
      isUnstable: false,
    });
  });

  it('is about a half where the visits lie on a threshold, which is unstable', () => {
    const stability = stabilityAt('pay', onTheLine, { rules: [incidentEffectRule] });
    expect(stability?.isUnstable).toBe(true);
    expect(stability?.share).toBeGreaterThan(0.35);
    expect(stability?.share).toBeLessThan(0.65);
  });

  it('is the same to the last bit from the same seed, and another from another', () => {
    const of = (seed: number) =>
      JSON.stringify(detectCriticalMoments(cycle, { evidence: visitEvidence(onTheLine), seed }));
    expect(of(5)).toBe(of(5));
    expect(stabilityAt('pay', onTheLine, { seed: 5 })).not.toEqual(
      stabilityAt('pay', onTheLine, { seed: 6 }),
    );
  });

  it('is that of the whole verdict: what a person declares does not waver', () => {
    expect(stabilityAt('sign', onTheLine)?.share).toBe(1);
  });

  it("takes a caller's own rule along, with the visits as they were drawn", () => {
    const often: CriticalMomentRule<Reason> = ({ id }, { measured }) => {
      const counted = measured?.visits.moments.find(({ moment }) => moment === id);
      const dissatisfied = counted?.incidents.incident[0]?.dissatisfied ?? 0;
      return [
        {
          code: 'often',
          level: dissatisfied >= 794 ? 'critical' : 'ordinary',
          basis: 'measured',
          n: 1,
        },
      ];
    };
    const share = stabilityAt('pay', onTheLine, { rules: [often] })?.share;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.65);
  });

  it('asks again in each resample only what looks at the visits: all else says the same', () => {
    const asked = { looking: 0, other: 0 };
    const looking: CriticalMomentRule<Reason> = (_, { measured }) => {
      if (measured !== undefined) asked.looking += 1;
      return [];
    };
    const other: CriticalMomentRule<Reason> = ({ id }) => {
      asked.other += 1;
      return id === 'pay' ? [{ code: 'own', level: 'critical', basis: 'judged', n: 1 }] : [];
    };
    const rules = [looking, other, incidentEffectRule];
    expect(stabilityAt('pay', onTheLine, { rules, resamples: 50 })?.share).toBe(1);
    // Two moments: once for the verdict, once to see who looks, and 50 resamples.
    expect(asked).toEqual({ looking: 2 * 52, other: 2 * 2 });
  });

  it('is absent without visits, where nothing is assessed, and when nobody asks for it', () => {
    expect(detectCriticalMoments(cycle).moments[0]).not.toHaveProperty('stability');
    const rules = [incidentEffectRule];
    const { moments } = detectCriticalMoments(cycle, { evidence: visitEvidence(clear), rules });
    expect(moments.map(({ moment, stability }) => [moment, stability?.share])).toEqual([
      ['pay', 1],
      ['sign', undefined],
    ]);
    expect(stabilityAt('pay', clear, { resamples: 0 })).toBeUndefined();
  });
});
