import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { LastContactReason } from '../reasonTypes.ts';
import type { DetectionContext } from '../ruleTypes.ts';
import { checkCycleContext, checkMoment, contactAt } from './checkRule.ts';

/**
 * A rule for critical moments: the last moment in which the customer meets anybody or anything of the
 * organization is to be watched, since what comes last is assumed to be remembered best.
 *
 * @example
 * const stay = defineCycle({
 *   id: 'stay',
 *   name: 'A stay',
 *   moments: [
 *     { id: 'greet', name: 'Is greeted', contact: 'staff' },
 *     { id: 'pay', name: 'Pays at a machine', contact: 'self-service' },
 *     { id: 'leave', name: 'Drives home', contact: 'none' },
 *   ],
 * });
 * detectCriticalMoments(stay, { rules: [lastContact] })
 *   .moments.map(({ moment, level }) => `${moment}: ${level}`);
 * // => ['pay: watch', 'greet: not-assessed', 'leave: not-assessed']
 * @see Kahneman, Fredrickson, Schreiber & Redelmeier (1993), Psychological Science 4, 401-405
 */
export function lastContact(
  moment: MomentOfTruth,
  context: Pick<DetectionContext, 'cycle'>,
): readonly LastContactReason[] {
  checkMoment(moment);
  checkCycleContext(context);
  // Asked of every moment: those that it cannot be are not looked for along the whole cycle.
  if (moment.contact === 'none') return [];
  const last = context.cycle.moments.findLast((each) => contactAt(each) !== 'none');
  return last?.id === moment.id
    ? [{ code: 'last-contact', level: 'watch', basis: 'assumed', n: 0 }]
    : [];
}
