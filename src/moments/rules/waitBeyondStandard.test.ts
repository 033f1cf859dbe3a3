import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Visit } from '../../model/observations.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { detectCriticalMoments } from '../detectCriticalMoments.ts';
import type { CriticalMomentRule } from '../ruleTypes.ts';
import { visitEvidence } from '../visitEvidence.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { type WaitThresholds, waitBeyondStandard } from './waitBeyondStandard.ts';

function cycleOf(requiredShare: number): Cycle {
  return {
    id: 'c',
    name: 'C',
    moments: [{ id: 'wait', name: 'Waits', contact: 'none', traits: ['waiting'] }],
    requirements: [
      {
        id: 'short',
        statement: 'The wait is short',
        moments: ['wait'],
        source: { kind: 'expectation' },
        standards: [
          {
            id: 'within-10',
            measure: 'Time in line',
            unit: 'minutes',
            operator: '<=',
            threshold: 10,
            requiredShare,
          },
        ],
      },
    ],
  };
}

/** Visits by how long they waited and how they ended. */
function visitsOf(within: [number, number], beyond: [number, number]): Visit[] {
  const visits = (count: number, waitSeconds: number, overall: number): Visit[] =>
    Array.from({ length: count }, () => ({ moments: { wait: { waitSeconds } }, overall }));
  return [
    ...visits(within[0], 600, 1),
    ...visits(within[1], 30, 5),
    ...visits(beyond[0], 601, 1),
    ...visits(beyond[1], 3000, 5),
  ];
}

function reasonsOf(visits: readonly Visit[], requiredShare = 0.9, thresholds: WaitThresholds = {}) {
  const rule: CriticalMomentRule = (moment, context) =>
    waitBeyondStandard(moment, context, thresholds);
  const cycle = cycleOf(requiredShare);
  const { moments } = detectCriticalMoments(cycle, {
    evidence: visitEvidence(tallyVisits(cycle, visits)),
    rules: [rule],
    resamples: 0,
  });
  return moments[0]?.reasons;
}

describe('waitBeyondStandard', () => {
  it('asks to watch a wait that breaks its standard, as long as nobody is seen to mind', () => {
    expect(reasonsOf(visitsOf([60, 540], [40, 360]))).toMatchObject([
      {
        code: 'wait-beyond-standard',
        level: 'watch',
        basis: 'measured',
        n: 1000,
        standard: 'within-10',
        limitSeconds: 600,
        withinShare: { value: 0.6 },
        requiredShare: 0.9,
        effect: { riskDifference: { value: 0 } },
        test: { tests: 1 },
        gravity: 0.1,
      },
    ]);
  });

  it('makes it critical where waits beyond the limit go with dissatisfaction', () => {
    expect(reasonsOf(visitsOf([30, 570], [120, 280]))).toMatchObject([
      { level: 'critical', effect: { riskDifference: { value: 0.25 } } },
    ]);
    const strict = { gravity: 0.25 };
    expect(reasonsOf(visitsOf([30, 570], [120, 280]), 0.9, strict)).toMatchObject([
      { level: 'watch', gravity: 0.25 },
    ]);
  });

  it('asks to watch long waits that hardly anybody minds, however many there are', () => {
    expect(reasonsOf(visitsOf([300, 5700], [400, 3600]))).toMatchObject([
      { level: 'watch', effect: { riskDifference: { value: 0.05 } } },
    ]);
  });

  it('is silent about a standard that is kept, whatever waits beyond it do', () => {
    expect(reasonsOf(visitsOf([0, 960], [40, 0]))).toEqual([]);
    expect(reasonsOf(visitsOf([3, 5], [0, 0]), 1)).toEqual([]);
  });

  it('says so where nobody can tell whether it is kept', () => {
    expect(reasonsOf(visitsOf([0, 17], [3, 0]))).toMatchObject([
      {
        code: 'evidence-gap',
        of: 'wait-beyond-standard',
        because: 'undecided',
        n: 20,
        standard: 'within-10',
      },
    ]);
  });

  it('takes one wait beyond the limit for a breach of what is asked in every case', () => {
    expect(reasonsOf(visitsOf([0, 17], [1, 0]), 1)).toMatchObject([{ level: 'watch' }]);
  });

  it('stays with watch where it cannot tell how late visits end', () => {
    expect(reasonsOf(visitsOf([0, 60], [0, 40]))).toMatchObject([
      { level: 'watch', effect: { kind: 'not-estimable', reason: 'nobody-dissatisfied' } },
    ]);
  });

  it('says nothing where no wait is recorded', () => {
    expect(reasonsOf([{ moments: { wait: { incident: true } }, overall: 1 }])).toEqual([]);
  });

  it('refuses a share in percent', () => {
    expect(() => reasonsOf([], 0.9, { gravity: 10 })).toThrow(ServiceCycleError);
  });
});
