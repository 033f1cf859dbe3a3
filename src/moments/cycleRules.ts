import { declaredCritical } from './rules/declaredCritical.ts';
import { delicateTrait } from './rules/delicateTrait.ts';
import { firstDirectContact } from './rules/firstDirectContact.ts';
import { graveTrait } from './rules/graveTrait.ts';
import { judgedPriority } from './rules/judgedPriority.ts';
import { lastContact } from './rules/lastContact.ts';
import type { CriticalMomentRule } from './ruleTypes.ts';

/**
 * The rules that look at the cycle and at what people judged: those of the default ones that can say anything
 * without visits, in the same order.
 */
export const CYCLE_RULES: readonly CriticalMomentRule[] = [
  declaredCritical,
  graveTrait,
  judgedPriority,
  delicateTrait,
  firstDirectContact,
  lastContact,
];
