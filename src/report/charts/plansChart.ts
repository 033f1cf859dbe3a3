import { checkCycleTexts } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { expectedBenefit } from '../../plans/expectedBenefit.ts';
import type { Stakes } from '../../plans/stakes.ts';
import type { PlanSelection } from '../../plans/types.ts';
import { quote } from '../../shared/quote.ts';
import { checkAtLeast, checkObject, checkOneOf } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { numberText } from '../pictures/numberText.ts';
import { filled } from '../pictures/readWords.ts';
import { nameOf, plainText } from '../plainText.ts';
import {
  axisUp,
  chartFrame,
  chartSpec,
  DRAWN,
  kindsAmong,
  layered,
  listed,
  nothingToDraw,
  type PointKind,
  ticksAcross,
} from './chartFrame.ts';
import type { ChartOptions } from './chartOptions.ts';
import { type Ends, numberedNames, numberedPoints } from './numbered.ts';
import { rangeText } from './scoreAxis.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

/** What is more is drawn at the edge: a number has an end. */
const MOST_DRAWN = 1e300;

/** How high the plot is, in pixels. */
const HEIGHT = 360;

/** What {@link plansChart} draws. */
export interface PlansToDraw<Ids extends CycleIds = CycleIds> {
  /** Which plans are chosen, from `selectActionPlans` or a review. */
  readonly selection: PlanSelection<Ids>;
  /** What is at stake at the moments, from `momentStakes` or a review: the selection was made with it. */
  readonly stakes: Stakes<Ids['moment']>;
}

/** What {@link plansChart} takes besides the plans. */
export interface PlansChartOptions<Resource extends string = string> extends ChartOptions {
  /** The resource of which costs are drawn; the first one that a plan takes when absent. */
  readonly resource?: Resource;
}

/**
 * Action plans by what they cost and what they bring, by number, with the range from the cautious to the hopeful
 * figure; those that are chosen have another shape and colour. Benefits are those of each plan alone: plans that work
 * on the same moment bring less together. Plans whose benefit nobody knows are named and not drawn.
 *
 * @param cycle - the cycle with its action plans
 * @param plans - which are chosen, and what is at stake
 * @param options - the resource, and how the chart is drawn
 * @returns a Vega-Lite specification
 * @throws ServiceCycleError `invalid-argument` where the cycle, the selection or the stakes are none, no plan takes the
 * resource, or an option is outside its range
 * @example
 * const plan = (id: string, euro: number, base: number) => ({
 *   id, name: id, requirements: ['soon'], cost: { euro }, status: 'proposed',
 *   effects: [{ moment: 'wait', incidentReduction: { low: base / 2, base, high: base }, basis: 'judged' }],
 * }) as const;
 * const bank = {
 *   id: 'bank',
 *   name: 'Bank',
 *   moments: [{ id: 'wait', name: 'Waits', contact: 'none' }],
 *   requirements: [{ id: 'soon', statement: 'Soon', moments: ['wait'], source: { kind: 'expectation' } }],
 *   actionPlans: [plan('desk', 600, 0.5), plan('screen', 500, 0.1)],
 * } as const;
 * const stakes = [{ moment: 'wait', visits: 1000, incidentShare: { value: 0.2, basis: 'measured' },
 *   harm: { value: 0.5, basis: 'judged' } }] as const;
 * const selection = selectActionPlans(bank, { resources: { euro: 600 }, stakes });
 * plansChart(bank, { selection, stakes }, { words: englishPictures }).description;
 * // => 'Action plans by cost and benefit. 1 desk: euro 600, 50 (25 to 50), chosen. 2 screen: euro 500, 10 (5 to 10), ' +
 * // 'not chosen. Bars: from the cautious to the hopeful figure.'
 */
