import type { Question } from '../../../model/survey.ts';
import { occurs } from '../text/wordPattern.ts';
import { bandsOf } from './choiceBands.ts';
import type { LabelSet, ScaleFind } from './scaleRule.ts';

/**
 * Three choices or more without one for the rest. Choices with numbers or with words that divide a
 * line ("before", "more", "never") are taken to leave nothing out.
 */
export function noOtherChoice(
  question: Question,
  labelSets: readonly LabelSet[],
): readonly ScaleFind[] {
  if (question.asks !== 'profile') return [];
  const full = labelSets.filter(
    ({ labels }) => labels.length >= 3 && labels.length === Object.keys(question.choices).length,
  );
  const isClosed = full.some(
    ({ labels, words }) =>
      bandsOf(labels, words) !== undefined ||
      labels.some(
        ({ text: { folded } }) =>
          /\p{N}/u.test(folded) ||
          occurs(folded, words.otherChoice) ||
          occurs(folded, words.dividing),
      ),
  );
  const [first] = full;
  if (first === undefined || isClosed) return [];
  return [
    {
      rule: 'no-other-choice',
      labels: first.labels.map(({ key }) => key),
      text: first.labels.map(({ text }) => text.original).join(', '),
      message: 'the choices offer nothing to those whom none of them fits',
      suggestion: 'Add "other", unless the list is complete.',
    },
  ];
}
