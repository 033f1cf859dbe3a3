import { describe, expect, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { tallyVisits } from '../moments/visits/tallyVisits.ts';
import { tallyMeasurements } from '../requirements/measurements/tallyMeasurements.ts';
import { scoreSurvey } from '../survey/score/scoreSurvey.ts';
import { scoreTally } from '../survey/score/scoreTally.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { reviewCycle } from './reviewCycle.ts';

const ids = Array.from({ length: 40 }, (_, row) => row);
const desk = defineCycle({
  id: 'desk',
  name: 'Front desk',
  areas: [
    { id: 'hall', name: 'Hall' },
    { id: 'reception', name: 'Reception' },
  ],
  moments: [
    { id: 'wait', name: 'Waits', contact: 'none', area: 'hall' },
    { id: 'greet', name: 'Is greeted', contact: 'staff', area: 'reception' },
  ],
  requirements: [
    {
      id: 'promptly',
      statement: 'A guest is greeted within 60 seconds',
      moments: ['greet'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'in-60-s',
          measure: 'Time until greeted',
          unit: 'seconds',
          operator: '<=',
          threshold: 60,
          requiredShare: 0.8,
        },
      ],
    },
  ],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'waiting',
        text: 'How satisfied were you with the wait?',
        asks: 'satisfaction',
        about: { moment: 'wait' },
        scale: { min: 1, max: 5 },
      },
      {
        id: 'greeting',
        text: 'How satisfied were you with the greeting?',
        asks: 'satisfaction',
        about: { moment: 'greet' },
        scale: { min: 1, max: 5 },
      },
    ],
  },
});
const survey = desk.survey;
const [standard] = desk.requirements[0]!.standards!;
const responses = ids.map((row) => ({ waiting: 1 + (row % 5), greeting: row % 4 ? 5 : 2 }));
const earlierResponses = ids.map((row) => ({ waiting: 1 + (row % 4), greeting: row % 3 ? 5 : 2 }));
const measurements = ids.map((row) => ({ standard: 'in-60-s' as const, value: 30 + 2 * row }));
const visits = ids.map((row) => ({
  moments: { wait: { incident: row % 3 === 0 }, greet: { incident: false } },
  overall: row % 3 === 0 ? 1 : 5,
}));
const options = { areas: { resamples: 200 }, detection: { resamples: 50 } };
const ofRows = reviewCycle(
  desk,
  {
    scores: scoreSurvey(survey, responses),
    earlierScores: scoreSurvey(survey, earlierResponses),
    measurements,
    visits: tallyVisits(desk, visits),
  },
  options,
);

function column<Row, Key extends keyof Row>(list: readonly Row[], key: Key): readonly Row[Key][] {
  return list.map((row) => row[key]);
}

