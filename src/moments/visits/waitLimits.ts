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
      const seconds = secondsPer(unit);
      if (operator !== '<=' || seconds === undefined) return [];
      // 2.3 minutes are 138 seconds, and not the 137.99999999999997 of the product.
      return [{ standard: id, limitSeconds: Math.round(threshold * seconds * 1e9) / 1e9 }];
    });
}

/** How many seconds a unit of time has. */
function secondsPer(unit: string): number | undefined {
  switch (unit.trim().toLowerCase()) {
    case 'ms':
    case 'millisecond':
    case 'milliseconds':
      return 0.001;
    case 's':
    case 'sec':
    case 'second':
    case 'seconds':
      return 1;
    case 'min':
    case 'minute':
    case 'minutes':
      return 60;
    case 'h':
    case 'hour':
    case 'hours':
      return 3600;
    default:
      return undefined;
  }
}
