import { describe, expect, it } from 'vitest';
import type { Cycle } from '../model/cycle.ts';
import type { Measurement } from '../model/observations.ts';
import type { Requirement, Standard } from '../model/requirement.ts';
import { assessRequirements } from './assessRequirements.ts';
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
      { requirement: 'bare', moments: ['greet'], status: 'no-standard', standards: [] },
      { requirement: 'empty', moments: ['greet'], status: 'no-standard', standards: [] },
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
      requirements: [],
      unknownStandards: [],
    });
  });
});
