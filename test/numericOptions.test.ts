import { describe, expect, it } from 'vitest';
import * as library from './support/everyEntry.ts';

const scale = { min: 1, max: 5 };
const ten = { min: 1, max: 10 };
const survey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'was', text: 'A', asks: 'perception', scale, dimension: 'd' },
    { id: 'ought', text: 'B', asks: 'expectation', scale, dimension: 'd' },
    { id: 'x', text: 'X', asks: 'satisfaction', scale: ten },
    { id: 'y', text: 'Y', asks: 'satisfaction', scale: ten },
    { id: 'z', text: 'Z', asks: 'satisfaction', scale: ten },
  ],
} as const;
const responses = [
  { was: 2, ought: 4, x: 1, y: 2, z: 5, seconds: 60 },
  { was: 4, ought: 5, x: 3, y: 2, z: 9, seconds: 90 },
  { was: 3, ought: 3, x: 8, y: 7, z: 9, seconds: 80 },
];
const rows = [{ age: 'old' }, { age: 'young' }];
const targets = { age: { old: 0.5, young: 0.5 } };
const counts = { scale, perAnswer: [1, 2, 3, 4, 5] };
const gaps = library.tallyGaps(survey, responses);
const dimensions = library.tallyDimensions(survey, responses, { asks: 'perception' });
const three = library.tallyJointly(survey, responses, { questions: ['x', 'y', 'z'] });
const items = library.tallyItems(survey, responses, { items: ['x', 'y', 'z'] });
const scores = library.scoreSurvey(survey, responses);
const score = library.meanRating(counts);
const pairs = library.pairAnswers(scale, [1, 2, 3], [2, 2, 5]);
const duration = 'seconds';

type Call = (value: never) => unknown;

