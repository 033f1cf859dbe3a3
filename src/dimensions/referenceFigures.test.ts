import { describe, expect, it } from 'vitest';
import {
  expectFigures,
  type Figure,
  referenceCase,
  referenceCases,
} from '../../test/support/reference.ts';
import type { SurveyResponse } from '../model/observations.ts';
import type { SatisfactionSurvey, Scale } from '../model/survey.ts';
import { countAnswers } from '../survey/answers/countAnswers.ts';
import { hundredPointMean } from '../survey/score/hundredPointMean.ts';
import { perceptionGap } from './gaps/perceptionGap.ts';
import { tallyGaps } from './gaps/tallyGaps.ts';
import { acsiForm } from './indices/acsiForm.ts';
import { importanceWeightedIndex } from './indices/importanceWeightedIndex.ts';
import type { IndexForm } from './indices/types.ts';
import { tallyJointly } from './joint/tallyJointly.ts';

type Answers = readonly (number | null)[];

/** The figure of a result that has one; a test of anything else should fail here. */
function figure<Found extends { kind: string }>(
  found: Found,
): Extract<Found, { kind: 'estimate' }> {
  if (found.kind !== 'estimate') throw new Error(`not estimable: ${JSON.stringify(found)}`);
  return found as Extract<Found, { kind: 'estimate' }>;
}

/** A survey of questions on one scale, and importance questions on 0 to 10, each about a moment of its own. */
function surveyOf(scores: number, importances: number, scale: Scale): SatisfactionSurvey {
  const question = (asks: 'satisfaction' | 'importance', on: Scale) => (_: unknown, i: number) => ({
    id: `${asks}${String(i)}`,
    text: 'Q',
    asks,
    about: { moment: `m${String(i)}` },
    scale: on,
  });
  return {
    id: 's',
    title: 'S',
    questions: [
      ...Array.from({ length: scores }, question('satisfaction', scale)),
      ...Array.from({ length: importances }, question('importance', { min: 0, max: 10 })),
    ],
  };
}

/** Two customers whose answers have these means: a source that prints means does not print answers. */
function twoWithMeans(
  asks: string,
  means: readonly number[],
  { min, max }: Scale,
): readonly [SurveyResponse, SurveyResponse] {
  const around = (mean: number, by: number): number =>
    mean > min && mean < max ? mean + by : mean;
  const one = (by: number): SurveyResponse =>
    Object.fromEntries(means.map((mean, i) => [`${asks}${String(i)}`, around(mean, by)]));
  return [one(-1), one(1)];
}

const TO_TEN = { min: 1, max: 10 };

function acsiOf({ means, weights }: { means: readonly number[]; weights?: readonly number[] }) {
  const tally = tallyJointly(surveyOf(3, 0, TO_TEN), twoWithMeans('satisfaction', means, TO_TEN));
  const [a, b, c] = weights ?? [];
  const given = a !== undefined && b !== undefined && c !== undefined;
  return figure(acsiForm(tally, given ? { weights: [a, b, c] } : {})).value;
}

interface HillInput {
  readonly weights: readonly number[];
  readonly scores: readonly number[];
  readonly scale?: readonly [number, number];
}

/** The index where customers are asked for the importance, and its mean is as the source says. */
function askedIndex({ weights, scores }: HillInput, form: IndexForm): number {
  const [one, two] = twoWithMeans('satisfaction', scores, TO_TEN);
  const [first, second] = twoWithMeans('importance', weights, { min: 0, max: 10 });
  const survey = surveyOf(scores.length, weights.length, TO_TEN);
  const tally = tallyJointly(survey, [
    { ...one, ...second },
    { ...two, ...first },
  ]);
  return figure(importanceWeightedIndex(tally, { form })).value;
}

/** The index with the source's own weights. */
function givenIndex({ weights, scores, scale: [min, max] = [1, 10] }: HillInput, form: IndexForm) {
  const scale = { min, max };
  const responses = twoWithMeans('satisfaction', scores, scale);
  const tally = tallyJointly(surveyOf(scores.length, 0, scale), responses);
  const items = weights.map((weight, i) => ({ score: `satisfaction${String(i)}`, weight }));
  return figure(importanceWeightedIndex(tally, { items, form })).value;
}

