import type { Effect } from '../model/actionPlan.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { isShare } from './readStakes.ts';
import type { MomentEffect } from './search/selectionProblem.ts';
import type { Assumption } from './types.ts';

/** What a plan does by each figure of its effects, at the moments that have a position. */
export function effectsOf(
  { id, effects }: { readonly id: string; readonly effects: readonly Effect[] },
  positions: ReadonlyMap<string, number>,
): { readonly [Figure in Assumption]: readonly MomentEffect[] } {
  const known = effects.flatMap(({ moment, incidentReduction }) => {
    const { low, base, high } = incidentReduction;
    for (const share of [low, base, high]) {
      if (!isShare(share)) throw refusal(`an effect of ${quote(share)}`, id, 'a share from 0 to 1');
    }
    if (!(low <= base && base <= high)) {
      throw refusal(`an effect of ${[low, base, high].join(', ')}`, id, 'low <= base <= high');
    }
    const position = positions.get(moment);
    return position === undefined ? [] : [{ moment: position, low, base, high }];
  });
  return {
    low: known.map(({ moment, low }) => ({ moment, share: low })),
    base: known.map(({ moment, base }) => ({ moment, share: base })),
    high: known.map(({ moment, high }) => ({ moment, share: high })),
  };
}

function refusal(found: string, id: string, expected: string): ServiceCycleError {
  return new ServiceCycleError(
    'invalid-argument',
    `found ${found} in plan ${quote(id)}, expected ${expected}`,
  );
}
