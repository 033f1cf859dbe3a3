import { describe, expect, it } from 'vitest';
import { expectFigures, type Figure, referenceCases } from '../../test/support/reference.ts';
import { crossProducts } from '../stats/regression/crossProducts.ts';
import { flawlessProduct } from './flawless/flawlessProduct.ts';
import { impactAsymmetry } from './impact/impactAsymmetry.ts';
import { incidentEffect } from './incidents/incidentEffect.ts';
import { incidentProfile } from './incidents/incidentProfile.ts';
import type { IncidentEffect } from './incidents/incidentTypes.ts';
import { riskPriorityNumber } from './judgements/riskPriorityNumber.ts';

/** The methods of `published.json` that this room computes. */
const OURS = /^(cit|fmea|prca|incident|flawless|newcombe difference)\b/;

function effectOf(a: number, b: number, c: number, d: number): IncidentEffect {
  const found = incidentEffect({
    incident: { dissatisfied: a, satisfied: b },
    noIncident: { dissatisfied: c, satisfied: d },
  });
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${found.reason}`);
  return found;
}

function limits(interval: { low: number; high: number } | undefined): number[] {
  if (interval === undefined) throw new Error('no interval');
  return [interval.low, interval.high];
}

interface Physicians {
  readonly exposed: { readonly bad: number; readonly n: number };
  readonly unexposed: { readonly bad: number; readonly n: number };
}

function ratioFigures({ exposed, unexposed }: Physicians): Figure {
  const found = effectOf(
    exposed.bad,
    exposed.n - exposed.bad,
    unexposed.bad,
    unexposed.n - unexposed.bad,
  );
  return {
    or: found.oddsRatio.value,
    orCI: limits(found.oddsRatio.interval),
    rr: found.riskRatio.value,
    rrCI: limits(found.riskRatio.interval),
    rd: found.riskDifference.value,
    rdCI: limits(found.riskDifference.interval),
  };
}

/** A table in which a share `p` has incidents that make dissatisfaction `rr` times as common. */
function levinFigure({ p, rr }: { p: number; rr: number }): Figure {
  const visits = 1000;
  const share = 0.01;
  return effectOf(
    visits * p * share * rr,
    visits * p * (1 - share * rr),
    visits * (1 - p) * share,
    visits * (1 - p) * (1 - share),
  ).attributableFraction.value;
}

function threeForms({ a, n1, b, n2 }: Record<'a' | 'n1' | 'b' | 'n2', number>): Figure {
  const { riskRatio, incidentShare, attributableFraction } = effectOf(a, n1 - a, b, n2 - b);
  const excess = incidentShare.value * (riskRatio.value - 1);
  return {
    levin: excess / (1 + excess),
    miettinen: (a / (a + b)) * (1 - 1 / riskRatio.value),
    def: attributableFraction.value,
  };
}

interface Attribute {
  readonly attribute: readonly number[];
  readonly overall: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

function impactFigures({ attribute, overall, low, high }: Attribute): Figure {
  const columns = [low, high].map((band) =>
    attribute.map((rating) => Number(band.includes(rating))),
  );
  const products = crossProducts({ columns, outcome: overall });
  const joint = { drivers: ['it'], products, noOverall: 0, incomplete: 0, unrated: [0] };
  const [found] = impactAsymmetry(joint, { minimumCases: 1 }).moments;
  if (found?.kind !== 'estimate' || found.asymmetry.kind !== 'estimate') {
    throw new Error('not estimable');
  }
  return {
    reward: found.reward.coefficient,
    penalty: found.penalty.coefficient,
    range: found.range,
    ia: found.asymmetry.value,
  };
}

function productFigures({ cases }: { cases: readonly (readonly [number, number])[] }): Figure {
  return cases.map(([share, moments]) => {
    const n = 100_000;
    const moment = { moment: 'each', flawless: Math.round(share * n), n };
    const { product } = flawlessProduct(Array.from({ length: moments }, () => moment));
    return product.kind === 'estimate' ? product.value : NaN;
  });
}

function profileFigures({ table }: { table: readonly (readonly [number, number])[] }): Figure {
  const { groups, positive, negative } = incidentProfile(
    table.map(([satisfied, dissatisfied], place) => ({
      group: `${place}`,
      positive: satisfied,
      negative: dissatisfied,
    })),
  );
  return {
    // The source counts in hundredths.
    satPct: groups.map(({ shareOfPositive = NaN }) => 100 * shareOfPositive),
    dissatPct: groups.map(({ shareOfNegative = NaN }) => 100 * shareOfNegative),
    totals: [positive, negative],
  };
}

function distinctNumbers(): Figure {
  const ratings = Array.from({ length: 10 }, (_, place) => place + 1);
  return new Set(
    ratings.flatMap((severity) =>
      ratings.flatMap((occurrence) =>
        ratings.map((detection) => riskPriorityNumber({ severity, occurrence, detection })),
      ),
    ),
  ).size;
}

const COMPUTED: Readonly<Record<string, (input: never) => Figure>> = {
  'cit.crosstab ex-016': profileFigures,
  'fmea.rpn distinct values ex-013': distinctNumbers,
  'flawless.product (rolled throughput) ex-014': productFigures,
  'incident.odds-ratio / risk-ratio / risk-difference ex-018': ratioFigures,
  'incident.odds-ratio (case-control) ex-019': ({ a, b, c, d }: Record<string, number>) =>
    effectOf(a!, b!, c!, d!).oddsRatio.value,
  'incident.PAF Levin ex-020': levinFigure,
  'incident.PAF Levin = Miettinen = definitional ex-021': threeForms,
  'incident.PAF CI (Walter 1976 log(1-PAF)) ex-100': (cells: Record<string, number>) => {
    const { value, interval } = effectOf(
      cells['a']!,
      cells['b']!,
      cells['c']!,
      cells['d']!,
    ).attributableFraction;
    return { paf: value, ci: limits(interval) };
  },
  'newcombe difference (hybrid score) ex-035': ({ x1, n1, x2, n2 }: Record<string, number>) =>
    limits(effectOf(x1!, n1! - x1!, x2!, n2! - x2!).riskDifference.interval),
  'prca.dummy regression single attribute ex-091': impactFigures,
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

describe('drivers.json', () => {
  it('has no case with penalties and rewards, which would belong here', () => {
    const fields = referenceCases('drivers').map((each) => JSON.stringify(each));
    expect(fields.filter((text) => /penalt|reward|prca/i.test(text))).toEqual([]);
  });
});
