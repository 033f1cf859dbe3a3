import { isFields, refuse } from '../shared/refuse.ts';
import { checkShape, type Shape } from '../shared/shape.ts';

/** A text, or one per language. */
export const LOCALIZED: Shape = (value) =>
  isFields(value) ? Object.fromEntries(Object.keys(value).map((tag) => [tag, 'text'])) : 'text';

const ABOUT: Shape = { 'moment?': 'text', 'area?': 'text' };

/** A code for "not applicable". */
const CODE: Shape = (value) => (typeof value === 'string' ? 'text' : 'number');

/** What the scale of a question looks like. */
export const SCALE_SHAPE: Shape = {
  min: 'number',
  max: 'number',
  'step?': 'number',
  'reversed?': 'flag',
  'notApplicable?': [CODE],
  'labels?': 'any',
};

/** Whether a number can be one of a scale is told where answers are laid out on it. */
const END: Shape = (value) => (typeof value === 'number' ? 'any' : 'number');

/** A question that has no scale. */
const UNRATED: Shape = { id: 'text', asks: 'text', 'about?': ABOUT, 'dimension?': 'text' };

/** One that has; made once, since every call that takes a survey looks at its questions. */
const RATED: Shape = {
  id: 'text',
  asks: 'text',
  'about?': ABOUT,
  'dimension?': 'text',
  scale: {
    min: END,
    max: END,
    'step?': END,
    'reversed?': 'flag',
    'notApplicable?': [CODE],
    'labels?': 'any',
  },
};

const QUESTION: Shape = (value) => {
  const asks: unknown = isFields(value) ? Reflect.get(value, 'asks') : undefined;
  return asks === 'profile' || asks === 'comment' ? UNRATED : RATED;
};

/** Texts by the answer or the code that they stand beside. */
const LABELS: Shape = (value) =>
  isFields(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, LOCALIZED])) : {};

const LABELLED: Shape = (value) => {
  const asks: unknown = isFields(value) ? Reflect.get(value, 'asks') : undefined;
  if (asks === 'comment') return 'any';
  return asks === 'profile' ? { choices: LABELS } : { scale: { 'labels?': LABELS } };
};

const STANDARD: Shape = {
  id: 'text',
  measure: LOCALIZED,
  unit: 'text',
  operator: 'text',
  threshold: 'number',
  requiredShare: 'number',
};

const REQUIREMENT: Shape = {
  id: 'text',
  statement: LOCALIZED,
  moments: ['text'],
  source: { kind: 'text' },
  'standards?': [STANDARD],
};

/** Ratings that are no such numbers are told of one by one. */
const JUDGEMENT: Shape = { by: 'text', 'note?': LOCALIZED };

/** A moment as it is judged. */
export const JUDGED_MOMENT: Shape = { id: 'text', 'judgements?': [JUDGEMENT] };

const CYCLE: Shape = {
  id: 'text',
  'stages?': [{ id: 'text' }],
  'areas?': [{ id: 'text', 'importance?': 'counted' }],
  moments: [
    {
      id: 'text',
      'stage?': 'text',
      'area?': 'text',
      contact: 'text',
      'traits?': ['text'],
      'usage?': 'number',
      'declaredCritical?': { 'by?': 'text', because: LOCALIZED },
      'judgements?': [JUDGEMENT],
    },
  ],
  'requirements?': [REQUIREMENT],
  'actionPlans?': [
    {
      id: 'text',
      requirements: ['text'],
      effects: [{ moment: 'text' }],
      cost: {},
      'status?': 'text',
      'needs?': ['text'],
      'excludes?': ['text'],
    },
  ],
  'supports?': [
    { moment: 'text', cycle: 'text', of: 'text', 'standard?': 'text', 'ofStandard?': 'text' },
  ],
  'survey?': { questions: [QUESTION] },
};

/** Refuses what is no cycle, or one a part of which does not look as it has to. */
export function checkCycleShape(cycle: unknown): void {
  checkShape('cycle', cycle, CYCLE);
}

/** Refuses what is no cycle, or one whose names are no texts. */
export function checkCycleTexts(cycle: unknown): void {
  checkCycleShape(cycle);
  checkShape('cycle', cycle, {
    name: LOCALIZED,
    'stages?': [{ name: LOCALIZED }],
    'areas?': [{ name: LOCALIZED }],
    moments: [{ name: LOCALIZED }],
  });
}

/** Refuses what has no requirements that look as they have to. */
export function checkRequirements(cycle: unknown): void {
  checkShape('cycle', cycle, { 'requirements?': [REQUIREMENT] });
}

/** Refuses a cycle where its survey belongs. */
export function checkNoCycle(survey: unknown): void {
  if (!isFields(survey) || 'questions' in survey || !('moments' in survey)) return;
  refuse('survey', survey, 'a survey, not a cycle; the survey of a cycle is `cycle.survey`');
}

/** Refuses what is no survey, or one whose questions are none; their scales are looked at where answers are laid out on them. */
export function checkSurveyShape(survey: unknown): void {
  checkShape('survey', survey, { id: 'text', questions: [QUESTION] });
}

/** Refuses what is no survey, or one whose questions have texts that are none. */
export function checkSurveyTexts(survey: unknown): void {
  checkNoCycle(survey);
  checkShape('survey', survey, {
    id: 'text',
    title: LOCALIZED,
    questions: [{ text: LOCALIZED }],
  });
  checkShape('survey', survey, { questions: [QUESTION] });
  checkShape('survey', survey, { questions: [LABELLED] });
}

/** Hours, a zone of which is a name. */
export const HOURS: { readonly [field: string]: Shape } = {
  weekly: [{ day: 'number', from: 'text', to: 'text' }],
  'exceptions?': [{ date: 'text', open: [{ from: 'text', to: 'text' }] }],
  'zone?': 'text',
};

const SERVICE_PLAN: Shape = {
  id: 'text',
  'cycles?': ['text'],
  'profile?': [{ id: 'text', 'question?': 'text', shares: {} }],
  'needs?': [{ id: 'text', of: 'text', 'requirements?': ['text'], 'hours?': [HOURS] }],
  'policies?': [{ id: 'text', 'procedure?': [LOCALIZED], 'moments?': ['text'] }],
  channels: [
    {
      id: 'text',
      answer: 'text',
      open: HOURS,
      'answersWithin?': 'text',
      'moments?': ['text'],
    },
  ],
  'training?': [
    {
      id: 'text',
      audience: 'text',
      topic: LOCALIZED,
      'moments?': ['text'],
      'validMonths?': 'number',
      required: 'number',
    },
  ],
  review: {
    'last?': 'text',
    everyMonths: 'number',
    'triggers?': [{ id: 'text', event: LOCALIZED }],
  },
};

/** Refuses what is no service plan, or one a part of which does not look as it has to. */
export function checkServicePlanShape(plan: unknown): void {
  checkShape('plan', plan, SERVICE_PLAN);
}
