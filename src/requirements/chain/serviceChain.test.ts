import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Support } from '../../model/support.ts';
import { serviceChain } from './serviceChain.ts';

function standard(id: string, threshold: number, requiredShare: number) {
  return { id, measure: id, unit: 'minutes', operator: '<=', threshold, requiredShare } as const;
}

function cycleOf(
  id: string,
  customer: 'external' | 'internal',
  moments: readonly string[],
  standards: Readonly<Record<string, ReturnType<typeof standard>>> = {},
  supports: readonly Support[] = [],
): Cycle {
  return {
    id,
    name: id,
    customer,
    moments: moments.map((moment) => ({ id: moment, name: moment, contact: 'staff' })),
    requirements: Object.entries(standards).map(([moment, own]) => ({
      id: `${moment}-well`,
      statement: 'Well',
      moments: [moment],
      source: { kind: 'expectation' },
      standards: [own],
    })),
    supports,
  };
}

const dinner = cycleOf('dinner', 'external', ['serve', 'pay'], {
  serve: standard('served', 15, 0.94),
});
const supports = (more: Partial<Support> = {}): Support => ({
  moment: 'hand-out',
  cycle: 'dinner',
  of: 'serve',
  standard: 'kitchen',
  ofStandard: 'served',
  ...more,
});
const kitchen = (...own: readonly Support[]): Cycle =>
  cycleOf('kitchen', 'internal', ['hand-out'], { 'hand-out': standard('kitchen', 12, 0.95) }, own);
const service = cycleOf('service', 'internal', ['bring'], { bring: standard('waiter', 3, 0.98) }, [
  { ...supports(), moment: 'bring', standard: 'waiter' },
]);

describe('serviceChain', () => {
  it('brings the internal standards of several cycles to the one that they are part of', () => {
    const { standards, findings } = serviceChain([dinner, kitchen(supports()), service]);
    expect(findings).toEqual([]);
    expect(standards).toHaveLength(1);
    expect(standards[0]).toMatchObject({
      cycle: 'dinner',
      standard: 'served',
      promised: {
        bounds: { low: 0.93, high: 0.95 },
        verdict: 'depends',
        weakest: { standard: 'kitchen.kitchen', share: 0.95 },
      },
      budget: { status: 'kept' },
    });
    expect(standards[0]?.kept).toBeUndefined();
  });

  it('takes what internal standards are measured to keep, by cycle', () => {
    const conformingShare = {
      kind: 'estimate',
      value: 0.8,
      unit: 'share',
      interval: { low: 0.75, high: 0.84, level: 0.95, method: 'wilson' },
      n: 300,
      basis: 'measured',
    } as const;
    const [served] = serviceChain([dinner, kitchen(supports()), service], {
      verdicts: { kitchen: [{ standard: 'kitchen', conformingShare }] },
    }).standards;
    expect(served?.kept).toMatchObject({ verdict: 'cannot-be-met', unknown: ['service.waiter'] });
  });

  it.each([
    ['unknown-cycle', { cycle: 'lunch' }, 'lunch'],
    ['unknown-moment', { of: 'served' }, 'served'],
    ['unknown-standard', { ofStandard: 'bill' }, 'bill'],
    ['unknown-standard', { of: 'pay' }, 'served'],
  ] as const)('finds an %s: %o', (code, more, id) => {
    const { findings, standards } = serviceChain([dinner, kitchen(supports(more))]);
    expect(findings.map((each) => [each.code, each.cycle, each.ids])).toEqual([
      [code, 'kitchen', ['hand-out', id]],
    ]);
    expect(standards).toEqual([]);
  });

  it('finds circles of moments, each once, and one that supports itself', () => {
    const one = cycleOf('one', 'internal', ['a', 'x'], {}, [
      { moment: 'a', cycle: 'two', of: 'b' },
      { moment: 'x', cycle: 'one', of: 'x' },
    ]);
    const two = cycleOf('two', 'internal', ['b'], {}, [{ moment: 'b', cycle: 'one', of: 'a' }]);
    const circles = serviceChain([one, two]).findings;
    expect(circles.map(({ code, ids }) => [code, ids])).toEqual([
      ['circle', ['one.a', 'two.b']],
      ['circle', ['one.x']],
    ]);
    expect(circles[0]?.message).toContain('"one.a" -> "two.b" -> "one.a"');
    // Two houses may serve each other at different moments.
    const back = cycleOf('two', 'internal', ['b'], {}, [{ moment: 'b', cycle: 'one', of: 'x' }]);
    const there = cycleOf('one', 'internal', ['a', 'x'], {}, [
      { moment: 'a', cycle: 'two', of: 'b' },
    ]);
    expect(serviceChain([there, back]).findings).toEqual([]);
  });

  it('finds critical moments of customers that nothing internal supports', () => {
    const critical = { dinner: ['serve', 'pay'] };
    const { findings } = serviceChain([dinner, kitchen(supports())], { critical });
    expect(findings.map(({ code, ids }) => [code, ids])).toEqual([
      ['critical-moment-without-support', ['pay']],
    ]);
  });

  it('finds internal standards and cycles that serve nobody', () => {
    const loose: Support = { moment: 'hand-out', cycle: 'dinner', of: 'serve' };
    const codes = (...cycles: Cycle[]) =>
      serviceChain([dinner, ...cycles]).findings.map(({ code, cycle, ids }) => [
        code,
        cycle,
        ...ids,
      ]);
    expect(codes(kitchen(loose))).toEqual([['standard-serves-nobody', 'kitchen', 'kitchen']]);
    expect(codes(kitchen())).toEqual([['cycle-serves-nobody', 'kitchen']]);
    expect(codes()).toEqual([]);
  });

  it('refuses what is no list of cycles, and a cycle that comes twice', () => {
    expect(() => serviceChain(dinner as never)).toThrow(/cycles is .*expected a list/);
    expect(() => serviceChain([dinner, dinner])).toThrow(
      /a cycle is "dinner"; expected each cycle once/,
    );
    expect(() => serviceChain([{}] as never)).toThrow(/cycle/);
    expect(() => serviceChain([dinner], { critical: { dinner: 'pay' } } as never)).toThrow(
      /critical/,
    );
    expect(() => serviceChain([dinner], { verdicts: { dinner: [{}] } } as never)).toThrow(
      /verdicts/,
    );
    expect(serviceChain([])).toMatchObject({ cycles: [], standards: [], findings: [] });
  });
});
