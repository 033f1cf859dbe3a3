import { isFields, refuse } from '../shared/refuse.ts';
import { checkShape, type Shape } from '../shared/shape.ts';

/** A text, or one per language. */
const LOCALIZED: Shape = (value) =>
  isFields(value) ? Object.fromEntries(Object.keys(value).map((tag) => [tag, 'text'])) : 'text';

const ABOUT: Shape = { 'moment?': 'text', 'area?': 'text' };

const QUESTION: Shape = (value) => {
  const asks: unknown = isFields(value) ? Reflect.get(value, 'asks') : undefined;
  const isRated = asks !== 'profile' && asks !== 'comment';
  const about: Shape = { id: 'text', asks: 'text', 'about?': ABOUT, 'dimension?': 'text' };
  return isRated ? { ...about, scale: {} } : about;
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

const CYCLE: Shape = {
  'stages?': [{ id: 'text' }],
  'areas?': [{ id: 'text' }],
  moments: [
    {
      id: 'text',
      'stage?': 'text',
      'area?': 'text',
      contact: 'text',
      'traits?': ['text'],
      'usage?': 'number',
      'declaredCritical?': {},
      'judgements?': [{ severity: 'number', occurrence: 'number', detection: 'number' }],
    },
  ],
  'requirements?': [REQUIREMENT],
  'actionPlans?': [
    {
      id: 'text',
      requirements: ['text'],
      effects: [{ moment: 'text' }],
      cost: {},
      'needs?': ['text'],
      'excludes?': ['text'],
    },
  ],
  'survey?': { questions: [QUESTION] },
};

/** Refuses what is no cycle, or one a part of which does not look as it has to. */
export function checkCycleShape(cycle: unknown): void {
  checkShape('cycle', cycle, CYCLE);
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

/** Refuses what is no survey, or one whose questions have texts that are none. */
export function checkSurveyTexts(survey: unknown): void {
  checkNoCycle(survey);
  checkShape('survey', survey, {
    title: LOCALIZED,
    questions: [{ text: LOCALIZED }],
  });
  checkShape('survey', survey, { questions: [QUESTION] });
}
