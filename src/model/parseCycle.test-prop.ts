import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCycle } from '../../test/support/arbitraryCycle.ts';
import { parseCycle } from './parseCycle.ts';

describe('parseCycle', () => {
  it('is undone by serializing: parse(serialize(x)) equals x', () => {
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        expect(parseCycle(JSON.parse(JSON.stringify(cycle)))).toEqual({ ok: true, value: cycle });
      }),
    );
  });

  it('never changes its input', () => {
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        const before = structuredClone(cycle);
        parseCycle(cycle);
        expect(cycle).toEqual(before);
      }),
    );
  });

  it('answers anything at all with a result, never a throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (input) => {
        const result = parseCycle(input);
        expect(result.ok || result.issues.length > 0).toBe(true);
      }),
    );
  });

  it('finds the fault wherever one value of a valid cycle is replaced by a function', () => {
    fc.assert(
      fc.property(arbitraryCycle, fc.nat(), (cycle, choice) => {
        const copy = structuredClone(cycle) as object;
        const places = leaves(copy);
        const [owner, key] = places[choice % places.length] ?? [{}, ''];
        Object.assign(owner, { [key]: () => 0 });
        const result = parseCycle(copy);
        expect(result.ok).toBe(false);
        expect(result.ok ? '' : result.issues[0].found).not.toBe('');
      }),
    );
  });
});

/** Every place in a value that holds something other than an object. */
function leaves(owner: object): [object, string][] {
  return Object.entries(owner).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value)
      : [[owner, key] satisfies [object, string]],
  );
}
