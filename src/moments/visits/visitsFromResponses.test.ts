import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { NOT_APPLICABLE } from '../../model/observations.ts';
import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { incidentEffectOf } from '../incidents/incidentEffectOf.ts';
import type { MomentTally } from './countTypes.ts';
import { tallyVisits } from './tallyVisits.ts';
import { visitsFromResponses } from './visitsFromResponses.ts';

const FIVE = { min: 1, max: 5 };

function question(id: string, rest: Partial<RatedQuestion>): RatedQuestion {
  return { id, text: id, asks: 'satisfaction', scale: FIVE, ...rest };
}

function surveyOf(...questions: readonly RatedQuestion[]): SatisfactionSurvey {
  return { id: 'leaving', title: 'On leaving', questions };
}

const line = question('line', { about: { moment: 'queue' } });
const cashier = question('cashier', { about: { moment: 'pay' } });
const mistake = question('mistake', {
  asks: 'incident',
  about: { moment: 'pay' },
  scale: { min: 0, max: 1 },
});
const all = question('all', { scale: { min: 1, max: 7 } });
const recommend = question('recommend', { asks: 'recommendation', scale: { min: 0, max: 10 } });

describe('visitsFromResponses', () => {
  it('takes ratings, incidents and the outcome from the questions that ask for them', () => {
    const { visits, scales } = visitsFromResponses(
      surveyOf(line, cashier, mistake, recommend, all),
      [
        { line: 2, cashier: 5, mistake: 1, all: 6, recommend: 9 },
        { line: 4, cashier: NOT_APPLICABLE, mistake: 0, all: null },
        {},
      ],
    );
    expect([...visits]).toEqual([
      {
        moments: { queue: { rating: 2, incident: null }, pay: { rating: 5, incident: true } },
        overall: 6,
      },
      {
        moments: {
          queue: { rating: 4, incident: null },
          pay: { rating: NOT_APPLICABLE, incident: false },
        },
        overall: null,
      },
      {
        moments: { queue: { rating: undefined, incident: null }, pay: { incident: null } },
        overall: undefined,
      },
    ]);
    expect(scales).toEqual({
      ratingScale: { min: 1, max: 5, step: 1 },
      overallScale: { min: 1, max: 7, step: 1 },
      reportsFrom: 'questionnaire',
    });
  });

  it('takes the recommendation where satisfaction is not asked overall', () => {
    const { visits, scales } = visitsFromResponses(surveyOf(recommend), [{ recommend: 3 }]);
    expect([...visits]).toEqual([{ moments: {}, overall: 3 }]);
    expect(scales).toEqual({ overallScale: { min: 0, max: 10, step: 1 } });
  });

  it('turns reversed scales round, so that high is good', () => {
    const reversed = { ...FIVE, reversed: true };
    const survey = surveyOf(
      { ...line, scale: { ...reversed, notApplicable: [9] } },
      cashier,
      { ...mistake, scale: { min: 0, max: 1, reversed: true } },
      { ...all, scale: reversed },
    );
    const { visits, scales } = visitsFromResponses(survey, [
      { line: 1, cashier: 5, mistake: 0, all: 2 },
      { line: 9, cashier: 9, mistake: 1, all: 7 },
    ]);
    expect([...visits]).toEqual([
      {
        moments: { queue: { rating: 5, incident: null }, pay: { rating: 5, incident: true } },
        overall: 4,
      },
      {
        moments: {
          queue: { rating: NOT_APPLICABLE, incident: null },
          pay: { rating: 9, incident: false },
        },
        overall: 7,
      },
    ]);
    expect(scales.overallScale).toEqual({ min: 1, max: 5, step: 1 });
  });

  it('reads the questions chosen and no others', () => {
    const ease = question('ease', { asks: 'effort', about: { moment: 'queue' } });
    const survey = surveyOf(line, ease, cashier, all, recommend);
    const { visits } = visitsFromResponses(survey, [{ line: 1, ease: 4, all: 7, recommend: 2 }], {
      questions: ['ease', 'recommend'],
    });
    expect([...visits]).toEqual([
      { moments: { queue: { rating: 4, incident: null } }, overall: 2 },
    ]);
  });

  it('leaves out questions about areas, and those on what is expected or matters', () => {
    const survey = surveyOf(
      question('area', { about: { area: 'desk' } }),
      question('hoped', { asks: 'expectation', about: { moment: 'pay' } }),
      question('matters', { asks: 'importance', about: { moment: 'pay' } }),
    );
    const { visits, scales } = visitsFromResponses(survey, [{ area: 1, hoped: 2, matters: 3 }]);
    expect([...visits]).toEqual([{ moments: {} }]);
    expect(scales).toEqual({});
  });

  it('takes the worst of several answers about a moment, and says which questions it read', () => {
    const again = question('again', { about: { moment: 'queue' } });
    const slip = { ...mistake, id: 'slip' };
    const survey = surveyOf(line, again, mistake, slip, all);
    const { visits, questions, scales } = visitsFromResponses(survey, [
      { line: 5, again: 2, mistake: 0, slip: 1 },
      { line: 4, again: null, mistake: null, slip: 0 },
      { line: NOT_APPLICABLE, again: 3, mistake: null, slip: null },
      { line: 1, again: 7, mistake: 2, slip: 0 },
      { line: null, again: NOT_APPLICABLE, mistake: 2, slip: 1 },
    ]);
    const told = [...visits].map(({ moments }) => [
      moments['queue']?.rating,
      moments['pay']?.incident,
    ]);
    expect(told).toEqual([
      [2, true],
      [4, false],
      [3, null],
      [7, 2],
      [NOT_APPLICABLE, true],
    ]);
    expect(questions).toEqual({
      moments: [
        { moment: 'queue', ratings: ['line', 'again'], incidents: [] },
        { moment: 'pay', ratings: [], incidents: ['mistake', 'slip'] },
      ],
      problems: [],
      overall: 'all',
    });
    expect(scales.ratingScale).toEqual({ min: 1, max: 5, step: 1 });
  });

  it('finds the effect of the second question about a moment, which alone goes with the outcome', () => {
    const look = question('look', { about: { moment: 'm' } });
    const wait = question('wait', { about: { moment: 'm' } });
    const whole = question('whole', {});
    const rows = Array.from({ length: 400 }, (_, i) =>
      i % 4 === 0 ? { look: 5, wait: 1, whole: 1 } : { look: 5, wait: 5, whole: 5 },
    );
    const cycle: Cycle = { id: 'c', name: 'C', moments: [{ id: 'm', name: 'M', contact: 'none' }] };
    const { visits, scales } = visitsFromResponses(surveyOf(look, wait, whole), rows);
    const effect = incidentEffectOf(tallyVisits(cycle, visits, scales).moments[0] as MomentTally);
    expect(effect.kind === 'estimate' && effect.riskDifference.value).toBe(1);
  });

  it('reads a detractor of a moment as a low rating, and a promoter as a high one', () => {
    const desk = question('desk', {
      asks: 'recommendation',
      about: { moment: 'pay' },
      scale: { min: 0, max: 10 },
    });
    const { visits, scales } = visitsFromResponses(surveyOf(desk), [{ desk: 6 }]);
    expect([...visits]).toEqual([{ moments: { pay: { rating: 6, incident: null } } }]);
    expect(scales).toEqual({
      ratingScale: { min: 0, max: 10, step: 1 },
      lowUpTo: 6,
      highFrom: 9,
    });
  });

  it('tells low, in between and high where questions take different answers', () => {
    const desk = question('desk', {
      asks: 'recommendation',
      about: { moment: 'pay' },
      scale: { min: 0, max: 10 },
    });
    const ease = question('ease', {
      asks: 'effort',
      about: { moment: 'queue' },
      scale: { min: 1, max: 7, reversed: true },
    });
    const { visits, scales } = visitsFromResponses(surveyOf(line, ease, desk), [
      { line: 5, ease: 1, desk: 9 },
      { line: 4, ease: 5, desk: 6 },
      { line: 2, ease: 1, desk: 7 },
      { line: 5, ease: 4, desk: 3.5 },
      { line: 3, ease: null, desk: 8 },
    ]);
    const told = [...visits].map(({ moments }) => [
      moments['queue']?.rating,
      moments['pay']?.rating,
    ]);
    expect(told).toEqual([
      [3, 3],
      [1, 1],
      [1, 2],
      [2, '3.5'],
      [2, 2],
    ]);
    expect(scales).toEqual({ ratingScale: { min: 1, max: 3, step: 1 } });
  });

  it('refuses two questions about the whole cycle, and names both', () => {
    const once = question('once', {});
    expect(() => visitsFromResponses(surveyOf(all, once), [])).toThrow(
      /found "all" and "once", both about the whole cycle/,
    );
  });

  it('reads a problem of the whole visit, and what became of it where there was one', () => {
    const ever = question('ever', { asks: 'incident', scale: { min: 0, max: 1 } });
    const survey = surveyOf(ever, all);
    const responses = [
      { ever: 1, all: 2, told: 1, mended: 0, often: 2, after: 30 },
      { ever: 1, all: 4, told: false },
      { ever: 0, all: 5, told: 1 },
      { ever: null, all: 5, told: 1 },
      { ever: 1, all: 1, told: 'maybe', mended: NOT_APPLICABLE },
    ];
    const problem = {
      complained: 'told',
      recovered: 'mended',
      times: 'often',
      answeredAfterHours: 'after',
    };
    const { visits, questions, scales } = visitsFromResponses(survey, responses as never[], {
      problem,
    });
    const NOTHING = { recovered: undefined, times: undefined, answeredAfterHours: undefined };
    expect([...visits].map((visit) => visit.problem)).toEqual([
      { complained: true, recovered: false, times: 2, answeredAfterHours: 30 },
      { ...NOTHING, complained: false },
      false,
      null,
      { ...NOTHING, complained: 'maybe', recovered: null },
    ]);
    expect(questions).toEqual({ moments: [], problems: ['ever'], overall: 'all' });
    expect(scales.reportsFrom).toBeUndefined();
    const cycle = {
      id: 'c',
      name: 'C',
      moments: [{ id: 'm', name: 'M', contact: 'none' }],
    } as const;
    const { problems, issues } = tallyVisits(cycle, visits, scales);
    expect(problems.complained.notRecovered.dissatisfied).toBe(1);
    expect(problems.complaints).toBe(2);
    expect(issues.map(({ code }) => code)).toEqual(['invalid-complained']);
    expect([...visitsFromResponses(survey, responses as never[]).visits][0]?.problem).toBe(true);
  });

  it('refuses keys of a problem that nothing asks about, misspelt ones, and what is no key', () => {
    const ever = question('ever', { asks: 'incident', scale: { min: 0, max: 1 } });
    const read =
      (problem: object, ...questions: RatedQuestion[]) =>
      () =>
        visitsFromResponses(surveyOf(all, ...questions), [], { problem });
    expect(read({ complained: 'told' })).toThrow(/problem is .* expected none without a question/);
    expect(read({ complaint: 'told' }, ever)).toThrow(/a key of problem is "complaint"/);
    expect(read({ complained: 3 }, ever)).toThrow(/problem.complained is 3; expected a text/);
  });

  it('refuses to read chosen questions that tell of no visit', () => {
    const hoped = question('hoped', { asks: 'expectation', about: { moment: 'pay' } });
    const desk = question('desk', { about: { area: 'desk' } });
    const survey = surveyOf(line, hoped, desk);
    for (const id of ['hoped', 'desk']) {
      expect(() => visitsFromResponses(survey, [], { questions: [id] })).toThrow(
        expect.objectContaining({
          code: 'invalid-argument',
          message: expect.stringContaining(`a question is "${id}"`) as string,
        }),
      );
    }
    expect(() => visitsFromResponses(survey, [], { questions: ['lin'] })).toThrow(
      expect.objectContaining({
        code: 'unknown-id',
        message: expect.stringContaining('"line", "hoped" or "desk"') as string,
      }),
    );
  });

  it('hands on what cannot be read, so that the tally names it', () => {
    const hostile = [null, { line: 11, mistake: 2, cashier: 'good' }] as never[];
    const { visits } = visitsFromResponses(surveyOf(line, cashier, mistake), hostile);
    expect([...visits]).toEqual([
      null,
      { moments: { queue: { rating: 11, incident: null }, pay: { rating: 'good', incident: 2 } } },
    ]);
  });

  it('can be read twice when the responses can', () => {
    const { visits } = visitsFromResponses(surveyOf(all), [{ all: 3 }]);
    expect([...visits]).toEqual([...visits]);
    expect([...visits]).toHaveLength(1);
  });

  it('reads a stream response by response, and passes its error on', async () => {
    const seen: number[] = [];
    async function* broken(): AsyncGenerator<{ all: number }> {
      yield await Promise.resolve({ all: 3 });
      throw new TypeError('the line is dead');
    }
    const { visits } = visitsFromResponses(surveyOf(all), broken());
    const reading = async (): Promise<void> => {
      for await (const { overall } of visits) seen.push(Number(overall));
    };
    await expect(reading()).rejects.toThrow(new TypeError('the line is dead'));
    expect(seen).toEqual([3]);
  });

  it.each([
    { min: 1, max: NaN },
    { min: 5, max: 1 },
  ])('refuses a question on the scale %o', (scale) => {
    for (const odd of [all, line, mistake]) {
      expect(() => visitsFromResponses(surveyOf({ ...odd, scale }), [])).toThrow(
        expect.objectContaining({ code: 'wrong-scale' }),
      );
    }
  });
});
