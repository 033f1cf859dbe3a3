import { describe, expect, it } from 'vitest';
import type { Scale } from '../../model/survey.ts';
import { customerEffort } from '../score/customerEffort.ts';
import { customerSatisfaction } from '../score/customerSatisfaction.ts';
import { incidentShare } from '../score/incidentShare.ts';
import { meanRating } from '../score/meanRating.ts';
import type { Score, ScoreDefinition } from '../types.ts';
import { definitionMismatch } from './definitionMismatch.ts';

const FIVE = { min: 1, max: 5 } as const;

function definition(score: (counts: { scale: Scale; perAnswer: number[] }) => Score, scale: Scale) {
  const answers = Math.round((scale.max - scale.min) / (scale.step ?? 1)) + 1;
  return score({ scale, perAnswer: new Array<number>(answers).fill(1) }).definition;
}

const mean = (scale: Scale): ScoreDefinition => definition(meanRating, scale);

describe('definitionMismatch', () => {
  it('refuses different metrics, even of the same answers', () => {
    expect(definitionMismatch(mean(FIVE), definition(customerSatisfaction, FIVE))).toEqual({
      kind: 'not-comparable',
      reason: 'different-metric',
      details: { before: 'mean-rating', after: 'customer-satisfaction' },
    });
  });

  it.each<[string, Scale]>([
    ['another lowest answer', { min: 0, max: 5 }],
    ['another highest answer', { min: 1, max: 7 }],
    ['another step', { min: 1, max: 5, step: 0.5 }],
    ['another direction', { min: 1, max: 5, reversed: true }],
  ])('refuses %s', (_, scale) => {
    expect(definitionMismatch(mean(FIVE), mean(scale))).toEqual({
      kind: 'not-comparable',
      reason: 'different-scale',
      details: { before: FIVE, after: scale },
    });
  });

  it('takes no note of labels, of codes for "does not apply", nor of what goes without saying', () => {
    const spelled = {
      ...FIVE,
      step: 1,
      reversed: false,
      notApplicable: [9],
      labels: { '1': 'bad', '5': 'good' },
    };
    for (const score of [meanRating, customerEffort, customerSatisfaction, incidentShare]) {
      expect(
        definitionMismatch(definition(score, FIVE), definition(score, spelled)),
      ).toBeUndefined();
    }
  });

  it('refuses the best answer against the best two', () => {
    const top = (counts: { scale: Scale; perAnswer: number[] }): Score =>
      customerSatisfaction(counts, { box: 'top' });
    expect(
      definitionMismatch(definition(customerSatisfaction, FIVE), definition(top, FIVE)),
    ).toEqual({
      kind: 'not-comparable',
      reason: 'different-definition',
      details: { part: 'box', before: 'top-two', after: 'top' },
    });
  });

  it('refuses an effort score of another version, should one be read from elsewhere', () => {
    const own = definition(customerEffort, { min: 1, max: 7 });
    const other = { ...own, version: 'own' } as ScoreDefinition;
    expect(definitionMismatch(own, other)).toMatchObject({
      reason: 'different-definition',
      details: { part: 'version', before: '2', after: 'own' },
    });
  });

  it('refuses what a question is about where it goes round in a ring', () => {
    const about: { moment: string; self?: unknown } = { moment: 'x' };
    about.self = about;
    const meaning = { asks: 'satisfaction', about } as const;
    expect(() =>
      definitionMismatch(mean(FIVE), mean(FIVE), { before: meaning, after: meaning }),
    ).toThrow('expected what JSON can hold');
  });

  it('refuses how it was against how it should be, and one moment against another', () => {
    const same = mean(FIVE);
    const perceived = { asks: 'perception', about: { moment: 'greet' } } as const;
    const expected = { ...perceived, asks: 'expectation' } as const;
    const paying = { ...perceived, about: { moment: 'pay' } } as const;
    expect(definitionMismatch(same, same, { before: perceived, after: expected })).toMatchObject({
      reason: 'different-definition',
      details: { part: 'asks', before: 'perception', after: 'expectation' },
    });
    expect(definitionMismatch(same, same, { before: perceived, after: paying })).toMatchObject({
      reason: 'different-definition',
      details: { part: 'about', before: '{"moment":"greet"}', after: '{"moment":"pay"}' },
    });
  });

  it('lets a question say later on what it is about', () => {
    const same = mean(FIVE);
    const before = { asks: 'perception' } as const;
    const after = { asks: 'perception', about: { moment: 'greet' } } as const;
    expect(definitionMismatch(same, same, { before, after })).toBeUndefined();
    expect(definitionMismatch(same, same, { before: after, after: before })).toBeUndefined();
  });
});
