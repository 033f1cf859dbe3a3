import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import {
  accountFor,
  expectFigures,
  type Figure,
  type ReferenceCase,
  referenceCase,
  referenceCases,
} from '../../../test/support/reference.ts';
import { countAnswers } from '../answers/countAnswers.ts';
import type { NetPromoterInterval, SatisfactionBox } from '../types.ts';
import { customerEffort } from './customerEffort.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { incidentShare } from './incidentShare.ts';
import { meanRating } from './meanRating.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import { netPromoterTango } from './netPromoterTango.ts';
import { netPromoterWald } from './netPromoterWald.ts';

const TEN = { min: 0, max: 10 } as const;
type Answers = readonly (number | null)[];

/** Classes counted, or answers one by one, as the cases about the net promoter score give them. */
type PromoterInput =
  | { detractors: number; passives: number; promoters: number; level: number }
  | { x: Answers; level: number };

function promoterScore(input: PromoterInput, interval?: NetPromoterInterval) {
  const counts =
    'x' in input
      ? countAnswers(input.x, TEN)
      : {
          scale: TEN,
          perAnswer: [0, 0, 0, 0, 0, 0, input.detractors, input.passives, 0, 0, input.promoters],
        };
  return estimated(netPromoterScore(counts, { level: input.level, ...(interval && { interval }) }));
}

function promoterFigures(input: PromoterInput): Figure {
  const { value, n } = promoterScore(input);
  return { n, nps: value };
}

/** The limits of a published example, in shares as the source counts. */
function shareLimits(compute: NetPromoterInterval) {
  return (input: { detractors: number; passives: number; promoters: number }): Figure => {
    const { low, high } = promoterScore({ ...input, level: 0.95 }, compute).interval;
    return [low / 100, high / 100];
  };
}

interface SatisfactionInput {
  readonly x: Answers;
  readonly scaleMax: number;
  readonly level: number;
}

function satisfactionFigures(box: SatisfactionBox) {
  return (input: SatisfactionInput): Figure => {
    const counts = countAnswers(input.x, { min: 1, max: input.scaleMax });
    const score = estimated(customerSatisfaction(counts, { box, level: input.level }));
    return {
      valid: score.n,
      missing: score.counts.skipped,
      // The source counts in hundredths.
      csat: 100 * score.value,
      wilsonLower: 100 * score.interval.low,
      wilsonUpper: 100 * score.interval.high,
      // The net of the best and the worst one, or three, is not ours.
      ...(box === 'top-two' && {
        netBox: 100 * estimated(customerSatisfaction(counts, { box: 'net' })).value,
      }),
    };
  };
}

function effortFigures(input: {
  x: Answers;
  scaleMin: number;
  scaleMax: number;
  level: number;
}): Figure {
  const { x, scaleMin: min, scaleMax: max, level } = input;
  const { n, value, interval } = estimated(
    customerEffort(countAnswers(x, { min, max }), { level }),
  );
  return { n, mean: value, lower: interval.low, upper: interval.high };
}

accountFor('scores', {
  computed: {
    'nps counts': promoterFigures,
    'nps raw': promoterFigures,
    'csat top-1-box': satisfactionFigures('top'),
    'csat top-2-box': satisfactionFigures('top-two'),
    'csat top-3-box': satisfactionFigures('top-three'),
    'ces mean': effortFigures,
  },
  leftOut: {
    'nps diff': 'run in compare/referenceFigures.test.ts',
    'weighted nps': 'run in weighting/referenceFigures.test.ts',
    'csat top-3-box scale=5': 'refused: the best three of five hold the middle; a case below',
  },
});

