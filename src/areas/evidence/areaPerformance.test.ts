import { describe, expect, it } from 'vitest';
import { answers, cycleOf, momentOf, scoresOf } from '../../../test/support/areaSketch.ts';
import { estimated } from '../../../test/support/estimated.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { About, Question, Rated } from '../../model/survey.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { scoreSurvey } from '../../survey/score/scoreSurvey.ts';
import type { SurveyScores } from '../../survey/score/surveyScores.ts';
import { prioritizeAreas } from '../prioritizeAreas.ts';
import { questionsByArea } from '../questionsByArea.ts';
import { areaPerformance } from './areaPerformance.ts';

const scale = { min: 1, max: 5 } as const;

function performanceIn(cycle: Cycle, scores: SurveyScores, level = 0.95) {
  return areaPerformance(questionsByArea(cycle, scores.questions).get('hall') ?? [], level);
}

function performanceOf(
  more: readonly Question[],
  counts: { readonly [question: string]: readonly number[] },
  level = 0.95,
) {
  const cycle = cycleOf([{ id: 'hall' }, { id: 'desk' }], more);
  return performanceIn(cycle, scoresOf(cycle, counts), level);
}

function question(id: string, asks: Rated, about?: About): Question {
  return { id, text: id, asks, scale, ...(about && { about }) };
}

const hall = { area: 'hall' } as const;

