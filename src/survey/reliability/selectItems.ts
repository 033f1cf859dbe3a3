import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { ItemSelection, TalliedItem } from './types.ts';

/** The questions that are taken together, in the order they are named or asked. */
export function selectItems<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  selection: ItemSelection<QuestionId>,
): readonly TalliedItem<QuestionId>[] {
  const rated = survey.questions.filter(
    (question): question is RatedQuestion<QuestionId> => 'scale' in question,
  );
  if ('dimension' in selection) {
    const items = rated.filter(({ dimension }) => dimension === selection.dimension);
    if (items.length === 0) {
      throw unknown(`no question of survey ${quote(survey.id)} has dimension`, selection.dimension);
    }
    return items.map(({ id, scale }) => ({ id, scale }));
  }
  return selection.items.map((wanted, place) => {
    if (selection.items.indexOf(wanted) !== place) {
      throw new ServiceCycleError(
        'invalid-argument',
        `items name ${quote(wanted)} twice; expected every question once`,
      );
    }
    const question = rated.find(({ id }) => id === wanted);
    if (question === undefined) {
      throw unknown(`survey ${quote(survey.id)} has no rated question`, wanted);
    }
    return { id: question.id, scale: question.scale };
  });
}

function unknown(what: string, name: string): ServiceCycleError {
  return new ServiceCycleError('unknown-id', `${what} ${quote(name)}`);
}
