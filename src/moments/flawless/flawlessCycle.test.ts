import { describe, expect, it } from 'vitest';
import { defineCycle } from '../../model/defineCycle.ts';
import { tallyVisits } from '../visits/tallyVisits.ts';
import { flawlessCycle } from './flawlessCycle.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  moments: [
    { id: 'queue', name: 'Waits in line', contact: 'none' },
    { id: 'pay', name: 'Receives the money', contact: 'staff' },
  ],
});

const visit = (queue?: boolean, pay?: boolean) => ({
  moments: {
    ...(queue !== undefined && { queue: { incident: queue } }),
    ...(pay !== undefined && { pay: { incident: pay } }),
  },
});

const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

describe('flawlessCycle', () => {
  it('counts visits without an incident, and does not take them for independent', () => {
    const found = flawlessCycle(
      tallyVisits(bank, [
        ...times(70, visit(false, false)),
        ...times(10, visit(true, false)),
        ...times(20, visit(true, true)),
      ]),
    );
    expect(found.flawlessShare).toMatchObject({
      value: 0.7,
      n: 100,
      interval: { method: 'wilson' },
    });
    expect(found.product.kind === 'estimate' && found.product.value).toBeCloseTo(0.56, 12);
    expect(found.bounds.low).toBeCloseTo(0.5, 12);
    expect(found.bounds.high).toBeCloseTo(0.7, 12);
    expect(found.weakest).toEqual(['queue']);
    expect(found.clustering).toMatchObject({ kind: 'estimate', verdict: 'together' });
  });

  it('sees that incidents keep apart, or that nothing is proven', () => {
    const apart = [
      ...times(20, visit(false, false)),
      ...times(40, visit(true, false)),
      ...times(40, visit(false, true)),
    ];
    expect(flawlessCycle(tallyVisits(bank, apart)).clustering).toMatchObject({ verdict: 'apart' });
    const unrelated = [
      ...times(64, visit(false, false)),
      ...times(16, visit(true, false)),
      ...times(16, visit(false, true)),
      ...times(4, visit(true, true)),
    ];
    const { clustering } = flawlessCycle(tallyVisits(bank, unrelated));
    expect(clustering).toMatchObject({ verdict: 'independent' });
    expect(clustering.kind === 'estimate' && clustering.ratio).toBeCloseTo(1, 12);
  });

  it('weighs a moment by the visits that pass it', () => {
    const found = flawlessCycle(
      tallyVisits(bank, [...times(50, visit(false)), ...times(50, visit(false, true))]),
    );
    expect(found.links[1]).toMatchObject({ usage: 0.5, perVisit: 0.5 });
    expect(found.flawlessShare).toMatchObject({ value: 0.5 });
    expect(found.clustering).toMatchObject({ ratio: 1 });
  });

  it('names what nobody tells, where visits passed a moment and nothing more is known', () => {
    const found = flawlessCycle(
      tallyVisits(bank, [{ moments: { queue: { incident: false }, pay: { waitSeconds: 5 } } }]),
    );
    expect(found.product).toMatchObject({ reason: 'unknown-moments', unknown: ['pay'] });
    expect(found.flawlessShare).toMatchObject({ value: 1, n: 1 });
  });

  it('says that there are no visits', () => {
    const found = flawlessCycle(tallyVisits(bank, []));
    expect(found.flawlessShare).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
    expect(found.clustering).toEqual({ kind: 'not-estimable', reason: 'no-data' });
    expect(found.product).toMatchObject({ reason: 'unknown-moments', unknown: ['queue', 'pay'] });
    expect(found.bounds).toEqual({ low: 0, high: 1 });
  });

  it('does not divide by a product of nothing, where a moment always goes wrong', () => {
    const found = flawlessCycle(tallyVisits(bank, times(3, visit(true, false))));
    expect(found.clustering).toEqual({ kind: 'not-estimable', reason: 'zero-expected' });
    expect(found.flawlessShare).toMatchObject({ value: 0 });
    expect(found.weakest).toEqual(['queue']);
  });

  it('refuses a level of 95', () => {
    expect(() => flawlessCycle(tallyVisits(bank, []), { level: 95 })).toThrow('level is 95');
  });
});
