import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { cronbachAlpha } from './cronbachAlpha.ts';
import { tallyItems } from './tallyItems.ts';
import type { AlphaEstimate } from './types.ts';

const five: Scale = { min: 1, max: 5 };

/** Alpha of rows of answers, each question on its scale or on 1 to 5. */
function alphaOf(rows: readonly (readonly (number | null)[])[], ...scales: readonly Scale[]) {
  const items = (rows[0] ?? []).map((_, place) => `q${place}`);
  const survey: SatisfactionSurvey = {
    id: 's',
    title: 'S',
    questions: items.map((id, place) => ({
      id,
      text: 'Q',
      asks: 'perception',
      scale: scales[place] ?? five,
    })),
  };
  const responses = rows.map((row) => Object.fromEntries(row.map((x, i) => [items[i]!, x])));
  return cronbachAlpha(tallyItems(survey, responses, { items }));
}

function estimateOf(rows: readonly (readonly (number | null)[])[], ...scales: readonly Scale[]) {
  const alpha = alphaOf(rows, ...scales);
  expect(alpha.kind).toBe('estimate');
  return alpha as AlphaEstimate;
}

// Ten guests on staff who are kind, quick and skilled.
const guests = [
  [5, 4, 5],
  [3, 3, 4],
  [4, 4, 4],
  [2, 1, 3],
  [3, 2, 2],
  [5, 5, 4],
  [4, 3, 4],
  [1, 2, 2],
  [4, 5, 5],
  [3, 3, 3],
];
const lastTurned = guests.map(([kind, quick, skilled]) => [kind!, quick!, 6 - skilled!]);

