import type { ActionPriority, ActionPriorityReason } from '../reasonTypes.ts';

/** From this severity on an incident is critical however rarely it happens. */
export const CRITICAL_SEVERITY: number = 9;
/** From this severity on it is to be watched, and critical where the priority is high. */
export const GRAVE_SEVERITY: number = 7;

/** What judgements make of a moment. */
export function levelOfJudgements(
  severity: number,
  priority: ActionPriority,
): ActionPriorityReason['level'] {
  if (severity >= CRITICAL_SEVERITY || (severity >= GRAVE_SEVERITY && priority === 'high'))
    return 'critical';
  return severity >= GRAVE_SEVERITY || priority !== 'low' ? 'watch' : 'ordinary';
}
