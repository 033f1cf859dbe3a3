import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkCount, checkLists, checkOptions, checkText } from '../../shared/refuse.ts';
import { commonScale } from '../answers/commonScale.ts';
import { checkSurvey } from '../answers/guards.ts';
import { type Responses, readResponses } from '../answers/readResponses.ts';
import { type FlagOptions, idReader } from './idReader.ts';
import { namedBlocks, questionBlocks } from './questionBlocks.ts';
import { straightLineFinder } from './straightLineFinder.ts';
import type { QuestionBlock, StraightLine, StraightLiners } from './types.ts';

/** What `findStraightLiners` takes besides the responses. */
export interface StraightLineOptions<QuestionId extends string = string> extends FlagOptions {
  /** The fewest questions in a row that make a straight line; 8 when absent. */
  readonly minimum?: number;
  /**
   * The blocks to look at, each on one scale. When absent, rated questions in a row with the same
   * scale; a comment or profile question ends a block.
   */
  readonly blocks?: readonly (readonly QuestionId[])[];
}

/** The fewest questions in a row, all answered alike, that make a straight line. */
export const STRAIGHT_LINE_MINIMUM: number = 8;

/**
 * Finds responses that give the same answer to at least 8 questions in a row of a block.
 *
 * Where a block has questions in both directions (some on a reversed scale), the stretch has to hold
 * both: then the same answer contradicts itself, unless it is the middle one. Elsewhere it may be an
 * honest opinion. A question without an answer ends a stretch, and "does not apply" is no answer.
 *
 * Flagged responses are named and stay where they are: whether to leave them out is for a person to
 * decide, and to report.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id, in any iterable or as a stream
 * @param options - the minimum, the blocks, the key of the ids and the first position
 * @returns the flagged responses by position, with the blocks searched and how many could be judged;
 * for a stream, a promise of them
 * @throws ServiceCycleError `invalid-argument` for a minimum that is not a whole number, 2 or more;
 * `unknown-id` and `wrong-scale` for blocks of questions that do not belong together. An error of the
 * stream is passed on.
 * @example
 * const scale = { min: 1, max: 5 };
 * const survey = {
 *   id: 'ward',
 *   title: 'The ward',
 *   questions: [
 *     { id: 'kind', text: 'Kind?', asks: 'satisfaction', scale },
 *     { id: 'heard', text: 'Heard?', asks: 'satisfaction', scale },
 *     { id: 'rude', text: 'Rude?', asks: 'satisfaction', scale: { ...scale, reversed: true } },
 *   ],
 * } as const;
 * const responses = [
 *   { kind: 5, heard: 4, rude: 1 },
 *   { kind: 5, heard: 5, rude: 5 },
 * ];
 * const found = findStraightLiners(survey, responses, { minimum: 3 });
 * found.flagged; // => [{ position: 1, from: 'kind', to: 'rude', length: 3, answer: 5 }]
 * @see Johnson (2005), Journal of Research in Personality 39, 103-129
 */
export function findStraightLiners<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: readonly Response[] | Iterable<Response>,
  options?: StraightLineOptions<NoInfer<QuestionId>>,
): StraightLiners<QuestionId>;
/** The same for a stream. */
export function findStraightLiners<
  QuestionId extends string,
  Response extends SurveyResponse<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: AsyncIterable<Response>,
  options?: StraightLineOptions<NoInfer<QuestionId>>,
): Promise<StraightLiners<QuestionId>>;
export function findStraightLiners<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  responses: Responses<unknown>,
  options: StraightLineOptions<QuestionId> = {},
): StraightLiners<QuestionId> | Promise<StraightLiners<QuestionId>> {
  checkSurvey(survey);
  checkOptions(options, ['minimum', 'blocks', 'id', 'firstPosition']);
  const { minimum = STRAIGHT_LINE_MINIMUM, blocks: named, id, firstPosition = 0 } = options;
  checkCount('minimum', minimum, 2);
  checkCount('firstPosition', firstPosition);
  if (id !== undefined) checkText('id', id);
  if (named !== undefined) checkLists('blocks', named);
  const blocks = (named === undefined ? questionBlocks(survey) : namedBlocks(survey, named))
    .filter(({ length }) => length >= minimum)
    .flatMap((questions): readonly QuestionBlock<QuestionId>[] => {
      const [first, ...others] = questions;
      if (first === undefined) return [];
      return [
        {
          questions: questions.map((each) => each.id),
          scale: commonScale(first, others),
          reversed: questions.filter(({ scale }) => scale.reversed).map((each) => each.id),
        },
      ];
    });
  const finders = blocks.map((block) => straightLineFinder(block, minimum));
  const idOf = idReader(id);
  const flagged: StraightLine<QuestionId>[] = [];
  let responseCount = 0;
  let assessed = 0;

  function look(response: unknown, position: number): void {
    responseCount += 1;
    const found = finders.map((find) => find(response));
    if (found.some((each) => each !== 'too-short')) assessed += 1;
    const lines = found.filter((each) => typeof each === 'object');
    const [longest] = lines.toSorted((one, other) => other.length - one.length);
    if (longest === undefined) return;
    const at = { position: firstPosition + position, ...idOf(response) };
    flagged.push({ ...at, ...longest });
  }

  return readResponses(responses, look, () => ({
    kind: 'straight-liners',
    definition: { metric: 'straight-lines', survey: survey.id, minimum, blocks },
    responses: responseCount,
    assessed,
    flagged,
  }));
}
