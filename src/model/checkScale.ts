import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { Scale } from './survey.ts';

/** The most answers a scale can have: a slider from 0 to 100 in steps of 0.01. */
const MOST_ANSWERS = 10_001;

/**
 * Refuses a scale whose ends are no numbers in order, or that has too many answers to be one. Where
 * answers are read and not counted one by one, as drivers are, there may be more of them.
 */
export function checkScale(
  { min, max, step = 1 }: Scale,
  mostAnswers: number = MOST_ANSWERS,
): void {
  const isOfNumbers = [min, max, step].every((one: unknown) => typeof one === 'number');
  const steps = isOfNumbers ? (max - min) / step : 0;
  if (steps > 0.5 && step > 0 && steps < mostAnswers && isModest(min) && isModest(max)) return;
  throw new ServiceCycleError(
    'wrong-scale',
    `the scale is ${quote(min)} to ${quote(max)} by ${quote(step)}; expected two ends in order, within a thousand million of 0, and from 2 to ${mostAnswers} answers`,
  );
}

/** Beyond it, answers that are told apart to 9 decimals are no longer told apart. */
function isModest(end: number): boolean {
  return Math.abs(end) <= 1e9;
}
