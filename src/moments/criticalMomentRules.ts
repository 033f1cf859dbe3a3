import { declaredCritical } from './rules/declaredCritical.ts';
import { delicateTrait } from './rules/delicateTrait.ts';
import { firstDirectContact } from './rules/firstDirectContact.ts';
import { graveTrait } from './rules/graveTrait.ts';
import { impactAsymmetryRule } from './rules/impactAsymmetryRule.ts';
import { incidentEffectRule } from './rules/incidentEffectRule.ts';
import { judgedPriority } from './rules/judgedPriority.ts';
import { lastContact } from './rules/lastContact.ts';
import { seldomRecovered } from './rules/seldomRecovered.ts';
import { waitBeyondStandard } from './rules/waitBeyondStandard.ts';
import { weakestLink } from './rules/weakestLink.ts';
import type { CriticalMomentRule } from './ruleTypes.ts';

export { declaredCritical } from './rules/declaredCritical.ts';
export { delicateTrait } from './rules/delicateTrait.ts';
export { firstDirectContact } from './rules/firstDirectContact.ts';
export { graveTrait } from './rules/graveTrait.ts';
export { impactAsymmetryRule } from './rules/impactAsymmetryRule.ts';
export { incidentEffectRule } from './rules/incidentEffectRule.ts';
export { judgedPriority } from './rules/judgedPriority.ts';
export { lastContact } from './rules/lastContact.ts';
export { seldomRecovered } from './rules/seldomRecovered.ts';
export { waitBeyondStandard } from './rules/waitBeyondStandard.ts';
export { weakestLink } from './rules/weakestLink.ts';

/**
 * The rules that are applied where the caller names none. Of two reasons with the same level and basis
 * the earlier rule's comes first.
 */
export const DEFAULT_CRITICAL_MOMENT_RULES: readonly CriticalMomentRule[] = [
  declaredCritical,
  graveTrait,
  judgedPriority,
  incidentEffectRule,
  impactAsymmetryRule,
  waitBeyondStandard,
  weakestLink,
  seldomRecovered,
  delicateTrait,
  firstDirectContact,
  lastContact,
];
