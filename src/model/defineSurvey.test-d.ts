import { assertType, expectTypeOf, it } from 'vitest';
import { defineCycle } from './defineCycle.ts';
import { defineSurvey } from './defineSurvey.ts';
import type { SatisfactionSurvey } from './survey.ts';

const scale = { min: 1, max: 5 } as const;
const leaving = defineSurvey({
  id: 'leaving',
  title: 'On leaving',
  questions: [
    {
      id: 'paying',
      text: 'How satisfied were you with the payment?',
      asks: 'satisfaction',
      about: { moment: 'pay' },
      scale,
    },
    { id: 'branch', text: 'Which branch?', asks: 'profile', choices: { n: 'North' } },
    { id: 'words', text: 'Anything else?', asks: 'comment', about: { area: 'hall' } },
  ],
});

it('makes the id of every question part of the type, and what questions are about', () => {
  expectTypeOf(leaving.questions[0]!.id).toEqualTypeOf<'paying' | 'branch' | 'words'>();
  expectTypeOf(leaving).toEqualTypeOf<
    SatisfactionSurvey<'paying' | 'branch' | 'words', 'pay', 'hall'>
  >();
});

it('gives a survey that serves wherever any survey does', () => {
  assertType<SatisfactionSurvey>(leaving);
});

it('lets a cycle check the moments and areas that it is about', () => {
  const pay = { id: 'pay', name: 'Pays', contact: 'staff' } as const;
  const areas = [{ id: 'hall', name: 'Hall' }] as const;
  const bank = defineCycle({ id: 'bank', name: 'Bank', areas, moments: [pay], survey: leaving });
  expectTypeOf(bank.survey.questions[0]!.id).toEqualTypeOf<'paying' | 'branch' | 'words'>();
  defineCycle({
    id: 'bank',
    name: 'Bank',
    areas,
    moments: [{ ...pay, id: 'paid' }],
    // @ts-expect-error -- no moment 'pay'
    survey: leaving,
  });
  // @ts-expect-error -- no area 'hall'
  defineCycle({ id: 'bank', name: 'Bank', moments: [pay], survey: leaving });
});

it('serves in any cycle where it is about the whole of it', () => {
  const questions = [{ id: 'again', text: 'How likely?', asks: 'recommendation', scale }] as const;
  const survey = defineSurvey({ id: 's', title: 'S', questions });
  expectTypeOf(survey).toEqualTypeOf<SatisfactionSurvey<'again', never, never>>();
  const moments = [{ id: 'pay', name: 'Pays', contact: 'staff' }] as const;
  defineCycle({ id: 'bank', name: 'Bank', moments, survey });
});

it('does not compile with an unknown key or kind of question', () => {
  const survey = { id: 's', title: 'S' } as const;
  const question = { id: 'q', text: 'Q' } as const;
  // @ts-expect-error -- 'nps' is nothing that a question asks for
  defineSurvey({ ...survey, questions: [{ ...question, asks: 'nps', scale }] });
  // @ts-expect-error -- 'dimention' is no key of a question
  defineSurvey({ ...survey, questions: [{ ...question, asks: 'effort', scale, dimention: 'd' }] });
  // @ts-expect-error -- a comment has no scale
  defineSurvey({ ...survey, questions: [{ ...question, asks: 'comment', scale }] });
  // @ts-expect-error -- 'choices' is missing
  defineSurvey({ ...survey, questions: [{ ...question, asks: 'profile' }] });
  // @ts-expect-error -- either a moment or an area
  defineSurvey({ ...survey, questions: [{ ...question, asks: 'effort', scale, about: {} }] });
});
