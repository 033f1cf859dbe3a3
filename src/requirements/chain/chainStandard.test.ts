import { describe, expect, it } from 'vitest';
import { assessStandard } from '../assessStandard.ts';
import { chainStandard } from './chainStandard.ts';
import type { ChainLink, ChainStandard } from './chainTypes.ts';

function within(id: string, threshold: number, requiredShare: number, unit = 'minutes') {
  return { id, measure: id, unit, operator: '<=', threshold, requiredShare } as const;
}

const KITCHEN = within('kitchen', 12, 0.95);
const WAITER = within('waiter', 3, 0.98);

function chain(
  requiredShare: number,
  links: readonly ChainLink[] = [{ standard: KITCHEN }, { standard: WAITER }],
  threshold = 15,
): ChainStandard {
  const found = chainStandard(within('served', threshold, requiredShare), links);
  if (found.kind !== 'chain-standard') throw new Error(found.reason);
  return found;
}

describe('chainStandard', () => {
  it('bounds what kitchen and waiter warrant of serving a guest in time', () => {
    const { promised, budget } = chain(0.94);
    expect(promised.product).toBeCloseTo(0.931, 12);
    expect(promised.bounds).toEqual({ low: 0.93, high: 0.95 });
    expect(promised.atLimits).toEqual(promised.bounds);
    expect(promised.weakest).toEqual({ standard: 'kitchen', share: 0.95 });
    expect(budget).toEqual({ status: 'kept', total: 15, threshold: 15, unit: 'minutes' });
  });

  it.each([
    [0.9, 'certain'],
    [0.93, 'certain'],
    [0.94, 'depends'],
    [0.95, 'depends'],
    [0.96, 'cannot-be-met'],
  ] as const)('of a required share of %s says %s', (required, verdict) => {
    expect(chain(required).promised.verdict).toBe(verdict);
  });

  it('adds times in units that go together, and is not certain where they do not fit', () => {
    const links = [{ standard: KITCHEN }, { standard: within('waiter', 180, 0.98, 'seconds') }];
    expect(chain(0.9, links).budget).toMatchObject({ status: 'kept', total: 15 });
    const late = chain(0.9, links, 14);
    expect(late.budget).toMatchObject({ status: 'exceeded', total: 15, threshold: 14 });
    expect(late.promised.verdict).toBe('depends');
    expect(chain(0.96, links, 14).promised.verdict).toBe('cannot-be-met');
    const tenths = [within('a', 0.1, 0.9), within('b', 0.2, 0.9)].map((standard) => ({ standard }));
    expect(chain(0.8, tenths, 0.3).budget.status).toBe('kept');
  });

  it('does not add up what is no upper limit on time', () => {
    const atLeast = { ...KITCHEN, operator: '>=' } as const;
    const right = within('bill', 0, 0.99, 'mistakes');
    for (const standard of [atLeast, right]) {
      expect(chain(0.9, [{ standard }, { standard: WAITER }]).budget.status).toBe('not-comparable');
    }
  });

  it('takes an unknown share for anything from none to all', () => {
    const { kept, promised } = chain(0.9, [
      { standard: KITCHEN, conformingShare: 0.97 },
      { standard: WAITER },
    ]);
    expect(kept).toEqual({
      bounds: { low: 0, high: 0.97 },
      atLimits: { low: 0, high: 0.97 },
      verdict: 'depends',
      weakest: { standard: 'kitchen', share: 0.97 },
      unknown: ['waiter'],
    });
    expect(promised.verdict).toBe('certain');
    const none = { kind: 'not-estimable', reason: 'no-answers', n: 0 } as const;
    const bare = chain(0.9, [{ standard: KITCHEN, conformingShare: none }, { standard: WAITER }]);
    expect(bare.kept).toBeUndefined();
    const failing = chain(0.9, [{ standard: KITCHEN, conformingShare: 0.8 }, { standard: WAITER }]);
    expect(failing.kept?.verdict).toBe('cannot-be-met');
  });

  it('lets chance settle nothing: a measured share enters by the limits of its interval', () => {
    const measured = (n: number) =>
      assessStandard(
        KITCHEN,
        Array.from({ length: n }, (_, i) => (i % 20 === 0 ? 13 : 9)),
      ).conformingShare;
    const few = chain(0.96, [{ standard: KITCHEN, conformingShare: measured(100) }]);
    expect(few.kept?.bounds).toEqual({ low: 0.95, high: 0.95 });
    expect(few.kept?.verdict).toBe('depends');
    const many = chain(0.96, [{ standard: KITCHEN, conformingShare: measured(10_000) }]);
    expect(many.kept?.verdict).toBe('cannot-be-met');
    expect(
      chain(0.94, [{ standard: KITCHEN, conformingShare: measured(10_000) }]).kept?.verdict,
    ).toBe('certain');
  });

  it('has nothing to say of an empty chain', () => {
    expect(chainStandard(WAITER, [])).toEqual({
      kind: 'not-estimable',
      reason: 'empty-chain',
      n: 0,
    });
  });

  it('refuses standards that are none, that come twice, and shares that are none', () => {
    expect(() => chain(0.9, [{ standard: KITCHEN }, { standard: KITCHEN }])).toThrow(
      /an internal standard is "kitchen"; expected each standard once/,
    );
    expect(() => chain(0.9, [{ standard: within('x', Number.NaN, 0.9) }])).toThrow(/threshold/);
    for (const conformingShare of [95, -0.1, Number.NaN]) {
      expect(() => chain(0.9, [{ standard: KITCHEN, conformingShare }])).toThrow(/conformingShare/);
    }
    expect(() => chain(0.9, [{ standard: KITCHEN, conformingShare: '0.9' as never }])).toThrow(
      /conformingShare/,
    );
    expect(() => chain(2)).toThrow(/requiredShare/);
    expect(() => chainStandard(KITCHEN, 'kitchen' as never)).toThrow(/internals/);
  });
});
