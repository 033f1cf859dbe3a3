import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { visitDefinition } from './visitDefinition.ts';

const desk: Cycle = {
  id: 'desk',
  name: 'Front desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
};

describe('visitDefinition', () => {
  it.each([
    [0, 1, 0, 1, 0],
    [1, 3, 1, 3, 1],
    [1, 4, 1, 4, 2],
    [1, 5, 2, 4, 2],
    [1, 6, 2, 5, 3],
    [1, 7, 3, 5, 3],
    [1, 10, 4, 7, 5],
    [0, 10, 4, 6, 4],
    [-2, 2, -1, 1, -1],
  ])(
    'on %d to %d takes ratings up to %d for low, from %d for high, overall answers up to %d for dissatisfied',
    (min, max, lowUpTo, highFrom, dissatisfiedUpTo) => {
      const scale = { min, max };
      const options = { ratingScale: scale, overallScale: scale };
      const definition = visitDefinition(desk, options);
      expect(definition).toMatchObject({ lowUpTo, highFrom, dissatisfiedUpTo });
    },
  );

  it('takes as many ratings for high as for low when only the low ones are given', () => {
    const ratingScale = { min: 1, max: 7 };
    expect(visitDefinition(desk, { ratingScale, lowUpTo: 1 })).toMatchObject({ highFrom: 7 });
    expect(visitDefinition(desk, { ratingScale, lowUpTo: 1, highFrom: 5 })).toMatchObject({
      lowUpTo: 1,
      highFrom: 5,
    });
  });

  it('keeps of a scale what answers are read by, and not its words', () => {
    const labels = { '0': 'bad', '1': 'good' };
    const ratingScale = { labels, notApplicable: [9], step: 0.5, max: 1, min: 0 };
    expect(visitDefinition(desk, { ratingScale }).ratingScale).toEqual({
      min: 0,
      max: 1,
      step: 0.5,
      notApplicable: [9],
    });
    expect(visitDefinition(desk, { ratingScale: { min: 0, max: 1, step: 1 } }).ratingScale).toEqual(
      {
        min: 0,
        max: 1,
      },
    );
  });
});
