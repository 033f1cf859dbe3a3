import { checkBetween, checkObject } from '../../shared/refuse.ts';
import type { QuantileSketch } from './quantileSketch.ts';

/** What may be chosen about a sketch. */
export interface SketchOptions {
  /** How far a quantile may be off, as a share of it, 0.001 to 0.5; 0.01 when absent. */
  readonly accuracy?: number;
}

/** How far a quantile of a sketch may be off where nothing else is asked for: one percent. */
const DEFAULT_ACCURACY: number = 0.01;

/**
 * A sketch of no durations yet.
 *
 * @param options - the accuracy
 * @throws `invalid-argument` where the accuracy is not from 0.001 to 0.5
 * @example
 * emptySketch() // => { kind: 'quantile-sketch', accuracy: 0.01, n: 0, zeros: 0, buckets: [] }
 * @see Masson, Rim & Lee (2019), Proceedings of the VLDB Endowment 12, 2195-2205
 */
export function emptySketch(options: SketchOptions = {}): QuantileSketch {
  checkObject('options', options);
  const { accuracy = DEFAULT_ACCURACY } = options;
  checkBetween('accuracy', accuracy, 0.001, 0.5);
  return { kind: 'quantile-sketch', accuracy, n: 0, zeros: 0, buckets: [] };
}
