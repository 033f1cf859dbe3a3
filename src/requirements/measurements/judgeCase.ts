import type { MeasurementEnd } from '../../model/observations.ts';
import type { Standard } from '../../model/requirement.ts';

/** What a case says about its standard. */
export type CaseOutcome = 'conforming' | 'failing' | 'undecided';

/**
 * Holds one case against a standard. Exactly at the threshold conforms.
 *
 * A case that is not over can only come to more than it has: one that is beyond an upper limit fails
 * already, one that has reached a lower limit conforms already, and any other may still go either way.
 */
export function judgeCase(
  value: number,
  ended: MeasurementEnd,
  { operator, threshold }: Pick<Standard, 'operator' | 'threshold'>,
): CaseOutcome {
  if (ended === 'completed') return conforms(value, operator, threshold) ? 'conforming' : 'failing';
  if (operator === '>=') return value >= threshold ? 'conforming' : 'undecided';
  return value > threshold ? 'failing' : 'undecided';
}

function conforms(value: number, operator: Standard['operator'], threshold: number): boolean {
  switch (operator) {
    case '<=':
      return value <= threshold;
    case '>=':
      return value >= threshold;
    case '=':
      return value === threshold;
  }
}
