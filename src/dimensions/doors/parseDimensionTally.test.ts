import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { perceptionGap } from '../gaps/perceptionGap.ts';
import { tallyGaps } from '../gaps/tallyGaps.ts';
import { importanceWeightedIndex } from '../indices/importanceWeightedIndex.ts';
import { tallyJointly } from '../joint/tallyJointly.ts';
import { cronbachAlpha } from '../reliability/cronbachAlpha.ts';
import { tallyItems } from '../reliability/tallyItems.ts';
import { dimensionScores } from '../scores/dimensionScores.ts';
import { tallyDimensions } from '../scores/tallyDimensions.ts';
import { parseDimensionTally } from './parseDimensionTally.ts';

const scale = { min: 1, max: 5 };
const survey: SatisfactionSurvey<'was1' | 'was2' | 'ought1' | 'ought2'> = {
  id: 'ward',
  title: 'The ward',
  questions: [
    { id: 'was1', text: 'Q', asks: 'perception', scale, about: { moment: 'x' }, dimension: 'a' },
    { id: 'was2', text: 'Q', asks: 'perception', scale, about: { moment: 'y' }, dimension: 'a' },
    { id: 'ought1', text: 'Q', asks: 'expectation', scale, about: { moment: 'x' }, dimension: 'a' },
    { id: 'ought2', text: 'Q', asks: 'expectation', scale, about: { moment: 'y' }, dimension: 'a' },
  ],
};
const responses = [
  { was1: 2, was2: 3, ought1: 5, ought2: 4 },
  { was1: 4, was2: 4, ought1: 4, ought2: 5 },
  { was1: 1, was2: 3, ought1: 5, ought2: 5 },
] as const;
const stored = (tally: unknown): unknown => JSON.parse(JSON.stringify(tally));

describe('parseDimensionTally', () => {
  it('reads a tally of dimensions where no kind is told', () => {
    const made = tallyDimensions(survey, responses, { asks: 'perception' });
    const result = parseDimensionTally(survey, stored(made));
    expect(result).toEqual({ ok: true, value: made });
    expect(result.ok && dimensionScores(result.value)).toEqual(dimensionScores(made));
  });

  it('reads each other kind when told to, ready to be scored', () => {
    const gaps = tallyGaps(survey, responses);
    const read = parseDimensionTally(survey, stored(gaps), { kind: 'gap-tally' });
    expect(read.ok && perceptionGap(read.value)).toEqual(perceptionGap(gaps));

    const items = tallyItems(survey, responses, { items: ['was1', 'was2'] });
    const scaled = parseDimensionTally(survey, stored(items), { kind: 'item-tally' });
    expect(scaled.ok && cronbachAlpha(scaled.value)).toEqual(cronbachAlpha(items));

    const joint = tallyJointly(survey, responses, { questions: ['was1', 'was2'] });
    const told = parseDimensionTally(survey, stored(joint), { kind: 'joint-tally' });
    const index = { items: [{ score: 'was1', weight: 1 }] } as const;
    expect(told.ok && importanceWeightedIndex(told.value, index)).toEqual(
      importanceWeightedIndex(joint, index),
    );
  });

  it('takes no kind from the input: a tally of another is a fault', () => {
    const gaps = stored(tallyGaps(survey, responses));
    const result = parseDimensionTally(survey, gaps);
    expect(result.ok ? '' : result.issues.find(({ code }) => code === 'not-allowed')?.message).toBe(
      'kind: found "gap-tally", expected "dimension-tally"',
    );
  });

  it('takes the labels from the survey', () => {
    const made = tallyItems(survey, responses, { items: ['was1', 'was2'] });
    const labelled = made.items.map((item) => ({
      ...item,
      scale: { ...scale, labels: { 1: 'No' } },
    }));
    const result = parseDimensionTally(
      survey,
      { ...made, items: labelled },
      { kind: 'item-tally' },
    );
    expect(result).toEqual({ ok: true, value: made });
  });

  it.each(['tally', 'duration-tally'])('refuses the kind %s, and says where it is read', (kind) => {
    expect(() => parseDimensionTally(survey, {}, { kind: kind as 'gap-tally' })).toThrow(
      `kind is "${kind}"; expected "dimension-tally", "gap-tally", "item-tally" or "joint-tally": parseTally of service-cycle/survey reads that kind`,
    );
  });

  it('refuses a survey that goes round in a ring, whose tallies no JSON could hold', () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    const odd = {
      ...survey,
      questions: survey.questions.map((each) => ({ ...each, scale: { ...scale, ring } })),
    };
    const made = stored(tallyItems(survey, responses, { items: ['was1', 'was2'] }));
    expect(() => parseDimensionTally(odd, made, { kind: 'item-tally' })).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        message: expect.stringContaining('the survey is a list of 2; expected what JSON can hold'),
      }),
    );
  });

  it('refuses a kind that no tally has, with the one that was meant, and what is no survey', () => {
    expect(() => parseDimensionTally(survey, {}, { kind: 'gap-taly' as 'gap-tally' })).toThrow(
      'did you mean "gap-tally"?',
    );
    expect(() => parseDimensionTally({} as never, {})).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }) as Error,
    );
  });
});
