import type { LocalizedText } from '../../model/localizedText.ts';
import type { Question, Rated, RatedQuestion } from '../../model/survey.ts';
import { checkOptions, isFields } from '../../shared/refuse.ts';
import { type ImportLog, importLog } from '../reading/importLog.ts';
import type { Import } from '../reading/importTypes.ts';
import { fieldOf, fieldsOf, listOf, textOf, withoutMarkup } from '../reading/outsideValue.ts';
import {
  type ImportedQuestion,
  type ImportedSurvey,
  importedSurvey,
  type SurveyReport,
} from './importedSurvey.ts';
import { type SurveyFileOptions, scaleOf } from './surveyFromQsf.ts';

/** The name of the invisible element that holds what SurveyJS has no place for. */
export const KEPT_BESIDE = 'service-cycle';

/**
 * The survey of a SurveyJS definition (parsed JSON), and the mapping of its answers as {@link flattenSurveyJs} makes
 * rows of them.
 *
 * A rating becomes satisfaction, on 0 to 10 a recommendation, unless `asks` says otherwise; a matrix becomes
 * one question a row, `name.row`; a choice a profile question, or what `asks` says where its values are evenly spaced
 * numbers; a yes or no an incident; a text a comment. The items "none", "refuse" and "don't know" are not applicable.
 * Columns of a matrix that are no numbers are numbered from 1, from left to right. As in SurveyJS a rating without `rateMax`
 * goes to 5, whatever its `rateCount` says; such a one is listed.
 *
 * Issues: `wrong-format` for what is no such definition, `left-out` for other kinds of questions, `contradiction`
 * for a `rateCount` that does not hold, and those of `parseSurvey`.
 *
 * @param json - the parsed definition
 * @param options - what the definition does not say
 * @example
 * const read = surveyFromSurveyJs({
 *   title: 'Leaving',
 *   elements: [{ type: 'rating', name: 'nps', title: { default: 'Recommend?', el: 'Συνιστάτε;' }, rateMin: 0, rateMax: 10 }],
 * });
 * read.ok && read.value.survey.questions;
 * // => [
 * //   {
 * //     id: 'nps', text: { en: 'Recommend?', el: 'Συνιστάτε;' }, asks: 'recommendation',
 * //     scale: { min: 0, max: 10 },
 * //   },
 * // ]
 */
export function surveyFromSurveyJs(
  json: unknown,
  options: SurveyFileOptions = {},
): Import<ImportedSurvey, SurveyReport> {
  checkOptions(options, ['asks']);
  const log = importLog();
  const elements = elementsOf(json);
  if (elements.length === 0) {
    const expected = 'pages or elements, as SurveyJS has';
    log.refuse({ code: 'wrong-format', path: ['pages'], found: json, expected });
  }
  const beside = keptBeside(elements, log);
  let read = 0;
  const questions = elements.flatMap((element) => {
    const type = textOf(fieldOf(element, 'type'));
    if (type === 'html' || type === 'image' || type === 'expression') return [];
    const found = questionsOfElement(element, options, log);
    read += Math.max(1, found.length);
    return found.map((one) => {
      const kept = fieldOf(fieldOf(beside, 'questions'), one.question.id);
      return isFields(kept) ? { ...one, question: completed(one.question, kept) } : one;
    });
  });
  const id = textOf(fieldOf(beside, 'id')) || 'surveyjs';
  const title = localized(fieldOf(json, 'title')) ?? id;
  const kept = fieldOf(beside, 'title') as LocalizedText | undefined;
  return importedSurvey({ id, title: kept ?? title }, questions, read, log);
}

function elementsOf(json: unknown): readonly unknown[] {
  const pages = listOf(fieldOf(json, 'pages')).flatMap((page) => listOf(fieldOf(page, 'elements')));
  return [
    ...pages,
    ...listOf(fieldOf(json, 'elements')),
    ...listOf(fieldOf(json, 'questions')),
  ].flatMap((element) => unfold(element, 0));
}

/** The elements within panels, however deep up to a bound. */
function unfold(element: unknown, depth: number): readonly unknown[] {
  if (fieldOf(element, 'type') !== 'panel' || depth > 50) return [element];
  return listOf(fieldOf(element, 'elements')).flatMap((inner) => unfold(inner, depth + 1));
}

function keptBeside(elements: readonly unknown[], log: ImportLog): unknown {
  const element = elements.find((one) => fieldOf(one, 'name') === KEPT_BESIDE);
  if (element === undefined) return undefined;
  try {
    return JSON.parse(textOf(fieldOf(element, 'html')));
  } catch {
    const expected = 'the JSON that `surveyToSurveyJs` wrote';
    log.note({ code: 'left-out', path: [KEPT_BESIDE], found: fieldOf(element, 'html'), expected });
    return undefined;
  }
}