describe('what a review is made from', () => {
  it('may have been counted anywhere: the review is the same as of rows', () => {
    const counted = {
      scores: scoreTally(survey, tallyResponses(survey, responses)),
      earlierScores: scoreTally(survey, tallyResponses(survey, earlierResponses)),
      measurements: tallyMeasurements(standard!, measurements) as never,
      visits: tallyVisits(desk, visits),
    };
    const read = JSON.parse(JSON.stringify(counted)) as typeof counted;
    expect(reviewCycle(desk, read, options)).toEqual(ofRows);
    const columns = {
      kind: 'columns',
      length: 40,
      standard: column(measurements, 'standard'),
      value: Float64Array.from(column(measurements, 'value')),
    } as const;
    expect(reviewCycle(desk, { ...read, measurements: columns }, options)).toEqual(ofRows);
  });

  it('may be absent: nobody was asked, and areas are to be measured first', () => {
    const { scores, areas } = reviewCycle(desk, {}, { level: 0.9 });
    expect(scores).toMatchObject({ survey: 'leaving', responses: 0, questions: [], level: 0.9 });
    expect(areas.areas.map(({ level }) => level)).toEqual(['measure-first', 'measure-first']);
  });

  it('takes units, ends and customers of measurements by column too', () => {
    const columns = {
      kind: 'columns',
      length: 3,
      standard: ['in-60-s', 'in-60-s', 'in-60-s'],
      value: [1, 90, 0.5],
      unit: ['minutes', 'seconds', 'minutes'],
      ended: [undefined, 'abandoned', 'completed'],
      customer: ['external', 'internal', undefined],
    } as const;
    const listed = [
      { standard: 'in-60-s', value: 1, unit: 'minutes', customer: 'external' },
      { standard: 'in-60-s', value: 90, unit: 'seconds', ended: 'abandoned', customer: 'internal' },
      { standard: 'in-60-s', value: 0.5, unit: 'minutes', ended: 'completed' },
    ] as const;
    expect(reviewCycle(desk, { measurements: columns }).requirements).toEqual(
      reviewCycle(desk, { measurements: listed }).requirements,
    );
  });

  it('lets weights of scores reach areas', () => {
    const weighted = responses.map((response, row) => ({ ...response, w: row % 5 < 2 ? 3 : 1 }));
    const { areas } = reviewCycle(
      desk,
      { scores: scoreSurvey(survey, weighted, { weight: 'w' }) },
      options,
    );
    const hall = areas.areas.find(({ area }) => area === 'hall');
    // Answers 4 and 5 of 8 people each, by weights of 1; 1 and 2 by weights of 3, and 3 by 1.
    expect(hall?.performance).toMatchObject({ value: 16 / (16 + 48 + 8) });
  });

  it('refuses a stream of measurements before it has read any of it', () => {
    let begun = 0;
    const stream = {
      [Symbol.asyncIterator]() {
        begun += 1;
        return { next: () => Promise.reject(new Error('the connection is lost')) };
      },
    };
    expect(() => reviewCycle(desk, { measurements: stream as never })).toThrow(
      'expected a list or another iterable, columns, measurement tally',
    );
    expect(begun).toBe(0);
  });

  it.each<readonly [unknown, string]>([
    [{ score: [] }, 'a key of observations is "score"; expected'],
    [{ scores: responses }, 'scores is a list of 40; expected one of the kind "survey-scores"'],
    [{ earlierScores: 7 }, 'earlierScores is 7; expected one of the kind "survey-scores"'],
    [{ scores: tallyResponses(survey, responses) }, 'scores is "tally"'],
    [{ measurements: 7 }, 'measurements is 7'],
    [{ visits }, 'visits is a list'],
    [null, 'observations is null'],
    [
      { measurements: { kind: 'columns', length: 2, standard: ['in-60-s'], value: [1, 2] } },
      'length of standard of the measurements is 1; expected 2',
    ],
    [
      { measurements: { kind: 'columns', length: 1, standard: ['in-60-s'] } },
      'value of the measurements is nothing',
    ],
  ])('refuses what cannot be read, by name: %o', (observations, message) => {
    expect(() => reviewCycle(desk, observations as never)).toThrow(message);
  });

  it('refuses visits and scores that were counted for something else', () => {
    const other = { ...desk, id: 'other' } as typeof desk;
    expect(() => reviewCycle(desk, { visits: tallyVisits(other, visits) })).toThrow(
      'the cycle of the visits is "other"; expected "desk"',
    );
    const scores = scoreSurvey({ ...survey, id: 'arriving' }, responses);
    for (const name of ['scores', 'earlierScores']) {
      expect(() => reviewCycle(desk, { [name]: scores })).toThrow(
        `the survey of ${name} is "arriving"; expected "leaving"`,
      );
    }
    const unasked = Object.fromEntries(Object.entries(desk).filter(([name]) => name !== 'survey'));
    expect(() => reviewCycle(unasked as never, { scores })).toThrow(
      'the survey of scores is "arriving"; expected none: the cycle has no survey',
    );
  });
});

describe('the options of a review', () => {
  it.each<readonly [object, string]>([
    [{ visits: 6000 }, 'a key of options is "visits"; expected'],
    [{ levle: 0.9 }, 'did you mean "level"?'],
    [{ areas: { flor: 0.4 } }, 'a key of options.areas is "flor"'],
    [{ areas: { flor: 0.4 } }, 'did you mean "floor"?'],
    [{ areas: { level: 0.9 } }, 'a key of options.areas is "level"'],
    [{ detection: { resample: 0 } }, 'did you mean "resamples"?'],
    [{ plans: { resources: {} } }, 'expected a step from actionPlanStep'],
    [{ chain: [] }, 'expected a step from serviceChainStep'],
    [{ servicePlan: {} }, 'expected a step from servicePlanStep'],
    [{ detection: 5 }, 'options.detection is 5; expected an object'],
    [{ visitsPerPeriod: -1 }, 'visitsPerPeriod is -1'],
    [{ visitsPerPeriod: Number.NaN }, 'visitsPerPeriod is NaN'],
    [{ level: 95 }, 'level is 95'],
    [{ seed: 0.5 }, 'seed is 0.5'],
  ])(
    'are refused where there is none of that name, or the value makes no sense: %o',
    (one, says) => {
      expect(() => reviewCycle(desk, { measurements }, one)).toThrow(says);
    },
  );

  it('have one seed and one level for all steps, and resamples for each', () => {
    const { areas, criticalMoments } = reviewCycle(
      desk,
      { scores: ofRows.scores, visits: tallyVisits(desk, visits) },
      {
        seed: 7,
        level: 0.8,
        areas: { resamples: 30 },
        detection: { resamples: 20 },
      },
    );
    expect(areas.certainty).toMatchObject({ seed: 7, resamples: 30 });
    const [moment] = criticalMoments.moments;
    expect(moment?.stability).toMatchObject({ seed: 7, resamples: 20 });
    expect(areas.areas[0]?.performance).toMatchObject({ interval: { level: 0.8 } });
  });
});
