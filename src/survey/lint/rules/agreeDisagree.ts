import { find, type WordingRule } from './wordingRule.ts';

const MESSAGE = 'asks for agreement, and people tend to agree whatever is said';

const SUGGESTION =
  'Ask about the thing itself: "How easy was it ...", with answers from very difficult to very easy.';

/** A question that asks for agreement. */
export const agreement: WordingRule = {
  id: 'agree-disagree',
  find: (text, words) => find(text, words.agreement, words.leading),
  message: (words) => `${words} ${MESSAGE}`,
  suggestion: SUGGESTION,
};

/** A label that states agreement; one label tells it for the whole scale. */
export const agreementLabel: WordingRule = {
  id: 'agree-disagree',
  find: (text, words) => find(text, words.agreementLabels).slice(0, 1),
  message: (words) => `the label ${words} ${MESSAGE}`,
  suggestion: SUGGESTION,
};
