import type { LocalizedText } from '../../../model/localizedText.ts';
import { answerCount } from '../../../model/scaleAnswers.ts';
import type { Question, Scale } from '../../../model/survey.ts';
import { quote } from '../../../shared/quote.ts';
import { FEWEST_SCALE_POINTS, MOST_SCALE_POINTS } from '../types.ts';
import type { ScaleFind } from './scaleRule.ts';

/** What is asked on a scale with two sides, so that a middle has a meaning. */
const TWO_SIDED: readonly Question['asks'][] = [
  'satisfaction',
  'effort',
  'perception',
  'expectation',
];

/** Fewer or more answers than people tell apart. */
export function scalePoints(question: Question): readonly ScaleFind[] {
  const scale = ratingScale(question);
  if (scale === undefined) return [];
  const points = answerCount(scale);
  if (points >= FEWEST_SCALE_POINTS && points <= MOST_SCALE_POINTS) return [];
  return [
    {
      rule: 'scale-points',
      labels: [],
      text: rangeText(scale),
      message: `the scale has ${points} answers, ${points < FEWEST_SCALE_POINTS ? 'too few to tell differences' : 'more than people tell apart'}`,
      suggestion: 'Five to seven answers serve most questions.',
    },
  ];
}

/** Four or six answers where the middle has a meaning; more are fine enough without it. */
export function noMiddle(question: Question): readonly ScaleFind[] {
  const scale = ratingScale(question);
  if (scale === undefined || !TWO_SIDED.includes(question.asks)) return [];
  const points = answerCount(scale);
  if (points !== 4 && points !== 6) return [];
  return [
    {
      rule: 'no-middle',
      labels: [],
      text: rangeText(scale),
      message: `the scale has ${points} answers and none in the middle`,
      suggestion: 'Use an odd number of answers, unless you mean to make everyone take a side.',
    },
  ];
}

/** Ends without words, in any language or in one that the question is put in. */
export function unlabelledEnds(question: Question): readonly ScaleFind[] {
  const scale = ratingScale(question);
  if (scale === undefined) return [];
  const ends = [String(scale.min), String(scale.max)];
  const labels = new Map(Object.entries(scale.labels ?? {}));
  const bare = ends.filter((end) => !labels.has(end));
  const languages = typeof question.text === 'string' ? [] : Object.keys(question.text);
  return [
    ...(bare.length === 0 ? [] : [unlabelled(bare)]),
    ...languages.flatMap((language) => {
      const untold = ends.filter((end) => isUntold(labels.get(end), language));
      return untold.length === 0 ? [] : [unlabelled(untold, language)];
    }),
  ];
}

function unlabelled(ends: readonly string[], language?: string): ScaleFind {
  const place = language === undefined ? '' : ` in ${quote(language)}`;
  return {
    rule: 'unlabelled-ends',
    ...(language === undefined ? {} : { language }),
    labels: ends,
    text: ends.join(', '),
    message: `no words${place} say what ${ends.join(' and ')} stand${ends.length === 1 ? 's' : ''} for`,
    suggestion: 'Label at least both ends of the scale.',
  };
}

function isUntold(label: LocalizedText | undefined, language: string): boolean {
  if (label === undefined || typeof label === 'string') return false;
  const base = (tag: string): string => tag.split('-')[0] ?? tag;
  return !Object.keys(label).some((tag) => base(tag) === base(language));
}

/** The scale of a rated question; incidents are told by yes and no and have none to judge. */
export function ratingScale(question: Question): Scale | undefined {
  return question.asks === 'profile' || question.asks === 'comment' || question.asks === 'incident'
    ? undefined
    : question.scale;
}

function rangeText({ min, max, step = 1 }: Scale): string {
  return `${min} to ${max}${step === 1 ? '' : ` in steps of ${step}`}`;
}
