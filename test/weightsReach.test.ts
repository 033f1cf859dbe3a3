import { describe, expect, it } from 'vitest';
import { areaDrivers, chartAreas, deriveImportance, tallyDrivers } from '../src/areas/index.ts';
import {
  compareReviews,
  defineCycle,
  detectCriticalMoments,
  prioritizeAreas,
  reviewCycle,
  scoreSurvey,
  tallyVisits,
  visitEvidence,
  visitsFromResponses,
} from '../src/index.ts';
import {
  flawlessCycle,
  jointEffect,
  mergeVisitTallies,
  momentStrengths,
  recoveryReview,
} from '../src/moments/index.ts';
import { momentStakes } from '../src/review/index.ts';
import { tallyResponses } from '../src/survey/index.ts';

const five = { min: 1, max: 5 } as const;
const cycle = defineCycle({
  id: 'bank',
  name: 'Bank',
  areas: [
    { id: 'hall', name: 'Hall' },
    { id: 'desk', name: 'Desk' },
  ],
  moments: [
    { id: 'wait', name: 'Waits', contact: 'none', area: 'hall' },
    { id: 'pay', name: 'Is paid', contact: 'staff', area: 'desk' },
  ],
  survey: {
    id: 's',
    title: 'S',
    questions: [
      { id: 'w', text: 'W', asks: 'satisfaction', about: { moment: 'wait' }, scale: five },
      { id: 'p', text: 'P', asks: 'satisfaction', about: { moment: 'pay' }, scale: five },
      { id: 'all', text: 'A', asks: 'satisfaction', scale: five },
    ],
  },
});
const { survey } = cycle;

/** Responses of whole weights; those of 3 are the ones that were kept waiting. */
const responses = Array.from({ length: 240 }, (_, i) => {
  const isLate = i % 4 === 0;
  return {
    w: isLate ? 1 + (i % 3) : 4 + (i % 2),
    p: i % 7 === 0 ? 2 : 5,
    all: isLate && i % 3 === 0 ? 2 : 4,
    month: `2024-0${1 + Math.floor(i / 40)}`,
    weight: isLate ? 3 : 1,
  };
});
const repeated = responses.flatMap((row) => Array.from({ length: row.weight }, () => row));

const visit = (i: number) => ({
  moments: {
    wait: { incident: i % 3 === 0, delight: i % 5 === 0 },
    pay: { incident: i % 7 === 0 },
  },
  overall: i % 6 === 0 ? 1 : 5,
});
const visits = tallyVisits(
  cycle,
  Array.from({ length: 210 }, (_, i) => visit(i)),
);

describe('weights of answers reach', () => {
  const weighted = scoreSurvey(survey, responses, { weight: 'weight' });
  const rows = scoreSurvey(survey, repeated);

  it('areas: whole weights order them, and give the shares, as so many rows do', () => {
    const found = [weighted, rows].map((scores) =>
      prioritizeAreas(cycle, { scores }, { resamples: 0 }).areas.map(({ area, performance }) => [
        area,
        performance.kind === 'estimate' && performance.value.toFixed(12),
      ]),
    );
    expect(found[0]).toEqual(found[1]);
    const heads = prioritizeAreas(
      cycle,
      { scores: scoreSurvey(survey, responses) },
      { resamples: 0 },
    );
    expect(heads.areas[0]?.performance).not.toMatchObject({ value: Number(found[0]?.[0]?.[1]) });
  });

  it('stakes: whole weights give the same as so many rows', () => {
    const stakes = [weighted, rows].map((scores) => momentStakes(cycle, scores, { visits: 1000 }));
    expect(stakes[0]?.dissatisfied).toBeCloseTo(stakes[1]?.dissatisfied ?? NaN, 9);
    for (const [place, stake] of (stakes[0]?.moments ?? []).entries()) {
      const other = stakes[1]?.moments[place];
      expect(stake.incidentShare.value).toBeCloseTo(other?.incidentShare.value ?? NaN, 12);
    }
  });

  it('charts: whole weights give the same share of every period as so many rows', () => {
    const shares = [
      tallyResponses(survey, responses, { by: ['month'], weight: 'weight' }),
      tallyResponses(survey, repeated, { by: ['month'] }),
    ].map((tally) =>
      chartAreas(cycle, tally, { period: 'month' }).areas.flatMap(({ share }) =>
        share.kind === 'control-chart' ? share.points.map(({ value }) => value.toFixed(12)) : [],
      ),
    );
    expect(shares[0]).toEqual(shares[1]);
    expect(shares[0]).toHaveLength(12);
  });

  it('derived importance: whole weights give the same as so many rows', () => {
    const { drivers } = { drivers: areaDrivers(cycle) };
    const found = [
      tallyDrivers(survey, responses, { outcome: 'all', drivers, weight: 'weight' }),
      tallyDrivers(survey, repeated, { outcome: 'all', drivers }),
    ].map((tally) => deriveImportance(tally, { resamples: 0 }));
    const [one, other] = found;
    if (one?.kind !== 'estimate' || other?.kind !== 'estimate') throw new Error('none');
    expect(one.rSquared).toBeCloseTo(other.rSquared, 10);
  });

  it('the review and what changed since the last one', () => {
    const [of, ofRows] = [
      reviewCycle(
        cycle,
        { scores: scoreSurvey(survey, responses, { weight: 'weight' }) },
        { areas: { resamples: 0 } },
      ),
      reviewCycle(cycle, { scores: scoreSurvey(survey, repeated) }, { areas: { resamples: 0 } }),
    ];
    const shares = [of, ofRows].map(({ scores }) =>
      scores.questions.map(
        ({ scores: [score] }) => score.kind === 'estimate' && score.value.toFixed(12),
      ),
    );
    expect(shares[0]).toEqual(shares[1]);
    expect(of.areas.areas.map(({ area }) => area)).toEqual(
      ofRows.areas.areas.map(({ area }) => area),
    );
    const later = reviewCycle(
      cycle,
      { scores: scoreSurvey(survey, responses.slice(120), { weight: 'weight' }) },
      { areas: { resamples: 0 } },
    );
    const changed = compareReviews(of, later);
    const differences = changed.scores.questions.flatMap((each) =>
      each.kind === 'comparison' ? [each] : [],
    );
    expect(differences).toHaveLength(3);
    for (const { difference, before, after } of differences) {
      expect(difference.value).toBeCloseTo(after.value - before.value, 12);
    }
  });
});

