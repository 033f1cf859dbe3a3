import type { ScoreDefinition } from '../types.ts';
import type { ChangeTest, ChangeVerdict, QuestionMeaning } from './types.ts';

/**
 * What a comparison comes to.
 *
 *     proven: adjusted p <= 1 - level, and test and difference point the same way
 *
 * They can point apart where pseudo-answers outweigh a difference next to none.
 *
 * @param definition - how both scores are made
 * @param difference - the later score less the earlier one
 * @param test - the test of it
 * @param level - the confidence level
 * @param asks - what the question asks for, where that is known
 */
export function changeVerdict(
  definition: ScoreDefinition,
  difference: number,
  test: ChangeTest,
  level: number,
  asks?: QuestionMeaning['asks'],
): ChangeVerdict {
  const isProven = test.adjustedPValue <= 1 - level && difference * test.statistic > 0;
  if (!isProven) return { verdict: 'no-proven-change' };
  const verdict = difference > 0 ? 'rose' : 'fell';
  // How much something matters, or should be, is neither good nor bad.
  if (asks === 'importance' || asks === 'expectation') return { verdict };
  return {
    verdict,
    forCustomers: difference > 0 === isHigherBetter(definition) ? 'better' : 'worse',
  };
}

function isHigherBetter(definition: ScoreDefinition): boolean {
  switch (definition.metric) {
    case 'net-promoter-score':
    case 'customer-satisfaction':
      return true;
    case 'incident-share':
      return false;
    case 'customer-effort':
    case 'mean-rating':
      return definition.direction === 'higher-is-better';
  }
}
