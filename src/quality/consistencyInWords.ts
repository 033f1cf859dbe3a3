import { percent } from '../review/inWords.ts';
import { checkOneOf } from '../shared/refuse.ts';
import type { Shape } from '../shared/shape.ts';
import { checkKind } from '../survey/answers/guards.ts';
import type { Consistency, ConsistencyReason, CorrelationGap } from './types.ts';

const VERDICTS: Readonly<Record<Consistency['verdict'], string>> = {
  'same-everywhere': 'The service is the same everywhere.',
  'places-differ': 'The service is not the same everywhere.',
  'not-proven': 'Whether the service is the same everywhere is not proven.',
};

const GAPS: Readonly<Record<CorrelationGap['reason'], string>> = {
  'no-data': 'No place has answers that may be shown.',
  'one-place': 'There is one place only to look at.',
  'one-value-each': 'Each place has one answer, so that places cannot be told from visits.',
  'zero-variance': 'Every answer is the same.',
  'constant-within-places': 'At each place every answer is the same.',
};

const VARIES: Readonly<Record<NonNullable<Consistency['mostlyVaries']>, string>> = {
  'between-places': 'Most of what varies lies between places: they need a common standard.',
  'within-places':
    'Most of what varies lies within places, from customer to customer and from visit to visit.',
};

/**
 * A verdict on consistency in words: first the verdict, then a sentence for each reason, then where
 * most of what varies lies. In English; for another language take the codes of `reasons`.
 *
 * @param consistency - from `judgeConsistency`
 * @returns the sentences, two or more
 * @throws ServiceCycleError `invalid-argument` when it is no such verdict
 * @example
 * const found = judgeConsistency({
 *   kind: 'answers-by-place',
 *   question: 'cut',
 *   scale: { min: 1, max: 2 },
 *   places: [{ place: 'home', n: 9, mean: 2, variance: 0, count: 9, perAnswer: [0, 9] }],
 *   notShown: [],
 * });
 * consistencyInWords(found);
 * // => [
 * //   'Whether the service is the same everywhere is not proven.',
 * //   'There is one place only to look at.',
 * // ]
 */
export function consistencyInWords(consistency: Consistency): readonly string[] {
  checkKind('consistency', consistency, 'consistency', CONSISTENCY);
  checkOneOf('consistency.verdict', consistency.verdict, Object.keys(VERDICTS));
  const { mostlyVaries: varies } = consistency;
  if (varies !== undefined) {
    checkOneOf('consistency.mostlyVaries', varies, Object.keys(VARIES));
  }
  const { verdict, reasons, mostlyVaries, negligible } = consistency;
  return [
    VERDICTS[verdict],
    ...reasons.map((reason) => inWords(reason, negligible)),
    ...(mostlyVaries === undefined ? [] : [VARIES[mostlyVaries]]),
  ];
}

/** What is put into words. */
const CONSISTENCY: Shape = {
  verdict: 'text',
  reasons: [
    {
      code: 'text',
      'place?': 'text',
      'share?': 'number',
      'low?': 'number',
      'high?': 'number',
      'value?': 'number',
      'target?': 'number',
      'fewest?': 'number',
      'places?': 'number',
      'because?': 'text',
    },
  ],
  'mostlyVaries?': 'text',
  negligible: 'number',
};

function inWords(reason: ConsistencyReason, negligible: number): string {
  switch (reason.code) {
    case 'places-differ':
      return `Places account for ${percent(reason.share)} of what varies, and for ${percent(reason.low)} at least.`;
    case 'differences-negligible':
      if (reason.high <= 0) return 'Places are even more alike than chance alone has it.';
      return `Places account for ${percent(reason.high)} of what varies at most; up to ${percent(negligible)} is taken to be negligible.`;
    case 'not-settled':
      return `Places may account for anything from nothing to ${percent(reason.high)} of what varies.`;
    case 'place-stands-out':
      return `${JSON.stringify(reason.place)} stands out: ${percent(reason.value)} are content there, as against ${percent(reason.target)}.`;
    case 'each-place-constant':
      return `At each place every answer is the same, of ${String(reason.fewest)} or more, and places differ.`;
    case 'all-constant':
      return `Every answer is the same, of ${String(reason.fewest)} or more at each place.`;
    case 'not-comparable':
      checkOneOf('because of a reason', reason.because, Object.keys(GAPS));
      return GAPS[reason.because];
    case 'places-hidden':
      return reason.places === 1
        ? '1 place is not shown, and may differ.'
        : `${String(reason.places)} places are not shown, and may differ.`;
  }
}
