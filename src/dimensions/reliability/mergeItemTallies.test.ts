import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { mergeItemTallies } from './mergeItemTallies.ts';
import { tallyItems } from './tallyItems.ts';

function tallyOf(id: string, questions: Readonly<Record<string, Scale>>, answer: number) {
  const survey: SatisfactionSurvey = {
    id,
    title: 'S',
    questions: Object.entries(questions).map(([id, scale]) => ({
      id,
      text: 'Q',
      asks: 'perception',
      scale,
    })),
  };
  const items = Object.keys(questions);
  return tallyItems(survey, [Object.fromEntries(items.map((item) => [item, answer]))], { items });
}

const five = { min: 1, max: 5 };
const here = tallyOf('stay', { a: five, b: five }, 4);

describe('mergeItemTallies', () => {
  it('adds counts and sums', () => {
    expect(mergeItemTallies(here, tallyOf('stay', { a: five, b: five }, 2))).toMatchObject({
      complete: 2,
      sums: [4, 4],
      squares: [10, 10],
      withTotal: [20, 20],
    });
  });

  it('takes a scale for the same whether its defaults are said or not', () => {
    const said = { ...five, step: 1, reversed: false };
    expect(mergeItemTallies(here, tallyOf('stay', { a: said, b: said }, 4)).complete).toBe(2);
  });

  it.each([
    ['of another survey', tallyOf('visit', { a: five, b: five }, 4)],
    ['of other items', tallyOf('stay', { a: five, c: five }, 4)],
    ['of items in another order', tallyOf('stay', { b: five, a: five }, 4)],
    ['of fewer items', tallyOf('stay', { a: five }, 4)],
    ['on another scale', tallyOf('stay', { a: five, b: { min: 1, max: 7 } }, 4)],
    ['on a scale turned round', tallyOf('stay', { a: five, b: { ...five, reversed: true } }, 4)],
  ])('refuses a tally %s', (_, there) => {
    expect(() => mergeItemTallies(here, there)).toThrow(ServiceCycleError);
    expect(() => mergeItemTallies(here, there)).toThrow(/expected tallies of the same items$/);
  });

  it('refuses sums and counts that are none', () => {
    for (const odd of [{ complete: NaN }, { withTotal: [NaN, 1] }]) {
      expect(() => mergeItemTallies(here, { ...here, ...odd })).toThrow(
        /^second.* is NaN; expected/,
      );
    }
  });
});
