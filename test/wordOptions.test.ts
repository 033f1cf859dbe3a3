import { describe, expect, it } from 'vitest';
import * as library from './support/everyEntry.ts';

const cycle = { id: 'c', name: 'C', moments: [{ id: 'm', name: 'M', contact: 'staff' }] } as const;
const standard = {
  id: 'd',
  measure: 'Wait',
  unit: 'seconds',
  operator: '<=',
  threshold: 5,
  requiredShare: 0.9,
} as const;
const required = {
  ...cycle,
  requirements: [
    {
      id: 'r',
      statement: 'S',
      moments: ['m'],
      source: { kind: 'expectation' },
      standards: [standard],
    },
  ],
} as const;
const scale = { min: 1, max: 5 };
const survey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'x', text: 'X', asks: 'satisfaction', scale },
    { id: 'y', text: 'Y', asks: 'satisfaction', scale },
  ],
} as const;
const responses = [1, 2, 3, 4, 5].map((x) => ({ x, y: 1 + ((x * 2) % 5) }));
const drivers = library.tallyDrivers(survey, responses, { outcome: 'y', drivers: ['x'] });
const points = [3, 4, 2, 5].map((value, at) => ({
  label: String(at),
  value,
  n: 9,
  standardError: 1,
}));
const query = { dialect: 'duckdb', from: 't' } as const;

type Call = (word: never) => unknown;

/** Every option that is one of a few words, with one of them. */
const OPTIONS: readonly (readonly [name: string, good: string, call: Call])[] = [
  [
    'tallyVisits incidentsFrom',
    'reports',
    (incidentsFrom) => library.tallyVisits(cycle, [], { incidentsFrom }),
  ],
  [
    'tallyVisits reportsFrom',
    'questionnaire',
    (reportsFrom) => library.tallyVisits(cycle, [], { reportsFrom }),
  ],
  ['tallyVisits waits', 'exact', (waits) => library.tallyVisits(cycle, [], { waits })],
  [
    'tallyMeasurements values',
    'sketch',
    (values) => library.tallyMeasurements(standard, [], { values }),
  ],
  [
    'tallyMeasurements customer',
    'internal',
    (customer) => library.tallyMeasurements(standard, [], { customer }),
  ],
  ['assessStandard values', 'sketch', (values) => library.assessStandard(standard, [], { values })],
  [
    'assessRequirements values',
    'sketch',
    (values) => library.assessRequirements(required, [], { values }),
  ],
  ['measurementSql values', 'sketch', (values) => library.measurementSql({ ...query, values })],
  [
    'measurementTallyFromCounts customer',
    'internal',
    (customer) => library.measurementTallyFromCounts(standard, { customer }, []),
  ],
  ['deriveImportance method', 'lmg', (method) => library.deriveImportance(drivers, { method })],
  ['qualtricsRows keep', 'all', (keep) => library.qualtricsRows([], { keep })],
  ['limeSurveyRows keep', 'all', (keep) => library.limeSurveyRows([], { keep })],
  ['ewmaChart limits', 'asymptotic', (limits) => library.ewmaChart(points, { limits })],
  [
    'customerSatisfaction box',
    'net',
    (box) => library.customerSatisfaction({ scale, perAnswer: [1, 2, 3, 4, 5] }, { box }),
  ],
];

describe('options that are one of a few words', () => {
  it.each(OPTIONS)('%s is taken as %s, and refused as any other', (name, good, call) => {
    expect(() => call(good as never)).not.toThrow();
    for (const bad of [`${good}x`, '', 5, Infinity, null, {}]) {
      const option = name.split(' ')[1] ?? '';
      expect(() => call(bad as never)).toThrow(
        expect.objectContaining({
          code: 'invalid-argument',
          message: expect.stringContaining(option),
        }),
      );
    }
  });
});
