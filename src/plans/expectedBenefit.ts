import { refuse } from '../shared/refuse.ts';
import { checkEffect } from './effectsOf.ts';
import type { Effect } from '../model/actionPlan.ts';
import type { Basis } from '../shared/estimate.ts';
import { customersAtStake, readStakes } from './readStakes.ts';
import type { Assumption, ExpectedBenefit, MomentStake, PlanEffects } from './types.ts';

/**
 * What action plans bring together: customers per period kept from ending dissatisfied.
 *
 *     benefit = sum over moments of stake · (1 - product over effects of (1 - incidentReduction))
 *     stake   = visits · incidentShare · harm
 *
 * Two plans that each prevent half of the incidents at a moment prevent three quarters of them
 * together, not all: the second works on what the first leaves. So benefits of plans that share a
 * moment do not add up.
 *
 * Effects are seldom known, which is why each is a range; `low`, `base` and `high` take the same
 * end of all ranges at once.
 *
 * Not estimable: the plans work on moments and nothing is known about what is at stake at any of
 * them.
 *
 * @param plans - one plan, or several that are carried out together, each once
 * @param stakes - what is at stake, one entry per moment; a moment without one is unknown
 * @returns the benefit in customers per period, and the moments that it leaves out
 * @throws ServiceCycleError `invalid-argument` when a plan is given twice, a figure is not a share,
 * an effect is not `low <= base <= high`, visits are below 0, or two stakes are about one moment
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
  stakes: readonly MomentStake<MomentId>[],
): ExpectedBenefit<MomentId> {
  const known = readStakes(stakes);
  const effects = [plans].flat().flatMap(effectsOf(new Set()));
  const worked = [...new Set(effects.map(({ moment }) => moment))];
  const unknownMoments = worked.filter((moment) => !known.has(moment));
  if (unknownMoments.length > 0 && unknownMoments.length === worked.length) {
    return { kind: 'not-estimable', reason: 'no-known-stake', unknownMoments };
  }

  const benefit = { low: 0, base: 0, high: 0 };
  const bases = new Set<Basis>();
  for (const moment of worked) {
    const stake = known.get(moment);
    if (stake === undefined) continue;
    const there = effects.filter((effect) => effect.moment === moment);
    for (const assumption of ASSUMPTIONS) {
      benefit[assumption] += customersAtStake(stake) * preventedShare(there, assumption);
    }
    for (const { basis } of [stake.incidentShare, stake.harm, ...there]) bases.add(basis);
  }
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

function weakest(bases: ReadonlySet<Basis>): Basis {
  if (bases.size === 0 || bases.has('assumed')) return 'assumed';
  return bases.has('judged') ? 'judged' : 'measured';
}
