import { describe, expect, it } from 'vitest';
import * as library from './support/everyEntry.ts';

const scale = { min: 1, max: 10 };
const survey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'was', text: 'A', asks: 'perception', scale, dimension: 'd' },
    { id: 'ought', text: 'B', asks: 'expectation', scale, dimension: 'd' },
    { id: 'matters', text: 'C', asks: 'importance', scale, dimension: 'd' },
    { id: 'z', text: 'Z', asks: 'satisfaction', scale },
  ],
} as const;
const responses = [
  { was: 2, ought: 4, matters: 5, z: 3, seconds: 60 },
  { was: 4, ought: 5, matters: 6, z: 9, seconds: 90 },
  { was: 3, ought: 3, matters: 9, z: 8, seconds: 80 },
];
const counts = { scale, perAnswer: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5] };
const gaps = library.tallyGaps(survey, responses);
const dimensions = library.tallyDimensions(survey, responses, { asks: 'perception' });
const joint = library.tallyJointly(survey, responses);
const three = library.tallyJointly(survey, responses, { questions: ['was', 'ought', 'z'] });
const items = library.tallyItems(survey, responses, { items: ['was', 'z'] });
const durations = library.tallyDurations(responses, { duration: 'seconds' });
const flags = library.findSpeeders(responses, { duration: 'seconds' });
const scores = library.scoreSurvey(survey, responses);
const score = library.meanRating(counts);
const tally = library.tallyResponses(survey, responses, { by: ['seconds'] });
const visits = library.tallyVisits(
  { id: 'c', name: 'C', moments: [{ id: 'm', name: 'M', contact: 'none' }] },
  [{ overall: 2, moments: { m: { incident: true } } }],
);
const promoters = { scale: { min: 0, max: 10 }, perAnswer: [0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 3] };
const weighted = {
  scale: { min: 1, max: 3 },
  n: 3,
  weights: [1, 0, 2],
  squaredWeights: [1, 0, 2],
};
const pairs = library.pairAnswers(scale, [1, 2, 3], [2, 2, 5]);
const classes = { promoters: 1, detractors: 1, n: 3 };
const outcomes = { answered: 3, notApplicable: 0, skipped: 0, invalid: 0 };

/** What a verb takes in a place: `rows` take an empty list, `options` may be left out or be empty, and `data` is empty data. */
type Takes = 'value' | 'rows' | 'options' | 'data';

type Verb = (...given: never[]) => unknown;

