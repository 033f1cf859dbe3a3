import type { MomentOfTruth } from '../../../model/momentOfTruth.ts';
import type { Question } from '../../../model/survey.ts';
import { quote } from '../../../shared/quote.ts';
import type { ScaleFind } from './scaleRule.ts';

/**
 * A scale that offers no "does not apply", on a question about a moment that not every visit passes.
 * A response may always say `not-applicable`; the rule is about the scale offering it to customers.
 */
export function noNotApplicable(
  question: Question,
  moments: readonly Pick<MomentOfTruth, 'id' | 'usage'>[],
): readonly ScaleFind[] {
  if (question.asks === 'profile' || question.asks === 'comment') return [];
  const { about, scale } = question;
  if (about === undefined || !('moment' in about) || (scale.notApplicable ?? []).length > 0) {
    return [];
  }
  const usage = moments.find(({ id }) => id === about.moment)?.usage ?? 1;
  if (!(usage < 1)) return [];
  return [
    {
      rule: 'no-not-applicable',
      labels: [],
      text: about.moment,
      message: `not every visit passes ${quote(about.moment)}, and the scale offers no "does not apply"`,
      suggestion: 'Give the scale a code under notApplicable and offer it beside the answers.',
    },
  ];
}
