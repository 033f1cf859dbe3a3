import { describe, expect, it } from 'vitest';
import {
  accountFor,
  expectFigures,
  type Figure,
  referenceCases,
} from '../../../test/support/reference.ts';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { cronbachAlpha } from './cronbachAlpha.ts';
import { feldtInterval } from './feldtInterval.ts';
import { tallyItems } from './tallyItems.ts';
import type { AlphaEstimate, Coefficient } from './types.ts';

type Columns = Readonly<Record<string, readonly number[]>>;

/** Alpha of columns of answers, each on its own scale. */
function alphaOf(answers: Columns, scaleOf: (id: string) => Scale, level: number): AlphaEstimate {
  const items = Object.keys(answers);
  const survey: SatisfactionSurvey = {
    id: 's',
    title: 'S',
    questions: items.map((id) => ({ id, text: id, asks: 'perception', scale: scaleOf(id) })),
  };
  const length = answers[items[0]!]!.length;
  const alpha = cronbachAlpha(tallyItems(survey, { kind: 'columns', length, answers }, { items }), {
    level,
  });
  if (alpha.kind !== 'estimate') throw new Error(`not estimable: ${alpha.reason}`);
  return alpha;
}

function valueOf(coefficient: Coefficient): number {
  if (coefficient.kind !== 'coefficient') throw new Error(`no coefficient: ${coefficient.reason}`);
  return coefficient.value;
}

interface AlphaInput {
  readonly items: Columns;
  readonly reversed: readonly string[];
  readonly scaleMin: number;
  readonly scaleMax: number;
}

// The other columns of these cases are other coefficients, and means of what each person answered.
function alphaFigures({ items, reversed, scaleMin: min, scaleMax: max }: AlphaInput): Figure {
  const alpha = alphaOf(items, (id) => ({ min, max, reversed: reversed.includes(id) }), 0.95);
  const perItem = (figure: (item: AlphaEstimate['items'][number]) => number): Figure =>
    Object.fromEntries(alpha.items.map((item) => [item.item, figure(item)]));
  return {
    n: alpha.n,
    items: alpha.items.length,
    rawAlpha: alpha.value,
    alphaIfDropped: perItem(({ alphaIfDropped }) => valueOf(alphaIfDropped)),
    itemMeans: perItem(({ mean }) => mean),
    itemSds: perItem(({ standardDeviation }) => standardDeviation),
    itemRestCorrected: perItem(({ itemRestCorrelation }) => valueOf(itemRestCorrelation)),
    feldt: [alpha.interval.low, alpha.interval.high],
  };
}

const RATERS =
  'agreement of raters is checked in stats/agreement: a survey asks each customer once';

accountFor('reliability', {
  computed: { 'alpha ': alphaFigures },
  leftOut: {
    'alpha bfi O pairwise':
      'covariances of whoever answered both items; here only complete responses enter',
    'omega ': 'a factor model is not built: structural-equation models are out of bounds',
    'icc ': RATERS,
    'cohen kappa ': RATERS,
    'krippendorff ': RATERS,
    'kendall W ': RATERS,
  },
});

describe('published.json, as far as it is about reliability', () => {
  const computed: Readonly<Record<string, (input: never) => Figure>> = {
    'cronbach.alpha ex-047': ({ rows }: { rows: readonly (readonly number[])[] }) => {
      const columns = rows[0]!.map((_, place) => rows.map((row) => row[place]!));
      const answers = Object.fromEntries(columns.map((column, place) => [`q${place}`, column]));
      return alphaOf(answers, () => ({ min: 0, max: 100 }), 0.95).value;
    },
    'cronbach.feldt-ci ex-049': (input: { alpha: number; k: number; n: number; conf: number }) => {
      const { alpha, k: items, n, conf: level } = input;
      const { low, high } = feldtInterval({ alpha, n, items }, { level });
      return [low, high];
    },
  };
  const leftOut: Readonly<Record<string, string>> = {
    'cronbach.feldt-ci VARIANT df2=n(k-1) ex-048':
      'takes n(k - 1) for the second degrees of freedom, where Feldt takes (n - 1)(k - 1)',
  };
  const cases = referenceCases('published').filter(({ name }) => name.startsWith('cronbach'));

  it('has no case that is neither computed nor left out for a reason, and no reason without a case', () => {
    const known = [...Object.keys(computed), ...Object.keys(leftOut)];
    expect(cases.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
  });

  it.each(
    cases.flatMap((each) => {
      const compute = computed[each.name];
      return compute ? [[each.name, each, compute] as const] : [];
    }),
  )('agrees: %s', (_, each, compute) => {
    expectFigures(each, compute(each.input as never));
  });

  it('differs from the variant left out by less than 0.0001', () => {
    const { low, high } = feldtInterval({ alpha: 0.85, n: 89, items: 7 });
    expect(Math.abs(low - 0.7971254)).toBeLessThan(1e-4);
    expect(Math.abs(high - 0.8931436)).toBeLessThan(1e-4);
  });
});
