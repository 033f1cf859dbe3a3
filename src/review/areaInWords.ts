import type { AreaPriority, AreaReason, Weakness } from '../areas/types.ts';
import { amount, type CycleNames, percent } from './inWords.ts';

/**
 * What happened in an area, in a sentence: how it does, then each reason that says more. A question is
 * told where it is below the floor and the whole area is not.
 */
export function areaInWords({ performance, reasons }: AreaPriority, names: CycleNames): string {
  const share = performance.kind === 'estimate' ? `${percent(performance.value)} favourable` : '';
  const said = reasons.flatMap((reason) => reasonInWords(reason, names));
  return [share, ...said].filter((part) => part !== '').join('; ');
}

function reasonInWords(reason: AreaReason, names: CycleNames): string[] {
  switch (reason.code) {
    case 'important-and-weak':
      return [`important and weak: ${weakness(reason.weakness)}`];
    case 'weak':
      return [`weak: ${weakness(reason.weakness)}`];
    case 'weak-not-proven':
      return [`perhaps weak, by chance or not: ${weakness(reason.weakness)}`];
    case 'level-deteriorated': {
      const { question, upperLimit, floor } = reason;
      const below = `at most ${percent(upperLimit)}, below the floor of ${percent(floor)}`;
      return [
        question === undefined ? below : `the question ${JSON.stringify(question)} has ${below}`,
      ];
    }
    case 'trend-deteriorated':
      return [`fallen by ${amount(-100 * reason.change.value)} points since the survey before`];
    case 'special-cause':
      return [
        `worse in ${reason.period} than chance has it: ${percent(reason.charted)}, the limit is ${percent(reason.limit)}`,
      ];
    case 'standard-not-met':
      return reason.standards.map(
        ({ standard, failed, measured }) =>
          `the standard ${names.standard(standard)} failed in ${String(failed)} of ${String(measured)}`,
      );
    case 'holds-critical-moment':
      return [`critical: ${reason.moments.map(names.moment).join(', ')}`];
    case 'value-at-risk':
      return [
        `${amount(reason.dissatisfiedPerThousand.value)} of 1,000 visits end dissatisfied with an incident at ${names.moment(reason.moment)}`,
      ];
    case 'too-few-answers':
      return [
        `${amount(reason.n)} answers, fewer than the ${amount(reason.minimumAnswers)} it takes to judge`,
      ];
  }
}

function weakness(found: Weakness): string {
  return found.against === 'target'
    ? `at most ${percent(found.upperLimit)}, below the target of ${percent(found.target)}`
    : `the other areas have ${percent(found.others)}`;
}
