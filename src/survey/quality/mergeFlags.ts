import { checkOneOf } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { checkCounts } from '../../stats/checkCounts.ts';
import { checkSameLayout } from '../tally/checkSameLayout.ts';
import type { FlaggedResponse, Speeder, Speeders, StraightLine, StraightLiners } from './types.ts';

/**
 * Puts together what was flagged in two parts of the responses: the result is what looking at all of
 * them at once would find, if `firstPosition` told each part where it starts.
 *
 * @param one - what was found in one part
 * @param other - what was found in another, in the same way
 * @throws ServiceCycleError `invalid-argument` when the definitions differ: speeders of two parts need
 * the `durations` of both
 * @example
 * const [first, second] = [[300, 290, 310], [60, 320]].map((part) =>
 *   part.map((seconds) => ({ seconds })),
 * ) as [{ seconds: number }[], { seconds: number }[]];
 * const duration = 'seconds';
 * const durations = mergeDurationTallies(
 *   tallyDurations(first, { duration }),
 *   tallyDurations(second, { duration }),
 * );
 * const flags = mergeFlags(
 *   findSpeeders(first, { duration, durations }),
 *   findSpeeders(second, { duration, durations, firstPosition: 3 }),
 * );
 * flags.flagged; // => [{ position: 3, duration: 60 }]
 */
export function mergeFlags<QuestionId extends string>(
  one: StraightLiners<QuestionId>,
  other: StraightLiners<NoInfer<QuestionId>>,
): StraightLiners<QuestionId>;
/** The same for speeders. */
export function mergeFlags(one: Speeders, other: Speeders): Speeders;
export function mergeFlags(
  one: StraightLiners | Speeders,
  other: StraightLiners | Speeders,
): StraightLiners | Speeders {
  checkFlags('one', one);
  checkFlags('other', other);
  checkSameLayout(one.definition, other.definition);
  checkCounts('responses', [one.responses, one.assessed, other.responses, other.assessed]);
  const responses = one.responses + other.responses;
  const assessed = one.assessed + other.assessed;
  if (one.kind === 'speeders' && other.kind === 'speeders') {
    checkCounts('durations', [one.missing, one.invalid, other.missing, other.invalid]);
    return {
      kind: 'speeders',
      definition: one.definition,
      responses,
      assessed,
      missing: one.missing + other.missing,
      invalid: one.invalid + other.invalid,
      flagged: [...one.flagged, ...other.flagged].sort(byPosition),
    };
  }
  const lines = [one, other].flatMap((each) => (each.kind === 'speeders' ? [] : each.flagged));
  const { definition } = one as StraightLiners;
  return {
    kind: 'straight-liners',
    definition,
    responses,
    assessed,
    flagged: lines.sort(byPosition),
  };
}

/** By position, and by the rest where two stand in the same place, so that the order never depends on luck. */
function byPosition(one: FlaggedResponse, other: FlaggedResponse): number {
  if (one.position !== other.position) return one.position - other.position;
  const [a, b] = [one, other].map(textOf);
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

/** All that can stand in a flag, as text; no more of it, since more may be endless. */
function textOf(flag: FlaggedResponse & Partial<StraightLine & Speeder>): string {
  const { id, from, to, length, answer, duration } = flag;
  return JSON.stringify([id, from, to, length, answer, duration]);
}

function checkFlags(name: string, flags: StraightLiners | Speeders): void {
  checkShape(name, flags, {
    kind: 'text',
    definition: {},
    responses: 'count',
    assessed: 'count',
    flagged: [
      {
        position: 'count',
        'id?': (value) => (typeof value === 'number' ? 'number' : 'text'),
        'duration?': 'counted',
        'from?': 'text',
        'to?': 'text',
        'length?': 'count',
        'answer?': 'number',
      },
    ],
  });
  checkOneOf(`the kind of ${name}`, flags.kind, ['straight-liners', 'speeders']);
}
