import { Model } from 'survey-core';

/** SurveyJS's own model, which reads definitions and answers without a page. */
export const SurveyJsModel: typeof Model = Model;
