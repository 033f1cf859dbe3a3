import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { Question } from '../../model/survey.ts';
import { noNotApplicable } from './rules/applicability.ts';
import { choiceBands } from './rules/choiceBands.ts';
import { labelDirection, unbalancedLabels } from './rules/labelSides.ts';
import { directionFlip } from './rules/orderRules.ts';
import { noOtherChoice } from './rules/otherChoice.ts';
import type { LabelSet, ScaleRule } from './rules/scaleRule.ts';
import { noMiddle, scalePoints, unlabelledEnds } from './rules/scaleShape.ts';
import { LINT_RULES, type ScaleHit } from './types.ts';

const SCALE_RULES: readonly ScaleRule[] = [
  unbalancedLabels,
  labelDirection,
  scalePoints,
  noMiddle,
  unlabelledEnds,
  choiceBands,
  noOtherChoice,
];

/** Applies the rules about answers to a question, with the one before it and the moments known. */
export function scaleHits<QuestionId extends string>(
  question: Question<QuestionId>,
  before: Question | undefined,
  sets: readonly LabelSet[],
  moments: readonly Pick<MomentOfTruth, 'id' | 'usage'>[],
): readonly ScaleHit<QuestionId>[] {
  const finds = [
    ...SCALE_RULES.flatMap((rule) => rule(question, sets)),
    ...directionFlip(question, before),
    ...noNotApplicable(question, moments),
  ];
  return finds.map((find) => ({
    kind: 'scale',
    severity: LINT_RULES[find.rule],
    question: question.id,
    ...find,
  }));
}
