import { describe, expect, it } from 'vitest';
import { actionPriority } from './actionPriority.ts';
import { riskPriorityNumber } from './riskPriorityNumber.ts';

describe('riskPriorityNumber', () => {
  it('gives the same number to incidents whose action priority differs', () => {
    const safety = { severity: 10, occurrence: 4, detection: 5 };
    const nuisance = { severity: 4, occurrence: 10, detection: 5 };
    const shrug = { severity: 2, occurrence: 10, detection: 10 };
    expect([safety, nuisance, shrug].map(riskPriorityNumber)).toEqual([200, 200, 200]);
    expect([safety, nuisance, shrug].map(actionPriority)).toEqual(['high', 'high', 'medium']);
  });

  it.each([0, 11, 2.5, NaN])('refuses a rating of %d', (severity) => {
    expect(() => riskPriorityNumber({ severity, occurrence: 1, detection: 1 })).toThrow(
      `a rating is ${severity}; expected a whole number from 1 to 10`,
    );
  });
});
