import { describe, expect, it } from 'vitest';
import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { tallyItems } from './tallyItems.ts';

const five = { min: 1, max: 5 } as const;

function surveyOn(...scales: readonly Scale[]): SatisfactionSurvey {
  return {
    id: 'stay',
    title: 'Your stay',
    questions: scales.map((scale, place) => ({
      id: `q${place}`,
      text: 'Q',
      asks: 'perception',
      scale,
    })),
  };
}

/** The tally of rows of answers to as many questions, on one scale. */
function tallyOf(scale: Scale, rows: readonly (readonly unknown[])[]) {
  const survey = surveyOn(...(rows[0] ?? []).map(() => scale));
  const items = survey.questions.map(({ id }) => id);
  const responses = rows.map(
    (row) => Object.fromEntries(row.map((answer, i) => [items[i]!, answer])) as SurveyResponse,
  );
  return tallyItems(survey, responses, { items });
}

describe('tallyItems', () => {
  it('sums answers, their squares, and their products with the total, from the lowest answer on', () => {
    expect(
      tallyOf(five, [
        [5, 4],
        [3, 1],
      ]),
    ).toEqual({
      kind: 'item-tally',
      survey: 'stay',
      items: [
        { id: 'q0', scale: five },
        { id: 'q1', scale: five },
      ],
      complete: 2,
      incomplete: 0,
      invalid: 0,
      sums: [4 + 2, 3 + 0],
      squares: [16 + 4, 9 + 0],
      withTotal: [4 * 7 + 2 * 2, 3 * 7 + 0 * 2],
    });
  });

  it('turns answers round on a reversed scale: 5 of 1 to 5 counts as 1', () => {
    const tally = tallyItems(
      surveyOn(five, { ...five, reversed: true }),
      [
        { q0: 2, q1: 5 },
        { q0: 2, q1: 2 },
      ],
      { items: ['q0', 'q1'] },
    );
    expect(tally.sums).toEqual([2, 3]);
    expect(tally.squares).toEqual([2, 9]);
  });

  it.each([
    ['left blank', null, 0],
    ['absent', undefined, 0],
    ['not applicable', 'not-applicable', 0],
    ['not applicable by a code of the scale', 9, 0],
    ['off the scale', 6, 1],
    ['between the steps', 3.5, 1],
    ['text', '3', 1],
    ['not a number', NaN, 1],
    ['infinite', Infinity, 1],
    ['true', true, 1],
    ['a list', [3], 1],
  ])(
    'counts a response with an answer that is %s, and leaves all of it out',
    (_, answer, invalid) => {
      const scale = { ...five, notApplicable: [9] };
      const tally = tallyOf(scale, [
        [4, 4, 4],
        [4, answer, 4],
      ]);
      expect(tally).toMatchObject({ complete: 1, incomplete: 1, invalid, sums: [3, 3, 3] });
    },
  );

  it('counts a response once, however many answers it lacks, and as invalid if any of them is', () => {
    expect(tallyOf(five, [[null, 77, 'x']])).toMatchObject({
      complete: 0,
      incomplete: 1,
      invalid: 1,
    });
  });

  it('counts what is no response at all as an invalid one', () => {
    const responses = [null, undefined, 5, 'five'] as unknown as SurveyResponse[];
    expect(tallyItems(surveyOn(five), responses, { items: ['q0'] })).toMatchObject({
      complete: 0,
      incomplete: 4,
      invalid: 4,
    });
  });

  it('counts in the step that all scales share, so that sums stay whole', () => {
    const tenths = { min: 0, max: 1, step: 0.1 };
    const quarters = { min: 0, max: 1, step: 0.25 };
    const tally = tallyItems(surveyOn(tenths, quarters), [{ q0: 0.3, q1: 0.75 }], {
      items: ['q0', 'q1'],
    });
    expect(tally.sums).toEqual([6, 15]);
    expect(tally.withTotal).toEqual([6 * 21, 15 * 21]);
  });

  it('takes all questions of a dimension, and no others', () => {
    const survey: SatisfactionSurvey = {
      id: 's',
      title: 'S',
      questions: [
        { id: 'a', text: 'A', asks: 'perception', scale: five, dimension: 'kindness' },
        { id: 'b', text: 'B', asks: 'perception', scale: five, dimension: 'speed' },
        { id: 'why', text: 'Why?', asks: 'comment' },
        { id: 'c', text: 'C', asks: 'perception', scale: five, dimension: 'kindness' },
      ],
    };
    const { items } = tallyItems(survey, [], { dimension: 'kindness' });
    expect(items.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('reads responses once, as a stream would give them', () => {
    function* stream(): Generator<SurveyResponse> {
      for (let row = 0; row < 2000; row += 1) yield { q0: 1 + (row % 5) };
    }
    const tally = tallyItems(surveyOn(five), stream(), { items: ['q0'] });
    expect(tally).toMatchObject({ complete: 2000, sums: [4000], squares: [12_000] });
  });

  it('is a plain value: stored as text and read back it is the same tally', () => {
    const tally = tallyOf(five, [
      [5, 4],
      [null, 1],
    ]);
    expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
  });

  it('tallies no responses, and no items', () => {
    expect(tallyItems(surveyOn(five), [], { items: ['q0'] })).toMatchObject({
      complete: 0,
      sums: [0],
    });
    expect(tallyItems(surveyOn(five), [{}, {}], { items: [] })).toMatchObject({
      complete: 2,
      sums: [],
    });
  });

  describe('from columns', () => {
    it('takes a column that is not there for a question that everybody skipped', () => {
      const columns = { kind: 'columns', length: 3, answers: { q0: [1, 2, 3] } } as const;
      expect(tallyItems(surveyOn(five, five), columns, { items: ['q0', 'q1'] })).toMatchObject({
        complete: 0,
        incomplete: 3,
        invalid: 0,
      });
    });

    it('takes the blank code for a skipped answer, even where it is an answer of the scale', () => {
      const q0 = Uint8Array.from({ length: 600 }, (_, row) => (row % 3 === 0 ? 0 : 4));
      const columns = { kind: 'columns', length: 600, blank: 0, answers: { q0 } } as const;
      const items = { items: ['q0'] } as const;
      const skipped = { complete: 400, incomplete: 200, invalid: 0, sums: [1600] };
      expect(tallyItems(surveyOn({ min: 0, max: 10 }), columns, items)).toMatchObject(skipped);
      expect(tallyItems(surveyOn(five), columns, items)).toMatchObject({
        ...skipped,
        sums: [1200],
      });
    });

    it('refuses a column that is too short', () => {
      const columns = {
        kind: 'columns',
        length: 3,
        answers: { q0: [1, 2], q1: [1, 2, 3] },
      } as const;
      expect(() => tallyItems(surveyOn(five), columns, { items: ['q0'] })).toThrow(
        new ServiceCycleError('invalid-argument', 'column "q0" has 2 answers; expected 3'),
      );
    });

    it('adds up exactly what bytes at the end of their range add up to', () => {
      const q0 = new Uint8Array(1024).fill(127);
      const columns = { kind: 'columns', length: 1024, answers: { q0 } } as const;
      const tally = tallyItems(surveyOn({ min: 0, max: 127 }), columns, { items: ['q0'] });
      expect(tally.sums).toEqual([1024 * 127]);
      expect(tally.withTotal).toEqual([1024 * 127 ** 2]);
    });

    /** Bytes in so many columns: every fourth response, from one on, is off the scale of all of them. */
    function tallyBytes(columns: number, max: number, outsideFrom: number) {
      const length = 512;
      const ids = Array.from({ length: columns }, (_, place) => `q${place}`);
      const column = Uint8Array.from({ length }, (_, row) => (row % 4 === outsideFrom ? 255 : max));
      const answers = Object.fromEntries(ids.map((id) => [id, column]));
      const survey = surveyOn(...ids.map(() => ({ min: 0, max })));
      return tallyItems(survey, { kind: 'columns', length, answers }, { items: ids });
    }

    it.each([0, 1, 2, 3])(
      'keeps invalid bytes from their neighbours, at place %d of four',
      (place) => {
        for (const [columns, max] of [
          [20, 30],
          [700, 1],
          [3, 100],
        ] as const) {
          const tally = tallyBytes(columns, max, place);
          expect(tally).toMatchObject({ complete: 384, incomplete: 128, invalid: 128 });
          expect(new Set(tally.sums)).toEqual(new Set([384 * max]));
          expect(new Set(tally.squares)).toEqual(new Set([384 * max ** 2]));
          expect(new Set(tally.withTotal)).toEqual(new Set([384 * max * columns * max]));
        }
      },
    );
  });

  it.each([
    [{ items: ['q9'] }, 'survey "stay" has no rated question "q9"'],
    [{ dimension: 'speed' }, 'no question of survey "stay" has dimension "speed"'],
  ])('refuses %j, which the survey does not have', (selection, message) => {
    expect(() => tallyItems(surveyOn(five), [], selection)).toThrow(
      new ServiceCycleError('unknown-id', message),
    );
  });

  it('refuses a question named twice', () => {
    expect(() => tallyItems(surveyOn(five), [], { items: ['q0', 'q0'] })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'items name "q0" twice; expected every question once',
      ),
    );
  });

  it.each([
    { min: 1, max: NaN },
    { min: 5, max: 1 },
  ])('refuses an item on the scale %o', (scale) => {
    expect(() => tallyItems(surveyOn(five, scale), [], { items: ['q0', 'q1'] })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });
});
