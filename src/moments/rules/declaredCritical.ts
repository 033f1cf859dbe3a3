import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { DeclaredReason } from '../reasonTypes.ts';
import { checkMoment } from './checkRule.ts';

/**
 * A rule for critical moments: a person's word makes a moment critical.
 *
 * @example
 * declaredCritical({
 *   id: 'pay',
 *   name: 'Receives the money',
 *   contact: 'staff',
 *   declaredCritical: { because: 'Too little looks like cheating', by: 'branch supervisor' },
 * }).map(({ level, by }) => [level, by]); // => [['critical', 'branch supervisor']]
 */
export function declaredCritical(moment: MomentOfTruth): readonly DeclaredReason[] {
  checkMoment(moment);
  const { declaredCritical: declared } = moment;
  return declared === undefined
    ? []
    : [
        {
          code: 'declared',
          level: 'critical',
          basis: 'judged',
          n: 1,
          ...(declared.by !== undefined && { by: declared.by }),
          because: declared.because,
        },
      ];
}
