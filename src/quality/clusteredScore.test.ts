import { describe, expect, it } from 'vitest';
import { EXACT, REFERENCE } from '../../test/support/tolerances.ts';
import type { SatisfactionSurvey } from '../model/survey.ts';
import { studentTQuantile } from '../stats/distributions/studentT.ts';
import { wilsonLimits } from '../stats/intervals/wilsonInterval.ts';
import { scoreByGroup } from '../survey/score/scoreByGroup.ts';
import { scoreSurvey } from '../survey/score/scoreSurvey.ts';
import { scoreTally } from '../survey/score/scoreTally.ts';
import { mergeTallies } from '../survey/tally/mergeTallies.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { answersByPlace } from './answersByPlace.ts';
import { type ClusteredScore, clusteredScore } from './clusteredScore.ts';
import { intraclassCorrelation } from './intraclassCorrelation.ts';

const survey: SatisfactionSurvey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'cut', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'tell', text: 'Q', asks: 'recommendation', scale: { min: 0, max: 10 } },
  ],
};

type Row = Record<string, string | number>;

/** Shops of 20 customers, of whom so many are content. */
function shops(content: readonly number[], size = 20): Row[] {
  return content.flatMap((satisfied, shop) =>
    Array.from({ length: size }, (_, i) => ({
      shop: `shop ${shop}`,
      cut: i < satisfied ? 4 + (i % 2) : 1 + (i % 3),
      tell: i < satisfied ? 9 : 5 + (i % 4),
    })),
  );
}

function clustered(rows: readonly Row[], question = 'cut', minimumGroupSize = 5): ClusteredScore {
  return clusteredScore(scoreByGroup(survey, rows, { by: ['shop'], minimumGroupSize }), {
    question,
  });
}

const DIFFERENT = [4, 8, 12, 13, 15, 17, 19, 20];

