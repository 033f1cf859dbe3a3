import { graveTests } from '../../moments/graveTests.ts';
import { jointEffect } from '../../moments/jointEffect/jointEffect.ts';
import type { JointEffect, JointEffectGap } from '../../moments/jointEffect/jointTypes.ts';
import { shrunkHarms } from '../../moments/jointEffect/shrunkHarms.ts';
import { hasCommonSource } from '../../moments/rules/incidentEffectRule.ts';
import type { EndedCounts } from '../../moments/visits/countTypes.ts';
import type { VisitTally } from '../../moments/visits/types.ts';
import type { Harm } from '../../plans/stakes.ts';

/** What visits tell of the incidents at one moment. */
export interface MeasuredMoment {
  /** The share of all visits that pass it. */
  readonly usage: number;
  /** The share of those in which something goes wrong there; absent where nothing tells. */
  readonly incidentShare?: number;
  /** What that does, or why it cannot be told. */
  readonly harm: Harm | JointEffectGap;
}

/**
 * What visits tell of every moment, harms as joint effects shrunk by their noise.
 *
 * A harm has a cautious figure above 0 only where it is proved to reach the gravity, by the test that calls a
 * moment critical, and where what told of incidents shares no mood with the customer's verdict.
 */
export function measuredHarms<MomentId extends string>(
  tally: VisitTally<MomentId>,
  gravity: number,
  level: number,
): ReadonlyMap<MomentId, MeasuredMoment> {
  const joint = jointEffect(tally, { level });
  const { moments } = joint;
  const shrunk = shrunkHarms(joint);
  const estimated = moments.filter((each) => each.kind === 'estimate');
  const tests = new Map(
    graveTests(estimated, gravity, 'holm').map((test, place) => [estimated[place], test]),
  );
  const harmOf = (effect: JointEffect<MomentId>, value: number, isCommonSource: boolean): Harm => {
    const { interval } = effect;
    const test = tests.get(effect);
    const isProved = !isCommonSource && test !== undefined && test.adjustedPValue <= 1 - level;
    return {
      value,
      low: isProved ? Math.min(value, Math.max(0, interval.low)) : 0,
      high: Math.min(1, Math.max(value, interval.high)),
      basis: isCommonSource ? 'common-source' : 'measured',
    };
  };
  return new Map(
    tally.moments.flatMap((counted, place) => {
      const effect = moments[place];
      if (effect === undefined || counted.passed === 0) return [];
      const { incident, noIncident, unknown } = counted.incidents;
      const wrong = knownOf(incident);
      const told = wrong + knownOf(noIncident);
      const harm =
        effect.kind === 'estimate'
          ? harmOf(effect, shrunk[place] ?? 0, hasCommonSource(counted, tally.definition))
          : effect.reason === 'nobody-dissatisfied'
            ? NONE
            : effect.reason;
      return [
        [
          counted.moment,
          {
            usage: counted.passed / Math.max(1, tally.visits),
            // As in the joint effect, a visit that does not tell counts as one without an incident.
            ...(told > 0 && { incidentShare: wrong / (told + knownOf([unknown])) }),
            harm,
          },
        ] as const,
      ];
    }),
  );
}

/** Where nobody ends dissatisfied nothing harms. */
const NONE: Harm = { value: 0, low: 0, high: 0, basis: 'measured' };

function knownOf(rows: readonly EndedCounts[]): number {
  return rows.reduce((sum, { dissatisfied, satisfied }) => sum + dissatisfied + satisfied, 0);
}