/** The public verbs, each with arguments that they take. */
const VERBS: { readonly [name: string]: readonly [Verb, ...(readonly [Takes, unknown])[]] } = {
  countAnswers: [library.countAnswers, ['rows', [1, 2]], ['value', scale]],
  tallyJointly: [
    library.tallyJointly,
    ['value', survey],
    ['rows', responses],
    ['options', { questions: ['was'] }],
  ],
  mergeJointTallies: [library.mergeJointTallies, ['value', joint], ['value', joint]],
  tallyGaps: [
    library.tallyGaps,
    ['value', survey],
    ['rows', responses],
    ['options', { answeredShare: 1 }],
  ],
  mergeGapTallies: [library.mergeGapTallies, ['value', gaps], ['value', gaps]],
  perceptionGap: [library.perceptionGap, ['value', gaps], ['options', { level: 0.9 }]],
  tallyDimensions: [
    library.tallyDimensions,
    ['value', survey],
    ['rows', responses],
    ['value', { asks: 'perception' }],
  ],
  mergeDimensionTallies: [
    library.mergeDimensionTallies,
    ['value', dimensions],
    ['value', dimensions],
  ],
  dimensionScores: [library.dimensionScores, ['value', dimensions], ['options', { level: 0.9 }]],
  servperf: [library.servperf, ['value', dimensions], ['options', { level: 0.9 }]],
  importanceWeightedIndex: [
    library.importanceWeightedIndex,
    ['value', joint],
    ['options', { form: 'scale' }],
  ],
  acsiForm: [library.acsiForm, ['value', three], ['options', { level: 0.9 }]],
  hundredPointMean: [library.hundredPointMean, ['value', counts], ['options', { level: 0.9 }]],
  tallyItems: [
    library.tallyItems,
    ['value', survey],
    ['rows', responses],
    ['value', { dimension: 'd' }],
  ],
  mergeItemTallies: [library.mergeItemTallies, ['value', items], ['value', items]],
  cronbachAlpha: [library.cronbachAlpha, ['value', items], ['options', { level: 0.9 }]],
  responseRate: [
    library.responseRate,
    ['value', { invited: 4, responded: 1 }],
    ['options', { level: 0.9 }],
  ],
  itemNonResponse: [library.itemNonResponse, ['value', outcomes], ['options', { level: 0.9 }]],
  findStraightLiners: [
    library.findStraightLiners,
    ['value', survey],
    ['rows', responses],
    ['options', { minimum: 2 }],
  ],
  findSpeeders: [library.findSpeeders, ['rows', responses], ['value', { duration: 'seconds' }]],
  tallyDurations: [library.tallyDurations, ['rows', responses], ['value', { duration: 'seconds' }]],
  mergeDurationTallies: [library.mergeDurationTallies, ['value', durations], ['value', durations]],
  mergeFlags: [library.mergeFlags, ['value', flags], ['value', flags]],
  flaggedShare: [library.flaggedShare, ['value', flags], ['options', { level: 0.9 }]],
  sampleSize: [library.sampleSize, ['value', { kind: 'share', marginOfError: 0.05 }]],
  rakeWeights: [
    library.rakeWeights,
    ['rows', [{ age: 'old' }]],
    ['data', { age: { old: 1 } }],
    ['options', { tolerance: 0.1 }],
  ],
  kishEffectiveSize: [library.kishEffectiveSize, ['rows', [1, 2]]],
  compareScores: [
    library.compareScores,
    ['value', scores],
    ['value', scores],
    ['options', { level: 0.9 }],
  ],
  compareTwoScores: [
    library.compareTwoScores,
    ['value', score],
    ['value', score],
    ['options', { level: 0.9 }],
  ],
  comparePairedAnswers: [
    library.comparePairedAnswers,
    ['value', pairs],
    ['value', { metric: 'mean-rating' }],
  ],
  pairAnswers: [
    library.pairAnswers,
    ['value', scale],
    ['value', [1, 2]],
    ['value', [2, 2]],
    ['options', { weights: [1, 2] }],
  ],
  netPromoterDifference: [
    library.netPromoterDifference,
    ['value', classes],
    ['value', classes],
    ['options', { level: 0.9 }],
  ],
  tallyDrivers: [
    library.tallyDrivers,
    ['value', survey],
    ['rows', responses],
    ['value', { outcome: 'z', drivers: ['was'] }],
  ],
  tallyResponses: [
    library.tallyResponses,
    ['value', survey],
    ['rows', responses],
    ['options', { by: ['z'] }],
  ],
  mergeTallies: [library.mergeTallies, ['value', tally], ['value', tally]],
  rollUp: [library.rollUp, ['value', tally], ['rows', []]],
  scoreTally: [
    library.scoreTally,
    ['value', survey],
    ['value', tally],
    ['options', { level: 0.9 }],
  ],
  scoreSurvey: [
    library.scoreSurvey,
    ['value', survey],
    ['rows', responses],
    ['options', { level: 0.9 }],
  ],
  scoreRows: [library.scoreRows, ['value', scores]],
  customerSatisfaction: [
    library.customerSatisfaction,
    ['value', counts],
    ['options', { box: 'top' }],
  ],
  customerEffort: [library.customerEffort, ['value', counts], ['options', { level: 0.9 }]],
  meanRating: [library.meanRating, ['value', counts], ['options', { level: 0.9 }]],
  incidentShare: [library.incidentShare, ['value', counts], ['options', { level: 0.9 }]],
  netPromoterScore: [library.netPromoterScore, ['value', promoters]],
  netPromoterWald: [library.netPromoterWald, ['value', classes], ['options', { level: 0.9 }]],
  netPromoterTango: [library.netPromoterTango, ['value', classes], ['options', { level: 0.9 }]],
  weightedScore: [library.weightedScore, ['value', weighted], ['value', { metric: 'mean-rating' }]],
  jointEffect: [library.jointEffect, ['value', visits], ['options', { level: 0.9 }]],
  visitsFromResponses: [
    library.visitsFromResponses,
    ['value', { ...survey, questions: survey.questions.slice(3) }],
    ['rows', responses],
    ['options', { questions: ['z'] }],
  ],
};

const WRONG: readonly unknown[] = [undefined, null, 'text', 5, {}, []];

function isTaken(takes: Takes, wrong: unknown): boolean {
  if (takes === 'rows') return Array.isArray(wrong);
  if (takes === 'options' && wrong === undefined) return true;
  return takes !== 'value' && JSON.stringify(wrong) === '{}';
}

describe.each(Object.entries(VERBS))('%s', (_, [verb, ...places]) => {
  const good = places.map(([, value]) => value);
  const call = (given: readonly unknown[]): unknown => verb(...(given as never[]));

  it('takes what it is made for', () => {
    expect(() => call(good)).not.toThrow();
  });

  it.each(places.map(([takes], place) => ({ takes, place })))(
    'refuses by its own error what is no argument $place',
    ({ takes, place }) => {
      for (const wrong of WRONG) {
        const given = good.with(place, wrong);
        if (isTaken(takes, wrong)) {
          expect(() => call(given)).not.toThrow();
          continue;
        }
        expect(() => call(given), JSON.stringify(wrong)).toThrow(
          expect.objectContaining({
            name: 'ServiceCycleError',
            code: expect.stringMatching(/^(invalid-argument|wrong-scale)$/) as string,
            message: expect.stringMatching(/[;,] expected /) as string,
          }),
        );
      }
    },
  );
});
