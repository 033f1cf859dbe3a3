import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { Reason } from '../../moments/reasonTypes.ts';
import type { DetectionContext } from '../../moments/ruleTypes.ts';
import type { Estimate } from '../../shared/estimate.ts';
import { checkKano } from './checkKano.ts';
import type { Kano } from './kanoTypes.ts';

/** Customers say that a requirement of the moment is taken for granted: where it is not met, the service is spoilt. */
export interface MustBeReason extends Reason {
  /** Tells this reason from the others. */
  readonly code: 'must-be';
  /** Its absence alone spoils the service. */
  readonly level: 'critical';
  /** What customers say, not what was seen to happen. `n` of them gave a pair of answers. */
  readonly basis: 'judged';
  /** The requirement. */
  readonly requirement: string;
  /** The share whom it displeases where it is not met, as -1 to 0. */
  readonly worse: Estimate<'net-share', 'wilson'>;
}

/**
 * A rule for critical moments: one of the moment's requirements is a must-be to customers.
 *
 * It stands beside the default rules where Kano's questionnaire was asked. Only a category that is shown counts; a
 * requirement of several moments makes each of them critical. One that customers find attractive gives nothing:
 * its absence loses nobody.
 *
 * @param found - what requirements are to customers
 * @returns the rule, for the `rules` of `detectCriticalMoments`, or the `detection` of `reviewCycle`
 * @throws ServiceCycleError `invalid-argument` when it is no such result
 * @example
 * const hotel = defineCycle({
 *   id: 'hotel',
 *   name: 'A stay',
 *   moments: [{ id: 'bill', name: 'Gets the bill', contact: 'staff' }],
 *   requirements: [
 *     { id: 'right-bill', statement: 'The bill is right', moments: ['bill'], source: { kind: 'expectation' } },
 *   ],
 * });
 * const pairs = [{ requirement: 'right-bill', functional: 'right', dysfunctional: 'wrong' }] as const;
 * const answers = Array.from({ length: 40 }, (_, i) => ({ right: i < 34 ? 2 : 1, wrong: 5 }));
 * const rule = mustBeRule(kano(tallyKano(pairs, answers)));
 * const rules = [...DEFAULT_CRITICAL_MOMENT_RULES, rule];
 * const [bill] = detectCriticalMoments(hotel, { rules }).moments;
 * bill?.level; // => 'critical'
 * bill?.reasons[0]?.code; // => 'must-be'
 * @see Kano, Seraku, Takahashi & Tsuji (1984), Hinshitsu 14(2), 147-156
 */
export function mustBeRule(
  found: Kano,
): (moment: MomentOfTruth, context: DetectionContext) => readonly MustBeReason[] {
  checkKano('found', found);
  const reasons = new Map<string, MustBeReason>();
  for (const { requirement, use, n = 0, worse } of found.requirements) {
    if (use !== 'evidence-for-critical' || worse.kind !== 'estimate') continue;
    reasons.set(requirement, {
      code: 'must-be',
      level: 'critical',
      basis: 'judged',
      n,
      requirement,
      worse,
    });
  }
  return ({ id }, { cycle }) =>
    (cycle.requirements ?? [])
      .filter(({ moments }) => moments.includes(id))
      .flatMap((requirement) => reasons.get(requirement.id) ?? []);
}
