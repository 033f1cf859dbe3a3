import { expectTypeOf, it } from 'vitest';
import { kano } from './kano.ts';
import { mergeKanoTallies } from './mergeKanoTallies.ts';
import { tallyKano } from './tallyKano.ts';

const grip = tallyKano([{ requirement: 'grip', functional: 'f', dysfunctional: 'd' }], []);
const fit = tallyKano([{ requirement: 'fit', functional: 'f', dysfunctional: 'd' }], []);

it('knows the requirements that were asked about', () => {
  expectTypeOf(kano(grip).requirements[0]!.requirement).toEqualTypeOf<'grip'>();
});

it('does not add up tallies of other requirements', () => {
  // @ts-expect-error -- "fit" is not among the requirements of the first
  mergeKanoTallies(grip, fit);
});

it('has no category where none is shown', () => {
  const { verdict } = kano(grip).requirements[0]!;
  expectTypeOf(verdict).not.toHaveProperty('category');
  if (verdict.status === 'shown')
    expectTypeOf(verdict.category).not.toEqualTypeOf<'questionable'>();
});
