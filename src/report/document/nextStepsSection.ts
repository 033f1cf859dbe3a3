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
  const parts = partsOf(review);
  const items = review.nextSteps.map((step) => {
    const text = stepInWords(speech, step);
    const why = whyOf(speech, step, parts);
    return why === '' ? text : speech.phrase('sentence', { about: text, text: why });
  });
  return {
    title: report.next,
    parts: items.length === 0 ? [paragraph(report.noneOpen)] : list(items, true),
  };
}

/** What steps rest on, by id. */
function partsOf({ areas, plans, requirements, criticalMoments }: Review) {
  const standards = requirements.requirements.flatMap((each) => each.standards);
  return {
    areas: new Map(areas.areas.map((each) => [each.area, each])),
    plans: new Map(plans?.chosen.map((each) => [each.plan, each])),
    standards: new Map(standards.map((each) => [each.standard, each])),
    moments: new Map(criticalMoments.moments.map((each) => [each.moment, each])),
  };
}

function whyOf(speech: Speech, step: NextStep, parts: ReturnType<typeof partsOf>): string {
  const [id = ''] = step.ids;
  switch (step.code) {
    case 'intervene-in-area':
    case 'plan-for-area':
    case 'measure-area': {
      const area = parts.areas.get(id);
      return joined(
        speech,
        (area?.reasons ?? []).map((reason) => reasonInWords(speech, reason)),
      );
    }
    case 'carry-out-plan': {
      const plan = parts.plans.get(id);
      return joined(
        speech,
        (plan?.reasons ?? []).map((reason) => planReasonInWords(speech, reason)),
      );
    }
    case 'mend-standard':
    case 'measure-standard': {
      const standard = parts.standards.get(id);
      return standard === undefined ? '' : standardInWords(speech, standard);
    }
    case 'settle-disagreement': {
      const moment = parts.moments.get(id);
      return joined(
        speech,
        (moment?.disagreements ?? []).map((one) => findingInWords(speech, one)),
      );
    }
    default:
      return '';
  }
}
