import { isFields } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { SURVEY_SCORES_SHAPE } from '../../survey/score/scoreShapes.ts';

const INTERVAL: Shape = { low: 'number', high: 'number', level: 'number' };

const COST: Shape = { value: 'number', interval: INTERVAL };

const CHART: Shape = (value) =>
  isFields(value) && Reflect.get(value, 'kind') === 'control-chart'
    ? { centre: 'number', points: [{ label: 'text', signals: [{ rule: 'text' }] }] }
    : { kind: 'text', reason: 'text' };

const SHARE: Shape = (value) =>
  isFields(value) && Reflect.get(value, 'kind') === 'estimate'
    ? { value: 'number', interval: INTERVAL, n: 'counted' }
    : { kind: 'text', reason: 'text' };

/** What a standard's verdict looks like as far as other steps read it. */
const STANDARD_VERDICT_SHAPE: Shape = {
  standard: 'text',
  status: 'text',
  conformingShare: SHARE,
  conforming: 'counted',
  measured: 'counted',
  requiredShare: 'number',
};

/** What the verdicts on requirements look like as far as other steps read them. */
export const REQUIREMENTS_SHAPE: Shape = {
  kind: 'text',
  requirements: [
    { requirement: 'text', moments: ['text'], status: 'text', standards: [STANDARD_VERDICT_SHAPE] },
  ],
};

/** What verdicts on moments look like as far as other steps read them. */
export const CRITICAL_MOMENTS_SHAPE: Shape = {
  kind: 'text',
  moments: [
    {
      moment: 'text',
      level: 'text',
      reasons: [{ code: 'text', level: 'text' }],
      'dissatisfiedPerThousand?': COST,
      'stability?': { share: 'number' },
    },
  ],
};

/** Refuses what is no evidence on areas. Drivers are looked at where importance is derived from them. */
export function checkEvidence(evidence: unknown): void {
  checkShape('evidence', evidence, {
    scores: SURVEY_SCORES_SHAPE,
    'earlierScores?': SURVEY_SCORES_SHAPE,
    'requirements?': REQUIREMENTS_SHAPE,
    'criticalMoments?': CRITICAL_MOMENTS_SHAPE,
    'charts?': { areas: [{ area: 'text', share: CHART, ewma: CHART }] },
  });
}
