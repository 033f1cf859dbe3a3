import type { Standard } from '../model/requirement.ts';
import type { CountLayout } from '../survey/disclosure/lattice.ts';
import {
  type SuppressionReason,
  type SuppressionRule,
  suppressCounts,
} from '../survey/disclosure/suppress.ts';
import { orderGroups } from '../survey/tally/orderGroups.ts';
import type { MeasurementCounts, MeasurementTally } from './measurements/tallyTypes.ts';
import { standardFigures, type VerdictRule } from './standardFigures.ts';
import type { StandardGroup } from './types.ts';

/** What is shown of a standard by group. */
export interface StandardByGroup<Key extends string = string> {
  /** The groups, in the order of their values. */
  readonly groups: readonly StandardGroup<Key>[];
  /** How many measurements have no group; `suppressed` where that could reveal a person. */
  readonly withoutGroup: number | 'suppressed';
  /** Whether anything is hidden. */
  readonly isAnyHidden: boolean;
  /** Why nothing is shown of all cases together; absent where it is. */
  readonly suppressed?: SuppressionReason;
}

/**
 * What the counts of each group say about a standard; groups that are too small to be shown are
 * suppressed, with those that would give them away. Measurements without a value of each key are no group.
 */
export function standardGroups<Key extends string>(
  standard: Standard,
  { by, groups }: MeasurementTally<string, Key>,
  rule: VerdictRule,
  { minimum, minimumTotal }: Required<SuppressionRule>,
): StandardByGroup<Key> {
  const values = by.map((_, key) => [...new Set(groups.map(({ group }) => group[key] ?? null))]);
  const walks = groups.flatMap(({ group }) =>
    values.map((list, key) => list.indexOf(group[key] ?? null)),
  );
  const ordered = orderGroups(by, values, walks);
  const inOrder = ordered.slots.flatMap((slot) => groups[slot] ?? []);
  const suppression = suppressCounts(
    { ...ordered, width: LAYOUT.width, cells: inOrder.flatMap(cellsOf) },
    LAYOUT,
    { minimum, minimumTotal },
  );
  const withoutGroup = inOrder
    .filter(({ group }) => group.includes(null))
    .reduce((sum, counts) => sum + casesOf(counts), 0);
  const shown = inOrder.flatMap((counts, place): StandardGroup<Key>[] => {
    if (!suppression.isListed || counts.group.includes(null)) return [];
    const [because, figuresBecause] = [0, 1].map(
      (of) => suppression.because[of]?.[place] ?? undefined,
    );
    const named = by.map((key, level) => [key, counts.group[level] ?? null]);
    return [
      {
        group: Object.fromEntries(named) as StandardGroup<Key>['group'],
        cases: because === undefined ? casesOf(counts) : 'suppressed',
        figures:
          figuresBecause === undefined
            ? standardFigures(standard, counts, rule)
            : { status: 'suppressed', because: figuresBecause },
      },
    ];
  });
  const cases = inOrder.reduce((sum, counts) => sum + casesOf(counts), 0);
  const isTotalHidden = suppression.isTotalHidden || suppression.unseen.length > 0;
  return {
    groups: shown,
    withoutGroup: suppression.isRestHidden ? 'suppressed' : withoutGroup,
    isAnyHidden: !suppression.isNothingHidden,
    ...(isTotalHidden && {
      suppressed: cases < minimumTotal ? 'below-minimum' : 'protects-another',
    }),
  };
}

/** Measurements as answers to one question: those that conform and that fail, and those that are neither. */
const LAYOUT: CountLayout = { width: 6, questions: [{ firstCell: 1, answers: 2 }] };

function cellsOf(counts: MeasurementCounts): readonly number[] {
  const { conforming, failing, undecided, invalid } = counts;
  const { abandoned, stillWaiting } = undecided;
  return [casesOf(counts), conforming, failing, abandoned, stillWaiting, invalid];
}

function casesOf({ conforming, failing, undecided, invalid }: MeasurementCounts): number {
  return conforming + failing + undecided.abandoned + undecided.stillWaiting + invalid;
}
