import type { About } from '../model/survey.ts';
import { quote, quoteList } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';

/** What tells which questions belong together. */
export interface PairableQuestion<QuestionId extends string = string> {
  /** The question. */
  readonly id: QuestionId;
  /** What it is about; absent for the whole cycle. */
  readonly about?: About;
  /** The dimension it belongs to. */
  readonly dimension?: string;
}

/** Questions that belong together, and those that stay alone. */
export interface PairedQuestions<Question> {
  /** Those that belong together, in the order of the first ones. */
  readonly pairs: readonly (readonly [one: Question, other: Question])[];
  /** Those without a counterpart. */
  readonly unpaired: readonly Question[];
}

/**
 * Pairs questions about the same moment or area (or both about the whole cycle) and of the same
 * dimension (or both of none).
 *
 * Where several on one side meet any on the other, which belongs to which is anybody's guess, and a
 * wrong guess would not show in the figures: the caller has to say it.
 *
 * @throws ServiceCycleError `invalid-argument` naming questions that cannot be told apart
 */
export function pairQuestions<Question extends PairableQuestion>(
  ones: readonly Question[],
  others: readonly Question[],
): PairedQuestions<Question> {
  const pairs: (readonly [Question, Question])[] = [];
  const unpaired: Question[] = [];
  const [bySubject, othersBySubject] = [groupBySubject(ones), groupBySubject(others)];
  for (const one of ones) {
    const subject = subjectOf(one);
    const alike = bySubject.get(subject) ?? [];
    const matching = othersBySubject.get(subject) ?? [];
    const [other] = matching;
    if (other === undefined) unpaired.push(one);
    else if (alike.length === 1 && matching.length === 1) pairs.push([one, other]);
    else throw ambiguous(alike, matching);
  }
  const strange = others.filter((other) => !bySubject.has(subjectOf(other)));
  return { pairs, unpaired: [...unpaired, ...strange] };
}

function groupBySubject<Question extends PairableQuestion>(
  questions: readonly Question[],
): ReadonlyMap<string, readonly Question[]> {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const subject = subjectOf(question);
    const group = groups.get(subject);
    if (group === undefined) groups.set(subject, [question]);
    else group.push(question);
  }
  return groups;
}

function subjectOf({ about, dimension }: PairableQuestion): string {
  return JSON.stringify([about ? Object.entries(about)[0] : '', dimension ?? '']);
}

function ambiguous(
  alike: readonly PairableQuestion[],
  matching: readonly PairableQuestion[],
): ServiceCycleError {
  const names = [alike, matching].map((list) => quoteList(list.map(({ id }) => id)));
  return new ServiceCycleError(
    'invalid-argument',
    `questions ${names.join(' and ')} share what they are about and their dimension ${quote(alike[0]?.dimension)}; expected one of each, or to be told which belong together`,
  );
}
