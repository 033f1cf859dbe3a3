import { convert, unitRatio } from '../../model/convertUnit.ts';
import type { Cycle } from '../../model/cycle.ts';

/** How long a standard lets a customer wait at a moment. */
export interface WaitLimit {
  /** The standard. */
  readonly standard: string;
  /** The longest wait it allows, in seconds. */
  readonly limitSeconds: number;
}

/**
 * The standards on how long customers wait at a moment: those of requirements that serve this moment
 * alone, measured in time, with an upper limit.
 */
export function waitLimits({ requirements = [] }: Cycle, moment: string): readonly WaitLimit[] {
  return requirements
    .filter(({ moments }) => moments.length === 1 && moments[0] === moment)
    .flatMap(({ standards = [] }) => standards)
    .flatMap(({ id, unit, operator, threshold }) => {
      const toSeconds = unitRatio(unit, 'seconds');
      if (operator !== '<=' || toSeconds === undefined) return [];
      return [{ standard: id, limitSeconds: convert(threshold, toSeconds) }];
    });
}
