import { SCALE_SHAPE } from '../../model/checkShapes.ts';
import { isFields } from '../../shared/refuse.ts';
import type { Shape } from '../../shared/shape.ts';

const COUNTS: Shape = {
  answered: 'count',
  notApplicable: 'count',
  skipped: 'count',
  invalid: 'count',
  perAnswer: ['count'],
};

/** How a score is made; which answers count stands where the metric counts some. */
const DEFINITION: Shape = (value) => {
  const made = { metric: 'text', scale: SCALE_SHAPE } as const;
  if (!isFields(value)) return made;
  switch (Reflect.get(value, 'metric')) {
    case 'net-promoter-score':
      return { ...made, promoters: ['number'], detractors: ['number'] };
    case 'customer-satisfaction':
      return Reflect.get(value, 'box') === 'net'
        ? { ...made, satisfied: ['number'], dissatisfied: ['number'] }
        : { ...made, box: 'text', satisfied: ['number'] };
    case 'incident-share':
      return { ...made, incidents: ['number'] };
    default:
      return made;
  }
};

const FACTS: { readonly [field: string]: Shape } = {
  definition: DEFINITION,
  counts: COUNTS,
  'effectiveN?': 'counted',
  'designEffect?': 'counted',
  'weights?': { perAnswer: ['counted'], squaredPerAnswer: ['counted'] },
};

/** What an estimate with its interval looks like. */
const ESTIMATE_SHAPE: { readonly [field: string]: Shape } = {
  kind: 'text',
  value: 'number',
  'unit?': 'text',
  interval: { low: 'number', high: 'number', level: 'number', 'method?': 'text' },
  'basis?': 'text',
};

/** What a score looks like, whether it could be estimated or not. */
const SCORE_SHAPE: Shape = (value) => {
  const isEstimate = isFields(value) && Reflect.get(value, 'kind') === 'estimate';
  return isEstimate
    ? { ...ESTIMATE_SHAPE, n: 'counted', ...FACTS }
    : { kind: 'text', reason: 'text', ...FACTS };
};

/** The same where it may be that of a group too small to be shown, which comes without its counts. */
export const COMPARED_SHAPE: Shape = (value) =>
  isFields(value) && Reflect.get(value, 'kind') !== 'estimate' && !('counts' in value)
    ? { kind: 'text', reason: 'text', definition: DEFINITION }
    : SCORE_SHAPE;

/** What the total scores of a survey look like; of groups no more than that they are some. */
export const SURVEY_SCORES_SHAPE: { readonly [field: string]: Shape } = {
  kind: 'text',
  survey: 'text',
  responses: (value) => (value === 'suppressed' ? 'text' : 'count'),
  questions: [
    {
      question: 'text',
      asks: 'text',
      'about?': { 'moment?': 'text', 'area?': 'text' },
      scores: (value) => (Array.isArray(value) && value.length === 0 ? {} : [SCORE_SHAPE]),
      warnings: ['text'],
    },
  ],
  suppressedQuestions: ['text'],
  'groups?': {},
  minimumGroupSize: 'number',
  level: 'number',
};

const MAYBE: Shape = (value) => (value === null ? 'key' : 'number');

const GROUP_SCORES: Shape = {
  keys: [{ name: 'text', values: ['key'], codes: ['count'] }],
  responses: [MAYBE],
  because: ['key'],
  outcomes: [{ status: 'text', because: 'key' }],
  columns: [
    {
      question: 'text',
      definition: { metric: 'text', scale: SCALE_SHAPE, 'box?': 'text' },
      unit: 'text',
      method: 'text',
      level: 'number',
      outcome: ['count'],
      n: [MAYBE],
      value: [MAYBE],
      low: [MAYBE],
      high: [MAYBE],
      'effectiveN?': [MAYBE],
    },
  ],
  counts: {
    questions: [{ id: 'text', scale: SCALE_SHAPE, firstCell: 'place' }],
    width: 'place',
    cells: ['count'],
  },
};

/** What the scores of a survey look like, those of groups too. */
export const GROUPED_SCORES_SHAPE: Shape = (value) =>
  isFields(value) && Reflect.get(value, 'groups') !== undefined
    ? { ...SURVEY_SCORES_SHAPE, groups: GROUP_SCORES }
    : SURVEY_SCORES_SHAPE;