describe('the best three of five answers', () => {
  it('are refused, where the source counts the middle as satisfied', () => {
    const { x } = referenceCase('scores', 'csat top-3-box scale=5 n=60').input as SatisfactionInput;
    const counts = countAnswers(x, { min: 1, max: 5 });
    expect(() => customerSatisfaction(counts, { box: 'top-three' })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });
});

describe('the limits of the net promoter score', () => {
  const cases = referenceCases('scores').filter(({ name }) => /^nps (counts|raw)/.test(name));
  const limits = ({ expected }: ReferenceCase): { low: number; high: number; value: number } => {
    const { nps, adjWald3T } = expected as {
      nps: number;
      adjWald3T: { lower: number; upper: number };
    };
    return { low: adjWald3T.lower, high: adjWald3T.upper, value: nps };
  };

  it.each(cases.map((each) => [each.name, each] as const))(
    'are those of the source, cut at the ends of the scale: %s',
    (_, each) => {
      const { low, high, value } = limits(each);
      const expected = {
        low: Math.max(-100, Math.min(value, low)),
        high: Math.min(100, Math.max(value, high)),
      };
      const { interval } = promoterScore(each.input as PromoterInput);
      expectFigures({ ...each, expected }, { low: interval.low, high: interval.high });
    },
  );

  it.each(cases.map((each) => [each.name, each] as const))(
    'are, plain Wald, those of the source, cut at the ends of the scale: %s',
    (_, each) => {
      const { waldLower, waldUpper } = each.expected as Record<'waldLower' | 'waldUpper', number>;
      const expected = { low: Math.max(-100, waldLower), high: Math.min(100, waldUpper) };
      const { interval } = promoterScore(each.input as PromoterInput, netPromoterWald);
      expectFigures({ ...each, expected }, { low: interval.low, high: interval.high });
    },
  );

  it('differ from the source in 4 of 14 cases, all of a handful of answers in one class: 3 are cut, 1 is widened', () => {
    expect(cases).toHaveLength(14);
    const cut = cases.filter((each) => limits(each).low < -100 || limits(each).high > 100);
    expect(cut.map(({ name }) => name)).toEqual([
      'nps counts d=0 p=0 pr=5 level=0.95',
      'nps counts d=5 p=0 pr=0 level=0.9',
      'nps counts d=5 p=0 pr=0 level=0.95',
    ]);
    const widened = cases.filter((each) => {
      const { low, high, value } = limits(each);
      return value < low || value > high;
    });
    expect(widened.map(({ name }) => name)).toEqual(['nps counts d=0 p=0 pr=1 level=0.95']);
  });
});

describe('published.json, as far as it is about the metrics of a survey', () => {
  const about = /^(acsi|ces|csat|csi|mean|nps|weighted mean|wilson)/;
  const cases = referenceCases('published').filter(({ name }) => about.test(name));

  const computed: Readonly<Record<string, (input: never) => Figure>> = {
    'mean t-interval ex-095': ({ x }: { x: Answers }) =>
      [0.95, 0.9].map((level) => {
        const counts = countAnswers(x, { min: 1, max: 10 });
        const { interval } = estimated(meanRating(counts, { level }));
        return [interval.low, interval.high];
      }),
    // Of the three figures of this example only the mean is ours.
    'ces2 index vs mean vs percent-agree ex-097': ({ counts }: { counts: readonly number[] }) => {
      const ease = customerEffort({ scale: { min: 1, max: 7 }, perAnswer: counts });
      expect(ease.definition.version).toBe(2);
      return { mean: estimated(ease).value };
    },
    'nps.ci wald ex-039': shareLimits(netPromoterWald),
    'nps.ci score (Tango) ex-041': shareLimits(netPromoterTango),
    'wilson ex-030': incidentLimits,
    'wilson ex-031': incidentLimits,
    'wilson ex-032': incidentLimits,
  };
  const leftOut: Readonly<Record<string, string>> = {
    'nps.difference adjusted-wald ex-094': 'run in compare/referenceFigures.test.ts',
    'acsi.unweighted ex-043': 'run in dimensions/referenceFigures.test.ts',
    'acsi.weighted ex-044': 'run in dimensions/referenceFigures.test.ts',
    'csi.hill (importance-weighted) ex-045': 'run in dimensions/referenceFigures.test.ts',
    'csi.mineful TRAP ex-046': 'run in dimensions/referenceFigures.test.ts',
    'weighted mean linearization SE (svymean) ex-059': 'run in weighting/referenceFigures.test.ts',
  };

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
});

function incidentLimits({ x, n, conf }: { x: number; n: number; conf: number }): Figure {
  const counts = { scale: { min: 0, max: 1 }, perAnswer: [n - x, x] };
  const { interval } = estimated(incidentShare(counts, { level: conf }));
  return [interval.low, interval.high];
}
