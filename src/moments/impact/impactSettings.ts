import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import {
  checkBetween,
  checkCount,
  checkLevel,
  checkObject,
  checkSeed,
  checkShare,
} from '../../shared/refuse.ts';
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
  checkSeed(seed);
  checkCount('resamples', resamples, 100, 100_000);
  checkCount('minimumCases', minimumCases, 1);
  checkObject('thresholds', thresholds);
  const { hybrid, extreme } = thresholds;
  checkShare('thresholds.extreme', extreme);
  checkBetween('thresholds.hybrid', hybrid, 0, extreme);
  return { seed, resamples, thresholds: { hybrid, extreme }, level, minimumCases };
}
