import type { PriorityChange } from '../../areas/comparePriorities.ts';
import type { MomentChange, PlanChange, StandardChange } from '../../review/compareReviews.ts';
import type { QuestionComparison } from '../../survey/compare/types.ts';
import { differenceInWords } from './estimateInWords.ts';
import { joined } from './reasonInWords.ts';
import { about, type Speech } from './speech.ts';

/** What became of a thing between two reviews. */
export type Change = MomentChange | StandardChange | PlanChange | PriorityChange;

/** What became of the score of a question. */
export function comparisonInWords(speech: Speech, thing: QuestionComparison): string {
  const { changes } = speech.words;
  const name = speech.quoted('question', thing.question);
  if (thing.kind === 'not-comparable') {
    return about(speech, name, speech.aside(changes['not-comparable'], changes[thing.reason]));
  }
  return about(
    speech,
    name,
    joined(speech, [changes[thing.verdict], differenceInWords(speech, thing.difference)]),
  );
}

/** What became of a moment, a standard, a plan or an area. */
export function changeInWords(speech: Speech, thing: Change): string {
  const { changes } = speech.words;
  const verdict = changes[thing.verdict as keyof typeof changes];
  const then = 'before' in thing && typeof thing.before === 'string' ? thing.before : undefined;
  const now = 'after' in thing && typeof thing.after === 'string' ? thing.after : undefined;
  const from = [then, now].flatMap((code) => (code === undefined ? [] : [speech.term(code)]));
  const said = speech.aside(verdict, from.join(' → '));
  if ('moment' in thing) return about(speech, speech.quoted('moment', thing.moment), said);
  if ('standard' in thing) return about(speech, speech.quoted('standard', thing.standard), said);
  if ('plan' in thing) return about(speech, speech.quoted('plan', thing.plan), verdict);
  if (!('area' in thing)) return verdict;
  const { performance } = thing;
  return joined(speech, [
    about(speech, speech.quoted('area', thing.area), verdict),
    performance === undefined
      ? ''
      : speech.aside(changes[performance.verdict], differenceInWords(speech, performance.change)),
  ]);
}
