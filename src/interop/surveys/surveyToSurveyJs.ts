import { checkScale } from '../../model/checkScale.ts';
import { checkSurveyTexts } from '../../model/checkShapes.ts';
import type { LocalizedText } from '../../model/localizedText.ts';
import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import type { Question, SatisfactionSurvey } from '../../model/survey.ts';
import { dataText } from '../../shared/dataText.ts';
import { importLog } from '../reading/importLog.ts';
import { KEPT_BESIDE, localized, questionsOfElement } from './surveyFromSurveyJs.ts';

/** A SurveyJS definition, as JSON. */
export interface SurveyJsDefinition {
  /** The title. */
  readonly title: SurveyJsText;
  /** The elements, one a question, and one that is never shown. */
  readonly elements: readonly { readonly [property: string]: unknown }[];
}

/** A text of SurveyJS: one, or one per language with the one to fall back on. */
export type SurveyJsText =
  | string
  | {
      /** The text where no other fits. */
      readonly default: string;
      /** The text by language. */
      readonly [language: string]: string;
    };

/** More answers than this SurveyJS does not show as a rating. */
const MOST_RATINGS = 20;

/**
 * A survey as a SurveyJS definition, so that it can be asked there, and {@link surveyFromSurveyJs} gives it back.
 *
 * A question becomes a rating; one with codes for "not applicable" a choice with these codes as items; one of more than 20
 * answers, which SurveyJS does not show as a rating, a number between bounds. What SurveyJS has no place for, such as what
 * a question is about, stands in an element that is never shown.
 *
 * @throws ServiceCycleError `invalid-argument` for what is no survey, and `wrong-scale` where the ends of a scale are none
 * @example
 * const survey = defineSurvey({
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'wait', text: 'How was the wait?', asks: 'satisfaction', scale: { min: 1, max: 5 }, dimension: 'speed' },
 *   ],
 * });
 * const json = surveyToSurveyJs(survey);
 * json.elements[0];
 * // => { type: 'rating', name: 'wait', title: 'How was the wait?', rateMin: 1, rateMax: 5 }
 * const back = surveyFromSurveyJs(json);
 * back.ok && back.value.survey.questions[0];
 * // => {
 * //   id: 'wait', text: 'How was the wait?', asks: 'satisfaction',
 * //   scale: { min: 1, max: 5 }, dimension: 'speed',
 * // }
 */
export function surveyToSurveyJs(survey: SatisfactionSurvey): SurveyJsDefinition {
  checkSurveyTexts(survey);
  const elements = survey.questions.map(elementOf);
  const beside = survey.questions.map(
    (question, at) => [question.id, lost(question, elements[at])] as const,
  );
  const kept = {
    id: survey.id,
    ...(canonical(localized(textOf(survey.title))) !== canonical(survey.title) && {
      title: survey.title,
    }),
    questions: Object.fromEntries(beside.filter(([, fields]) => Object.keys(fields).length > 0)),
  };
  return {
    title: textOf(survey.title),
    elements: [
      ...elements,
      { type: 'html', name: KEPT_BESIDE, visible: false, html: dataText('survey', kept) },
    ],
  };
}

function elementOf(question: Question): { readonly [property: string]: unknown } {
  const head = { name: question.id, title: textOf(question.text) };
  switch (question.asks) {
    case 'comment':
      return { type: 'comment', ...head };
    case 'profile': {
      const choices = Object.entries(question.choices).map(([value, text]) => ({
        value,
        text: textOf(text),
      }));
      return { type: 'radiogroup', ...head, choices };
    }
    default:
      return ratedElement(question, head);
  }
}

function ratedElement(
  { scale, asks }: Extract<Question, { readonly scale: unknown }>,
  head: { readonly name: string; readonly title: SurveyJsText },
): { readonly [property: string]: unknown } {
  // As many answers as a text field takes.
  checkScale(scale, Number.MAX_SAFE_INTEGER);
  const { min, max, step = 1, notApplicable = [], labels = {} } = scale;
  const item = (value: number | string): unknown => {
    const label = Object.hasOwn(labels, String(value)) ? labels[String(value)] : undefined;
    return label === undefined ? value : { value, text: textOf(label) };
  };
  const spacing = step === 1 ? {} : { step };
  if (answerCount(scale) > MOST_RATINGS) {
    return { type: 'text', ...head, inputType: 'number', min, max, ...spacing };
  }
  const answers = scaleAnswers(scale);
  if (notApplicable.length > 0) {
    return { type: 'radiogroup', ...head, choices: [...answers, ...notApplicable].map(item) };
  }
  if (asks === 'incident' && min === 0 && max === 1 && step === 1) {
    return { type: 'boolean', ...head, valueTrue: 1, valueFalse: 0 };
  }
  if (answers.some((answer) => Object.hasOwn(labels, String(answer)))) {
    return { type: 'rating', ...head, rateValues: answers.map(item) };
  }
  return {
    type: 'rating',
    ...head,
    rateMin: min,
    rateMax: max,
    ...(step === 1 ? {} : { rateStep: step }),
  };
}

/** The fields of a question that cannot be read off its element. */
function lost(question: Question, element: unknown): { readonly [field: string]: unknown } {
  const [found] = questionsOfElement(element, {}, importLog());
  const read = new Map(Object.entries(found?.question ?? {}));
  const fields = Object.entries(question).filter(
    ([name, value]) => canonical(read.get(name)) !== canonical(value),
  );
  return Object.fromEntries(fields);
}

function canonical(value: unknown): string {
  return dataText('survey', [value], (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function textOf(text: LocalizedText): SurveyJsText {
  if (typeof text === 'string') return text;
  const fallback = text['en'] ?? Object.values(text)[0] ?? '';
  return { ...text, default: fallback };
}
