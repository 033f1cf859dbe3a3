import { CRITICAL_MOMENTS_SHAPE } from '../../areas/evidence/checkEvidence.ts';
import { checkCycleTexts } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { MomentLevel } from '../../moments/reasonTypes.ts';
import type { CriticalMoments } from '../../moments/types.ts';
import { checkOneOf } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { checkKind } from '../../survey/answers/guards.ts';
import { SURVEY_SCORES_SHAPE } from '../../survey/score/scoreShapes.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';
import type { Score } from '../../survey/types.ts';
import { oneOf } from '../oneOf.ts';
import { nameOf } from '../plainText.ts';
import {
  byKind,
  chartFrame,
  chartSpec,
  DRAWN,
  kindsAmong,
  layered,
  nothingToDraw,
  type PointKind,
} from './chartFrame.ts';
import type { ChartOptions } from './chartOptions.ts';
import { whyText } from './groupScoresChart.ts';
import { plotWidth, rowsOf, whyLayer } from './rows.ts';
import { directionOf, figureText, intervalNote, kindOfScore, scoreX, unitOf } from './scoreAxis.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** What {@link journeyChart} takes besides the cycle and the scores. */
export interface JourneyChartOptions<Ids extends CycleIds = CycleIds> extends ChartOptions {
  /** Which moments are critical: their points have another shape and colour. */
  readonly criticalMoments?: CriticalMoments<Ids>;
  /** The metric that is drawn, such as `mean-rating`; when absent the one that most moments have. */
  readonly metric?: string;
}

/** A moment, and what customers say of it. */
interface MomentScore {
  readonly level: MomentLevel | undefined;
  readonly score: Score | undefined;
  readonly why: string;
}

/**
 * The journey curve: what customers say of each moment, in the order in which they pass it from top to bottom, with
 * confidence intervals. One metric is drawn, since others are on other axes. Of several questions about a moment the
 * worst is drawn, so that no mean hides it. A moment that nobody is asked about, or too few answered, keeps its row,
 * which says so, and the curve breaks there.
 *
 * @param cycle - the cycle
 * @param scores - the scores of its survey
 * @param options - the critical moments, the metric, and how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where the cycle or the scores are none, no moment has the metric, or an
 * option is outside its range
 * @example
 * const stay = defineCycle({
 *   id: 'stay',
 *   name: 'A night',
 *   moments: [
 *     { id: 'greet', name: 'Is greeted', contact: 'staff' },
 *     { id: 'bill', name: 'Pays', contact: 'staff' },
 *   ],
 *   survey: { id: 'leaving', title: 'On leaving', questions: [
 *     { id: 'welcome', text: 'How satisfied were you with the welcome?', asks: 'satisfaction',
 *       about: { moment: 'greet' }, scale: { min: 1, max: 5 } },
 *   ] },
 * });
 * const responses = Array.from({ length: 50 }, (_, i) => ({ welcome: i < 40 ? 5 : 2 }));
 * journeyChart(stay, scoreSurvey(stay.survey, responses), { words: englishPictures }).description;
 * // => 'How customers fare from moment to moment. 1 Is greeted: 80% (67% to 88.8%). 2 Pays: not asked. ' +
 * // 'Bars: 95% confidence intervals.'
 */