describe('clusteredScore', () => {
  it('keeps the value and widens the interval by the design effect of what is scored', () => {
    const rows = shops(DIFFERENT);
    const scores = scoreByGroup(survey, rows, { by: ['shop'] });
    const plain = scores.questions[0]?.scores ?? [];
    const [share, mean] = clusteredScore(scores, { question: 'cut' }).scores;
    if (share?.kind !== 'estimate' || mean?.kind !== 'estimate') throw new Error('none');
    expect([share, mean].map(({ value }) => value)).toEqual(
      plain.map((score) => score.kind === 'estimate' && score.value),
    );
    // By hand: the correlation of 1 for satisfied and 0 for the others, 20 at each of 8 shops.
    const icc = intraclassCorrelation(
      DIFFERENT.map((count, at) => ({
        place: String(at),
        n: 20,
        mean: count / 20,
        variance: ((count / 20) * (1 - count / 20) * 20) / 19,
      })),
    );
    if (icc.kind !== 'estimate') throw new Error('none');
    const design = 1 + 19 * icc.value;
    expect(Math.abs(share.designEffect - design)).toBeLessThan(REFERENCE);
    expect(Math.abs(share.effectiveN - 160 / design)).toBeLessThan(REFERENCE);
    const t = -studentTQuantile(0.025, 7);
    const z = 1.959963984540054;
    const size = (160 / design) * (z / t) ** 2;
    const limits = wilsonLimits(size * share.value, size, z);
    expect(Math.abs(share.interval.low - limits.low)).toBeLessThan(REFERENCE);
    expect(Math.abs(share.interval.high - limits.high)).toBeLessThan(REFERENCE);
    expect(share.interval.method).toBe('wilson');
    const half = (mean.interval.high - mean.interval.low) / 2;
    const { places } = answersByPlace(scores, { question: 'cut' });
    const own = intraclassCorrelation(places);
    if (own.kind !== 'estimate') throw new Error('none');
    const answers = rows.map(({ cut }) => Number(cut));
    const average = answers.reduce((all, one) => all + one, 0) / 160;
    const variance = answers.reduce((all, one) => all + (one - average) ** 2, 0) / 159;
    const expected = t * Math.sqrt((variance * (1 + 19 * own.value)) / 160);
    expect(Math.abs(half - expected)).toBeLessThan(REFERENCE);
  });

  it('is the same as the plain score but for t where places are all alike', () => {
    const [share] = clustered(shops(Array.from({ length: 60 }, () => 12))).scores;
    const [plain] =
      scoreSurvey(survey, shops(Array.from({ length: 60 }, () => 12))).questions[0]?.scores ?? [];
    if (share?.kind !== 'estimate' || plain?.kind !== 'estimate') throw new Error('none');
    expect(share.designEffect).toBe(1);
    expect(share.interval.low).toBeLessThan(plain.interval.low);
    expect(plain.interval.low - share.interval.low).toBeLessThan(0.001);
  });

  it('scores whatever the question asks for, the net promoter score too', () => {
    const [score] = clustered(shops(DIFFERENT), 'tell').scores;
    if (score?.kind !== 'estimate') throw new Error('none');
    expect([score.unit, score.interval.method]).toEqual(['points', 'adjusted-wald']);
    const [plain] = scoreSurvey(survey, shops(DIFFERENT)).questions[1]?.scores ?? [];
    if (plain?.kind !== 'estimate') throw new Error('none');
    expect(score.value).toBe(plain.value);
    expect(score.interval.low).toBeLessThan(plain.interval.low);
    expect(score.interval.high).toBeGreaterThan(plain.interval.high);
  });

  it('takes each place for one answer where all answers of a place are the same', () => {
    const [share] = clustered(shops([20, 20, 0, 20, 0, 20], 20)).scores;
    if (share?.kind !== 'estimate') throw new Error('none');
    expect(Math.abs(share.effectiveN - 6)).toBeLessThan(EXACT);
    const same = shops([1, 1, 1, 1]).map((row) => ({ ...row, cut: 5 }));
    for (const score of clustered(same).scores) {
      if (score.kind !== 'estimate') throw new Error('none');
      expect(Math.abs(score.effectiveN - 4)).toBeLessThan(EXACT);
      expect(score.interval.low).toBeLessThan(score.value);
    }
  });

  it('needs no widening where every place has one answer', () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ shop: String(i), cut: 1 + (i % 5) }));
    const [share] = clustered(rows, 'cut', 1).scores;
    expect(share?.kind === 'estimate' && share.designEffect).toBe(1);
  });

  it('counts answers of places that are not shown, or of none, as one more place', () => {
    const rows = [...shops(DIFFERENT), { shop: 'small', cut: 5 }, { shop: 'small', cut: 1 }];
    const found = clustered([...rows, { cut: 3 }, { cut: 2 }]);
    const shown = answersByPlace(
      scoreByGroup(survey, [...rows, { cut: 3 }, { cut: 2 }], { by: ['shop'] }),
      { question: 'cut' },
    ).places;
    expect(found.places).toBe(shown.length);
    expect(found.elsewhere).toBe(164 - shown.reduce((all, { n }) => all + n, 0));
    expect(found.scores[0]?.n).toBe(164);
  });

  it('is the same from tallies of parts', () => {
    const rows = shops(DIFFERENT);
    const half = (from: number, to: number) =>
      tallyResponses(survey, rows.slice(from, to), { by: ['shop'] });
    const merged = scoreTally(survey, mergeTallies(half(0, 70), half(70, 160)));
    expect(clusteredScore(merged, { question: 'cut' })).toEqual(clustered(rows));
  });

  it('says why there is no score', () => {
    const reasons = ({ scores }: ClusteredScore) =>
      scores.map((score) => (score.kind === 'estimate' ? 'estimate' : score.reason));
    expect(reasons(clustered(shops([12])))).toEqual(['too-few-places', 'too-few-places']);
    expect(reasons(clustered([]))).toEqual(['no-answers', 'no-answers']);
    const silent = shops(DIFFERENT).map(({ shop = '' }) => ({ shop }));
    expect(reasons(clustered(silent))).toEqual(['no-answers', 'no-answers']);
    expect(reasons(clustered(shops([1], 3)))).toEqual(['suppressed']);
  });

  it('reads questions that inherit what they hold', () => {
    const scores = scoreByGroup(survey, shops(DIFFERENT), { by: ['shop'] });
    const questions = scores.questions.map((each) => Object.create(each) as typeof each);
    expect(clusteredScore({ ...scores, questions }, { question: 'cut' })).toEqual(
      clusteredScore(scores, { question: 'cut' }),
    );
  });

  it('refuses weights, scores of no or several keys, and what it does not know', () => {
    const rows = shops(DIFFERENT).map((row, i): Row => ({ ...row, w: 1 + (i % 2), town: i % 2 }));
    const weighted = scoreByGroup(survey, rows, { by: ['shop'], weight: 'w' });
    expect(() => clusteredScore(weighted, { question: 'cut' })).toThrow(
      /the weight of answers is "a weight"; expected none/,
    );
    expect(() => clusteredScore(scoreSurvey(survey, rows), { question: 'cut' })).toThrow(/one key/);
    const both = scoreByGroup(survey, rows, { by: ['shop', 'town'] });
    expect(() => clusteredScore(both, { question: 'cut' })).toThrow(/one key/);
    const scores = scoreByGroup(survey, rows, { by: ['shop'] });
    expect(() => clusteredScore(scores, { question: 'cat' })).toThrow(/options.question is "cat"/);
    expect(() => clusteredScore(scores, { question: 'cut', level: 95 })).toThrow(/level is 95/);
    expect(() => clusteredScore(scores, { question: 'cut', weight: 'w' } as never)).toThrow(
      /weight/,
    );
  });
});
