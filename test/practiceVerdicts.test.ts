import { describe, expect, it } from 'vitest';
import {
  type Cycle,
  detectCriticalMoments,
  prioritizeAreas,
  reviewCycle,
  scoreSurvey,
  tallyVisits,
  visitEvidence,
  visitsFromResponses,
} from '../src/index.ts';
import { actionPriority } from '../src/moments/index.ts';
import { assessStandard } from '../src/requirements/index.ts';
import { observed } from './support/observed.ts';

const scale = { min: 1, max: 5 } as const;

function times<Row>(count: number, row: Row): Row[] {
  return Array.from({ length: count }, () => row);
}

/** Two moments, each in an area of its own, with a question about each. */
function twoAreas(asks: 'satisfaction' | 'recommendation'): Cycle {
  return {
    id: 'branch',
    name: 'Branch',
    areas: [
      { id: 'counter', name: 'Counter' },
      { id: 'entrance', name: 'Entrance' },
    ],
    moments: [
      { id: 'is-paid', name: 'Is paid', contact: 'none', area: 'counter' },
      { id: 'enters', name: 'Enters', contact: 'none', area: 'entrance' },
    ],
    survey: {
      id: 'leaving',
      title: 'On leaving',
      questions: ['is-paid', 'enters'].map((moment) => ({
        id: moment,
        text: moment,
        asks,
        scale: asks === 'satisfaction' ? scale : { min: 0, max: 10 },
        about: { moment },
      })),
    },
  };
}

describe('verdicts that came out wrong in practice', () => {
  it('the area is the worse one whose weighted answers are worse, whatever the heads say', () => {
    const cycle = twoAreas('satisfaction');
    const rows = [
      ...times(80, { 'is-paid': 5, enters: 3, w: 0.25 }),
      ...times(40, { 'is-paid': 1, enters: 4, w: 2 }),
    ];
    const { areas } = prioritizeAreas(
      cycle,
      {
        scores: scoreSurvey(cycle.survey!, rows, { weight: 'w' }),
      },
      { resamples: 0 },
    );
    expect(areas.map(({ area }) => area)).toEqual(['counter', 'entrance']);
    const shares = areas.map(
      ({ performance }) => performance.kind === 'estimate' && performance.value,
    );
    expect(shares[0]).toBeCloseTo(0.2, 12);
    expect(shares[1]).toBeCloseTo(0.8, 12);
  });

  it('a moment that high ratings go with worse visits is no dissatisfier, however low ratings look', () => {
    const cycle = twoAreas('satisfaction');
    const ends: Readonly<Record<number, readonly number[]>> = {
      1: [4, 4, 5, 4, 5],
      3: [5, 4, 5, 4, 5],
      5: [2, 3, 2, 3, 1],
    };
    const visits = Object.entries(ends).flatMap(([rating, overall]) =>
      Array.from({ length: 200 }, (_, i) => ({
        moments: { 'is-paid': { rating: Number(rating) }, enters: { rating: 1 + ((i * 7) % 5) } },
        overall: overall[i % 5]!,
      })),
    );
    const found = detectCriticalMoments(cycle, {
      evidence: visitEvidence(tallyVisits(cycle, visits)),
      resamples: 0,
    });
    const paid = found.moments.find(({ moment }) => moment === 'is-paid');
    expect(paid?.reasons.map(({ code }) => code)).not.toContain('impact-asymmetry');
    expect(['critical', 'watch']).not.toContain(paid?.level);
  });

  it('the second question about a moment is read as well as the first', () => {
    const cycle = {
      id: 'c',
      name: 'C',
      areas: [{ id: 'hall', name: 'Hall' }],
      moments: [{ id: 'wait', name: 'Waits', contact: 'none', area: 'hall' }],
      survey: {
        id: 's',
        title: 'S',
        questions: [
          { id: 'look', text: 'The look?', asks: 'satisfaction', about: { moment: 'wait' }, scale },
          { id: 'time', text: 'The wait?', asks: 'satisfaction', about: { moment: 'wait' }, scale },
          { id: 'all', text: 'Overall?', asks: 'satisfaction', scale },
        ],
      },
    } as const satisfies Cycle;
    const rows = Array.from({ length: 400 }, (_, i) =>
      i % 4 === 0 ? { look: 5, time: 1, all: 1 } : { look: 5, time: 5, all: 5 },
    );
    const { visits, scales, questions } = visitsFromResponses(cycle.survey, rows);
    expect(questions.moments).toMatchObject([{ ratings: ['look', 'time'] }]);
    const found = detectCriticalMoments(cycle, {
      evidence: visitEvidence(tallyVisits(cycle, visits, scales)),
      resamples: 0,
    });
    const effect = found.moments[0]!.reasons.find(({ code }) => code === 'incident-effect');
    expect(effect?.code === 'incident-effect' && effect.riskDifference.value).toBe(1);
  });

  it('areas are judged by whether customers would recommend what they met there', () => {
    const rows = [
      ...times(60, { 'is-paid': 10, enters: 2 }),
      ...times(60, { 'is-paid': 9, enters: 3 }),
      ...times(30, { 'is-paid': 2, enters: 9 }),
    ];
    const cycle = twoAreas('recommendation');
    const { areas } = reviewCycle(cycle, observed(cycle, { responses: rows }), {
      areas: { resamples: 0 },
    }).areas;
    expect(areas.map(({ area, level, performance: { n } }) => [area, level, n])).toEqual([
      ['entrance', 'intervene-now', 150],
      ['counter', 'keep', 150],
    ]);
  });

  it('a wait has one set of percentiles, whatever limit is asked about, and givers-up do not shorten it', () => {
    const calls = [10, 20, 30, 40, 50].flatMap((value) => [
      { standard: 'q', value, ended: 'completed' as const },
      { standard: 'q', value: value - 5, ended: 'abandoned' as const },
    ]);
    const valuesAt = (threshold: number) =>
      assessStandard(
        {
          id: 'q',
          measure: 'wait',
          unit: 'seconds',
          operator: '<=',
          threshold,
          requiredShare: 0.8,
        },
        calls,
      ).values;
    // The product-limit steps are 0.889, 0.762, 0.610, 0.406 and 0.
    for (const threshold of [4, 20, 30, 60]) {
      const { p50, p90, p95 } = valuesAt(threshold)!;
      expect([p50, p90, p95]).toEqual([40, 50, 50]);
    }
  });

  it('the worst of a sheet from 1 to 5 is the worst', () => {
    expect(actionPriority({ severity: 5, occurrence: 5, detection: 5, outOf: 5 })).toBe('high');
  });
});
