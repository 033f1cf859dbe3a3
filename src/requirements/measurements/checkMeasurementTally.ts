import { checkBetween, isFields, refuse } from '../../shared/refuse.ts';
import type { Shape } from '../../shared/shape.ts';
import { checkSketch, SKETCH_SHAPE } from '../../stats/sketch/checkSketch.ts';
import { checkKind } from '../../survey/answers/guards.ts';
import type { MeasurementTally } from './tallyTypes.ts';

const VALUES: Shape = (kept) =>
  isFields(kept) && 'sketch' in kept
    ? {
        sketch: SKETCH_SHAPE,
        excess: { whole: 'counted', billionths: 'count' },
      }
    : { values: ['number'], counts: ['count'] };

/** What a tally of measurements looks like. */
export const MEASUREMENT_TALLY_SHAPE: Shape = {
  kind: 'text',
  standard: 'text',
  operator: 'text',
  threshold: 'number',
  unit: 'text',
  customer: 'text',
  values: 'text',
  by: ['text'],
  groups: [
    {
      group: ['key'],
      conforming: 'count',
      failing: 'count',
      undecided: { abandoned: 'count', stillWaiting: 'count' },
      invalid: 'count',
      measured: VALUES,
      'notOver?': VALUES,
    },
  ],
  otherStandards: 'count',
  otherCustomers: 'count',
  firstInvalid: [{ position: 'count', because: 'text', found: 'text' }],
};

/**
 * Refuses what calls itself a tally of measurements and is none, or was changed by hand. Tallies come
 * among rows from outside, and work that goes by values in no order might not end.
 */
export function checkMeasurementTally(tally: MeasurementTally): void {
  checkKind('the tally', tally, 'measurement-tally', MEASUREMENT_TALLY_SHAPE);
  const { by, groups } = tally;
  for (const [place, { group, measured, notOver }] of groups.entries()) {
    const at = `groups[${place}] of the tally`;
    if (group.length !== by.length) refuse(`group of ${at}`, group, `a list of ${by.length}`);
    for (const kept of [measured, ...(notOver ? [notOver] : [])]) {
      if ('sketch' in kept) {
        checkSketch(kept.sketch);
        // Two of them still add up.
        checkBetween(`excess of ${at}`, kept.excess.whole, 0, 1e307);
      } else checkInOrder(at, kept);
    }
  }
}

function checkInOrder(
  at: string,
  { values, counts }: { readonly values: readonly number[]; readonly counts: readonly number[] },
): void {
  if (values.length !== counts.length) refuse(`counts of ${at}`, counts, 'one for each value');
  let last = -Infinity;
  for (const value of values) {
    if (!(value > last)) refuse(`a value of ${at}`, value, 'values in ascending order, each once');
    last = value;
  }
}
