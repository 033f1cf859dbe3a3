import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { PlanEffects } from './benefitTypes.ts';
import { expectedBenefit } from './expectedBenefit.ts';
import type { MomentStake } from './stakes.ts';

const stake = (moment: string, visits: number): MomentStake => ({
  moment,
  visits,
  incidentShare: { value: 0.5, basis: 'measured' },
  harm: { value: 0.5, basis: 'measured' },
});

const plan = (id: string, ...effects: PlanEffects['effects']): PlanEffects => ({ id, effects });

const prevents = (
  moment: string,
  share: number,
  basis: 'measured' | 'judged' | 'assumed' = 'measured',
): PlanEffects['effects'][number] => ({
  moment,
  incidentReduction: { low: share / 2, base: share, high: Math.min(1, 2 * share) },
  basis,
});

const SURE = { low: 1, base: 1, high: 1 };

describe('expectedBenefit', () => {
  it('is the customers at stake times the share of incidents prevented', () => {
    expect(expectedBenefit(plan('a', prevents('queue', 0.5)), [stake('queue', 400)])).toEqual({
      kind: 'expected-benefit',
      low: 25,
      base: 50,
      high: 100,
      basis: 'measured',
      unknownMoments: [],
    });
  });

  it('adds up over moments, and not over plans at one moment', () => {
    const stakes = [stake('queue', 400), stake('pay', 400)];
    const half = prevents('queue', 0.5);
    expect(
      expectedBenefit([plan('a', half), plan('b', prevents('pay', 0.5))], stakes),
    ).toMatchObject({
      base: 100,
    });
    expect(expectedBenefit([plan('a', half), plan('b', half)], stakes)).toMatchObject({ base: 75 });
    expect(expectedBenefit(plan('a', half, half), stakes)).toMatchObject({ base: 75 });
  });

  it('scales stakes to the customers who end dissatisfied, and cuts upper ends off there', () => {
    const moments = [stake('queue', 400), stake('pay', 400)].map((one) => ({
      ...one,
      harm: { value: 0.5, low: 0.25, high: 1, basis: 'common-source' as const },
    }));
    const all = (moment: string) => ({ ...prevents(moment, 1), incidentReduction: SURE });
    const one = plan('a', all('queue'));
    const both = plan('a', all('queue'), all('pay'));
    const of = (these: PlanEffects, dissatisfied: number) =>
      expectedBenefit(these, { moments, dissatisfied });
    expect(of(one, 1000)).toMatchObject({ low: 50, base: 100, high: 200, basis: 'common-source' });
    expect(of(both, 1000)).toMatchObject({ low: 100, base: 200, high: 400 });
    // 200 would be at stake of 160 dissatisfied: a fifth less each.
    expect(of(one, 160)).toMatchObject({ low: 40, base: 80, high: 160 });
    expect(of(both, 160)).toMatchObject({ low: 80, base: 160, high: 160 });
    expect(of(both, 0)).toMatchObject({ low: 0, base: 0, high: 0 });
  });

  it('is as weak as the weakest thing it rests on', () => {
    const [queue, pay] = [stake('queue', 400), stake('pay', 400)];
    const basisOf = (effect: PlanEffects['effects'][number], one = queue): unknown => {
      const benefit = expectedBenefit(plan('a', effect), [one, pay]);
      return benefit.kind === 'expected-benefit' && benefit.basis;
    };
    expect(basisOf(prevents('queue', 0.5))).toBe('measured');
    expect(basisOf(prevents('queue', 0.5, 'judged'))).toBe('judged');
    expect(basisOf(prevents('queue', 0.5), { ...queue, harm: { value: 1, basis: 'judged' } })).toBe(
      'judged',
    );
    expect(
      basisOf(prevents('queue', 0.5, 'judged'), {
        ...queue,
        incidentShare: { value: 1, basis: 'assumed' },
      }),
    ).toBe('assumed');
  });

  it('names the moments that it knows nothing about, and does not take them for nothing', () => {
    const stakes = [stake('queue', 400)];
    const both = plan('a', prevents('queue', 0.5), prevents('pay', 0.5));
    expect(expectedBenefit(both, stakes)).toMatchObject({ base: 50, unknownMoments: ['pay'] });
    expect(expectedBenefit(plan('a', prevents('pay', 0.5)), stakes)).toEqual({
      kind: 'not-estimable',
      reason: 'no-known-stake',
      unknownMoments: ['pay'],
    });
  });

  it('knows that no plan, or a plan that does nothing, brings nothing', () => {
    const nothing = { kind: 'expected-benefit', low: 0, base: 0, high: 0, basis: 'assumed' };
    expect(expectedBenefit([], [])).toEqual({ ...nothing, unknownMoments: [] });
    expect(expectedBenefit(plan('a', prevents('pay', 0)), [])).toEqual({
      ...nothing,
      unknownMoments: [],
    });
  });

  it('refuses the same plan twice', () => {
    const twice = [plan('a'), plan('a')];
    expect(() => expectedBenefit(twice, [])).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'the id of a second plan is "a"; expected each plan once',
      ),
    );
  });

  it.each([
    { low: -0.1, base: 0, high: 0 },
    { low: 0, base: 0, high: 1.1 },
    { low: 0.3, base: 0.2, high: 0.4 },
    { low: 0.1, base: 0.5, high: 0.4 },
    { low: NaN, base: 0.5, high: 0.6 },
    { low: 0.1, base: NaN, high: 0.6 },
  ])('refuses the effect $low, $base, $high', (incidentReduction) => {
    const off = plan('a', { moment: 'queue', incidentReduction, basis: 'judged' });
    expect(() => expectedBenefit(off, [])).toThrow(
      /^(low|base|high) incidentReduction of "a" at "queue" is|incidentReduction[.](low|base|high) is NaN/,
    );
  });

  it.each([
    [[{ ...stake('queue', -1) }], 'stakes[0].visits is -1; expected a finite number, 0 or more'],
    [[{ ...stake('queue', NaN) }], 'stakes[0].visits is NaN; expected a finite number, 0 or more'],
    [[{ ...stake('queue', Infinity) }], /stakes\[0\][.]visits is Infinity/],
    [[{ ...stake('queue', 1), harm: { value: 1.5, basis: 'judged' } }], /harm at "queue" is 1.5/],
    [
      [{ ...stake('queue', 1), harm: { value: 0.5, low: 0.6, basis: 'judged' } }],
      /low harm at "queue" is 0.6/,
    ],
    [
      [{ ...stake('queue', 1), harm: { value: 0.5, high: 0.4, basis: 'judged' } }],
      /high harm at "queue" is 0.4/,
    ],
    [{ moments: [], dissatisfied: -1 }, /dissatisfied is -1/],
    [{ moments: [], dissatisfied: NaN }, /dissatisfied is NaN/],
    [
      [{ ...stake('queue', 1), incidentShare: { value: NaN, basis: 'judged' } }],
      /stakes\[0\][.]incidentShare[.]value is NaN/,
    ],
    [
      [stake('queue', 1), stake('queue', 1)],
      'the moment of a second stake is "queue"; expected each moment once',
    ],
  ] as const)('refuses stakes that cannot be: %#', (stakes, message) => {
    expect(() => expectedBenefit([], stakes)).toThrow(message);
  });
});
