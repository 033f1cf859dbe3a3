import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { defineSurvey } from './defineSurvey.ts';
import { parseCycle } from './parseCycle.ts';

const LAST = { id: 'last', text: 'Anything else?', asks: 'comment' } as const;

describe('defineSurvey', () => {
  it('throws the one error with every fault, where the compiler could not see it', () => {
    const define = (): unknown =>
      defineSurvey({
        id: 's',
        title: ' ',
        questions: [LAST, { ...LAST, asks: 'effort', scale: { min: 1, max: 5, step: 3 } }],
      });
    expect(define).toThrow(ServiceCycleError);
    expect(define).toThrow(
      'This is not a survey:\n- title: found " ", expected a text that is not blank',
    );
    try {
      define();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'invalid-survey',
        issues: [
          { path: ['title'] },
          { path: ['questions', 1, 'scale'] },
          { code: 'duplicate-id', path: ['questions', 1, 'id'] },
        ],
      });
    }
  });

  it('gives a copy, so that a later change of the literal does not reach the survey', () => {
    const question = { id: 'last', text: 'Anything else?', asks: 'comment' as const };
    const survey = defineSurvey({ id: 's', title: 'S', questions: [question] });
    question.text = 'changed';
    expect(survey.questions[0]?.text).toBe('Anything else?');
  });

  it('leaves it to the cycle whether the moments it asks about exist', () => {
    const questions = [{ ...LAST, about: { moment: 'pay' } }] as const;
    const survey = defineSurvey({ id: 's', title: 'S', questions });
    const moments = [{ id: 'wait', name: 'Waits', contact: 'none' }];
    const result = parseCycle({ id: 'c', name: 'C', moments, survey });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'survey.questions[0].about.moment: there is no moment "pay", expected "wait"',
    ]);
  });
});
