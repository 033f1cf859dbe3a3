import { refuse } from '../../shared/refuse.ts';
import { checkKanoTally } from './checkKanoTally.ts';
import type { KanoCells, KanoTally } from './kanoTypes.ts';

/**
 * Adds two tallies of the same requirements, such as those of two days.
 *
 * @param first - a tally
 * @param second - another tally, of other customers and the same requirements in the same order
 * @returns the tally of all their responses
 * @throws ServiceCycleError `invalid-argument` when a tally is none or was changed by hand, or the
 * requirements differ
 * @example
 * const pairs = [{ requirement: 'on-time', functional: 'met', dysfunctional: 'missed' }] as const;
 * const monday = tallyKano(pairs, [{ met: 2, missed: 5 }]);
 * const tuesday = tallyKano(pairs, [{ met: 2, missed: 5 }, { met: 2 }]);
 * mergeKanoTallies(monday, tuesday).requirements[0]?.cells[9]; // => 2
 */
export function mergeKanoTallies<RequirementId extends string>(
  first: KanoTally<RequirementId>,
  second: KanoTally<NoInfer<RequirementId>>,
): KanoTally<RequirementId> {
  checkKanoTally('first', first);
  checkKanoTally('second', second);
  const ids = (tally: KanoTally): string[] => tally.requirements.map((each) => each.requirement);
  if (JSON.stringify(ids(first)) !== JSON.stringify(ids(second))) {
    refuse(
      'the requirements of second',
      ids(second).join(', '),
      `those of first: ${ids(first).join(', ')}`,
    );
  }
  return {
    kind: 'kano-tally',
    requirements: first.requirements.map((one, at) => {
      const other = second.requirements[at] as KanoCells<RequirementId>;
      return {
        requirement: one.requirement,
        cells: one.cells.map((count, cell) => count + (other.cells[cell] ?? 0)),
        incomplete: one.incomplete + other.incomplete,
        unanswered: one.unanswered + other.unanswered,
        invalid: one.invalid + other.invalid,
      };
    }),
  };
}