describe('areaPerformance', () => {
  it('is the share of answers above the middle, over the questions about the area and its moments', () => {
    const { performance, questions } = performanceOf(
      [question('area', 'satisfaction', hall), question('moment', 'effort', { moment: 'at hall' })],
      { area: [0, 0, 0, 10, 20], moment: [10, 0, 10, 10, 0] },
    );
    expect(performance).toMatchObject({ value: 40 / 60, unit: 'share', basis: 'measured' });
    expect(questions.map((one) => [one.question, estimated(one.favourableShare).value])).toEqual([
      ['moment', 1 / 3],
      ['area', 1],
    ]);
  });

  it('does not count the middle answer as favourable', () => {
    const { performance } = performanceOf([question('q', 'satisfaction', hall)], {
      q: [0, 0, 30, 10, 0],
    });
    expect(estimated(performance).value).toBe(0.25);
  });

  it('takes low answers as favourable on a reversed scale', () => {
    const effort: Question = {
      id: 'q',
      text: 'Q',
      asks: 'effort',
      about: hall,
      scale: { ...scale, reversed: true },
    };
    expect(estimated(performanceOf([effort], { q: [30, 0, 0, 0, 10] }).performance).value).toBe(
      0.75,
    );
  });

  it('counts a customer who answered two questions once, not twice, in its interval', () => {
    const { performance } = performanceOf(
      [question('a', 'satisfaction', hall), question('b', 'satisfaction', hall)],
      { a: answers(30, 10), b: answers(15, 15) },
    );
    const { n, value, interval } = estimated(performance);
    expect(n).toBe(40);
    expect(value).toBe(45 / 70);
    const { low, high } = wilsonInterval(value * 40, 40);
    expect(interval).toMatchObject({ low, high, method: 'wilson' });
  });

  it.each<Rated>(['incident', 'importance', 'expectation'])(
    'hears nothing about how an area does from a question that asks for %s',
    (asks) => {
      const { performance, questions } = performanceOf([question('q', asks, hall)], {
        q: answers(30, 10),
      });
      expect(performance).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
      expect(questions).toEqual([]);
    },
  );

  it('hears of those who would recommend: 7 to 10 are favourable, since 6 makes a detractor', () => {
    const asked = {
      ...question('q', 'recommendation', hall),
      scale: { min: 0, max: 10 },
    } as Question;
    const { performance } = performanceOf([asked], { q: [1, 0, 0, 0, 0, 2, 3, 4, 0, 5, 6] });
    expect(performance).toMatchObject({ value: 15 / 21, n: 21 });
    const turned = { ...asked, scale: { min: 0, max: 10, reversed: true } } as Question;
    const back = performanceOf([turned], { q: [6, 5, 0, 4, 3, 2, 0, 0, 0, 0, 1] });
    expect(back.performance).toMatchObject({ value: 15 / 21 });
  });

  it.each<Rated>(['satisfaction', 'effort', 'perception'])(
    'hears it from a question that asks for %s',
    (asks) => {
      const { performance } = performanceOf([question('q', asks, hall)], { q: answers(30, 10) });
      expect(estimated(performance).value).toBe(0.75);
    },
  );

  it('hears nothing from questions about another area, a moment of none, or the whole cycle', () => {
    const { performance } = performanceOf(
      [
        question('other', 'satisfaction', { area: 'desk' }),
        question('its moment', 'satisfaction', { moment: momentOf('desk') }),
        question('between', 'satisfaction', { moment: 'between' }),
        question('all', 'satisfaction'),
      ],
      {
        other: answers(0, 99),
        'its moment': answers(0, 99),
        between: answers(0, 99),
        all: answers(0, 99),
      },
    );
    expect(performance).toMatchObject({ kind: 'not-estimable', reason: 'no-answers' });
  });

  it('says that nobody answered, rather than that nobody was satisfied', () => {
    const { performance, questions } = performanceOf([question('q', 'satisfaction', hall)], {});
    expect(performance).toEqual({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
    expect(questions).toMatchObject([
      { question: 'q', favourableShare: { kind: 'not-estimable', reason: 'no-answers' } },
    ]);
  });

  it('puts the worst question first, and by id where two are as bad', () => {
    const { questions } = performanceOf(
      ['d', 'b', 'c', 'a'].map((id) => question(id, 'satisfaction', hall)),
      { a: answers(20, 20), b: answers(40, 0), c: answers(0, 40), d: answers(20, 20) },
    );
    expect(questions.map((one) => one.question)).toEqual(['c', 'a', 'd', 'b']);
  });

  it('puts the worst question first even when one in between was answered by nobody', () => {
    const { questions } = performanceOf(
      ['a', 'b', 'c'].map((id) => question(id, 'satisfaction', hall)),
      { a: answers(36, 4), c: answers(4, 36) },
    );
    const answered = questions.filter((one) => one.favourableShare.kind === 'estimate');
    expect(answered.map((one) => one.question)).toEqual(['c', 'a']);
  });

  it('gives every interval the level that was asked for', () => {
    const { performance, questions } = performanceOf(
      [question('q', 'satisfaction', hall)],
      { q: answers(30, 10) },
      0.8,
    );
    expect(estimated(performance).interval.level).toBe(0.8);
    for (const { favourableShare } of questions) {
      expect(estimated(favourableShare).interval.level).toBe(0.8);
    }
  });

  describe('of weighted answers', () => {
    const survey = {
      id: 's',
      title: 's',
      questions: [question('q', 'satisfaction', hall), question('m', 'importance', hall)],
    } as const;
    const cycle = { ...cycleOf([{ id: 'hall' }, { id: 'desk' }]), survey };
    const wave = (young: number, old: number) => [
      ...Array.from({ length: 800 }, (_, i) => ({ q: i < young * 10 ? 5 : 2, w: 0.25 })),
      ...Array.from({ length: 200 }, (_, i) => ({ q: i < old * 10 ? 5 : 2, w: 4 })),
    ];

    it('is the weighted share, of as many answers as tell as much', () => {
      const scores = scoreSurvey(survey, wave(40, 14), { weight: 'w' });
      const { performance, questions } = performanceIn(cycle, scores);
      const weighted = estimated(questions[0]!.favourableShare);
      expect(weighted.value).toBeCloseTo(0.66, 12);
      expect(performance).toEqual(weighted);
      const box = estimated(scores.questions[0]!.scores[0]);
      expect(weighted).toMatchObject({
        n: 1000,
        effectiveN: scores.questions[0]!.scores[0].effectiveN,
      });
      expect(weighted.interval.low).toBeCloseTo(box.interval.low, 12);
      expect(weighted.interval.high).toBeCloseTo(box.interval.high, 12);
    });

    it('falls where the weighted share falls, though more people are favourable', () => {
      const [earlierScores, scores] = [wave(40, 14), wave(60, 8)].map((rows) =>
        scoreSurvey(survey, rows, { weight: 'w' }),
      );
      const [area] = prioritizeAreas(cycle, {
        scores: scores!,
        earlierScores: earlierScores!,
      }).areas;
      expect(area).toMatchObject({ area: 'hall', level: 'intervene-now' });
      const trend = area!.reasons.find(({ code }) => code === 'trend-deteriorated');
      expect(trend?.code === 'trend-deteriorated' && trend.change.value).toBeCloseTo(-0.19, 12);
    });

    it('is judged only by as many answers of equal weight as it takes', () => {
      const rows = Array.from({ length: 100 }, (_, i) => ({
        q: i % 2 ? 5 : 1,
        w: i < 4 ? 1000 : 1,
      }));
      const scores = scoreSurvey(survey, rows, { weight: 'w' });
      const area = prioritizeAreas(cycle, { scores }).areas.find((one) => one.area === 'hall');
      expect(area?.level).toBe('measure-first');
      expect(area?.reasons[0]).toMatchObject({ code: 'too-few-answers', minimumAnswers: 30 });
    });

    it('weighs what customers say matters, too', () => {
      const rows = [
        ...Array.from({ length: 80 }, () => ({ m: 2, w: 0.25 })),
        ...Array.from({ length: 20 }, () => ({ m: 5, w: 4 })),
      ];
      const scores = scoreSurvey(survey, rows, { weight: 'w' });
      const [area] = prioritizeAreas(cycle, { scores }).areas.filter((one) => one.importance);
      expect(area?.importance?.value).toBeCloseTo((2 * 20 + 5 * 80) / 100, 12);
    });

    it('is the plain one where every weight is 1', () => {
      const rows = wave(40, 14).map(({ q }) => ({ q, w: 1 }));
      const plain = performanceIn(cycle, scoreSurvey(survey, rows)).performance;
      const weighted = scoreSurvey(survey, rows, { weight: 'w' });
      const { performance } = performanceIn(cycle, weighted);
      expect(performance).toMatchObject(plain);
    });
  });
});
