import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { JointEffectGap } from '../../moments/jointEffect/jointTypes.ts';
import type { VisitTally } from '../../moments/visits/types.ts';
import type { MomentStake } from '../../plans/stakes.ts';
import { quote } from '../../shared/quote.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type { MeasuredMoment } from './measuredHarms.ts';
import type { StakeFinding } from './stakeTypes.ts';

/** Stakes as they were found, and what they rest on. */
interface FoundStakes<MomentId extends string> {
  readonly cycle: { readonly moments: readonly Pick<MomentOfTruth<MomentId>, 'id' | 'usage'>[] };
  readonly tally: VisitTally<MomentId> | undefined;
  readonly level: number;
  readonly moments: readonly MomentStake<MomentId>[];
  readonly counted: ReadonlyMap<MomentId, MeasuredMoment>;
  /** The share of customers who end dissatisfied, where anything tells. */
  readonly dissatisfied: number | undefined;
}

/** What to know of stakes before one relies on them. */
export function stakeFindings<MomentId extends string>(
  found: FoundStakes<MomentId>,
): readonly StakeFinding<MomentId>[] {
  const outcome = outcomeFinding(found.dissatisfied);
  const isAllAlike = outcome?.code === 'everybody-dissatisfied';
  return [
    ...(outcome === undefined ? [] : [outcome]),
    ...usageFindings(found),
    ...(isAllAlike ? [] : harmFindings(found)),
  ];
}

function outcomeFinding(dissatisfied: number | undefined): StakeFinding<never> | undefined {
  if (dissatisfied === undefined) {
    const message = 'nothing tells how many customers end dissatisfied; all visits stand in';
    return { code: 'unknown-outcome', message };
  }
  if (dissatisfied === 0) {
    return {
      code: 'nobody-dissatisfied',
      message: 'nobody ends dissatisfied: nothing is at stake',
    };
  }
  if (dissatisfied < 1) return undefined;
  const message = 'everybody ends dissatisfied: no harm can be told from another';
  return { code: 'everybody-dissatisfied', message };
}

/**
 * Usage that the cycle states and that the visits tell otherwise, by more than chance. Visits that are
 * answers tell nothing of a moment that no question is about: where nobody passed, nothing is contradicted.
 */
function usageFindings<MomentId extends string>({
  cycle,
  tally,
  level,
}: FoundStakes<MomentId>): StakeFinding<MomentId>[] {
  if (tally === undefined || tally.visits === 0) return [];
  const usages = new Map(cycle.moments.map(({ id, usage }) => [id, usage]));
  const told = tally.moments.flatMap(({ moment, passed }) => {
    const stated = usages.get(moment);
    return stated === undefined || passed === 0 ? [] : [{ moment, passed, stated }];
  });
  return told.flatMap(({ moment, passed, stated }): StakeFinding<MomentId>[] => {
    const value = passed / tally.visits;
    // Of twenty usages stated rightly one would be contradicted by chance.
    const interval = wilsonInterval(passed, tally.visits, { level: 1 - (1 - level) / told.length });
    if (stated >= interval.low && stated <= interval.high) return [];
    const message = `${quote(moment)} is passed in ${percent(value)} of the visits, and the cycle says ${percent(stated)}`;
    return [{ code: 'usage-contradicted', moment, message, stated, counted: { value, interval } }];
  });
}

/** Moments with incidents of which the visits cannot tell what they do. */
function harmFindings<MomentId extends string>({
  moments,
  counted,
}: FoundStakes<MomentId>): StakeFinding<MomentId>[] {
  return moments.flatMap(({ moment, incidentShare }): StakeFinding<MomentId>[] => {
    const reason = counted.get(moment)?.harm;
    if (typeof reason !== 'string' || incidentShare.value === 0) return [];
    const message = `what incidents at ${quote(moment)} do cannot be told: ${WHY[reason]}`;
    return [{ code: 'harm-not-measured', moment, message, reason }];
  });
}

const WHY: { readonly [Gap in JointEffectGap]: string } = {
  'no-data': 'no visit tells how it ended',
  'nobody-dissatisfied': 'no visit ended dissatisfied',
  'everybody-dissatisfied': 'every visit ended dissatisfied',
  'too-few-visits': 'there are no more visits than moments',
  'too-few': 'too few visits have an incident there, or too few have none',
  collinear: 'they come with those at other moments, visit by visit',
};

function percent(share: number): string {
  return `${String(Number((100 * share).toPrecision(3)))} %`;
}
