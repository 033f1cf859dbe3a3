import { describe, expect, it } from 'vitest';
import { groupScore } from './groupScore.ts';
import { scoreByGroup } from './scoreByGroup.ts';
import { scoreSurvey } from './scoreSurvey.ts';

const survey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'wait', text: 'W', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'ease', text: 'E', asks: 'effort', scale: { min: 1, max: 7 } },
  ],
} as const;
const rows = [
  ...Array.from({ length: 8 }, (_, at) => ({ wait: 1 + (at % 5), ease: 7, branch: 'north', m: 1 })),
  ...Array.from({ length: 2 }, () => ({ wait: 5, ease: 4, branch: 'south', m: 1 })),
  ...Array.from({ length: 9 }, () => ({ wait: 5, ease: 4, branch: 'south', m: 2 })),
  ...Array.from({ length: 7 }, () => ({ wait: 5, ease: 4, branch: ' ', m: 2 })),
];
const scores = scoreByGroup(survey, rows, { by: ['branch', 'm'], minimumGroupSize: 1 });

describe('groupScore', () => {
  it('gives the score to report first, or another by its metric', () => {
    const north = { branch: 'north', m: 1 };
    expect(groupScore(scores, north, 'wait')).toMatchObject({ value: 0.25, unit: 'share', n: 8 });
    expect(groupScore(scores, north, 'wait', 'mean-rating')).toMatchObject({ unit: 'scale' });
    expect(groupScore(scores, north, 'ease')).toMatchObject({
      value: 7,
      interval: { method: 'clopper-pearson' },
      counts: { answered: 8, perAnswer: [0, 0, 0, 0, 0, 0, 8] },
    });
  });

  it('finds a group by numbers and by text, and none of those without a value', () => {
    expect(groupScore(scores, { branch: 'south', m: '2' }, 'wait').kind).toBe('estimate');
    expect(() => groupScore(scores, { branch: null, m: 2 }, 'wait')).toThrow('no branch null');
    expect(scores.groups?.withoutGroup).toBe(7);
  });

  it('gives nothing of a group that is suppressed but the reason', () => {
    const sizes = { east: 9, north: 8, south: 2 };
    const answers = Object.entries(sizes).flatMap(([branch, size]) =>
      Array.from({ length: size }, () => ({ ease: 4, branch })),
    );
    const shown = scoreByGroup(survey, answers, { by: ['branch'] });
    expect(groupScore(shown, { branch: 'south' }, 'ease')).toEqual({
      kind: 'not-estimable',
      reason: 'suppressed',
      because: 'below-minimum',
      definition: expect.objectContaining({ metric: 'customer-effort' }) as unknown,
    });
    expect(groupScore(shown, { branch: 'north' }, 'ease')).toMatchObject({
      reason: 'suppressed',
      because: 'protects-another',
    });
  });

  it.each<[string, unknown, string, string | undefined, string]>([
    [
      'a value nobody has',
      { branch: 'nort', m: 1 },
      'wait',
      undefined,
      'branch "nort"; did you mean "north"?',
    ],
    [
      'values that nobody has together',
      { branch: 'north', m: 2 },
      'wait',
      undefined,
      'no group {"branch":"north","m":2}',
    ],
    ['a key that is missing', { branch: 'north' }, 'wait', undefined, 'group has no "m"'],
    [
      'a question there is not',
      { branch: 'north', m: 1 },
      'wiat',
      undefined,
      'no question "wiat"; did you mean "wait"?',
    ],
    [
      'a metric that the question has not',
      { branch: 'north', m: 1 },
      'ease',
      'mean-rating',
      'no metric "mean-rating"',
    ],
  ])('refuses %s', (_, group, question, metric, message) => {
    const untyped = groupScore as (...given: unknown[]) => unknown;
    expect(() => untyped(scores, group, question, metric)).toThrow(
      expect.objectContaining({ code: 'unknown-id', message: expect.stringContaining(message) }),
    );
  });

  it('refuses scores that are not grouped', () => {
    const whole = scoreSurvey(survey, rows);
    expect(() => groupScore(whole, {}, 'wait')).toThrow('the scores are not grouped');
  });
});
