import type { Effect } from '../model/actionPlan.ts';
import { refuse } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';
import type { Assumption, ExpectedBenefit, PlanEffects } from './benefitTypes.ts';
import { EFFECT_SHAPE } from './checkStakes.ts';
import { checkEffect } from './effectsOf.ts';
import { readStakes, type StakeBasis, type Stakes } from './stakes.ts';

/**
 * What action plans bring together: customers per period kept from ending dissatisfied.
 *
 *     benefit = sum over moments of stake · (1 - product over effects of (1 - incidentReduction))
 *     stake   = visits · incidentShare · harm
 *
 * Stakes are joint effects, which part what moments have in common, so they add up over moments. Where
 * it is known how many customers end dissatisfied, the stakes are scaled to come to no more, and no set
 * of plans ever brings more.
 *
 * Two plans that each prevent half of the incidents at a moment prevent three quarters of them
 * together, not all: the second works on what the first leaves. So benefits of plans that share a
 * moment do not add up.
 *
 * Effects are seldom known, which is why each is a range, as is each harm; `low`, `base` and `high` take
 * the same end of all ranges at once.
 *
 * Not estimable: the plans work on moments and nothing is known about what is at stake at any of
 * them.
 *
 * @param plans - one plan, or several that are carried out together, each once
 * @param stakes - what is at stake, as `momentStakes` gives it, or one entry per moment; a moment without
 * one is unknown
 * @returns the benefit in customers per period, and the moments that it leaves out
 * @throws ServiceCycleError `invalid-argument` when a plan is given twice, a figure is not a share,
 * an effect is not `low <= base <= high`, visits or the dissatisfied are below 0, a harm is not `low <= value <= high`, or two stakes are about
 * one moment
 * @example
 * const stakes = [
 *   {
 *     moment: 'queue',
 *     visits: 1000,
 *     incidentShare: { value: 0.2, basis: 'measured' },
 *     harm: { value: 0.5, basis: 'judged' },
 *   },
 * ] as const;
 * const half = (id: string) =>
 *   ({
 *     id,
 *     effects: [
 *       { moment: 'queue', incidentReduction: { low: 0.25, base: 0.5, high: 0.75 }, basis: 'assumed' },
 *     ],
 *   }) as const;
 * expectedBenefit(half('second-desk'), stakes);
 * // => { kind: 'expected-benefit', low: 25, base: 50, high: 75, basis: 'assumed', unknownMoments: [] }
 * const both = expectedBenefit([half('second-desk'), half('appointments')], stakes);
 * both.kind === 'expected-benefit' && both.base; // => 75
 */
export function expectedBenefit<MomentId extends string>(
  plans: PlanEffects<MomentId> | readonly PlanEffects<MomentId>[],
  stakes: Stakes<MomentId>,
): ExpectedBenefit<MomentId> {
  checkShape('plans', [plans].flat(), [{ id: 'text', effects: [EFFECT_SHAPE] }]);
  const { at: known, most } = readStakes(stakes);
  const effects = [plans].flat().flatMap(effectsOf(new Set()));
  const byMoment = new Map<MomentId, Effect<MomentId>[]>();
  for (const effect of effects) {
    const there = byMoment.get(effect.moment);
    if (there === undefined) byMoment.set(effect.moment, [effect]);
    else there.push(effect);
  }
  const worked = [...byMoment.keys()];
  const unknownMoments = worked.filter((moment) => !known.has(moment));
  if (unknownMoments.length > 0 && unknownMoments.length === worked.length) {
    return { kind: 'not-estimable', reason: 'no-known-stake', unknownMoments };
  }

  const benefit = { low: 0, base: 0, high: 0 };
  const bases = new Set<StakeBasis>();
  for (const [moment, there] of byMoment) {
    const stake = known.get(moment);
    if (stake === undefined) continue;
    for (const assumption of ASSUMPTIONS) {
      benefit[assumption] += stake[assumption] * preventedShare(there, assumption);
    }
    for (const basis of [...stake.bases, ...there.map((effect) => effect.basis)]) bases.add(basis);
  }
  for (const assumption of ASSUMPTIONS) benefit[assumption] = Math.min(most, benefit[assumption]);
  return { kind: 'expected-benefit', ...benefit, basis: weakest(bases), unknownMoments };
}

const ASSUMPTIONS = ['low', 'base', 'high'] as const;

/** The effects of a plan that do anything, refused when they are out of range or told before. */
function effectsOf<MomentId extends string>(
  told: Set<string>,
): (plan: PlanEffects<MomentId>) => Effect<MomentId>[] {
  return ({ id, effects }) => {
    if (told.has(id)) refuse('the id of a second plan', id, 'each plan once');
    told.add(id);
    for (const { moment, incidentReduction } of effects) {
      checkEffect(id, moment, incidentReduction);
    }
    return effects.filter(({ incidentReduction }) => incidentReduction.high > 0);
  };
}

function preventedShare(effects: readonly Effect[], assumption: Assumption): number {
  return 1 - effects.reduce((left, effect) => left * (1 - effect.incidentReduction[assumption]), 1);
}

const FROM_WEAKEST = ['assumed', 'judged', 'common-source', 'measured'] as const;

function weakest(bases: ReadonlySet<StakeBasis>): StakeBasis {
  return FROM_WEAKEST.find((basis) => bases.has(basis)) ?? 'assumed';
}
