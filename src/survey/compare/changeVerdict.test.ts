import { describe, expect, it } from 'vitest';
import { customerEffort } from '../score/customerEffort.ts';
import { customerSatisfaction } from '../score/customerSatisfaction.ts';
import { incidentShare } from '../score/incidentShare.ts';
import { meanRating } from '../score/meanRating.ts';
import { netPromoterScore } from '../score/netPromoterScore.ts';
import { changeVerdict } from './changeVerdict.ts';
import type { ChangeTest } from './types.ts';

const five = { scale: { min: 1, max: 5 }, perAnswer: [1, 1, 1, 1, 1] };
const effort = { ...five, scale: { min: 1, max: 5, reversed: true } };
const recommend = { scale: { min: 0, max: 10 }, perAnswer: new Array<number>(11).fill(1) };

function test(statistic: number, adjustedPValue: number): ChangeTest {
  return { method: 'welch-t', statistic, degreesOfFreedom: 9, pValue: 0.001, adjustedPValue };
}

describe('changeVerdict', () => {
  it.each([
    [netPromoterScore(recommend), 'better'],
    [customerSatisfaction(five), 'better'],
    [meanRating(five), 'better'],
    [meanRating(effort), 'worse'],
    [customerEffort(five), 'better'],
    [customerEffort(effort), 'worse'],
    [incidentShare(five), 'worse'],
  ] as const)('knows whether a rise is good: %j', ({ definition }, forCustomers) => {
    expect(changeVerdict(definition, 0.5, test(4, 0.01), 0.95)).toEqual({
      verdict: 'rose',
      forCustomers,
    });
    expect(changeVerdict(definition, -0.5, test(-4, 0.01), 0.95)).toEqual({
      verdict: 'fell',
      forCustomers: forCustomers === 'better' ? 'worse' : 'better',
    });
  });

  it('rests on the adjusted p value and the level', () => {
    const { definition } = meanRating(five);
    expect(changeVerdict(definition, 0.5, test(4, 0.051), 0.95).verdict).toBe('no-proven-change');
    expect(changeVerdict(definition, 0.5, test(4, 0.05), 0.95).verdict).toBe('rose');
    expect(changeVerdict(definition, 0.5, test(4, 0.051), 0.9).verdict).toBe('rose');
  });

  it('proves nothing where test and difference point apart', () => {
    const { definition } = meanRating(five);
    expect(changeVerdict(definition, 0.5, test(-4, 0.001), 0.95)).toEqual({
      verdict: 'no-proven-change',
    });
    expect(changeVerdict(definition, 0, test(4, 0.001), 0.95).verdict).toBe('no-proven-change');
  });

  it('calls it neither good nor bad that something matters more, or is expected', () => {
    const { definition } = meanRating(five);
    for (const asks of ['importance', 'expectation'] as const) {
      expect(changeVerdict(definition, 0.5, test(4, 0.01), 0.95, asks)).toEqual({
        verdict: 'rose',
      });
    }
    expect(changeVerdict(definition, 0.5, test(4, 0.01), 0.95, 'perception')).toEqual({
      verdict: 'rose',
      forCustomers: 'better',
    });
  });
});
