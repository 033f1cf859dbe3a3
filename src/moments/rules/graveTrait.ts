import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { TraitReason } from '../reasonTypes.ts';
import { checkMoment } from './checkRule.ts';

/**
 * A rule for critical moments: danger to life or property, or to rights, makes a moment critical,
 * whatever customers say of it afterwards.
 *
 * @example
 * graveTrait({ id: 'call', name: 'Calls for help', contact: 'remote', traits: ['waiting', 'safety'] })
 *   .map(({ level, trait }) => [level, trait]); // => [['critical', 'safety']]
 */
export function graveTrait(moment: MomentOfTruth): readonly TraitReason[] {
  checkMoment(moment);
  const { traits = [] } = moment;
  return traits.flatMap((trait) =>
    trait === 'safety' || trait === 'legal'
      ? [{ code: 'grave-trait', level: 'critical', basis: 'judged', n: 0, trait } as const]
      : [],
  );
}
