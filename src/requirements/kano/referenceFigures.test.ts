import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { expectFigures, type Figure, referenceCases } from '../../../test/support/reference.ts';
import { kano } from './kano.ts';
import type { KanoCategory, KanoTally } from './kanoTypes.ts';
import { tallyKano } from './tallyKano.ts';

/** The counts of the categories, by their initials. */
type Initials = Readonly<Record<'A' | 'O' | 'M' | 'I' | 'R' | 'Q', number>>;

/** A tally with so many answers in a cell of each category. */
function tallyOf({ A, O, M, I, R, Q }: Initials): KanoTally {
  const cells = new Array<number>(25).fill(0);
  // Like when met, and dislike, must-be, like when not; must-be and dislike, neutral twice, dislike and like.
  for (const [cell, count] of [
    [4, O],
    [1, A],
    [0, Q],
    [9, M],
    [12, I],
    [20, R],
  ] as const) {
    // Some sources print percentages with one decimal.
    cells[cell] = Math.round(count * 10);
  }
  const none = { incomplete: 0, unanswered: 0, invalid: 0 };
  return { kind: 'kano-tally', requirements: [{ requirement: 'it', cells, ...none }] };
}

function coefficients(counts: Initials): { better: number; worse: number } {
  const [found] = kano(tallyOf(counts)).requirements;
  if (found?.better.kind !== 'estimate' || found.worse.kind !== 'estimate') throw new Error();
  return { better: estimated(found.better).value, worse: estimated(found.worse).value };
}

const INITIALS: Readonly<Record<KanoCategory, string>> = {
  'must-be': 'M',
  'one-dimensional': 'O',
  attractive: 'A',
  indifferent: 'I',
  reverse: 'R',
  questionable: 'Q',
};

function initialOf(met: number, missed: number): string {
  const pairs = [{ requirement: 'it', functional: 'met', dysfunctional: 'missed' }];
  const [found] = kano(tallyKano(pairs, [{ met, missed }]), { minimumTotal: 1 }).requirements;
  const [category] = Object.entries(found?.counts ?? {}).find(([, count]) => count === 1) ?? [];
  return INITIALS[category as KanoCategory];
}

const COMPUTED: Readonly<Record<string, (input: never) => Figure>> = {
  'kano.better-worse ex-004': coefficients,
  'kano.better-worse ex-006': coefficients,
  'kano.better-worse ex-007': coefficients,
  'kano.better-worse TRAP ex-010': coefficients,
  'kano.better-worse TRAP rounding ex-089': (input: Record<string, readonly number[]>) =>
    Object.fromEntries(
      Object.entries(input).map(([name, [A = 0, O = 0, M = 0, I = 0]]) => [
        name,
        coefficients({ A, O, M, I, R: 0, Q: 0 }),
      ]),
    ),
};

describe('published.json', () => {
  const cases = referenceCases('published').filter(({ name }) => name.startsWith('kano.'));
  const table = cases.find(({ name }) => name === 'kano.evaluate-table ex-001');

  it('has no case of these methods that is not computed here, and the other way round', () => {
    expect(cases.map(({ name }) => name).toSorted()).toEqual(
      [...Object.keys(COMPUTED), table?.name].toSorted(),
    );
  });

  it('has the table of the categories as it is here', () => {
    const { cells } = table?.input as { cells: readonly (readonly [number, number])[] };
    expect(cells.map(([met, missed]) => initialOf(met, missed))).toEqual(table?.expected);
  });

  it.each(cases.filter((each) => each !== table).map((each) => [each.name, each] as const))(
    '%s',
    (name, each) => {
      expectFigures(each, COMPUTED[name]!(each.input as never));
    },
  );
});
