import { describe, expect, it } from 'vitest';
import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Measurement } from '../model/observations.ts';
import type { Requirement, Standard } from '../model/requirement.ts';
import { scoreSurvey } from '../survey/score/scoreSurvey.ts';
import { assessRequirements } from './assessRequirements.ts';
import { assessStandard } from './assessStandard.ts';
import { mergeMeasurementTallies } from './measurements/mergeMeasurementTallies.ts';
import { tallyMeasurements } from './measurements/tallyMeasurements.ts';
import type { RequirementStatus, StandardStatus } from './types.ts';

const source = { kind: 'values' } as const;

function standard(id: string, requiredShare = 0.9): Standard {
  return { id, measure: 'Time', unit: 'seconds', operator: '<=', threshold: 60, requiredShare };
}

function requirement(id: string, ...standards: readonly Standard[]): Requirement {
  return { id, statement: id, moments: ['greet'], source, standards };
}

function cycleOf(...requirements: readonly Requirement[]): Cycle {
  return {
    id: 'desk',
    name: 'Desk',
    moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
    requirements,
  };
}

function waits(id: string, good: number, bad: number): readonly Measurement[] {
  return Array.from({ length: good + bad }, (_, k) => ({ standard: id, value: k < good ? 5 : 99 }));
}

/** A standard with measurements that give it a status. */
const MADE: { readonly [status in StandardStatus]: readonly [Standard, readonly Measurement[]] } = {
  'not-met': [standard('not-met'), waits('not-met', 10, 10)],
  'not-proven': [standard('not-proven'), waits('not-proven', 10, 0)],
  'not-measured': [standard('not-measured'), []],
  'met-so-far': [standard('met-so-far', 1), waits('met-so-far', 10, 0)],
  met: [standard('met'), waits('met', 100, 0)],
};

function statusOf(...statuses: readonly StandardStatus[]): RequirementStatus | undefined {
  const standards = statuses.map((status) => MADE[status][0]);
  const measurements = statuses.flatMap((status) => MADE[status][1]);
  const verdicts = assessRequirements(cycleOf(requirement('r', ...standards)), measurements);
  const [verdict] = verdicts.requirements;
  expect(verdict?.standards.map(({ status }) => status)).toEqual(statuses);
  return verdict?.status;
}

