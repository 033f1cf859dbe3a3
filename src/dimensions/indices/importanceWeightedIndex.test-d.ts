import { expectTypeOf, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { tallyJointly } from '../joint/tallyJointly.ts';
import type { JointTally } from '../joint/types.ts';
import { acsiForm } from './acsiForm.ts';
import { importanceWeightedIndex } from './importanceWeightedIndex.ts';

declare const survey: SatisfactionSurvey<'food' | 'rest' | 'need'>;
declare const stream: AsyncIterable<{ food: number }>;

const tally = tallyJointly(survey, [{ food: 5, branch: 'north' }]);

it('keys its results by the questions of the survey', () => {
  expectTypeOf(tally).toEqualTypeOf<JointTally<'food' | 'rest' | 'need'>>();
  const [part] = importanceWeightedIndex(tally).parts;
  expectTypeOf(part!.question).toEqualTypeOf<'food' | 'rest' | 'need'>();
  expectTypeOf(tallyJointly(survey, stream)).toEqualTypeOf<
    Promise<JointTally<'food' | 'rest' | 'need'>>
  >();
});

it('takes the importance of each question asked, or each given', () => {
  importanceWeightedIndex(tally, { items: [{ score: 'food', importance: 'need' }] });
  importanceWeightedIndex(tally, { items: [{ score: 'food', weight: 2 }] });
});

it('does not compile with some asked and some given, or with neither', () => {
  const asked = { score: 'food', importance: 'need' } as const;
  const given = { score: 'rest', weight: 2 } as const;
  // @ts-expect-error -- asked or given, not both
  importanceWeightedIndex(tally, { items: [asked, given] });
  // @ts-expect-error -- nothing weighs it
  importanceWeightedIndex(tally, { items: [{ score: 'food' }] });
});

it('does not compile with a misspelt question or form, or another number of questions than three', () => {
  // @ts-expect-error -- no question 'fod'
  importanceWeightedIndex(tally, { items: [{ score: 'fod', weight: 2 }] });
  // @ts-expect-error -- no form 'percent'
  importanceWeightedIndex(tally, { form: 'percent' });
  // @ts-expect-error -- no question 'rst'
  tallyJointly(survey, [], { questions: ['rst'] });
  // @ts-expect-error -- three questions
  acsiForm(tally, { questions: ['food', 'rest'] });
});