/** A question with what was kept beside it; what another kind of question has goes. */
function completed(question: Question, kept: object): Question {
  const full: { readonly [name: string]: unknown } = { ...question, ...kept };
  const strange =
    full['asks'] === 'profile'
      ? ['scale', 'about', 'dimension']
      : full['asks'] === 'comment'
        ? ['scale', 'choices', 'dimension']
        : ['choices'];
  const own = Object.entries(full).filter(([name]) => !strange.includes(name));
  return Object.fromEntries(own) as unknown as Question;
}

/** The questions of one element, by what SurveyJS itself says. */
export function questionsOfElement(
  element: unknown,
  { asks = {} }: SurveyFileOptions,
  log: ImportLog,
): ImportedQuestion[] {
  const name = textOf(fieldOf(element, 'name'));
  const type = textOf(fieldOf(element, 'type'));
  const text = localized(fieldOf(element, 'title')) ?? name;
  const told = Object.hasOwn(asks, name) ? asks[name] : undefined;
  const leaveOut = (expected: string): ImportedQuestion[] => {
    log.note({ code: 'left-out', path: ['elements', name], found: type, expected });
    return [];
  };
  const one = (question: Question, column: ImportedQuestion['column'] = {}): ImportedQuestion[] => [
    { header: name, question, ...(Object.keys(column).length > 0 && { column }) },
  ];
  switch (type) {
    case 'rating': {
      const scale = ratingScale(element, name, log);
      if (scale === undefined) return leaveOut('values that are evenly spaced numbers');
      const isLikely = scale.min === 0 && scale.max === 10;
      const rated =
        told === undefined || told === 'profile'
          ? isLikely
            ? 'recommendation'
            : 'satisfaction'
          : told;
      return one({ id: name, text, asks: rated, scale });
    }
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup': {
      const choices = itemsOf(fieldOf(element, 'choices'));
      const none = specialItems(element);
      if (told !== undefined && told !== 'profile') {
        const scale = scaleOf(choices.map(({ value, text: label }) => [value, plainOf(label)]));
        if (scale === undefined) return leaveOut('choices that are evenly spaced numbers');
        return one(
          { id: name, text, asks: told, scale },
          none.length > 0 ? { notApplicable: none } : {},
        );
      }
      if (choices.length === 0) return leaveOut('choices');
      const words = Object.fromEntries(choices.map(({ value, text: label }) => [value, label]));
      return one(
        { id: name, text, asks: 'profile', choices: words },
        none.length > 0 ? { blank: none } : {},
      );
    }
    case 'boolean': {
      const scale = { min: 0, max: 1 };
      const yes = textOf(fieldOf(element, 'valueTrue')) || 'true';
      const no = textOf(fieldOf(element, 'valueFalse')) || 'false';
      const recode = yes === '1' && no === '0' ? {} : { recode: { [yes]: 1, [no]: 0 } };
      const rated = told === undefined || told === 'profile' ? 'incident' : told;
      return one({ id: name, text, asks: rated, scale }, recode);
    }
    case 'matrix':
      return matrixQuestions(element, name, text, asks, told) ?? leaveOut('rows and columns');
    case 'text': {
      const scale = numberScale(element);
      if (scale === undefined) return one({ id: name, text, asks: 'comment' });
      return one({
        id: name,
        text,
        asks: told === undefined || told === 'profile' ? 'satisfaction' : told,
        scale,
      });
    }
    case 'comment':
      return one({ id: name, text, asks: 'comment' });
    default:
      return leaveOut('a rating, a choice, a yes or no, a matrix or a text');
  }
}

