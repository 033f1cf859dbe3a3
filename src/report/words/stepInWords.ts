import type { NextAction } from '../../plans/tracking/types.ts';
import type { NextStep } from '../../review/types.ts';
import { kindOfFinding } from './findingInWords.ts';
import type { Named, Speech } from './speech.ts';

/** What to do next with a plan that is tracked, in the sentence for it. */
export function actionInWords(speech: Speech, { plan }: NextAction, sentence: string): string {
  return speech.fill(sentence, { names: speech.quoted('plan', plan) });
}

/** A next step in a sentence, without what it rests on. */
export function stepInWords(speech: Speech, step: NextStep): string {
  const sentence = speech.words.steps[step.code];
  const { code, ids, finding } = step;
  const kind = finding === undefined ? kindOfStep(code) : kindOfFinding(finding);
  const names = speech.list(ids.map((id) => speech.anyName(id, kind)));
  const lacking = finding && speech.fill(speech.words.findings[finding], { names });
  return speech.fill(sentence, { names: lacking ?? names });
}

/** What kind of thing of the cycle a step names; of `complete-cycle` any kind, of a service plan none. */
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
    case 'mend-internal-standard':
    case 'measure-standard':
    case 'name-standard':
      return 'standard';
    case 'cover-hours':
    case 'judge-moment':
    case 'settle-disagreement':
      return 'moment';
    case 'mend-survey-data':
      return 'question';
    case 'train-people':
      return 'training';
    case 'complete-cycle':
    case 'review-service-plan':
    case 'complete-service-plan':
      return undefined;
  }
}