const DIMENSIONS = ['tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy'];

/** A hundred customers who expect 5 of 7, and whose mean gaps are these, to the hundredth. */
function servqual({ gaps, weights }: { gaps: readonly number[]; weights?: readonly number[] }) {
  const survey: SatisfactionSurvey = {
    id: 's',
    title: 'S',
    questions: DIMENSIONS.flatMap((dimension) => [
      ...(['perception', 'expectation'] as const).map((asks) => ({
        id: `${asks} ${dimension}`,
        text: 'Q',
        asks,
        dimension,
        scale: { min: 1, max: 7 },
      })),
      {
        id: `points ${dimension}`,
        text: 'Q',
        asks: 'importance' as const,
        dimension,
        scale: { min: 0, max: 100 },
      },
    ]),
  };
  const responses = Array.from(
    { length: 100 },
    (_, customer): SurveyResponse =>
      Object.fromEntries(
        DIMENSIONS.flatMap((dimension, i) => {
          const short = Math.round(-100 * (gaps[i] ?? 0));
          const gap = Math.floor(short / 100) + Number(customer < short % 100);
          return [
            [`expectation ${dimension}`, 5],
            [`perception ${dimension}`, 5 - gap],
            [`points ${dimension}`, weights?.[i] ?? 20],
          ];
        }),
      ),
  );
  const found = perceptionGap(tallyGaps(survey, responses, { weights: { from: 'allocation' } }));
  return { survey, responses, found };
}

describe('published.json, as far as it is about indices and gaps', () => {
  const about = /^(acsi|csi|servqual|ces2)/;
  const cases = referenceCases('published').filter(({ name }) => about.test(name));

  const computed: Readonly<Record<string, (input: never) => Figure>> = {
    'servqual.unweighted ex-023': (input: { gaps: readonly number[] }) =>
      figure(servqual(input).found.overall!.gap).value,
    'servqual.weighted ex-024': (input: { gaps: readonly number[]; weights: readonly number[] }) =>
      figure(servqual(input).found.weighted!.overall).value,
    'acsi.unweighted ex-043': acsiOf,
    'acsi.weighted ex-044': acsiOf,
    'csi.hill (importance-weighted) ex-045': (input: HillInput) => askedIndex(input, 'scale'),
    'csi.mineful TRAP ex-046': (input: HillInput) => givenIndex(input, 'share-of-range'),
    'ces2 index vs mean vs percent-agree ex-097': ({ counts }: { counts: readonly number[] }) => {
      const ease = hundredPointMean({ scale: { min: 1, max: 7 }, perAnswer: counts });
      return { mean: 1 + (6 * figure(ease).value) / 100 };
    },
  };

  it('has no case that is not computed, and no computation without a case', () => {
    expect(cases.map(({ name }) => name).toSorted()).toEqual(Object.keys(computed).toSorted());
  });

  it.each(cases.map((each) => [each.name, each] as const))('agrees: %s', (name, each) => {
    expectFigures(each, computed[name]!(each.input as never));
  });

  it('leaves out two figures of ex-097, which are shares of answers and no means', () => {
    const { expected } = referenceCase('published', 'ces2 index vs mean vs percent-agree ex-097');
    expect(Object.keys(expected as object)).toEqual(['mean', 'pctAgree5to7', 'index67minus123']);
  });

  it('gives -0.86 for the five gaps of ex-023, and -0.90 whether points are given or shared out', () => {
    const { input } = referenceCase('published', 'servqual.weighted ex-024');
    const { gaps, weights } = input as { gaps: number[]; weights: number[] };
    const { survey, responses, found } = servqual({ gaps, weights });
    expect(figure(found.overall!.gap).value.toFixed(2)).toBe('-0.86');
    expect(found.dimensions.map(({ gap }) => figure(gap).value.toFixed(2))).toEqual(
      gaps.map((gap) => gap.toFixed(2)),
    );
    const points = Object.fromEntries(DIMENSIONS.map((name, i) => [name, weights[i]!]));
    const given = perceptionGap(tallyGaps(survey, responses), { weights: points });
    expect(figure(given.weighted!.overall).value).toBeCloseTo(-0.9007, 9);
    expect(figure(found.weighted!.overall).value).toBeCloseTo(-0.9007, 9);
  });

  it('does not repeat the slip of ex-045: the page prints 6.01, having rounded 9.33 to 9.24', () => {
    const { input } = referenceCase('published', 'csi.hill (importance-weighted) ex-045');
    expect(askedIndex(input as HillInput, 'scale').toFixed(2)).toBe('6.03');
    expect(askedIndex(input as HillInput, 'share-of-maximum').toFixed(2)).toBe('60.33');
    expect(askedIndex(input as HillInput, 'share-of-range').toFixed(2)).toBe('55.93');
  });

  it('does not repeat the trap of ex-046: with weights that sum to 0.9 the page can never reach 100', () => {
    const { input } = referenceCase('published', 'csi.mineful TRAP ex-046');
    const { weights, scores } = input as HillInput;
    const printed = (100 / 7) * weights.reduce((sum, w, i) => sum + w * (scores[i]! - 1), 0);
    expect(printed.toFixed(2)).toBe('52.14');
    const best = (100 / 7) * weights.reduce((sum, w) => sum + w * 6, 0);
    expect(best.toFixed(2)).toBe('77.14');
    expect(givenIndex(input as HillInput, 'share-of-range').toFixed(2)).toBe('67.59');
  });
});

