import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { ReviewComparison } from '../../review/compareReviews.ts';
import type { Review } from '../../review/types.ts';
import { checkObject, checkOptions, checkText, refuse } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import type { ScoreComparisons } from '../../survey/compare/types.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';
import { areaOrderChart } from '../charts/areaOrderChart.ts';
import { beforeAfterChart } from '../charts/beforeAfterChart.ts';
import type { ChartOptions } from '../charts/chartOptions.ts';
import { groupScoresChart } from '../charts/groupScoresChart.ts';
import { journeyChart } from '../charts/journeyChart.ts';
import { plansChart } from '../charts/plansChart.ts';
import type { VegaLiteSpec } from '../charts/vegaLiteSpec.ts';
import type { HtmlReportOptions, PictureVariants } from '../document/reportOptions.ts';
import { cycleBlueprint } from '../pictures/cycleBlueprint.ts';
import { cycleWheel } from '../pictures/cycleWheel.ts';
import type { PictureSpeech } from '../pictures/pictureOptions.ts';

/** What {@link reviewPictures} takes besides the review. */
export interface ReviewPicturesOptions extends PictureSpeech {
  /** The cycle that was reviewed. */
  readonly cycle: Cycle;
  /** The cycles of internal customers behind it: the back stage of the blueprint. */
  readonly supporting?: readonly Cycle[];
  /**
   * Draws a chart as a text of SVG, such as by vega-lite and vega, which you bring; without it there are no charts, only
   * the wheel and the blueprint.
   */
  readonly render?: (chart: VegaLiteSpec) => string | Promise<string>;
  /** The scores by group, as the report is given them. */
  readonly groups?: SurveyScores;
  /** What changed since the time before, as the report is given it. */
  readonly changes?: ReviewComparison | ScoreComparisons;
  /** How wide pictures are on a page of a desk, in pixels, 320 to 4,000; 720 when absent. */
  readonly width?: number;
}

/** The pictures of a report, by the section that they stand in. */
type Pictures = NonNullable<HtmlReportOptions['pictures']>;

/** A page as narrow as a telephone, and the width of pictures there; paper is as a desk by day. */
const IS_NARROW = 'screen and (max-width: 44rem)';
const NARROW = 390;
const IS_DARK = 'screen and (prefers-color-scheme: dark)';

/**
 * The pictures of a review, for `reportHtml`: the cycle as a wheel and as a blueprint, the journey curve, plans by cost and
 * benefit, areas in their order, and where they are handed in, scores by group and what changed. Each is drawn for a desk
 * and for a telephone, charts in the light and in the dark; a chart that would have nothing to draw is left out.
 *
 * @param review - from `reviewCycle`
 * @param options - the words of pictures, the cycle, and what draws charts
 * @returns the pictures, once all are drawn
 * @throws ServiceCycleError `invalid-argument` when it is no review, an option is none, or `render` gives no text
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'pay', name: 'Pays', contact: 'staff' }],
 * });
 * const review = reviewCycle(desk, {});
 * const pictures = await reviewPictures(review, { words: englishPictures, cycle: desk });
 * Object.keys(pictures); // => ['cycle', 'requirements']
 * reportHtml(review, { words: english, cycle: desk, pictures }).includes('<img alt="Front desk: service cycle"'); // => true
 */
export async function reviewPictures<Ids extends CycleIds>(
  review: Review<Ids>,
  options: ReviewPicturesOptions,
): Promise<Pictures> {
  checkObject('review', review);
  if ((review.kind as unknown) !== 'review') refuse('the kind of review', review.kind, '"review"');
  checkOptions(options, [
    'words',
    'locale',
    'cycle',
    'supporting',
    'render',
    'groups',
    'changes',
    'width',
  ]);
  const { words, locale, cycle, supporting, render, groups, changes, width = 720 } = options;
  if (render !== undefined && typeof render !== 'function') refuse('render', render, 'a function');
  checkObject('cycle', cycle);
  const { criticalMoments, plans: selection, stakes, areas, scores } = review as unknown as Review;
  const speech = { words, ...(locale !== undefined && { locale }) };
  const look = { ...speech, criticalMoments };
  const drawn = {
    cycle: atBothWidths(width, (wide) => cycleWheel(cycle, { ...look, width: wide })),
    requirements: atBothWidths(width, (wide) =>
      cycleBlueprint(cycle, { ...look, width: wide, ...(supporting && { supporting }) }),
    ),
  };
  if (render === undefined) return drawn;
  checkShape('review', review, DRAWN_PARTS);
  const names = Object.fromEntries(
    (cycle.survey?.questions ?? []).map(({ id, text }) => [id, text]),
  );
  const chart = async (
    place: keyof Pictures,
    make: (look: ChartOptions) => VegaLiteSpec,
  ): Promise<Pictures> => ({
    [place]: await inAllLooks(width, render, (each) => make({ ...speech, ...each })),
  });
  const scored = changes?.kind === 'review-comparison' ? changes.scores : changes;
  const charts = await Promise.all([
    selection &&
      (cycle.actionPlans ?? []).length > 0 &&
      chart('plans', (each) => plansChart(cycle, { selection, stakes }, each)),
    areas.areas.length > 0 && chart('areas', (each) => areaOrderChart(cycle, areas, each)),
    isAskedOfMoments(scores) &&
      chart('scores', (each) => journeyChart(cycle, scores, { ...each, criticalMoments })),
    groups && chart('groups', (each) => groupScoresChart(groups, { ...each, names })),
    scored && chart('changes', (each) => beforeAfterChart(scored, { ...each, names })),
  ]);
  return Object.assign({}, drawn, ...charts) as Pictures;
}

/** A picture, which follows the reader's colours by itself. */
function atBothWidths(width: number, draw: (width: number) => string): PictureVariants {
  return { svg: draw(width), variants: [{ media: IS_NARROW, svg: draw(NARROW) }] };
}

/** A chart, which has its colours from where it is drawn. */
async function inAllLooks(
  width: number,
  render: NonNullable<ReviewPicturesOptions['render']>,
  make: (look: Required<Pick<ChartOptions, 'width' | 'theme'>>) => VegaLiteSpec,
): Promise<PictureVariants> {
  const svg = async (wide: number, theme: 'light' | 'dark'): Promise<string> => {
    const text = await render(make({ width: wide, theme }));
    checkText('what render gives', text);
    return text;
  };
  const [light, narrowDark, narrow, dark] = await Promise.all([
    svg(width, 'light'),
    svg(NARROW, 'dark'),
    svg(NARROW, 'light'),
    svg(width, 'dark'),
  ]);
  return {
    svg: light,
    title: make({ width, theme: 'light' }).description,
    variants: [
      { media: `${IS_NARROW} and (prefers-color-scheme: dark)`, svg: narrowDark },
      { media: IS_NARROW, svg: narrow },
      { media: IS_DARK, svg: dark },
    ],
  };
}

/** What has to look like a part of a review for it to be known what can be drawn; each drawing looks at the rest. */
const DRAWN_PARTS: Shape = {
  areas: { areas: [{}] },
  scores: { questions: [{ 'about?': {}, scores: [{ kind: 'text' }] }] },
};

/** Whether there is a figure of any moment. */
function isAskedOfMoments({ questions }: SurveyScores): boolean {
  return questions.some(
    ({ about, scores }) =>
      about !== undefined && 'moment' in about && scores.some(({ kind }) => kind === 'estimate'),
  );
}
