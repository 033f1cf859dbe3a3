import { expectTypeOf, it } from 'vitest';
import { rakeWeights } from './rakeWeights.ts';

const rows = [{ age: 'young', channel: 'app', answer: 5 }];

it('keeps the names of the margins through to the result', () => {
  const raked = rakeWeights(rows, { age: { young: 1 }, channel: { app: 1 } });
  if (raked.ok) {
    expectTypeOf(raked.value.margins[0]!.margin).toEqualTypeOf<'age' | 'channel'>();
  }
});

it('refuses a margin that no row has', () => {
  // @ts-expect-error the rows have no branch
  rakeWeights(rows, { branch: { north: 1 } });
});

it('refuses targets that are no numbers', () => {
  // @ts-expect-error a target is a number
  rakeWeights(rows, { age: { young: '50 %' } });
});
