import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkLevel, checkObject } from '../../shared/refuse.ts';

/** What may be chosen about an interval. */
export interface IntervalOptions {
  /** The confidence level, above 0 and below 1; 0.95 where none is asked for. */
  readonly level?: number;
}

/** The confidence level that options ask for, refused where it is none. */
export function levelOf(options: IntervalOptions): number {
  checkObject('options', options);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  return level;
}
