import { isBelow } from './isBelow.ts';
import type { AreaImportance, AreaLevel, AreaReason } from './types.ts';

/** The levels, the most urgent first. */
export const AREA_LEVELS: readonly AreaLevel[] = [
  'intervene-now',
  'plan',
  'measure-first',
  'keep',
  'possible-overkill',
];

/** What to do about an area, from the reasons that the evidence gives. */
export function levelOf(
  importance: AreaImportance | undefined,
  reasons: readonly AreaReason[],
  importanceLine: number | undefined,
): AreaLevel {
  const codes = reasons.map(({ code }) => code);
  if (reasons.some(isUrgent)) return 'intervene-now';
  if (codes.some((code) => OPEN.includes(code))) return 'plan';
  if (codes.includes('too-few-answers')) return 'measure-first';
  const mattersLess =
    importance !== undefined &&
    importanceLine !== undefined &&
    isBelow(importance.value, importanceLine);
  return mattersLess && !codes.includes('holds-critical-moment') ? 'possible-overkill' : 'keep';
}

const URGENT: readonly AreaReason['code'][] = [
  'important-and-weak',
  'level-deteriorated',
  'trend-deteriorated',
];

const OPEN: readonly AreaReason['code'][] = ['weak', 'standard-not-met', 'special-cause'];

function isUrgent(reason: AreaReason): boolean {
  return URGENT.includes(reason.code) || (reason.code === 'special-cause' && !reason.isProvisional);
}