export function journeyChart<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  scores: SurveyScores<NoInfer<Ids['question']>>,
  options: JourneyChartOptions<NoInfer<Ids>>,
): VegaLiteSpec {
  checkCycleTexts(cycle);
  checkKind('scores', scores, 'survey-scores', SURVEY_SCORES_SHAPE);
  const frame = chartFrame(options, ['criticalMoments', 'metric']);
  const { words, language, colour } = frame;
  if (options.criticalMoments !== undefined) {
    checkShape('criticalMoments', options.criticalMoments, CRITICAL_MOMENTS_SHAPE);
  }
  const asked = askedOf(scores);
  const all = [...asked.values()].flat();
  if (options.metric !== undefined) {
    checkOneOf('metric', options.metric, [
      ...new Set(all.map(({ definition }) => definition.metric)),
    ]);
  }
  const drawn = mostAsked(asked, options.metric);
  if (cycle.moments.length === 0) return nothingToDraw(frame, words.journey, '');
  if (drawn === undefined) return nothingToDraw(frame, words.journey, words.notAsked);
  const hidden = new Set<string>(scores.suppressedQuestions);
  const hiddenMoments = new Set(
    (cycle.survey?.questions ?? []).flatMap((question) =>
      hidden.has(question.id) && 'about' in question ? [momentOf(question.about)] : [],
    ),
  );
  const levels = new Map(
    options.criticalMoments?.moments.map(({ moment, level }) => [moment, level]),
  );
  const scored = cycle.moments.map(({ id }): MomentScore => {
    const own = asked.get(id) ?? [];
    const score = worstOf(own.filter(({ definition }) => kindOfScore(definition) === drawn));
    const level =
      options.criticalMoments === undefined ? undefined : (levels.get(id) ?? 'not-assessed');
    const because = score?.kind === 'not-estimable' ? score.reason : null;
    const missing = own.length > 0 ? words.otherMetric : words.notAsked;
    const why = hiddenMoments.has(id) ? words.belowMinimum : missing;
    return { level, score, why: score === undefined ? why : whyText(because, words) };
  });
  const shown = scored.slice(0, DRAWN);
  const names = cycle.moments.map((moment, place) => ({
    id: moment.id,
    name: `${place + 1} ${nameOf(moment, language)}`,
  }));
  const rowsDrawn = rowsOf(frame, names.slice(0, DRAWN));
  const y = rowsDrawn.axis;
  const kinds = kindsOf(words);
  let run = 0;
  const rows = shown.map(({ level, score, why }, place) => {
    const row = rowsDrawn.names[place] ?? '';
    if (score?.kind !== 'estimate') {
      run += 1;
      return { row, why, point: undefined };
    }
    const { value, interval, n } = score;
    const kind = oneOf(kinds, level ?? 'ordinary', 'the level of a moment').label;
    const { low, high } = interval;
    return { row, why, point: { row, place, run, kind, value, low, high, n } };
  });
  const points = rows.flatMap(({ point }) => (point === undefined ? [] : [point]));
  const definition = all.find((score) => kindOfScore(score.definition) === drawn)?.definition;
  if (definition === undefined) return nothingToDraw(frame, words.journey, words.notAsked);
  const x = scoreX(definition, frame, points.length === 0);
  const hasLevels = options.criticalMoments !== undefined;
  const data = { values: points };
  return chartSpec(frame, {
    title: words.journey,
    notes: [
      points.length === 0 ? '' : intervalNote(frame, scores.level),
      scored.length > DRAWN ? `${words.notDrawn}: ${scored.length - DRAWN}` : '',
    ],
    facts: rows.map(({ point, why }, place) => {
      const said = point === undefined ? why : figureText(frame, point, unitOf(definition));
      return `${names[place]?.name ?? ''}: ${said}`;
    }),
    body: layered(frame, rowsDrawn.height, [
      {
        data,
        mark: { type: 'line', strokeWidth: 1.5, color: colour('muted') },
        encoding: {
          y,
          x: { ...x, field: 'value' },
          order: { field: 'place', type: 'quantitative' },
          detail: { field: 'run', type: 'nominal' },
        },
      },
      {
        data,
        mark: { type: 'rule', strokeWidth: 2.5, color: colour('ordinary-edge') },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        data,
        mark: {
          type: 'point',
          filled: true,
          size: 110,
          opacity: 1,
          ...(!hasLevels && { color: colour('ordinary-edge') }),
        },
        encoding: {
          y,
          x: { ...x, field: 'value' },
          ...(hasLevels &&
            byKind(frame, kindsAmong(Object.values(kinds), points), plotWidth(frame))),
        },
      },
      ...whyLayer(
        frame,
        rowsDrawn,
        rows.filter(({ point }) => point === undefined),
      ),
    ]),
  });
}

function kindsOf(words: {
  readonly critical: string;
  readonly watch: string;
  readonly ordinary: string;
  readonly notAssessed: string;
}): Readonly<Record<MomentLevel, PointKind>> {
  return {
    critical: { label: words.critical, shape: 'diamond', colour: 'critical' },
    watch: { label: words.watch, shape: 'square', colour: 'watch-edge' },
    ordinary: { label: words.ordinary, shape: 'circle', colour: 'ordinary-edge' },
    'not-assessed': { label: words.notAssessed, shape: 'cross', colour: 'muted' },
  };
}

/** The moment that something is about. */
function momentOf(about: object | undefined): unknown {
  return about !== undefined && 'moment' in about ? about.moment : undefined;
}

/** The scores of what is asked about each moment, what matters and what was expected apart. */
function askedOf(scores: SurveyScores): ReadonlyMap<string, readonly Score[]> {
  const asked = new Map<string, Score[]>();
  for (const { about, asks, scores: own } of scores.questions) {
    if (about === undefined || !('moment' in about)) continue;
    if (asks === 'importance' || asks === 'expectation') continue;
    asked.set(about.moment, [...(asked.get(about.moment) ?? []), ...own]);
  }
  return asked;
}

/** The kind of score that most moments have; of several the first. */
function mostAsked(
  asked: ReadonlyMap<string, readonly Score[]>,
  metric: string | undefined,
): string | undefined {
  const times = new Map<string, number>();
  for (const scores of asked.values()) {
    const wanted = scores.filter(
      ({ definition }) => metric === undefined || definition.metric === metric,
    );
    for (const kind of new Set(wanted.map(({ definition }) => kindOfScore(definition)))) {
      times.set(kind, (times.get(kind) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...times.values());
  return [...times].find(([, many]) => many === most)?.[0];
}

/** The worst of like scores; one that can be estimated before one that cannot. */
function worstOf(scores: readonly Score[]): Score | undefined {
  let worst: Score | undefined;
  for (const score of scores) {
    if (score.kind !== 'estimate') worst ??= score;
    else if (worst?.kind !== 'estimate') worst = score;
    else {
      const isHigher = score.value > worst.value;
      if (isHigher === (directionOf(score.definition) === 'lower')) worst = score;
    }
  }
  return worst;
}