describe('visits count once each, and weights of them are refused by name', () => {
  const moments = { wait: { incident: [true, false] } };
  const call = (of: (...args: never[]) => unknown, ...args: readonly unknown[]) =>
    (of as (...all: readonly unknown[]) => unknown)(...args);

  it.each([
    ['tallyVisits, as an option', () => call(tallyVisits, cycle, [], { weight: 'w' }), 'weight'],
    ['tallyVisits, as options', () => call(tallyVisits, cycle, [], { weights: [1] }), 'weights'],
    [
      'tallyVisits, of columns',
      () =>
        call(tallyVisits, cycle, { kind: 'columns', length: 2, moments, weights: [1, 2] } as const),
      'weights',
    ],
    [
      'visitsFromResponses',
      () => call(visitsFromResponses, survey, responses, { weight: 'weight' }),
      'weight',
    ],
    ['detectCriticalMoments', () => call(detectCriticalMoments, cycle, { weight: 'w' }), 'weight'],
    [
      'momentStakes',
      () => call(momentStakes, cycle, scoreSurvey(survey, []), { tally: visits, weight: 'w' }),
      'weight',
    ],
    ['reviewCycle', () => call(reviewCycle, cycle, { visits }, { weight: 'w' }), 'weight'],
  ])('%s', (_, refused, name) => {
    expect(refused).toThrow(new RegExp(`\\b${name}\\b`, 'u'));
    expect(refused).toThrow(expect.objectContaining({ code: 'invalid-argument' }) as Error);
  });

  // What a tally of weighted visits would look like: counts that are no whole numbers.
  const weighed = JSON.parse(
    JSON.stringify(visits, (key, value: unknown) =>
      typeof value === 'number' && key !== 'min' && key !== 'max' ? value * 1.5 : value,
    ),
  ) as typeof visits;
  it.each<readonly [string, () => unknown]>([
    ['jointEffect', () => jointEffect(weighed)],
    ['flawlessCycle', () => flawlessCycle(weighed)],
    ['momentStrengths', () => momentStrengths(weighed)],
    ['recoveryReview', () => recoveryReview(weighed)],
    ['mergeVisitTallies', () => mergeVisitTallies(visits, weighed)],
    [
      'detectCriticalMoments',
      () => detectCriticalMoments(cycle, { evidence: visitEvidence(weighed) }),
    ],
    ['momentStakes', () => momentStakes(cycle, scoreSurvey(survey, []), { tally: weighed })],
    ['reviewCycle', () => reviewCycle(cycle, { visits: weighed })],
  ])('%s takes no counts that are not whole', (_, refused) => {
    expect(refused).toThrow(/whole number/);
  });
});
