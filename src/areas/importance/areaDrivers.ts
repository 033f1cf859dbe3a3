import { checkCycleShape } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { Question } from '../../model/survey.ts';
import { questionsByArea } from '../questionsByArea.ts';
import type { DriverGroup } from './types.ts';

/**
 * The areas of a cycle as drivers for `tallyDrivers`: each with the questions about it or its
 * moments that ask for satisfaction, effort, perception or recommendation. An area that no such question is about is
 * left out.
 *
 * @param cycle - the cycle
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   areas: [{ id: 'hall', name: 'Hall' }, { id: 'vault', name: 'Vault' }],
 *   moments: [{ id: 'wait', name: 'Waits', contact: 'none', area: 'hall' }],
 *   survey: {
 *     id: 'leaving',
 *     title: 'On leaving',
 *     questions: [
 *       {
 *         id: 'waiting',
 *         text: 'How satisfied were you with the wait?',
 *         asks: 'satisfaction',
 *         about: { moment: 'wait' },
 *         scale: { min: 1, max: 5 },
 *       },
 *     ],
 *   },
 * });
 * areaDrivers(bank); // => [{ id: 'hall', questions: ['waiting'] }]
 */
export function areaDrivers<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
): readonly DriverGroup<Ids['area'], Ids['question']>[] {
  checkCycleShape(cycle);
  const sorted = questionsByArea<Ids, Asked<Ids>>(cycle, cycle.survey?.questions ?? []);
  return (cycle.areas ?? []).flatMap(({ id }) => {
    const questions = (sorted.get(id) ?? []).map((question) => question.id);
    return questions.length === 0 ? [] : [{ id, questions }];
  });
}

type Asked<Ids extends CycleIds> = Question<Ids['question'], Ids['moment'], Ids['area']>;
