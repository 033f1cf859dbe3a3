import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { Scale } from '../../model/survey.ts';
import { customerEffort } from './customerEffort.ts';

describe('customerEffort', () => {
  it('is the mean answer on the scale that was asked, with its t interval', () => {
    const ease = customerEffort({ scale: { min: 1, max: 7 }, perAnswer: [1, 0, 2, 3, 6, 5, 3] });
    const { value, unit, n, interval } = estimated(ease);
    expect({ value, unit, n }).toEqual({ value: 5, unit: 'scale', n: 20 });
    expect(interval).toMatchObject({ level: 0.95, method: 'student-t' });
    expect(5 - interval.low).toBeCloseTo(interval.high - 5, 12);
  });

  it.each<[Scale, 1 | 2 | 'own', string]>([
    [{ min: 1, max: 5, reversed: true }, 1, 'lower-is-better'],
    [{ min: 1, max: 7 }, 2, 'higher-is-better'],
    [{ min: 1, max: 5 }, 'own', 'higher-is-better'],
    [{ min: 1, max: 7, reversed: true }, 'own', 'lower-is-better'],
    [{ min: 0, max: 10 }, 'own', 'higher-is-better'],
    [{ min: 1, max: 7, step: 0.5 }, 'own', 'higher-is-better'],
  ])('on %o is version %s, where %s', (scale, version, direction) => {
    const answers = (scale.max - scale.min) / (scale.step ?? 1) + 1;
    const score = customerEffort({ scale, perAnswer: new Array<number>(answers).fill(2) });
    expect(score.definition).toEqual({ metric: 'customer-effort', scale, version, direction });
  });

  it('is never turned round: on a reversed scale the mean is that of the answers given', () => {
    const effort = { scale: { min: 1, max: 5, reversed: true }, perAnswer: [6, 2, 0, 0, 0] };
    expect(estimated(customerEffort(effort)).value).toBe(1.25);
  });

  it.each([
    ['no-answers', [0, 0, 0, 0, 0]],
    ['one-answer', [0, 1, 0, 0, 0]],
  ])(
    'says %s instead of claiming a certainty that the answers cannot give',
    (reason, perAnswer) => {
      const score = customerEffort({ scale: { min: 1, max: 5 }, perAnswer });
      expect(score).toMatchObject({ kind: 'not-estimable', reason });
      expect(score).not.toHaveProperty('value');
    },
  );
});
