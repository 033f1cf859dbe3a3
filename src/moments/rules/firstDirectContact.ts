import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { FirstContactReason } from '../reasonTypes.ts';
import type { DetectionContext } from '../ruleTypes.ts';
import { checkCycleContext, checkMoment, contactAt } from './checkRule.ts';

/**
 * A rule for critical moments: the first moment face to face with staff is to be watched, since first
 * impressions are assumed to weigh more.
 *
 * @example
 * const stay = defineCycle({
 *   id: 'stay',
 *   name: 'A stay',
 *   moments: [
 *     { id: 'book', name: 'Books', contact: 'self-service' },
 *     { id: 'greet', name: 'Is greeted', contact: 'staff' },
 *     { id: 'serve', name: 'Is served', contact: 'staff' },
 *   ],
 * });
 * detectCriticalMoments(stay, { rules: [firstDirectContact] })
 *   .moments.map(({ moment, level }) => `${moment}: ${level}`);
 * // => ['greet: watch', 'book: not-assessed', 'serve: not-assessed']
 */
export function firstDirectContact(
  moment: MomentOfTruth,
  context: Pick<DetectionContext, 'cycle'>,
): readonly FirstContactReason[] {
  checkMoment(moment);
  checkCycleContext(context);
  // Asked of every moment: those that it cannot be are not looked for along the whole cycle.
  if (moment.contact !== 'staff') return [];
  const first = context.cycle.moments.find((each) => contactAt(each) === 'staff');
  return first?.id === moment.id
    ? [{ code: 'first-direct-contact', level: 'watch', basis: 'assumed', n: 0 }]
    : [];
}
