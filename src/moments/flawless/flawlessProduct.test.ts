import { describe, expect, it } from 'vitest';
import { SIMULATION } from '../../../test/support/tolerances.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { drawBinomial } from '../../stats/random/drawBinomial.ts';
import { flawlessProduct } from './flawlessProduct.ts';

const at = (moment: string, flawless: number, n = 100, usage?: number) => ({
  moment,
  flawless,
  n,
  ...(usage !== undefined && { usage }),
});

describe('flawlessProduct', () => {
  it('multiplies the shares, with the Wilson interval among as many visits as they are worth', () => {
    // By hand, in Python.
    const { product } = flawlessProduct([
      at('ask', 933, 1000),
      at('wait', 700, 1000),
      at('pay', 933, 1000, 0.5),
    ]);
    expect(product.kind === 'estimate' && product.value).toBeCloseTo(0.63122115, 10);
    expect(product.kind === 'estimate' && product.interval.low).toBeCloseTo(0.602706873385, 9);
    expect(product.kind === 'estimate' && product.interval.high).toBeCloseTo(0.658847311638, 9);
  });

  it('names the weakest links, all that tie, and what perfecting each would gain', () => {
    const { weakest, links } = flawlessProduct([at('ask', 80), at('wait', 90), at('pay', 80)]);
    expect(weakest).toEqual(['ask', 'pay']);
    expect(links.map(({ ifPerfect }) => ifPerfect)).toEqual([0.9 * 0.8, 0.8 * 0.8, 0.8 * 0.9]);
    expect(links[0]?.gain).toBeCloseTo(0.72 - 0.576, 12);
  });

  it('has no weakest link when nothing ever goes wrong, and still says how sure that is', () => {
    const { weakest, product } = flawlessProduct([at('ask', 100), at('pay', 100)]);
    expect(weakest).toEqual([]);
    expect(product).toMatchObject({ value: 1, interval: { high: 1 } });
    expect(product.kind === 'estimate' && product.interval.low).toBeCloseTo(0.963, 3);
  });

  it('weighs a moment by how many visits pass it', () => {
    const { weakest, links } = flawlessProduct([at('ask', 80), at('complain', 50, 100, 0.1)]);
    expect(links[1]?.perVisit).toBeCloseTo(0.95, 12);
    expect(weakest).toEqual(['ask']);
  });

  it('gives no flawless visit when a moment always goes wrong, and what would come of mending it', () => {
    const { product, links, bounds } = flawlessProduct([at('ask', 90), at('pay', 0)]);
    expect(product).toMatchObject({ value: 0, interval: { low: 0 } });
    expect(product.kind === 'estimate' && product.interval.high).toBeLessThan(0.05);
    expect(links[1]).toMatchObject({ ifPerfect: 0.9, gain: 0.9 });
    expect(bounds).toEqual({ low: 0, high: 0 });
  });

  it('does not guess what nobody tells, but bounds what can be', () => {
    const found = flawlessProduct([at('ask', 90), at('pay', 0, 0), at('park', 0, 0, 0.2)]);
    expect(found.product).toEqual({
      kind: 'not-estimable',
      reason: 'unknown-moments',
      unknown: ['pay', 'park'],
    });
    expect(found.bounds).toEqual({ low: 0, high: 0.9 });
    expect(found.links[1]).toEqual({
      moment: 'pay',
      flawlessShare: { kind: 'not-estimable', reason: 'no-answers', n: 0 },
      usage: 1,
    });
    expect(flawlessProduct([at('ask', 90), at('park', 0, 0, 0.2)]).bounds.low).toBeCloseTo(0.7, 12);
  });

  it('is the Wilson interval itself for a single moment', () => {
    const { product, links } = flawlessProduct([at('pay', 93)]);
    expect(product.kind === 'estimate' && product.effectiveN).toBeCloseTo(100, 9);
    const [interval, own] = [product, links[0]!.flawlessShare].map((each) =>
      each.kind === 'estimate' ? each.interval : undefined,
    );
    expect(interval?.low).toBeCloseTo(own!.low, 12);
    expect(interval?.high).toBeCloseTo(own!.high, 12);
  });

  it('is unsure of a product in which one moment was hardly seen, though it never went wrong', () => {
    const sure = flawlessProduct([at('ask', 990, 1000), at('wait', 985, 1000)]).product;
    const unsure = flawlessProduct([
      at('ask', 990, 1000),
      at('wait', 985, 1000),
      at('pay', 5, 5),
    ]).product;
    expect(sure.kind === 'estimate' && sure.interval.low).toBeGreaterThan(0.96);
    expect(unsure.kind === 'estimate' && unsure.interval.low).toBeLessThan(0.65);
  });

  it('is not held up by a moment that no visit passes', () => {
    const { product, weakest } = flawlessProduct([at('ask', 90), at('closed', 0, 0, 0)]);
    expect(product).toMatchObject({ kind: 'estimate', value: 0.9 });
    expect(weakest).toEqual(['ask']);
    expect(flawlessProduct([at('closed', 0, 0, 0)]).product).toMatchObject({
      reason: 'no-moments',
    });
  });

  it('says that there is no moment', () => {
    expect(flawlessProduct([])).toEqual({
      product: { kind: 'not-estimable', reason: 'no-moments', unknown: [] },
      bounds: { low: 1, high: 1 },
      links: [],
      weakest: [],
    });
  });

  it.each([
    [{ moment: 'a', flawless: 5, n: 4 }, 'flawless is 5; expected a number from 0 to 4'],
    [{ moment: 'a', flawless: 0, n: -1 }, 'n is -1; expected a finite number, 0 or more'],
    [{ moment: 'a', flawless: 1, n: 2, usage: 40 }, 'usage is 40; expected a number from 0 to'],
  ])('refuses %j', (moment, message) => {
    expect(() => flawlessProduct([moment])).toThrow(message);
  });

  it.each([
    { name: 'moments that go wrong now and then', shares: [0.9, 0.8, 0.95, 0.85] },
    { name: 'moments that hardly ever do', shares: [0.99, 0.995, 0.98, 0.99, 0.99] },
    { name: 'moments of all kinds', shares: [0.5, 0.999, 0.97, 0.9] },
  ])('holds the true product in 95 of 100 samples: $name', ({ shares }) => {
    const truth = shares.reduce((product, share) => product * share, 1);
    const random = createRandom(5);
    let holding = 0;
    for (let trial = 0; trial < 4000; trial += 1) {
      const { product } = flawlessProduct(
        shares.map((share, place) => at(`m${place}`, drawBinomial(random, 200, share), 200)),
      );
      const interval = product.kind === 'estimate' ? product.interval : undefined;
      if (interval && interval.low <= truth && truth <= interval.high) holding += 1;
    }
    expect(Math.abs(holding / 4000 - 0.95)).toBeLessThan(SIMULATION);
  });
});
