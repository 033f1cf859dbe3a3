import type { SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { checkList, checkObject, checkText } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { ratedQuestionFinder, ratedQuestions } from '../../survey/answers/ratedQuestions.ts';
import type { ItemSelection, TalliedItem } from './types.ts';

/** Refuses what names neither items nor a dimension. */
export function checkSelection(selection: ItemSelection): void {
  checkObject('selection', selection);
  if ('dimension' in selection) checkText('dimension', selection.dimension);
  else checkList('items', selection.items);
}

/** The questions that are taken together, in the order they are named or asked. */
export function selectItems<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  selection: ItemSelection<QuestionId>,
): readonly TalliedItem<QuestionId>[] {
  if ('dimension' in selection) {
    const items = ratedQuestions(survey).filter(
      ({ dimension }) => dimension === selection.dimension,
    );
    if (items.length === 0) {
      throw new ServiceCycleError(
        'unknown-id',
        `no question of survey ${quote(survey.id)} has dimension ${quote(selection.dimension)}`,
      );
    }
    return items.map(({ id, scale }) => ({ id, scale }));
  }
  const find = ratedQuestionFinder(survey);
  const named = new Set<QuestionId>();
  return Array.from(selection.items, (wanted) => {
    if (named.size === named.add(wanted).size) {
      throw new ServiceCycleError(
        'invalid-argument',
        `items name ${quote(wanted)} twice; expected every question once`,
      );
    }
    const { id, scale } = find(wanted);
    return { id, scale };
  });
}
