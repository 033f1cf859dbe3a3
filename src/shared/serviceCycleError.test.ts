import { describe, expect, it } from 'vitest';
import { isServiceCycleError, ServiceCycleError } from './serviceCycleError.ts';

describe('isServiceCycleError', () => {
  it('knows the error of another copy of the package', () => {
    const OtherCopy = class extends Error {
      override readonly name = 'ServiceCycleError';
      readonly code = 'invalid-argument';
      readonly issues = [];
    };
    const other = new OtherCopy('level is 95');
    expect(other instanceof ServiceCycleError).toBe(false);
    expect(isServiceCycleError(other)).toBe(true);
    expect(isServiceCycleError(new ServiceCycleError('wrong-scale', 'x'))).toBe(true);
  });

  it.each([
    new TypeError('no'),
    Object.assign(new Error('no'), { code: 'invalid-argument', issues: [] }),
    { name: 'ServiceCycleError', code: 'invalid-argument', issues: [] },
    null,
    'ServiceCycleError',
  ])('takes nothing else for it: %s', (error) => {
    expect(isServiceCycleError(error)).toBe(false);
  });
});
