import { parseSurvey } from './parseSurvey.ts';
import { type StandardSchema, standardResult } from './standardSchema.ts';
import type { SatisfactionSurvey } from './survey.ts';

/**
 * Reads a {@link SatisfactionSurvey} that stands on its own, for any library that takes Standard Schema
 * objects. It checks all that {@link parseSurvey} checks.
 *
 * @example
 * const result = surveySchema['~standard'].validate({ id: 's', title: 'On leaving', questions: [] });
 * result.issues?.map((issue) => issue.message);
 * // => ['questions: found a list of 0, expected a list with at least one member']
 * @see Standard Schema, https://standardschema.dev
 */
export const surveySchema: StandardSchema<SatisfactionSurvey> = {
  '~standard': {
    version: 1,
    vendor: 'service-cycle',
    validate: (input) => standardResult(parseSurvey(input)),
  },
};
