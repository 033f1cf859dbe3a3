import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { defineCycle } from './defineCycle.ts';

describe('defineCycle', () => {
  it('throws the one error with every fault, where the compiler could not see it', () => {
    const define = (): unknown =>
      defineCycle({
        id: 'c',
        name: ' ',
        moments: [{ id: 'm', name: 'M', contact: 'none', usage: 1.5 }],
      });
    expect(define).toThrow(ServiceCycleError);
    expect(define).toThrow(
      'This is not a cycle:\n- name: found " ", expected a text that is not blank\n- moments[0].usage: found 1.5, expected a share above 0, up to 1',
    );
    try {
      define();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'invalid-cycle',
        issues: [{ path: ['name'] }, { path: ['moments', 0, 'usage'] }],
      });
    }
  });

  it('gives a copy, so that a later change of the literal does not reach the cycle', () => {
    const moments = [{ id: 'm', name: 'M', contact: 'none' as const }];
    const cycle = defineCycle({ id: 'c', name: 'C', moments });
    moments[0]!.name = 'changed';
    expect(cycle.moments[0]?.name).toBe('M');
  });
});
