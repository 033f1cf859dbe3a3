import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { DelicateTraitReason } from '../reasonTypes.ts';
import { checkMoment } from './checkRule.ts';

/**
 * A rule for critical moments: where value changes hands, or the customer is passed on, the moment is
 * to be watched.
 *
 * A mistake with money looks like an attempt to cheat, and between two people or places things get
 * lost. That it is so in this service is assumed, so it gives no more than `watch`: a cycle in which
 * every payment were critical would single out none. The wait is left to the rule that measures it.
 *
 * @example
 * delicateTrait({ id: 'pay', name: 'Pays', contact: 'staff', traits: ['waiting', 'payment'] })
 *   .map(({ level, basis, trait }) => [level, basis, trait]); // => [['watch', 'assumed', 'payment']]
 */
export function delicateTrait(moment: MomentOfTruth): readonly DelicateTraitReason[] {
  checkMoment(moment);
  const { traits = [] } = moment;
  return traits.flatMap((trait) =>
    trait === 'payment' || trait === 'handover'
      ? [{ code: 'delicate-trait', level: 'watch', basis: 'assumed', n: 0, trait } as const]
      : [],
  );
}
