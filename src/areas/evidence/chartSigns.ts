import type { AreaChart, ChartGap, EwmaChart, ShareChart } from '../charts/types.ts';
import type { SpecialCauseReason } from '../reasonTypes.ts';

/** What the newest period of an area's charts says, where it is worse than chance has it. */
export function chartSigns(chart: AreaChart | undefined): readonly SpecialCauseReason[] {
  if (chart === undefined) return [];
  return [...signsOf('p', chart.share), ...signsOf('ewma', chart.ewma)];
}

function signsOf(
  name: SpecialCauseReason['chart'],
  chart: ShareChart | EwmaChart | ChartGap,
): SpecialCauseReason[] {
  if (chart.kind === 'not-estimable') return [];
  const newest = chart.points.at(-1);
  return (newest?.signals ?? []).flatMap(({ rule, direction }) =>
    newest === undefined || direction === 'up'
      ? []
      : [
          {
            code: 'special-cause',
            chart: name,
            rule,
            period: newest.label,
            charted: newest.charted,
            limit: newest.low,
            isProvisional: chart.isProvisional,
          },
        ],
  );
}
