import type { SatisfactionSurvey } from '../../model/survey.ts';
import type { TallyDoor } from '../../survey/doors/tallyDoor.ts';
import { commonStep } from '../reliability/commonStep.ts';
import { ITEM_TALLY_SHAPE } from '../reliability/itemShape.ts';
import { selectItems } from '../reliability/selectItems.ts';
import type { ItemTally } from '../reliability/types.ts';

/** Reads a tally of items. */
export function itemDoor(): TallyDoor<ItemTally, SatisfactionSurvey> {
  return {
    kind: 'item-tally',
    source: ['survey', 'asks'],
    shape: ITEM_TALLY_SHAPE,
    layout: ({ items }, survey) => ({
      survey: survey.id,
      items: selectItems(survey, { items: items.map(({ id }) => id) }),
    }),
    check: (tally, tell) => {
      const { items, complete, incomplete, invalid, sums, squares, withTotal } = tally;
      if (invalid > incomplete) {
        tell(['invalid'], invalid, `at most the ${incomplete} incomplete responses`);
      }
      if (!Number.isSafeInteger(complete + incomplete)) {
        tell(['complete'], complete, 'at most 2^53 - 1 responses in all', 'out-of-range');
      }
      for (const field of ['sums', 'squares', 'withTotal'] as const) {
        if (tally[field].length === items.length) continue;
        tell([field], tally[field], `a list of ${items.length}`, 'out-of-range');
        return;
      }
      const step = commonStep(items);
      const tops = items.map(({ scale: { min, max } }) => Math.round((max - min) / step));
      const top = sumOf(tops);
      for (const place of items.keys()) {
        const [sum, square, product] = [sums, squares, withTotal].map((list) => list[place] ?? 0);
        const highest = tops[place] ?? 0;
        const expect = (field: string, found = 0, low: number, high: number): void => {
          if (found >= low * (1 - 1e-9) && found <= high) return;
          tell([field, place], found, `a whole number from ${low} to ${high}`);
        };
        expect('sums', sum, 0, complete * highest);
        expect('squares', square, (sum ?? 0) ** 2 / Math.max(1, complete), highest * (sum ?? 0));
        expect('withTotal', product, square ?? 0, top * (sum ?? 0));
      }
      const least = sumOf(sums) ** 2 / Math.max(1, complete);
      if (sumOf(withTotal) < least * (1 - 1e-9)) {
        tell(['withTotal'], sumOf(withTotal), `sums that come to ${least} or more`);
      }
    },
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
