import { describe, expect, it } from 'vitest';
import { impactOfMoment } from './impactOfMoment.ts';

const fivePoints = { ratingScale: { min: 1, max: 5 }, lowUpTo: 2, highFrom: 4 };

describe('impactOfMoment', () => {
  it('is the difference of mean overall answers, with the errors of a regression', () => {
    // By rating, 1 to 5 and none; by overall answer, 1 to 3 and none.
    const ratingByOverall = [
      [12, 5, 1, 9],
      [8, 9, 4, 9],
      [3, 12, 8, 9],
      [2, 9, 16, 9],
      [1, 4, 20, 9],
      [7, 7, 7, 7],
    ];
    const found = impactOfMoment({ moment: 'queue', ratingByOverall }, fivePoints);
    expect(found.kind).toBe('estimate');
    if (found.kind !== 'estimate') return;
    const low = { n: 39, sum: 14 + 2 * 5, squares: 14 + 4 * 5 };
    const middle = { n: 23, sum: 12 + 2 * 8, squares: 12 + 4 * 8 };
    const high = { n: 52, sum: 13 + 2 * 36, squares: 13 + 4 * 36 };
    const mean = ({ n, sum }: typeof low): number => sum / n;
    const within = [low, middle, high].reduce(
      (total, { n, sum, squares }) => total + squares - (sum * sum) / n,
      0,
    );
    const variance = within / (114 - 3);
    expect(found.n).toBe(114);
    expect(found.method).toBe('alone');
    expect(found.penalty.coefficient).toBeCloseTo(mean(low) - mean(middle), 10);
    expect(found.reward.coefficient).toBeCloseTo(mean(high) - mean(middle), 10);
    expect(found.penalty.standardError).toBeCloseTo(Math.sqrt(variance * (1 / 39 + 1 / 23)), 10);
    expect(found.asymmetryTest?.degreesOfFreedom).toBe(111);
    expect(found).not.toHaveProperty('impactLevel');
  });

  it('takes the bands of the definition', () => {
    const ratingByOverall = [
      [10, 20, 0],
      [20, 10, 0],
      [5, 25, 0],
      [0, 0, 0],
    ];
    const found = impactOfMoment(
      { moment: 'queue', ratingByOverall },
      { ratingScale: { min: 0, max: 4, step: 2 }, lowUpTo: 0, highFrom: 4 },
    );
    expect(found).toMatchObject({
      reference: 30,
      penalty: { cases: 30, sign: 'wrong' },
      reward: { cases: 30 },
    });
  });

  it('says that nobody rated the moment', () => {
    const none = { moment: 'queue', ratingByOverall: Array.from({ length: 6 }, () => [0, 0, 3]) };
    expect(impactOfMoment(none, fivePoints)).toMatchObject({
      kind: 'not-estimable',
      moment: 'queue',
      reason: 'too-few',
      n: 0,
    });
  });
});