describe('assessRequirements', () => {
  it('makes a requirement as good as its worst standard, wherever that stands in the list', () => {
    const worstFirst = ['not-met', 'not-proven', 'not-measured', 'met-so-far', 'met'] as const;
    for (const [place, worst] of worstFirst.entries()) {
      const noBetter = worstFirst.slice(place);
      expect(statusOf(...noBetter)).toBe(worst);
      expect(statusOf(...noBetter.toReversed())).toBe(worst);
    }
  });

  it('does not call a requirement met that nothing makes checkable', () => {
    const bare = { id: 'bare', statement: 'Bare', moments: ['greet'], source };
    const { requirements } = assessRequirements(cycleOf(bare, requirement('empty')), []);
    expect(requirements).toEqual([
      { requirement: 'bare', moments: ['greet'], source, status: 'no-standard', standards: [] },
      { requirement: 'empty', moments: ['greet'], source, status: 'no-standard', standards: [] },
    ]);
  });

  it('gives each standard its own measurements, in the order of the cycle', () => {
    const cycle = cycleOf(
      requirement('first', standard('a')),
      requirement('second', standard('b')),
    );
    const mixed = [...waits('b', 0, 20), ...waits('a', 100, 0)].toReversed();
    const { requirements } = assessRequirements(cycle, mixed);
    expect(requirements.map((one) => [one.requirement, one.status])).toEqual([
      ['first', 'met'],
      ['second', 'not-met'],
    ]);
    expect(requirements.map(({ standards: [one] }) => one?.measured)).toEqual([100, 20]);
  });

  it('counts measurements of unknown standards by name, instead of losing them', () => {
    const cycle = cycleOf(requirement('r', standard('a')));
    const measurements = [
      ...waits('typo', 2, 1),
      ...waits('a', 1, 0),
      ...waits('toString', 1, 0),
      ...waits('', 1, 0),
    ];
    const { unknownStandards, requirements } = assessRequirements(cycle, measurements);
    expect(unknownStandards).toEqual([
      { standard: 'typo', count: 3 },
      { standard: 'toString', count: 1 },
      { standard: '', count: 1 },
    ]);
    expect(requirements[0]?.standards[0]?.measured).toBe(1);
  });

  it('tells where among the measurements of its standard an invalid one stands', () => {
    const cycle = cycleOf(requirement('r', standard('a')));
    const measurements = [...waits('b', 5, 0), ...waits('a', 1, 0)];
    const broken = [...measurements, { standard: 'a', value: Number.NaN }];
    const { requirements } = assessRequirements(cycle, broken);
    expect(requirements[0]?.standards[0]).toMatchObject({
      measured: 1,
      invalid: 1,
      firstInvalid: [{ position: 1, found: 'NaN' }],
    });
  });

  it('passes on the confidence level', () => {
    const cycle = cycleOf(requirement('r', standard('a')));
    const measurements = waits('a', 97, 3);
    expect(assessRequirements(cycle, measurements, { level: 0.9 }).requirements[0]?.status).toBe(
      'met',
    );
    expect(assessRequirements(cycle, measurements, { level: 0.99 }).requirements[0]?.status).toBe(
      'not-proven',
    );
  });

  it('has nothing to say of a cycle without requirements', () => {
    const { id, name, moments } = cycleOf();
    const bare = { id, name, moments };
    expect(assessRequirements(bare, [])).toEqual({
      kind: 'requirement-verdicts',
      customer: 'external',
      requirements: [],
      findings: [],
      unknownStandards: [],
    });
  });

  it('traces a requirement to its source, its moments and what customers say of them', () => {
    const cited = { kind: 'law', reference: 'Act 7' } as const;
    const survey = {
      id: 's',
      title: 'S',
      questions: [
        {
          id: 'q',
          text: 'How was the greeting?',
          asks: 'satisfaction',
          about: { moment: 'greet' },
          scale: { min: 1, max: 5 },
        },
        { id: 'whole', text: 'And all?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
      ],
    } as const;
    const cycle: Cycle = { ...cycleOf({ ...requirement('r'), source: cited }), survey };
    const scores = scoreSurvey(survey, [{ q: 5 }, { q: 2 }]);
    const { requirements } = assessRequirements(cycle, [], { scores });
    expect(requirements[0]).toMatchObject({
      moments: ['greet'],
      source: cited,
      scores: [{ moment: 'greet', question: 'q', score: { value: 0.5 } }],
    });
    expect(requirements[0]?.scores).toHaveLength(1);
  });

  it('never pools staff who are served by staff with customers from outside', () => {
    const cycle = cycleOf(requirement('r', standard('a')));
    const mixed: readonly Measurement[] = [
      ...waits('a', 10, 0),
      ...waits('a', 0, 7).map((one) => ({ ...one, customer: 'internal' as const })),
      ...waits('a', 1, 0).map((one) => ({ ...one, customer: 'external' as const })),
    ];
    const outside = assessRequirements(cycle, mixed);
    expect(outside.customer).toBe('external');
    expect(outside.requirements[0]?.standards[0]).toMatchObject({
      conforming: 11,
      measured: 11,
      otherCustomers: 7,
    });
    const inside = assessRequirements({ ...cycle, customer: 'internal' }, mixed);
    expect(inside.requirements[0]?.standards[0]).toMatchObject({
      conforming: 10,
      measured: 17,
      otherCustomers: 1,
    });
    const tally = tallyMeasurements(standard('a'), mixed, { customer: 'internal' });
    expect(() => assessRequirements(cycle, [tally])).toThrow(
      'the tally of "a" has customer "internal"; expected "external"',
    );
  });

  it.each<[string, object]>([
    ['is none', { groups: undefined }],
    ['has values out of order', { values: [10, 5, NaN], counts: [1, 2, 3] }],
    ['has fewer counts than values', { values: [5, 10], counts: [1] }],
    ['has cases that are not over in no order', { notOver: { values: [2, 1], counts: [1, 1] } }],
    ['has half a sketch', { sketch: { kind: 'quantile-sketch', buckets: 5 }, excess: {} }],
  ])('refuses a tally among the rows that %s', (_, odd) => {
    const tally = tallyMeasurements(standard('a'), waits('a', 7, 2));
    const parts = 'notOver' in odd ? odd : { measured: odd };
    const groups = tally.groups.map((group) => ({ ...group, ...parts }));
    const changed = { ...tally, ...('groups' in odd ? odd : { groups }) } as typeof tally;
    expect(() => assessRequirements(cycleOf(requirement('r', standard('a'))), [changed])).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
    expect(() => mergeMeasurementTallies(tally, changed)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('corrects for many standards, and says so where that turns a verdict', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const cycle = cycleOf(requirement('r', ...ids.map((id) => standard(id)), standard('all', 1)));
    const rows = [
      // Alone: met at p = 0.024, not met at 0.021 and at 0.0000004.
      ...waits('a', 96, 4),
      ...waits('b', 83, 17),
      ...waits('c', 75, 25),
      ...waits('d', 100, 0),
      ...waits('all', 299, 1),
    ];
    const [found] = assessRequirements(cycle, rows).requirements;
    expect(
      found?.standards.map(({ standard: id, status, correction }) => [
        id,
        status,
        correction?.uncorrected,
        correction?.message,
      ]),
    ).toEqual([
      ['a', 'not-proven', 'met', 'corrected for 4 standards'],
      ['b', 'not-proven', 'not-met', 'corrected for 4 standards'],
      ['c', 'not-met', 'not-met', undefined],
      ['d', 'met', 'met', undefined],
      ['e', 'not-measured', undefined, undefined],
      ['all', 'not-met', undefined, undefined],
    ]);
    const [a, b, c] = found?.standards ?? [];
    expect(a?.correction?.comparisons).toBe(4);
    expect(b).not.toHaveProperty('shortfall');
    expect(c?.shortfall).toBeDefined();
    // So many that the verdict stands among four.
    expect(a?.measurementsToSettle).toBeGreaterThan(100);
    expect(found?.status).toBe('not-met');
  });

  it('has nothing to correct where one standard is tested', () => {
    const cycle = cycleOf(requirement('r', standard('a'), standard('b'), standard('all', 1)));
    const [found] = assessRequirements(cycle, [
      ...waits('a', 96, 4),
      ...waits('all', 9, 1),
    ]).requirements;
    expect(found?.standards.map(({ status }) => status)).toEqual([
      'met',
      'not-measured',
      'not-met',
    ]);
    for (const one of found?.standards ?? []) expect(one).not.toHaveProperty('correction');
  });

  it('calls a shortfall material only when it is so among all that are measured', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const cycle = cycleOf(requirement('r', ...ids.map((id) => standard(id))));
    const rows = [...waits('a', 77, 23), ...ids.slice(1).flatMap((id) => waits(id, 90, 10))];
    const [among] = assessRequirements(cycle, rows).requirements[0]?.standards ?? [];
    const alone = assessStandard(standard('a'), waits('a', 77, 23));
    expect([alone.status, alone.shortfall?.material]).toEqual(['not-met', true]);
    expect([among?.status, among?.shortfall?.material]).toEqual(['not-met', false]);
  });

  it('takes tallies beside rows, and tallies of standards that it does not know', () => {
    const cycle = cycleOf(requirement('r', standard('a')));
    const rows = waits('a', 5, 1);
    const tally = tallyMeasurements(standard('a'), waits('a', 7, 2));
    const other = tallyMeasurements(standard('b'), waits('b', 7, 2));
    const { requirements, unknownStandards } = assessRequirements(cycle, [...rows, tally, other]);
    expect(requirements[0]?.standards[0]).toMatchObject({ conforming: 12, measured: 15 });
    expect(unknownStandards).toEqual([{ standard: 'b', count: 9 }]);
    expect(assessRequirements(cycle, [tally, tally]).requirements[0]?.standards[0]).toMatchObject({
      measured: 18,
    });
  });

  it('groups by keys of the measurements', () => {
    const cycle = cycleOf(requirement('r', standard('a')));
    const rows = [
      ...waits('a', 10, 0).map((one) => ({ ...one, branch: 'north' })),
      ...waits('a', 0, 10).map((one) => ({ ...one, branch: 'south' })),
    ];
    const { requirements } = assessRequirements(cycle, rows, { by: ['branch'] });
    expect(
      requirements[0]?.standards[0]?.groups.map(({ group, figures }) => [
        group.branch,
        figures.status,
      ]),
    ).toEqual([
      ['north', 'not-proven'],
      ['south', 'not-met'],
    ]);
    const byMonth = tallyMeasurements(standard('a'), rows, { by: ['month'] });
    expect(() =>
      assessRequirements<CycleIds, Measurement, string>(cycle, [byMonth], { by: ['branch'] }),
    ).toThrow('the tally of "a" has by ["month"]; expected ["branch"]');
    // No measurement has a month, so there is no group.
    const [verdict] = assessRequirements(cycle, [byMonth]).requirements[0]?.standards ?? [];
    expect([verdict?.groups, verdict?.withoutGroup]).toEqual([[], 20]);
  });

  it('counts what is no measurement at all under no name', () => {
    const hostile: readonly unknown[] = [null, undefined, 5, 'a', [], {}];
    const { unknownStandards } = assessRequirements(cycleOf(), hostile as readonly Measurement[]);
    expect(unknownStandards).toEqual([{ standard: '', count: 6 }]);
  });
});
