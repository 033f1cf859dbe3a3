import { describe, expectTypeOf, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { DEFAULT_CRITICAL_MOMENT_RULES } from './criticalMomentRules.ts';
import { detectCriticalMoments } from './detectCriticalMoments.ts';
import type { CriticalReason, Reason } from './reasonTypes.ts';
import type { CriticalMomentRule } from './ruleTypes.ts';
import type { MomentVerdict } from './types.ts';
import { visitEvidence } from './visitEvidence.ts';
import { tallyVisits } from './visits/tallyVisits.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Bank',
  moments: [{ id: 'enter', name: 'Enters', contact: 'none' }],
});
const desk = defineCycle({
  id: 'desk',
  name: 'Desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
});

interface NightReason extends Reason {
  readonly code: 'night';
  readonly since: string;
}

const atNight: CriticalMomentRule<NightReason> = () => [
  { code: 'night', level: 'watch', basis: 'assumed', n: 0, since: '22:00' },
];

describe('detectCriticalMoments', () => {
  it('keys its verdicts by the ids of the cycle', () => {
    const found = detectCriticalMoments(bank);
    expectTypeOf(found.moments[0]!.moment).toEqualTypeOf<'enter'>();
    expectTypeOf(found.moments[0]!.reasons).toEqualTypeOf<readonly CriticalReason[]>();
  });

  it('gives the reasons of own rules beside the others, each with its figures', () => {
    const rules = [...DEFAULT_CRITICAL_MOMENT_RULES, atNight];
    const found = detectCriticalMoments(bank, { rules });
    const reason = found.moments[0]!.reasons[0]!;
    expectTypeOf(reason).toEqualTypeOf<CriticalReason | NightReason>();
    if (reason.code === 'night') expectTypeOf(reason.since).toEqualTypeOf<string>();
    if (reason.code === 'declared') expectTypeOf(reason.level).toEqualTypeOf<'critical'>();
  });

  it('knows the codes of a rule that is written in place', () => {
    const found = detectCriticalMoments(bank, {
      rules: [() => [{ code: 'mine', level: 'watch', basis: 'assumed', n: 0, rank: 3 } as const]],
    });
    const reason = found.moments[0]!.reasons[0]!;
    if (reason.code === 'mine') expectTypeOf(reason.rank).toEqualTypeOf<3>();
  });

  it('takes no reason without a level, a basis and a number of observations', () => {
    const noNumber = () => [{ code: 'x', level: 'watch', basis: 'assumed' } as const];
    const noLevel = () => [{ code: 'x', level: 'bad', basis: 'assumed', n: 0 } as const];
    // @ts-expect-error n is missing
    detectCriticalMoments(bank, { rules: [noNumber] });
    // @ts-expect-error there is no such level
    detectCriticalMoments(bank, { rules: [noLevel] });
  });

  it('takes the visits of this cycle and of no other', () => {
    detectCriticalMoments(bank, { evidence: visitEvidence(tallyVisits(bank, [])) });
    // @ts-expect-error visits to a desk
    detectCriticalMoments(bank, { evidence: visitEvidence(tallyVisits(desk, [])) });
  });

  it('takes visits as evidence, and a tally is none yet', () => {
    const visits = tallyVisits(bank, []);
    // @ts-expect-error a tally is what evidence is made of
    detectCriticalMoments(bank, { evidence: visits });
    // @ts-expect-error visits are handed in as evidence
    detectCriticalMoments(bank, { visits });
  });

  it('has verdicts that read as plain ones, whatever the rules', () => {
    expectTypeOf<MomentVerdict<'enter'>>().toExtend<MomentVerdict>();
  });
});
