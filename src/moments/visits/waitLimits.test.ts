import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Standard } from '../../model/requirement.ts';
import { waitLimits } from './waitLimits.ts';

function cycleWith(standard: Partial<Standard>, moments: readonly string[] = ['queue']): Cycle {
  const full: Standard = {
    id: 'limit',
    measure: 'Time in line',
    unit: 'seconds',
    operator: '<=',
    threshold: 30,
    requiredShare: 0.9,
    ...standard,
  };
  return {
    id: 'bank',
    name: 'Bank',
    moments: ['queue', 'pay'].map((id) => ({ id, name: id, contact: 'none' })),
    requirements: [
      {
        id: 'short-line',
        statement: 'The line is short',
        moments,
        source: { kind: 'expectation' },
        standards: [full],
      },
    ],
  };
}

describe('waitLimits', () => {
  it.each([
    ['seconds', 30, 30],
    ['s', 30, 30],
    ['milliseconds', 30, 0.03],
    ['minutes', 2.3, 138],
    [' Minutes ', 10, 600],
    ['hours', 1.5, 5400],
  ])('reads a limit in %s', (unit, threshold, limitSeconds) => {
    expect(waitLimits(cycleWith({ unit, threshold }), 'queue')).toEqual([
      { standard: 'limit', limitSeconds },
    ]);
  });

  it('leaves out what is not measured in time, sets no upper limit or serves other moments', () => {
    expect(waitLimits(cycleWith({ unit: 'customers' }), 'queue')).toEqual([]);
    expect(waitLimits(cycleWith({ operator: '>=' }), 'queue')).toEqual([]);
    expect(waitLimits(cycleWith({}, ['queue', 'pay']), 'queue')).toEqual([]);
    expect(waitLimits(cycleWith({}), 'pay')).toEqual([]);
    const { id, name, moments } = cycleWith({});
    expect(waitLimits({ id, name, moments }, 'queue')).toEqual([]);
  });
});
