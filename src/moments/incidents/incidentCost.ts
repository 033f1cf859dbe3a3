import { checkBetween, checkOptions, checkShare, isFields } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import type { CostAssumption, CostFigure, IncidentCost, IncidentCostOptions } from './costTypes.ts';
import type { IncidentEffect, IncidentEffectNotEstimable } from './incidentTypes.ts';
import { perThousand } from './perThousand.ts';

/**
 * What incidents at a moment come to: of a thousand customers, how many end dissatisfied in association
 * with them, and what that is worth.
 *
 *     per thousand = 1000 · usage · incident share · risk difference
 *     value at risk = that · share really lost · value of a customer
 *     limits: distances of the limits of share and difference, as each moves the product, squared and added
 *
 * It supposes that visits with an incident would have ended as those without. Money is always marked
 * `assumed`, and everything that was not given is listed. Costs of several moments do not add up, since
 * one visit can have several incidents.
 *
 * Not estimable where the effect is not, for the same reason.
 *
 * @param effect - the effect of an incident, from {@link incidentEffect}
 * @param options - usage, number of visits, value of a customer
 * @returns the cost, or why there is none
 * @throws ServiceCycleError `invalid-argument` when an option is outside its range
 * @example
 * const effect = incidentEffect({
 *   incident: { dissatisfied: 60, satisfied: 140 },
 *   noIncident: { dissatisfied: 40, satisfied: 760 },
 * });
 * const cost = incidentCost(effect, { usage: 0.8, visits: 12000, customerValue: 300 });
 * cost.kind === 'estimate' && cost.dissatisfiedPerThousand.value; // ~> 40
 * cost.kind === 'estimate' && cost.dissatisfiedPerThousand.interval.low; // ~> 29.049045
 * cost.kind === 'estimate' && cost.dissatisfiedInVisits?.value; // ~> 480
 * cost.kind === 'estimate' && cost.valueAtRisk?.inVisits?.value; // ~> 144000
 * cost.kind === 'estimate' && cost.assumptions; // => ['churn-calibration', 'customer-value']
 * @see Rust, Zahorik & Keiningham (1995), Journal of Marketing 59(2), 58-70: from satisfaction to money
 * @see Zou & Donner (2008), Statistics in Medicine 27, 1693-1702: limits from limits
 */
export function incidentCost(
  effect: IncidentEffect | IncidentEffectNotEstimable,
  options: IncidentCostOptions = {},
): IncidentCost | IncidentEffectNotEstimable {
  checkEffect('effect', effect);
  checkOptions(options, ['usage', 'incidentShare', 'visits', 'customerValue', 'churnCalibration']);
  const { usage = 1, incidentShare, visits, customerValue, churnCalibration = 1 } = options;
  checkShare('usage', usage);
  checkShare('incidentShare', incidentShare ?? 0);
  checkShare('churnCalibration', churnCalibration);
  checkBetween('visits', visits ?? 0, 0, MOST);
  checkBetween('customerValue', customerValue ?? 0, 0, MOST);
  if (effect.kind !== 'estimate') return effect;

  const { riskDifference } = effect;
  const share = incidentShare === undefined ? effect.incidentShare : exactly(incidentShare);
  const inThousand = scaled(perThousand(share, riskDifference), usage);
  const each = churnCalibration * (customerValue ?? 0);
  const assumptions: readonly (CostAssumption | false)[] = [
    options.usage === undefined && 'usage',
    customerValue !== undefined && options.churnCalibration === undefined && 'churn-calibration',
    customerValue !== undefined && 'customer-value',
  ];
  return {
    kind: 'estimate',
    basis: options.usage === undefined ? 'assumed' : 'measured',
    dissatisfiedPerThousand: inThousand,
    ...(visits !== undefined && { dissatisfiedInVisits: scaled(inThousand, visits / 1000) }),
    ...(customerValue !== undefined && {
      valueAtRisk: {
        basis: 'assumed',
        perThousand: scaled(inThousand, each),
        ...(visits !== undefined && { inVisits: scaled(inThousand, (visits / 1000) * each) }),
        customerValue,
        churnCalibration,
      },
    }),
    usage,
    incidentShare: incidentShare ?? effect.incidentShare.value,
    n: effect.n,
    assumptions: assumptions.filter((each) => each !== false),
  };
}

/** With more, a product of both might be more than any number. */
const MOST = 1e150;

const FIGURE: Shape = {
  value: 'number',
  interval: { low: 'number', high: 'number', level: 'number' },
};

function checkEffect(name: string, effect: unknown): void {
  const isEstimate = isFields(effect) && Reflect.get(effect, 'kind') === 'estimate';
  const estimate: Shape = { n: 'counted', incidentShare: FIGURE, riskDifference: FIGURE };
  checkShape(name, effect, isEstimate ? estimate : { kind: 'text', reason: 'text', n: 'counted' });
  if (!isEstimate) return;
  const { incidentShare, riskDifference } = effect as IncidentEffect;
  for (const [figure, least] of [
    [incidentShare, 0],
    [riskDifference, -1],
  ] as const) {
    for (const share of [figure.value, figure.interval.low, figure.interval.high]) {
      checkBetween(`a share of ${name}`, share, least, 1);
    }
  }
}

function exactly(value: number): Parameters<typeof perThousand>[0] {
  return { value, interval: { low: value, high: value, level: 1 } };
}

function scaled({ value, interval }: CostFigure, by: number): CostFigure {
  const { low, high } = interval;
  return { value: value * by, interval: { ...interval, low: low * by, high: high * by } };
}
