import type { Standard } from '../model/requirement.ts';
import { hiddenGroups } from '../survey/disclosure/hiddenGroups.ts';
import { orderGroups } from '../survey/tally/orderGroups.ts';
import { walkOf } from '../survey/tally/walkOf.ts';
import type { Tally } from '../survey/types.ts';
import { standardFigures, type VerdictRule } from './standardFigures.ts';
import type { MeasurementCounts, MeasurementTally } from './measurements/tallyTypes.ts';
import type { StandardGroup } from './types.ts';

/**
 * What the counts of each group say about a standard; groups that are too small to be shown are
 * suppressed, with those that would give them away.
 */
export function standardGroups<Key extends string>(
  standard: Standard,
  tally: MeasurementTally<string, Key>,
  rule: VerdictRule,
  minimum: number,
): readonly StandardGroup<Key>[] {
  const { by, groups } = tally;
  const values = by.map((_, key) => [...new Set(groups.map(({ group }) => group[key] ?? null))]);
  const walks = groups.flatMap(({ group }) =>
    values.map((list, key) => list.indexOf(group[key] ?? null)),
  );
  const ordered = orderGroups(by, values, walks);
  const inOrder = ordered.slots.flatMap((slot) => groups[slot] ?? []);
  const sizes = [inOrder.map(casesOf), inOrder.map(measuredOf)];
  const hidden = hiddenGroups(asTally(ordered, inOrder), sizes, minimum);
  const walk = new Array<number>(by.length).fill(0);
  return inOrder.flatMap((counts, place): StandardGroup<Key>[] => {
    walkOf(ordered.by, ordered.groups[place] ?? 0, walk);
    if (!hidden.isListed(walk)) return [];
    const isHidden = hidden.isHidden(walk);
    const named = by.map((key, level) => [key, counts.group[level] ?? null]);
    return [
      {
        group: Object.fromEntries(named) as StandardGroup<Key>['group'],
        cases: isHidden ? 'suppressed' : casesOf(counts),
        figures:
          isHidden || hidden.isHiddenQuestion(0)
            ? { status: 'suppressed' }
            : standardFigures(standard, counts, rule),
      },
    ];
  });
}

/** The measurements as the suppression of groups takes them: one question, answered by those measured. */
function asTally(
  { by, groups }: Pick<Tally, 'by' | 'groups'>,
  counts: readonly MeasurementCounts[],
): Tally {
  const cells = counts.flatMap((group) => [casesOf(group), measuredOf(group)]);
  return {
    kind: 'tally',
    survey: '',
    questions: [],
    by,
    groups,
    width: 2,
    cells,
    firstInvalid: [],
  };
}

function measuredOf({ conforming, failing }: MeasurementCounts): number {
  return conforming + failing;
}

function casesOf(counts: MeasurementCounts): number {
  const { undecided, invalid } = counts;
  return measuredOf(counts) + undecided.abandoned + undecided.stillWaiting + invalid;
}
