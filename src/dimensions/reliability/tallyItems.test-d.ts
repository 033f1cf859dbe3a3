import { expectTypeOf, it } from 'vitest';
import { cronbachAlpha } from './cronbachAlpha.ts';
import { tallyItems } from './tallyItems.ts';

const survey = {
  id: 'stay',
  title: 'Your stay',
  questions: [
    { id: 'kind', text: 'Kind?', asks: 'perception', scale: { min: 1, max: 5 } },
    { id: 'quick', text: 'Quick?', asks: 'perception', scale: { min: 1, max: 5 } },
  ],
} as const;

it('keeps the ids of the questions through to the result', () => {
  const tally = tallyItems(survey, [{ kind: 5, quick: 4 }], { items: ['kind'] });
  const alpha = cronbachAlpha(tally);
  expectTypeOf(alpha.definition.recoded).toEqualTypeOf<readonly ('kind' | 'quick')[]>();
});

it('refuses an item that the survey does not have', () => {
  // @ts-expect-error 'kindly' is no question
  tallyItems(survey, [], { items: ['kindly'] });
});

it('refuses a selection by both ids and nothing', () => {
  // @ts-expect-error neither items nor dimension
  tallyItems(survey, [], {});
});

it('takes columns of any kind of array', () => {
  tallyItems(
    survey,
    { kind: 'columns', length: 2, answers: { kind: new Uint8Array(2), quick: [1, null] } },
    { dimension: 'staff' },
  );
});