describe('scores.json, as far as it has a mean from 0 to 100', () => {
  const cases = referenceCases('scores').filter(({ name }) => name.startsWith('ces mean'));

  it.each(cases.map((each) => [each.name, each] as const))('agrees: %s', (_, each) => {
    const {
      x,
      scaleMin: min,
      scaleMax: max,
      level,
    } = each.input as {
      x: Answers;
      scaleMin: number;
      scaleMax: number;
      level: number;
    };
    const { n, value, interval } = figure(
      hundredPointMean(countAnswers(x, { min, max }), { level }),
    );
    const back = (from0to100: number): number => min + ((max - min) * from0to100) / 100;
    const survey: SatisfactionSurvey<'q'> = {
      id: 's',
      title: 'S',
      questions: [{ id: 'q', text: 'Q', asks: 'effort', scale: { min, max } }],
    };
    const tally = tallyJointly(
      survey,
      x.map((q) => ({ q })),
    );
    const index = (form: IndexForm) =>
      figure(importanceWeightedIndex(tally, { items: [{ score: 'q', weight: 1 }], form, level }));
    expectFigures(each, {
      n,
      lower: back(interval.low),
      upper: back(interval.high),
      mean0to100: value,
      meanPctOfMax: index('share-of-maximum').value,
    });
    const { interval: alone } = index('scale');
    expectFigures(each, { lower: alone.low, upper: alone.high });
  });
});

describe('means.json, the paired t interval', () => {
  it('is the interval of the gap of an item: R 4.2.2 stats::t.test(paired=TRUE)', () => {
    const each = referenceCase('means', 'paired t');
    const { x, y, level } = each.input as { x: number[]; y: number[]; level: number };
    const scale = { min: 0, max: 9.99, step: 0.01 };
    const survey: SatisfactionSurvey<'p' | 'e'> = {
      id: 's',
      title: 'S',
      questions: [
        { id: 'p', text: 'P', asks: 'perception', scale },
        { id: 'e', text: 'E', asks: 'expectation', scale },
      ],
    };
    const tally = tallyGaps(
      survey,
      x.map((p, i) => ({ p, e: y[i]! })),
    );
    const { value, interval } = figure(perceptionGap(tally, { level }).items[0]!.gap);
    expectFigures(each, { conf: [interval.low, interval.high], estimate: [value] });
  });
});
