import type { Cycle } from '../model/cycle.ts';
import type { LocalizedText } from '../model/localizedText.ts';
import { textIn } from '../model/textIn.ts';

/** What the cycle calls its things, in quotes; an id that it does not have stands for itself. */
export interface CycleNames {
  /** The name of an area. */
  readonly area: (id: string) => string;
  /** The name of a moment. */
  readonly moment: (id: string) => string;
  /** The name of an action plan. */
  readonly plan: (id: string) => string;
  /** What a standard measures. */
  readonly standard: (id: string) => string;
}

/** Reads the names off a cycle. */
export function namesOf(cycle: Cycle): CycleNames {
  const { areas = [], moments, actionPlans = [], requirements = [] } = cycle;
  const standards = requirements.flatMap((requirement) => requirement.standards ?? []);
  return {
    area: finder(areas.map(({ id, name }) => [id, name])),
    moment: finder(moments.map(({ id, name }) => [id, name])),
    plan: finder(actionPlans.map(({ id, name }) => [id, name])),
    standard: finder(standards.map(({ id, measure }) => [id, measure])),
  };
}

function finder(
  entries: readonly (readonly [id: string, name: LocalizedText])[],
): (id: string) => string {
  const names = new Map(entries);
  return (id) => JSON.stringify(textIn(names.get(id) ?? id, 'en'));
}

/** A share in words: whole percentages, with a decimal near 0 and 100, which no other share is. */
export function percent(share: number): string {
  const hundred = 100 * share;
  const near = Math.min(Math.abs(hundred), Math.abs(100 - Math.abs(hundred)));
  if (near === 0 || near >= 1) return `${String(Math.round(hundred))} %`;
  const rounded = Math.round(hundred * 10) / 10;
  if (rounded === 0) return 'less than 0.1 %';
  return rounded === 100 ? 'more than 99.9 %' : `${String(rounded)} %`;
}

/** A number in words: whole, with a decimal below 10. */
export function amount(value: number): string {
  return String(Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}
