import { describe, expect, it } from 'vitest';
import { parseSurvey } from './parseSurvey.ts';
import { surveySchema } from './surveySchema.ts';

describe('surveySchema', () => {
  it('follows the Standard Schema specification', () => {
    const { version, vendor, validate } = surveySchema['~standard'];
    expect([version, vendor, typeof validate]).toEqual([1, 'service-cycle', 'function']);
  });

  it('gives the value or the issues that parseSurvey gives', () => {
    const question = { id: 'q', text: 'Anything else?', asks: 'comment' };
    const good = { id: 's', title: 'S', questions: [question] };
    expect(surveySchema['~standard'].validate(good)).toEqual({ value: good });
    const bad = { ...good, questions: [question, question] };
    expect(surveySchema['~standard'].validate(bad)).toEqual({
      issues: (parseSurvey(bad) as { issues: unknown }).issues,
    });
  });
});
