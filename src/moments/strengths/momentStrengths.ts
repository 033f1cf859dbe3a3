import { scaleAnswers } from '../../model/scaleAnswers.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkLevel, checkOneOf, checkOptions, checkShare } from '../../shared/refuse.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import { type ColumnEffect, leastSquares } from '../../stats/regression/leastSquares.ts';
import { fisherExactTest } from '../../stats/tests/fisherExactTest.ts';
import { graveTests } from '../graveTests.ts';
import { differenceError } from '../incidents/differenceError.ts';
import { checkVisitTally } from '../visits/checkVisitTally.ts';
import type { VisitTally } from '../visits/types.ts';
import type {
  DelightEffect,
  DelightGap,
  MomentStrength,
  MomentStrengthNotEstimable,
  MomentStrengths,
  StrengthOptions,
} from './strengthTypes.ts';

/** With fewer visits with a delight, or without, a moment is left out. */
const FEWEST = 5;

/**
 * Which moments are strengths: where something delights customers, and more of those customers are pleased
 * with the whole visit.
 *
 *     N, P = visits with an overall answer, and those of pleased customers (`pleasedFrom` and above)
 *     Nₐ, Pₐ, Nₐᵦ = of them, those with a delight at a, both, and with delights at a and b
 *     Sₐᵦ = Nₐᵦ - Nₐ·Nᵦ/N,  cₐ = Pₐ - Nₐ·P/N,  effects = S⁻¹·c
 *     SE as that of `jointEffect`
 *     strength:  the one-sided test of the effect against `lift` stands among as many as there are moments, and
 *                Fisher's exact test sees a difference: in few visits the error of the effect is a rough one
 *
 * It is the counterpart of `jointEffect` at the other end of the scale. Delights at all other moments are
 * held fixed, since on a good day everything pleases. What customers say of delights shares a mood with what
 * they say of the whole: where both come from one questionnaire the effect has to be twice as large. A visit
 * that tells of no delight counts as one without. A moment may be critical and a strength. All of
 * it tells what goes together, not what causes what.
 *
 * Not estimable, moment by moment: `too-few`, `collinear`, and for all moments `no-data`, `nobody-pleased`,
 * `everybody-pleased`, `too-few-visits`.
 *
 * @param visits - the visits, counted
 * @param options - the confidence level and the thresholds
 * @returns what delights go with at every moment that had one
 * @throws ServiceCycleError `invalid-argument` when it is no tally of visits, or an option is outside its range
 * @example
 * const hotel = defineCycle({
 *   id: 'hotel',
 *   name: 'A stay',
 *   moments: [
 *     { id: 'greet', name: 'Is greeted', contact: 'staff' },
 *     { id: 'leave', name: 'Pays and leaves', contact: 'staff' },
 *   ],
 * });
 * // Of 100 guests delighted by the greeting 80 give the highest answer; of the others, 30 in 100.
 * const visits = tallyVisits(hotel, [
 *   ...Array.from({ length: 100 }, (_, i) => ({
 *     moments: { greet: { delight: true } },
 *     overall: i < 80 ? 5 : 4,
 *   })),
 *   ...Array.from({ length: 900 }, (_, i) => ({ moments: {}, overall: i % 10 < 3 ? 5 : 4 })),
 * ]);
 * const [greet] = momentStrengths(visits).moments;
 * greet?.kind === 'estimate' && greet.isStrength; // => true
 * greet?.kind === 'estimate' && greet.effect.value; // ~> 0.5
 * greet?.kind === 'estimate' && greet.effect.interval.low; // ~> 0.416021
 * @see Flanagan (1954), Psychological Bulletin 51, 327-358: incidents good and bad
 * @see Aldrich & Nelson (1984), Linear Probability, Logit, and Probit Models: the model
 */
