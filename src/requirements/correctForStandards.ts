import type { Standard } from '../model/requirement.ts';
import { adjustForMultipleTests } from '../stats/tests/adjustForMultipleTests.ts';
import { type AssessmentOptions, verdictRule } from './assessStandard.ts';
import { totalOf } from './measurements/mergeMeasurementTallies.ts';
import type { MeasurementTally } from './measurements/tallyTypes.ts';
import { standardFigures } from './standardFigures.ts';
import type { StandardFigures, StandardStatus, StandardVerdict } from './types.ts';

/**
 * Corrects verdicts for the number of standards that are tested together, after Holm.
 *
 * "In every case" is refuted by a fact and proved by nothing, so it is no test; whether its shortfall is
 * material is one. Each side is a family of its own, held against (1 - level)/2: met, not met, and
 * material. What remains unproven says how many measurements would settle it among so many.
 */
export function correctForStandards<StandardId extends string, Key extends string>(
  standards: readonly Standard<StandardId>[],
  verdicts: readonly StandardVerdict<StandardId, Key>[],
  tallies: ReadonlyMap<string, MeasurementTally<StandardId, Key>>,
  options: AssessmentOptions,
): readonly StandardVerdict<StandardId, Key>[] {
  const rule = verdictRule(options);
  const tail = (1 - rule.level) / 2;
  const tested = verdicts.filter(({ pValues }) => pValues !== undefined);
  const comparisons = tested.length;
  const adjusted = (pValueOf: (verdict: StandardFigures) => number | undefined) =>
    adjustedBy(verdicts, pValueOf);
  const met = adjusted(({ pValues }) => pValues?.met);
  const notMet = adjusted(({ pValues }) => pValues?.notMet);
  const material = adjusted(({ measured, shortfall }) =>
    measured === 0 ? undefined : (shortfall?.pValue ?? 1),
  );
  return verdicts.map((alone, place) => {
    const verdict = withMaterial(alone, (material.get(alone) ?? 1) <= tail);
    const standard = standards[place];
    if (comparisons < 2 || verdict.pValues === undefined || standard === undefined) return verdict;
    const status = statusOf(met.get(alone) ?? 1, notMet.get(alone) ?? 1, tail);
    const message = `corrected for ${String(comparisons)} standards`;
    const correction = {
      comparisons,
      uncorrected: alone.status,
      ...(status !== alone.status && { message }),
    };
    if (status !== 'not-proven') return { ...verdict, correction };
    const counted = totalOf(tallies.get(standard.id)?.groups ?? []);
    const figures = standardFigures(standard, counted, { ...rule, comparisons });
    const values = verdict.values && { values: verdict.values };
    return { ...aboutOf(verdict), ...figures, ...values, correction };
  });
}

/** The p values that are there, adjusted, by verdict. */
function adjustedBy<Verdict extends StandardFigures>(
  verdicts: readonly Verdict[],
  pValueOf: (verdict: Verdict) => number | undefined,
): ReadonlyMap<Verdict, number> {
  const found = verdicts.flatMap((verdict) => {
    const p = pValueOf(verdict);
    return p === undefined ? [] : [{ verdict, p }];
  });
  const adjusted = adjustForMultipleTests(found.map(({ p }) => p));
  return new Map(found.map(({ verdict }, place) => [verdict, adjusted[place] ?? 1]));
}

function statusOf(met: number, notMet: number, tail: number): StandardStatus {
  if (met <= tail) return 'met';
  return notMet <= tail ? 'not-met' : 'not-proven';
}

function withMaterial<Verdict extends StandardFigures>(
  verdict: Verdict,
  material: boolean,
): Verdict {
  const { shortfall } = verdict;
  return shortfall === undefined ? verdict : { ...verdict, shortfall: { ...shortfall, material } };
}

/** What a verdict says besides its figures. */
function aboutOf<StandardId extends string, Key extends string>(
  verdict: StandardVerdict<StandardId, Key>,
): Omit<StandardVerdict<StandardId, Key>, keyof StandardFigures> {
  const { standard, requiredShare, operator, threshold, unit, customer } = verdict;
  const { otherStandards, otherCustomers, firstInvalid, groups, minimumGroupSize } = verdict;
  const { withoutGroup, suppressed } = verdict;
  return {
    standard,
    ...(suppressed && { suppressed }),
    requiredShare,
    operator,
    threshold,
    unit,
    customer,
    otherStandards,
    otherCustomers,
    firstInvalid,
    groups,
    ...(withoutGroup !== undefined && { withoutGroup }),
    minimumGroupSize,
  };
}
