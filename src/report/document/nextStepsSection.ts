import type { NextStep, Review } from '../../review/types.ts';
import { findingInWords } from '../words/findingInWords.ts';
import { planReasonInWords } from '../words/planInWords.ts';
import { joined, reasonInWords } from '../words/reasonInWords.ts';
import type { Speech } from '../words/speech.ts';
import { standardInWords } from '../words/standardInWords.ts';
import { stepInWords } from '../words/stepInWords.ts';
import { list, paragraph, type Section } from './reportDocument.ts';

/** What to do next, the most urgent first, each with what it rests on. */
export function nextStepsSection(speech: Speech, review: Review): Section {
  const { report } = speech.words;
  const items = review.nextSteps.map((step) => {
    const text = stepInWords(speech, step);
    const why = whyOf(speech, step, review);
    return why === '' ? text : speech.phrase('sentence', { about: text, text: why });
  });
  return {
    title: report.next,
    parts: items.length === 0 ? [paragraph(report.noneOpen)] : list(items, true),
  };
}

function whyOf(speech: Speech, step: NextStep, review: Review): string {
  const [id] = step.ids;
  switch (step.code) {
    case 'intervene-in-area':
    case 'plan-for-area':
    case 'measure-area': {
      const area = review.areas.areas.find((one) => one.area === id);
      return joined(
        speech,
        (area?.reasons ?? []).map((reason) => reasonInWords(speech, reason)),
      );
    }
    case 'carry-out-plan': {
      const plan = review.plans?.chosen.find((one) => one.plan === id);
      return joined(
        speech,
        (plan?.reasons ?? []).map((reason) => planReasonInWords(speech, reason)),
      );
    }
    case 'mend-standard':
    case 'measure-standard': {
      const standard = review.requirements.requirements
        .flatMap(({ standards }) => standards)
        .find((one) => one.standard === id);
      return standard === undefined ? '' : standardInWords(speech, standard);
    }
    case 'settle-disagreement': {
      const moment = review.criticalMoments.moments.find((one) => one.moment === id);
      return joined(
        speech,
        (moment?.disagreements ?? []).map((one) => findingInWords(speech, one)),
      );
    }
    default:
      return '';
  }
}
