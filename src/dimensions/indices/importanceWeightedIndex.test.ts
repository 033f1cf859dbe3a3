import { describe, expect, it } from 'vitest';
import type { SurveyResponse } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { mergeJointTallies } from '../joint/mergeJointTallies.ts';
import { tallyJointly } from '../joint/tallyJointly.ts';
import { DEFAULT_INDEX_FORM, importanceWeightedIndex } from './importanceWeightedIndex.ts';

const five = { min: 1, max: 5 };
const ten = { min: 0, max: 10 };

function question(
  id: string,
  asks: RatedQuestion['asks'],
  moment: string,
  scale: Scale = asks === 'importance' ? ten : five,
): RatedQuestion {
  return { id, text: 'Q', asks, scale, about: { moment } };
}

function surveyOf(...questions: readonly RatedQuestion[]): SatisfactionSurvey {
  return { id: 's', title: 'S', questions };
}

const ward = surveyOf(
  question('food', 'satisfaction', 'meal'),
  question('rest', 'satisfaction', 'night'),
  question('need food', 'importance', 'meal'),
  question('need rest', 'importance', 'night'),
);
const patients: readonly SurveyResponse[] = [
  { food: 5, rest: 2, 'need food': 2, 'need rest': 8 },
  { food: 4, rest: 1, 'need food': 4, 'need rest': 10 },
  { food: 3, rest: 3, 'need food': 3, 'need rest': 9 },
];

