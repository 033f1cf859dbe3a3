import type { Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { ReadableQuestion } from './answerReader.ts';

/**
 * The answers that all questions take, whichever end of them is the good one.
 *
 * @throws ServiceCycleError `wrong-scale` when two questions take different answers
 */
export function commonScale(first: ReadableQuestion, others: readonly ReadableQuestion[]): Scale {
  const common = bareScale(first.scale);
  for (const { id, scale } of others) {
    const bare = bareScale(scale);
    if (bare.min === common.min && bare.max === common.max && bare.step === common.step) continue;
    throw new ServiceCycleError(
      'wrong-scale',
      `question ${quote(id)} is asked on ${JSON.stringify(bare)} and ${quote(first.id)} on ${JSON.stringify(common)}; expected the same scale`,
    );
  }
  return common;
}

function bareScale({ min, max, step = 1 }: Scale): Required<Pick<Scale, 'min' | 'max' | 'step'>> {
  return { min, max, step };
}
