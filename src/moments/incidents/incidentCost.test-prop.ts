import { describe, expect, it } from 'vitest';
import { SIMULATION } from '../../../test/support/tolerances.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { drawMultinomial } from '../../stats/random/drawMultinomial.ts';
import { incidentCost } from './incidentCost.ts';
import { incidentEffect } from './incidentEffect.ts';

describe('incidentCost', () => {
  it.each([
    { name: 'a strong effect', chances: [60, 140, 40, 760] },
    { name: 'a weak one', chances: [12, 88, 70, 830] },
    { name: 'none', chances: [10, 90, 90, 810] },
  ])('holds the true number of customers in 95 of 100 samples: $name', ({ chances }) => {
    const [a = 0, b = 0, c = 0, d = 0] = chances;
    const truth = a - (a + b) * (c / (c + d));
    const random = createRandom(11);
    let holding = 0;
    for (let trial = 0; trial < 4000; trial += 1) {
      const [w = 0, x = 0, y = 0, z = 0] = drawMultinomial(random, 1000, chances);
      const cost = incidentCost(
        incidentEffect({
          incident: { dissatisfied: w, satisfied: x },
          noIncident: { dissatisfied: y, satisfied: z },
        }),
      );
      const interval = cost.kind === 'estimate' ? cost.dissatisfiedPerThousand.interval : undefined;
      if (interval && interval.low <= truth && truth <= interval.high) holding += 1;
    }
    expect(Math.abs(holding / 4000 - 0.95)).toBeLessThan(SIMULATION);
  });
});
