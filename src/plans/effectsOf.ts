import type { Effect } from '../model/actionPlan.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { isShare } from './readStakes.ts';
import type { MomentEffect } from './search/selectionProblem.ts';
import type { Assumption } from './types.ts';

/** What a plan does by one figure of its effects, at the moments listed, by their position. */
export function effectsOf(
  { id, effects }: { readonly id: string; readonly effects: readonly Effect[] },
  moments: readonly string[],
  figure: Assumption,
): MomentEffect[] {
  return effects.flatMap(({ moment, incidentReduction }) => {
    const { low, base, high } = incidentReduction;
    const share = incidentReduction[figure];
    if (!isShare(share)) throw refusal(`an effect of ${quote(share)}`, id, 'a share from 0 to 1');
    if (!(low <= base && base <= high)) {
      throw refusal(`an effect of ${[low, base, high].join(', ')}`, id, 'low <= base <= high');
    }
    const position = moments.indexOf(moment);
    return position < 0 ? [] : [{ moment: position, share }];
  });
}

function refusal(found: string, id: string, expected: string): ServiceCycleError {
  return new ServiceCycleError(
    'invalid-argument',
    `found ${found} in plan ${quote(id)}, expected ${expected}`,
  );
}
