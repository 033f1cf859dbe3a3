import { describe, expect, it } from 'vitest';
import { createRandom } from '../../stats/random/createRandom.ts';
import { jointEffect } from '../jointEffect/jointEffect.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { redrawJoint } from './redrawJoint.ts';

const cycle = {
  id: 'c',
  name: 'C',
  moments: ['rare', 'a', 'b', 'copy of a'].map((id) => ({
    id,
    name: id,
    contact: 'none' as const,
  })),
};

const random = createRandom(21);
const visits = Array.from({ length: 1500 }, (_, visit) => {
  const share = random() < 0.2 ? 0.6 : 0.05;
  const [a, b] = [random() < share, random() < share];
  return {
    moments: {
      rare: { incident: visit < 3 },
      a: { incident: a },
      b: { incident: b },
      'copy of a': { incident: a },
    },
    overall: random() < (b ? 0.5 : 0.1) ? 1 : 5,
  };
});
const found = jointEffect(tallyVisits(cycle, visits));
const draw = redrawJoint(found);

describe('redrawJoint', () => {
  const draws = Array.from({ length: 4000 }, () => draw(random));
  const at = (place: number): number[] =>
    draws.map(({ moments }) => {
      const effect = moments[place];
      return effect?.kind === 'estimate' ? effect.value : NaN;
    });
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length;

  it('scatters around the effects as far as their errors and covariances say', () => {
    const [a, b] = [at(1), at(2)];
    for (const [place, values] of [a, b].entries()) {
      const effect = found.moments[place + 1];
      if (effect?.kind !== 'estimate') throw new Error('no effect');
      const error = effect.standardError;
      expect(Math.abs(mean(values) - effect.value)).toBeLessThan(error / 10);
      const spread = mean(values.map((each) => (each - mean(values)) ** 2));
      expect(Math.sqrt(spread) / error).toBeCloseTo(1, 1);
    }
    const together = mean(a.map((each, nth) => (each - mean(a)) * ((b[nth] ?? 0) - mean(b))));
    const expected = found.covariance[0]?.[1] ?? 0;
    expect(expected).toBeLessThan(0);
    expect(together / expected).toBeCloseTo(1, 0);
  });

  it('moves interval, burden and share with the effect', () => {
    const [before, after] = [found, draw(random)].map(({ moments }) => moments[2]);
    if (before?.kind !== 'estimate' || after?.kind !== 'estimate') throw new Error('no effect');
    const step = after.value - before.value;
    expect(step).not.toBe(0);
    expect(after.interval.low - before.interval.low).toBeCloseTo(step, 12);
    expect(after.interval.high - before.interval.high).toBeCloseTo(step, 12);
    expect(after.burden.value).toBeCloseTo((1000 * after.value * after.incidents) / 1500, 9);
    expect(after.shareOfDissatisfied).toBeCloseTo(
      (after.value * after.incidents) / found.dissatisfied,
      12,
    );
  });

  it('leaves what cannot be estimated as it is', () => {
    const { moments } = draw(random);
    expect(moments[0]).toBe(found.moments[0]);
    expect(moments[3]).toMatchObject({ reason: 'collinear', duplicates: ['a'] });
    const none = jointEffect(tallyVisits(cycle, []));
    expect(redrawJoint(none)(random)).toEqual(none);
  });
});
