import type { Unit } from '../../shared/estimate.ts';
import type { ScoreDefinition } from '../../survey/types.ts';
import { oneOf } from '../oneOf.ts';
import { numberText, percentText } from '../pictures/numberText.ts';
import { filled } from '../pictures/readWords.ts';
import { type ChartFrame, type JsonObject, ticksAcross } from './chartFrame.ts';
import { axisTitle } from './rows.ts';

/** Two scores with the same text here stand on the same axis. */
export function kindOfScore(definition: ScoreDefinition): string {
  const { metric, scale } = definition;
  const unit = unitOf(definition);
  const box = 'box' in definition ? definition.box : '';
  const range = unit === 'scale' ? `${scale.min} ${scale.max} ${directionOf(definition)}` : '';
  return `${metric} ${unit} ${box} ${range}`;
}

/** The unit of a score that is made so. */
export function unitOf(definition: ScoreDefinition): Unit {
  const units: { readonly [Metric in ScoreDefinition['metric']]: Unit } = {
    'net-promoter-score': 'points',
    'customer-satisfaction':
      'box' in definition && definition.box === 'net' ? 'net-share' : 'share',
    'incident-share': 'share',
    'customer-effort': 'scale',
    'mean-rating': 'scale',
  };
  return oneOf(units, definition.metric, 'the metric of a score');
}

/** Whether a higher score is the better one. */
export function directionOf(definition: ScoreDefinition): 'higher' | 'lower' {
  if (definition.metric === 'incident-share') return 'lower';
  return 'direction' in definition && definition.direction === 'lower-is-better'
    ? 'lower'
    : 'higher';
}

/** What the axis of a score says, with its unit. */
function titleOfScore(definition: ScoreDefinition, frame: ChartFrame): string {
  const { words } = frame;
  const title = plainTitle(definition, frame);
  return directionOf(definition) === 'lower' ? `${title}, ${words.lowerIsBetter}` : title;
}

function plainTitle(definition: ScoreDefinition, { words, language }: ChartFrame): string {
  const { metric, scale } = definition;
  switch (metric) {
    case 'net-promoter-score':
      return words.netPromoterScore;
    case 'customer-satisfaction':
      return unitOf(definition) === 'net-share' ? words.netSatisfaction : words.satisfiedShare;
    case 'incident-share':
      return words.incidentShare;
    case 'customer-effort':
    case 'mean-rating': {
      const { min, max } = scale;
      const range = filled(words.range, {
        low: numberText(min, language),
        high: numberText(max, language),
      });
      return filled(words.mean, { range });
    }
  }
}

/** The horizontal axis of scores: from 0 only where it is natural, and not at all where there is nothing to show. */
export function scoreX(
  definition: ScoreDefinition,
  frame: ChartFrame,
  isEmpty: boolean,
): JsonObject {
  const unit = unitOf(definition);
  const { min, max } = definition.scale;
  const whole = { points: [-100, 100], share: [0, 1], 'net-share': [-1, 1], scale: [min, max] }[
    unit
  ];
  return {
    type: 'quantitative',
    title: axisTitle(frame, titleOfScore(definition, frame)),
    scale: isEmpty ? { domain: whole } : { zero: false },
    axis: {
      grid: true,
      tickCount: ticksAcross(frame),
      ...((unit === 'share' || unit === 'net-share') && { format: '.0%' }),
    },
  };
}

/** A figure as it is said: `81% (76% to 85%)`. */
export function figureText(
  frame: Pick<ChartFrame, 'words' | 'language'>,
  figure: Limits & { readonly value: number },
  unit: Unit,
): string {
  const { language } = frame;
  const isShare = unit === 'share' || unit === 'net-share';
  const write = (value: number): string =>
    isShare
      ? percentText(Math.round(1000 * value) / 1000, language)
      : numberText(Math.round(100 * value) / 100, language);
  return `${write(figure.value)} (${rangeText(frame, figure, write)})`;
}

type Limits = { readonly low: number; readonly high: number };

/** The limits of an interval. */
export function rangeText(
  { words }: Pick<ChartFrame, 'words'>,
  { low, high }: Limits,
  write: (value: number) => string,
): string {
  return filled(words.range, { low: write(low), high: write(high) });
}

/** What the bars of scores are: `Bars: 95% confidence intervals.` */
export function intervalNote({ words, language }: ChartFrame, level: number): string {
  return filled(words.intervals, { level: percentText(level, language) });
}
