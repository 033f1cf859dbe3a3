import type { Estimated } from '../shared/estimate.ts';
import type { AreaFacts, Share } from './areaStanding.ts';
import type { AreaReason, AreaSubject } from './types.ts';

/** What the place of an area depends on, as numbers. */
export function areaFacts(
  { performance, questions, importance }: AreaSubject,
  reasons: readonly AreaReason[],
  earlier: Estimated | undefined,
): AreaFacts {
  const has = (code: AreaReason['code']): boolean => reasons.some((one) => one.code === code);
  const risks = reasons.flatMap((reason) =>
    reason.code === 'value-at-risk' ? [reason.dissatisfiedPerThousand.value] : [],
  );
  const charts = reasons.flatMap((reason) =>
    reason.code === 'special-cause' ? [reason.isProvisional] : [],
  );
  return {
    performance: shareOf(performance),
    questions: questions.flatMap(({ favourableShare }) => shareOf(favourableShare) ?? []),
    earlier: earlier && shareOf(earlier),
    importance: importance?.value,
    failsStandard: has('standard-not-met'),
    holdsCritical: has('holds-critical-moment'),
    atRisk: Math.max(0, ...risks),
    chart: charts.length === 0 ? 'nothing' : charts.includes(false) ? 'settled' : 'provisional',
  };
}

/** A share as numbers; nothing where there is none. */
function shareOf(estimated: Estimated): Share | undefined {
  return estimated.kind === 'estimate' ? { value: estimated.value, n: estimated.n } : undefined;
}
