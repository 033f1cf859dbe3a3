/**
 * A plugin of typedoc: words that people search for and the page they mean does not say, or says last.
 * They weigh more than a name.
 */
import { IndexEvent } from 'typedoc';

/** By name of the page, the words. */
export const SEARCH_WORDS = {
  netPromoterScore: 'nps',
  customerSatisfaction: 'csat',
  customerEffort: 'ces',
  'Data in': 'csv excel qualtrics surveyjs typeform limesurvey import',
  'Scores by branch and month': 'nps by branch month',
  'How far to trust the numbers': 'confidence interval accuracy',
  'A billion responses': 'sql duckdb postgres stream',
  'The playground': 'demo try online',
  'A result, as JSON': 'react chart json arrow',
};

/** @param {import('typedoc').Application} app */
export function searchWords(app) {
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    // So much, because hardly a page has any: the search weighs a field against its average length.
    event.searchFieldWeights['words'] = 1e5;
    const words = new Map(Object.entries(SEARCH_WORDS));
    event.searchResults.forEach((reflection, place) => {
      const found = words.get(reflection.name);
      const field = event.searchFields[place];
      if (found !== undefined && field !== undefined) field['words'] = found;
      if (!reflection.isReference()) words.delete(reflection.name);
    });
  });
}