function ratingScale(
  element: unknown,
  name: string,
  log: ImportLog,
): RatedQuestion['scale'] | undefined {
  const values = itemsOf(fieldOf(element, 'rateValues'));
  if (values.length > 0) {
    const scale = scaleOf(values.map(({ value }) => [value, value]));
    const labels = values
      .filter(({ value, text }) => text !== value)
      .map(({ value, text }) => [value, text]);
    return (
      scale && {
        ...scale,
        ...(labels.length > 0 && {
          labels: Object.fromEntries(labels) as { [answer: string]: LocalizedText },
        }),
      }
    );
  }
  const numberAt = (field: string, other: number): number => {
    const value = fieldOf(element, field);
    return value === undefined ? other : numberOf(value);
  };
  const [min, max, step] = [
    numberAt('rateMin', 1),
    numberAt('rateMax', 5),
    numberAt('rateStep', 1),
  ];
  const count = fieldOf(element, 'rateCount');
  if (count !== undefined && numberOf(count) !== (max - min) / step + 1) {
    const expected = `${(max - min) / step + 1}, from rateMin to rateMax, which is what SurveyJS shows`;
    log.note({
      code: 'contradiction',
      path: ['elements', name, 'rateCount'],
      found: count,
      expected,
    });
  }
  const ends = [
    [String(min), localized(fieldOf(element, 'minRateDescription'))],
    [String(max), localized(fieldOf(element, 'maxRateDescription'))],
  ].filter(([, text]) => text !== undefined);
  if (!(min < max && step > 0)) return undefined;
  return {
    min,
    max,
    ...(step !== 1 && { step }),
    ...(ends.length > 0 && {
      labels: Object.fromEntries(ends) as { [answer: string]: LocalizedText },
    }),
  };
}

/** The scale of a text that takes a number between bounds. */
function numberScale(element: unknown): RatedQuestion['scale'] | undefined {
  const [min, max, step] = ['min', 'max', 'step'].map((field) => fieldOf(element, field));
  if (
    fieldOf(element, 'inputType') !== 'number' ||
    typeof min !== 'number' ||
    typeof max !== 'number'
  ) {
    return undefined;
  }
  return { min, max, ...(typeof step === 'number' && step !== 1 && { step }) };
}

function matrixQuestions(
  element: unknown,
  name: string,
  text: LocalizedText,
  asks: NonNullable<SurveyFileOptions['asks']>,
  told: Rated | 'profile' | undefined,
): ImportedQuestion[] | undefined {
  const columns = itemsOf(fieldOf(element, 'columns'));
  const rows = itemsOf(fieldOf(element, 'rows'));
  if (columns.length < 2 || rows.length === 0) return undefined;
  const own = scaleOf(columns.map(({ value, text: label }) => [value, plainOf(label)]));
  const scale = own ?? {
    min: 1,
    max: columns.length,
    labels: Object.fromEntries(columns.map(({ text: label }, at) => [String(at + 1), label])),
  };
  const recode = Object.fromEntries(columns.map(({ value }, at) => [value, at + 1]));
  return rows.map(({ value, text: row }) => {
    const id = `${name}.${value}`;
    const chosen = Object.hasOwn(asks, id) ? asks[id] : told;
    const rated = chosen === undefined || chosen === 'profile' ? 'satisfaction' : chosen;
    const full = typeof text === 'string' && typeof row === 'string' ? `${text} ${row}` : row;
    return {
      header: id,
      question: { id, text: full, asks: rated, scale },
      ...(own === undefined && { column: { recode } }),
    };
  });
}

/** The values of the items that are no answers. */
function specialItems(element: unknown): string[] {
  const shown = [
    ['showNoneItem', 'none'],
    ['showRefuseItem', 'refused'],
    ['showDontKnowItem', 'dontknow'],
  ] as const;
  return shown.flatMap(([field, value]) => (fieldOf(element, field) === true ? [value] : []));
}

/** Items are values, or values with a text. */
function itemsOf(
  list: unknown,
): readonly { readonly value: string; readonly text: LocalizedText }[] {
  return listOf(list).flatMap((item) => {
    const value = textOf(isFields(item) ? fieldOf(item, 'value') : item);
    if (value === '') return [];
    return [{ value, text: localized(fieldOf(item, 'text')) ?? value }];
  });
}

/** A text of SurveyJS; nothing where it is blank. */
export function localized(value: unknown): LocalizedText | undefined {
  if (typeof value === 'string') return withoutMarkup(value) || undefined;
  const texts = Object.entries(fieldsOf(value)).flatMap(([language, text]) => {
    const plain = typeof text === 'string' ? withoutMarkup(text) : '';
    return plain === '' ? [] : [[language, plain] as const];
  });
  const others = texts.filter(([language]) => language !== 'default');
  const plain = texts.find(([language]) => language === 'default')?.[1];
  if (plain === undefined || others.some(([, text]) => text === plain)) {
    return others.length > 0 ? Object.fromEntries(others) : undefined;
  }
  return others.length === 0 ? plain : { en: plain, ...Object.fromEntries(others) };
}

function plainOf(text: LocalizedText): string {
  return typeof text === 'string' ? text : (Object.values(text)[0] ?? '');
}

/** A number, or a text that is one. */
function numberOf(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}
