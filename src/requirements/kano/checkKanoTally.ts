import {
  checkCount,
  checkList,
  checkObject,
  checkObjects,
  checkOneOf,
  checkText,
  refuse,
} from '../../shared/refuse.ts';
import type { KanoCells, KanoTally } from './kanoTypes.ts';

/** Refuses what is no tally of Kano's questionnaire, or was changed by hand. */
export function checkKanoTally(name: string, tally: KanoTally): void {
  checkObject(name, tally);
  checkOneOf(`kind of ${name}`, tally.kind, ['kano-tally']);
  checkObjects(`requirements of ${name}`, tally.requirements);
  const requirements: readonly KanoCells[] = tally.requirements;
  for (const [place, { requirement, cells, ...others }] of requirements.entries()) {
    const at = `requirements[${place}] of ${name}`;
    checkText(`requirement of ${at}`, requirement);
    checkList(`cells of ${at}`, cells);
    if (cells.length !== 25) refuse(`cells of ${at}`, cells, '25 counts');
    for (const [cell, count] of cells.entries()) checkCount(`cells[${cell}] of ${at}`, count);
    for (const key of ['incomplete', 'unanswered', 'invalid'] as const) {
      checkCount(`${key} of ${at}`, others[key]);
    }
  }
}
