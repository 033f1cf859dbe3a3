import { describe, expect, it } from 'vitest';
import { expectFigures, type Figure, referenceCases } from '../../test/support/reference.ts';
import { customerLifetimeValue } from './customerLifetimeValue.ts';

/** The methods of `published.json` that this room computes. */
const OURS = /^clv\b/;

function lifetime(yearlyRetention: number, discountRate: number) {
  const found = customerLifetimeValue({ yearlyMargin: 1, yearlyRetention, discountRate });
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${found.reason}`);
  return found;
}

const COMPUTED: Readonly<Record<string, (input: never) => Figure>> = {
  'clv margin multiple r/(1+i-r) ex-086': ({ r, i }: Record<'r' | 'i', readonly number[]>) =>
    r.map((retention) => i.map((rate) => lifetime(retention, rate).marginMultiple)),
  'clv.expected lifetime ex-087': ({ r }: { r: number }) => lifetime(r, 0.1).expectedYears,
};

describe('published.json', () => {
  const cases = referenceCases('published').filter(({ name }) => OURS.test(name));

  it('has no case of these methods that is not computed here, and the other way round', () => {
    expect(cases.map(({ name }) => name).toSorted()).toEqual(Object.keys(COMPUTED).toSorted());
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', (name, each) => {
    expectFigures(each, COMPUTED[name]!(each.input as never));
  });
});