/** Every numeric option of these verbs, with a value that they take. */
const OPTIONS: readonly (readonly [name: string, good: number, call: Call])[] = [
  ['perceptionGap level', 0.9, (level) => library.perceptionGap(gaps, { level })],
  ['perceptionGap ceiling', 0.9, (ceilingShare) => library.perceptionGap(gaps, { ceilingShare })],
  ['perceptionGap weight', 0.5, (d) => library.perceptionGap(gaps, { weights: { d } })],
  ['servperf level', 0.9, (level) => library.servperf(dimensions, { level })],
  ['servperf weight', 0.5, (d) => library.servperf(dimensions, { weights: { d } })],
  ['dimensionScores level', 0.9, (level) => library.dimensionScores(dimensions, { level })],
  ['tallyGaps share', 1, (answeredShare) => library.tallyGaps(survey, [], { answeredShare })],
  [
    'tallyDimensions share',
    1,
    (answeredShare) => library.tallyDimensions(survey, [], { asks: 'perception', answeredShare }),
  ],
  [
    'importanceWeightedIndex weight',
    2,
    (weight) => library.importanceWeightedIndex(three, { items: [{ score: 'x', weight }] }),
  ],
  [
    'importanceWeightedIndex level',
    0.9,
    (level) =>
      library.importanceWeightedIndex(three, { level, items: [{ score: 'x', weight: 1 }] }),
  ],
  ['acsiForm weight', 2, (weight) => library.acsiForm(three, { weights: [1, weight, 1] })],
  ['acsiForm level', 0.9, (level) => library.acsiForm(three, { level })],
  ['hundredPointMean level', 0.9, (level) => library.hundredPointMean(counts, { level })],
  ['cronbachAlpha level', 0.9, (level) => library.cronbachAlpha(items, { level })],
  [
    'responseRate level',
    0.9,
    (level) => library.responseRate({ invited: 4, responded: 1 }, { level }),
  ],
  ['responseRate invited', 4, (invited) => library.responseRate({ invited, responded: 1 })],
  [
    'itemNonResponse count',
    1,
    (skipped) => library.itemNonResponse({ answered: 9, notApplicable: 0, skipped, invalid: 0 }),
  ],
  [
    'flaggedShare level',
    0.9,
    (level) => library.flaggedShare(library.findSpeeders(responses, { duration }), { level }),
  ],
  [
    'findStraightLiners minimum',
    2,
    (minimum) => library.findStraightLiners(survey, [], { minimum }),
  ],
  [
    'findStraightLiners position',
    2,
    (firstPosition) => library.findStraightLiners(survey, [], { firstPosition }),
  ],
  [
    'findSpeeders share',
    0.5,
    (shareOfMedian) => library.findSpeeders(responses, { duration, shareOfMedian }),
  ],
  [
    'findSpeeders position',
    2,
    (firstPosition) => library.findSpeeders(responses, { duration, firstPosition }),
  ],
  ...(['level', 'population', 'designEffect', 'responseRate', 'expectedShare'] as const).map(
    (name): (typeof OPTIONS)[number] => [
      `sampleSize ${name}`,
      name === 'population' ? 100 : 0.5,
      (value) => library.sampleSize({ kind: 'share', marginOfError: 0.05, [name]: value }),
    ],
  ),
  [
    'sampleSize margin of a share',
    0.05,
    (marginOfError) => library.sampleSize({ kind: 'share', marginOfError }),
  ],
  [
    'sampleSize margin of a mean',
    0.5,
    (marginOfError) => library.sampleSize({ kind: 'mean', marginOfError, standardDeviation: 2 }),
  ],
  [
    'sampleSize deviation',
    2,
    (standardDeviation) =>
      library.sampleSize({ kind: 'mean', marginOfError: 0.5, standardDeviation }),
  ],
  [
    'sampleSize margin in points',
    10,
    (marginOfErrorPoints) =>
      library.sampleSize({ kind: 'net-promoter-score', marginOfErrorPoints }),
  ],
  [
    'sampleSize variance',
    0.5,
    (variance) =>
      library.sampleSize({ kind: 'net-promoter-score', marginOfErrorPoints: 10, variance }),
  ],
  ['rakeWeights tolerance', 0.1, (tolerance) => library.rakeWeights(rows, targets, { tolerance })],
  [
    'rakeWeights iterations',
    9,
    (maximumIterations) => library.rakeWeights(rows, targets, { maximumIterations }),
  ],
  [
    'rakeWeights low bound',
    0.5,
    (low) => library.rakeWeights(rows, targets, { bounds: { low, high: 2 } }),
  ],
  [
    'rakeWeights high bound',
    2,
    (high) => library.rakeWeights(rows, targets, { bounds: { low: 0.5, high } }),
  ],
  ['kishEffectiveSize weight', 2, (weight) => library.kishEffectiveSize([1, weight])],
  ['compareScores level', 0.9, (level) => library.compareScores(scores, scores, { level })],
  ['compareTwoScores level', 0.9, (level) => library.compareTwoScores(score, score, { level })],
  [
    'comparePairedAnswers level',
    0.9,
    (level) => library.comparePairedAnswers(pairs, { metric: 'mean-rating', level }),
  ],
  [
    'netPromoterDifference level',
    0.9,
    (level) => {
      const classes = { promoters: 1, detractors: 1, n: 3 };
      return library.netPromoterDifference(classes, classes, { level });
    },
  ],
];

describe.each(OPTIONS)('%s', (_, good, call) => {
  it('takes a number, and refuses its text and all that is none by name', () => {
    expect(() => call(good as never)).not.toThrow();
    for (const none of [String(good), '', null, Number.NaN, true, [good], {}, 1n, Symbol('1')]) {
      expect(() => call(none as never)).toThrow(
        expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
      );
    }
  });
});

it.each([
  ['a target', { age: { old: '0.5', young: 0.5 } }, {}],
  ['a base weight', targets, { baseWeights: ['1', 1] }],
])('rakeWeights finds %s given as text at fault', (_, wanted, options) => {
  const raked = library.rakeWeights(rows, wanted as never, options as never);
  expect(raked.ok || raked.issues[0]).toMatchObject({ code: 'out-of-range' });
});

it('says of a weight that is text what it is and what was expected', () => {
  expect(() => library.perceptionGap(gaps, { weights: { d: '0.5' as never } })).toThrow(
    'the weight of dimension "d" is "0.5"; expected a finite number, 0 or more',
  );
});
