import { find, type WordingRule } from './wordingRule.ts';

/** Words that leave no exception. */
export const absolute: WordingRule = {
  id: 'absolute',
  find: (text, words) => find(text, words.absolutes, words.notAbsolute),
  message: (words) => `${words} leaves no exception, so that few can say yes`,
  suggestion: 'Name what you want to know without it, or ask how often.',
};

/** Words for how often that everyone counts otherwise. */
export const vagueQuantifier: WordingRule = {
  id: 'vague-quantifier',
  find: (text, words) => find(text, words.vague, words.notVague),
  message: (words) => `${words} means something else to everyone`,
  suggestion: 'Give a number, or a stretch of time such as "in the last four weeks".',
};

/** Phrases that take for granted what was never asked. */
export const presupposing: WordingRule = {
  id: 'presupposing',
  find: (text, words) => find(text, words.presupposing),
  message: (words) => `${words} takes for granted what was not asked`,
  suggestion: 'Ask whether it was so first, or ask how it was and offer both directions.',
};

/** What would be if. */
export const hypothetical: WordingRule = {
  id: 'hypothetical',
  find: (text, words) => find(text, words.hypothetical, words.notHypothetical),
  message: (words) => `${words} asks what would be if, which people foretell badly`,
  suggestion: 'Ask what the customer did or met with.',
};

/** A year or more to look back on. */
export const longRecall: WordingRule = {
  id: 'long-recall',
  find: (text, words) => find(text, words.longRecall),
  message: (words) => `${words} is long to remember, unless the event is rare`,
  suggestion: 'Ask about the last visit, or about the last weeks.',
};
