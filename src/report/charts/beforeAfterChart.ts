import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import { isFields } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import type { QuestionComparison, ScoreComparisons } from '../../survey/compare/types.ts';
import { oneOf } from '../oneOf.ts';
import {
  byKind,
  type ChartFrame,
  chartFrame,
  chartSpec,
  DRAWN,
  type JsonObject,
  layered,
  listed,
  nothingToDraw,
  type PointKind,
} from './chartFrame.ts';
import type { NamedChartOptions } from './chartOptions.ts';
import { nameIn } from './nameIn.ts';
import { plotWidth, rowsOf } from './rows.ts';
import { figureText, intervalNote, kindOfScore, scoreX, unitOf } from './scoreAxis.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

const ESTIMATE: Shape = { value: 'number', interval: { low: 'number', high: 'number' } };

const QUESTION: Shape = (value) =>
  isFields(value) && Reflect.get(value, 'kind') === 'comparison'
    ? {
        question: 'text',
        before: ESTIMATE,
        after: ESTIMATE,
        verdict: 'text',
        definition: { metric: 'text', scale: SCALE_SHAPE, 'box?': 'text' },
      }
    : { kind: 'text', question: 'text', reason: 'text' };

type Compared = Extract<QuestionComparison, { kind: 'comparison' }> & { readonly question: string };

/**
 * Scores before and after, question by question, each with its confidence interval, and whether a change is proven
 * under the name of the question. Scores of one metric and scale share an axis; others have a panel of their own.
 * Questions that cannot be compared are named above.
 *
 * Intervals that overlap do not mean that nothing changed: the verdict is that of the test.
 *
 * @param comparisons - the comparisons, from `compareScores` or `compareReviews`
 * @param options - the names of questions, and how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where there are no comparisons, or an option is outside its range
 * @example
 * const survey = defineSurvey({ id: 's', title: 'S', questions: [
 *   { id: 'wait', text: 'The wait?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 * ] });
 * const wave = (satisfied: number) => scoreSurvey(survey, Array.from({ length: 100 }, (_, i) => ({ wait: i < satisfied ? 5 : 1 })));
 * const chart = beforeAfterChart(compareScores(wave(50), wave(80)), {
 *   words: englishPictures,
 *   names: { wait: 'The wait' },
 * });
 * chart.description;
 * // => 'Before and after. The wait: before 50% (40.4% to 59.6%), after 80% (71.1% to 86.7%), rose. ' +
 * // 'Bars: 95% confidence intervals.'
 */
export function beforeAfterChart<QuestionId extends string>(
  comparisons: ScoreComparisons<QuestionId>,
  options: NamedChartOptions,
): VegaLiteSpec {
  const frame = chartFrame(options, ['names']);
  checkShape('comparisons', comparisons, { kind: 'text', level: 'number', questions: [QUESTION] });
  const { words, language } = frame;
  const nameOfQuestion = (id: string): string => nameIn(options.names, id, language);
  const others = comparisons.questions.filter(({ kind }) => kind !== 'comparison');
  const left = listed(
    words.notComparable,
    others.map(({ question }) => nameOfQuestion(question)),
  );
  const all = comparisons.questions.filter(
    (each): each is Compared & typeof each => each.kind === 'comparison',
  );
  if (all.length === 0) return nothingToDraw(frame, words.beforeAfter, left);
  const shown = all.slice(0, DRAWN);
  const panels = new Map<string, (typeof shown)[number][]>();
  for (const each of shown) {
    const kind = kindOfScore(each.definition);
    panels.set(kind, [...(panels.get(kind) ?? []), each]);
  }
  const drawn = [...panels.values()].map((compared) => panel(frame, compared, nameOfQuestion));
  const [first] = drawn;
  // Panels are not fitted to a width: there has to be room for the widest labels.
  const reckoned = Math.max(...drawn.map(({ reckonedWidth }) => reckonedWidth));
  const besideLabels = Math.max(110, Math.floor(frame.width - 48 - reckoned));
  const body =
    drawn.length === 1 && first !== undefined
      ? layered(frame, first.height, first.layer)
      : {
          vconcat: drawn.map(({ height, layer }) => ({ width: besideLabels, height, layer })),
          resolve: { legend: { color: 'shared', shape: 'shared' } },
        };
  return chartSpec(frame, {
    title: words.beforeAfter,
    notes: [
      intervalNote(frame, comparisons.level),
      left,
      all.length > DRAWN ? `${words.notDrawn}: ${all.length - DRAWN}` : '',
    ],
    facts: shown.map(({ question, definition, before, after, verdict }) => {
      const [from, to] = [before, after].map(({ value, interval: { low, high } }) =>
        figureText(frame, { value, low, high }, unitOf(definition)),
      );
      const name = nameOfQuestion(question);
      return `${name}: ${words.before} ${from}, ${words.after} ${to}, ${verdictWord(verdict, frame)}`;
    }),
    body,
  });
}

function panel(
  frame: ChartFrame,
  compared: readonly Compared[],
  nameOfQuestion: (id: string) => string,
): {
  readonly height: number;
  readonly reckonedWidth: number;
  readonly layer: readonly JsonObject[];
} {
  const { words, colour } = frame;
  const {
    names,
    axis: y,
    height,
    reckonedWidth,
  } = rowsOf(
    frame,
    compared.map(({ question: id }) => ({ id, name: nameOfQuestion(id) })),
    compared.map(({ verdict }) => verdictWord(verdict, frame)),
  );
  const kinds: readonly PointKind[] = [
    { label: words.before, shape: 'circle', colour: 'other-stage' },
    { label: words.after, shape: 'diamond', colour: 'stage' },
  ];
  const [{ definition }] = compared as readonly [Compared];
  const x = scoreX(definition, frame, false);
  const layer = (['before', 'after'] as const).flatMap((when): readonly JsonObject[] => {
    const yOffset = when === 'before' ? -6 : 6;
    const data = {
      values: compared.map((each, place) => {
        const { value, interval } = each[when];
        const { low, high } = interval;
        return { row: names[place] ?? '', kind: words[when], value, low, high };
      }),
    };
    const look = colour(when === 'before' ? 'other-stage' : 'stage');
    return [
      {
        data,
        mark: { type: 'rule', strokeWidth: 2.5, yOffset, y2Offset: yOffset, color: look },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        data,
        mark: { type: 'point', filled: true, size: 90, opacity: 1, yOffset },
        encoding: { y, x: { ...x, field: 'value' }, ...byKind(frame, kinds, plotWidth(frame)) },
      },
    ];
  });
  return { height, reckonedWidth, layer };
}

function verdictWord(verdict: Compared['verdict'], { words }: ChartFrame): string {
  const said = {
    rose: words.rose,
    fell: words.fell,
    'no-proven-change': words.noProvenChange,
  };
  return oneOf(said, verdict, 'the verdict of a question');
}
