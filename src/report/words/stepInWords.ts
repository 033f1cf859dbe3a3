import type { NextAction } from '../../plans/tracking/types.ts';
import type { NextStep } from '../../review/types.ts';
import type { Named, Speech } from './speech.ts';

/**
 * A next step in a sentence.
 *
 * @param of - what it is about; the names of its things when absent
 */
export function stepInWords(speech: Speech, step: NextStep | NextAction, of?: string): string {
  const sentence = speech.words.steps[step.code];
  if ('plan' in step) return speech.fill(sentence, { names: speech.quoted('plan', step.plan) });
  const kind = kindOfStep(step.code);
  const names = step.ids.map((id) => speech.anyName(id, kind));
  return speech.fill(sentence, { names: of ?? speech.list(names) });
}

/** What kind of thing a step names; of `complete-cycle` any kind. */
function kindOfStep(code: NextStep['code']): Named | undefined {
  switch (code) {
    case 'intervene-in-area':
    case 'plan-for-area':
    case 'measure-area':
      return 'area';
    case 'carry-out-plan':
    case 'settle-plans':
      return 'plan';
    case 'mend-standard':
    case 'measure-standard':
    case 'name-standard':
      return 'standard';
    case 'judge-moment':
    case 'settle-disagreement':
      return 'moment';
    case 'mend-survey-data':
      return 'question';
    case 'complete-cycle':
      return undefined;
  }
}
