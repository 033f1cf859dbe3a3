import { describe, expect, it } from 'vitest';
import { sketchBank, sketchPlan, sketchStakes } from '../../test/support/planSketch.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { SelectionOptions } from './types.ts';

const plans = [
  sketchPlan('a', { greet: 0.5 }, 5, { cost: { euro: 5, hours: 1 } }),
  sketchPlan('b', { pay: 0.3 }, 5, { cost: { euro: 5, hours: 1 } }),
];

function marginal(resources: Record<string, number>, more?: Record<string, number>): unknown {
  const options: SelectionOptions = {
    resources,
    stakes: sketchStakes('greet', 'pay'),
    ...(more && { more }),
  };
  const selection = selectActionPlans(sketchBank(...plans), options);
  return 'marginal' in selection && selection.marginal;
}

describe('what a little more of a resource would bring', () => {
  it('is what the best plans then keep more, resource by resource', () => {
    expect(marginal({ euro: 9, hours: 2 })).toEqual({
      euro: { more: 1, adds: 30, atMost: 30, status: 'optimal' },
      hours: { more: 1, adds: 0, atMost: 0, status: 'optimal' },
    });
  });

  it('is nothing when it takes more than that to let a plan in', () => {
    expect(marginal({ euro: 8, hours: 2 })).toMatchObject({ euro: { more: 1, adds: 0 } });
  });

  it('is told of what is asked, and for as much', () => {
    expect(marginal({ euro: 8, hours: 2 }, { euro: 2 })).toEqual({
      euro: { more: 2, adds: 30, atMost: 30, status: 'optimal' },
    });
    expect(marginal({ euro: 8, hours: 2 }, {})).toEqual({});
  });

  it('is nothing where there is no limit', () => {
    expect(marginal({ euro: Infinity, hours: 1 })).toEqual({
      euro: { more: 1, adds: 0, atMost: 0, status: 'optimal' },
      hours: { more: 1, adds: 30, atMost: 30, status: 'optimal' },
    });
  });

  it.each([
    [{ euro: 0 }, /more of "euro" is 0/],
    [{ euro: NaN }, /more of "euro" is NaN/],
    [{ euro: Infinity }, /more of "euro" is Infinity/],
    [{ pesos: 1 }, /more of "pesos", which is not in the resources/],
  ])('refuses %j', (more, message) => {
    expect(() => marginal({ euro: 8, hours: 2 }, more)).toThrow(message);
  });
});
