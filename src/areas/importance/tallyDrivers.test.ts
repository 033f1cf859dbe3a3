import { describe, expect, it } from 'vitest';
import { fixedPointValue } from '../../survey/tally/fixedPointCells.ts';
import { tallyDrivers } from './tallyDrivers.ts';
import type { DriverTally } from './types.ts';

const on5 = { min: 1, max: 5, notApplicable: [9] };
const survey = {
  id: 'leaving',
  title: 'On leaving',
  questions: [
    { id: 'wait', text: 'Wait?', asks: 'satisfaction', scale: on5 },
    { id: 'seat', text: 'Seat?', asks: 'satisfaction', scale: on5 },
    { id: 'light', text: 'Light?', asks: 'satisfaction', scale: on5 },
    { id: 'effort', text: 'Effort?', asks: 'effort', scale: { min: 1, max: 5, reversed: true } },
    { id: 'all', text: 'All?', asks: 'satisfaction', scale: { min: 0, max: 10 } },
    { id: 'age', text: 'Age?', asks: 'profile', choices: { y: 'Young' } },
  ],
} as const;
const hall = { id: 'hall', questions: ['wait', 'seat', 'light'] } as const;

/** The sums as plain numbers. */
function sums({ sums: cells }: DriverTally): readonly number[] {
  return cells.whole.map((_, cell) => fixedPointValue(cells, cell));
}

describe('tallyDrivers', () => {
  it('measures answers from the worst one, and turns reversed scales round', () => {
    const tally = tallyDrivers(survey, [{ wait: 2, effort: 1, all: 10 }], {
      outcome: 'all',
      drivers: ['wait', 'effort'],
    });
    // 1; 1 · 1, 1²; 4, 4 · 1, 4²; 10, 10 · 1, 10 · 4, 10²; and the squared weight.
    expect(sums(tally)).toEqual([1, 1, 1, 4, 4, 16, 10, 10, 40, 100, 1]);
  });

  it('takes the mean over the answered questions of a group, if these are at least half', () => {
    const selection = { outcome: 'all', drivers: [hall] } as const;
    const two = tallyDrivers(survey, [{ wait: 5, seat: 2, light: 9, all: 3 }], selection);
    expect(sums(two)).toEqual([1, 2.5, 6.25, 3, 7.5, 9, 1]);
    const one = tallyDrivers(survey, [{ wait: 5, all: 3 }], selection);
    expect([one.complete, one.incomplete]).toEqual([0, 1]);
    const half = { id: 'hall', questions: ['wait', 'seat'] } as const;
    const kept = tallyDrivers(survey, [{ wait: 5, all: 3 }], { outcome: 'all', drivers: [half] });
    expect(kept.complete).toBe(1);
  });

  it('stretches the shorter scale of a group to the longer one', () => {
    const both = { id: 'both', questions: ['wait', 'all'] } as const;
    const tally = tallyDrivers(survey, [{ wait: 5, all: 0, seat: 1 }], {
      outcome: 'seat',
      drivers: [both],
    });
    expect(sums(tally)[1]).toBe(5);
  });

  it('enters only who answers everything, and says what became of the others', () => {
    const tally = tallyDrivers(
      survey,
      [
        { wait: 5, seat: 4, all: 9 },
        { wait: 5, all: 9 },
        { wait: 7, seat: 4, all: 9 },
        { wait: 5, seat: 9, all: 9 },
        { wait: 1, seat: 1 },
      ],
      { outcome: 'all', drivers: ['wait', 'seat'] },
    );
    expect(tally).toMatchObject({
      responses: 5,
      complete: 1,
      incomplete: 4,
      invalid: 1,
      withoutWeight: 0,
    });
    expect(tally.drivers.map(({ answered }) => answered)).toEqual([4, 3]);
    expect(tally.drivers[1]?.outcomes).toEqual([
      { answered: 3, notApplicable: 1, skipped: 1, invalid: 0 },
    ]);
    expect(tally.outcome.answered).toBe(4);
  });

  it('does not hold a bad answer against the next response', () => {
    const tally = tallyDrivers(survey, [{ wait: 5, seat: 2, light: 99, all: 3 }, { all: 3 }], {
      outcome: 'all',
      drivers: [hall],
    });
    expect(tally).toMatchObject({ complete: 1, incomplete: 1, invalid: 0 });
  });

  it('counts which values come together, in order', () => {
    const responses = [
      { wait: 5, all: 9 },
      { wait: 1, all: 2 },
      { wait: 5, all: 9 },
      { wait: 5, all: 3 },
    ];
    const { pairs } = tallyDrivers(survey, responses, { outcome: 'all', drivers: ['wait'] });
    expect(pairs).toEqual([
      {
        driver: [0, 4, 4],
        outcome: [2, 3, 9],
        counts: { whole: [1, 1, 2], fraction: [0, 0, 0], fine: [0, 0, 0] },
      },
    ]);
  });

  it('lets each response count by its weight, and leaves out those without one', () => {
    const responses = [
      { wait: 5, all: 10, weight: 2.5 },
      { wait: 3, all: 10, weight: 0.5 },
      { wait: 3, all: 10, weight: 0 },
      { wait: 3, all: 10, weight: -1 },
      { wait: 3, all: 10 },
    ];
    const tally = tallyDrivers(survey, responses as never[], {
      outcome: 'all',
      drivers: ['wait'],
      weight: 'weight',
    });
    expect(tally).toMatchObject({ responses: 5, complete: 2, withoutWeight: 3, weight: 'weight' });
    expect(sums(tally)).toEqual([3, 11, 42, 30, 110, 300, 6.5]);
  });

  it('reads a stream as it reads a list', async () => {
    const responses = [
      { wait: 5, all: 9 },
      { wait: 1, all: 2 },
    ];
    const selection = { outcome: 'all', drivers: ['wait'] } as const;
    async function* stream() {
      for (const response of responses) yield await Promise.resolve(response);
    }
    expect(await tallyDrivers(survey, stream(), selection)).toEqual(
      tallyDrivers(survey, responses, selection),
    );
  });

  it('takes what is no object for a response without answers', () => {
    const odd = [null, undefined, 3, 'x'] as never[];
    const tally = tallyDrivers(survey, odd, { outcome: 'all', drivers: ['wait'] });
    expect(tally).toMatchObject({ responses: 4, complete: 0, incomplete: 4 });
  });

  it.each([
    ['a question the survey does not have', { outcome: 'all', drivers: ['queue'] }, 'unknown-id'],
    ['a question without a scale', { outcome: 'age', drivers: ['wait'] }, 'unknown-id'],
    [
      'a driver that comes twice',
      { outcome: 'all', drivers: ['wait', 'wait'] },
      'invalid-argument',
    ],
    ['no driver', { outcome: 'all', drivers: [] }, 'invalid-argument'],
    [
      'a group without questions',
      { outcome: 'all', drivers: [{ id: 'hall', questions: [] }] },
      'invalid-argument',
    ],
    [
      'a group that names a question twice',
      { outcome: 'all', drivers: [{ id: 'hall', questions: ['wait', 'wait'] }] },
      'invalid-argument',
    ],
  ])('refuses %s', (_, selection, code) => {
    expect(() => tallyDrivers(survey, [], selection as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each([
    { min: 1, max: NaN },
    { min: 1, max: -1e300 },
    { min: 1, max: 1e300 },
  ])('refuses a driver on the scale %o', (scale) => {
    const odd = { ...survey, questions: survey.questions.map((one) => ({ ...one, scale })) };
    expect(() => tallyDrivers(odd as never, [], { outcome: 'all', drivers: ['wait'] })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });
});
