import type { CycleIds } from '../../model/ids.ts';
import type { NextAction, NextActionCode, TrackedPlan } from './types.ts';

/** The most urgent first. */
const ORDER = [
  'overdue',
  'due',
  'rethink',
  'measure',
  'measure-more',
  'set-standard',
  'record',
  'open',
] as const;

/**
 * What to do next about plans: those late, then those whose day it is, then what those done leave to
 * do, then the others. Among equals the earlier day comes first, plans without a day last; then those
 * that wait for no other; then the order of the cycle.
 */
export function nextActions<Ids extends CycleIds>(
  plans: readonly TrackedPlan<Ids>[],
): readonly NextAction<Ids>[] {
  return plans
    .flatMap((tracked) => {
      const code = actionOn(tracked);
      return code === undefined ? [] : [{ tracked, code }];
    })
    .sort((a, b) => compare(a.tracked, a.code, b.tracked, b.code))
    .map(({ tracked: { plan, state }, code }) => ({ code, plan, state }));
}

function actionOn({ state, declared, standards }: TrackedPlan): NextActionCode | undefined {
  if (state === 'dropped') return undefined;
  if (state === 'verified') return declared === 'verified' ? undefined : 'record';
  if (state !== 'done') return declared === 'in-progress' ? 'finish' : 'start';
  if (standards.length === 0) return 'set-standard';
  const is = (movement: string): boolean => standards.some((one) => one.movement === movement);
  if (is('worse')) return 'rethink';
  return is('not-proven') ? 'measure-more' : 'measure';
}

function compare(
  a: TrackedPlan,
  codeOfA: NextActionCode,
  b: TrackedPlan,
  codeOfB: NextActionCode,
): number {
  const byUrgency = urgencyOf(a, codeOfA) - urgencyOf(b, codeOfB);
  if (byUrgency !== 0) return byUrgency;
  const [dayOfA, dayOfB] = [a.due ?? NO_DAY, b.due ?? NO_DAY];
  if (dayOfA !== dayOfB) return dayOfA < dayOfB ? -1 : 1;
  return Number(a.waitsFor.length > 0) - Number(b.waitsFor.length > 0);
}

/** Stands behind every day. */
const NO_DAY = '~';

function urgencyOf({ state }: TrackedPlan, code: NextActionCode): number {
  return ORDER.findIndex((urgent) => urgent === state || urgent === code);
}
