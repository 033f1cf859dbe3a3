import { checkList, checkText } from '../../shared/refuse.ts';
import type { Result } from '../../shared/result.ts';
import { readThrough, type TallyDoor } from '../../survey/doors/tallyDoor.ts';
import type { KanoTally } from './kanoTypes.ts';

/** How many pairs of answers there are. */
const PAIRS = 25;

/**
 * Reads a tally of Kano's questionnaire out of anything, such as parsed JSON from a file or another machine,
 * and reports every fault at once, as `parseTally` does with the tallies of a survey.
 *
 * What is accepted is what `tallyKano` makes of these requirements: each of them once and in order, with 25
 * counts, and every requirement asked of the same number of customers. What is read shares nothing with the
 * input.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind),
 * `contradiction` (other requirements, counts that do not add up). Of one kind of fault in one place the first 20
 * are listed.
 *
 * @param requirements - the ids of the requirements that were asked about, in the order of their pairs
 * @param input - anything
 * @returns the tally, or all issues with path, finding and expectation
 * @throws ServiceCycleError `invalid-argument` for what is no list of ids
 * @example
 * const pairs = [{ requirement: 'soon', functional: 'met', dysfunctional: 'missed' }] as const;
 * const tally = tallyKano(pairs, [{ met: 1, missed: 5 }, { met: 2 }]);
 * const result = parseKanoTally(['soon'], JSON.parse(JSON.stringify(tally)));
 * result.ok && result.value.requirements[0]?.incomplete; // => 1
 * parseKanoTally(['late'], tally).ok; // => false
 */
export function parseKanoTally<const RequirementId extends string>(
  requirements: readonly RequirementId[],
  input: unknown,
): Result<KanoTally<RequirementId>> {
  checkList('requirements', requirements);
  for (const id of requirements) checkText('an id of requirements', id);
  return readThrough(KANO_DOOR, { id: 'kano', requirements }, input) as Result<
    KanoTally<RequirementId>
  >;
}

interface Asked {
  readonly id: string;
  readonly requirements: readonly string[];
}

const KANO_DOOR: TallyDoor<KanoTally, Asked> = {
  kind: 'kano-tally',
  source: ['questionnaire', 'asks'],
  shape: {
    kind: 'text',
    requirements: [
      {
        requirement: 'text',
        cells: ['count'],
        incomplete: 'count',
        unanswered: 'count',
        invalid: 'count',
      },
    ],
  },
  layout: () => ({}),
  check: ({ requirements }, tell, asked) => {
    if (requirements.length !== asked.requirements.length) {
      const expected = `a list of ${asked.requirements.length}`;
      tell(['requirements'], requirements, expected, 'out-of-range');
    }
    let customers: number | undefined;
    for (const [place, counts] of requirements.entries()) {
      const { requirement, cells, incomplete, unanswered, invalid } = counts;
      const path = ['requirements', place];
      if (requirement !== asked.requirements[place]) {
        const expected = `the requirement ${String(asked.requirements[place])}`;
        tell([...path, 'requirement'], requirement, expected);
      }
      if (cells.length !== PAIRS) {
        tell([...path, 'cells'], cells, `a list of ${PAIRS}`, 'out-of-range');
      }
      const all = cells.reduce((sum, count) => sum + count, incomplete + unanswered + invalid);
      customers ??= all;
      if (all !== customers) tell(path, all, `counts that come to the ${customers} customers`);
    }
  },
};