export function plansChart<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  plans: PlansToDraw<NoInfer<Ids>>,
  options: PlansChartOptions<NoInfer<Ids['resource']>>,
): VegaLiteSpec {
  checkCycleTexts(cycle);
  checkObject('plans', plans);
  const { selection, stakes } = plans;
  checkShape('plans.selection', selection, {
    kind: 'text',
    status: 'text',
    chosen: [{ plan: 'text' }],
    'left?': [{ plan: 'text', reasons: [{ code: 'text' }] }],
  });
  const frame = chartFrame(options, ['resource']);
  const { words, language, colour } = frame;
  const proposed = cycle.actionPlans ?? [];
  checkShape('cycle', cycle, {
    'actionPlans?': [{ name: (name: unknown) => (typeof name === 'string' ? 'text' : {}) }],
  });
  const taken = [...new Set(proposed.flatMap(({ cost }) => Object.keys(cost)))];
  if (options.resource !== undefined) checkOneOf('resource', options.resource, taken);
  const resource = options.resource ?? taken[0];
  if (resource === undefined) return nothingToDraw(frame, words.plans, '');
  const chosen = new Set<string>(selection.chosen.map(({ plan }) => plan));
  const settled = new Set<string>(
    'left' in selection
      ? selection.left.flatMap(({ plan, reasons }) =>
          reasons.some(({ code }) => code === 'under-way' || code === 'dropped') ? [plan] : [],
        )
      : [],
  );
  const kinds: readonly PointKind[] = [
    { label: words.chosen, shape: 'diamond', colour: 'strength' },
    { label: words.left, shape: 'circle', colour: 'other-stage' },
    { label: words.underWay, shape: 'square', colour: 'watch-edge' },
  ];
  const kindOf = (id: string): string =>
    chosen.has(id) ? words.chosen : settled.has(id) ? words.underWay : words.left;
  const figured = proposed.map((plan) => {
    const costs: { readonly [name: string]: number | undefined } = plan.cost;
    const cost = (Object.hasOwn(costs, resource) ? costs[resource] : undefined) ?? 0;
    checkAtLeast(() => `the cost of ${quote(plan.id)} in ${quote(resource)}`, cost, 0);
    const found = expectedBenefit<string>(plan, stakes);
    const benefit = found.kind === 'expected-benefit' ? found : undefined;
    const name = nameOf(plan, language);
    return { name, cost, benefit, kind: kindOf(plan.id) };
  });
  const known = figured.flatMap(({ benefit, ...plan }) =>
    benefit === undefined ? [] : [{ ...plan, benefit }],
  );
  const unknown = figured.flatMap(({ name, benefit }) => (benefit === undefined ? [name] : []));
  const left = listed(words.unknownBenefit, unknown);
  if (known.length === 0) return nothingToDraw(frame, words.plans, left);
  const points = known.slice(0, DRAWN).map(({ cost, benefit, kind }, place) => {
    const { low, base, high } = benefit;
    return { number: String(place + 1), kind, x: cost, y: base, low, high };
  });
  const data = { values: points };
  const costs = fromNothing(points.map((point) => point.x));
  const benefits = fromNothing(points.map(({ high }) => high));
  const costTitle = filled(words.cost, { resource: plainText(resource) });
  const x = {
    type: 'quantitative',
    field: 'x',
    title: costTitle,
    scale: { domain: costs, nice: false },
    axis: { grid: true, tickCount: ticksAcross(frame) },
  };
  const y = {
    type: 'quantitative',
    field: 'y',
    ...axisUp(words.benefit, HEIGHT, { grid: true, tickCount: 5 }),
    scale: { domain: benefits, nice: false },
  };
  const numbered = numberedPoints(
    frame,
    points,
    { axis: x, ends: costs },
    { axis: y, ends: benefits },
    HEIGHT,
    kindsAmong(kinds, points),
  );
  const number = (value: number): string => numberText(Math.round(10 * value) / 10, language);
  return chartSpec(frame, {
    title: words.plans,
    key: numberedNames(
      known.map(({ name }) => name),
      frame,
    ),
    notes: [left, words.benefitRange, numbered.note],
    facts: known.map(({ name, cost, benefit: { low, base, high }, kind }, place) => {
      const range = `${number(base)} (${rangeText(frame, { low, high }, number)})`;
      return `${place + 1} ${name}: ${plainText(resource)} ${number(cost)}, ${range}, ${kind}`;
    }),
    body: layered(frame, HEIGHT, [
      {
        data,
        mark: { type: 'rule', strokeWidth: 1.5, color: colour('line') },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      ...numbered.layer,
    ]),
  });
}

/** From nothing to the most, with room for points at both ends: no amount is below nothing, and no tick. */
function fromNothing(amounts: readonly number[]): Ends {
  const most = Math.min(Math.max(0, ...amounts), MOST_DRAWN);
  return 0.05 * most > 0 ? [-0.05 * most, 1.08 * most] : [-0.05, 1];
}
