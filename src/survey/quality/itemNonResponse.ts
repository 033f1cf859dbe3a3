import { quote } from '../../shared/quote.ts';
import { checkObject } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import type { OutcomeCounts, ScoreOptions } from '../types.ts';
import type { ItemNonResponse } from './types.ts';

/**
 * How many responses hold no answer to a question, and why: left blank, does not apply, no answer of
 * the scale.
 *
 *     skipped        = skipped / (answered + skipped + invalid)
 *     notApplicable  = notApplicable / all
 *     invalid        = invalid / (answered + skipped + invalid)
 *
 * Each share has its Wilson interval. Those to whom a question does not apply cannot leave it out, so
 * they stay out of the other two. Many blanks point at a question that is hard or delicate; many to
 * whom it does not apply, at one that is asked of the wrong customers.
 *
 * Not estimable: no responses, or none to whom the question applies.
 *
 * @param outcomes - what became of every response, as every score carries it
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` unless the counts are whole numbers, 0 or more
 * @example
 * const { skipped, notApplicable } = itemNonResponse({
 *   answered: 60,
 *   notApplicable: 20,
 *   skipped: 20,
 *   invalid: 0,
 * });
 * skipped.kind === 'estimate' && skipped.value; // => 0.25
 * notApplicable.kind === 'estimate' && notApplicable.value; // => 0.2
 */
export function itemNonResponse(
  outcomes: OutcomeCounts,
  options: ScoreOptions = {},
): ItemNonResponse {
  checkObject('outcomes', outcomes);
  checkScoreOptions(options);
  const { answered, notApplicable, skipped, invalid } = outcomes;
  const counts = { answered, notApplicable, skipped, invalid };
  const all = Object.values(counts);
  if (!all.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `counts are ${all.map(quote).join(' ')}; expected whole numbers, 0 or more`,
    );
  }
  const applicable = answered + skipped + invalid;
  return {
    kind: 'item-non-response',
    definition: { metric: 'item-non-response', applicable: 'answered + skipped + invalid' },
    skipped: countedShare(skipped, applicable, options.level),
    notApplicable: countedShare(notApplicable, applicable + notApplicable, options.level),
    invalid: countedShare(invalid, applicable, options.level),
    counts,
  };
}
