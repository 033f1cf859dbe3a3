import type { Scale } from '../../model/survey.ts';

/** True for 0 to 10 in steps of 1 with high as good: the only scale of a net promoter score. */
export function isNetPromoterScale({ min, max, step = 1, reversed }: Scale): boolean {
  return min === 0 && max === 10 && step === 1 && !reversed;
}
