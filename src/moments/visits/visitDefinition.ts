import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { quote, quoteList } from '../../shared/quote.ts';
import { checkOptions, refuse } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { VisitDefinition, VisitTallyOptions } from './definitionTypes.ts';

/** The most moments that visits are counted for: what is kept of pairs of moments grows with their square. */
const MOST_MOMENTS = 2000;

/** The scale of ratings and of the overall answer where none is given. */
const USUAL_SCALE: Scale = { min: 1, max: 5 };

/** The words that say how visits are counted, by the name of each. */
export const DEFINITION_WORDS: { readonly [name: string]: readonly string[] } = {
  incidentsFrom: ['reports', 'reports-and-low-ratings'],
  reportsFrom: ['log', 'questionnaire'],
  waits: ['sketch', 'exact'],
};

/**
 * How visits of a cycle are counted, with every default in place.
 *
 * @throws ServiceCycleError `invalid-argument` for scales, bands and drivers that make no sense;
 * `unknown-id` for a driver that is no moment of the cycle
 */
export function visitDefinition<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: VisitTallyOptions<Ids['moment']>,
): VisitDefinition<Ids['moment']> {
  checkNoWeights(options);
  checkOptions(options, OPTIONS);
  const moments = cycle.moments.map(({ id }) => id);
  if (moments.length > MOST_MOMENTS) {
    refuse(
      'the number of moments',
      moments.length,
      `at most ${MOST_MOMENTS}; split the cycle by stage`,
    );
  }
  const ratingScale = plainScale('ratingScale', options.ratingScale ?? USUAL_SCALE);
  const overallScale = plainScale('overallScale', options.overallScale ?? USUAL_SCALE);
  const drivers = options.drivers ?? moments;
  checkDrivers(drivers, moments);
  const {
    incidentsFrom = 'reports-and-low-ratings',
    reportsFrom = 'log',
    waits = 'sketch',
  } = options;
  return {
    cycle: cycle.id,
    moments,
    ratingScale,
    overallScale,
    ...ratingBands(ratingScale, options),
    dissatisfiedUpTo: dissatisfied(overallScale, options.dissatisfiedUpTo),
    pleasedFrom: pleased(overallScale, options.pleasedFrom),
    incidentsFrom,
    reportsFrom,
    drivers: [...drivers],
    waits,
  };
}

const OPTIONS: readonly (keyof VisitTallyOptions)[] = [
  'ratingScale',
  'overallScale',
  'lowUpTo',
  'highFrom',
  'dissatisfiedUpTo',
  'pleasedFrom',
  'incidentsFrom',
  'reportsFrom',
  'drivers',
  'waits',
  'firstPosition',
];

/**
 * Refuses weights: the exact tests behind the verdicts count visits, of which there are no halves.
 *
 * @throws ServiceCycleError `invalid-argument` for anything called `weight` or `weights`
 */
export function checkNoWeights(holder: object): void {
  const name = ['weight', 'weights'].find((key) => key in holder);
  if (name === undefined) return;
  const expected =
    'none, since every visit counts once: detect from visits of one kind, or weigh scores';
  refuse(name, Reflect.get(holder, name), expected);
}

function ratingBands(
  scale: Scale,
  options: VisitTallyOptions,
): Pick<VisitDefinition, 'lowUpTo' | 'highFrom'> {
  const answers = scaleAnswers(scale);
  const top = answers.length - 1;
  const low =
    options.lowUpTo === undefined ? usualLow(scale) : placeOn(scale, 'lowUpTo', options.lowUpTo);
  const high =
    options.highFrom === undefined ? top - low : placeOn(scale, 'highFrom', options.highFrom);
  if (low >= high) {
    refuse('lowUpTo', answers[low], `one below highFrom, which is ${quote(answers[high])}`);
  }
  return { lowUpTo: answers[low] ?? scale.min, highFrom: answers[high] ?? scale.max };
}

/**
 * The place of the highest low rating where nothing else is asked for: below the middle. An even number of
 * answers has two in the middle, which are neither low nor high unless they are all.
 */
export function usualLow(scale: Scale): number {
  const top = answerCount(scale) - 1;
  return Math.max(0, Math.ceil(top / 2) - 1 - (top > 1 ? top % 2 : 0));
}

function dissatisfied(scale: Scale, asked: number | undefined): number {
  const answers = scaleAnswers(scale);
  const top = answers.length - 1;
  const place =
    asked === undefined ? Math.ceil(top / 2) - 1 : placeOn(scale, 'dissatisfiedUpTo', asked);
  if (place === top) {
    refuse('dissatisfiedUpTo', asked, 'an answer below the highest');
  }
  return answers[place] ?? scale.min;
}

function pleased(scale: Scale, asked: number | undefined): number {
  const answers = scaleAnswers(scale);
  const top = answers.length - 1;
  const place =
    asked === undefined ? Math.ceil(0.9 * top - 1e-9) : placeOn(scale, 'pleasedFrom', asked);
  if (place === 0) refuse('pleasedFrom', asked, 'an answer above the lowest');
  return answers[place] ?? scale.max;
}

function placeOn(scale: Scale, name: string, answer: number): number {
  const place = scaleAnswers(scale).indexOf(answer);
  if (place >= 0) return place;
  return refuse(name, answer, `an answer from ${scale.min} to ${scale.max}`);
}

/** The scale without its labels, so that it compares with another. */
function plainScale(name: string, scale: Scale): Scale {
  const { min, max, step = 1, reversed = false, notApplicable = [] } = scale;
  const isOfNumbers = [min, max, step].every((one: unknown) => typeof one === 'number');
  const steps = isOfNumbers ? (max - min) / step : 0;
  const isScale =
    isOfNumbers &&
    Number.isFinite(min) &&
    min < max &&
    step > 0 &&
    Math.abs(steps - Math.round(steps)) < 1e-9;
  if (!isScale || answerCount(scale) > 1000) {
    const found = `${quote(min)} to ${quote(max)} by ${quote(step)}`;
    throw new ServiceCycleError(
      'invalid-argument',
      `${name} is ${found}; expected up to 1,000 answers, whole steps apart`,
    );
  }
  if (reversed) {
    refuse(name, scale, 'one on which high answers are good, as visitsFromResponses makes it');
  }
  return {
    min,
    max,
    ...(step !== 1 && { step }),
    ...(notApplicable.length > 0 && { notApplicable: [...notApplicable] }),
  };
}

function checkDrivers(drivers: readonly string[], moments: readonly string[]): void {
  const stranger = drivers.find((driver) => !moments.includes(driver));
  if (stranger !== undefined) {
    throw new ServiceCycleError(
      'unknown-id',
      `a driver is ${quote(stranger)}; expected ${quoteList(moments)}, the moments of the cycle`,
    );
  }
  const twice = drivers.find((driver, place) => drivers.indexOf(driver) !== place);
  if (twice !== undefined) refuse('a driver', twice, 'each moment once');
}
