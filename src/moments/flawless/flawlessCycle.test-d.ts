import { describe, expectTypeOf, it } from 'vitest';
import { impactAsymmetry } from '../impact/impactAsymmetry.ts';
import { incidentCost } from '../incidents/incidentCost.ts';
import { incidentEffect } from '../incidents/incidentEffect.ts';
import type { VisitTally } from '../visits/types.ts';
import { flawlessCycle } from './flawlessCycle.ts';

declare const tally: VisitTally<'queue' | 'pay'>;

describe('figures of a tally', () => {
  it('name the moments of its cycle and no others', () => {
    const [impact] = impactAsymmetry(tally.joint).moments;
    expectTypeOf(impact!.moment).toEqualTypeOf<'queue' | 'pay'>();
    expectTypeOf(flawlessCycle(tally).weakest).toEqualTypeOf<readonly ('queue' | 'pay')[]>();
  });

  it('cannot be read before it is known that there is an estimate', () => {
    const table = {
      incident: { dissatisfied: 1, satisfied: 2 },
      noIncident: { dissatisfied: 3, satisfied: 4 },
    };
    const effect = incidentEffect(table);
    // @ts-expect-error there may be none
    expectTypeOf(effect.riskDifference);
    // @ts-expect-error a risk difference alone does not tell how common incidents are
    incidentCost(0.25);
  });
});
