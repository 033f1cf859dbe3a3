import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import {
  type ColumnEffect,
  type LeastSquares,
  leastSquares,
  type RegressionNotEstimable,
} from '../../stats/regression/leastSquares.ts';
import { checkScoreOptions } from '../../survey/answers/guards.ts';
import { differenceError } from '../incidents/differenceError.ts';
import { perThousand } from '../incidents/perThousand.ts';
import { checkVisitTally } from '../visits/checkVisitTally.ts';
import type { EndedCounts, MomentTally } from '../visits/countTypes.ts';
import type { VisitTally } from '../visits/types.ts';
import type {
  JointEffect,
  JointEffectGap,
  JointEffectNotEstimable,
  JointEffectOptions,
  JointEffects,
} from './jointTypes.ts';

/** With fewer visits with an incident, or without, a moment is left out. */
const FEWEST = 5;

/** A coefficient above this is part of what makes a column of zeros and ones a sum of others. */
const TAKES_PART = 1e-6;

/**
 * How much more often visits end dissatisfied with an incident at each moment, incidents at all other
 * moments held fixed: a linear probability model of all moments at once.
 *
 *     N, D = visits that tell how they ended, and those that ended dissatisfied
 *     Nₐ, Dₐ, Nₐᵦ = of them, those with an incident at a, both, and with incidents at a and b
 *     Sₐᵦ = Nₐᵦ - Nₐ·Nᵦ/N,  cₐ = Dₐ - Nₐ·D/N,  effects = S⁻¹·c
 *     variance inflation of a = (S⁻¹)ₐₐ·Sₐₐ
 *     SEₐ² = variance inflation · [p₁(1 - p₁)/(n₁ + 2) + p₀(1 - p₀)/(n₀ + 2)],  p = (x + 1)/(n + 2)
 *     n₁ = Nₐ with x = Dₐ,  n₀ = N - Nₐ with x = D - Dₐ
 *     limits = effect ± z·SE,  burden per thousand = 1000·effect·Nₐ/N
 *
 * A single effect ({@link incidentEffect}) also counts what incidents elsewhere did in the same visits: on
 * a bad day every moment looks harmful. Joint effects part what moments have in common, so that
 * burdens add up. The error takes each side of the table with one visit more of either end, since few
 * incidents that all ended alike are no proof. What customers *say* of moments still shares their mood,
 * and no figure from the same questionnaire can tell mood from harm.
 *
 * A visit that did not pass a moment, or does not tell whether there was an incident, counts as one
 * without an incident there. All of it tells what goes together, not what causes what.
 *
 * Not estimable, moment by moment: `too-few` where fewer than 5 visits have an incident, or have none;
 * `collinear` where the incidents follow from those at moments before, which stand for it; and for all
 * moments `no-data`, `nobody-dissatisfied`, `everybody-dissatisfied`, `too-few-visits`.
 *
 * @param visits - the visits, counted
 * @param options - the confidence level
 * @returns the effect at every moment, or why there is none, and how the effects vary together
 * @throws ServiceCycleError `invalid-argument` when it is no tally of visits, or the level is outside its range
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'pay', name: 'Receives the money', contact: 'staff' },
 *   ],
 * });
 * // Incidents in line come with those at the window, which alone do harm: half of them.
 * const visit = (queue: boolean, pay: boolean, overall: number) => ({
 *   moments: { queue: { incident: queue }, pay: { incident: pay } },
 *   overall,
 * });
 * const visits = tallyVisits(bank, [
 *   ...Array.from({ length: 80 }, (_, i) => visit(true, true, i % 2 === 0 ? 1 : 5)),
 *   ...Array.from({ length: 40 }, () => visit(true, false, 5)),
 *   ...Array.from({ length: 40 }, (_, i) => visit(false, true, i % 2 === 0 ? 1 : 5)),
 *   ...Array.from({ length: 840 }, () => visit(false, false, 5)),
 * ]);
 * const [queue, pay] = jointEffect(visits).moments;
 * queue?.kind === 'estimate' && queue.value; // ~> 0
 * pay?.kind === 'estimate' && pay.value; // ~> 0.5
 * pay?.kind === 'estimate' && pay.standardError; // ~> 0.057784
 * pay?.kind === 'estimate' && pay.burden.value; // ~> 60
 *
 * // By itself, each incident in line seems to do harm in one visit of three.
 * const table = {
 *   incident: { dissatisfied: 40, satisfied: 80 },
 *   noIncident: { dissatisfied: 20, satisfied: 860 },
 * };
 * const alone = incidentEffect(table);
 * alone.kind === 'estimate' && alone.riskDifference.value; // ~> 0.310606
 * @see Aldrich & Nelson (1984), Linear Probability, Logit, and Probit Models: the model
 * @see Marquardt (1970), Technometrics 12, 591-612: variance inflation
 * @see Agresti & Caffo (2000), The American Statistician 54, 280-288: one visit more of either end
 */