export function momentStrengths<MomentId extends string>(
  visits: VisitTally<MomentId>,
  options: StrengthOptions = {},
): MomentStrengths<MomentId> {
  checkVisitTally('visits', visits);
  checkOptions(options, ['level', 'lift', 'adjustment']);
  const { definition, overall, delights } = visits;
  const isCommonSource = definition.reportsFrom === 'questionnaire';
  const { level = DEFAULT_LEVEL, lift = isCommonSource ? 0.2 : 0.1, adjustment = 'holm' } = options;
  checkLevel(level);
  checkShare('lift', lift);
  checkOneOf('adjustment', adjustment, ['holm', 'none']);
  const from = scaleAnswers(definition.overallScale).indexOf(definition.pleasedFrom);
  const n = sumOf(overall);
  const pleased = sumOf(overall.slice(from));
  const told = delights.moments.flatMap((counts, place) => {
    const own = counts.pleased + counts.other;
    return own + counts.unknown > 0 ? [{ place, delights: own, pleased: counts.pleased }] : [];
  });
  const enough = told.filter((each) => Math.min(each.delights, n - each.delights) >= FEWEST);
  const gap = gapOf(n, pleased);
  const fit =
    gap === undefined
      ? leastSquares({
          kind: 'cross-products',
          n,
          columns: enough.length,
          sums: [
            n,
            ...enough.flatMap(({ place, delights: own }, i) => [
              own,
              ...enough
                .slice(0, i + 1)
                .map((other) => delights.together[place]?.[other.place] ?? 0),
            ]),
            pleased,
            ...enough.map((each) => each.pleased),
            pleased,
          ],
        })
      : undefined;
  const columns = fit?.kind === 'estimate' ? fit.columns : [];
  const z = criticalValue(level);

  function effectOf(
    each: (typeof told)[number],
    column: ColumnEffect | undefined,
  ): DelightEffect | undefined {
    if (column?.kind !== 'coefficient') return undefined;
    const value = column.coefficient;
    const rest = pleased - each.pleased;
    const alone = differenceError({
      incident: { dissatisfied: each.pleased, satisfied: each.delights - each.pleased },
      noIncident: { dissatisfied: rest, satisfied: n - each.delights - rest },
    });
    const standardError = Math.sqrt(column.varianceInflation) * alone;
    const half = z * standardError;
    const interval = { low: value - half, high: value + half, level, method: 'wald' } as const;
    return {
      kind: 'estimate',
      value,
      unit: 'net-share',
      interval,
      n,
      basis: 'measured',
      standardError,
    };
  }

  function isSeen({ delights: own, pleased: x }: (typeof told)[number]): boolean {
    const { pValue } = fisherExactTest([
      [x, own - x],
      [pleased - x, n - own - (pleased - x)],
    ]);
    return pValue <= 1 - level;
  }

  const effects = told.map((each) => effectOf(each, columns[enough.indexOf(each)]));
  const estimated = effects.flatMap((effect) => effect ?? []);
  const tests = graveTests(estimated, lift, adjustment);
  const moments = told.flatMap(
    (each, at): (MomentStrength<MomentId> | MomentStrengthNotEstimable<MomentId>)[] => {
      const moment = definition.moments[each.place];
      if (moment === undefined) return [];
      const effect = effects[at];
      const test = effect && tests[estimated.indexOf(effect)];
      if (effect === undefined || test === undefined) {
        const isFitted = columns[enough.indexOf(each)] !== undefined;
        const reason =
          gap ?? (!enough.includes(each) ? 'too-few' : isFitted ? 'collinear' : 'too-few-visits');
        return [{ kind: 'not-estimable', moment, reason, delights: each.delights }];
      }
      return [
        {
          kind: 'estimate',
          moment,
          isStrength: test.adjustedPValue <= 1 - level && isSeen(each),
          delights: each.delights,
          effect,
          test,
          lift,
          isCommonSource,
        },
      ];
    },
  );
  return { kind: 'moment-strengths', moments, n, pleased, pleasedFrom: definition.pleasedFrom };
}

function gapOf(n: number, pleased: number): DelightGap | undefined {
  if (n === 0) return 'no-data';
  if (pleased === 0) return 'nobody-pleased';
  return pleased === n ? 'everybody-pleased' : undefined;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
