import type { Scale } from '../../model/survey.ts';

/** True for 0 to 10 in steps of 1 with high as good: the only scale of a net promoter score. */
export function isNetPromoterScale(scale: Partial<Scale> | undefined): scale is Scale {
  return scale?.min === 0 && scale.max === 10 && (scale.step ?? 1) === 1 && !scale.reversed;
}
