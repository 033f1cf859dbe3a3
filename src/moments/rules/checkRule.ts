import { LOCALIZED, SCALE_SHAPE } from '../../model/checkShapes.ts';
import { checkList, isFields, isList } from '../../shared/refuse.ts';
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
  checkShape('context', context, CYCLE_CONTEXT);
  checkList('context.cycle.moments', (context as DetectionContext).cycle.moments);
}

/** What the customer meets at a moment of the cycle, whatever stands there. */
export function contactAt(moment: unknown): unknown {
  return isFields(moment) ? Reflect.get(moment, 'contact') : undefined;
}

/**
 * Refuses what is no context that may hold measured figures; a rule is asked of each moment, so it looks at no
 * counts.
 */
export function checkMeasuredContext(context: unknown): void {
  checkShape('context', context, CONTEXT);
}

/** The same for rules that take the confidence level too. */
export function checkLevelContext(context: unknown): void {
  checkShape('context', context, LEVEL_CONTEXT);
}

/** A list, whatever it holds. */
const LIST: Shape = (value) => (isList(value) ? 'any' : ['any']);

const MEASURED: Shape = {
  visits: {
    definition: { overallScale: SCALE_SHAPE, incidentsFrom: 'text', reportsFrom: 'text' },
    outcome: {},
    moments: LIST,
  },
  effects: 'function',
  joint: 'function',
  impacts: 'function',
  flawless: 'function',
  waits: 'function',
  remember: 'function',
};

// Made once: rules are asked of every moment again in each of hundreds of resamples.
const CONTEXT: Shape = { 'measured?': MEASURED };
const LEVEL_CONTEXT: Shape = { level: 'number', 'measured?': MEASURED };
const CYCLE_CONTEXT: Shape = { cycle: { moments: 'any' } };
