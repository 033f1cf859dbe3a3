import { bucketBound } from '../stats/sketch/bucketBound.ts';
import type { QuantileSketch } from '../stats/sketch/quantileSketch.ts';
import type { CountedValues, MeasurementCounts } from './measurements/tallyTypes.ts';

/** The values that were kept, in ascending order; of a sketch the middle of each bucket. */
export function keptValues(kept: MeasurementCounts['measured']): CountedValues {
  return 'sketch' in kept ? middlesOf(kept.sketch) : kept;
}

function middlesOf({ accuracy, zeros, buckets }: QuantileSketch): CountedValues {
  const growth = (1 + accuracy) / (1 - accuracy);
  const values = buckets.map(([bucket]) => (1 - accuracy) * bucketBound(growth, bucket));
  const counts = buckets.map(([, count]) => count);
  return zeros === 0 ? { values, counts } : { values: [0, ...values], counts: [zeros, ...counts] };
}
