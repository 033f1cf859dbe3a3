import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { Question, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { findStraightLiners, STRAIGHT_LINE_MINIMUM } from './findStraightLiners.ts';
import { flaggedShare } from './flaggedShare.ts';
import { mergeFlags } from './mergeFlags.ts';

const five = { min: 1, max: 5 };
const turned = { ...five, reversed: true };

/** Rated questions q0, q1, … on these scales, in one block where the scale stays the same. */
function surveyOn(...scales: readonly Scale[]): SatisfactionSurvey {
  const questions = scales.map(
    (scale, place): Question => ({
      id: `q${String(place)}`,
      text: 'Q',
      asks: 'satisfaction',
      scale,
    }),
  );
  return { id: 's', title: 'S', questions };
}

const times = <Value>(count: number, value: Value): Value[] =>
  Array.from({ length: count }, () => value);

/** A response that gives these answers to q0, q1, …. */
function answering(...answers: readonly unknown[]): SurveyResponse {
  return Object.fromEntries(
    answers.map((answer, place) => [`q${String(place)}`, answer]),
  ) as SurveyResponse;
}

const ten = surveyOn(...times(10, five));
const mixed = surveyOn(...times(6, five), turned, ...times(3, five));

describe('findStraightLiners', () => {
  it('flags eight in a row and not seven', () => {
    expect(STRAIGHT_LINE_MINIMUM).toBe(8);
    const found = findStraightLiners(ten, [
      answering(...times(8, 4), 1, 2),
      answering(...times(7, 4), 1, 2, 3),
      answering(1, 2, ...times(8, 4)),
    ]);
    expect(found.flagged).toEqual([
      { position: 0, from: 'q0', to: 'q7', length: 8, answer: 4 },
      { position: 2, from: 'q2', to: 'q9', length: 8, answer: 4 },
    ]);
    expect(found).toMatchObject({ responses: 3, assessed: 3 });
  });

  it('asks for a reversed question in the stretch, where the block has one', () => {
    const found = findStraightLiners(mixed, [
      answering(...times(10, 5)),
      answering(...times(8, 5), 1, 1),
      answering(1, 1, ...times(8, 5)),
    ]);
    expect(found.flagged.map(({ position }) => position)).toEqual([0, 1, 2]);
    const late = surveyOn(...times(8, five), turned);
    expect(findStraightLiners(late, [answering(...times(8, 5), 1)]).flagged).toEqual([]);
    const all = surveyOn(...times(8, turned));
    expect(findStraightLiners(all, [answering(...times(8, 5))]).flagged).toHaveLength(1);
  });

  it('names the longest stretch, and the first of equals', () => {
    const survey = surveyOn(...times(9, five));
    const find = (...answers: number[]) =>
      findStraightLiners(survey, [answering(...answers)], { minimum: 3 }).flagged[0];
    expect(find(1, 1, 1, 2, 2, 2, 2, 3, 3)).toMatchObject({ from: 'q3', to: 'q6', length: 4 });
    expect(find(1, 1, 1, 2, 2, 2, 3, 4, 5)).toMatchObject({ from: 'q0', to: 'q2', answer: 1 });
  });

  it('ends a stretch at a question without an answer, whatever it holds instead', () => {
    for (const none of [null, undefined, 'not-applicable', 6, '4', {}]) {
      const found = findStraightLiners(ten, [answering(...times(5, 4), none, ...times(4, 4))]);
      expect(found).toMatchObject({ flagged: [], responses: 1, assessed: 0 });
    }
    const silent = answering(...times(10, 'not-applicable'));
    expect(findStraightLiners(ten, [silent, {}])).toMatchObject({ flagged: [], assessed: 0 });
  });

  it('looks within blocks only: another scale or an unrated question ends one', () => {
    const four = { min: 1, max: 4 };
    const scales = surveyOn(...times(5, five), ...times(5, four));
    expect(findStraightLiners(scales, [answering(...times(10, 3))])).toMatchObject({
      flagged: [],
      assessed: 0,
      definition: { blocks: [] },
    });
    const [first, ...rest] = ten.questions;
    const why: Question = { id: 'why', text: 'Why?', asks: 'comment' };
    const parted = { ...ten, questions: [first!, why, ...rest] };
    const { definition } = findStraightLiners(parted, []);
    expect(definition.blocks.map(({ questions }) => questions.length)).toEqual([9]);
  });

  it('takes the blocks that are named, and says which it searched', () => {
    const survey = surveyOn(...times(3, five), turned);
    const blocks = [
      ['q3', 'q0', 'q1'],
      ['q2', 'q0'],
    ];
    const found = findStraightLiners(survey, [answering(2, 2, 5, 2)], { minimum: 3, blocks });
    expect(found.definition).toEqual({
      metric: 'straight-lines',
      survey: 's',
      minimum: 3,
      blocks: [
        {
          questions: ['q3', 'q0', 'q1'],
          scale: { min: 1, max: 5, step: 1 },
          reversed: ['q3'],
        },
      ],
    });
    expect(found.flagged).toEqual([{ position: 0, from: 'q3', to: 'q1', length: 3, answer: 2 }]);
  });

  it('refuses blocks of unknown questions or of several scales, and a minimum that is no line', () => {
    const survey = surveyOn(five, { min: 0, max: 10 });
    const find = (options: object) => () => findStraightLiners(survey, [], options);
    expect(find({ blocks: [['q0', 'q7']] })).toThrow(
      expect.objectContaining({ code: 'unknown-id' }),
    );
    expect(find({ blocks: [['q0', 'q1']] })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
    for (const minimum of [1, 2.5, Number.NaN]) {
      expect(find({ minimum })).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    }
  });

  it('gives flagged responses by position and id, and leaves all responses as they are', () => {
    const responses = [
      Object.freeze({ ...answering(...times(10, 3)), code: 'a' }),
      Object.freeze({ ...answering(...times(10, 3)), code: 17 }),
      Object.freeze({ ...answering(...times(10, 3)), code: {} }),
    ];
    const found = findStraightLiners(ten, responses as unknown as SurveyResponse[], {
      id: 'code',
      firstPosition: 100,
    });
    expect(found.flagged.map(({ position, id }) => [position, id])).toEqual([
      [100, 'a'],
      [101, 17],
      [102, undefined],
    ]);
    expect(estimated(flaggedShare(found))).toMatchObject({ value: 1, n: 3, unit: 'share' });
  });

  it('has no share of flagged responses where none can be judged', () => {
    expect(flaggedShare(findStraightLiners(ten, [{}]))).toEqual({
      kind: 'not-estimable',
      reason: 'no-answers',
      n: 0,
    });
  });

  it('reads the answer off the scale, also in steps', () => {
    const halves = surveyOn(...times(8, { min: 0, max: 2, step: 0.5 }));
    const { flagged } = findStraightLiners(halves, [answering(...times(8, 1.5))]);
    expect(flagged).toMatchObject([{ answer: 1.5 }]);
  });

  it('reads a stream, and passes its error on', async () => {
    const responses = [answering(...times(10, 3)), answering(1, 2)];
    async function* stream(fault?: Error) {
      for (const response of responses) {
        await Promise.resolve();
        yield response;
      }
      if (fault) throw fault;
    }
    expect(await findStraightLiners(ten, stream())).toEqual(findStraightLiners(ten, responses));
    await expect(findStraightLiners(ten, stream(new Error('cut')))).rejects.toThrow('cut');
  });

  it('merges with what was found in the same way only', () => {
    const found = findStraightLiners(ten, []);
    expect(() => mergeFlags(found, findStraightLiners(ten, [], { minimum: 3 }))).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
