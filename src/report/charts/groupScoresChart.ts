import { checkOneOf } from '../../shared/refuse.ts';
import { checkKind } from '../../survey/answers/guards.ts';
import { scoreRows } from '../../survey/score/scoreRows.ts';
import { GROUPED_SCORES_SHAPE } from '../../survey/score/scoreShapes.ts';
import type { ScoreOutcome, SurveyScores } from '../../survey/score/surveyScores.ts';
import type { PictureWords } from '../pictures/pictureWords.ts';
import { plainText } from '../plainText.ts';
import { chartFrame, chartSpec, DRAWN, dashed, layered, nothingToDraw } from './chartFrame.ts';
import type { NamedChartOptions } from './chartOptions.ts';
import { nameIn } from './nameIn.ts';
import { rowsOf, whyLayer } from './rows.ts';
import { figureText, intervalNote, scoreX, unitOf } from './scoreAxis.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** What {@link groupScoresChart} takes besides the scores. */
export interface GroupScoresOptions<QuestionId extends string = string> extends NamedChartOptions {
  /** The question; the first one when absent. */
  readonly question?: QuestionId;
  /** The metric of that question; the one to report first when absent. */
  readonly metric?: string;
}

/**
 * Scores of groups beside each other, each with its confidence interval: one question, one metric, one row a
 * group. A group that is hidden keeps its row, which says why there is no figure; so does one without answers.
 * The dashed line is the score of all together. Of more than 60 groups the first are drawn and the others
 * counted.
 *
 * @param scores - the scores, from `scoreByGroup` or `scoreTally`
 * @param options - the question, its metric, names, and how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where the scores are none, do not have the question or the metric, or
 * an option is outside its range
 * @example
 * const survey = defineSurvey({ id: 'leaving', title: 'On leaving', questions: [
 *   { id: 'recommend', text: 'Would you recommend us?', asks: 'recommendation', scale: { min: 0, max: 10 } },
 * ] });
 * const branchOf = (i: number) => (i < 60 ? 'Athens' : i < 84 ? 'Chania' : 'Patras');
 * const responses = Array.from({ length: 88 }, (_, i) => ({ recommend: 5 + (i % 6), branch: branchOf(i) }));
 * const chart = groupScoresChart(scoreByGroup(survey, responses, { by: ['branch'] }), {
 *   words: englishPictures,
 * });
 * chart.description;
 * // => 'Scores by group: recommend. Athens: 0 (-20.04 to 20.04). Chania: hidden (protects another). ' +
 * // 'Patras: hidden (too few). Bars: 95% confidence intervals. Dashed line: all together.'
 */
export function groupScoresChart<QuestionId extends string, Key extends string>(
  scores: SurveyScores<QuestionId, string, string, Key>,
  options: GroupScoresOptions<NoInfer<QuestionId>>,
): VegaLiteSpec {
  const frame = chartFrame(options, ['names', 'question', 'metric']);
  checkKind('scores', scores, 'survey-scores', GROUPED_SCORES_SHAPE);
  const { words, language, colour } = frame;
  const columns =
    scores.groups?.columns ??
    scores.questions.flatMap(({ question, scores: own }) =>
      own.map(({ definition }) => ({ question, definition })),
    );
  if (options.question !== undefined) {
    checkOneOf('question', options.question, [...new Set(columns.map(({ question }) => question))]);
  }
  const ofQuestion = columns.filter(
    ({ question }) => question === (options.question ?? columns[0]?.question),
  );
  if (options.metric !== undefined) {
    const metrics = ofQuestion.map(({ definition }) => definition.metric);
    checkOneOf('metric', options.metric, metrics);
  }
  const column = ofQuestion.find(
    ({ definition }) => options.metric === undefined || definition.metric === options.metric,
  );
  if (column === undefined) return nothingToDraw(frame, words.groups, words.notAsked);
  const { question, definition } = column;
  const keys: readonly Key[] = scores.groups?.keys.map(({ name }) => name) ?? [];
  const all = [...scoreRows(scores)].filter(
    (row) => row.question === question && row.metric === definition.metric,
  );
  const shown = all.slice(0, DRAWN);
  const named = shown.map((row) => {
    const values = keys.map((key) => plainText(row[key] ?? '') || '–');
    const id = values.join(' · ');
    return { id, name: id || words.all };
  });
  const { names, axis: y, height } = rowsOf(frame, named);
  const rows = shown.map(({ value, low, high, n, because }, place) => ({
    row: names[place] ?? '',
    name: named[place]?.name ?? '',
    figure:
      value === null || low === null || high === null ? undefined : { value, low, high, n: n ?? 0 },
    why: whyText(because, words),
  }));
  const figures = rows.flatMap(({ row, figure }) =>
    figure === undefined ? [] : [{ row, ...figure }],
  );
  const whole = scores.questions
    .find((each) => each.question === question)
    ?.scores.find((each) => each.definition.metric === definition.metric);
  const unit = unitOf(definition);
  const x = scoreX(definition, frame, figures.length === 0);
  const isDashed = scores.groups !== undefined && whole?.kind === 'estimate';
  const blue = colour('ordinary-edge');
  return chartSpec(frame, {
    title: `${words.groups}: ${nameIn(options.names, question, language)}`,
    notes: [
      figures.length === 0 ? '' : intervalNote(frame, scores.level),
      isDashed ? words.together : '',
      all.length > DRAWN ? `${words.notDrawn}: ${all.length - DRAWN}` : '',
    ],
    facts: rows.map(
      ({ name, figure, why }) =>
        `${name}: ${figure === undefined ? why : figureText(frame, figure, unit)}`,
    ),
    body: layered(frame, height, [
      ...(isDashed ? [dashed(frame, { ...x, datum: whole.value })] : []),
      {
        data: { values: figures },
        mark: { type: 'rule', strokeWidth: 2.5, color: blue },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        data: { values: figures },
        mark: { type: 'point', filled: true, size: 80, opacity: 1, color: blue },
        encoding: { y, x: { ...x, field: 'value' } },
      },
      ...whyLayer(
        frame,
        { axis: y },
        rows.filter(({ figure }) => figure === undefined),
      ),
    ]),
  });
}

/** Why there is no figure. */
export function whyText(because: ScoreOutcome['because'], words: PictureWords): string {
  switch (because) {
    case 'below-minimum':
      return words.belowMinimum;
    case 'protects-another':
      return words.protectsAnother;
    case 'one-answer':
      return words.oneAnswer;
    default:
      return words.noAnswers;
  }
}
