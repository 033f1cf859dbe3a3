import { closestName } from '../../shared/closestName.ts';
import { quote } from '../../shared/quote.ts';
import { checkObject, checkText } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkKind } from '../answers/guards.ts';
import type { ScoreDefinition } from '../types.ts';
import type { Figure } from './metric.ts';
import { answerCells, answersSlot, countsAt, readAnswers, scoreAt } from './questionScores.ts';
import { GROUPED_SCORES_SHAPE } from './scoreShapes.ts';
import type { GroupScore, GroupScores, ScoreColumns, SurveyScores } from './surveyScores.ts';

/** Names a group: the value of each key, as text or a number. Responses without one are no group. */
export type GroupName<Key extends string = string> = {
  readonly [Name in Key]: string | number | null;
};

/**
 * The score of one group in full, with its interval, definition and counts: the same figures as in the
 * columns, to the last bit.
 *
 * @param scores - the scores of a grouped survey
 * @param group - the value of each key; a row of `scoreRows` will do
 * @param question - the question's id
 * @param metric - which of its metrics; the one to report first when absent
 * @returns the score, or that it is suppressed and why
 * @throws ServiceCycleError `unknown-id` where there is no such group, question or metric among the scores
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     {
 *       id: 'recommend',
 *       text: 'How likely are you to recommend us to a friend?',
 *       asks: 'recommendation',
 *       scale: { min: 0, max: 10 },
 *     },
 *   ],
 * } as const;
 * const responses = [9, 10, 10, 3, 8].map((recommend) => ({ recommend, branch: 'north' }));
 * const scores = scoreByGroup(survey, responses, { by: ['branch'] });
 * const north = groupScore(scores, { branch: 'north' }, 'recommend');
 * north.kind === 'estimate' && north.value; // => 40
 */
export function groupScore<QuestionId extends string, Key extends string>(
  scores: SurveyScores<QuestionId, string, string, Key>,
  group: GroupName<NoInfer<Key>>,
  question: NoInfer<QuestionId>,
  metric?: ScoreDefinition['metric'],
): GroupScore {
  checkKind('scores', scores, 'survey-scores', GROUPED_SCORES_SHAPE);
  checkObject('group', group);
  checkText('question', question);
  if (metric !== undefined) checkText('metric', metric);
  for (const [name, value] of Object.entries(group)) {
    if (value !== null && typeof value !== 'number')
      checkText(`the ${quote(name)} of group`, value);
  }
  const { groups } = scores;
  if (groups === undefined) {
    throw new ServiceCycleError('unknown-id', 'the scores are not grouped; expected the option by');
  }
  const columns = columnsOf(groups, question, metric);
  const place = placeOf(groups, group);
  const { question: id, definition, level } = columns;
  const because = groups.outcomes[columns.outcome[place] ?? -1]?.because;
  if (because === 'below-minimum' || because === 'protects-another') {
    return { kind: 'not-estimable', reason: 'suppressed', because, definition };
  }
  const tallied = groups.counts.questions.find((each) => each.id === id);
  if (because === undefined || tallied === undefined) {
    throw new ServiceCycleError(
      'invalid-argument',
      'the columns of scores fit no counts; expected scores from scoreTally',
    );
  }
  const stored = answerCells(groups.counts, tallied);
  const answers = readAnswers(stored, place, answersSlot(stored));
  const counts = countsAt(groups.counts, place, tallied);
  const outcome = because ?? 'estimate';
  return scoreAt(columns, level, outcome, figureAt(columns, place), answers, counts);
}

function figureAt({ value, low, high, effectiveN }: ScoreColumns, place: number): Figure {
  const read = (list: readonly (number | null)[] | undefined): number =>
    list?.[place] ?? Number.NaN;
  return { value: read(value), low: read(low), high: read(high), effectiveN: read(effectiveN) };
}

function columnsOf<QuestionId extends string>(
  { columns }: GroupScores<QuestionId>,
  question: QuestionId,
  metric: ScoreDefinition['metric'] | undefined,
): ScoreColumns<QuestionId> {
  const own = columns.filter((each) => each.question === question);
  if (own.length === 0)
    throw unknown(
      'question',
      question,
      columns.map((each) => each.question),
    );
  const found = own.find(({ definition }) => metric === undefined || definition.metric === metric);
  if (found === undefined)
    throw unknown(
      'metric',
      metric,
      own.map(({ definition }) => definition.metric),
    );
  return found;
}

/** The place of a group, found by halving: groups are in the order of their values. */
function placeOf({ keys, responses }: GroupScores, group: GroupName): number {
  const wanted = keys.map(({ name, values }) => {
    const value = Object.hasOwn(group, name) ? group[name] : undefined;
    if (value === undefined) {
      throw new ServiceCycleError(
        'unknown-id',
        `group has no ${quote(name)}; expected a value of each key`,
      );
    }
    const text = value === null ? null : String(value).trim();
    const code = values.indexOf(text === '' ? null : text);
    if (code === -1)
      throw unknown(
        name,
        value,
        values.filter((each) => each !== null),
      );
    return code;
  });
  let from = 0;
  let to = responses.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(keys, middle, wanted)) from = middle + 1;
    else to = middle;
  }
  const isFound =
    from < responses.length && keys.every(({ codes }, at) => codes[from] === wanted[at]);
  if (!isFound)
    throw new ServiceCycleError('unknown-id', `there is no group ${JSON.stringify(group)}`);
  return from;
}

function isBefore(keys: GroupScores['keys'], place: number, wanted: readonly number[]): boolean {
  for (const [at, { codes }] of keys.entries()) {
    const [own, other] = [codes[place] ?? 0, wanted[at] ?? 0];
    if (own !== other) return own < other;
  }
  return false;
}

function unknown(what: string, found: unknown, names: readonly string[]): ServiceCycleError {
  const closest = closestName(String(found), names);
  const hint = closest === undefined ? '' : `; did you mean ${quote(closest)}?`;
  return new ServiceCycleError('unknown-id', `the scores have no ${what} ${quote(found)}${hint}`);
}
