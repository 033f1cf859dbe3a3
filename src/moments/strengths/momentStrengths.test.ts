import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import { visitEvidence } from '../visitEvidence.ts';
import type { VisitTallyOptions } from '../visits/definitionTypes.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { momentStrengths } from './momentStrengths.ts';
import type { StrengthOptions } from './strengthTypes.ts';

const hotel: Cycle = {
  id: 'hotel',
  name: 'A stay',
  moments: ['greet', 'sleep', 'leave'].map((id) => ({ id, name: id, contact: 'none' })),
};

/** So many visits with delights at these moments, of which so many give the highest answer. */
interface Visits {
  readonly delights: readonly string[];
  readonly count: number;
  readonly pleased: number;
}

function tallyOf(visits: readonly Visits[], options: VisitTallyOptions = {}) {
  return tallyVisits(
    hotel,
    visits.flatMap(({ delights, count, pleased }) =>
      Array.from({ length: count }, (_, i) => ({
        moments: Object.fromEntries(delights.map((id) => [id, { delight: true }])),
        overall: i < pleased ? 5 : 4,
      })),
    ),
    options,
  );
}

function found(visits: readonly Visits[], options?: StrengthOptions, how?: VisitTallyOptions) {
  return momentStrengths(tallyOf(visits, how), options).moments;
}

const PLAIN: Visits = { delights: [], count: 900, pleased: 270 };
const GREETED: Visits = { delights: ['greet'], count: 100, pleased: 80 };

describe('momentStrengths', () => {
  it('finds the moment where delights go with the highest answer, with the textbook difference', () => {
    const [greet, ...others] = found([GREETED, PLAIN]);
    expect(others).toEqual([]);
    expect(greet).toMatchObject({ moment: 'greet', isStrength: true, delights: 100 });
    if (greet?.kind !== 'estimate') throw new Error('no estimate');
    expect(greet.effect.value).toBeCloseTo(0.8 - 0.3, 12);
    const share = (x: number, n: number): number => ((x + 1) / (n + 2)) * (1 - (x + 1) / (n + 2));
    const error = Math.sqrt(share(80, 100) / 102 + share(270, 900) / 902);
    expect(greet.effect.standardError).toBeCloseTo(error, 12);
  });

  it('does not praise a moment for delights elsewhere in the same visits', () => {
    const visits = [
      { delights: ['greet', 'sleep'], count: 80, pleased: 64 },
      { delights: ['greet'], count: 40, pleased: 32 },
      { delights: ['sleep'], count: 40, pleased: 12 },
      { ...PLAIN },
    ];
    const [greet, sleep] = found(visits);
    expect(greet).toMatchObject({ moment: 'greet', isStrength: true });
    expect(sleep).toMatchObject({ moment: 'sleep', isStrength: false });
    if (sleep?.kind !== 'estimate') throw new Error('no estimate');
    expect(sleep.effect.value).toBeCloseTo(0, 12);
  });

  it('asks for twice the lift where delights were told in one breath with the whole', () => {
    const visits = [{ delights: ['greet'], count: 400, pleased: 200 }, PLAIN];
    const told: VisitTallyOptions = { reportsFrom: 'questionnaire' };
    expect(found(visits)).toMatchObject([{ isStrength: true, lift: 0.1, isCommonSource: false }]);
    expect(found(visits, {}, told)).toMatchObject([
      { isStrength: false, lift: 0.2, isCommonSource: true },
    ]);
    expect(found(visits, { lift: 0.1 }, told)).toMatchObject([{ isStrength: true }]);
  });

  it('takes few delights for no proof', () => {
    const [greet] = found([{ delights: ['greet'], count: 5, pleased: 3 }, PLAIN]);
    expect(greet).toMatchObject({ kind: 'estimate', isStrength: false });
    expect(found([{ delights: ['greet'], count: 4, pleased: 4 }, PLAIN])).toEqual([
      { kind: 'not-estimable', moment: 'greet', reason: 'too-few', delights: 4 },
    ]);
  });

  it.each([
    ['no-data', []],
    ['nobody-pleased', [{ ...GREETED, pleased: 0 }]],
    ['everybody-pleased', [{ ...GREETED, pleased: 100 }]],
  ] as const)('says why there is no effect: %s', (reason, visits) => {
    const silent = tallyVisits(hotel, [{ moments: { greet: { delight: true } } }]);
    const tally = visits.length === 0 ? silent : tallyOf(visits);
    expect(momentStrengths(tally).moments).toMatchObject([{ moment: 'greet', reason }]);
  });

  it('names a moment whose delights follow from those at another one', () => {
    const both = { delights: ['greet', 'leave'], count: 100, pleased: 80 };
    expect(found([both, PLAIN])).toMatchObject([
      { moment: 'greet', isStrength: true },
      { moment: 'leave', reason: 'collinear' },
    ]);
  });

  it('stands in what detection finds, the strongest first', () => {
    const slept = { delights: ['sleep'], count: 100, pleased: 95 };
    const visits = tallyOf([GREETED, slept, PLAIN]);
    const { strengths = [] } = detectCriticalMoments(hotel, {
      evidence: visitEvidence(visits),
      resamples: 0,
    });
    expect(strengths.map(({ moment }) => moment)).toEqual(['sleep', 'greet']);
    expect(detectCriticalMoments(hotel).strengths).toBeUndefined();
  });

  it('adds up over parts, with and without delights', async () => {
    const { mergeVisitTallies } = await import('../visits/mergeVisitTallies.ts');
    const all = tallyOf([GREETED, PLAIN, GREETED]);
    const [none, some] = [tallyOf([PLAIN]), tallyOf([GREETED])];
    expect(mergeVisitTallies(mergeVisitTallies(some, none), some)).toEqual(all);
    expect(mergeVisitTallies(mergeVisitTallies(none, some), some)).toEqual(all);
  });

  it('refuses options that are none', () => {
    const tally = tallyOf([PLAIN]);
    expect(() => momentStrengths(tally, { lift: 10 })).toThrow(/lift is 10/);
    expect(() => momentStrengths(tally, { adjustment: 'both' as never })).toThrow(/adjustment/);
    expect(() => momentStrengths({} as never)).toThrow(/visits is/);
  });
});