function figure<Found extends { kind: string }>(found: Found) {
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${JSON.stringify(found)}`);
  return found as Extract<Found, { kind: 'estimate' }>;
}

const refused = (code: string, message: RegExp) =>
  expect.objectContaining({
    name: 'ServiceCycleError',
    code,
    message: expect.stringMatching(message),
  });

describe('importanceWeightedIndex', () => {
  it('weighs mean scores by mean importance: 4 at 3 and 2 at 9 make 2.5 on 1 to 5', () => {
    const tally = tallyJointly(ward, patients);
    const forms = (['scale', 'share-of-range', 'share-of-maximum'] as const).map((form) =>
      figure(importanceWeightedIndex(tally, { form })),
    );
    expect(forms.map(({ value, unit }) => [value, unit])).toEqual([
      [2.5, 'scale'],
      [37.5, 'hundred'],
      [50, 'hundred'],
    ]);
    expect(DEFAULT_INDEX_FORM).toBe('share-of-range');
    expect(figure(importanceWeightedIndex(tally)).value).toBe(37.5);
  });

  it('shows what it is made of', () => {
    const { parts, definition } = importanceWeightedIndex(tallyJointly(ward, patients));
    expect(parts[0]).toMatchObject({
      question: 'food',
      mean: { kind: 'estimate', value: 4, unit: 'scale', n: 3 },
      counts: { answered: 3, notApplicable: 0, skipped: 0, invalid: 0 },
      importance: 'need food',
      meanImportance: { kind: 'estimate', value: 3, n: 3 },
      weightShare: 0.25,
    });
    expect(definition).toEqual({
      metric: 'importance-weighted-index',
      scale: { min: 1, max: 5, step: 1 },
      form: 'share-of-range',
      weights: 'mean-importance',
      standardError: 'linearized',
    });
  });

  it('gives 20 for the worst answer of 1 to 5 as a share of the maximum, and 0 as a share of the range', () => {
    const responses = [
      { food: 1, rest: 1, 'need food': 1, 'need rest': 2 },
      { food: 1, rest: 2, 'need food': 9, 'need rest': 0 },
      { food: 1, rest: 1, 'need food': 9, 'need rest': 1 },
    ];
    const tally = tallyJointly(ward, responses);
    const items = [{ score: 'food', weight: 1 }];
    expect(importanceWeightedIndex(tally, { items })).toMatchObject({ reason: 'zero-variance' });
    const range = figure(importanceWeightedIndex(tally));
    const maximum = figure(importanceWeightedIndex(tally, { form: 'share-of-maximum' }));
    expect(maximum.value).toBeCloseTo(20 + 0.8 * range.value, 12);
    expect(range.interval.low).toBe(0);
    expect(maximum.interval.low).toBe(20);
  });

  it('takes means over all who answered each question, and counts the others', () => {
    const more = [...patients, { food: 4, rest: 9 }, { 'need food': 3, rest: 'not-applicable' }];
    const found = importanceWeightedIndex(tallyJointly(ward, more));
    expect(figure(found).value).toBe(37.5);
    expect(figure(found).n).toBe(3);
    expect(found.parts[0]).toMatchObject({ counts: { answered: 4, skipped: 1 } });
    expect(found.parts[1]).toMatchObject({
      counts: { answered: 3, notApplicable: 1, invalid: 1 },
      importanceCounts: { answered: 3, skipped: 2 },
    });
  });

  it('turns reversed scores and reversed importance round', () => {
    const turned = surveyOf(
      question('food', 'satisfaction', 'meal', { ...five, reversed: true }),
      question('rest', 'satisfaction', 'night'),
      question('need food', 'importance', 'meal', { ...ten, reversed: true }),
      question('need rest', 'importance', 'night'),
    );
    const mirrored = patients.map((one) => ({
      ...one,
      food: 6 - Number(one['food']),
      'need food': 10 - Number(one['need food']),
    }));
    expect(figure(importanceWeightedIndex(tallyJointly(turned, mirrored)))).toEqual(
      figure(importanceWeightedIndex(tallyJointly(ward, patients))),
    );
  });

  it('knows that customers who say what matters to them also give the scores', () => {
    const { value, interval } = figure(
      importanceWeightedIndex(tallyJointly(ward, patients), { level: 0.5, form: 'scale' }),
    );
    // By hand: z = Σ w·(s - S)/… + (S - C)·(i - I)/ΣI of each patient, and t(2) at 0.75 = sqrt(2/3).
    const parts = patients.map((one) => {
      const [food, rest] = [Number(one['food']) - 4, Number(one['rest']) - 2];
      const [needFood, needRest] = [Number(one['need food']) - 3, Number(one['need rest']) - 9];
      return 0.25 * food + 0.75 * rest + (1.5 * needFood - 0.5 * needRest) / 12;
    });
    const squaredError = parts.reduce((sum, part) => sum + part * part, 0) / 3 / 2;
    expect(interval.high - value).toBeCloseTo(Math.sqrt((2 / 3) * squaredError), 12);
  });

  it('treats given weights as known, whatever they sum to', () => {
    const tally = tallyJointly(ward, patients);
    const by = (factor: number) =>
      importanceWeightedIndex(tally, {
        items: [
          { score: 'food', weight: factor },
          { score: 'rest', weight: 3 * factor },
        ],
      });
    expect(by(0.1)).toMatchObject({ definition: { weights: 'given' }, value: 37.5 });
    expect(figure(by(0.1)).interval.low).toBeCloseTo(figure(by(25)).interval.low, 12);
    expect(by(1).parts.map((part) => part.weightShare)).toEqual([0.25, 0.75]);
    expect(by(1).parts[0]).not.toHaveProperty('importance');
  });

  it('leaves a question of no given weight out, whether it was answered or not', () => {
    const tally = tallyJointly(ward, [{ food: 5 }, { food: 4 }]);
    const items = [
      { score: 'food', weight: 1 },
      { score: 'rest', weight: 0 },
    ];
    expect(figure(importanceWeightedIndex(tally, { items })).value).toBe(87.5);
  });

  it.each([
    ['no-answers', 0, []],
    [
      'no-answers',
      0,
      [
        { food: 5, rest: 4 },
        { food: 4, rest: 4 },
      ],
    ],
    ['one-answer', 1, patients.slice(0, 1)],
    ['zero-variance', 2, [patients[0]!, patients[0]!]],
    [
      'zero-importance',
      2,
      [
        { food: 5, rest: 4, 'need food': 0, 'need rest': 0 },
        { food: 4, rest: 4, 'need food': 0, 'need rest': 0 },
      ],
    ],
  ])('says %s of %i', (reason, n, responses) => {
    const found = importanceWeightedIndex(tallyJointly(ward, responses));
    expect(found).toMatchObject({ kind: 'not-estimable', reason, n });
    if (n === 0 || reason === 'zero-importance') {
      for (const part of found.parts) expect(part).not.toHaveProperty('weightShare');
    }
  });

  it('says zero-variance where all scores are alike, however much weights differ', () => {
    const alike = patients.map((one) => ({ ...one, food: 4, rest: 4 }));
    expect(importanceWeightedIndex(tallyJointly(ward, alike))).toMatchObject({
      kind: 'not-estimable',
      reason: 'zero-variance',
    });
  });

  it('says zero-importance where the caller gives no weight to anything', () => {
    const items = [{ score: 'food', weight: 0 }];
    expect(importanceWeightedIndex(tallyJointly(ward, patients), { items })).toMatchObject({
      reason: 'zero-importance',
      n: 3,
    });
  });

  it('refuses what no index can be made of', () => {
    const index = (survey: SatisfactionSurvey, items?: { score: string; importance: string }[]) =>
      importanceWeightedIndex(tallyJointly(survey, []), items ? { items } : {});
    expect(() => index(surveyOf(question('food', 'satisfaction', 'meal')))).toThrow(
      refused('invalid-argument', /expected at least one, or items/),
    );
    const twice = [
      question('more', 'importance', 'meal'),
      question('food', 'satisfaction', 'meal'),
    ];
    expect(() => index(surveyOf(...twice, question('need', 'importance', 'meal')))).toThrow(
      refused('invalid-argument', /"food" and "more" or "need"/),
    );
    expect(() => index(ward, [{ score: 'fod', importance: 'need food' }])).toThrow(
      refused('unknown-id', /"fod"/),
    );
    const scales = [
      question('a', 'satisfaction', 'x'),
      question('i', 'importance', 'x'),
      question('b', 'satisfaction', 'y', ten),
      question('j', 'importance', 'y'),
    ];
    expect(() => index(surveyOf(...scales))).toThrow(refused('wrong-scale', /"b".*"a"/));
    const below = [
      question('a', 'satisfaction', 'x'),
      question('i', 'importance', 'x', { min: -2, max: 2 }),
    ];
    expect(() => index(surveyOf(...below))).toThrow(refused('wrong-scale', /from -2/));
    const items = [{ score: 'food', weight: -1 }];
    expect(() => importanceWeightedIndex(tallyJointly(ward, []), { items })).toThrow(
      refused('invalid-argument', /the weight of "food" is -1/),
    );
  });

  it('refuses a share of the maximum on a scale with answers below 0', () => {
    const survey = surveyOf(question('a', 'satisfaction', 'x', { min: -2, max: 2 }));
    const tally = tallyJointly(survey, [{ a: 1 }, { a: 2 }]);
    const items = [{ score: 'a', weight: 1 }];
    expect(figure(importanceWeightedIndex(tally, { items })).value).toBe(87.5);
    expect(() => importanceWeightedIndex(tally, { items, form: 'share-of-maximum' })).toThrow(
      refused('wrong-scale', /from -2 to 2/),
    );
  });
});

describe('tallyJointly', () => {
  it('sums only the questions asked for, once each', () => {
    const tally = tallyJointly(ward, patients, { questions: ['rest', 'rest'] });
    expect(tally.questions.map(({ id }) => id)).toEqual(['rest']);
    expect(tally.sums.cells).toEqual([
      {
        first: 0,
        second: 0,
        firstParts: 1,
        secondParts: 1,
        n: 3,
        firstSum: 3,
        secondSum: 3,
        productSum: 5,
      },
    ]);
  });

  it('refuses a question that the survey does not rate', () => {
    expect(() => tallyJointly(ward, [], { questions: ['rst'] })).toThrow(
      refused('unknown-id', /"rst"/),
    );
  });

  it('reads a stream, and passes its error on', async () => {
    async function* stream(fault?: Error) {
      for (const patient of patients) {
        await Promise.resolve();
        yield patient;
      }
      if (fault) throw fault;
    }
    expect(await tallyJointly(ward, stream())).toEqual(tallyJointly(ward, patients));
    await expect(tallyJointly(ward, stream(new Error('cut')))).rejects.toThrow('cut');
  });

  it('merges with tallies of the same questions only', () => {
    const tally = tallyJointly(ward, patients);
    expect(() => mergeJointTallies(tally, tallyJointly(ward, [], { questions: ['rest'] }))).toThrow(
      refused('invalid-argument', /expected the same/),
    );
  });
});
