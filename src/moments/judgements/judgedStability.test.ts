import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/momentOfTruth.ts';
import { judgedStability } from './judgedStability.ts';
import { levelOfJudgements } from './levelOfJudgements.ts';
import { medianPriority } from './medianPriority.ts';
import { medianRatings } from './medianRatings.ts';
import { readJudgements } from './readJudgements.ts';

function judged(...sheets: readonly (readonly [number, number, number, number?])[]): Judgement[] {
  return sheets.map(([severity, occurrence, detection, outOf = 10]) => ({
    by: 'analyst',
    severity,
    occurrence,
    detection,
    outOf,
  }));
}

function levelOf(judgements: readonly Judgement[]) {
  const { complete } = readJudgements(judgements);
  return levelOfJudgements(medianRatings(complete).severity, medianPriority(complete));
}

/** Every way of moving every rating, one after another. */
function everyWay(judgements: readonly Judgement[]): readonly (readonly Judgement[])[] {
  return judgements.reduce<readonly (readonly Judgement[])[]>(
    (before, { outOf = 10, ...judgement }) =>
      before.flatMap((moved) =>
        Array.from({ length: 27 }, (_, way) => {
          const step = (rating: number, power: number): number =>
            Math.min(outOf, Math.max(1, rating + (Math.floor(way / power) % 3) - 1));
          const next = {
            ...judgement,
            outOf,
            severity: step(judgement.severity, 1),
            occurrence: step(judgement.occurrence, 3),
            detection: step(judgement.detection, 9),
          };
          return [...moved, next];
        }),
      ),
    [[]],
  );
}

describe('judgedStability', () => {
  it.each([
    ['one judge, at the bound of critical', judged([9, 3, 4])],
    ['one judge, clear', judged([10, 1, 8])],
    ['one judge, ordinary', judged([3, 4, 4])],
    ['two judges who differ', judged([9, 2, 7], [6, 6, 6])],
    ['three judges', judged([7, 7, 7], [6, 6, 6], [8, 5, 7])],
    ['three judges at the bound of watch', judged([6, 4, 7], [7, 2, 2], [5, 6, 6])],
    ['a sheet from 1 to 5', judged([4, 3, 3, 5], [5, 2, 4, 5])],
  ])('is the share of all ways that keep the level, counted one by one: %s', (_, judgements) => {
    const level = levelOf(judgements);
    const ways = everyWay(judgements);
    const kept = ways.filter((moved) => levelOf(moved) === level).length;
    expect(judgedStability(judgements, level)).toBeCloseTo(kept / ways.length, 12);
  });

  it('is 1 where nothing can change, and grows with judges of one mind', () => {
    expect(judgedStability(judged([10, 10, 10]), 'critical')).toBeCloseTo(1, 12);
    const one = judgedStability(judged([9, 2, 2]), 'critical') ?? 0;
    const sheets = Array.from({ length: 21 }, () => [9, 2, 2] as const);
    expect(one).toBeCloseTo(2 / 3, 12);
    expect(judgedStability(judged(...sheets), 'critical')).toBeGreaterThan(0.9);
  });

  it('is left out with more than 100 judges', () => {
    const sheets = Array.from({ length: 101 }, () => [9, 2, 2] as const);
    expect(judgedStability(judged(...sheets), 'critical')).toBeUndefined();
  });
});
