import type { Effect } from '../model/actionPlan.ts';
import { quote } from '../shared/quote.ts';
import { checkBetween, checkShare } from '../shared/refuse.ts';
import type { Assumption } from './benefitTypes.ts';
import type { MomentEffect } from './search/selectionProblem.ts';

/** What a plan does by each figure of its effects, at the moments that have a position. */
export function effectsOf(
  { id, effects }: { readonly id: string; readonly effects: readonly Effect[] },
  positions: ReadonlyMap<string, number>,
): { readonly [Figure in Assumption]: readonly MomentEffect[] } {
  const known = effects.flatMap(({ moment, incidentReduction }) => {
    const { low, base, high } = incidentReduction;
    checkEffect(id, moment, incidentReduction);
    const position = positions.get(moment);
    return position === undefined ? [] : [{ moment: position, low, base, high }];
  });
  return {
    low: known.map(({ moment, low }) => ({ moment, share: low })),
    base: known.map(({ moment, base }) => ({ moment, share: base })),
    high: known.map(({ moment, high }) => ({ moment, share: high })),
  };
}

/** Refuses figures of an effect that are no shares, or not in order. */
export function checkEffect(
  plan: string,
  moment: string,
  { low, base, high }: Effect['incidentReduction'],
): void {
  const called = (figure: string) => (): string =>
    `${figure} incidentReduction of ${quote(plan)} at ${quote(moment)}`;
  checkShare(called('low'), low);
  checkBetween(called('high'), high, low, 1);
  checkBetween(called('base'), base, low, high);
}