export function jointEffect<MomentId extends string>(
  visits: VisitTally<MomentId>,
  options: JointEffectOptions = {},
): JointEffects<MomentId> {
  checkVisitTally('visits', visits);
  checkScoreOptions(options);
  const { level = DEFAULT_LEVEL } = options;
  const { outcome, moments, knownCoIncidents: pairs } = visits;
  const { dissatisfied } = outcome;
  const n = dissatisfied + outcome.satisfied;
  const incidents = moments.map((_, place) => pairs[place]?.[place] ?? 0);
  const harmed = moments.map(dissatisfiedIncidents);
  const places = moments.flatMap((_, place) => {
    const count = incidents[place] ?? 0;
    return Math.min(count, n - count) >= FEWEST ? [place] : [];
  });

  const fitTo = (
    outcomeOf: (place: number) => number,
    total: number,
    columns: readonly number[],
  ): LeastSquares | RegressionNotEstimable =>
    leastSquares({
      kind: 'cross-products',
      n,
      columns: columns.length,
      sums: [
        n,
        ...columns.flatMap((one, i) => [
          incidents[one] ?? 0,
          ...columns.slice(0, i + 1).map((other) => pairs[one]?.[other] ?? 0),
        ]),
        total,
        ...columns.map(outcomeOf),
        total,
      ],
    });

  const gap = gapOf(n, dissatisfied);
  const fit = gap ?? fitTo((place) => harmed[place] ?? 0, dissatisfied, places);
  const columns = typeof fit === 'string' || fit.kind !== 'estimate' ? [] : fit.columns;
  const found = (place: number): ColumnEffect | undefined => columns[places.indexOf(place)];
  const kept = places.filter((place) => found(place)?.kind === 'coefficient');

  /** The moments before it whose incidents tell those of a dropped one. */
  function duplicatesOf(dropped: number): readonly number[] {
    const before = kept.filter((place) => place < dropped);
    const total = incidents[dropped] ?? 0;
    const follows = fitTo((place) => pairs[dropped]?.[place] ?? 0, total, before);
    if (follows.kind !== 'estimate') return [];
    return before.filter((_, at) => {
      const part = follows.columns[at];
      return part?.kind === 'coefficient' && Math.abs(part.coefficient) > TAKES_PART;
    });
  }

  const duplicates = moments.map((_, place) =>
    found(place)?.kind === 'dropped' ? duplicatesOf(place) : [],
  );
  const named = (chosen: readonly number[]): readonly MomentId[] =>
    chosen.flatMap((place) => moments[place]?.moment ?? []);
  const z = criticalValue(level);

  const effects = moments.map(({ moment }, place) => {
    const own = incidents[place] ?? 0;
    const effect = found(place);
    if (effect?.kind !== 'coefficient') {
      const reason = gap ?? (places.includes(place) ? droppedFor(effect) : 'too-few');
      const follows = named(duplicates[place] ?? []);
      return { kind: 'not-estimable', moment, reason, n, incidents: own, duplicates: follows };
    }
    const value = effect.coefficient;
    const x = harmed[place] ?? 0;
    const rest = dissatisfied - x;
    const alone = differenceError({
      incident: { dissatisfied: x, satisfied: own - x },
      noIncident: { dissatisfied: rest, satisfied: n - own - rest },
    });
    const standardError = Math.sqrt(Math.max(0, effect.varianceInflation)) * alone;
    const half = z * standardError;
    const interval = { low: value - half, high: value + half, level, method: 'wald' } as const;
    const difference = { value, interval };
    const share = { value: own / n, interval: wilsonInterval(own, n, { level }) };
    return {
      kind: 'estimate',
      moment,
      value,
      unit: 'net-share',
      interval,
      n,
      basis: 'measured',
      standardError,
      incidents: own,
      varianceInflation: effect.varianceInflation,
      burden: perThousand(share, difference),
      shareOfDissatisfied: (value * own) / dissatisfied,
      standsFor: named(moments.flatMap((_, at) => (duplicates[at]?.includes(place) ? [at] : []))),
    };
  }) satisfies (JointEffect<MomentId> | JointEffectNotEstimable<MomentId>)[];
  return {
    kind: 'joint-effects',
    moments: effects,
    n,
    dissatisfied,
    covariance: covarianceOf(fit, effects),
  };
}

function gapOf(n: number, dissatisfied: number): JointEffectGap | undefined {
  if (n === 0) return 'no-data';
  if (dissatisfied === 0) return 'nobody-dissatisfied';
  return dissatisfied === n ? 'everybody-dissatisfied' : undefined;
}

function droppedFor(effect: ColumnEffect | undefined): JointEffectGap {
  return effect === undefined ? 'too-few-visits' : 'collinear';
}

function dissatisfiedIncidents({ incidents }: MomentTally): number {
  return incidents.incident.reduce((sum, row: EndedCounts) => sum + row.dissatisfied, 0);
}

/** The errors of the effects, with the correlations that the regression has between them. */
function covarianceOf(
  fit: LeastSquares | RegressionNotEstimable | JointEffectGap,
  effects: readonly (JointEffect | JointEffectNotEstimable)[],
): readonly (readonly number[])[] {
  const errors = effects.flatMap((each) => (each.kind === 'estimate' ? [each.standardError] : []));
  if (typeof fit === 'string' || fit.kind !== 'estimate') return [];
  // The constant comes first.
  const found = (i: number, j: number): number => fit.covariance[i + 1]?.[j + 1] ?? 0;
  return errors.map((one, i) =>
    errors.map((other, j) => {
      if (i === j) return one * other;
      const spreads = Math.sqrt(found(i, i) * found(j, j));
      return spreads > 0 ? (one * other * found(i, j)) / spreads : 0;
    }),
  );
}
