import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkLevel } from '../../shared/refuse.ts';
import type { ImpactOptions, ImpactSettings } from './impactTypes.ts';

/** The options of an impact with the defaults in place. */
export function impactSettings({
  seed = 1,
  resamples = 2000,
  thresholds = { hybrid: 0.2, extreme: 0.7 },
  level = DEFAULT_LEVEL,
  minimumCases = 10,
}: ImpactOptions): ImpactSettings {
  checkLevel(level);
  check('seed', seed, Number.isSafeInteger(seed), 'a whole number of at most 53 bits');
  const isCount = Number.isSafeInteger(resamples) && resamples >= 100 && resamples <= 100_000;
  check('resamples', resamples, isCount, 'a whole number from 100 to 100,000');
  const isMinimum = Number.isSafeInteger(minimumCases) && minimumCases >= 1;
  check('minimumCases', minimumCases, isMinimum, 'a whole number, 1 or more');
  const { hybrid, extreme } = thresholds;
  check(
    'thresholds.hybrid',
    hybrid,
    hybrid >= 0 && hybrid <= extreme,
    'from 0 to thresholds.extreme',
  );
  check('thresholds.extreme', extreme, extreme <= 1, 'a number up to 1');
  return { seed, resamples, thresholds: { hybrid, extreme }, level, minimumCases };
}

function check(name: string, value: number, holds: boolean, expected: string): void {
  if (holds) return;
  const message = `${name}: found ${quote(value)}, expected ${expected}`;
  throw new ServiceCycleError('invalid-argument', message);
}
