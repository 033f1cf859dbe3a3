import { describe, expect, it } from 'vitest';
import { customerEffort } from '../score/customerEffort.ts';
import { customerSatisfaction } from '../score/customerSatisfaction.ts';
import { incidentShare } from '../score/incidentShare.ts';
import { meanRating } from '../score/meanRating.ts';
import { netPromoterScore } from '../score/netPromoterScore.ts';
import { compareTwoScores } from './compareTwoScores.ts';

const FIVE = { min: 1, max: 5 } as const;
const before = { scale: FIVE, perAnswer: [8, 10, 20, 37, 25] };
const after = { scale: FIVE, perAnswer: [3, 6, 14, 45, 52] };

describe('compareTwoScores', () => {
  it('compares shares: difference, test, effect size, answers on both sides', () => {
    expect(
      compareTwoScores(customerSatisfaction(before), customerSatisfaction(after)),
    ).toMatchObject({
      kind: 'comparison',
      metric: 'customer-satisfaction',
      definition: { box: 'top-two', satisfied: [4, 5] },
      before: { value: 0.62, n: 100 },
      after: { n: 120 },
      difference: { unit: 'share', n: 220, interval: { level: 0.95, method: 'newcombe' } },
      test: { method: 'pooled-z' },
      effectSize: { name: 'cohens-h' },
      verdict: 'rose',
      forCustomers: 'better',
    });
  });

  it('compares net shares as net promoter scores of the same classes, in shares', () => {
    const net = { box: 'net' } as const;
    const found = compareTwoScores(
      customerSatisfaction(before, net),
      customerSatisfaction(after, net),
    );
    expect(found).toMatchObject({
      definition: { box: 'net', satisfied: [4, 5], dissatisfied: [1, 2] },
      before: { value: 0.44, unit: 'net-share' },
      difference: { unit: 'net-share', interval: { method: 'adjusted-wald' } },
      test: { method: 'adjusted-wald-z' },
      effectSize: { name: 'probability-of-superiority' },
      verdict: 'rose',
      forCustomers: 'better',
    });
    const promoters = (detractors: number, passives: number, promoters: number) =>
      netPromoterScore({
        scale: { min: 0, max: 10 },
        perAnswer: [0, 0, 0, 0, 0, 0, detractors, passives, 0, 0, promoters],
      });
    const points = compareTwoScores(promoters(18, 20, 62), promoters(9, 14, 97));
    if (found.kind !== 'comparison' || points.kind !== 'comparison') throw new Error(found.kind);
    expect(found.test).toEqual(points.test);
    expect(found.difference.value).toBeCloseTo(88 / 120 - 44 / 100, 12);
    expect(found.difference.interval.low).toBeCloseTo(points.difference.interval.low / 100, 12);
    expect(found.difference.interval.high).toBeCloseTo(points.difference.interval.high / 100, 12);
  });

  it('refuses to compare a net share with a share', () => {
    const found = compareTwoScores(
      customerSatisfaction(before),
      customerSatisfaction(after, { box: 'net' }),
    );
    expect(found).toMatchObject({
      kind: 'not-comparable',
      reason: 'different-definition',
      details: { part: 'box', before: 'top-two', after: 'net' },
    });
  });

  it('compares means, and by their order alone besides', () => {
    const found = compareTwoScores(meanRating(before), meanRating(after));
    expect(found).toMatchObject({
      metric: 'mean-rating',
      difference: { unit: 'scale', interval: { method: 'student-t' } },
      test: { method: 'welch-t' },
      effectSize: { name: 'hedges-g' },
      ordinal: { interval: { method: 'cliff' }, test: { method: 'mann-whitney-normal' } },
      verdict: 'rose',
    });
    expect(found.kind === 'comparison' && found.ordinal.superiority).toBeGreaterThan(0.6);
  });

  it('knows that more effort and more incidents are worse', () => {
    const scale = { ...FIVE, reversed: true };
    const effort = [before, after].map((counts) => customerEffort({ ...counts, scale }));
    expect(compareTwoScores(effort[0]!, effort[1]!)).toMatchObject({
      verdict: 'rose',
      forCustomers: 'worse',
    });
    const yesNo = { min: 0, max: 1 };
    expect(
      compareTwoScores(
        incidentShare({ scale: yesNo, perAnswer: [80, 20] }),
        incidentShare({ scale: yesNo, perAnswer: [98, 2] }),
      ),
    ).toMatchObject({ verdict: 'fell', forCustomers: 'better' });
  });

  it('gives a promoter score its size by class: how often a later customer is in the higher one', () => {
    const of = (detractors: number, passives: number, promoters: number) =>
      netPromoterScore({
        scale: { min: 0, max: 10 },
        perAnswer: [0, 0, 0, 0, 0, detractors, 0, passives, 0, promoters, 0],
      });
    expect(compareTwoScores(of(1, 1, 0), of(0, 1, 1))).toMatchObject({
      difference: { value: 100, unit: 'points' },
      // Of four pairs three are above and one is tied.
      effectSize: { name: 'probability-of-superiority', value: 0.875 },
      verdict: 'no-proven-change',
    });
  });

  it('finds nothing, and is sure of little, where nobody is satisfied either time', () => {
    const nobody = customerSatisfaction({ scale: FIVE, perAnswer: [9, 0, 0, 0, 0] });
    expect(compareTwoScores(nobody, nobody)).toMatchObject({
      difference: { value: 0 },
      test: { statistic: 0, pValue: 1 },
      effectSize: { value: 0 },
      ordinal: { superiority: 0.5, test: { pValue: 1 } },
      verdict: 'no-proven-change',
    });
  });

  it('refuses a mean without spread by name, and still tells by the order of answers', () => {
    const flat = meanRating({ scale: FIVE, perAnswer: [0, 0, 40, 0, 0] });
    expect(compareTwoScores(flat, meanRating(after))).toMatchObject({
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { before: 'zero-variance' },
      ordinal: { test: { method: 'mann-whitney-normal' } },
    });
    expect(compareTwoScores(flat, flat)).toMatchObject({
      details: { before: 'zero-variance', after: 'zero-variance' },
      ordinal: { superiority: 0.5, test: { statistic: 0, pValue: 1 } },
    });
  });

  it('refuses what nobody answered, and has nothing else to tell', () => {
    const none = meanRating({ scale: FIVE, perAnswer: [0, 0, 0, 0, 0] });
    const one = meanRating({ scale: FIVE, perAnswer: [0, 0, 0, 0, 1] });
    expect(compareTwoScores(none, one)).toEqual({
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { before: 'no-answers', after: 'one-answer' },
    });
  });

  it('gives nothing away of a group too small to be shown, even where its answers are there', () => {
    const shown = meanRating(before);
    const { definition, counts } = shown;
    const refused = {
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { after: 'suppressed' },
    };
    const hidden = { kind: 'not-estimable', reason: 'suppressed', definition } as const;
    expect(compareTwoScores(shown, hidden)).toEqual(refused);
    const withCounts = { ...hidden, counts };
    expect(compareTwoScores(shown, withCounts)).toEqual(refused);
  });

  it('compares one answer with another by their order, without an interval', () => {
    const one = (place: number) =>
      meanRating({ scale: FIVE, perAnswer: [0, 1, 2, 3, 4].map((at) => Number(at === place)) });
    expect(compareTwoScores(one(1), one(4))).toEqual({
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { before: 'one-answer', after: 'one-answer' },
      ordinal: {
        superiority: 1,
        test: { method: 'mann-whitney-exact', statistic: 0, pValue: 1, adjustedPValue: 1 },
      },
    });
  });

  it('cuts the interval of a difference at the length of the scale', () => {
    const few = (perAnswer: readonly number[]) => meanRating({ scale: FIVE, perAnswer });
    const found = compareTwoScores(few([2, 0, 0, 1, 0]), few([0, 0, 0, 1, 1]));
    expect(found.kind === 'comparison' && found.difference.interval.high).toBe(4);
  });

  it('refuses different definitions, and a level that is no share', () => {
    expect(compareTwoScores(meanRating(before), customerSatisfaction(after))).toMatchObject({
      kind: 'not-comparable',
      reason: 'different-metric',
    });
    expect(() => compareTwoScores(meanRating(before), meanRating(after), { level: 95 })).toThrow(
      /^level is 95/,
    );
  });
});
