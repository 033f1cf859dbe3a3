import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rakeWeights } from './rakeWeights.ts';

const rows = [
  { age: 'young', sex: 'f' },
  { age: 'young', sex: 'm' },
  { age: 'old', sex: 'f' },
  { age: 'old', sex: 'm' },
];

describe('rakeWeights', () => {
  it('names every margin and category that cannot be met, all at once', () => {
    const raked = rakeWeights([...rows, { age: 'child', sex: 'f' }], {
      age: { young: 0.5, old: 0.4, oldest: 0.1 },
      sex: { f: -1, m: 1 },
    });
    const paths = raked.ok ? [] : raked.issues.map(({ path }) => path.join('.'));
    expect(paths).toContain('targets.age.oldest');
    expect(paths).toContain('targets.sex.f');
    expect(rakeWeights([], { age: { young: 1 } }).ok).toBe(false);
  });

  it('meets its margins, adds up to n, and does not depend on the order of rows', () => {
    const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    const sample = fc.array(fc.constantFrom(...rows), { maxLength: 30 });
    fc.assert(
      fc.property(sample, share, share, (more, young, female) => {
        const all = [...rows, ...more];
        const targets = { age: { young, old: 1 - young }, sex: { f: female, m: 1 - female } };
        const raked = rakeWeights(all, targets);
        const turned = rakeWeights(all.toReversed(), targets);
        if (!raked.ok || !turned.ok) throw new Error('no weights');
        const { weights, converged, effectiveN } = raked.value;
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        expect(converged).toBe(true);
        expect(total).toBeCloseTo(all.length, 6);
        const ofYoung = weights.filter((_, at) => all[at]?.age === 'young');
        expect(ofYoung.reduce((sum, weight) => sum + weight, 0) / total).toBeCloseTo(young, 5);
        expect(effectiveN).toBeLessThanOrEqual(all.length + 1e-9);
        for (const [at, weight] of turned.value.weights.toReversed().entries()) {
          expect(weight).toBeCloseTo(weights[at] ?? 0, 6);
        }
      }),
    );
  });

  it('leaves a sample alone that already looks as it should', () => {
    const raked = rakeWeights(rows, { age: { young: 1, old: 1 }, sex: { f: 5, m: 5 } });
    expect(raked.ok && raked.value.weights).toEqual([1, 1, 1, 1]);
    expect(raked.ok && raked.value.designEffect).toBe(1);
  });
});
