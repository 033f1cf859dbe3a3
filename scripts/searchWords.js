/**
 * A plugin of typedoc: words that people search for and the page they mean does not say, or says last.
 * They weigh more than a name.
 */
import { IndexEvent, ReflectionKind } from 'typedoc';

/** Guides before functions before types; a field of a type, of which there are thousands, after all that has a page. */
const BOOSTS = new Map([
  [ReflectionKind.Document, 3],
  [ReflectionKind.Function, 1.5],
]);

/** By name of the page, the words. */
export const SEARCH_WORDS = {
  netPromoterScore: 'nps promoter promoters detractor detractors',
  customerSatisfaction: 'csat',
  customerEffort: 'ces',
  'Step 5: the survey': 'weights weight weighting significance significant wave waves',
  'Step 1: critical moments': 'critical moment moments',
  chartAreas: 'trend trends',
  'Data in': 'csv excel qualtrics surveyjs typeform limesurvey import',
  'Scores by branch and month': 'branch month',
  'How far to trust the numbers': 'confidence interval accuracy',
  'A billion responses': 'sql duckdb postgres stream',
  'The playground': 'demo try online',
  'A result, as JSON': 'react chart json arrow',
  'Small groups': 'privacy anonymity suppression',
  'Words and reports': 'report html markdown',
};

/** @param {import('typedoc').Application} app */
export function searchWords(app) {
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    // So much, because hardly a page has any: the search weighs a field against its average length.
    event.searchFieldWeights['words'] = 1e5;
    const words = new Map(Object.entries(SEARCH_WORDS));
    event.searchResults.forEach((reflection, place) => {
      const ownPage = reflection.isDocument() || reflection.parent?.kind === ReflectionKind.Module;
      reflection.relevanceBoost = !ownPage ? 0.2 : (BOOSTS.get(reflection.kind) ?? 1);
      const found = words.get(reflection.name);
      const field = event.searchFields[place];
      if (!ownPage || found === undefined || field === undefined) return;
      field['words'] = found;
      if (!reflection.isReference()) words.delete(reflection.name);
    });
    for (const name of words.keys())
      app.logger.warn(`scripts/searchWords.js: no page is named ${name}`);
  });
}
