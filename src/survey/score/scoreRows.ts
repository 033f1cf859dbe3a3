import { quote } from '../../shared/quote.ts';
import { refuse } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkKind } from '../answers/guards.ts';
import type { Score, ScoreDefinition } from '../types.ts';
import { GROUPED_SCORES_SHAPE } from './scoreShapes.ts';
import type { ScoreOutcome, SurveyScores } from './surveyScores.ts';

/** What a row says of a score, besides its group. */
export interface ScoreRowFields<QuestionId extends string = string> {
  /** The question. */
  readonly question: QuestionId;
  /** What is made of its answers. */
  readonly metric: ScoreDefinition['metric'];
  /** The score, in the unit of its metric; `null` where there is none to show. */
  readonly value: number | null;
  /** The lower confidence limit, likewise. */
  readonly low: number | null;
  /** The upper confidence limit, likewise. */
  readonly high: number | null;
  /** How many answered; `null` where that is not shown. */
  readonly n: number | null;
  /** The confidence level, above 0 and below 1. */
  readonly level: number;
  /** What became of the score. */
  readonly status: ScoreOutcome['status'];
  /** Why there is none, or what is special about it; else `null`. */
  readonly because: ScoreOutcome['because'];
}

/** One score of one group: the value of each key under its own name, then the score. */
export type ScoreRow<QuestionId extends string = string, Key extends string = string> = {
  readonly [Name in Key]: string | null;
} & ScoreRowFields<QuestionId>;

const FIELDS: readonly string[] = [
  'question',
  'metric',
  'value',
  'low',
  'high',
  'n',
  'level',
  'status',
  'because',
];

/**
 * Scores as tidy rows, one for each group, question and metric, such as a table, a data frame or a CSV file
 * takes. Suppressed scores have their row too. Where the survey is not grouped the rows are those of all
 * responses together.
 *
 * @param scores - the scores of a survey
 * @returns the rows, group by group in the order of the columns, made as they are asked for
 * @throws ServiceCycleError `invalid-argument` where a key has the name of a field of the row
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
 * const [row] = scoreRows(scores);
 * [row?.branch, row?.question, row?.metric, row?.value, row?.n, row?.status];
 * // => ['north', 'recommend', 'net-promoter-score', 40, 5, 'estimate']
 */
export function scoreRows<QuestionId extends string, Key extends string>(
  scores: SurveyScores<QuestionId, string, string, Key>,
): IterableIterator<ScoreRow<QuestionId, Key>> {
  checkKind('scores', scores, 'survey-scores', GROUPED_SCORES_SHAPE);
  const taken = scores.groups?.keys.find(({ name }) => FIELDS.includes(name));
  if (taken !== undefined) {
    throw new ServiceCycleError(
      'invalid-argument',
      `by names ${quote(taken.name)}, which is a field of the row; expected a key of another name`,
    );
  }
  return rowsOf(scores);
}

function* rowsOf<QuestionId extends string, Key extends string>({
  groups,
  questions,
  level,
}: SurveyScores<QuestionId, string, string, Key>): IterableIterator<ScoreRow<QuestionId, Key>> {
  if (groups === undefined) {
    for (const { question, scores } of questions) {
      for (const score of scores) {
        yield totalRow(question, score, level) as ScoreRow<QuestionId, Key>;
      }
    }
    return;
  }
  const { keys, responses, columns, outcomes } = groups;
  for (let place = 0; place < responses.length; place += 1) {
    const group = Object.fromEntries(
      keys.map(({ name, values, codes }) => [name, values[codes[place] ?? 0] ?? null]),
    );
    for (const { question, definition, outcome, value, low, high, n, level } of columns) {
      const found = outcomes[outcome[place] ?? 0];
      if (found === undefined) {
        refuse('an outcome of groups', outcome[place], `a place among ${outcomes.length} outcomes`);
      }
      const { status, because } = found;
      yield {
        ...group,
        question,
        metric: definition.metric,
        value: value[place] ?? null,
        low: low[place] ?? null,
        high: high[place] ?? null,
        n: n[place] ?? null,
        level,
        status,
        because,
      } as ScoreRow<QuestionId, Key>;
    }
  }
}

function totalRow<QuestionId extends string>(
  question: QuestionId,
  score: Score,
  level: number,
): ScoreRowFields<QuestionId> {
  const fields = { question, metric: score.definition.metric, level, n: score.counts.answered };
  if (score.kind === 'not-estimable') {
    const { reason } = score;
    return { ...fields, value: null, low: null, high: null, status: score.kind, because: reason };
  }
  const { value, interval, kind: status } = score;
  const because = interval.method === 'clopper-pearson' ? 'unanimous-answers' : null;
  return { ...fields, value, low: interval.low, high: interval.high, status, because };
}
