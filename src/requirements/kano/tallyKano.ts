import { NOT_APPLICABLE } from '../../model/observations.ts';
import {
  checkList,
  checkObjects,
  checkOptions,
  checkRows,
  checkText,
  isFields,
  refuse,
} from '../../shared/refuse.ts';
import type { KanoPair, KanoTally, KanoTallyOptions } from './kanoTypes.ts';

/** The answers of a questionnaire: like, must-be, neutral, live with, dislike. */
const ANSWERS = 5;

/** What is counted of one pair of questions. */
interface Counted {
  readonly cells: number[];
  incomplete: number;
  unanswered: number;
  invalid: number;
}

/**
 * Counts the pairs of answers to Kano's questionnaire, so that days and branches can be added up later and no
 * response has to be kept.
 *
 * Each requirement is asked about twice: how customers feel if it is met (functional), and if it is not
 * (dysfunctional). Answers are 1, I like it; 2, it must be so; 3, I do not mind; 4, I can live with it; 5, I
 * dislike it; or what `answers` names in their place. Only a pair counts: a single answer is
 * `incomplete`, an answer that is none of the five makes the pair `invalid`, and "not applicable" is no answer.
 *
 * @param pairs - the requirements with the keys of their two answers, each requirement once
 * @param responses - one object per customer
 * @param options - how the answers come in
 * @returns the tally, a plain JSON value, the same in whatever order the responses come
 * @throws ServiceCycleError `invalid-argument` when a pair has no keys, a requirement comes twice, or
 * `answers` are not five different ones
 * @example
 * const pairs = [{ requirement: 'on-time', functional: 'met', dysfunctional: 'missed' }] as const;
 * const tally = tallyKano(pairs, [{ met: 2, missed: 5 }, { met: 1, missed: 5 }, { met: 3 }]);
 * tally.requirements[0]?.incomplete; // => 1
 * tally.requirements[0]?.cells.slice(0, 10); // => [0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
 * @see Kano, Seraku, Takahashi & Tsuji (1984), Hinshitsu 14(2), 147-156
 */
export function tallyKano<const RequirementId extends string>(
  pairs: readonly KanoPair<RequirementId>[],
  responses: Iterable<object>,
  options: KanoTallyOptions = {},
): KanoTally<RequirementId> {
  checkPairs(pairs);
  checkOptions(options, ['answers']);
  const placeOf = placesOf(options.answers);
  checkRows('responses', responses);
  const counted = pairs.map(
    (): Counted => ({
      cells: new Array<number>(ANSWERS * ANSWERS).fill(0),
      incomplete: 0,
      unanswered: 0,
      invalid: 0,
    }),
  );
  for (const response of responses as Iterable<unknown>) {
    const row = (isFields(response) ? response : {}) as Readonly<Record<string, unknown>>;
    for (const [at, { functional, dysfunctional }] of pairs.entries()) {
      const counts = counted[at];
      if (counts !== undefined)
        count(counts, placeOf(row[functional]), placeOf(row[dysfunctional]));
    }
  }
  return {
    kind: 'kano-tally',
    requirements: pairs.map(({ requirement }, at) => ({
      requirement,
      ...(counted[at] as Counted),
    })),
  };
}

function count(counts: Counted, met: Place, missed: Place): void {
  if (met === 'invalid' || missed === 'invalid') counts.invalid += 1;
  else if (met !== undefined && missed !== undefined) {
    const cell = met * ANSWERS + missed;
    counts.cells[cell] = (counts.cells[cell] ?? 0) + 1;
  } else if (met === undefined && missed === undefined) counts.unanswered += 1;
  else counts.incomplete += 1;
}

/** The place of an answer among the five, `invalid` for another, nothing where there is none. */
type Place = number | 'invalid' | undefined;

function placesOf(answers: readonly unknown[] = [1, 2, 3, 4, 5]): (answer: unknown) => Place {
  checkList('answers', answers);
  const isAnswer = (each: unknown): boolean => typeof each === 'string' || Number.isFinite(each);
  const places = new Map(answers.map((answer, place) => [answer, place]));
  if (answers.length !== ANSWERS || places.size !== ANSWERS || !answers.every(isAnswer)) {
    refuse('answers', answers, 'five different texts or numbers');
  }
  return (answer) => {
    if (answer === undefined || answer === null || answer === '' || answer === NOT_APPLICABLE) {
      return undefined;
    }
    return places.get(answer) ?? 'invalid';
  };
}

function checkPairs(pairs: readonly KanoPair[]): void {
  checkObjects('pairs', pairs);
  const told = new Set<string>();
  for (const [at, { requirement, functional, dysfunctional }] of pairs.entries()) {
    checkText(`requirement of pairs[${at}]`, requirement);
    checkText(`functional of pairs[${at}]`, functional);
    checkText(`dysfunctional of pairs[${at}]`, dysfunctional);
    if (functional === dysfunctional) {
      refuse(`dysfunctional of pairs[${at}]`, dysfunctional, 'another key than that of functional');
    }
    if (told.has(requirement)) {
      refuse(`requirement of pairs[${at}]`, requirement, 'each requirement once');
    }
    told.add(requirement);
  }
}
