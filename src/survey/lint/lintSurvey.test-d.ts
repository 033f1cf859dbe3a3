import { expectTypeOf, it } from 'vitest';
import { lintSurvey } from './lintSurvey.ts';

const survey = {
  id: 's',
  title: 'S',
  questions: [{ id: 'why', text: 'Why?', asks: 'comment', about: { moment: 'pay' } }],
} as const;

it('keeps the ids of the questions', () => {
  expectTypeOf(lintSurvey(survey).hits[0]!.question).toEqualTypeOf<'why'>();
});

it('knows its rules by name', () => {
  lintSurvey(survey, { off: ['absolute', 'no-middle'] });
  // @ts-expect-error there is no such rule
  lintSurvey(survey, { off: ['absolutes'] });
});

it('has a span where words were hit, and not elsewhere', () => {
  const [hit] = lintSurvey(survey).hits;
  if (hit?.kind === 'wording') expectTypeOf(hit.span.start).toEqualTypeOf<number>();
  // @ts-expect-error an order has no span
  if (hit?.kind === 'order') expectTypeOf(hit.span).toBeAny();
});
