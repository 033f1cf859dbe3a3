import type { MeasuredFigures } from './ruleTypes.ts';
import type { MomentVerdict } from './types.ts';

/** The burden of incidents at a moment, as far as visits tell. */
export function costAt(
  moment: string,
  measured: MeasuredFigures | undefined,
): Pick<MomentVerdict, 'dissatisfiedPerThousand'> {
  const effect = measured
    ?.remember(
      'joint-effect',
      () => new Map(measured.joint().moments.map((each) => [each.moment, each])),
    )
    .get(moment);
  return effect?.kind === 'estimate' ? { dissatisfiedPerThousand: effect.burden } : {};
}
