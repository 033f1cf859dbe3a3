import { it } from 'vitest';
import { sampleSize } from './sampleSize.ts';

it('refuses a plan without a margin of error', () => {
  // @ts-expect-error marginOfError is missing
  sampleSize({ kind: 'share' });
});

it('refuses a margin in the unit of another plan', () => {
  // @ts-expect-error a net promoter score has its margin in points
  sampleSize({ kind: 'net-promoter-score', marginOfError: 0.05 });
});

it('refuses a mean without a standard deviation, for which there is no worst case', () => {
  // @ts-expect-error standardDeviation is missing
  sampleSize({ kind: 'mean', marginOfError: 0.5 });
});

it('refuses an expected share for a mean', () => {
  // @ts-expect-error a mean has no expected share
  sampleSize({ kind: 'mean', marginOfError: 0.5, standardDeviation: 1, expectedShare: 0.5 });
});