describe('cronbachAlpha', () => {
  it('says from how many responses it comes, and how it is made', () => {
    const alpha = estimateOf([...guests, [5, null, 3], [9, 3, 3]]);
    expect(alpha).toMatchObject({
      unit: 'coefficient',
      basis: 'measured',
      n: 10,
      counts: { complete: 10, incomplete: 2, invalid: 1 },
      definition: { metric: 'cronbach-alpha', recoded: [], cases: 'complete' },
      interval: { level: 0.95, method: 'feldt' },
    });
    expect(alpha.definition.items.map(({ id }) => id)).toEqual(['q0', 'q1', 'q2']);
  });

  it('says which items it turned round', () => {
    const turned = estimateOf(lastTurned, five, five, { ...five, reversed: true });
    expect(turned.definition.recoded).toEqual(['q2']);
    expect(turned.warnings).toEqual([]);
  });

  it('asks whether an item was forgotten to be declared reversed, and does not turn it round', () => {
    const forgotten = estimateOf(lastTurned);
    expect(forgotten.value).toBeLessThan(0.2);
    const r = forgotten.items[2]!.itemRestCorrelation;
    expect(forgotten.warnings).toEqual([
      {
        code: 'forgot-to-reverse',
        item: 'q2',
        itemRestCorrelation: r.kind === 'coefficient' ? r.value : NaN,
      },
    ]);
    expect(forgotten.definition.recoded).toEqual([]);
  });

  it('asks about all items where each contradicts the other', () => {
    const codes = estimateOf([
      [1, 5],
      [5, 2],
      [2, 4],
      [4, 1],
    ]).warnings.map(({ code }) => code);
    expect(codes).toEqual(['forgot-to-reverse', 'forgot-to-reverse']);
  });

  it('may be far below 0', () => {
    expect(
      estimateOf([
        [1, 5],
        [5, 2],
        [2, 4],
        [4, 1],
      ]).value,
    ).toBeLessThan(-10);
  });

  it('shows each item on its own scale, after turning it round', () => {
    const [, , skilled] = estimateOf(lastTurned, five, five, { ...five, reversed: true }).items;
    expect(skilled).toMatchObject({ item: 'q2', mean: 3.6 });
    expect(skilled!.standardDeviation).toBeCloseTo(Math.sqrt(10.4 / 9), 12);
  });

  it('drops one of two items to nothing that could be called alpha', () => {
    const { items } = estimateOf(guests.map(([kind, quick]) => [kind!, quick!]));
    expect(items[0]!.alphaIfDropped).toEqual({ kind: 'not-estimable', reason: 'too-few-items' });
    expect(items[0]!.itemRestCorrelation).toEqual(items[1]!.itemRestCorrelation);
  });

  it('has no correlation for an item that everybody answers alike, and goes on', () => {
    const { items, warnings } = estimateOf(guests.map(([kind, quick]) => [kind!, quick!, 4]));
    expect(items[2]!.itemRestCorrelation).toEqual({
      kind: 'not-estimable',
      reason: 'zero-variance',
    });
    expect(items[2]!.standardDeviation).toBe(0);
    expect(items[2]!.alphaIfDropped.kind).toBe('coefficient');
    expect(items[0]!.alphaIfDropped).toEqual({ kind: 'coefficient', value: 0 });
    expect(warnings).toEqual([{ code: 'zero-variance', item: 'q2' }]);
  });

  it('says which item without variance pulls it towards 0, and by how much', () => {
    const flat = estimateOf(guests.map((row) => [...row, 4]));
    const alone = estimateOf(guests);
    expect(flat.warnings).toEqual([{ code: 'zero-variance', item: 'q3' }]);
    expect(flat.value).toBeCloseTo(((4 * 2) / 3 ** 2) * alone.value, 12);
    expect(flat.items[3]!.alphaIfDropped).toMatchObject({ value: alone.value });
  });

  it('warns of an item without variance even where only one response differs in the rest', () => {
    const { warnings } = estimateOf([
      [1, 3, 5],
      [2, 3, 5],
      [2, 3, 5],
    ]);
    expect(warnings).toEqual([
      { code: 'zero-variance', item: 'q1' },
      { code: 'zero-variance', item: 'q2' },
    ]);
  });

  it('warns when there are fewer responses than items', () => {
    expect(
      estimateOf([
        [1, 2, 1],
        [5, 4, 3],
      ]).warnings,
    ).toContainEqual({
      code: 'fewer-answers-than-items',
      n: 2,
      items: 3,
    });
  });

  it('is exactly 1 for a question asked three times, and warns that nobody disagrees', () => {
    const same = estimateOf(guests.map(([kind]) => [kind!, kind!, kind!]));
    expect(same.value).toBe(1);
    expect(same.interval).toMatchObject({ low: 1, high: 1 });
    expect(same.warnings).toEqual([{ code: 'no-disagreement' }]);
  });

  it.each([
    ['nobody answered', [[null, null]], 'no-answers', 0],
    [
      'nobody answered both questions',
      [
        [5, null],
        [null, 3],
      ],
      'no-answers',
      0,
    ],
    ['one answered', [[5, 4]], 'one-answer', 1],
    ['there is one question', [[5], [4], [3]], 'too-few-items', 3],
    [
      'all give the same answers',
      [
        [5, 4],
        [5, 4],
        [5, 4],
      ],
      'zero-variance',
      3,
    ],
    [
      'all have the same total',
      [
        [5, 1],
        [4, 2],
        [1, 5],
      ],
      'zero-variance',
      3,
    ],
  ] as const)('is not estimable when %s', (_, rows, reason, n) => {
    expect(alphaOf(rows)).toMatchObject({ kind: 'not-estimable', reason, n });
  });

  it('still says the counts when it is not estimable', () => {
    expect(
      alphaOf([
        [5, null],
        [9, 3],
      ]),
    ).toMatchObject({
      counts: { complete: 0, incomplete: 2, invalid: 1 },
    });
  });

  it('does not mistake a small spread among a million responses for none', () => {
    const scale = { min: 0, max: 999 };
    const tally = {
      kind: 'item-tally',
      survey: 's',
      items: ['a', 'b', 'c'].map((id) => ({ id, scale })),
      complete: 1_000_000,
      incomplete: 0,
      invalid: 0,
      // All answer 999 to everything, but for one who answers 998.
      sums: [998_999_999, 998_999_999, 998_999_999],
      squares: [998_000_998_003, 998_000_998_003, 998_000_998_003],
      withTotal: [2_994_002_994_009, 2_994_002_994_009, 2_994_002_994_009],
    } as const;
    expect(cronbachAlpha(tally)).toMatchObject({ kind: 'estimate' });
  });

  it.each([0, 1, 95, NaN])('refuses the level %d', (level) => {
    const survey: SatisfactionSurvey = { id: 's', title: 'S', questions: [] };
    expect(() => cronbachAlpha(tallyItems(survey, [], { items: [] }), { level })).toThrow(
      ServiceCycleError,
    );
  });
});
