import { LOCALIZED, SCALE_SHAPE } from '../../model/checkShapes.ts';
import { checkList, isFields } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import type { DetectionContext } from '../ruleTypes.ts';

const TRAITS: Shape = {
  id: 'text',
  'traits?': ['text'],
  'declaredCritical?': { 'by?': 'text', because: LOCALIZED },
};

/** What rules look at of a moment, its judgements apart, which `judgedPriority` reads one by one. */
export function checkMoment(moment: unknown): void {
  checkShape('moment', moment, TRAITS);
}

/** Refuses what is no context that holds a cycle; a rule is asked of each moment, so it looks at no other one. */
export function checkCycleContext(context: unknown): void {
  checkShape('context', context, { cycle: { moments: 'any' } });
  checkList('context.cycle.moments', (context as DetectionContext).cycle.moments);
}

/** What the customer meets at a moment of the cycle, whatever stands there. */
export function contactAt(moment: unknown): unknown {
  return isFields(moment) ? Reflect.get(moment, 'contact') : undefined;
}

/** Refuses what is no context that may hold measured figures; a rule is asked of each moment, so it looks at no counts. */
export function checkMeasuredContext(
  context: unknown,
  more: { readonly [field: string]: Shape } = {},
): void {
  checkShape('context', context, { ...more, 'measured?': MEASURED });
}

const MEASURED: Shape = {
  visits: {
    definition: { overallScale: SCALE_SHAPE, incidentsFrom: 'text', reportsFrom: 'text' },
    outcome: {},
    moments: 'any',
  },
  effects: 'function',
  joint: 'function',
  impacts: 'function',
  flawless: 'function',
  waits: 'function',
  remember: 'function',
};
